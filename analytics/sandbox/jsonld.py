"""The JSON-LD part of answers: ``@id``, ``@type``, types of association and identifiers."""

from __future__ import annotations

from functools import lru_cache
from uuid import NAMESPACE_URL, uuid5

from analytics.sandbox.gegevens import Code, Doelgroep
from analytics.sandbox.toestand import Vereniging

Json = dict[str, object]

# Opaque to clients: the namespaces of the register itself are not public.
_NAAMRUIMTE = uuid5(NAMESPACE_URL, "oefenregister")

SOORTNAMEN = {
    "VZW": "Vereniging zonder winstoogmerk",
    "IVZW": "Internationale vereniging zonder winstoogmerk",
    "PS": "Private stichting",
    "SVON": "Stichting van openbaar nut",
}
FV: Json = {"code": "FV", "naam": "Feitelijke vereniging"}
VZER: Json = {"code": "VZER", "naam": "Vereniging zonder eigen rechtspersoonlijkheid"}
SUBTYPEN = {"": "", "FV": "Feitelijke vereniging", "SUB": "Subvereniging", "NB": "Niet bepaald"}


@lru_cache(maxsize=50_000)
def id_(voorvoegsel: str, tekst: str) -> str:
    """Give the ``@id`` of *tekst*: a name-based GUID."""
    return f"{voorvoegsel}:{uuid5(_NAAMRUIMTE, f'{voorvoegsel}:{tekst}')}"


def soort(stand: Vereniging) -> str:
    """Give the ``@type`` of an association."""
    return "regorg:RegisteredOrganization" if stand.is_kbo else "fei:FeitelijkeVerenigingen"


def verenigingstype(stand: Vereniging, *, v2: bool) -> Json:
    """Give the type; FV and VZER are both shown as FV in version 1, as VZER in version 2."""
    if stand.is_kbo:
        return {"code": stand.rechtsvorm, "naam": SOORTNAMEN[stand.rechtsvorm]}
    return dict(VZER if v2 else FV)


def subtype(stand: Vereniging) -> Json:
    """Give the subtype, empty while never set."""
    return {"code": stand.subtype, "naam": SUBTYPEN[stand.subtype]}


def doelgroep(vcode: str, groep: Doelgroep) -> Json:
    """Give the target group."""
    return {
        "@id": id_("doel", vcode),
        "@type": "verenigingen_ext:Doelgroep",
        "minimumleeftijd": groep.minimumleeftijd,
        "maximumleeftijd": groep.maximumleeftijd,
    }


def codes(voorvoegsel: str, lijst: tuple[Code, ...]) -> list[Json]:
    """Give entries of a code list; *voorvoegsel* is ``act`` or ``wg``."""
    return [{"@id": id_(voorvoegsel, c.code), "@type": "skos:Concept", "code": c.code, "naam": c.naam} for c in lijst]


def sleutels(stand: Vereniging) -> list[Json]:
    """Give the identifiers: the vCode, and the KBO number where there is one."""
    paren = [("Vcode", stand.vcode, "Vcode")]
    if stand.kbo_nummer:
        paren.append(("KBO", stand.kbo_nummer, "KBO nummer"))
    return [
        {
            "@id": id_("identificatoren", f"{stand.vcode}-{bron}"),
            "@type": "adms:Identifier",
            "bron": bron,
            "waarde": waarde,
            "codeerSysteem": systeem,
            "gestructureerdeIdentificator": {
                "@id": id_("ges", f"{stand.vcode}-{bron}"),
                "@type": "generiek:GestructureerdeIdentificator",
                "nummer": waarde,
            },
        }
        for bron, waarde, systeem in paren
    ]
