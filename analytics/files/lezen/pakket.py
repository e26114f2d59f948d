"""Find the sheets of an OOXML workbook and what else it holds, by its relationships."""

from __future__ import annotations

import posixpath
from dataclasses import dataclass

from analytics.domain.blad import Zichtbaarheid
from analytics.files.lezen.guard import Archief, beschadigd
from analytics.files.lezen.xml import attribuut, is_waar, lees_boom, lokaal

_ZICHTBAARHEID: dict[str, Zichtbaarheid] = {"hidden": "verborgen", "veryHidden": "zeer verborgen"}


@dataclass(frozen=True)
class Verwijzing:
    """A relationship: its kind (last word of the type), its target part and whether that lies outside the file."""

    soort: str
    doel: str
    extern: bool


@dataclass(frozen=True)
class Bladverwijzing:
    """A sheet of the workbook: name, whether Excel shows it, kind (``worksheet``, ``chartsheet``, ...) and part."""

    naam: str
    zichtbaarheid: Zichtbaarheid
    soort: str
    deel: str


@dataclass(frozen=True)
class Pakket:
    """The workbook part: its sheets in order, the parts it leads to by kind, and its date system."""

    deel: str
    bladen: tuple[Bladverwijzing, ...]
    verwijzingen: dict[str, Verwijzing]
    vanaf_1904: bool

    def deel_van(self, soort: str) -> str | None:
        """Return the part of the first relationship of a kind (``styles``, ``sharedStrings``)."""
        for verwijzing in self.verwijzingen.values():
            if verwijzing.soort == soort and not verwijzing.extern:
                return verwijzing.doel
        return None


def lees_pakket(archief: Archief) -> Pakket:
    """
    Return the workbook part of an archive.

    Raises:
        WerkmapFout: When there is none, or a sheet it names is missing.
    """
    deel = _werkmapdeel(archief)
    wortel = lees_boom(archief, deel)
    if lokaal(wortel) != "workbook":
        raise beschadigd(archief.naam, "het hoofdonderdeel is geen werkmap")
    verwijzingen = lees_verwijzingen(archief, deel)
    bladen: list[Bladverwijzing] = []
    vanaf_1904 = False
    for element in wortel:
        if lokaal(element) == "workbookPr":
            vanaf_1904 = is_waar(element.get("date1904"))
        elif lokaal(element) == "sheets":
            for blad in element:
                if lokaal(blad) == "sheet":
                    verwijzing = verwijzingen.get(attribuut(blad, "id") or "")
                    if verwijzing is None or not archief.bevat(verwijzing.doel):
                        raise beschadigd(archief.naam, f"blad {len(bladen) + 1} ontbreekt")
                    zichtbaarheid = _ZICHTBAARHEID.get(blad.get("state", ""), "zichtbaar")
                    bladen.append(
                        Bladverwijzing(blad.get("name", ""), zichtbaarheid, verwijzing.soort, verwijzing.doel)
                    )
    return Pakket(deel, tuple(bladen), verwijzingen, vanaf_1904)


def lees_verwijzingen(archief: Archief, deel: str) -> dict[str, Verwijzing]:
    """Return the relationships of a part by their id; none when it has no relationships part."""
    map_, naam = posixpath.split(deel)
    rels = posixpath.join(map_, "_rels", f"{naam}.rels")
    if not archief.bevat(rels):
        return {}
    uit: dict[str, Verwijzing] = {}
    for element in lees_boom(archief, rels):
        if lokaal(element) == "Relationship":
            extern = element.get("TargetMode") == "External"
            doel = element.get("Target", "").replace("\\", "/")
            if not extern:
                doel = posixpath.normpath(posixpath.join("/", map_, doel)).lstrip("/")
            uit[element.get("Id", "")] = Verwijzing(element.get("Type", "").rpartition("/")[2], doel, extern)
    return uit


def _werkmapdeel(archief: Archief) -> str:
    for verwijzing in lees_verwijzingen(archief, "").values():
        if verwijzing.soort == "officeDocument" and archief.bevat(verwijzing.doel):
            return verwijzing.doel
    if archief.bevat("xl/workbook.xml"):
        return "xl/workbook.xml"
    raise beschadigd(archief.naam, "het onderdeel met de lijst van bladen ontbreekt")


def formaat_van(pakket: Pakket) -> str:
    """Return ``xlsm`` for a workbook with macros, ``xlsx`` for others, whatever the file is called."""
    return "xlsm" if pakket.deel_van("vbaProject") else "xlsx"
