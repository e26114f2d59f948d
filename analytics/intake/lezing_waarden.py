"""
One cell read: the text as it would be loaded, and how it was interpreted.

What the register accepts as typed is never altered. Beyond that only what Excel did to a value is undone, and only
where the cell is a number or a date for Excel; a *text* the register would refuse stays as it is and is judged.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from analytics.domain.blad import Soort
from analytics.domain.nummers import heeft_insz_controlegetal, is_kbo_nummer
from analytics.domain.veld import Type, Veld
from analytics.intake.lezing_datum import lees_datum
from analytics.intake.lezing_lijst import code_van_label, is_code, lees_lijst, splits_teksten
from analytics.intake.lezing_wijze import WIT, Wijze

Gelezen = tuple[str, Wijze | None]
Lezer = Callable[[str, int], Gelezen]


def _lees_geheel(tekst: str, soort: int) -> Gelezen:  # noqa: ARG001 -- every reader has the same shape
    kaal = tekst.strip(WIT)
    if re.fullmatch(r"-?[0-9]+", kaal):
        # Longer than any number of the register; int() has a limit of its own.
        return (str(int(kaal)) if len(kaal) < 100 else kaal), None
    if re.fullmatch(r"-?[0-9]{1,9}[.,]0+", kaal):
        return str(int(re.split("[.,]", kaal)[0])), Wijze.DECIMAAL
    return tekst, Wijze.ONLEESBAAR


def _lees_kbo(tekst: str, soort: int) -> Gelezen:
    # Excel stores 0470... as a number and drops the zero; the check digits prove that nothing else is missing.
    if soort == Soort.GETAL and re.fullmatch(r"[0-9]{8,9}", tekst) and is_kbo_nummer(tekst.zfill(10)):
        return tekst.zfill(10), Wijze.VOORLOOPNUL
    return tekst, None


def _lees_insz(tekst: str, soort: int) -> Gelezen:
    if soort == Soort.GETAL and re.fullmatch(r"[0-9]{8,10}", tekst) and heeft_insz_controlegetal(tekst.zfill(11)):
        return tekst.zfill(11), Wijze.VOORLOOPNUL
    return tekst, None


def _lees_telefoon(tekst: str, soort: int) -> Gelezen:
    # Belgian numbers have nine (zone) or ten (mobile) digits, the first one a zero that a number cannot hold.
    if soort == Soort.GETAL and re.fullmatch(r"[1-9][0-9]{7,8}", tekst):
        return "0" + tekst, Wijze.VOORLOOPNUL
    return tekst, None


def _lees_janee(tekst: str, soort: int) -> Gelezen:  # noqa: ARG001 -- see above
    kaal = tekst.strip(WIT)
    if kaal.lower() in ("ja", "nee"):
        return kaal.lower(), None
    code = code_van_label(kaal, "janee")
    return (code, Wijze.JANEE) if code else (tekst, Wijze.ONLEESBAAR)


def _lees_soort(tekst: str, soort: int) -> Gelezen:  # noqa: ARG001 -- see above
    if is_code(tekst, "soorten"):
        return tekst, None
    code = code_van_label(tekst, "soorten")
    if code is None:
        return tekst, Wijze.ONLEESBAAR
    return code, None if tekst.strip(WIT).lower() == code else Wijze.LABEL


def _lees_hoofdactiviteiten(tekst: str, soort: int) -> Gelezen:  # noqa: ARG001 -- see above
    return lees_lijst(tekst, "hoofdactiviteiten")


def _lees_werkingsgebieden(tekst: str, soort: int) -> Gelezen:  # noqa: ARG001 -- see above
    return lees_lijst(tekst, "werkingsgebieden")


def _lees_teksten(tekst: str, soort: int) -> Gelezen:  # noqa: ARG001 -- see above
    return ";".join(splits_teksten(tekst)), None


_PER_TYPE: dict[Type, Lezer] = {
    Type.DATUM: lees_datum,
    Type.GETAL: _lees_geheel,
    Type.JANEE: _lees_janee,
    Type.TEKSTEN: _lees_teksten,
    Type.KBO: _lees_kbo,
    Type.INSZ: _lees_insz,
    Type.TELEFOON: _lees_telefoon,
}
_PER_LIJST: dict[str, Lezer] = {
    "soorten": _lees_soort,
    "hoofdactiviteiten": _lees_hoofdactiviteiten,
    "werkingsgebieden": _lees_werkingsgebieden,
    "janee": _lees_janee,
}


#: Readers that only undo what Excel did to a number: every other cell is taken as it stands.
ALLEEN_GETALLEN: frozenset[Lezer] = frozenset({_lees_kbo, _lees_insz, _lees_telefoon})


def lezer_van(veld: Veld) -> Lezer | None:
    """Return the reader of a column, or ``None`` when its texts are taken as they stand (keys without outer blanks)."""
    if veld.codelijst in _PER_LIJST:
        return _PER_LIJST[veld.codelijst]
    if (veld.tabel, veld.code) == ("contactgegevens", "waarde"):
        # Its type stands in another column, but a contact that is a bare number can only be a telephone number.
        return _lees_telefoon
    return _PER_TYPE.get(veld.type)
