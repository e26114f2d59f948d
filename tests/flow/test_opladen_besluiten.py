"""From a load that stops on possible duplicates to decisions that the next load follows, as an analyst does it."""

from __future__ import annotations

import datetime as dt
import json
from dataclasses import replace
from pathlib import Path

import openpyxl
import pytest

from analytics.files.besluiten import KOPPEN
from analytics.register.tempo import Tempo
from analytics.run.besluiten import neem_op, schrijf_werkmap
from analytics.run.leveringen import VOORBEELD
from analytics.run.opladen_opdracht import Opdrachtgegevens, opladen


@pytest.fixture
def gegevens(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Opdrachtgegevens:
    monkeypatch.setenv("MIGRATIE_BRON", str(VOORBEELD))
    return Opdrachtgegevens(
        piloot="aalst", ronde=2, peildatum=dt.date(2025, 6, 20), grootboeken=tmp_path / "grootboek",
        tempo=Tempo(gelijktijdig=1),
    )  # fmt: skip


def _vul_in(pad: Path, antwoorden: dict[str, str]) -> None:
    """Answer as a pilot does in a spreadsheet: each association one answer for all its candidates."""
    boek = openpyxl.load_workbook(pad)
    blad = boek["Besluiten"]
    kolom = {naam: nr for nr, naam in enumerate(KOPPEN, 1)}
    for rij in range(2, blad.max_row + 1):
        sleutel = blad.cell(rij, kolom["intern_nummer"]).value
        blad.cell(rij, kolom["antwoord"]).value = antwoorden.get(sleutel)
        blad.cell(rij, kolom["wie"]).value = "dienst vrije tijd"
        blad.cell(rij, kolom["wanneer"]).value = dt.datetime(2025, 6, 21)
    boek.save(pad)


def _achternamen(map_: Path) -> set[str]:
    regels = (map_ / "terugleesbestand.jsonl").read_text(encoding="utf-8").splitlines()
    mensen = [m for regel in regels for m in json.loads(regel)["vereniging"].get("vertegenwoordigers", [])]
    return {m["achternaam"] for m in mensen}


def test_decisions_are_asked_booked_once_and_followed(gegevens: Opdrachtgegevens, tmp_path: Path):
    lading, namen = opladen(gegevens, tmp_path / "een")
    dubbels = lading.uitkomsten.query("status == 'potentiele_dubbel'")["intern_nummer"].tolist()
    pad = tmp_path / "besluiten.xlsx"

    aantal = schrijf_werkmap(gegevens, pad)
    rijen = list(openpyxl.load_workbook(pad)["Besluiten"].iter_rows(min_row=2, values_only=True))
    voorstel = {rij[1]: rij[10] for rij in rijen}

    assert aantal == len(dubbels) == 15
    assert sorted(voorstel) == sorted(dubbels)
    assert [rij[0] for rij in rijen] == sorted(rij[0] for rij in rijen)  # sitting after sitting
    # The one true double of the delivery is proposed as such; the others only share the name of a village.
    assert [sleutel for sleutel, woord in voorstel.items() if woord == "zelfde"] == ["AAL-900002"]
    assert all(rij[11] for rij in rijen)

    antwoorden = dict.fromkeys(dubbels, "verschillend") | {"AAL-900002": "zelfde", dubbels[0]: "weet niet"}
    del antwoorden[dubbels[1]]
    _vul_in(pad, antwoorden)
    nieuw, open_ = neem_op(gegevens, pad)

    assert (len(nieuw), open_) == (14, (f"{dubbels[1]}: nog niet voor elke kandidaat een antwoord.",))
    assert neem_op(gegevens, pad)[0] == ()

    daarna, _ = opladen(replace(gegevens, met_personen=True), tmp_path / "twee")
    status = daarna.uitkomsten.set_index("intern_nummer")["status"]

    assert status[dubbels].value_counts().to_dict() == {
        "geladen": 12, "potentiele_dubbel": 2, "bevestigde_dubbel": 1
    }  # fmt: skip
    assert (status["AAL-900002"], status[dubbels[0]]) == ("bevestigde_dubbel", "potentiele_dubbel")
    assert len(daarna.uitkomsten) == len(lading.uitkomsten) == 80
    # Only who was left open is asked again.
    assert schrijf_werkmap(gegevens, tmp_path / "rest.xlsx") == 1
    assert {"besluiten.xlsx", "terugleesbestand.jsonl"} <= set(namen)
    # Persons are shown in what the pilot reads back only when asked for.
    assert _achternamen(tmp_path / "een") == {"(afgeschermd)"}
    assert len(_achternamen(tmp_path / "twee") - {"(afgeschermd)"}) > 20
    assert "(afgeschermd)" not in _achternamen(tmp_path / "twee")
