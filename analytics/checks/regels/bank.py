"""Bank accounts: IBAN and holders."""

from __future__ import annotations

import re

from analytics.checks.oordelen import is_te_lang
from analytics.checks.proef import Proef, Uitslag
from analytics.checks.regel import Ernst, Plaats, Regel, register
from analytics.checks.toetsen import codes_van, later_in_vereniging, ontbreekt, per_waarde, te_lang
from analytics.checks.voorstellen import iban_voorstel
from analytics.domain.nummers import is_belgische_iban

_B = "bankrekeningen"
_IBAN = "BE68 5390 0754 7034"


def _iban_dubbel(proef: Proef, plaats: Plaats) -> Uitslag:
    """Compare after formatting, which catches what is the same as typed too."""
    toegepast = proef.toepasbaar(*plaats)
    kaal = codes_van(proef, plaats, lambda t: re.sub(r"[. ]", "", t))
    return Uitslag(toegepast, *later_in_vereniging(proef, _B, kaal, toegepast))


def _namen(tekst: str) -> list[str]:
    return tekst.split(";")


def _iban_oorzaak(tekst: str) -> str:
    return "die anders geschreven zijn dan het register wil" if iban_voorstel(tekst) else "die geen Belgisch IBAN zijn"


REGELS: tuple[Regel, ...] = (
    Regel(
        code="iban_ontbreekt",
        plaatsen=((_B, "iban"),),
        ernst=Ernst.FOUT,
        titel="Het rekeningnummer (IBAN) ontbreekt.",
        advies="Vul het IBAN in, of verwijder de rij.",
        bron=register("'iban' is verplicht.", "'iban' mag niet leeg zijn."),
        toets=ontbreekt,
        goed=(_IBAN,),
        fout=("", " "),
    ),
    Regel(
        code="iban_ongeldig",
        plaatsen=((_B, "iban"),),
        ernst=Ernst.FOUT,
        titel="Dit is geen geldig Belgisch IBAN.",
        advies="Schrijf BE in hoofdletters en veertien cijfers, zonder iets ervoor.",
        bron=register("Het opgegeven 'IBAN' is geen geldig Belgisch IBAN.", "Het formaat van het IBAN is ongeldig."),
        toets=per_waarde(lambda t: not is_belgische_iban(t)),
        goed=(_IBAN, "BE68539007547034", "BE68.5390.0754.7034", "BE68 5390 0754 7034 "),
        fout=(
            " BE68539007547034",
            "be68 5390 0754 7034",
            "BE68-5390-0754-7034",
            "BE69539007547034",
            "NL91ABNA0417164300",
        ),
        voorstel=iban_voorstel,
        oorzaak=_iban_oorzaak,
    ),
    Regel(
        code="iban_dubbel",
        collectie=True,
        plaatsen=((_B, "iban"),),
        ernst=Ernst.FOUT,
        titel="Hetzelfde rekeningnummer staat twee keer bij deze vereniging.",
        advies="Houd één rij over; zet meerdere titularissen samen in één cel, met ; ertussen.",
        bron=register("Het IBAN van een bankrekening moet uniek zijn binnen de vereniging."),
        toets=_iban_dubbel,
        goed=({"bankrekeningen": [{}, {"iban": "BE43 0689 9999 9501"}]},),
        fout=({"bankrekeningen": [{"iban": _IBAN}, {"iban": "BE68539007547034"}]},),
        niveau="vereniging",
    ),
    Regel(
        code="titularis_ontbreekt",
        plaatsen=((_B, "titularissen"),),
        ernst=Ernst.FOUT,
        titel="De titularis van de rekening ontbreekt.",
        advies="Vul in op wiens naam de rekening staat.",
        bron=register(
            "'Titularissen' is verplicht.",
            "'Titularissen' mag niet leeg zijn.",
            "Titularis mag niet null of leeg zijn.",
        ),
        toets=ontbreekt,
        goed=("De Molenstappers",),
        fout=("", " ", ";"),
    ),
    Regel(
        code="titularis_te_lang",
        plaatsen=((_B, "titularissen"),),
        ernst=Ernst.FOUT,
        titel="De naam van een titularis is langer dan 128 tekens.",
        advies="Kort de naam in, of zet ; tussen meerdere titularissen.",
        bron=register("Titularis mag niet langer dan 128 karakters zijn."),
        toets=per_waarde(lambda t: any(is_te_lang(n) for n in _namen(t))),
        goed=("a" * 128, "a" * 100 + ";" + "b" * 100),
        fout=("a" * 129,),
    ),
    Regel(
        code="titularis_dubbel",
        plaatsen=((_B, "titularissen"),),
        ernst=Ernst.FOUT,
        titel="Dezelfde titularis staat twee keer bij deze rekening.",
        advies="Laat elke titularis één keer staan.",
        bron=register("De titularissen van een bankrekening moeten uniek zijn."),
        toets=per_waarde(lambda t: len({n.lower() for n in _namen(t)}) < len(_namen(t))),
        goed=("Mira Voorbeeld; Jef Voorbeeld",),
        fout=("Mira Voorbeeld; Mira Voorbeeld", "Mira Voorbeeld;mira voorbeeld"),
        voorstel=lambda t: ";".join(
            {n.lower(): n for n in reversed([s.strip() for s in t.split(";") if s.strip()])}.values()
        ),
    ),
    Regel(
        code="doel_te_lang",
        plaatsen=((_B, "doel"),),
        ernst=Ernst.FOUT,
        titel="Het doel van de rekening is langer dan 128 tekens.",
        advies="Kort het doel in.",
        bron=register("Doel mag niet langer dan 128 karakters zijn."),
        toets=te_lang,
        goed=("a" * 128,),
        fout=("a" * 129,),
    ),
)
