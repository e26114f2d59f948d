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
    "gelijk": 3.9,
    "gelijk_gewoon": 3.8,  # only a patron saint or a common word is shared
    "tikfout": 3.0,
    "tikfout_kort": 2.9,
    "alleen_koepel": 3.0,  # "Okra Gijzegem": umbrella and place are the whole name
    "alleen_soort": 2.1,
    "alleen_neven": 2.3,
    "alleen_algemeen": 1.2,
    "alleen_vereniging": 0.7,  # "Vereniging Gent"
    "alleen_plaats": 1.6,  # "Chiro Mariakerke" and "Mariakerke"
    "afkorting": 4.3,
    "afkorting_kort": -0.7,  # two letters prove less
    "afkorting_anders": -0.3,  # letters that are known to mean something else
    "afkorting_anders_naast": -1.7,  # "TC De Warande" and "Toneelclub De Warande"
    "afkorting_anders_kort": -5.4,
    "afkorting_anders_koepel": -4.6,  # "KSA" of an Albertvissers
    "afkorting_naam_kort": 0.3,  # two letters that would stand for a proper name
    "afkorting_soort_kort": 4.3,  # "VT Aalst" and "Volleyteam Aalst"
    "letters_erbij": 1.4,  # "LZC (zwemmen)": letters that nobody knows, but words of the names begin with
    "letters_vreemd": -1.2,  # letters that no word of the names begins with
    "erbij_koepel": 0.4,  # "Scouts Lede" and "Scouts Sint-Joris Lede"
    "erbij_koepel_plaats": 0.8,  # the same, where both name the place
    "erbij_koepel_hoofd": 1.6,  # where that place is a whole municipality
    "erbij_soort": -1.3,
    "erbij_soort_plaats": 1.3,
    "erbij_soort_hoofd": 0.5,
    "erbij_neven": -4.3,  # "Ouderraad Lede" and "Ouderraad De Brug"
    "erbij_neven_plaats": -1.3,
    "erbij_neven_hoofd": -1.7,
    "erbij_patroon": 1.0,  # "Harmonie Lede" and "Harmonie Sint-Cecilia": what is more is a patron saint
    "patroon_klopt": 1.4,  # "Chiro Baasrode" and "Chiro Sint-Ursmarus", who is its patron
    "patroon_elders": -3.6,  # the patron of another part of the municipality
    "patroon_hoofd": -0.8,  # "Chiro Lede" and "Chiro Sint-Martinus", the patron of the centre
    "patroon_deel": -1.3,  # of a part, where the other name mentions none
    "erbij_voor": -2.1,  # "Pasar Lede" and "Wandelclub De Zwervers": an umbrella, and a club that does what it is for
    "stedelijk": 2.5,  # "Stadsharmonie" and "Stedelijke Harmonie Sint-Cecilia": a town has one
    "erbij_naast": 0.5,  # "VOS Lede" and "VOS Lede (vredesvereniging)": brackets or a dash hold what is more
    "deel_75": 1.4,
    "deel_60": 1.9,
    "deel_50": 2.1,
    "deel_0": 1.3,
    "strook": 5.1,  # what stands before brackets, or in them, is the whole of the other name
    "deel_naast": 2.9,  # "Wervel" and "Werkgroep voor Landbouw (Wervel)": brackets or a dash divide the longer name
    "overlap_75": 3.7,
    "overlap_60": 1.7,
    "overlap_45": -1.5,
    "overlap_0": -3.0,
    "verschillend": -6.0,
    "verschillend_kaal": -6.0,  # a proper name on one side, nothing in common
    "letters_passen": 4.5,  # "WSK Lede" and "Wandelsport Lede"
    "klinkt_85": 6.4,  # words that were not matched sound alike as a whole, in per cent
    "klinkt_75": 5.1,
    "klinkt_65": 2.8,
    "samenstelling_deels": -1.6,  # "Kweikersorkest" and "De Kweikers"
    "geplakt": 1.2,  # the same but for spaces
    "steun_koepel": 1.4,  # the same umbrella beside a partly shared name
    "steun_neven": -1.3,
    "steun_soort": -0.5,
}

# One telling word differs: the register's own blind spot. Behind the last colon: what proper words are shared.
ONDERSCHEID = {
    "botsing:koepel": -8.0,
    "botsing:soort:eigen": -8.3,
    "botsing:soort:gewoon": -7.5,
    "botsing:soort:geen": -7.5,
    "botsing:geslacht": -10.9,
    "botsing:leeftijd": -9.0,
    "botsing:neven": -10.2,
    "botsing:getal": -9.9,
    "botsing:wind": -6.3,
    "botsing:streek": -2.6,
    "botsing_jaartal": -7.8,
    "verwant:eigen": -2.9,  # harmonie and fanfare
    "verwant:gewoon": -3.9,
    "verwant:geen": -3.7,
    "verwant_sport:eigen": -7.2,  # "Sporting Lede" and "Turnkring Lede"
    "verwant_sport:gewoon": -6.1,
    "verwant_sport:geen": -8.0,
    "soort_erbij:eigen": -1.6,
    "soort_erbij:gewoon": -2.1,
    "soort_erbij:geen": -2.6,  # "Filipino Community" and "Filipino Choir"
    "herkomst_tegen_soort:eigen": -2.8,  # "Turkse vereniging Selimiye" and "Cultureel centrum Selimiye"
    "herkomst_tegen_soort:gewoon": -4.0,
    "herkomst_tegen_soort:geen": -7.0,
    "tegendeel": -4.0,  # "Oude Molenstraat" and "Nieuwe Molenstraat"
    "onderdeel": -6.7,  # "Drumband Sint-Cecilia" beside the fanfare of that name
    "letters_meerduidig": -1.1,  # "BC Lede" may be many things beside the Badmintonclub
    "letters_tweeduidig": -0.5,  # "FC Lede" beside Zaalvoetbalclub Lede
    "soort_erbij_verwant": -0.6,
    "andere_letters": -4.4,  # "KVK Tienen" and "KVV Tienen"
    "letters_anders:eigen": -7.1,  # letters that the lists know as another kind begin as this one does
    "letters_anders:gewoon": -6.5,
    "letters_anders:geen": -6.7,
    "serviceclub_erbij": -3.3,  # "Rotary Hasselt" and "Rotary Hasselt Herkenrode"
    "tweede_ploeg": -3.1,  # "KFC Lede" and "KFC Lede 2"
    "bezigheid_van_koepel": -6.0,  # "KWB Fietsen Heule" and "KWB Heule": a branch for itself
    "neven_van_koepel": -6.3,  # "KLJ Wieze" and "Vrienden van KLJ Wieze"
    "koepel_meisjes": -3.6,  # VKSJ beside KSA
    "koepel_tegen_soort": -5.5,  # a chiro on one side, a playground or sports club on the other
    # Only one of both has it: an umbrella or discipline is often left out, "Dames" seldom.
    "eenzijdig:koepel": -1.7,
    "eenzijdig:soort:eigen": -0.9,
    "eenzijdig:soort:gewoon": -1.2,
    "eenzijdig:soort:geen": -0.4,
    "eenzijdig:geslacht": -4.3,
    "eenzijdig:leeftijd": -6.5,
    "eenzijdig:neven:eigen": -4.4,
    "eenzijdig:neven:gewoon": -5.0,
    "eenzijdig:neven:geen": -2.9,
    "eenzijdig:getal": 0.0,
    "eenzijdig:gewest": -1.6,  # "Gezinsbond gewest Kessel-Lo"
    "eenzijdig:wind": -1.6,
    "eenzijdig:streek": -0.2,
    "streek_tegen_plaats:eigen": -2.5,
    "streek_tegen_plaats:gewoon": -1.8,
    "streek_tegen_plaats:geen": -4.3,  # "Velt Meetjesland" and "Velt Eeklo"
    # "Vrouwenkoor Amaranthe" and "Amaranthe": the whole description is missing, not just the women.
    "eenzijdig_beschrijving": -1.7,
    "eenzijdig_koor": -3.4,  # "Mannenkoor Amaranthe" and "Zanggroep Amaranthe"
    "instelling_anders:eigen": -0.3,  # a committee and a guild
    "instelling_anders:gewoon": -1.0,
    "instelling_anders:geen": -6.2,
    "instelling_erbij:eigen": -1.4,
    "instelling_erbij:gewoon": -1.2,
    "instelling_erbij:geen": -0.4,
    "elk_iets:eigen": -2.1,  # one says that it is a koor, the other that it is a gilde
    "elk_iets:gewoon": -2.1,
    "elk_iets:geen": 0.0,
    "plaats_anders:eigen": -5.8,
    "plaats_anders:gewoon": -7.3,
    "plaats_anders:geen": -8.0,
    "plaats_hoofd:eigen": -3.5,  # one names the municipality, the other a part of it
    "plaats_hoofd:gewoon": -3.2,
    "plaats_hoofd:geen": -7.5,
    "plaats_fusie:eigen": -0.7,  # one names the municipality of today, the other one that went up in it
    "plaats_fusie:gewoon": -1.0,
    "plaats_fusie:geen": 0.0,
    "plaats_erbij:eigen": -1.3,  # one names a part more than the other
    "plaats_erbij:gewoon": -3.9,
    "plaats_erbij:geen": -2.1,
    "plaats_deels:eigen": 0.0,  # both name a part that the other does not
    "plaats_deels:gewoon": -6.6,
    "plaats_deels:geen": -9.0,
}

# Places.
PLAATS = {
    "postcode": 3.8,
    "gemeente": 3.5,
    "naam": 4.0,
    "geen_bestand": 3.5,
    "verschreven": 1.5,
    "ontbreekt": 2.8,  # how many others bear the name is weighed apart
    "beide_onbekend": 3.5,  # of a source that gives no places, more often than two that each lost theirs
    "zelfde_deel": 4.6,  # one part of the municipality
    "deel_een": 2.3,  # only one mentions a part, and a name that every part may have
    "deel": -0.2,  # another part of the municipality, and a name that every part may have
    "deel_centrum": 1.2,  # the same, where one gives the postcode of the town hall
    "ander_deel": 1.8,  # the same, and a name of their own
    "buurt": 0.4,
    "buurt_streek": 4.7,  # the same, where both names mention a region: it goes beyond one municipality
    "streek": -1.7,
    "naam_elders": -3.0,  # no place, but the name mentions another municipality
    "ander": -4.2,
}
# A name without a place may be any of the associations that bear it elsewhere, or one more that we do not know of.
ELDERS_ZELFDE = 6.0  # per other municipality where the whole name occurs
ELDERS_EIGEN = 2.0  # per other municipality where its proper words occur, whatever the kind of association
TIKFOUT_ZONDER_PLAATS = 0.7  # a misspelt name without a place may as well be another name
BEIDE_ONBEKEND = 0.5  # the share of that which counts where neither has a place
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
# At most, where lists have little in common: of one list few are in it twice, of two of a town many are in both.
LIJSTEN = -2.5
# An association is in a list once: of two pairs that share a record at most one is double. Fitted on pairs of lists,
# given what the pair says by itself.
MEDEDINGING = {
    "beter": -2.7,  # another association fits better
    "even_goed": -1.6,
    "geen": 0.5,  # no other comes near
    "geen_onzeker": 0.4,  # the more where the pair says little by itself: the one Fotoclub of a town
}
