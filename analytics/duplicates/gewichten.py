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
VOORAF = -4.0

# What the words that are not telling say; the number behind ``deel`` and ``overlap`` is the share of the longer name,
# in per cent, that both have.
NAAM = {
    "gelijk": 4.4,
    "gelijk_gewoon": 3.7,  # only a patron saint or a common word is shared
    "tikfout": 3.7,
    "tikfout_kort": 2.9,
    "alleen_koepel": 3.6,  # "Okra Gijzegem": umbrella and place are the whole name
    "alleen_soort": 2.4,
    "alleen_neven": 3.5,
    "alleen_algemeen": 1.8,
    "alleen_vereniging": 0.4,  # "Vereniging Gent"
    "alleen_plaats": 3.0,  # "Chiro Mariakerke" and "Mariakerke"
    "afkorting": 3.0,
    "afkorting_kort": 0.3,  # two letters prove less
    "afkorting_anders": 3.5,  # letters that are known to mean something else
    "afkorting_naam_kort": 1.0,  # two letters that would stand for a proper name
    "afkorting_soort_kort": 2.1,  # "VT Aalst" and "Volleyteam Aalst"
    "letters_erbij": -0.4,  # two letters on one side that nobody knows
    "erbij_koepel": -1.5,  # "Scouts Lede" and "Scouts Sint-Joris Lede"
    "erbij_koepel_plaats": 0.4,  # the same, where both name the place
    "erbij_soort": -2.1,
    "erbij_soort_plaats": 0.6,
    "deel_75": 4.0,
    "deel_60": 2.5,
    "deel_50": 2.2,
    "deel_0": 1.7,
    "deel_naast": 3.2,  # "Wervel" and "Werkgroep voor Landbouw (Wervel)": brackets or a dash divide the longer name
    "overlap_75": 3.7,
    "overlap_60": 1.7,
    "overlap_45": -2.0,
    "overlap_0": -3.0,
    "verschillend": -6.0,
    "verschillend_kaal": -6.0,  # a proper name on one side, nothing in common
    "klinkt_85": 3.8,  # words that were not matched sound alike as a whole, in per cent
    "klinkt_75": 4.4,
    "klinkt_65": 2.8,
    "samenstelling_deels": -3.6,  # "Kweikersorkest" and "De Kweikers"
    "geplakt": 0.5,  # the same but for spaces
    "steun_koepel": 0.3,  # the same umbrella beside a partly shared name
    "steun_soort": 0.0,
}

# One telling word differs: the register's own blind spot. Behind the last colon: what proper words are shared.
ONDERSCHEID = {
    "botsing:koepel": -8.0,
    "botsing:soort:eigen": -7.4,
    "botsing:soort:gewoon": -7.5,
    "botsing:soort:geen": -7.5,
    "botsing:geslacht": -8.2,
    "botsing:leeftijd": -7.7,
    "botsing:neven": -8.3,
    "botsing:getal": -8.8,
    "botsing:wind": -6.3,
    "botsing:streek": -6.5,
    "botsing_jaartal": -6.5,
    "verwant:eigen": -3.9,  # harmonie and fanfare
    "verwant:gewoon": -3.8,
    "verwant:geen": -3.1,
    "soort_erbij:eigen": -1.0,
    "soort_erbij:gewoon": -1.5,
    "soort_erbij:geen": -3.4,  # "Filipino Community" and "Filipino Choir"
    "andere_letters": -4.0,  # "KVK Tienen" and "KVV Tienen"
    "tweede_ploeg": -6.3,  # "KFC Lede" and "KFC Lede 2"
    "bezigheid_van_koepel": -6.8,  # "KWB Fietsen Heule" and "KWB Heule": a branch for itself
    "koepel_meisjes": -3.6,  # VKSJ beside KSA
    "koepel_tegen_soort": -5.5,  # a chiro on one side, a playground or sports club on the other
    # Only one of both has it: an umbrella or discipline is often left out, "Dames" seldom.
    "eenzijdig:koepel": -0.5,
    "eenzijdig:soort:eigen": -1.4,
    "eenzijdig:soort:gewoon": -1.7,
    "eenzijdig:soort:geen": 0.0,
    "eenzijdig:geslacht": -5.0,
    "eenzijdig:leeftijd": -6.5,
    "eenzijdig:neven": -5.3,
    "eenzijdig:getal": 0.0,
    "eenzijdig:gewest": -2.8,  # "Gezinsbond gewest Kessel-Lo"
    "eenzijdig:wind": -2.6,
    "eenzijdig:streek": -1.8,
    # "Vrouwenkoor Amaranthe" and "Amaranthe": the whole description is missing, not just the women.
    "eenzijdig_beschrijving": -1.9,
    "eenzijdig_koor": -3.7,  # "Mannenkoor Amaranthe" and "Zanggroep Amaranthe"
    "instelling_anders:eigen": -0.8,  # a committee and a guild
    "instelling_anders:gewoon": -1.0,
    "instelling_anders:geen": -2.8,
    "instelling_erbij:eigen": -1.5,
    "instelling_erbij:gewoon": -1.2,
    "instelling_erbij:geen": -0.1,
    "plaats_anders:eigen": -5.9,
    "plaats_anders:geen": -8.0,
    "plaats_hoofd:eigen": -3.4,  # one names the municipality, the other a part of it
    "plaats_hoofd:geen": -6.7,
    "plaats_erbij:eigen": -0.8,  # one names a part more than the other
    "plaats_erbij:geen": -2.0,
    "plaats_deels:eigen": 0.0,  # both name a part that the other does not
    "plaats_deels:geen": -5.6,
}

# Places.
PLAATS = {
    "postcode": 3.8,
    "gemeente": 2.6,
    "naam": 2.3,
    "geen_bestand": 3.5,
    "verschreven": 1.5,
    "ontbreekt": 2.1,
    "deel": -0.9,  # another part of the municipality, and a name that every part may have
    "deel_centrum": 0.5,  # the same, where one gives the postcode of the town hall
    "buurt": 0.7,
    "streek": -1.7,
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
