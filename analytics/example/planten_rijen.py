"""Plant what is wrong with rows together: repeated, contradictory, missing, orphaned."""

from __future__ import annotations

import numpy as np

from analytics.example.celfout import Bools
from analytics.example.getallen import schrijf_telefoon
from analytics.example.planten import Planter
from analytics.example.woorden import STRATEN

_GEEN = {
    "geen_contact": "contactgegevens",
    "geen_locatie": "locaties",
    "geen_vertegenwoordiger": "vertegenwoordigers",
}
_DELEN = ("contactgegevens", "locaties", "vertegenwoordigers", "bankrekeningen")


def plant_rijfouten(planter: Planter) -> None:
    """Plant all kinds of :data:`analytics.example.fouten.RIJFOUTEN` but the sheet that does not belong."""
    _sleutels(planter)
    _zonder_contact(planter)
    _natuurlijk(planter)
    _contacten(planter)
    _locaties(planter)
    _vertegenwoordigers(planter)
    _bankrekeningen(planter)
    _insz_elders(planter)


def _rij(planter: Planter, tabel: str, r: int) -> dict[str, object]:
    frame = planter.wereld.tabel(tabel)
    return dict(zip(frame.columns, frame.loc[r], strict=True))


def _herhaal(planter: Planter, soort: str, tabel: str, veld: str, r: int, van: int, tot: int, **anders: object) -> None:
    """Add row *r* once more, with *anders* changed, and note the second: the first is fine without it."""
    nieuw = planter.plan.voeg_toe(tabel, {**_rij(planter, tabel, r), **anders}, van=van, tot=tot)
    planter.plan.noteer(soort, tabel, nieuw, veld, van=van, tot=tot)


def _contacten(planter: Planter) -> None:
    tabel = "contactgegevens"
    frame = planter.wereld.tabel(tabel)
    telefoon = (frame["contactgegeventype"] == "Telefoon").to_numpy()
    for r, _, van, tot in planter.kies(tabel, telefoon, 12):
        anders = _anders_geschreven(str(frame.at[r, "waarde"]))
        _herhaal(planter, "contact_dubbel", tabel, "waarde", r, van, tot, waarde=anders, primair=None)
    for r, _, van, tot in planter.kies(tabel, (frame["contactgegeventype"] == "Website").to_numpy(), 10):
        _herhaal(planter, "contact_dubbel", tabel, "waarde", r, van, tot, primair=None)
    eerste = ((frame["contactgegeventype"] == "E-mail") & (frame["primair"] == "ja")).to_numpy(dtype=bool)
    for r, _, van, tot in planter.kies(tabel, eerste, 8):
        domein = str(frame.at[r, "waarde"]).split("@")[1]
        anders = f"leden@{domein}"
        _herhaal(planter, "twee_primaire_contacten", tabel, "primair", r, van, tot, waarde=anders, beschrijving="Leden")


def _anders_geschreven(nummer: str) -> str:
    kaal = "".join(t for t in nummer if t.isdigit())
    kaal = kaal[2:] if kaal.startswith("32") else kaal[1:]
    vormen = [schrijf_telefoon(kaal, v) for v in range(4)]
    return next(v for v in vormen if v != nummer)


def _locaties(planter: Planter) -> None:
    tabel = "locaties"
    frame = planter.wereld.tabel(tabel)
    adres = frame["straatnaam"].notna().to_numpy(dtype=bool)
    brief = (frame["locatietype"] == "Correspondentie").to_numpy() & adres
    for r, _, van, tot in planter.kies(tabel, brief, 10):
        elders = {"straatnaam": _andere_straat(frame.at[r, "straatnaam"]), "huisnummer": "201", "busnummer": None}
        _herhaal(planter, "twee_correspondenties", tabel, "locatietype", r, van, tot, primair=None, **elders)
    primair = (frame["primair"] == "ja").to_numpy(dtype=bool) & adres
    for r, _, van, tot in planter.kies(tabel, primair, 8):
        elders = {"straatnaam": _andere_straat(frame.at[r, "straatnaam"]), "huisnummer": "203", "busnummer": None}
        _herhaal(planter, "twee_primaire_locaties", tabel, "primair", r, van, tot, locatietype="Activiteiten", **elders)
    zaal = (frame["locatietype"] == "Activiteiten").to_numpy() & adres
    for r, _, van, tot in planter.kies(tabel, zaal, 10):
        straat = str(frame.at[r, "straatnaam"]).lower().replace("-", " ")
        _herhaal(planter, "locatie_dubbel", tabel, "straatnaam", r, van, tot, straatnaam=straat, primair=None)


def _andere_straat(straat: object) -> str:
    return STRATEN[(STRATEN.index(str(straat)) + 7) % len(STRATEN)]


def _vertegenwoordigers(planter: Planter) -> None:
    tabel = "vertegenwoordigers"
    frame = planter.wereld.tabel(tabel)
    v = frame["_v"].to_numpy(dtype="int64")
    # Rows of one association are together: the candidate is the second, the other one stands above it.
    tweede = np.r_[False, v[1:] == v[:-1]] & (np.r_[True, True, v[2:] != v[:-2]] if len(v) > 1 else False)
    boven = frame["primair"].shift().eq("ja").fillna(False).to_numpy(dtype=bool)
    for r, _, van, tot in planter.kies(tabel, tweede & boven, 12):
        planter.plan.wijzig(tabel, r, "primair", "ja", van=van, tot=tot)
        planter.plan.noteer("twee_primaire_vertegenwoordigers", tabel, r, "primair", van=van, tot=tot)
    for r, _, van, tot in planter.kies(tabel, tweede, 8, eerst=2):
        planter.plan.wijzig(tabel, r, "insz", frame.at[r - 1, "insz"], van=van, tot=tot)
        planter.plan.noteer("insz_dubbel", tabel, r, "insz", van=van, tot=tot)


def _bankrekeningen(planter: Planter) -> None:
    tabel = "bankrekeningen"
    alle: Bools = np.ones(len(planter.wereld.tabel(tabel)), dtype=bool)
    for r, _, van, tot in planter.kies(tabel, alle, 14):
        _herhaal(planter, "iban_dubbel", tabel, "iban", r, van, tot, doel="Kampen en uitstappen")


def _zonder_delen(planter: Planter, v: int, van: int, tot: int) -> None:
    """Leave out all parts of an association that cannot be told from another one's."""
    planter.claim(v)
    for tabel in _DELEN:
        for r in planter.delen(tabel, v):
            planter.plan.laat_weg(tabel, r, van=van, tot=tot)


def _sleutels(planter: Planter) -> None:
    ver = planter.wereld.verenigingen
    lang = ~planter.breed
    volledig = lang & _volledig(planter)
    for r, v, van, tot in planter.kies("verenigingen", volledig, 3, over=_DELEN):
        buren = ver.iloc[max(0, v - 60) : v + 60]
        zelfde = (buren["_piloot"] == ver.at[v, "_piloot"]) & (buren["_soort"] == ver.at[v, "_soort"])
        blijft = zelfde & (buren["_van"] <= van) & (buren["_tot"] >= tot) & (buren.index != v)
        anderen = [int(i) for i in buren.index[blijft] if volledig[i] and planter.is_vrij(int(i))]
        if not anderen:
            _vergeet_nummer(planter, r, v, van, tot)
            continue
        _zonder_delen(planter, v, van, tot)
        ander = anderen[int(planter.rng.integers(0, len(anderen)))]
        planter.claim(ander)
        planter.plan.wijzig("verenigingen", r, "intern_nummer", ver.at[ander, "intern_nummer"], van=van, tot=tot)
        for plek in (r, ander):
            planter.plan.noteer("intern_nummer_dubbel", "verenigingen", plek, "intern_nummer", van=van, tot=tot)
        # Whoever stands first gets all the parts.
        for soort in _GEEN:
            _noteer_geen(planter, soort, max(v, ander), van, tot)
    for r, v, van, tot in planter.kies("verenigingen", volledig, 2, over=_DELEN):
        _vergeet_nummer(planter, r, v, van, tot)
    contact = planter.wereld.tabel("contactgegevens")
    lang_v = lang[contact["_v"].to_numpy(dtype="int64")]
    for r, v, van, tot in planter.kies("contactgegevens", lang_v, 4):
        weg = f"{ver.at[v, 'intern_nummer']}-OUD"
        rij = {**_rij(planter, "contactgegevens", r), "intern_nummer": weg, "primair": None}
        nieuw = planter.plan.voeg_toe("contactgegevens", rij, van=van, tot=tot)
        planter.plan.noteer("deel_zonder_vereniging", "contactgegevens", nieuw, "intern_nummer", van=van, tot=tot)


def _volledig(planter: Planter) -> Bools:
    """Tell which associations have parts of every kind that is looked for."""
    ver = planter.wereld.verenigingen
    heeft = {t: ver.index.isin(planter.wereld.tabel(t)["_v"]) for t in _GEEN.values()}
    volledig: Bools = heeft["contactgegevens"] & heeft["locaties"]
    return volledig & (heeft["vertegenwoordigers"] | (ver["_soort"] == "kbo").to_numpy())


def _vergeet_nummer(planter: Planter, r: int, v: int, van: int, tot: int) -> None:
    """Leave the key out; without it nothing belongs to the association."""
    _zonder_delen(planter, v, van, tot)
    planter.plan.wijzig("verenigingen", r, "intern_nummer", None, van=van, tot=tot)
    planter.plan.noteer("intern_nummer_ontbreekt", "verenigingen", r, "intern_nummer", van=van, tot=tot)
    for soort in _GEEN:
        _noteer_geen(planter, soort, v, van, tot)


def _zonder_contact(planter: Planter) -> None:
    heeft = planter.wereld.verenigingen.index.isin(planter.wereld.tabel("contactgegevens")["_v"])
    for _, v, van, tot in planter.kies("verenigingen", heeft, 12, over=("contactgegevens",)):
        for plek in planter.delen("contactgegevens", v):
            planter.plan.laat_weg("contactgegevens", plek, van=van, tot=tot)
        _noteer_geen(planter, "geen_contact", v, van, tot)


def _natuurlijk(planter: Planter) -> None:
    """Note what is no fault of anybody: no location of its own, a number that the register's KBO does not know."""
    ver = planter.wereld.verenigingen
    for soort, tabel in _GEEN.items():
        for v in np.flatnonzero(~ver.index.isin(planter.wereld.tabel(tabel)["_v"])).tolist():
            _noteer_geen(planter, soort, int(v), 1, 3)
    onbekend = (ver["_soort"] == "kbo").to_numpy() & ~ver["_gekend"].to_numpy(dtype=bool)
    for v in np.flatnonzero(onbekend).tolist():
        planter.plan.noteer("kbo_nummer_onbekend_bij_kbo", "verenigingen", int(v), "kbo_nummer", van=1, tot=3)


def _noteer_geen(planter: Planter, soort: str, v: int, van: int, tot: int) -> None:
    """Note that an association has no part of a kind; for a KBO association the KBO has it, and never persons."""
    if planter.wereld.verenigingen.at[v, "_soort"] == "feitelijk":
        planter.plan.noteer(soort, "verenigingen", v, "naam", van=van, tot=tot)
    elif soort != "geen_vertegenwoordiger":
        planter.plan.noteer(f"{soort}_bij_kbo", "verenigingen", v, "", van=van, tot=tot)


def _insz_elders(planter: Planter) -> None:
    """Leave an INSZ where none may stand: in a remark."""
    personen = planter.wereld.tabel("vertegenwoordigers").drop_duplicates("_v").set_index("_v")["insz"]
    feitelijk = planter.wereld.verenigingen.index.isin(personen.index)
    for r, v, van, tot in planter.kies("verenigingen", feitelijk, 4):
        planter.plan.wijzig("verenigingen", r, "opmerking", f"RRN voorzitter {personen[v]}", van=van, tot=tot)
        planter.plan.noteer("insz_buiten_kolom", "verenigingen", r, "opmerking", van=van, tot=tot)
