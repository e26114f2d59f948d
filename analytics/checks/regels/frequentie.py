"""What is odd only because it occurs so often, or because of who else is there."""

from __future__ import annotations

import re

import numpy as np
import pandas as pd

from analytics.checks.contacttype import is_type, waarde_codes
from analytics.checks.namen import kaal
from analytics.checks.proef import Bools, Getallen, Proef, Teksten, Uitslag
from analytics.checks.regel import Ernst, Plaats, Regel, advies
from analytics.checks.tekst import telwoord
from analytics.checks.toetsen import codes_van, per_waarde, samengevat
from analytics.checks.voorstellen import domein_voorstel, nul_voorstel

_C, _P, _V = "contactgegevens", "vertegenwoordigers", "verenigingen"
#: From this many associations on, the same contact or person is remarkable.
VEEL = 10
_ADRESTEKENS = re.compile(r"[^a-z0-9]")


def _per_vereniging(proef: Proef, tabel: str, sleutel: Getallen, toegepast: Bools) -> tuple[Bools, Teksten]:
    """Find records whose key stands at :data:`VEEL` associations or more; tell how many."""
    van = proef.vereniging(tabel)
    telt = toegepast & (van >= 0)
    paren = pd.DataFrame({"sleutel": sleutel[telt], "van": van[telt]}).drop_duplicates()
    aantallen = np.bincount(paren["sleutel"].to_numpy(), minlength=int(sleutel.max(initial=0)) + 1)
    gevonden = telt & (aantallen[sleutel] >= VEEL)
    uitleg: Teksten = np.full(len(sleutel), None, dtype=object)
    uitleg[gevonden] = [
        f"Het staat bij {telwoord(n, 'vereniging', 'verenigingen')}." for n in aantallen[sleutel[gevonden]]
    ]
    return gevonden, uitleg


def _vaak_contact(proef: Proef, plaats: Plaats) -> Uitslag:
    toegepast = proef.gevuld(*plaats) & is_type("E-mail", "Telefoon")(proef, _C)
    return Uitslag(toegepast, *_per_vereniging(proef, _C, waarde_codes(proef), toegepast))


def _wie(proef: Proef) -> Getallen:
    """Number the persons: by INSZ where there is one, else by both names; 0 where neither is complete."""
    insz = codes_van(proef, (_P, "insz"), lambda t: t.replace(".", "").replace("-", ""))
    voor, achter = (codes_van(proef, (_P, v), _kaal_of_niets) for v in ("voornaam", "achternaam"))
    namen = samengevat(voor, achter) + 1 + int(insz.max(initial=0))
    return np.where(insz > 0, insz, np.where((voor > 0) & (achter > 0), namen, 0))


def _kaal_of_niets(tekst: str) -> str | None:
    return kaal(tekst) or None


def _vaak_persoon(proef: Proef, plaats: Plaats) -> Uitslag:
    wie = _wie(proef)
    toegepast = proef.toepasbaar(*plaats) & (wie > 0)
    return Uitslag(toegepast, *_per_vereniging(proef, _P, wie, toegepast))


def _kaal(proef: Proef, plaats: Plaats) -> Teksten:
    """Return the values of a column as letters and digits only, ``""`` for empty."""

    def maak() -> Teksten:
        kolom = proef.kolom(*plaats)
        return np.array([*(kaal(t) for t in kolom.gelezen), ""], dtype=object)[:-1][kolom.nummers]

    return proef.onthoud(("kaal", *plaats), maak)


def _heet_als_vereniging(proef: Proef, plaats: Plaats) -> Uitslag:
    van = proef.vereniging(_P)
    toegepast = proef.toepasbaar(*plaats) & (van >= 0)
    wie = np.flatnonzero(toegepast)
    eigen = _kaal(proef, (_V, "naam"))[van[wie]]
    voor, achter = _kaal(proef, (_P, "voornaam"))[wie], _kaal(proef, (_P, "achternaam"))[wie]
    gevonden: Bools = np.zeros(len(van), dtype=bool)
    zelfde = (eigen == achter) | (eigen == voor + achter) | (eigen == achter + voor)
    gevonden[wie] = zelfde.astype(bool) & (eigen != "").astype(bool)
    return Uitslag(toegepast, gevonden)


def _mail_van_persoon(proef: Proef, plaats: Plaats) -> Uitslag:
    """Find addresses of an association that hold the family name of one of its representatives."""
    toegepast = proef.gevuld(*plaats) & is_type("E-mail")(proef, _C) & (proef.vereniging(_C) >= 0)
    namen = pd.DataFrame({"van": proef.vereniging(_P), "achter": _kaal(proef, (_P, "achternaam"))})
    lang = np.array([len(n) >= 4 for n in namen["achter"]], dtype=bool)
    namen = namen[(namen["van"] >= 0) & lang].drop_duplicates()
    mails = pd.DataFrame({"rij": np.flatnonzero(toegepast), "van": proef.vereniging(_C)[toegepast]})
    mails["lokaal"] = [_ADRESTEKENS.sub("", w.partition("@")[0].lower()) for w in proef.waarden(*plaats)[toegepast]]
    paren = mails.merge(namen, on="van")
    raak = [a in lokaal for a, lokaal in zip(paren["achter"], paren["lokaal"], strict=True)]
    gevonden: Bools = np.zeros(len(toegepast), dtype=bool)
    gevonden[paren["rij"][np.array(raak, dtype=bool)].to_numpy(dtype="int64")] = True
    # A club named after its founder has his name in its address by right.
    return Uitslag(toegepast, gevonden & ~_naam_van_vereniging_in_mail(proef, plaats, gevonden))


def _naam_van_vereniging_in_mail(proef: Proef, plaats: Plaats, wie: Bools) -> Bools:
    uit: Bools = np.zeros(len(wie), dtype=bool)
    namen, van = proef.waarden(_V, "naam"), proef.vereniging(_C)
    for i in np.flatnonzero(wie).tolist():
        woorden = re.findall(r"[^\W\d_]{4,}", namen[van[i]] or "")
        lokaal = kaal(str(proef.waarden(*plaats)[i]).partition("@")[0])
        uit[i] = any(kaal(w) in lokaal for w in woorden)
    return uit


def _veel(aantal: int, waarde: str) -> dict[str, object]:
    contacten = [
        {"intern_nummer": str(i), "contactgegeventype": "E-mail", "waarde": waarde} for i in range(1, aantal + 1)
    ]
    return {"verenigingen": [{} for _ in range(aantal)], "contactgegevens": contacten}


def _personen(aantal: int) -> dict[str, object]:
    wie = [{"intern_nummer": str(i), "achternaam": "Vaakgezien"} for i in range(1, aantal + 1)]
    return {"verenigingen": [{} for _ in range(aantal)], "vertegenwoordigers": wie}


REGELS: tuple[Regel, ...] = (
    Regel(
        code="contact_bij_vele_verenigingen",
        plaatsen=((_C, "waarde"),),
        ernst=Ernst.WAARSCHUWING,
        titel="Ditzelfde e-mailadres of telefoonnummer staat bij heel wat verenigingen.",
        advies="Ga na of het van de vereniging zelf is, en niet van uw dienst of van de koepel.",
        bron=advies("wie de vereniging wil bereiken, komt dan bij iemand anders terecht"),
        toets=_vaak_contact,
        goed=(_veel(VEEL - 1, "koepel@example.be"),),
        fout=(_veel(VEEL, "koepel@example.be"),),
        groep="kwaliteit",
        niveau="levering",
    ),
    Regel(
        code="persoon_bij_vele_verenigingen",
        plaatsen=((_P, "achternaam"),),
        ernst=Ernst.WAARSCHUWING,
        titel="Deze vertegenwoordiger staat bij heel wat verenigingen.",
        advies="Ga na of deze persoon elke vereniging mag vertegenwoordigen.",
        bron=advies("een vertegenwoordiger kan de gegevens van de vereniging beheren"),
        toets=_vaak_persoon,
        goed=(_personen(VEEL - 1),),
        fout=(_personen(VEEL),),
        groep="kwaliteit",
        niveau="levering",
    ),
    Regel(
        code="vertegenwoordiger_heet_als_vereniging",
        plaatsen=((_P, "achternaam"),),
        ernst=Ernst.WAARSCHUWING,
        titel="De vertegenwoordiger heeft dezelfde naam als de vereniging.",
        advies="Vul de naam van een persoon in.",
        bron=advies("een vertegenwoordiger is een persoon"),
        toets=_heet_als_vereniging,
        goed=("Voorbeeld",),
        fout=({"vertegenwoordigers": [{"voornaam": "Wandelclub", "achternaam": "De Molenstappers"}]},),
        groep="kwaliteit",
        niveau="vereniging",
    ),
    Regel(
        code="mail_van_persoon",
        plaatsen=((_C, "waarde"),),
        ernst=Ernst.INFO,
        titel="Dit e-mailadres lijkt van een vertegenwoordiger zelf te zijn.",
        advies="Gebruik een adres van de vereniging; contactgegevens zijn openbaar.",
        bron=advies("contactgegevens van een vereniging zijn voor iedereen te zien"),
        toets=_mail_van_persoon,
        goed=("info@molenstappers.example.be",),
        fout=({"contactgegevens": [{"contactgegeventype": "E-mail", "waarde": "mira.voorbeeld@post.example.be"}]},),
        groep="kwaliteit",
        niveau="vereniging",
        naast={"contactgegeventype": "E-mail"},
        citeer=False,
    ),
    Regel(
        code="email_domein_typfout",
        plaatsen=((_C, "waarde"), (_P, "e_mail")),
        ernst=Ernst.WAARSCHUWING,
        titel="In het e-mailadres staat een typfout na de @.",
        advies="Verbeter het adres.",
        bron=advies("het register aanvaardt het adres, maar een bericht komt niet aan"),
        toets=lambda proef, plaats: per_waarde(
            lambda t: domein_voorstel(t) is not None, waar=is_type("E-mail") if plaats[0] == _C else None
        )(proef, plaats),
        goed=("jan@gmail.com",),
        fout=("jan@gmial.com", "jan@hotmial.com", "jan@telent.be"),
        groep="kwaliteit",
        voorstel=domein_voorstel,
        naast={"contactgegeventype": "E-mail"},
    ),
    Regel(
        code="telefoon_zonder_nul",
        plaatsen=((_C, "waarde"), (_P, "telefoon"), (_P, "mobiel")),
        ernst=Ernst.WAARSCHUWING,
        titel="Het telefoonnummer begint niet met 0 of +.",
        advies="Zet de nul vooraan terug.",
        bron=advies("het register aanvaardt het nummer, maar niemand kan het zo bellen"),
        toets=lambda proef, plaats: per_waarde(
            lambda t: nul_voorstel(t) is not None, waar=is_type("Telefoon") if plaats[0] == _C else None, goed="^[0+]"
        )(proef, plaats),
        goed=("053 12 34 56", "+32 53 12 34 56", "112", "32470123456"),
        fout=("53 12 34 56", "470123456"),
        groep="kwaliteit",
        voorstel=nul_voorstel,
        naast={"contactgegeventype": "Telefoon"},
    ),
)
