"""Quality of associations: what the register accepts and a colleague would ask about."""

from __future__ import annotations

import numpy as np

from analytics.checks.namen import gewone_schrijfwijze, heeft_vzw, is_kop_of_totaal, is_plaatshouder, kaal, persoonsnaam
from analytics.checks.proef import Bools, Proef, Uitslag
from analytics.checks.regel import Ernst, KolomToets, Plaats, Regel, Voorbeeld, Voorstel, advies
from analytics.checks.toetsen import per_waarde
from analytics.checks.voorstellen import kbo_voorstel
from analytics.domain.nummers import is_kbo_nummer
from analytics.domain.velden import TABELLEN, velden_van

_V, _P = "verenigingen", "vertegenwoordigers"
_NAAM = ((_V, "naam"),)
_SLEUTELS = tuple((t, "intern_nummer") for t in TABELLEN)
_FILLERS = (
    *_NAAM,
    *((_V, v) for v in ("korte_naam", "korte_beschrijving", "roepnaam", "koepel", "aansluitingsnummer")),
    *(("contactgegevens", v) for v in ("waarde", "beschrijving")),
    *(("locaties", v) for v in ("locatienaam", "straatnaam", "huisnummer", "postcode", "gemeente", "land")),
    *((_P, v) for v in ("voornaam", "achternaam", "roepnaam", "rol")),
    *(("bankrekeningen", v) for v in ("titularissen", "doel")),
)


def _zonder(tabel: str) -> KolomToets:
    """Find associations without any record of *tabel*; KBO associations get theirs from KBO."""

    def toets(proef: Proef, plaats: Plaats) -> Uitslag:  # noqa: ARG001 -- every rule has the same shape
        toegepast: Bools = ~proef.is_kbo(_V)
        heeft: Bools = np.zeros(proef.aantal(_V), dtype=bool)
        van = proef.vereniging(tabel)
        heeft[van[van >= 0]] = True
        return Uitslag(toegepast, toegepast & ~heeft)

    return toets


def _zonder_activiteit(proef: Proef, plaats: Plaats) -> Uitslag:
    toegepast: Bools = np.ones(proef.aantal(_V), dtype=bool)
    return Uitslag(toegepast, ~proef.gevuld(*plaats) & ~proef.verdwenen(*plaats))


def _gelijk_aan_naam(proef: Proef, plaats: Plaats) -> Uitslag:
    toegepast = proef.gevuld(*plaats) & proef.gevuld(_V, "naam")
    eigen, naam = proef.waarden(*plaats), proef.waarden(_V, "naam")
    gevonden: Bools = np.zeros(len(eigen), dtype=bool)
    wie = np.flatnonzero(toegepast)
    gevonden[wie] = [kaal(a) == kaal(b) for a, b in zip(eigen[wie], naam[wie], strict=True)]
    return Uitslag(toegepast, gevonden)


def _afdeling(proef: Proef) -> Bools:
    return proef.waarden(_V, "soort") == "afdeling"


def _afdeling_zonder_moeder(proef: Proef, plaats: Plaats) -> Uitslag:
    toegepast = _afdeling(proef) & proef.ter_zake(*plaats)
    return Uitslag(toegepast, toegepast & ~proef.gevuld(*plaats) & ~proef.verdwenen(*plaats))


def _moeder_bij_feitelijke(proef: Proef, plaats: Plaats) -> Uitslag:
    toegepast = ~_afdeling(proef) & proef.ter_zake(*plaats) & proef.gevuld(_V, "soort")
    return Uitslag(toegepast, toegepast & proef.gevuld(*plaats))


def _soort_ontbreekt(proef: Proef, plaats: Plaats) -> Uitslag:
    toegepast = proef.ter_zake(*plaats) & proef.heeft_kolom(*plaats)
    return Uitslag(toegepast, toegepast & ~proef.gevuld(*plaats) & ~proef.verdwenen(*plaats))


def _kbo_dubbel(proef: Proef, plaats: Plaats) -> Uitslag:
    """Find the second and later associations with the same KBO number."""
    kolom = proef.kolom(*plaats)
    nummers = [t.replace(".", "").replace(" ", "") if t and is_kbo_nummer(t) else None for t in kolom.gelezen]
    per_rij = np.array([*nummers, None], dtype=object)[:-1][kolom.nummers]
    toegepast = np.not_equal(per_rij, None).astype(bool) & proef.is_kbo(_V)
    gezien: set[str] = set()
    gevonden: Bools = np.zeros(len(per_rij), dtype=bool)
    for i in np.flatnonzero(toegepast).tolist():
        gevonden[i] = per_rij[i] in gezien
        gezien.add(per_rij[i])
    return Uitslag(toegepast, gevonden)


def _doelgroep_nul(proef: Proef, plaats: Plaats) -> Uitslag:
    beide = proef.gevuld(*plaats) & proef.gevuld(_V, "maximumleeftijd")
    return Uitslag(beide, beide & (proef.waarden(*plaats) == "0") & (proef.waarden(_V, "maximumleeftijd") == "0"))


def _bijna_leeg(proef: Proef, plaats: Plaats) -> Uitslag:
    """Find records of which only the key is filled in (or a constant such as type, kind or land)."""
    tabel = plaats[0]
    vast = {"intern_nummer", "soort", "contactgegeventype", "locatietype", "land", "bron_dienst", "primair"}
    inhoud = [
        proef.gevuld(tabel, v.code) | proef.verdwenen(tabel, v.code) for v in velden_van(tabel) if v.code not in vast
    ]
    alle: Bools = np.ones(proef.aantal(tabel), dtype=bool)
    return Uitslag(alle, ~np.logical_or.reduce(inhoud))


def _kwaliteit(
    code: str,
    plaatsen: tuple[Plaats, ...],
    titel: str,
    advies_: str,
    waarom: str,
    toets: KolomToets,
    *,
    goed: tuple[Voorbeeld, ...],
    fout: tuple[Voorbeeld, ...],
    ernst: Ernst = Ernst.WAARSCHUWING,
    voorstel: Voorstel | None = None,
) -> Regel:
    return Regel(
        code=code,
        plaatsen=plaatsen,
        ernst=ernst,
        titel=titel,
        advies=advies_,
        bron=advies(waarom),
        toets=toets,
        goed=goed,
        fout=fout,
        groep="kwaliteit",
        niveau="rij" if len(plaatsen) == 1 else "cel",
        voorstel=voorstel,
    )


REGELS: tuple[Regel, ...] = (
    _kwaliteit(
        "plaatshouder",
        _FILLERS,
        "De cel is alleen opgevuld; er staat geen echte waarde.",
        "Vul de waarde in, of maak de cel leeg.",
        "het register neemt de opvulling aan als waarde, en toont ze",
        per_waarde(is_plaatshouder),
        goed=("De Onbekenden", "X-Men Boom", "1302"),
        fout=("onbekend", "n.v.t.", "x", "-", "Geen", "?", "null"),
    ),
    _kwaliteit(
        "naam_is_kop_of_totaal",
        _NAAM,
        "Dit lijkt een kop of een totaal uit een lijst, geen vereniging.",
        "Verwijder de rij als het geen vereniging is.",
        "het register maakt er een vereniging van",
        per_waarde(is_kop_of_totaal),
        goed=("Sportclub Boom", "Totaalvoetbal Boom"),
        fout=("Totaal", "Totaal: 312", "Naam", "Sport", "Sportverenigingen:", "Aantal verenigingen 12"),
    ),
    _kwaliteit(
        "rij_bijna_leeg",
        _SLEUTELS,
        "Deze rij is zo goed als leeg.",
        "Vul de rij aan, of verwijder ze.",
        "een lege rij is meestal een vergissing",
        _bijna_leeg,
        goed=("1",),
        fout=({"verenigingen": [{"naam": "", "hoofdactiviteiten": "", "startdatum": ""}]},),
    ),
    _kwaliteit(
        "naam_in_hoofdletters",
        (*_NAAM, (_V, "korte_beschrijving"), ("locaties", "straatnaam"), ("locaties", "locatienaam")),
        "De tekst staat helemaal in hoofdletters.",
        "Schrijf gewone letters; afkortingen mogen in hoofdletters blijven.",
        "zo staat de tekst straks ook op de website",
        per_waarde(lambda t: gewone_schrijfwijze(t) is not None),
        goed=("KWB Boom", "KVLV", "1302"),
        fout=("WANDELCLUB DE MOLENSTAPPERS", "KWB EVERGEM"),
        ernst=Ernst.INFO,
        voorstel=gewone_schrijfwijze,
    ),
    _kwaliteit(
        "persoonsnaam_in_hoofdletters",
        ((_P, "voornaam"), (_P, "achternaam"), (_P, "roepnaam")),
        "De naam staat helemaal in hoofdletters.",
        "Schrijf de naam zoals op de identiteitskaart.",
        "het register bewaart de naam zoals ze er staat",
        per_waarde(lambda t: persoonsnaam(t) is not None),
        goed=("Mira", "JP", "J.P."),
        fout=("MIRA", "VAN DEN BERGHE"),
        ernst=Ernst.INFO,
        voorstel=persoonsnaam,
    ),
    _kwaliteit(
        "vzw_in_naam_van_feitelijke",
        _NAAM,
        "In de naam van een feitelijke vereniging staat vzw.",
        "Ga na of ze een vzw is; dan hoort ze met haar KBO-nummer in de andere werkmap.",
        "een vzw die zonder KBO-nummer geregistreerd wordt, staat er later dubbel in",
        per_waarde(heeft_vzw),
        goed=("Wandelclub", "Vzwaan"),
        fout=("Wandelclub vzw", "V.Z.W. De Ster", "vzw-club"),
    ),
    _kwaliteit(
        "soort_ontbreekt",
        ((_V, "soort"),),
        "De soort is niet ingevuld; de rij telt als feitelijke vereniging.",
        "Kies 'feitelijke vereniging' of 'afdeling'.",
        "voor een afdeling willen we ook de moedervereniging kennen",
        _soort_ontbreekt,
        goed=("afdeling",),
        fout=("",),
    ),
    _kwaliteit(
        "afdeling_zonder_moeder",
        ((_V, "kbo_nummer_moeder"),),
        "Een afdeling zonder KBO-nummer van de moedervereniging.",
        "Vul het KBO-nummer van de moedervereniging in.",
        "het register kent geen afdelingen meer; met dit nummer kan de band later gelegd worden",
        _afdeling_zonder_moeder,
        goed=("", {"verenigingen": [{"soort": "afdeling", "kbo_nummer_moeder": "0220923141"}]}),
        fout=({"verenigingen": [{"soort": "afdeling"}]},),
    ),
    _kwaliteit(
        "moeder_ongeldig",
        ((_V, "kbo_nummer_moeder"),),
        "Het KBO-nummer van de moedervereniging is niet geldig.",
        "Schrijf tien cijfers zonder BE ervoor, en kijk het nummer na.",
        "het nummer wordt niet opgeladen, wel gebruikt om de moeder te vinden",
        per_waarde(lambda t: not is_kbo_nummer(t)),
        goed=("0220.923.141",),
        fout=("BE0220923141", "0220923142"),
        voorstel=kbo_voorstel,
    ),
    _kwaliteit(
        "moeder_bij_feitelijke",
        ((_V, "kbo_nummer_moeder"),),
        "Er staat een moedervereniging bij een rij die geen afdeling is.",
        "Kies als soort 'afdeling', of wis het KBO-nummer van de moedervereniging.",
        "een van beide klopt niet",
        _moeder_bij_feitelijke,
        goed=("", {"verenigingen": [{"soort": "afdeling", "kbo_nummer_moeder": "0220923141"}]}),
        fout=("0220923141",),
        ernst=Ernst.INFO,
    ),
    _kwaliteit(
        "kbo_nummer_dubbel",
        ((_V, "kbo_nummer"),),
        "Dit KBO-nummer staat al in een eerdere rij.",
        "Houd één rij per KBO-nummer, en voeg de gegevens samen.",
        "het register kent de tweede als dezelfde vereniging en maakt er geen nieuwe van",
        _kbo_dubbel,
        goed=({"soort": "kbo", "verenigingen": [{}, {"kbo_nummer": "0400.000.087"}]},),
        fout=({"soort": "kbo", "verenigingen": [{}, {"kbo_nummer": "0220923141"}]},),
    ),
    _kwaliteit(
        "startdatum_opvulling",
        ((_V, "startdatum"),),
        "Deze startdatum is vaak een opvulling: zo bewaren programma's een lege datum.",
        "Vul de juiste datum in, of laat de cel leeg.",
        "het register toont ze als echte datum",
        per_waarde(lambda t: t in ("1900-01-01", "1899-12-30", "1899-12-31", "1904-01-01", "1970-01-01", "0001-01-01")),
        goed=("1900-01-02", "1999-05-01"),
        fout=("1900-01-01", "1/1/1970"),
    ),
    _kwaliteit(
        "startdatum_lang_geleden",
        ((_V, "startdatum"),),
        "De startdatum ligt voor 1800.",
        "Controleer het jaar; van een schuttersgilde kan het kloppen.",
        "meestal is het een tikfout",
        per_waarde(lambda t: t < "1800-01-01" and t != "0001-01-01"),
        goed=("1800-01-01",),
        fout=("1799-12-31", "01/05/0199"),
    ),
    _kwaliteit(
        "doelgroep_nul_tot_nul",
        ((_V, "minimumleeftijd"),),
        "De doelgroep loopt van 0 tot en met 0 jaar.",
        "Vul de leeftijden in, of maak beide cellen leeg.",
        "nul is vaak een opvulling; leeg betekent alle leeftijden",
        _doelgroep_nul,
        goed=("0", {"verenigingen": [{"minimumleeftijd": "0", "maximumleeftijd": "3"}]}),
        fout=({"verenigingen": [{"minimumleeftijd": "0", "maximumleeftijd": "0"}]},),
    ),
    _kwaliteit(
        "gelijk_aan_naam",
        ((_V, "korte_naam"), (_V, "korte_beschrijving")),
        "Hier staat hetzelfde als in de naam.",
        "Maak de cel leeg, of vul aan wat de naam niet zegt.",
        "het zegt de lezer niets nieuws",
        _gelijk_aan_naam,
        goed=("Molenstappers",),
        fout=("Wandelclub de Molenstappers",),
        ernst=Ernst.INFO,
    ),
    _kwaliteit(
        "geen_activiteit",
        ((_V, "hoofdactiviteiten"),),
        "Er is geen hoofdactiviteit ingevuld.",
        "Kies minstens één hoofdactiviteit uit blad Codelijsten.",
        "het register aanvaardt de vereniging, maar niemand vindt ze op activiteit",
        _zonder_activiteit,
        goed=("SPRT",),
        fout=("",),
        ernst=Ernst.INFO,
    ),
    _kwaliteit(
        "geen_contact",
        _NAAM,
        "De vereniging heeft geen enkel contactgegeven.",
        "Voeg een e-mailadres of telefoonnummer toe.",
        "het register aanvaardt de vereniging, maar niemand kan ze bereiken",
        _zonder("contactgegevens"),
        goed=({},),
        fout=({"contactgegevens": []},),
        ernst=Ernst.INFO,
    ),
    _kwaliteit(
        "geen_locatie",
        _NAAM,
        "De vereniging heeft geen enkele locatie; het register zoekt dan niet naar dubbels.",
        "Voeg een correspondentieadres of een plaats van activiteiten toe.",
        "zonder postcode of gemeente slaat het register zijn controle op dubbels over",
        _zonder("locaties"),
        goed=({},),
        fout=({"locaties": []},),
    ),
    _kwaliteit(
        "geen_vertegenwoordiger",
        _NAAM,
        "De vereniging heeft geen enkele vertegenwoordiger.",
        "Voeg minstens één vertegenwoordiger toe.",
        "het register aanvaardt de vereniging, maar niemand kan ze zelf beheren",
        _zonder("vertegenwoordigers"),
        goed=({},),
        fout=({"vertegenwoordigers": []},),
        ernst=Ernst.INFO,
    ),
)
