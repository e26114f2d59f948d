"""Words that tell one association from another: umbrella, discipline, age, sex, side branch, number, direction."""

from __future__ import annotations

from typing import NamedTuple

from analytics.duplicates.herkomst import HERKOMST
from analytics.duplicates.kant import VEEL, Kant
from analytics.duplicates.koepelwerk import BEZIGHEDEN, LEDEN_VAN, SERVICECLUBS, waarvoor
from analytics.duplicates.taal import woordvormen

KLASSEN = ("koepel", "soort", "geslacht", "leeftijd", "neven", "getal", "wind", "streek")
#: General words that are more than "vereniging": a committee, a guild and a school of one name may be three.
INSTELLINGEN = frozenset({"academie", "atelier", "centrum", "collectief", "comite", "federatie", "fonds", "gilde"})
INSTELLINGEN |= {"huis", "korps", "opvang", "parochie", "platform", "project", "raad", "school", "stichting"}
INSTELLINGEN |= {"vriendenkring", "werkgroep"}
_SCHUTTERS = frozenset({"boogschieten", "kruisboog", "schieten", "liggendewip", "staandewip"})
# "Zeescouts De Jutters" may be "Scouts De Jutters"; with one patron saint they are two groups.
_TAKKEN = frozenset({"scouts", "zeescouts"})
# What a band has beside itself.
_ONDERDELEN = frozenset({"drumband", "majorettes"})
# What girls' movements were called beside the boys' one of the same umbrella.
_MEISJES = frozenset({"vksj", "vkaj"})
# Longer is a word, not an abbreviation.
LANGSTE_LETTERS = 4
#: With what letters of a club end: Club, Kring, Vereniging, Gezelschap, Maatschappij, Bond, Team.
VERENIGT = frozenset("ckvgmbt")
_JONG = frozenset({"jeugd", "kind"})
_JEUGDWERK = frozenset({"speelplein", "jeugdhuis", "kinderopvang", "speelotheek"})
_BEIDE = frozenset({"man", "vrouw"})
_VRIENDEN = frozenset({"vrienden"})
_GEWEST = frozenset({"gewest"})
# "Seniorenvereniging Gouden Jaren" and "Gouden Jaren": what it is, not which part of it.
_VERENIGD = ("vereniging", "bond", "club", "kring", "raad")
_TEGENDELEN = (("oud", "nieuw"), ("groot", "klein"))
_PLOEGEN = frozenset("23456789abc")


class Verschil(NamedTuple):
    """
    One telling difference.

    Attributes:
        klasse: In what they differ.
        a, b: The words of both names; empty where one has none.
        kenmerk: Under what it is weighed, see :data:`gewichten.ONDERSCHEID`.
    """

    klasse: str
    a: str
    b: str
    kenmerk: str


def telling(ka: Kant, kb: Kant, gedeeld: str) -> list[Verschil]:
    """
    Return each telling difference.

    *gedeeld*: what proper words the names share: ``geen``, ``gewoon`` ones, or a name of their own (``eigen``).
    """
    verschillen: list[Verschil] = []
    for klasse in KLASSEN:
        wa, wb = ka.klassen.get(klasse), kb.klassen.get(klasse)
        if (wa is None and wb is None) or _BEIDE in (wa, wb):
            continue  # "dames en heren" is everybody
        if klasse == "soort" and (_heet_zo(ka.zwak, kb) or _heet_zo(kb.zwak, ka)):
            continue  # "Freinetschool De Torteltuin": what is proper on both sides is no discipline
        if wa is None or wb is None:
            kenmerk = _eenzijdig(klasse, ka, kb, gedeeld)
        elif wa & wb:
            kenmerk = _rest_van_klasse(klasse, ka, kb, gedeeld)
        else:
            kenmerk = _botsing(klasse, ka, kb, gedeeld)
        if kenmerk:
            verschillen.append(Verschil(klasse, ka.tekst.get(klasse, ""), kb.tekst.get(klasse, ""), kenmerk))
    if SERVICECLUBS & ka.klassen.get("koepel", frozenset()) & kb.klassen.get("koepel", frozenset()):
        # A town has several: "Rotary Hasselt" and "Rotary Hasselt Herkenrode".
        namen = [" ".join(kant.rest) for kant in (ka, kb)]
        if bool(namen[0]) != bool(namen[1]):
            verschillen.append(Verschil("club", namen[0], namen[1], "serviceclub_erbij"))
    verschillen += _tegendelen(ka, kb)
    eigenlijk = [
        {woord for woord in kant.algemeen & INSTELLINGEN if f"={woord}" not in tegen.stammen or woord in tegen.algemeen}
        for kant, tegen in ((ka, kb), (kb, ka))
    ]  # the gilde of "Herbakkersgilde" is that of "Gilde van de Herbakkers"
    if any(eigenlijk) and not eigenlijk[0] & eigenlijk[1]:
        kenmerk = "instelling_anders" if all(eigenlijk) else "instelling_erbij"
        woorden = [min(woord, default="") for woord in eigenlijk]
        verschillen.append(Verschil("instelling", woorden[0], woorden[1], f"{kenmerk}:{gedeeld}"))
    return _elk_iets(verschillen, ka, kb, gedeeld)


def _elk_iets(verschillen: list[Verschil], ka: Kant, kb: Kant, gedeeld: str) -> list[Verschil]:
    """Return the differences, with one more where each name says what it is and the other does not: koor and gilde."""
    zijden = [(v, ka if v.a else kb) for v in verschillen if bool(v.a) != bool(v.b)]
    wat = [(v, kant) for v, kant in zijden if v.klasse in {"soort", "koepel"}]
    welke = [(v, kant) for v, kant in zijden if v.klasse in {"instelling", "neven"}]
    for soort, met in wat:
        for instelling, zonder in welke:
            if met is zonder:
                continue
            if "gilde" in zonder.algemeen and met.klassen.get("soort", frozenset()) & _SCHUTTERS:
                return [v for v in verschillen if v is not soort and v is not instelling]  # a gilde shoots
            woorden = (soort.a, instelling.b) if met is ka else (instelling.a, soort.b)
            return [*verschillen, Verschil("elk_iets", *woorden, f"elk_iets:{gedeeld}")]
    return verschillen


def _tegendelen(ka: Kant, kb: Kant) -> list[Verschil]:
    """Return words of which one says the opposite of the other: *Oude* and *Nieuwe Molenstraat*."""
    a, b = (kant.algemeen | kant.rest.keys() for kant in (ka, kb))
    paren = ((x, y) for een, ander in _TEGENDELEN for x, y in ((een, ander), (ander, een)))
    return [Verschil("tegendeel", x, y, "tegendeel") for x, y in paren if x in a - b and y in b - a]


def _heet_zo(woord: str, kant: Kant) -> bool:
    """Tell whether a word, in any form, is a proper one of the other name."""
    return bool(woord) and any(woordvormen(woord) & woordvormen(vorm) for vorm in kant.vormen.values())


def _botsing(klasse: str, ka: Kant, kb: Kant, gedeeld: str) -> str:
    wa, wb = ka.klassen[klasse], kb.klassen[klasse]
    if klasse == "soort" and ka.tekst[klasse].removeprefix("k") == kb.tekst[klasse].removeprefix("k"):
        return ""  # "KSK Kasterlee" and "SK Kasterlee"
    if klasse == "soort" and _letters_voor(ka.tekst[klasse], kb.tekst[klasse]):
        return f"letters_anders:{gedeeld}"
    if klasse == "soort" and (wa <= HERKOMST) != (wb <= HERKOMST):
        return f"herkomst_tegen_soort:{gedeeld}"
    if klasse == "soort" and (wa & kb.verwant or wb & ka.verwant):
        return f"verwant_sport:{gedeeld}" if "sport" in wa | wb else f"verwant:{gedeeld}"
    if klasse == "getal":
        if any(x[-2:] == y for x in wa | wb for y in wa | wb if len(x) == 4 and len(y) == 2):
            return ""  # "Hamont 99" is of 1999
        return "botsing_jaartal" if all(len(w) == 4 for w in wa | wb) else "botsing:getal"
    if gedeeld == "eigen" and wa | wb == _JONG:
        return ""  # "Kinderkoor" and "Jeugdkoor De Piepkes"
    if klasse == "koepel" and gedeeld == "eigen" and wa | wb == _TAKKEN:
        return "verwant:eigen"
    return f"botsing:soort:{gedeeld}" if klasse == "soort" else f"botsing:{klasse}"


def _letters_voor(een: str, ander: str) -> bool:
    """Tell whether one is letters that begin as the other does, so that they may mean it: *KTV* of a Turnclub."""
    for letters, woord in ((een, ander), (ander, een)):
        kort = letters.removeprefix("k")
        if len(letters) <= LANGSTE_LETTERS < len(woord) and kort and kort[0] == woord[0] and kort[-1] in VERENIGT:
            return True
    return False


def _rest_van_klasse(klasse: str, ka: Kant, kb: Kant, gedeeld: str) -> str:
    """Return the difference in words of a class beside one that both have: harmonie and drumband *Kunst*."""
    wa, wb = ka.klassen[klasse], kb.klassen[klasse]
    over_a = [w for w in ka.per_woord.get(klasse, ()) if not w & wb]
    over_b = [w for w in kb.per_woord.get(klasse, ()) if not w & wa]
    if over_a and over_b:
        return f"botsing:soort:{gedeeld}" if klasse == "soort" else f"botsing:{klasse}"
    if klasse == "koepel":
        alleen = [len(kant.per_woord[klasse]) == 1 and kant.tekst[klasse] in _MEISJES for kant in (ka, kb)]
        # "KSA-VKSJ" is both.
        samen = any(m in kant.tekst[klasse] and m != kant.tekst[klasse] for kant in (ka, kb) for m in _MEISJES)
        return "koepel_meisjes" if alleen[0] != alleen[1] and not samen and gedeeld != "eigen" else ""
    if klasse != "soort":
        return ""
    if over_a or over_b:
        erbij, anders = (over_a, kb) if over_a else (over_b, ka)
        if frozenset[str]().union(*erbij) <= _ONDERDELEN and not anders.klassen[klasse] & _ONDERDELEN:
            return "onderdeel"
        if all(w & anders.verwant for w in erbij):
            return "soort_erbij_verwant"  # "Kermiscomité Oordegem" and "Feestcomité Oordegem-Kermis"
        return f"soort_erbij:{gedeeld}"
    if min(len(wa), len(wb)) < max(len(wa), len(wb)):
        return "letters_meerduidig" if max(len(wa), len(wb)) >= VEEL else "letters_tweeduidig"
    if ka.tekst[klasse] in kb.soortteksten or kb.tekst[klasse] in ka.soortteksten:
        return ""  # "VV Minderhout" and "KFC Minderhout VV"
    korten = {ka.tekst[klasse].removeprefix("k"), kb.tekst[klasse].removeprefix("k")}
    return "andere_letters" if gedeeld == "geen" and len(korten) > 1 and max(map(len, korten)) < LANGSTE_LETTERS else ""


def _eenzijdig(klasse: str, ka: Kant, kb: Kant, gedeeld: str) -> str:
    """Return the difference of a telling word on one side; age and sex say nothing beside an umbrella that has one."""
    met, zonder = (ka, kb) if klasse in ka.klassen else (kb, ka)
    koepels = met.klassen.get("koepel", frozenset()) & zonder.klassen.get("koepel", frozenset())
    if klasse in {"geslacht", "leeftijd"}:
        if klasse == "leeftijd" and _delen_jeugdwerk(met, zonder) and met.klassen[klasse] <= _JONG:
            return ""
        if any(met.klassen[klasse] <= LEDEN_VAN.get(koepel, frozenset()) for koepel in koepels):
            return ""
        kaal = not zonder.klassen.keys() & {"soort", "koepel", "geslacht", "leeftijd"}
        if kaal and ("soort" in met.klassen or met.tekst[klasse].endswith(_VERENIGD)):
            return "eenzijdig_beschrijving"
        if klasse == "geslacht" and gedeeld == "eigen" and "koor" in met.klassen.get("soort", ()):
            return "eenzijdig_koor"
    if klasse == "neven" and met.klassen[klasse] == _VRIENDEN and _heeft_vrienden(zonder):
        return ""
    if klasse == "neven" and met.klassen[klasse] == _GEWEST:
        return "eenzijdig:gewest"
    if klasse == "getal" and met.tekst["getal"] == met.laatste and met.klassen["getal"] <= _PLOEGEN:
        return "tweede_ploeg"
    if klasse == "koepel" and "soort" in zonder.klassen and "soort" not in met.klassen:
        return "" if waarvoor(met.klassen["koepel"]) & zonder.klassen["soort"] else "koepel_tegen_soort"
    if klasse == "soort" and koepels and _doet_erbij(met.klassen["soort"], koepels):
        return "bezigheid_van_koepel"
    if klasse == "wind" and gedeeld == "geen":
        return "botsing:wind"  # "Rotary Aalst" and "Rotary Aalst-Noord"
    if klasse == "streek" and zonder.plaatsen and not met.plaatsen and not _land_van(met, zonder):
        return f"streek_tegen_plaats:{gedeeld}"  # "Velt Meetjesland" and "Velt Eeklo"
    if klasse == "neven" and koepels:
        return "neven_van_koepel"  # the friends of a KLJ are not the KLJ
    return f"eenzijdig:{klasse}:{gedeeld}" if klasse in {"soort", "neven"} else f"eenzijdig:{klasse}"


def _land_van(met: Kant, zonder: Kant) -> bool:
    """Tell whether one names a place and the other the land around it: ``Land van Dendermonde``."""
    return any(f"landvan{plaats.replace(' ', '')}" in met.klassen["streek"] for plaats in zonder.plaatsen)


def _delen_jeugdwerk(ka: Kant, kb: Kant) -> bool:
    """Tell whether both are a kind that is there for the young anyhow: a playground, a youth house."""
    return not _JEUGDWERK.isdisjoint(ka.klassen.get("soort", frozenset()) & kb.klassen.get("soort", frozenset()))


def _doet_erbij(soorten: frozenset[str], koepels: frozenset[str]) -> bool:
    """Tell whether a kind is what a branch of an umbrella does for itself, and not what the umbrella is for."""
    return bool(soorten & (BEZIGHEDEN - waarvoor(koepels)))


def _heeft_vrienden(kant: Kant) -> bool:
    """Tell whether friends are named in another way: *vriendenkring*, *Circus Ronaldo Vrienden*, *Molenvrienden*."""
    return "vriendenkring" in kant.algemeen or any(
        vorm.endswith("vrienden") for vorm in (*kant.vormen.values(), *kant.tekst.values())
    )
