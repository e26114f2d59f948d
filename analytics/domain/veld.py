"""What a column and a kind of record are; :mod:`analytics.domain.velden` lists them all."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Literal

WerkmapSoort = Literal["feitelijk", "kbo"]
FEITELIJK: WerkmapSoort = "feitelijk"
KBO: WerkmapSoort = "kbo"
BEIDE: tuple[WerkmapSoort, ...] = (FEITELIJK, KBO)


class Type(StrEnum):
    """How the text of a cell is read."""

    TEKST = "tekst"
    SLEUTEL = "sleutel"
    DATUM = "datum"
    GETAL = "geheel getal"
    JANEE = "ja of nee"
    CODE = "één waarde uit een lijst"
    CODES = "waarden uit een lijst, gescheiden door ;"
    TEKSTEN = "teksten, gescheiden door ;"
    KBO = "KBO-nummer"
    INSZ = "INSZ"
    IBAN = "IBAN"
    EMAIL = "e-mailadres"
    TELEFOON = "telefoonnummer"
    URL = "webadres"


@dataclass(frozen=True)
class Veld:
    """
    One column.

    Attributes:
        code: Our name, the register's in snake case; unique within its table.
        tabel: Key in :data:`TABELLEN`.
        kop: The heading in the template, exactly.
        hint: Dutch input hint for who fills in the column.
        type: How the text is read.
        api: Field name in the register's request, ``None`` when the column is not loaded.
        werkmappen: Template workbooks that have the column.
        verplicht: ``R`` required, ``C`` required under a condition, ``O`` optional.
        codelijst: Name of the code list the values come from.
        persoonlijk: Whether a value says something about a natural person; such values are never printed.
        aliassen: Other headings that mean the same.
    """

    code: str
    tabel: str
    kop: str
    hint: str
    type: Type = Type.TEKST
    api: str | None = None
    werkmappen: tuple[WerkmapSoort, ...] = BEIDE
    verplicht: Literal["R", "C", "O"] = "O"
    codelijst: str | None = None
    persoonlijk: bool = False
    aliassen: tuple[str, ...] = ()


@dataclass(frozen=True)
class TabelSoort:
    """A kind of record: its sheet, its words in wide headings (``Locatie 2 straatnaam``), its workbooks."""

    code: str
    blad: str
    enkelvoud: str
    voorvoegsels: tuple[str, ...]
    werkmappen: tuple[WerkmapSoort, ...] = BEIDE
    verplicht: bool = False
    bladaliassen: tuple[str, ...] = ()


TABELLEN: dict[str, TabelSoort] = {
    t.code: t
    for t in (
        TabelSoort(
            "verenigingen",
            "Verenigingen",
            "vereniging",
            ("vereniging",),
            verplicht=True,
            bladaliassen=("Vereniging", "Algemeen", "Basisgegevens"),
        ),
        TabelSoort(
            "contactgegevens",
            "Contactgegevens",
            "contactgegeven",
            ("contactgegeven", "contact"),
            bladaliassen=("Contact", "Contacten", "Contactgegeven"),
        ),
        TabelSoort(
            "locaties",
            "Locaties",
            "locatie",
            ("locatie", "adres"),
            bladaliassen=("Locatie", "Adressen", "Adres"),
        ),
        TabelSoort(
            "vertegenwoordigers",
            "Vertegenwoordigers",
            "vertegenwoordiger",
            ("vertegenwoordiger", "bestuurder", "contactpersoon"),
            (FEITELIJK,),
            bladaliassen=("Vertegenwoordiger", "Bestuur", "Bestuursleden"),
        ),
        TabelSoort(
            "bankrekeningen",
            "Bankrekeningen",
            "bankrekening",
            ("bankrekening", "rekening"),
            bladaliassen=("Bankrekening", "Bankrekeningnummers", "Rekeningen"),
            werkmappen=(FEITELIJK,),
        ),
    )
}

SLEUTEL_HINT = "De sleutel uit blad Verenigingen: zo weten we bij welke vereniging deze rij hoort."


def sleutelveld(tabel: str, hint: str = SLEUTEL_HINT, werkmappen: tuple[WerkmapSoort, ...] = BEIDE) -> Veld:
    """Return the column that links a record to its association."""
    return Veld(
        "intern_nummer",
        tabel,
        "Intern nummer",
        hint,
        Type.SLEUTEL,
        None,
        werkmappen,
        "R",
        aliassen=("Internnummer", "Intern nr", "Intern ID", "Nummer", "Nr", "ID", "Sleutel", "Referentie"),
    )
