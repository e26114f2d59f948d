"""The register's content as records: by search, by read-back file."""

from __future__ import annotations

import json

import pandas as pd
import pytest

from analytics.duplicates.records import Records
from analytics.errors import InstellingFout, RegisterFout
from analytics.register.dubbelcontrole import Dubbelvrager
from analytics.register.transport import Adres, in_proces
from analytics.run import dubbels_register
from analytics.run.dubbels_register import lees_jsonl, lees_uit_register
from analytics.sandbox.app import maak_app
from analytics.sandbox.instellingen import Instellingen
from analytics.sandbox.vullen import vul

GEHEIM = b"alleen voor deze test"
DETAIL = {
    "vCode": "V0001234",
    "naam": "Harmonie De Ster",
    "korteNaam": "",
    "sleutels": [{"bron": "KBO", "waarde": "0123456789"}, {"bron": "VR", "waarde": "V0001234"}],
    "hoofdactiviteitenVerenigingsloket": [{"code": "MUZ"}, {"code": "SPRT"}],
    "locaties": [{"adres": {"straatnaam": "Dorp", "huisnummer": "1", "postcode": "9340", "gemeente": "Lede"}}],
    "contactgegevens": [{"contactgegeventype": "E-mail", "waarde": "ster@example.be"}],
    "bankrekeningnummers": [{"iban": "BE68539007547034"}],
    "vertegenwoordigers": [{"voornaam": "An", "achternaam": "Peeters", "insz": "geheim"}],
}


def lichaam(naam, postcode=None, gemeente=None):
    adres = {"straatnaam": "Dorp", "huisnummer": "1", "postcode": postcode, "gemeente": gemeente, "land": "België"}
    plaats = {"locaties": [{"locatietype": "Activiteiten", "adres": adres}]} if postcode else {}
    return {"naam": naam} | plaats


def bron(*postcodes):
    namen = pd.DataFrame({"naam": pd.Series(["x"] * len(postcodes), dtype="string")})
    plaatsen = pd.DataFrame({"record": range(len(postcodes)), "postcode": postcodes, "gemeente": None}, dtype="object")
    return Records(namen, plaatsen)


@pytest.fixture
def register():
    app = maak_app(Instellingen(is_open=True, adresmatch=False))
    yield app
    app.register.sluit()


def vrager(app):
    nummer = "00000000-0000-4000-8000-000000000001"
    return Dubbelvrager(Adres("http://r", "OVO000001"), correlatie=lambda: nummer, transport=in_proces(app))


def test_search_gives_same_place_neighbours_and_what_has_no_place(register):
    vul(register, [lichaam("Hier", "9340", "Lede"), lichaam("Elders", "8000", "Brugge"), lichaam("Nergens"),
                   lichaam("Naast", "9300", "Aalst")])  # fmt: skip

    gelezen = lees_uit_register(vrager(register), bron("9340"), geheim=GEHEIM, eerste=5)

    assert gelezen.verenigingen["naam"].to_dict() == {5: "Hier", 6: "Nergens", 7: "Naast"}
    assert gelezen.verenigingen["vcode"].tolist() == ["V0001001", "V0001003", "V0001004"]
    assert gelezen.locaties[["record", "postcode", "gemeente"]].values.tolist() == [
        [5, "9340", "Lede"],
        [7, "9300", "Aalst"],
    ]


def test_search_reads_on_after_a_full_page(register, monkeypatch):
    monkeypatch.setattr(dubbels_register, "_BLADZIJDE", 2)
    vul(register, [lichaam(f"Club {i}", "9340", "Lede") for i in range(5)])

    gelezen = lees_uit_register(vrager(register), bron("9340"), geheim=GEHEIM, eerste=0)

    assert gelezen.verenigingen["naam"].tolist() == [f"Club {i}" for i in range(5)]


def test_register_that_refuses_us_is_told_without_its_content():
    app = maak_app(Instellingen(adresmatch=False))

    with pytest.raises(RegisterFout, match=r"zoeken in het register lukt niet \(HTTP 401\)"):
        lees_uit_register(vrager(app), bron("9340"), geheim=GEHEIM, eerste=0)
    app.register.sluit()


@pytest.mark.parametrize(
    "vorm", [lambda d: d, lambda d: {"vereniging": d}, lambda d: {"x": 1, "detail": {"vereniging": d}}]
)
def test_read_back_line_becomes_a_record_with_all_its_parts(tmp_path, vorm):
    pad = tmp_path / "terug.jsonl"
    pad.write_text(json.dumps(vorm(DETAIL)) + "\n\n", encoding="utf-8")

    gelezen = lees_jsonl(pad, geheim=GEHEIM, eerste=3)

    rij = gelezen.verenigingen.loc[3]
    assert (rij["bestand"], rij["vcode"], rij["naam"]) == ("terug.jsonl", "V0001234", "Harmonie De Ster")
    assert (rij["kbo_nummer"], rij["soort"], rij["hoofdactiviteiten"]) == ("0123456789", "kbo", "MUZ;SPRT")
    assert gelezen.locaties.loc[0, ["record", "straatnaam", "postcode"]].tolist() == [3, "Dorp", "9340"]
    assert gelezen.contactgegevens.values.tolist() == [[3, "E-mail", "ster@example.be"]]
    assert gelezen.bankrekeningen.values.tolist() == [[3, "BE68539007547034"]]
    assert len(gelezen.personen.loc[0, "sleutel"]) == 32
    assert "Peeters" not in gelezen.personen.to_csv() + gelezen.verenigingen.to_csv()


def test_line_that_is_no_association_is_told_with_its_number(tmp_path):
    pad = tmp_path / "terug.jsonl"
    pad.write_text(json.dumps(DETAIL) + "\n{}\n", encoding="utf-8")

    with pytest.raises(InstellingFout, match=r"terug.jsonl, regel 2: dit is geen vereniging"):
        lees_jsonl(pad, geheim=GEHEIM, eerste=0)
