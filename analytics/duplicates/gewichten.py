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

# What the words that are not telling say; the number behind ``deel`` and ``overlap`` is the share of the longer name,
# in per cent, that both have.
NAAM = {
    "gelijk": 8.0,
    "gelijk_gewoon": 7.0,  # only a patron saint or a common word is shared
    "tikfout": 7.0,
    "tikfout_kort": 5.5,
    "alleen_koepel": 6.5,  # "Okra Gijzegem": umbrella and place are the whole name
    "alleen_soort": 5.6,
    "alleen_neven": 5.6,
    "alleen_algemeen": 5.0,
    "alleen_plaats": 3.2,  # "Chiro Mariakerke" and "Mariakerke"
    "afkorting": 4.6,
    "afkorting_kort": -0.5,  # two letters prove less
    "afkorting_anders": 4.1,  # letters that are known to mean something else
    "afkorting_naam_kort": 2.3,  # two letters that would stand for a proper name
    "afkorting_soort_kort": 4.0,  # "VT Aalst" and "Volleyteam Aalst"
    "letters_erbij": -1.5,  # two letters on one side that nobody knows
    "erbij_koepel": 0.9,  # "Scouts Lede" and "Scouts Sint-Joris Lede"
    "erbij_koepel_plaats": 0.9,  # the same, where both name the place
    "erbij_soort": 0.9,
    "erbij_soort_plaats": 0.9,
    "deel_75": 4.6,
    "deel_60": 3.4,
    "deel_50": 2.5,
    "deel_0": -0.5,
    "deel_naast": 4.4,  # "Wervel" and "Werkgroep voor Landbouw (Wervel)": brackets or a dash divide the longer name
    "overlap_75": 3.0,
    "overlap_60": 1.0,
    "overlap_45": -1.0,
    "overlap_0": -3.0,
    "verschillend": -6.0,
    "verschillend_kaal": -6.0,  # a proper name on one side, nothing in common
    "samenstelling_deels": 0.0,  # "Kweikersorkest" and "De Kweikers"
    "geplakt": 0.0,  # the same but for spaces
    "steun_koepel": 0.7,  # the same umbrella beside a partly shared name
    "steun_soort": 0.7,
}

# One telling word differs: the register's own blind spot. Behind the last colon: what proper words are shared.
ONDERSCHEID = {
    "botsing:koepel": -8.0,
    "botsing:soort:eigen": -7.5,
    "botsing:soort:gewoon": -7.5,
    "botsing:soort:geen": -7.5,
    "botsing:geslacht": -7.5,
    "botsing:leeftijd": -7.5,
    "botsing:neven": -8.0,
    "botsing:getal": -8.5,
    "botsing:wind": -7.0,
    "botsing:streek": -6.5,
    "botsing_jaartal": -6.0,
    "verwant:eigen": -1.5,  # harmonie and fanfare
    "verwant:gewoon": -4.0,
    "verwant:geen": -4.0,
    "soort_erbij:eigen": 0.0,
    "soort_erbij:gewoon": -1.0,
    "soort_erbij:geen": -4.0,  # "Filipino Community" and "Filipino Choir"
    "andere_letters": -4.0,  # "KVK Tienen" and "KVV Tienen"
    "tweede_ploeg": -6.3,  # "KFC Lede" and "KFC Lede 2"
    "bezigheid_van_koepel": -6.5,  # "KWB Fietsen Heule" and "KWB Heule": a branch for itself
    "koepel_meisjes": -3.0,  # VKSJ beside KSA
    "koepel_tegen_soort": -5.5,  # a chiro on one side, a playground or sports club on the other
    # Only one of both has it: an umbrella or discipline is often left out, "Dames" seldom.
    "eenzijdig:koepel": -0.8,
    "eenzijdig:soort:eigen": -0.5,
    "eenzijdig:soort:gewoon": -0.5,
    "eenzijdig:soort:geen": -0.5,
    "eenzijdig:geslacht": -6.3,
    "eenzijdig:leeftijd": -6.3,
    "eenzijdig:neven": -6.3,
    "eenzijdig:getal": -0.8,
    "eenzijdig:wind": -4.0,
    "eenzijdig:streek": -0.3,
    # "Vrouwenkoor Amaranthe" and "Amaranthe": the whole description is missing, not just the women.
    "eenzijdig_beschrijving": -2.8,
    "eenzijdig_koor": -2.0,  # "Mannenkoor Amaranthe" and "Zanggroep Amaranthe"
    "instelling_anders:eigen": -1.0,  # a committee and a guild
    "instelling_anders:gewoon": -1.0,
    "instelling_anders:geen": -1.0,
    "instelling_erbij:eigen": 0.0,
    "instelling_erbij:gewoon": 0.0,
    "instelling_erbij:geen": 0.0,
    "plaats_anders:eigen": -4.5,
    "plaats_anders:geen": -8.0,
    "plaats_hoofd:eigen": -0.5,  # one names the municipality, the other a part of it
    "plaats_hoofd:geen": -5.0,
    "plaats_erbij:eigen": 0.0,  # one names a part more than the other
    "plaats_erbij:geen": -2.0,
    "plaats_deels:eigen": -1.0,  # both name a part that the other does not
    "plaats_deels:geen": -4.0,
}

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
