"""How two names in one municipality compare: glued, cut, abbreviated, made of parts, and what tells them apart."""

from __future__ import annotations

import pytest
from lede import LEDE, oordeel

from analytics.duplicates import gewichten as g
from analytics.duplicates.naam import Naamlezer
from analytics.duplicates.omgeving import Gemeente, Omgeving
from analytics.duplicates.vergelijk_naam import vergelijk_namen

# What a pair in one postcode needs to be called a double.
GENOEG = 0.6


@pytest.mark.parametrize(
    ("een", "ander"),
    [
        ("Toneelgroep Onder Ons", "Amateurtoneel Onderons"),
        ("Volleybalclub Datovoc", "Da To Voc Lede"),
        ("De Woudzangers", "De Zangers van het Woud"),
        ("Sint-Ceciliakoor", "Koor Sint-Cecilia"),
        ("Lambertusfanfare Lede", "Koninklijke Fanfare St. Lambertus"),
        ("Molenvrienden Lede", "Vrienden van de Molen Lede"),
        ("Volleyteam Lede", "VT Lede"),
        ("Ouderraad Sint-Jozefscollege", "Ouderraad SJC Lede"),
        ("Krulbolclub De Lustige Snaters", "KBC De Lustige Snaters Lede"),
        ("Koninklijke Sportvereniging Lede", "K.S.V. Lede"),
        ("Molse Zwemclub MZC", "M.Z.C."),
        ("De Ver. Snaters", "De Verenigde Snaters"),
        ("Accordeonclub De Trekzak", "De Trekzak Lede"),
        ("KWB Lede", "Raak Lede"),
        ("Wandelclub De Kwetteraars", "Lede Wandelt - De Kwetteraars"),
        ("Dames Lede Volleybalclub", "Dalevoc"),
        ("KTK Rust Roest", "Turnkring Rust Roest Lede"),
        ("Volleybalclub Lede, dames en heren", "Volleybalclub Lede"),
        ("De Snaters", "Minigolfclub De Snaters (De Kwetters)"),
        ("Snaterhoek Lede", "Snaterhoek Lede (vroeger De Kwetters)"),
        ("Heemkring N. Snater", "Heemkundige Kring Nicolaas Snater"),
        ("Vereniging Snater Land v. Waas", "Snater Land van Waas"),
        ("Harmonie Servatius", "Harmonie Sint-Servaas"),
        ("HetPaleis", "Koninklijk Jeugdtheater"),
        ("Sint-Vincentius Lede", "Vincentiusvereniging Sint-Vincentius a Paulo"),
        ("Seniorencentrum Lede", "Vlaams Seniorencentrum Lede vzw"),
        ("Snaterse Fotoclub", "Fotokring Snater"),
        ("Dansgroep Reynaert", "Reinaertdansers Lede"),
        ("Wijkcomité Ter Snate", "Buurtcomité Tersnaete"),
        ("Natuurpunt Lede", "Natuurpunt Oost-Limburg kern Lede"),
        ("De Lediese Bij", "Lede - De Lediese Bijen"),
        ("Duivebond De Snater", "Duivenbond De Snater Lede"),
        ("Heemkring Maurits Van Snaterbeke", "Heemkundige Kring M. Vansnaterbeke"),
        ("Turnkring Vlug en Kracht", "Turnclub Vlugheid & Kracht"),
        ("F.C. S.N.A. Lede", "SNA"),
        ("Volharding Turnen", "K.T.V. De Volharding Lede"),
        ("Rederijkerskamer Barbara", "Rederijkers De Barbaristen Lede"),
        ("Fanfare De Ware Vrienden", "Fanfare De Ware Vrienden van Lede"),
        ("Stadsharmonie Lede", "Koninklijke Stedelijke Harmonie Sint-Cecilia"),
        ("Oudercomité De Tweesnater", "Ouderraad Twee-Snater Lede"),
        ("LZC zwemmen", "Ledese Zwemclub"),
        ("CD&V Lede", "Christen-Democratisch en Vlaams Lede"),
        ("Wandelclub De Roosestappers", "Roose stappers Lede"),
        ("Herbakkersgilde Lede", "Gilde van de Herbakkers"),
        ("Ledese Snaaikensorde", "Orde van het Ledese Snaaike"),
        ("Paardenvissersorde Lede", "Orde van de Paardenvisser"),
        ("Gidsenkring Lede", "Gidsen kring Lede"),
        ("Wielerclub De Kruisbergvrienden", "Kruisberg Vrienden Lede"),
        ("Het Ros Beiaardcomité", "Ros Beyaard Comité Lede"),
        ("Vrienden van de Ledese Musea", "Museumvrienden Lede"),
        ("De Wuitens Carnaval", "Wuitensgenootschap Lede"),
        ("Impevrienden", "Vrienden van Impe vzw"),
        ("Oudheidkundige Kring Land van Waas", "KOKW"),
        ("LVV", "K. Lede V.V."),
        ("Ledevoc", "Lede Volleybalclub"),
        ("Harmonie De Scheldezonen", 'Koninklijke Harmonie "Les Fils de l\'Escaut"'),
        ("Visclub De Mark", "Hengelclub De Marckvissers"),
        ("Ouderraad Sint-Jan Berchmans", "Oudercomité SJB-college"),
        ("Schutterij Sint-Antonius Lede", "Sint-Antoniusgilde Lede"),
        ("Supporters De Snaters - De Kwetteraars", "Supportersclub Blauw-Zwart - De Kwetteraars"),
    ],
)
def test_the_same_association_written_another_way(lezer: Naamlezer, een, ander):
    assert oordeel(lezer, een, ander).totaal >= GENOEG


@pytest.mark.parametrize(
    ("een", "ander", "kenmerk"),
    [
        ("KWB Fietsen Lede", "KWB Lede", "bezigheid_van_koepel"),
        ("Judoclub De Snater", "Voetbalclub De Snater", "botsing:soort:eigen"),
        ("Volleybalclub Lede dames", "Volleybalclub Lede", "eenzijdig:geslacht"),
        ("Femma Impe", "Femma Wanzele", "plaats_anders:geen"),
        ("VKSJ Lede", "KSA Lede", "koepel_meisjes"),
        ("KFC Lede", "Fotoclub Lede", "afkorting_anders_kort"),
        ("Buurtcomité Molenwijk", "Buurtcomité Molendries", "verschillend"),
        ("Kwettersorkest", "De Kwetters", "samenstelling_deels"),
        ("De Druivenvrienden", "De Duivenvrienden", "verschillend_kaal"),
        ("Kerkkoor Sint-Amandus Lede", "KSA Lede", "afkorting_anders_koepel"),
        ("Rotary Lede", "Rotary Lede Snaterkring", "serviceclub_erbij"),
        ("ZVK De Snater", "Zwemkring De Snater", "letters_anders:eigen"),
        ("Turkse vereniging Lede", "Voetbalclub Lede", "herkomst_tegen_soort:geen"),
        ("Comité Oude Snaterstraat", "Comité Nieuwe Snaterstraat", "tegendeel"),
        ("Pasar Lede", "Wandelclub De Snaters Lede", "erbij_voor"),
        ("BC De Snater (badminton)", "BC De Snater (biljart)", "botsing:soort:eigen"),
        ("Supportersclub SK Lede", "SK Lede", "eenzijdig:neven:geen"),
        ("Chiro Sint-Paulus Lede", "Chiro Sint-Paula Lede", "verschillend"),
        ("Drumband Sint-Cecilia", "Fanfare Sint-Cecilia", "botsing:soort:gewoon"),
        ("Drumband Fanfare Sint-Cecilia", "Fanfare Sint-Cecilia", "onderdeel"),
        ("Velt Waasland", "Velt Lede", "streek_tegen_plaats:geen"),
        ("KRCG", "KRSG", "verschillend"),
        ("Jeugdhuis De Fabriek", "DF Lede", "verschillend_kaal"),
        ("Sint-Jorisgilde Lede", "Hockeyclub Sint-Joris Lede", "elk_iets:gewoon"),
        ("KLJ Lede", "Vrienden van KLJ Lede", "neven_van_koepel"),
        ("Meisjesscouts Sint-Franciscus", "Jongensscouts Sint-Franciscus", "botsing:geslacht"),
        ("Basketdames Lede", "Genootschap James Snater", "verschillend_kaal"),
    ],
)
def test_what_tells_two_associations_apart_is_named(lezer: Naamlezer, een, ander, kenmerk):
    gezien = oordeel(lezer, een, ander)

    assert kenmerk in gezien.kenmerken
    assert gezien.totaal < GENOEG


def test_a_part_that_is_named_after_the_whole_is_another_place(lezer: Naamlezer):
    lede = Gemeente(LEDE, frozenset({"lede"}), namen=frozenset({"lede", "klein lede", "konterlede", "conterlede"}))
    lezer = lezer.met_plaatsen([("Klein-Lede", LEDE), ("Konterlede", LEDE), ("Conterlede", LEDE)])

    def kenmerken(een: str, ander: str) -> tuple[str, ...]:
        return vergelijk_namen(lezer.lees(een), lezer.lees(ander), Omgeving((lede,))).kenmerken

    assert "plaats_hoofd:geen" in kenmerken("Femma Lede", "KAV Klein-Lede")
    assert kenmerken("Femma Konterlede", "KAV Conterlede") == ("alleen_koepel",)


def test_what_brackets_hold_counts_in_the_other_name_only(lezer: Naamlezer):
    assert oordeel(lezer, "Hand in Hand (feitelijke vereniging)", "Speelotheek De Snater").niveau == "verschillend"


def test_letters_that_no_word_begins_with_say_less(lezer: Naamlezer):
    assert (
        oordeel(lezer, "BTR (zwemmen)", "Ledese Zwemclub").totaal
        < oordeel(lezer, "LZC (zwemmen)", "Ledese Zwemclub").totaal
    )


def test_every_mark_has_a_weight(lezer: Naamlezer):
    for een, ander in (("Chiro Lede", "Chiro Sint-Jan Lede"), ("Gilde Lede", "Comité Lede"), ("De Roos", "De Rozen")):
        assert set(oordeel(lezer, een, ander).kenmerken) <= g.NAAM.keys() | g.ONDERSCHEID.keys()
