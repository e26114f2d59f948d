"""Locations: type, address or address id, one correspondence, one primary, none twice."""

from __future__ import annotations

import numpy as np
import pandas as pd

from analytics.checks.oordelen import ADRES_PURI, normaliseer_adresdeel
from analytics.checks.proef import Bools, Getallen, Proef, Teksten, Uitslag
from analytics.checks.regel import Ernst, Plaats, Regel, register
from analytics.checks.toetsen import codes_van, later_in_vereniging, ontbreekt, per_waarde, samengevat, te_lang
from analytics.checks.verplicht import ADRESDELEN, heeft_adres
from analytics.checks.voorstellen import puri_voorstel
from analytics.checks.voorstellen_lijst import locatietype_voorstel

_L = "locaties"
_ADRES = {"straatnaam": "Molenstraat", "huisnummer": "12", "postcode": "9940", "gemeente": "Evergem", "land": "België"}
_PURI = ADRES_PURI + "3706808"
_GEEN_ADRES: dict[str, str | None] = dict.fromkeys(ADRESDELEN)
KBO_ZETEL = "maatschappelijke zetel volgens kbo"
_TYPES = {"correspondentie": "Correspondentie", "activiteiten": "Activiteiten"}


def locatietype(tekst: str) -> str | None:
    """Return the type as the register spells it; capitals do not matter on input, blanks do."""
    return _TYPES.get(tekst.lower())


def _types(proef: Proef) -> Teksten:
    kolom = proef.kolom(_L, "locatietype")
    types = [None if t is None else locatietype(t) or locatietype_voorstel(t) for t in kolom.gelezen]
    return np.array([*types, None], dtype=object)[:-1][kolom.nummers]


def _met_id(proef: Proef) -> Bools:
    return proef.gevuld(_L, "adres_id")


def _zonder_adres(proef: Proef, plaats: Plaats) -> Uitslag:  # noqa: ARG001 -- every rule has the same shape
    met_id = _met_id(proef) | proef.verdwenen(_L, "adres_id")
    alle: Bools = np.ones(proef.aantal(_L), dtype=bool)
    return Uitslag(alle, ~met_id & ~heeft_adres(proef))


def _adres_en_id(proef: Proef, plaats: Plaats) -> Uitslag:
    toegepast = proef.gevuld(*plaats)
    return Uitslag(toegepast, toegepast & heeft_adres(proef))


def _type_codes(proef: Proef) -> Getallen:
    return pd.Categorical(_types(proef), categories=list(_TYPES.values())).codes.astype("int64") + 1


def _sleutels(proef: Proef) -> tuple[Getallen, Bools]:
    """Return a number for what makes two locations the same for the register, and which locations have it all."""
    delen = [codes_van(proef, (_L, d), normaliseer_adresdeel) for d in ADRESDELEN]
    # A box number of punctuation only compares as none at all.
    bus = codes_van(proef, (_L, "busnummer"), lambda t: normaliseer_adresdeel(t) or None)
    vast = [codes_van(proef, (_L, v)) for v in ("locatienaam", "adres_id")]
    types = _type_codes(proef)
    sleutel = samengevat(types, *vast, *delen, bus)
    volledig = np.logical_and.reduce([proef.gevuld(_L, d) for d in ADRESDELEN])
    return sleutel, (types > 0) & (_met_id(proef) != heeft_adres(proef)) & (_met_id(proef) | volledig)


def _dubbel(proef: Proef, plaats: Plaats) -> Uitslag:  # noqa: ARG001 -- every rule has the same shape
    sleutel, toegepast = _sleutels(proef)
    return Uitslag(toegepast, *later_in_vereniging(proef, _L, sleutel, toegepast))


def _tweede_correspondentie(proef: Proef, plaats: Plaats) -> Uitslag:  # noqa: ARG001 -- every rule has the same shape
    types = _type_codes(proef)
    return Uitslag(types == 1, *later_in_vereniging(proef, _L, types, types == 1))


def _tweede_primaire(proef: Proef, plaats: Plaats) -> Uitslag:
    toegepast = proef.waarden(*plaats) == "ja"
    return Uitslag(toegepast, *later_in_vereniging(proef, _L, np.zeros(len(toegepast), dtype="int64"), toegepast))


_ANDER = _ADRES | {"locatietype": "Activiteiten"}


def _deel_ontbreekt(deel: str, titel: str, advies: str, goed: str) -> Regel:
    return Regel(
        code=f"{deel}_ontbreekt",
        plaatsen=((_L, deel),),
        ernst=Ernst.FOUT,
        titel=titel,
        advies=advies,
        bron=register(
            f"'{deel}' is verplicht.",
            f"'{deel}' mag niet leeg zijn.",
            "Een adres moet bestaan uit straatnaam, huisnummer, postcode, gemeente en land.",
        ),
        toets=ontbreekt,
        goed=(goed,),
        fout=("", " "),
        voorstel=(lambda t: None if t.strip() else "België") if deel == "land" else None,
    )


REGELS: tuple[Regel, ...] = (
    Regel(
        code="locatietype_ontbreekt",
        plaatsen=((_L, "locatietype"),),
        ernst=Ernst.FOUT,
        titel="Het type van de locatie ontbreekt.",
        advies="Kies Correspondentie of Activiteiten.",
        bron=register("'locatietype' is verplicht.", "'locatietype' mag niet leeg zijn."),
        toets=ontbreekt,
        goed=("Activiteiten",),
        fout=("", " "),
    ),
    Regel(
        code="locatietype_onbekend",
        plaatsen=((_L, "locatietype"),),
        ernst=Ernst.FOUT,
        titel="Dit type van locatie kent het register niet.",
        advies="Kies Correspondentie of Activiteiten.",
        bron=register("'Locatietype' moet een geldige waarde hebben. (Correspondentie, Activiteiten)"),
        toets=per_waarde(lambda t: locatietype(t) is None and t.lower() != KBO_ZETEL),
        goed=("Correspondentie", "activiteiten", "ACTIVITEITEN"),
        fout=("Postadres", "Zetel", " Activiteiten"),
        voorstel=locatietype_voorstel,
    ),
    Regel(
        code="locatietype_kbo_zetel",
        plaatsen=((_L, "locatietype"),),
        ernst=Ernst.FOUT,
        titel="Een maatschappelijke zetel volgens KBO kan alleen de KBO zelf doorgeven.",
        advies="Kies Correspondentie of Activiteiten, of verwijder de rij.",
        bron=register("Het locatietype 'Maatschappelijke zetel volgens KBO' kan niet toegekend worden."),
        toets=per_waarde(lambda t: t.lower() == KBO_ZETEL),
        goed=("Correspondentie",),
        fout=("Maatschappelijke zetel volgens KBO", "maatschappelijke zetel volgens kbo"),
        waarom="Bij een registratie laat het register deze waarde vandaag door, bij een toevoeging weigert het ze. Ze "
        "hoort bij gegevens uit de KBO: zo'n locatie kan daarna niet meer gewijzigd of verwijderd worden.",
    ),
    Regel(
        code="locatienaam_te_lang",
        plaatsen=((_L, "locatienaam"),),
        ernst=Ernst.FOUT,
        titel="De naam van de locatie is langer dan 128 tekens.",
        advies="Kort de naam in.",
        bron=register("Locatienaam mag niet langer dan 128 karakters zijn."),
        toets=te_lang,
        goed=("a" * 128,),
        fout=("a" * 129,),
    ),
    Regel(
        code="locatie_zonder_adres",
        plaatsen=((_L, "straatnaam"),),
        ernst=Ernst.FOUT,
        titel="De locatie heeft geen adres en geen adres-id.",
        advies="Vul straat, huisnummer, postcode, gemeente en land in, of een adres-id, of verwijder de rij.",
        bron=register(
            "'Locatie' moet of een adres of een adresId bevatten.",
            "Een locatie moet minstens een adresId of een adres bevatten.",
        ),
        toets=_zonder_adres,
        goed=({"locaties": [_ADRES]}, {"locaties": [{**_GEEN_ADRES, "adres_id": _PURI}]}),
        fout=({"locaties": [_GEEN_ADRES]},),
        niveau="rij",
    ),
    Regel(
        code="adres_en_adres_id",
        plaatsen=((_L, "adres_id"),),
        ernst=Ernst.FOUT,
        titel="De locatie heeft een adres-id en ook een adres; het register wil één van beide.",
        advies="Wis de adres-id, of wis straat, huisnummer, busnummer, postcode, gemeente en land.",
        bron=register("'Locatie' moet of een adres of een adresId bevatten."),
        toets=_adres_en_id,
        goed=({"locaties": [{**_GEEN_ADRES, "adres_id": _PURI}]},),
        fout=(_PURI, {"locaties": [{**_GEEN_ADRES, "land": "België", "adres_id": _PURI}]}),
        niveau="rij",
        waarom="De FAQ van het register noemt beide samen nog; sinds juli 2024 weigert het register dat.",
    ),
    _deel_ontbreekt("straatnaam", "De straatnaam ontbreekt.", "Vul de straatnaam in.", "Molenstraat"),
    _deel_ontbreekt("huisnummer", "Het huisnummer ontbreekt.", "Vul het huisnummer in.", "7-9"),
    _deel_ontbreekt("postcode", "De postcode ontbreekt.", "Vul de postcode in.", "9940"),
    _deel_ontbreekt("gemeente", "De gemeente ontbreekt.", "Vul de gemeente in.", "Evergem"),
    _deel_ontbreekt("land", "Het land ontbreekt.", "Vul het land in; meestal is dat België.", "België"),
    Regel(
        code="adres_id_geen_puri",
        plaatsen=((_L, "adres_id"),),
        ernst=Ernst.FOUT,
        titel="De adres-id begint niet met https://data.vlaanderen.be/id/adres/.",
        advies="Neem de adres-id over van het adressenregister, of vul het adres in.",
        bron=register("De bronwaarde voor een adres uit het addressenregister moet een Data Vlaanderen PURI zijn."),
        toets=per_waarde(lambda t: not t.startswith(ADRES_PURI)),
        goed=({"locaties": [{**_GEEN_ADRES, "adres_id": _PURI}]},),
        fout=(
            {"locaties": [{**_GEEN_ADRES, "adres_id": "3706808"}]},
            {"locaties": [{**_GEEN_ADRES, "adres_id": "http://data.vlaanderen.be/id/adres/3706808"}]},
        ),
        voorstel=puri_voorstel,
    ),
    Regel(
        code="locatie_dubbel",
        collectie=True,
        plaatsen=((_L, "straatnaam"),),
        ernst=Ernst.FOUT,
        titel="Dezelfde locatie staat twee keer bij deze vereniging.",
        advies="Verwijder de rij, of geef ze een ander type of een andere naam.",
        bron=register("Identieke locaties zijn niet toegelaten.", "Locaties moeten uniek zijn binnen de vereniging."),
        toets=_dubbel,
        goed=(
            {"locaties": [_ADRES, _ANDER]},
            {"locaties": [_ANDER, _ANDER | {"locatienaam": "Zaal"}]},
            {"locaties": [_ANDER, _ANDER | {"busnummer": "A"}]},
        ),
        fout=(
            {"locaties": [_ANDER, _ANDER]},
            {"locaties": [_ANDER, _ANDER | {"straatnaam": "MOLEN-straat"}]},
            {"locaties": [_ANDER, _ANDER | {"locatietype": "activiteiten"}]},
        ),
        niveau="vereniging",
        oorzaak=lambda _: "van locaties die er al staan",
        waarom="Het register vergelijkt adressen zonder hoofdletters, accenten, spaties en leestekens.",
    ),
    Regel(
        code="locatie_tweede_correspondentie",
        collectie=True,
        plaatsen=((_L, "locatietype"),),
        ernst=Ernst.FOUT,
        titel="Er is al een correspondentieadres bij deze vereniging.",
        advies="Houd één correspondentieadres; maak van de andere Activiteiten, of verwijder ze.",
        bron=register(
            "Er mag maximum één correspondentie locatie opgegeven worden.",
            "Er kan maar één correspondentie locatie zijn binnen de vereniging.",
        ),
        toets=_tweede_correspondentie,
        goed=({"locaties": [_ADRES, _ANDER]},),
        fout=({"locaties": [_ADRES, _ADRES | {"huisnummer": "14", "locatietype": "correspondentie"}]},),
        niveau="vereniging",
    ),
    Regel(
        code="locatie_tweede_primaire",
        collectie=True,
        plaatsen=((_L, "primair"),),
        ernst=Ernst.FOUT,
        titel="Er is al een primaire locatie bij deze vereniging.",
        advies="Zet bij hoogstens één locatie ja.",
        bron=register(
            "Er mag maximum één primaire locatie opgegeven worden.",
            "Er kan maar één primaire locatie zijn binnen de vereniging.",
        ),
        toets=_tweede_primaire,
        goed=({"locaties": [_ADRES | {"primair": "ja"}, _ANDER | {"primair": "nee"}]},),
        fout=({"locaties": [_ADRES | {"primair": "ja"}, _ANDER | {"primair": "ja"}]},),
        niveau="vereniging",
    ),
)
