"""Words that tell one association from another: umbrella, discipline, age, sex, side branch, number, direction."""

from __future__ import annotations

from analytics.duplicates import gewichten as g
from analytics.duplicates.kant import Kant

_KLASSEN = tuple(g.BOTSING)
# The age or sex that members of an umbrella have anyhow: a chiro of boys is mostly the one chiro of its parish.
_LEDEN_VAN = dict.fromkeys(
    ("chiro", "ksa", "klj", "scouts", "gidsen", "kaj", "jnm"), frozenset({"jeugd", "kind", "man", "vrouw"})
)
_LEDEN_VAN |= dict.fromkeys(("femma", "ferm", "markant", "viva", "vrouwenaktief"), frozenset({"vrouw"}))
_LEDEN_VAN |= dict.fromkeys(("okra", "neos", "vief", "splus"), frozenset({"senior"}))

# What a branch of an umbrella does for itself: "KWB Fietsen Heule" and "KWB Heule" are two associations.
_BEZIGHEDEN = frozenset(
    [
        "wielrennen",
        "mtb",
        "wandelen",
        "lopen",
        "petanque",
        "bollen",
        "krulbol",
        "zwemmen",
        "aquagym",
        "kaarten",
        "bridge",
        "turnen",
        "fitness",
        "yoga",
        "taichi",
        "koor",
        "toneel",
        "dans",
        "volksdans",
        "linedance",
        "koken",
        "naaien",
        "breien",
        "kant",
        "bloemen",
        "hobby",
        "keramiek",
        "schilderen",
        "fotografie",
        "film",
        "computer",
        "volleybal",
        "voetbal",
        "zaalvoetbal",
        "badminton",
        "tafeltennis",
        "tennis",
        "padel",
        "basketbal",
        "minigolf",
        "golf",
        "biljart",
        "darts",
        "bowling",
        "kegelen",
        "vissen",
        "schaken",
        "quiz",
        "scrabble",
        "harmonie",
        "fanfare",
        "drumband",
        "orkest",
        "gitaar",
        "wijn",
        "bier",
        "toerisme",
        "reuzen",
        "carnaval",
        "duiven",
        "motor",
        "tuinieren",
        "boogschieten",
        "judo",
        "circus",
        "spel",
        "literatuur",
        "paarden",
    ]
)
# Unless it is what the umbrella is for.
_VOOR = {
    "fietsersbond": frozenset({"wielrennen"}),
    "vlaamsetoeristischetrappers": frozenset({"wielrennen"}),
    "kwblopers": frozenset({"lopen"}),
    "koorenstem": frozenset({"koor"}),
    "vlamo": frozenset({"harmonie", "fanfare", "drumband", "orkest"}),
    "jeugdmuziek": frozenset({"harmonie", "orkest"}),
    "pasar": frozenset({"wandelen", "toerisme"}),
    "tragewegen": frozenset({"wandelen"}),
    "natuurvriendenatf": frozenset({"wandelen", "toerisme"}),
    "vtbkultuur": frozenset({"toerisme"}),
    "tuinhier": frozenset({"tuinieren", "bloemen"}),
    "velt": frozenset({"tuinieren"}),
    "lrv": frozenset({"paarden"}),
}
# Longer is a word, not an abbreviation.
LANGSTE_LETTERS = 4
_VRIENDEN = frozenset({"vrienden"})
# "Seniorenvereniging Gouden Jaren" and "Gouden Jaren": what it is, not which part of it.
_VERENIGD = ("vereniging", "bond", "club", "kring", "raad")
_PLOEGEN = frozenset("23456789abc")


def telling(ka: Kant, kb: Kant, eigen: bool) -> tuple[list[tuple[str, str, str]], float]:
    """
    Return ``(klasse, word of a, word of b)`` of each telling difference, and what they weigh in log-odds.

    *eigen*: whether the names share a proper word.
    """
    verschillen: list[tuple[str, str, str]] = []
    punten = 0.0
    for klasse in _KLASSEN:
        wa, wb = ka.klassen.get(klasse), kb.klassen.get(klasse)
        if wa is None and wb is None:
            continue
        if klasse == "soort" and (ka.zwak in kb.rest or kb.zwak in ka.rest):
            straf = 0.0  # "Freinetschool De Torteltuin": what is proper on both sides is no discipline
        elif wa is None or wb is None:
            straf = _eenzijdig(klasse, ka, kb)
            if klasse == "wind" and not eigen:
                straf = g.BOTSING[klasse]  # "Rotary Aalst" and "Rotary Aalst-Noord"
        elif wa & wb:
            straf = _rest_van_klasse(klasse, ka, kb, eigen)
        elif klasse == "soort" and eigen and (_kort(ka) in kb.letters or _kort(kb) in ka.letters):
            straf = 0.0  # "HC Trouwe Viervoeter" is the hondenclub, whatever else "hc" may be
        else:
            jaren = klasse == "getal" and all(len(w) == 4 for w in wa | wb)
            straf = g.BOTSING_JAARTAL if jaren else g.BOTSING[klasse]
        if straf:
            verschillen.append((klasse, ka.tekst.get(klasse, ""), kb.tekst.get(klasse, "")))
            punten += straf
    if "sport" in ka.algemeen ^ kb.algemeen and not (ka.klassen.keys() | kb.klassen.keys()) & {"soort"}:
        koepels = ka.klassen.get("koepel", frozenset()) & kb.klassen.get("koepel", frozenset())
        if koepels and not any(koepel.endswith("sport") for koepel in koepels):
            woorden = ["sport" if "sport" in kant.algemeen else "" for kant in (ka, kb)]
            verschillen.append(("soort", woorden[0], woorden[1]))
            punten += g.BEZIGHEID_VAN_KOEPEL
    return verschillen, punten


def _kort(kant: Kant) -> str:
    return kant.tekst["soort"].removeprefix("k")


def _rest_van_klasse(klasse: str, ka: Kant, kb: Kant, eigen: bool) -> float:
    """Return the penalty for words of a class beside one that both have: harmonie and drumband *Kunst*."""
    wa, wb = ka.klassen[klasse], kb.klassen[klasse]
    over_a = [w for w in ka.per_woord.get(klasse, ()) if not w & wb]
    over_b = [w for w in kb.per_woord.get(klasse, ()) if not w & wa]
    if over_a and over_b:
        return g.BOTSING[klasse]
    if klasse != "soort" or eigen:
        return 0.0
    if over_a or over_b:
        return g.SOORT_ERBIJ
    korten = {ka.tekst[klasse].removeprefix("k"), kb.tekst[klasse].removeprefix("k")}
    return g.ANDERE_LETTERS if len(korten) > 1 and max(map(len, korten)) < LANGSTE_LETTERS else 0.0


def _eenzijdig(klasse: str, ka: Kant, kb: Kant) -> float:
    """Return the penalty for a telling word on one side; age and sex say nothing beside an umbrella that has one."""
    met, zonder = (ka, kb) if klasse in ka.klassen else (kb, ka)
    if klasse in {"geslacht", "leeftijd"}:
        koepels = met.klassen.get("koepel", frozenset()) & zonder.klassen.get("koepel", frozenset())
        if any(met.klassen[klasse] <= _LEDEN_VAN.get(koepel, frozenset()) for koepel in koepels):
            return 0.0
        if ("soort" in met.klassen or met.tekst[klasse].endswith(_VERENIGD)) and not zonder.klassen.keys() & {
            "soort",
            "koepel",
            "geslacht",
            "leeftijd",
        }:
            return g.EENZIJDIG_BESCHRIJVING
    if klasse == "neven" and met.klassen[klasse] == _VRIENDEN and "vriendenkring" in zonder.algemeen:
        return 0.0
    if klasse == "getal" and met.tekst["getal"] == met.laatste and met.klassen["getal"] <= _PLOEGEN:
        return g.TWEEDE_PLOEG
    if klasse == "koepel" and "soort" in zonder.klassen and "soort" not in met.klassen:
        return g.KOEPEL_TEGEN_SOORT
    if klasse == "soort" and "soort" not in zonder.klassen:
        gedeeld = met.klassen.get("koepel", frozenset()) & zonder.klassen.get("koepel", frozenset())
        if gedeeld and met.klassen["soort"] & _BEZIGHEDEN.difference(*(_VOOR.get(k, ()) for k in gedeeld)):
            return g.BEZIGHEID_VAN_KOEPEL
    return g.EENZIJDIG[klasse]
