"""
The weights: what each kind of agreement or difference adds to the log-odds that two records are one association.

Set by hand on the reasoning beside each group and checked against labelled pairs. ``benchmarks/dubbels.py`` measures
them beside weights learned without labels (Fellegi-Sunter with EM over the same kinds of agreement): on 4,000 records
of the measuring generator F1 .88 against .43 for EM at its best threshold. EM loses because nearly every pair that
blocking proposes shares a place and a kind of association, so the strongest regularity in the unlabelled pairs is
*same umbrella* against *other umbrella*, not *same association*; and doubles are too rare in a clean file to be a
class of their own.

A weight of 2.3 makes the odds ten times as high.
"""

from __future__ import annotations

# Before any evidence: of all pairs blocking proposes, few are doubles.
VOORAF = -5.0

# Names. The shared part must be worth more than what lies before it; see NIVEAUS in vergelijk_naam.
GELIJK = 8.0
GELIJK_GEWOON = 7.0  # only a patron saint or a common word is shared
TIKFOUT = 7.0
TIKFOUT_KORT = 5.5
ALLEEN_KOEPEL = 6.5  # "Okra Gijzegem": umbrella and place are the whole name
ALLEEN_SOORT = 5.6
ALLEEN_ALGEMEEN = 5.0
ALLEEN_PLAATS = 3.2  # "Chiro Mariakerke" and "Mariakerke"
AFKORTING = 4.6
AFKORTING_KORT = 0.5  # two letters, or letters that are known to mean something else, prove less
AFKORTING_NAAM_KORT = 2.3  # two letters that would stand for a proper name
AFKORTING_SOORT_KORT = 4.0  # "VT Aalst" and "Volleyteam Aalst"
LETTERS_ERBIJ = 1.5  # two letters on one side that nobody knows
ZELFDE_SOORT_ANDERS_KAAL = 0.9  # "Scouts Lede" and "Scouts Sint-Joris Lede"
DEEL = ((0.75, 4.6), (0.6, 3.4), (0.5, 2.5), (0.0, -0.5))  # share of the longer name that the shorter covers
DEEL_NAAST = 4.4  # "Wervel" and "Werkgroep voor Landbouw (Wervel)": brackets or a dash divide the longer name
OVERLAP = ((0.75, 3.0), (0.6, 1.0), (0.45, -1.0), (0.0, -3.0))
VERSCHILLEND = -6.0
KLASSE_STEUNT = 0.7  # same umbrella or discipline beside a partly shared name

# One telling word differs: the register's own blind spot.
BOTSING = {
    "koepel": -8.0,
    "soort": -7.5,
    "geslacht": -7.5,
    "leeftijd": -7.5,
    "neven": -8.0,
    "getal": -8.5,
    "wind": -7.0,
    "streek": -6.5,
}
SOORT_ERBIJ = -4.0  # "Filipino Community" and "Filipino Choir", without a name of their own
ANDERE_LETTERS = -4.0  # "KVK Tienen" and "KVV Tienen"
BOTSING_JAARTAL = -6.0
TWEEDE_PLOEG = -6.3  # "KFC Lede" and "KFC Lede 2"
BEZIGHEID_VAN_KOEPEL = -6.5  # "KWB Fietsen Heule" and "KWB Heule": a branch for itself
KOEPEL_TEGEN_SOORT = -5.5  # a chiro on one side, a playground or sports club on the other
# Only one of both has it: an umbrella or discipline is often left out, "Dames" seldom.
EENZIJDIG = {
    "koepel": -0.8,
    "soort": -0.5,
    "geslacht": -6.3,
    "leeftijd": -6.3,
    "neven": -6.3,
    "getal": -0.8,
    "wind": -4.0,
    "streek": -0.3,
}
# "Vrouwenkoor Amaranthe" and "Amaranthe": the whole description is missing, not just the women.
EENZIJDIG_BESCHRIJVING = -2.8
ANDERE_DEELGEMEENTE = (-4.5, -8.0)  # with, without a proper name beside it
DEELGEMEENTE_EN_GEMEENTE = (-0.5, -5.0)

# Places.
PLAATS = {
    "postcode": 2.7,
    "gemeente": 2.3,
    "naam": 2.0,
    "geen_bestand": 1.7,
    "verschreven": 1.5,
    "ontbreekt": -0.8,
    "deel": -2.7,  # another part of the municipality, and a name that every part may have
    "buurt": -1.0,
    "streek": -3.2,
    "ander": -6.0,
}
# A name without a place may be any of the associations that bear it elsewhere, or one more that we do not know of.
ELDERS_ZELFDE = 6.0  # per other municipality where the whole name occurs
ELDERS_EIGEN = 2.0  # per other municipality where its proper words occur, whatever the kind of association
TIKFOUT_ZONDER_PLAATS = 0.7  # a misspelt name without a place may as well be another name
GEWONE_NAAM_ELDERS = 5  # a patron saint's name is used in at least so many places

# Other evidence; the strongest counts fully, each next for half: a shared secretary brings mail, phone and person
# at once.
BEWIJS = {
    "kbo_nummer": 9.0,
    "iban": 5.0,
    "e_mail": 4.2,
    "website": 4.2,
    "telefoon": 3.6,
    "adres": 1.8,
    "personen": 2.2,
}
PERSONEN_MEER = 1.6  # every next shared representative
VOLGEND_BEWIJS = 0.5
KBO_VERSCHILT = -7.0
ACTIVITEITEN_GELIJK = 0.4
ACTIVITEITEN_VERSCHILLEN = -0.7
