"""
The weights: what each kind of agreement or difference adds to the log-odds that two records are one association.

Those of names and places were first set by hand, on the reasoning beside each, and then fitted on labelled pairs
(``benchmarks/dubbels_gewichten.py``: logistic regression, held near the reasoned weights), so that their sum is a
probability that holds. What the pairs do not have, evidence beside names and places, keeps its reasoned weight.
``benchmarks/dubbels.py`` measures them beside weights learned without labels (Fellegi-Sunter with EM over the same
kinds of agreement). EM loses because nearly every pair that blocking proposes shares a place and a kind of
association, so the strongest regularity in the unlabelled pairs is *same umbrella* against *other umbrella*, not *same
association*; and doubles are too rare in a clean file to be a class of their own.

A weight of 2.3 makes the odds ten times as high.
"""

from __future__ import annotations

# Before any evidence: of all pairs blocking proposes, few are doubles.
VOORAF = -4.0

# What the words that are not telling say; the number behind ``deel`` and ``overlap`` is the share of the longer name,
# in per cent, that both have.
NAAM = {
    "gelijk": 4.3,
    "gelijk_gewoon": 3.5,  # only a patron saint or a common word is shared
    "tikfout": 3.5,
    "tikfout_kort": 2.2,
    "alleen_koepel": 3.6,  # "Okra Gijzegem": umbrella and place are the whole name
    "alleen_soort": 2.4,
    "alleen_neven": 2.9,
    "alleen_algemeen": 1.4,
    "alleen_vereniging": 0.4,  # "Vereniging Gent"
    "alleen_plaats": 2.3,  # "Chiro Mariakerke" and "Mariakerke"
    "afkorting": 3.1,
    "afkorting_kort": 0.7,  # two letters prove less
    "afkorting_anders": 3.5,  # letters that are known to mean something else
    "afkorting_naam_kort": 0.9,  # two letters that would stand for a proper name
    "afkorting_soort_kort": 2.0,  # "VT Aalst" and "Volleyteam Aalst"
    "letters_erbij": -0.2,  # two letters on one side that nobody knows
    "erbij_koepel": -1.5,  # "Scouts Lede" and "Scouts Sint-Joris Lede"
    "erbij_koepel_plaats": 0.5,  # the same, where both name the place
    "erbij_koepel_hoofd": -0.2,  # where that place is a whole municipality
    "erbij_soort": -2.2,
    "erbij_soort_plaats": 0.0,
    "erbij_soort_hoofd": 0.0,
    "deel_75": 4.0,
    "deel_60": 2.3,
    "deel_50": 1.2,
    "deel_0": 1.5,
    "deel_naast": 2.9,  # "Wervel" and "Werkgroep voor Landbouw (Wervel)": brackets or a dash divide the longer name
    "overlap_75": 3.7,
    "overlap_60": 1.7,
    "overlap_45": -2.8,
    "overlap_0": -3.0,
    "verschillend": -6.0,
    "verschillend_kaal": -6.0,  # a proper name on one side, nothing in common
    "klinkt_85": 4.0,  # words that were not matched sound alike as a whole, in per cent
    "klinkt_75": 4.6,
    "klinkt_65": 2.8,
    "samenstelling_deels": -4.1,  # "Kweikersorkest" and "De Kweikers"
    "geplakt": 0.6,  # the same but for spaces
    "steun_koepel": 0.1,  # the same umbrella beside a partly shared name
    "steun_soort": 0.2,
}

# One telling word differs: the register's own blind spot. Behind the last colon: what proper words are shared.
ONDERSCHEID = {
    "botsing:koepel": -8.0,
    "botsing:soort:eigen": -7.4,
    "botsing:soort:gewoon": -7.5,
    "botsing:soort:geen": -7.5,
    "botsing:geslacht": -8.4,
    "botsing:leeftijd": -7.8,
    "botsing:neven": -8.4,
    "botsing:getal": -8.9,
    "botsing:wind": -6.2,
    "botsing:streek": -6.5,
    "botsing_jaartal": -6.7,
    "verwant:eigen": -3.7,  # harmonie and fanfare
    "verwant:gewoon": -3.3,
    "verwant:geen": -4.5,
    "soort_erbij:eigen": -1.1,
    "soort_erbij:gewoon": -1.7,
    "soort_erbij:geen": -3.2,  # "Filipino Community" and "Filipino Choir"
    "andere_letters": -3.9,  # "KVK Tienen" and "KVV Tienen"
    "tweede_ploeg": -6.3,  # "KFC Lede" and "KFC Lede 2"
    "bezigheid_van_koepel": -6.8,  # "KWB Fietsen Heule" and "KWB Heule": a branch for itself
    "koepel_meisjes": -3.7,  # VKSJ beside KSA
    "koepel_tegen_soort": -5.5,  # a chiro on one side, a playground or sports club on the other
    # Only one of both has it: an umbrella or discipline is often left out, "Dames" seldom.
    "eenzijdig:koepel": -0.4,
    "eenzijdig:soort:eigen": -1.4,
    "eenzijdig:soort:gewoon": -1.5,
    "eenzijdig:soort:geen": 0.0,
    "eenzijdig:geslacht": -4.9,
    "eenzijdig:leeftijd": -6.4,
    "eenzijdig:neven": -5.0,
    "eenzijdig:getal": 0.0,
    "eenzijdig:gewest": -3.1,  # "Gezinsbond gewest Kessel-Lo"
    "eenzijdig:wind": -2.2,
    "eenzijdig:streek": -1.7,
    # "Vrouwenkoor Amaranthe" and "Amaranthe": the whole description is missing, not just the women.
    "eenzijdig_beschrijving": -1.8,
    "eenzijdig_koor": -4.0,  # "Mannenkoor Amaranthe" and "Zanggroep Amaranthe"
    "instelling_anders:eigen": -0.7,  # a committee and a guild
    "instelling_anders:gewoon": -1.0,
    "instelling_anders:geen": -3.3,
    "instelling_erbij:eigen": -1.6,
    "instelling_erbij:gewoon": -1.2,
    "instelling_erbij:geen": 0.0,
    "plaats_anders:eigen": -6.2,
    "plaats_anders:geen": -8.0,
    "plaats_hoofd:eigen": -3.5,  # one names the municipality, the other a part of it
    "plaats_hoofd:geen": -7.1,
    "plaats_erbij:eigen": -0.8,  # one names a part more than the other
    "plaats_erbij:geen": -2.0,
    "plaats_deels:eigen": 0.0,  # both name a part that the other does not
    "plaats_deels:geen": -6.2,
}

# Places.
PLAATS = {
    "postcode": 3.8,
    "gemeente": 2.8,
    "naam": 2.6,
    "geen_bestand": 3.5,
    "verschreven": 1.5,
    "ontbreekt": 1.2,  # in a large file many others may bear the name; the pairs show too few of those
    "deel": -0.6,  # another part of the municipality, and a name that every part may have
    "deel_centrum": 0.9,  # the same, where one gives the postcode of the town hall
    "buurt": 0.4,
    "streek": -1.7,
    "naam_elders": -3.0,  # no place, but the name mentions another municipality
    "ander": -4.2,
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
    "e_mail": 4.6,
    "website": 4.6,
    "telefoon": 4.0,
    "adres": 1.8,
    "personen": 2.2,
}
PERSONEN_MEER = 1.6  # every next shared representative
VOLGEND_BEWIJS = 0.5
KBO_VERSCHILT = -7.0
ACTIVITEITEN_GELIJK = 0.4
ACTIVITEITEN_VERSCHILLEN = -0.7
