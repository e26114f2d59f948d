"""Valid deliveries for tests: say only what the test is about."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence

import pandas as pd

from analytics.domain.blad import Soort, kolomletter
from analytics.domain.levering import Bestand, Levering, Tabel
from analytics.domain.velden import TABELLEN, WerkmapSoort, velden_van

#: A value as text, as ``(text, kind)``, or empty.
Celwaarde = str | tuple[str | None, Soort] | int | None
Record = Mapping[str, Celwaarde]

PEILDATUM = dt.date(2024, 3, 12)

_STANDAARD: dict[str, dict[str, Celwaarde]] = {
    "verenigingen/feitelijk": {
        "soort": "feitelijke vereniging",
        "naam": "Wandelclub De Molenstappers",
        "hoofdactiviteiten": "SPRT",
        "startdatum": ("2011-03-01", Soort.DATUM),
    },
    "verenigingen/kbo": {"hoofdactiviteiten": "SPRT"},
    "contactgegevens": {"contactgegeventype": "E-mail", "waarde": "info@molenstappers.example.be"},
    "locaties": {
        "locatietype": "Correspondentie",
        "straatnaam": "Molenstraat",
        "huisnummer": "12",
        "postcode": "9940",
        "gemeente": "Evergem",
        "land": "België",
    },
    "vertegenwoordigers": {"voornaam": "Mira", "achternaam": "Voorbeeld", "insz": "70010100188"},
    "bankrekeningen": {"iban": "BE68 5390 0754 7034", "titularissen": "De Molenstappers"},
}


def een_levering(
    verenigingen: Sequence[Record] | None = None,
    contactgegevens: Sequence[Record] | None = None,
    *,
    locaties: Sequence[Record] | None = None,
    vertegenwoordigers: Sequence[Record] | None = None,
    bankrekeningen: Sequence[Record] = (),
    soort: str = "feitelijk",
    ronde: int = 1,
    peildatum: dt.date = PEILDATUM,
    zonder_koppen: Sequence[tuple[str, str]] = (),
    insz_vondsten: Sequence[tuple[int, str, str, int]] = (),
    extra_koppen: Sequence[Mapping[str, object]] = (),
    extra_bladen: Sequence[Mapping[str, object]] = (),
    zonder_bladen: Sequence[str] = (),
    opmerkingen: Sequence[str] = (),
) -> Levering:
    """
    Return a delivery in the long shape that has no findings, but for what is asked.

    Records hold only what differs from a valid one; ``werkmap`` in a record puts it in another workbook. An
    association without ``intern_nummer`` gets ``1``, ``2``, ...; a part without one belongs to the first
    association. Parts left out (``None``) are one contact, one location and one representative per association.
    Columns stand in the order of the template (``A``, ``B``, ...), the heading in row 1, records from row 2 on.

    Args:
        soort: ``feitelijk``, ``kbo``, or ``beide`` (workbook 0 feitelijk, workbook 1 kbo).
        zonder_koppen: ``(tabel, veld)`` whose heading is not in the workbook.
        insz_vondsten: ``(werkmap, blad, kolom, rij)`` of blanked INSZ.
        extra_koppen, extra_bladen: Rows to add to ``Levering.koppen`` and ``Levering.bladen``.
        zonder_bladen: Tables whose sheet is missing.
        opmerkingen: What was remarked on the first workbook.
    """
    soorten: list[WerkmapSoort] = ["feitelijk", "kbo"] if soort == "beide" else ["kbo" if soort == "kbo" else soort]  # type: ignore[list-item]
    kern = [
        {"intern_nummer": str(i), "kbo_nummer": _kbo_nummer(i - 1) if soorten[_werkmap(r)] == "kbo" else None, **r}
        for i, r in enumerate([{}] if verenigingen is None else verenigingen, 1)
    ]

    def per_vereniging(records: Sequence[Record] | None, tabel: str) -> list[Record]:
        if records is not None:
            eerste = kern[0]["intern_nummer"] if kern else "1"
            return [{"intern_nummer": eerste, **r} for r in records]
        wie = [v for v in kern if soorten[_werkmap(v)] in TABELLEN[tabel].werkmappen]
        if tabel == "contactgegevens":
            return [
                {"intern_nummer": v["intern_nummer"], "werkmap": _werkmap(v), "waarde": f"info{i}@club{i}.example.be"}
                for i, v in enumerate(wie)
            ]
        if tabel == "vertegenwoordigers":
            return [
                {
                    "intern_nummer": v["intern_nummer"],
                    "werkmap": _werkmap(v),
                    "achternaam": "Voorbeeld" + (f" {kolomletter(i)}" if i else ""),
                }
                for i, v in enumerate(wie)
            ]
        return [{"intern_nummer": v["intern_nummer"], "werkmap": _werkmap(v)} for v in wie]

    records: dict[str, list[Record]] = {
        "verenigingen": list(kern),
        "contactgegevens": per_vereniging(contactgegevens, "contactgegevens"),
        "locaties": per_vereniging(locaties, "locaties"),
        "vertegenwoordigers": per_vereniging(vertegenwoordigers, "vertegenwoordigers"),
        "bankrekeningen": per_vereniging(bankrekeningen, "bankrekeningen"),
    }
    koppen, bladen = _koppen_en_bladen(soorten, records, set(zonder_koppen), set(zonder_bladen))
    koppen += [dict(k) for k in extra_koppen]
    bladen += [dict(b) for b in extra_bladen]
    return Levering(
        piloot="",
        ronde=ronde,
        peildatum=peildatum,
        bestanden=tuple(
            Bestand(f"{s}.xlsx", "0" * 64, s, tuple(opmerkingen) if i == 0 else ()) for i, s in enumerate(soorten)
        ),
        tabellen={t: _tabel(t, r, soorten, ronde, set(zonder_koppen)) for t, r in records.items()},
        koppen=pd.DataFrame(
            koppen, columns=["werkmap", "blad", "kolom", "kop", "rij", "tabel", "veld", "groep", "status"]
        ),
        bladen=pd.DataFrame(bladen, columns=["werkmap", "blad", "tabel", "kopregel", "rijen", "status"]),
        insz_vondsten=pd.DataFrame(list(insz_vondsten), columns=["werkmap", "blad", "kolom", "rij"]),
        _kolom={
            (k["werkmap"], k["blad"], k["tabel"], k["groep"], k["veld"]): k["kolom"]
            for k in koppen
            if k["status"] == "gekend"
        },
    )


def _kbo_nummer(volgnummer: int) -> str:
    basis = 2209231 + volgnummer
    return f"{basis:08d}{97 - basis % 97:02d}"


def _werkmap(record: Record) -> int:
    werkmap = record.get("werkmap", 0)
    return werkmap if isinstance(werkmap, int) else 0


def _koppen_en_bladen(
    soorten: Sequence[WerkmapSoort],
    records: Mapping[str, Sequence[Record]],
    zonder_koppen: set[tuple[str, str]],
    zonder_bladen: set[str],
) -> tuple[list[dict[str, object]], list[dict[str, object]]]:
    koppen: list[dict[str, object]] = []
    bladen: list[dict[str, object]] = []
    for werkmap, soort in enumerate(soorten):
        for tabel in TABELLEN.values():
            if soort not in tabel.werkmappen:
                continue
            aantal = sum(_werkmap(r) == werkmap for r in records[tabel.code])
            if tabel.code in zonder_bladen:
                status = "ontbreekt"
            else:
                status = "gelezen" if aantal else "leeg"
                koppen += [
                    {
                        "werkmap": werkmap,
                        "blad": tabel.blad,
                        "kolom": kolomletter(i),
                        "kop": veld.kop,
                        "rij": 1,
                        "tabel": tabel.code,
                        "veld": veld.code,
                        "groep": 0,
                        "status": "gekend",
                    }
                    for i, veld in enumerate(velden_van(tabel.code, soort), 1)
                    if (tabel.code, veld.code) not in zonder_koppen
                ]
            bladen.append(
                {
                    "werkmap": werkmap,
                    "blad": tabel.blad,
                    "tabel": tabel.code,
                    "kopregel": 1,
                    "rijen": aantal,
                    "status": status,
                }
            )
    return koppen, bladen


def _tabel(
    tabel: str,
    records: Sequence[Record],
    soorten: Sequence[WerkmapSoort],
    ronde: int,
    zonder_koppen: set[tuple[str, str]],
) -> Tabel:
    velden = [v.code for v in velden_van(tabel)]
    rijen, kinds, volgende = [], [], [1] * len(soorten)
    for record in records:
        werkmap = _werkmap(record)
        basis = _STANDAARD[f"verenigingen/{soorten[werkmap]}" if tabel == "verenigingen" else tabel]
        volgende[werkmap] += 1
        rij: dict[str, object] = {
            "werkmap": werkmap,
            "blad": TABELLEN[tabel].blad,
            "rij": volgende[werkmap],
            "groep": 0,
        }
        soort: dict[str, int] = {}
        for veld in velden:
            waarde = record.get(veld, None if ronde == 1 and veld == "insz" else basis.get(veld))
            if (tabel, veld) in zonder_koppen:
                waarde = None
            tekst, kind = waarde if isinstance(waarde, tuple) else (waarde, None)
            rij[veld] = tekst if tekst != "" else None
            soort[veld] = int(kind if kind is not None else Soort.LEEG if tekst in (None, "") else Soort.TEKST)
        rijen.append(rij)
        kinds.append(soort)
    plaats = ["werkmap", "blad", "rij", "groep"]
    waarden = pd.DataFrame(rijen, columns=[*plaats, *velden]).astype(
        {"werkmap": "int64", "blad": "string", "rij": "int64", "groep": "int64", **dict.fromkeys(velden, "string")}
    )
    return Tabel(waarden, pd.DataFrame(kinds, columns=velden).astype("uint8"))
