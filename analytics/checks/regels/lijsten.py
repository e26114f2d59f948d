"""Lists of codes: main activities and areas of operation; yes or no."""

from __future__ import annotations

from analytics.checks.regel import Ernst, Regel, register
from analytics.checks.toetsen import gelezen_als, per_waarde
from analytics.checks.voorstellen import janee_voorstel
from analytics.checks.voorstellen_lijst import hoofdactiviteiten_voorstel, werkingsgebieden_voorstel
from analytics.intake.lezing_lijst import is_code
from analytics.intake.lezing_wijze import Wijze

_ACTIVITEITEN = (("verenigingen", "hoofdactiviteiten"),)
_GEBIEDEN = (("verenigingen", "werkingsgebieden"),)
_PRIMAIR = tuple((t, "primair") for t in ("contactgegevens", "locaties", "vertegenwoordigers"))


def _items(tekst: str) -> list[str]:
    return tekst.split(";")


def _onbekende_activiteit(tekst: str) -> bool:
    return any(not is_code(i, "hoofdactiviteiten") for i in _items(tekst))


def _onbekend_gebied(tekst: str) -> bool:
    return any(not is_code(i, "werkingsgebieden") for i in _items(tekst))


def _herhaald(tekst: str) -> bool:
    items = [i.upper() for i in _items(tekst)]
    return len(set(items)) < len(items)


def _nvt_met_andere(tekst: str) -> bool:
    items = {i.upper() for i in _items(tekst)}
    return "NVT" in items and len(items) > 1


REGELS: tuple[Regel, ...] = (
    Regel(
        code="hoofdactiviteit_onbekend",
        plaatsen=_ACTIVITEITEN,
        ernst=Ernst.FOUT,
        titel="Een van de hoofdactiviteiten staat niet in de codelijst.",
        advies="Kies codes uit blad Codelijsten, in hoofdletters, met ; ertussen.",
        bron=register('De opgegeven hoofdactiviteit is niet gekend: "XXXX"'),
        toets=per_waarde(_onbekende_activiteit),
        goed=("SPRT", "SPRT; JGDW", "Sport", "Kunsten, Erfgoed & Cultuur, Sport", "Levenbeschouwelijk"),
        fout=("sprt", "Voetbal", "SPRT;XXXX"),
        voorstel=hoofdactiviteiten_voorstel,
        oorzaak=lambda t: (
            "met een code in kleine letters" if hoofdactiviteiten_voorstel(t) else "met een onbekende code"
        ),
    ),
    Regel(
        code="hoofdactiviteit_dubbel",
        plaatsen=_ACTIVITEITEN,
        ernst=Ernst.FOUT,
        titel="Een hoofdactiviteit staat twee keer in de lijst.",
        advies="Laat elke hoofdactiviteit één keer staan.",
        bron=register(
            "Een waarde in de hoofdactiviteitenLijst mag slechts 1 maal voorkomen.",
            "Elke waarde in de hoofdactiviteiten mag slechts 1 maal voorkomen.",
        ),
        toets=per_waarde(_herhaald),
        goed=("SPRT;JGDW",),
        fout=("SPRT;SPRT", "SPRT; Sport", "SPRT;sprt"),
        voorstel=hoofdactiviteiten_voorstel,
    ),
    Regel(
        code="werkingsgebied_onbekend",
        plaatsen=_GEBIEDEN,
        ernst=Ernst.FOUT,
        titel="Een van de werkingsgebieden staat niet in de codelijst.",
        advies="Kies codes van gemeenten of provincies uit blad Codelijsten; voor heel Vlaanderen de vijf provincies.",
        bron=register('Het opgegeven werkingsgebied is niet gekend: "XXXX"'),
        toets=per_waarde(_onbekend_gebied),
        goed=("BE23444021", "be21", "Gent", "Oost-Vlaanderen", "NVT", "Provincie Antwerpen; Brussel"),
        fout=("Vlaanderen", "Mariakerke", "BE2411540", "België"),
        voorstel=werkingsgebieden_voorstel,
        oorzaak=lambda t: (
            "met een andere naam voor een gebied" if werkingsgebieden_voorstel(t) else "met een onbekend gebied"
        ),
    ),
    Regel(
        code="werkingsgebied_dubbel",
        plaatsen=_GEBIEDEN,
        ernst=Ernst.FOUT,
        titel="Een werkingsgebied staat twee keer in de lijst.",
        advies="Laat elk werkingsgebied één keer staan.",
        bron=register("Elke waarde in de werkingsgebieden mag slechts eenmaal voorkomen."),
        toets=per_waarde(_herhaald),
        goed=("BE21;BE22",),
        fout=("BE21;BE21", "BE21;be21", "Gent;BE23444021"),
        voorstel=werkingsgebieden_voorstel,
    ),
    Regel(
        code="werkingsgebied_nvt_met_andere",
        plaatsen=_GEBIEDEN,
        ernst=Ernst.FOUT,
        titel="NVT (niet van toepassing) staat samen met andere werkingsgebieden.",
        advies="Laat NVT alleen staan, of verwijder NVT.",
        bron=register("Het opgegeven werkingsgebied NVT kan niet gecombineerd worden met andere codes."),
        toets=per_waarde(_nvt_met_andere),
        goed=("NVT", "BE21"),
        fout=("NVT;BE21", "BE21;Niet van toepassing"),
    ),
    Regel(
        code="primair_onleesbaar",
        plaatsen=_PRIMAIR,
        ernst=Ernst.FOUT,
        titel="In de kolom Primair hoort ja of nee.",
        advies="Kies ja of nee, of laat de cel leeg (dat betekent nee).",
        bron=register("Request kon niet correct behandeld worden. Controleer het formaat en probeer het opnieuw."),
        toets=gelezen_als(Wijze.ONLEESBAAR),
        goed=("ja", "nee", "x", "1"),
        fout=("eerste", "2"),
        voorstel=janee_voorstel,
    ),
)
