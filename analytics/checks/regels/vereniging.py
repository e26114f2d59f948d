"""The association itself: name, start date, age range, KBO number, yes or no."""

from __future__ import annotations

import re

import numpy as np

from analytics.checks.oordelen import bevat_html
from analytics.checks.proef import Bools, Proef, Uitslag
from analytics.checks.regel import Ernst, Plaats, Regel, advies, register, sjabloon
from analytics.checks.toetsen import gelezen_als, ontbreekt, per_waarde
from analytics.checks.voorstellen import geheel_getal_voorstel, janee_voorstel, kbo_voorstel
from analytics.domain.blad import Soort
from analytics.domain.nummers import is_kbo_nummer
from analytics.domain.velden import VELDEN, Type
from analytics.intake.lezing_datum import datum_voorstel, heeft_kort_jaar, is_jaartal
from analytics.intake.lezing_wijze import Wijze

_V = "verenigingen"
_LEEFTIJDEN = ((_V, "minimumleeftijd"), (_V, "maximumleeftijd"))
# A contact of a KBO association is added by another call, which does not look for HTML.
_HTML_NIET = {("contactgegevens", "contactgegeventype")}
_HTML_PLAATSEN = tuple(
    (v.tabel, v.code)
    for v in VELDEN
    if v.api and v.type not in (Type.JANEE, Type.DATUM, Type.GETAL, Type.KBO, Type.IBAN, Type.INSZ)
    if (v.tabel, v.code) not in _HTML_NIET
)


def _niet_contact_van_kbo(proef: Proef, tabel: str) -> Bools:
    return ~proef.is_kbo(tabel) if tabel == "contactgegevens" else np.ones(proef.aantal(tabel), dtype=bool)


def _contact_van_kbo(proef: Proef, tabel: str) -> Bools:
    return proef.is_kbo(tabel)


def _in_toekomst(proef: Proef, plaats: Plaats) -> Uitslag:
    peildatum = proef.levering.peildatum.isoformat()
    return per_waarde(lambda datum: datum > peildatum)(proef, plaats)


def _buiten_bereik(tekst: str) -> bool:
    return tekst.startswith("-") or len(tekst) > 3 or not 0 <= int(tekst) <= 150


def _leeftijd_omgekeerd(proef: Proef, plaats: Plaats) -> Uitslag:  # noqa: ARG001 -- every rule has the same shape
    """Compare after the defaults are filled in: an empty minimum is 0, an empty maximum 150."""
    minimum, maximum = (
        _leeftijd(proef, veld, leeg) for veld, leeg in (("minimumleeftijd", 0), ("maximumleeftijd", 150))
    )
    toegepast = (
        (proef.gevuld(_V, "minimumleeftijd") | proef.gevuld(_V, "maximumleeftijd")) & (minimum >= 0) & (maximum >= 0)
    )
    return Uitslag(toegepast, toegepast & (minimum > maximum))


def _leeftijd(proef: Proef, veld: str, leeg: int) -> np.ndarray[tuple[int], np.dtype[np.int64]]:
    """Return ages, -1 where another rule already refuses the cell."""
    kolom = proef.kolom(_V, veld)
    getallen = [
        (-1 if soort in (Soort.FOUT, Soort.FORMULE_ZONDER_WAARDE, Soort.AFGESCHERMD) else leeg)
        if tekst is None
        else -1
        if wijze == Wijze.ONLEESBAAR or _buiten_bereik(tekst)
        else int(tekst)
        for tekst, wijze, soort in zip(kolom.gelezen, kolom.wijze, kolom.soort.tolist(), strict=True)
    ]
    return np.array(getallen, dtype="int64")[kolom.nummers]


def _startdatum_oorzaak(tekst: str) -> str:
    if heeft_kort_jaar(tekst):
        return "met een jaartal van twee cijfers"
    if is_jaartal(tekst):
        return "met alleen een jaartal"
    return "die geen datum zijn"


def _kbo_oorzaak(tekst: str) -> str:
    kaal = re.sub(r"[.\s]", "", tekst)
    if re.match(r"(?i)BE", kaal):
        return "met BE ervoor"
    if re.fullmatch(r"[0-9]{9}", kaal):
        return "met negen cijfers"
    if re.fullmatch(r"[0-9]{10}", kaal):
        return "met een verkeerd controlegetal"
    return "met andere tekens of een ander aantal cijfers"


REGELS: tuple[Regel, ...] = (
    Regel(
        code="naam_ontbreekt",
        plaatsen=((_V, "naam"),),
        ernst=Ernst.FOUT,
        titel="De naam van de vereniging ontbreekt.",
        advies="Vul de volledige naam van de vereniging in.",
        bron=register("'Naam' is verplicht.", "'Naam' mag niet leeg zijn.", "De naam van de vereniging is verplicht."),
        toets=ontbreekt,
        goed=("KWB Boom", "1302", "\u200b"),
        fout=("", "   ", "\u00a0", "\t\n"),
    ),
    Regel(
        code="html_in_tekst",
        plaatsen=_HTML_PLAATSEN,
        ernst=Ernst.FOUT,
        titel="De tekst bevat een < met een > erachter; het register houdt dat voor HTML.",
        advies="Schrijf de tekst zonder < en >.",
        bron=register("Deze waarde bevat niet toegestane tekens."),
        toets=per_waarde(
            bevat_html, waar=_niet_contact_van_kbo, ook_onleesbaar=True, kan=lambda s: "<" in s and ">" in s
        ),
        goed=("Leeftijd < 12", "3 > 2", "a > b < c", "<eerste regel\ntweede regel>", "<\n>"),
        fout=("<b>Club</b>", "leeftijd <12 en >6", "<>", "regel\n<br>"),
        oorzaak=lambda _: "met < en >",
    ),
    Regel(
        code="html_in_contact_van_kbo_vereniging",
        plaatsen=(("contactgegevens", "waarde"), ("contactgegevens", "beschrijving")),
        ernst=Ernst.WAARSCHUWING,
        titel="De tekst bevat een < met een > erachter.",
        advies="Schrijf de tekst zonder < en >.",
        bron=advies("het register kijkt hier niet naar HTML, maar elders wel; in een pagina verdwijnt de tekst"),
        toets=per_waarde(bevat_html, waar=_contact_van_kbo, kan=lambda s: "<" in s),
        goed=({"soort": "kbo"},),
        fout=(
            {
                "soort": "kbo",
                "contactgegevens": [{"contactgegeventype": "Website", "waarde": "https://club.example.be/<x>"}],
            },
        ),
        groep="kwaliteit",
    ),
    Regel(
        code="startdatum_onleesbaar",
        plaatsen=((_V, "startdatum"),),
        ernst=Ernst.FOUT,
        titel="De startdatum is geen datum die we met zekerheid kunnen lezen.",
        advies="Schrijf dag, maand en jaar in vier cijfers, bijvoorbeeld 1/05/1999, of laat de cel leeg.",
        bron=register("Datum moet van het formaat 'yyyy-MM-dd' zijn."),
        toets=gelezen_als(Wijze.ONLEESBAAR),
        goed=("1999-05-01", "1/5/1999", "1 mei 1999", "05/1999", "0001-01-01", ("36281", Soort.GETAL)),
        fout=("31/02/2024", "1999", "1/5/99", "1999-5-1", "1999-02-30", "voor de oorlog", " 1999-05-01"),
        voorstel=datum_voorstel,
        oorzaak=_startdatum_oorzaak,
    ),
    Regel(
        code="startdatum_in_toekomst",
        collectie=True,
        plaatsen=((_V, "startdatum"),),
        ernst=Ernst.FOUT,
        titel="De startdatum ligt na de peildatum.",
        advies="Controleer dag, maand en jaar, of laat de cel leeg.",
        bron=register("Startdatum mag niet in de toekomst liggen."),
        toets=_in_toekomst,
        goed=("2024-03-12", "01/05/1999"),
        fout=("2024-03-13", "02/01/2099"),
        oorzaak=lambda _: "in de toekomst",
    ),
    Regel(
        code="leeftijd_onleesbaar",
        plaatsen=_LEEFTIJDEN,
        ernst=Ernst.FOUT,
        titel="De leeftijd is geen geheel getal.",
        advies="Schrijf alleen het getal, zonder woorden of tekens, of laat de cel leeg.",
        bron=register("Request kon niet correct behandeld worden. Controleer het formaat en probeer het opnieuw."),
        toets=gelezen_als(Wijze.ONLEESBAAR),
        goed=("6", "006", " 6 ", "6.0", ("6", Soort.GETAL)),
        fout=("zes", "6 jaar", "6,5", "6-12", "+16", "alle"),
        voorstel=geheel_getal_voorstel,
        oorzaak=lambda _: "die geen geheel getal zijn",
    ),
    Regel(
        code="leeftijd_buiten_bereik",
        plaatsen=_LEEFTIJDEN,
        ernst=Ernst.FOUT,
        titel="De leeftijd ligt niet tussen 0 en 150.",
        advies="Vul een leeftijd van 0 tot en met 150 in, of laat de cel leeg.",
        bron=register(
            "De 'minimumleeftijd' moet binnen 0 en 150 vallen.",
            "De 'maximumleeftijd' moet binnen 0 en 150 vallen.",
            "Minimum en maximum leeftijd moeten tussen 0 en 150 inclusief liggen.",
        ),
        toets=per_waarde(_buiten_bereik),
        goed=("0", "150"),
        fout=("-1", "151", "99999999999"),
    ),
    Regel(
        code="leeftijd_omgekeerd",
        collectie=True,
        plaatsen=((_V, "minimumleeftijd"),),
        ernst=Ernst.FOUT,
        titel="De minimumleeftijd is hoger dan de maximumleeftijd.",
        advies="Wissel beide leeftijden, of verbeter ze.",
        bron=register(
            "Bij 'doelgroep' moet de 'minimumleeftijd' kleiner of gelijk aan 'maximumleeftijd' zijn.",
            "Minimum leeftijd moet kleiner of gelijk zijn aan maximum leeftijd.",
        ),
        toets=_leeftijd_omgekeerd,
        goed=(
            {"verenigingen": [{"minimumleeftijd": "12", "maximumleeftijd": "12"}]},
            {"verenigingen": [{"maximumleeftijd": "0"}]},
            {"verenigingen": [{"minimumleeftijd": "151", "maximumleeftijd": "12"}]},
        ),
        fout=({"verenigingen": [{"minimumleeftijd": "13", "maximumleeftijd": "12"}]},),
        niveau="rij",
    ),
    Regel(
        code="uitgeschreven_onleesbaar",
        plaatsen=((_V, "uitgeschreven"),),
        ernst=Ernst.FOUT,
        titel="Hier hoort ja of nee.",
        advies="Kies ja of nee, of laat de cel leeg (dat betekent nee).",
        bron=register("Request kon niet correct behandeld worden. Controleer het formaat en probeer het opnieuw."),
        toets=gelezen_als(Wijze.ONLEESBAAR),
        goed=("ja", "Nee", "x", "1"),
        fout=("misschien", "2", "ja?"),
        voorstel=janee_voorstel,
    ),
    Regel(
        code="soort_onbekend",
        plaatsen=((_V, "soort"),),
        ernst=Ernst.WAARSCHUWING,
        titel="Deze soort kennen we niet; de rij telt als feitelijke vereniging.",
        advies="Kies 'feitelijke vereniging' of 'afdeling'; een vzw hoort in de werkmap van de KBO-verenigingen.",
        bron=sjabloon("Soort is feitelijke vereniging of afdeling"),
        toets=gelezen_als(Wijze.ONLEESBAAR),
        goed=("feitelijke vereniging", "Afdeling", "FV"),
        fout=("vzw", "club"),
        groep="kwaliteit",
    ),
    Regel(
        code="kbo_nummer_ontbreekt",
        plaatsen=((_V, "kbo_nummer"),),
        ernst=Ernst.FOUT,
        titel="Het KBO-nummer ontbreekt.",
        advies="Vul de tien cijfers van het KBO-nummer in.",
        bron=register("'KboNummer' is verplicht.", "'KboNummer' mag niet leeg zijn."),
        toets=ontbreekt,
        goed=("0220923141",),
        fout=("", " "),
    ),
    Regel(
        code="kbo_nummer_ongeldig",
        plaatsen=((_V, "kbo_nummer"),),
        ernst=Ernst.FOUT,
        titel="Het KBO-nummer is niet geldig.",
        advies="Schrijf tien cijfers zonder BE ervoor, en kijk het nummer na op kbopub.economie.fgov.be.",
        bron=register(
            "'KboNummer' moet 10 cijfers bevatten.",
            "Foutieve tekens in Kbo nummer.",
            "Kbo nummer moet 10 cijfers bevatten.",
            "Incorrect Kbo nummer: foutieve checksum.",
        ),
        toets=per_waarde(lambda t: not is_kbo_nummer(t)),
        goed=("0220923141", "0220.923.141", "0220 923 141", ". 0220923141", ("220923141", Soort.GETAL)),
        fout=("220923141", "BE0220923141", "0220-923-141", "0220923142", "0", "02209231410"),
        voorstel=kbo_voorstel,
        oorzaak=_kbo_oorzaak,
        waarom="Het register vraagt met dit nummer alle gegevens van de vereniging aan de KBO.",
    ),
)
