"""The workbook that the loader reads back from the register, as the associations it was made from."""

from __future__ import annotations

import re
from collections.abc import Mapping

from analytics.domain.blad import Blad, Werkmap
from analytics.register.verzoek import Json

_NODIG = {"vCode", "naam", "locaties"}
# "Kerkstraat 1A bus 2, 9340 Lede, België"
_ADRES = re.compile(
    r"^(?:(?P<straatnaam>.*?)(?: (?P<huisnummer>\d\S*))?(?: bus (?P<busnummer>\S+))?, )?"
    r"(?P<postcode>\d{4}) (?P<gemeente>[^,]+)"
)


def uit_terugleeswerkmap(werkmap: Werkmap) -> list[Mapping[str, Json]] | None:
    """
    Return the associations of a ``terugleesbestand.xlsx`` as the register shows them, with ``intern_nummer``,
    ``blad`` and ``rij``; None when the workbook is another list.
    """
    for blad in werkmap.bladen:
        if len(blad.tekst) and set(blad.tekst.iloc[0].dropna()) >= _NODIG:
            return [vereniging for vereniging in _rijen(blad) if vereniging.get("vCode")]
    return None


def _rijen(blad: Blad) -> list[Mapping[str, Json]]:
    kop = blad.tekst.iloc[0].fillna("")
    frame = blad.tekst.iloc[1:].set_axis(kop.tolist(), axis=1).astype(object)
    frame = frame.where(frame.notna(), None)
    return [
        _vereniging(blad.naam, int(rij), dict(zip(frame.columns, waarden, strict=True)))
        for rij, *waarden in frame.itertuples(name=None)
    ]


def _vereniging(blad: str, rij: int, w: Mapping[str, str | None]) -> Mapping[str, Json]:
    activiteiten = (w.get("hoofdactiviteiten") or "").split(";")
    return {
        "vCode": w.get("vCode"),
        "intern_nummer": w.get("intern_nummer"),
        "blad": blad,
        "rij": rij,
        "naam": w.get("naam"),
        "korteNaam": w.get("korteNaam"),
        "status": w.get("status"),
        "kboNummer": w.get("kboNummer"),
        "hoofdactiviteitenVerenigingsloket": [{"code": code} for code in activiteiten if code],
        "contactgegevens": [
            {"contactgegeventype": soort, "waarde": waarde} for soort, waarde in _delen(w.get("contactgegevens"))
        ],
        "locaties": [
            dict(adres.groupdict()) for _, tekst in _delen(w.get("locaties")) if (adres := _ADRES.match(tekst))
        ],
    }


def _delen(cel: str | None) -> list[tuple[str, str]]:
    """Return kind and value of ``E-mail: a@example.be | Website: …``."""
    delen = [deel.partition(": ") for deel in (cel or "").split(" | ")]
    return [(soort, waarde) for soort, _, waarde in delen if waarde]
