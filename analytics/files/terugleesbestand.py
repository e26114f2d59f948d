"""What the register now holds, for the pilot's own master data system: Excel and JSON lines."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterable, Mapping
from pathlib import Path
from types import TracebackType

import xlsxwriter

from analytics.domain.nummers import masker_insz

AFGESCHERMD = "(afgeschermd)"
_KOLOMMEN = (
    "intern_nummer", "vCode", "naam", "korteNaam", "verenigingstype", "status", "kboNummer", "startdatum",
    "korteBeschrijving", "minimumleeftijd", "maximumleeftijd", "hoofdactiviteiten", "werkingsgebieden",
    "contactgegevens", "locaties", "vertegenwoordigers",
)  # fmt: skip
_PERSOON = ("insz", "voornaam", "achternaam", "roepnaam", "e-mail", "telefoon", "mobiel", "socialMedia")
_HOOGSTENS = 32_000  # characters in a cell of Excel


class Terugleesbestand:
    """
    Writes ``terugleesbestand.xlsx`` and ``.jsonl`` row by row: memory does not grow with the number of associations.

    Args:
        map_: Where they come.
        met_personen: Whether representatives are shown; names and contact values of persons are masked otherwise.
    """

    def __init__(self, map_: Path, *, met_personen: bool = False) -> None:
        map_.mkdir(parents=True, exist_ok=True)
        self.xlsx, self.jsonl = map_ / "terugleesbestand.xlsx", map_ / "terugleesbestand.jsonl"
        self._deel_xlsx, self._deel_jsonl = map_ / ".terugleesbestand.xlsx.deel", map_ / ".terugleesbestand.jsonl.deel"
        self._met_personen = met_personen
        self._rij = 0

    def __enter__(self) -> Terugleesbestand:
        self._regels = self._deel_jsonl.open("w", encoding="utf-8", newline="\n")
        self._boek = xlsxwriter.Workbook(
            str(self._deel_xlsx),
            {"constant_memory": True, "strings_to_formulas": False, "strings_to_urls": False},
        )
        self._boek.set_properties({"title": "Terugleesbestand", "created": dt.datetime(2024, 1, 1)})
        self._tekst = self._boek.add_format({"num_format": "@"})
        self._blad = self._boek.add_worksheet("Verenigingen")
        self._blad.freeze_panes(1, 2)
        self._blad.set_column(0, len(_KOLOMMEN) - 1, 22)
        self._schrijf(_KOLOMMEN)
        return self

    def __exit__(
        self, soort: type[BaseException] | None, fout: BaseException | None, spoor: TracebackType | None
    ) -> None:
        if fout is None:
            self.sluit()
        else:
            self._regels.close()
            self._boek.close()
            self._deel_jsonl.unlink(missing_ok=True)
            self._deel_xlsx.unlink(missing_ok=True)

    def sluit(self) -> None:
        """Finish both files; they appear whole or not at all, for a half one would be imported."""
        if not self._regels.closed:
            self._regels.close()
            self._boek.close()
            self._deel_jsonl.replace(self.jsonl)
            self._deel_xlsx.replace(self.xlsx)

    def voeg_toe(self, intern_nummer: str, vcode: str, detail: Mapping[str, object]) -> None:
        """Add one association, as the register shows it."""
        getoond = dict(detail) if self._met_personen else {**detail, "vertegenwoordigers": self._masker(detail)}
        schoon = _zonder_at(getoond)
        regel = json.dumps(
            {"intern_nummer": intern_nummer, "vCode": vcode, "vereniging": schoon}, ensure_ascii=False, sort_keys=True
        )
        self._regels.write((regel if self._met_personen else masker_insz(regel)) + "\n")
        rij = _rij(intern_nummer, vcode, getoond)
        self._schrijf(rij if self._met_personen else [masker_insz(tekst) for tekst in rij])

    def _masker(self, detail: Mapping[str, object]) -> list[dict[str, object]]:
        return [
            {k: AFGESCHERMD if k in _PERSOON and w else w for k, w in mens.items()
             if k != "vertegenwoordigerContactgegevens"}
            for mens in _objecten(detail.get("vertegenwoordigers"))
        ]  # fmt: skip

    def _schrijf(self, teksten: Iterable[str]) -> None:
        for kolom, tekst in enumerate(teksten):
            self._blad.write_string(self._rij, kolom, tekst[:_HOOGSTENS], self._tekst)
        self._rij += 1


def _rij(intern_nummer: str, vcode: str, d: Mapping[str, object]) -> list[str]:
    soort, doelgroep = d.get("verenigingstype"), d.get("doelgroep")
    sleutels = [str(s.get("waarde", "")) for s in _objecten(d.get("sleutels")) if s.get("bron") == "KBO"]
    leeftijd = doelgroep if isinstance(doelgroep, dict) else {}
    return [
        intern_nummer, vcode, _t(d.get("naam")), _t(d.get("korteNaam")),
        _t(soort.get("code") if isinstance(soort, dict) else ""), _t(d.get("status")), ";".join(sleutels),
        _t(d.get("startdatum")), _t(d.get("korteBeschrijving")), _t(leeftijd.get("minimumleeftijd")),
        _t(leeftijd.get("maximumleeftijd")),
        ";".join(_t(a.get("code")) for a in _objecten(d.get("hoofdactiviteitenVerenigingsloket"))),
        ";".join(_t(w.get("code")) for w in _objecten(d.get("werkingsgebieden"))),
        _samen(d.get("contactgegevens"), "contactgegeventype", "waarde"),
        _samen(d.get("locaties"), "locatietype", "adresvoorstelling"),
        " | ".join(
            f"{_t(v.get('rol'))}: {_t(v.get('voornaam'))} {_t(v.get('achternaam'))}".strip(": ")
            for v in _objecten(d.get("vertegenwoordigers"))
        ),
    ]  # fmt: skip


def _samen(delen: object, soort: str, waarde: str) -> str:
    return " | ".join(f"{_t(deel.get(soort))}: {_t(deel.get(waarde))}" for deel in _objecten(delen))


def _zonder_at(waarde: object) -> object:
    """Drop the JSON-LD keys: they say nothing to another system."""
    if isinstance(waarde, dict):
        return {k: _zonder_at(w) for k, w in waarde.items() if not str(k).startswith("@")}
    return [_zonder_at(w) for w in waarde] if isinstance(waarde, list) else waarde


def _objecten(waarde: object) -> list[Mapping[str, object]]:
    return [d for d in waarde if isinstance(d, dict)] if isinstance(waarde, list) else []


def _t(waarde: object) -> str:
    return "" if waarde is None else str(waarde)
