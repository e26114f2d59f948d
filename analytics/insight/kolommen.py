"""The profile of a delivery: per sheet and column what is in it, without showing a value of a person."""

from __future__ import annotations

import re

import pandas as pd

from analytics.domain.codelijsten import codelijst
from analytics.domain.levering import Levering
from analytics.domain.nummers import masker_insz
from analytics.domain.velden import VELDEN, Type, Veld, is_persoonlijk
from analytics.insight.gevuld import bladnaam, geldt_voor, zijn_gevuld
from analytics.insight.vormen import count_vormen

#: Columns that are not about a person by name, but whose values often lead to one: a chairman's mobile number among
#: the contacts, his house as the seat, "bellen naar Jan" as a remark.
NOOIT_AFGEDRUKT = frozenset(
    {
        ("contactgegevens", "waarde"),
        ("contactgegevens", "beschrijving"),
        ("bankrekeningen", "iban"),
        ("bankrekeningen", "doel"),
        ("locaties", "locatienaam"),
        ("locaties", "straatnaam"),
        ("locaties", "huisnummer"),
        ("locaties", "busnummer"),
        ("locaties", "adres_id"),
        ("verenigingen", "opmerking"),
        ("verenigingen", "korte_beschrijving"),
    }
)
_SCHEIDING = re.compile(r"[;,\n]")
_TOP = 3
_LANG = 40


def is_afgeschermd(tabel: str, veld: str) -> bool:
    """Tell whether values of the column stay out of reports: personal ones, and those that often lead to a person."""
    return is_persoonlijk(tabel, veld) or (tabel, veld) in NOOIT_AFGEDRUKT


def profile_levering(levering: Levering) -> pd.DataFrame:
    """
    Return one row per column of the templates that applies to a delivered sheet.

    Columns: ``tabel, blad, veld, kop`` (str), ``aanwezig`` (bool: some delivered workbook has the heading),
    ``rijen`` (rows the column applies to), ``gevuld``, ``leeg``, ``uniek`` (distinct filled values as they stand),
    ``kortste``, ``langste`` (characters, <NA> when nothing is filled), ``vormen`` (the three most frequent shapes with
    their numbers), ``vaakst`` (the three most frequent values that occur at least twice; <NA> for columns about
    persons), ``in_lijst`` (filled cells with only codes or labels of the code list, <NA> without a list).
    """
    gekend = levering.koppen.loc[levering.koppen["status"].eq("gekend"), ["tabel", "veld"]]
    aanwezig = set(gekend.itertuples(index=False, name=None))
    rijen = [_profile_kolom(levering, veld, (veld.tabel, veld.code) in aanwezig) for veld in VELDEN]
    profiel = pd.DataFrame(rijen)
    profiel = profiel.loc[profiel["rijen"].gt(0)].reset_index(drop=True)
    tekst = ["tabel", "blad", "veld", "kop", "vormen", "vaakst"]
    getal = ["rijen", "gevuld", "leeg", "uniek", "kortste", "langste", "in_lijst"]
    return profiel.astype(dict.fromkeys(tekst, "string") | dict.fromkeys(getal, "Int64"))


def _profile_kolom(levering: Levering, veld: Veld, aanwezig: bool) -> dict[str, object]:
    kolom = levering.tabellen[veld.tabel].waarden.loc[geldt_voor(levering, veld), veld.code]
    waarden = kolom.loc[zijn_gevuld(kolom)]
    aantallen = waarden.value_counts().astype("int64")
    lengtes = aantallen.index.str.len()
    leeg = aantallen.empty
    return {
        "tabel": veld.tabel,
        "blad": bladnaam(veld.tabel),
        "veld": veld.code,
        "kop": veld.kop,
        "aanwezig": aanwezig,
        "rijen": len(kolom),
        "gevuld": len(waarden),
        "leeg": len(kolom) - len(waarden),
        "uniek": len(aantallen),
        "kortste": pd.NA if leeg else int(lengtes.min()),
        "langste": pd.NA if leeg else int(lengtes.max()),
        "vormen": pd.NA if leeg else _opsomming(count_vormen(aantallen)),
        "vaakst": _vaakst(veld, aantallen),
        "in_lijst": _in_lijst(veld, aantallen),
    }


def _opsomming(aantallen: pd.Series[int]) -> str:
    top = [f"{_kort(str(tekst))} ({aantal}×)" for tekst, aantal in aantallen.head(_TOP).items()]
    rest = len(aantallen) - _TOP
    return " · ".join(top) + (f" · nog {rest} andere" if rest > 0 else "")


def _kort(tekst: str) -> str:
    return tekst if len(tekst) <= _LANG else tekst[: _LANG - 1] + "…"


def _vaakst(veld: Veld, aantallen: pd.Series[int]) -> object:
    if is_afgeschermd(veld.tabel, veld.code):
        return pd.NA
    # A value that occurs once is not frequent, and may be what somebody typed in the wrong column.
    vaker = aantallen.loc[aantallen.ge(2)].sort_index().sort_values(ascending=False, kind="stable").head(_TOP)
    return " · ".join(f"{_kort(masker_insz(str(w)))} ({n}×)" for w, n in vaker.items()) if len(vaker) else pd.NA


def _in_lijst(veld: Veld, aantallen: pd.Series[int]) -> object:
    if veld.codelijst is None:
        return pd.NA
    lijst = codelijst(veld.codelijst)
    gekend = {s.strip().casefold() for regel in lijst["schrijfwijzen"] for s in str(regel).split(";")} - {""}
    gekend |= {str(w).casefold() for w in [*lijst["code"], *lijst["naam"]]}

    def hoort(tekst: str) -> bool:
        if tekst.strip().casefold() in gekend or veld.type is not Type.CODES:
            return tekst.strip().casefold() in gekend
        return all(deel.strip().casefold() in gekend for deel in _SCHEIDING.split(tekst) if deel.strip())

    return int(sum(aantal for tekst, aantal in aantallen.items() if hoort(str(tekst))))
