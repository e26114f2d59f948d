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
    "gelijk_gewoon": 3.7,  # only a patron saint or a common word is shared
    "tikfout": 3.9,
    "tikfout_kort": 2.7,
    "alleen_koepel": 3.6,  # "Okra Gijzegem": umbrella and place are the whole name
    "alleen_soort": 2.4,
    "alleen_neven": 2.3,
    "alleen_algemeen": 1.2,
    "alleen_vereniging": 0.0,  # "Vereniging Gent"
    "alleen_plaats": 1.5,  # "Chiro Mariakerke" and "Mariakerke"
    "afkorting": 3.8,
    "afkorting_kort": 0.2,  # two letters prove less
    "afkorting_anders": -0.5,  # letters that are known to mean something else
    "afkorting_anders_naast": -0.7,  # "TC De Warande" and "Toneelclub De Warande"
    "afkorting_anders_kort": -4.3,
    "afkorting_naam_kort": 0.3,  # two letters that would stand for a proper name
    "afkorting_soort_kort": 1.8,  # "VT Aalst" and "Volleyteam Aalst"
    "letters_erbij": 0.2,  # two letters on one side that nobody knows
    "erbij_koepel": -1.4,  # "Scouts Lede" and "Scouts Sint-Joris Lede"
    "erbij_koepel_plaats": 1.1,  # the same, where both name the place
    "erbij_koepel_hoofd": 0.4,  # where that place is a whole municipality
    "erbij_soort": -1.3,
    "erbij_soort_plaats": 0.0,
    "erbij_soort_hoofd": -0.2,
    "erbij_naast": 0.5,  # "VOS Lede" and "VOS Lede (vredesvereniging)": brackets or a dash hold what is more
    "deel_75": 1.7,
    "deel_60": 1.8,
    "deel_50": 1.7,
    "deel_0": 1.2,
    "strook": 4.2,  # what stands before brackets, or in them, is the whole of the other name
    "deel_naast": 2.9,  # "Wervel" and "Werkgroep voor Landbouw (Wervel)": brackets or a dash divide the longer name
    "overlap_75": 3.7,
    "overlap_60": 1.7,
    "overlap_45": -3.2,
    "overlap_0": -3.0,
    "verschillend": -6.0,
    "verschillend_kaal": -6.0,  # a proper name on one side, nothing in common
    "klinkt_85": 6.5,  # words that were not matched sound alike as a whole, in per cent
    "klinkt_75": 5.3,
    "klinkt_65": 2.8,
    "samenstelling_deels": -2.3,  # "Kweikersorkest" and "De Kweikers"
    "geplakt": 1.0,  # the same but for spaces
    "steun_koepel": -0.2,  # the same umbrella beside a partly shared name
    "steun_soort": -0.2,
}

# One telling word differs: the register's own blind spot. Behind the last colon: what proper words are shared.
ONDERSCHEID = {
    "botsing:koepel": -8.0,
    "botsing:soort:eigen": -7.3,
    "botsing:soort:gewoon": -7.5,
    "botsing:soort:geen": -7.5,
    "botsing:geslacht": -9.4,
    "botsing:leeftijd": -8.3,
    "botsing:neven": -8.9,
    "botsing:getal": -9.4,
    "botsing:wind": -5.3,
    "botsing:streek": -6.5,
    "botsing_jaartal": -7.2,
    "verwant:eigen": -3.1,  # harmonie and fanfare
    "verwant:gewoon": -4.0,
    "verwant:geen": -4.1,
    "soort_erbij:eigen": -1.8,
    "soort_erbij:gewoon": -0.8,
    "soort_erbij:geen": -3.8,  # "Filipino Community" and "Filipino Choir"
    "onderdeel": -5.8,  # "Drumband Sint-Cecilia" beside the fanfare of that name
    "letters_meerduidig": -1.0,  # "BC Lede" may be many things beside the Badmintonclub
    "soort_erbij_verwant": -1.3,
    "andere_letters": -3.8,  # "KVK Tienen" and "KVV Tienen"
    "tweede_ploeg": -6.3,  # "KFC Lede" and "KFC Lede 2"
    "bezigheid_van_koepel": -6.3,  # "KWB Fietsen Heule" and "KWB Heule": a branch for itself
    "koepel_meisjes": -5.2,  # VKSJ beside KSA
    "koepel_tegen_soort": -5.5,  # a chiro on one side, a playground or sports club on the other
    # Only one of both has it: an umbrella or discipline is often left out, "Dames" seldom.
    "eenzijdig:koepel": -0.4,
    "eenzijdig:soort:eigen": -1.3,
    "eenzijdig:soort:gewoon": -1.6,
    "eenzijdig:soort:geen": 0.0,
    "eenzijdig:geslacht": -5.3,
    "eenzijdig:leeftijd": -6.3,
    "eenzijdig:neven:eigen": -7.2,
    "eenzijdig:neven:gewoon": -5.3,
    "eenzijdig:neven:geen": -3.6,
    "eenzijdig:getal": 0.0,
    "eenzijdig:gewest": -3.3,  # "Gezinsbond gewest Kessel-Lo"
    "eenzijdig:wind": -0.9,
    "eenzijdig:streek": -0.4,
    "streek_tegen_plaats:eigen": -1.9,
    "streek_tegen_plaats:gewoon": -1.7,
    "streek_tegen_plaats:geen": -5.3,  # "Velt Meetjesland" and "Velt Eeklo"
    # "Vrouwenkoor Amaranthe" and "Amaranthe": the whole description is missing, not just the women.
    "eenzijdig_beschrijving": -0.9,
    "eenzijdig_koor": -3.9,  # "Mannenkoor Amaranthe" and "Zanggroep Amaranthe"
    "instelling_anders:eigen": -0.5,  # a committee and a guild
    "instelling_anders:gewoon": -1.0,
    "instelling_anders:geen": -4.6,
    "instelling_erbij:eigen": -1.8,
    "instelling_erbij:gewoon": -1.4,
    "instelling_erbij:geen": 0.0,
    "plaats_anders:eigen": -5.3,
    "plaats_anders:gewoon": -6.5,
    "plaats_anders:geen": -8.0,
    "plaats_hoofd:eigen": -4.8,  # one names the municipality, the other a part of it
    "plaats_hoofd:gewoon": -3.5,
    "plaats_hoofd:geen": -6.5,
    "plaats_erbij:eigen": -1.1,  # one names a part more than the other
    "plaats_erbij:gewoon": -2.8,
    "plaats_erbij:geen": -2.5,
    "plaats_deels:eigen": 0.0,  # both name a part that the other does not
    "plaats_deels:gewoon": -2.4,
    "plaats_deels:geen": -7.8,
}

# Places.
PLAATS = {
    "postcode": 3.8,
    "gemeente": 3.4,
    "naam": 3.6,
    "geen_bestand": 3.5,
    "verschreven": 1.5,
    "ontbreekt": 2.0,  # how many others bear the name is weighed apart
    "deel": -1.6,  # another part of the municipality, and a name that every part may have
    "deel_centrum": 1.4,  # the same, where one gives the postcode of the town hall
    "ander_deel": 1.2,  # the same, and a name of their own
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
