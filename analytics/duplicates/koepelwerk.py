"""What umbrellas do, and who their members are: what goes without saying beside their name."""

from __future__ import annotations

from collections.abc import Iterable

# The age or sex that members of an umbrella have anyhow: a chiro of boys is mostly the one chiro of its parish.
LEDEN_VAN = dict.fromkeys(
    ("chiro", "ksa", "klj", "scouts", "gidsen", "kaj", "jnm", "patro"), frozenset({"jeugd", "kind", "man", "vrouw"})
)
LEDEN_VAN |= dict.fromkeys(("femma", "ferm", "markant", "viva", "vrouwenaktief"), frozenset({"vrouw"}))
LEDEN_VAN |= dict.fromkeys(("okra", "neos", "vief", "splus", "seniorama"), frozenset({"senior"}))

# What a branch of an umbrella does for itself: "KWB Fietsen Heule" and "KWB Heule" are two associations.
BEZIGHEDEN = frozenset(
    [
        "sport",
        "studenten",
        "kinderopvang",
        "vogels",
        "wielrennen",
        "mtb",
        "wandelen",
        "lopen",
        "petanque",
        "bollen",
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
        "pony",
    ]
)
# Unless it is what the umbrella is for.
VOOR = {
    "vlaamsetoeristischetrappers": frozenset({"wielrennen"}),
    "kwblopers": frozenset({"lopen"}),
    "koorenstem": frozenset({"koor"}),
    "vlamo": frozenset({"harmonie", "fanfare", "drumband", "orkest"}),
    "jeugdmuziek": frozenset({"harmonie", "orkest"}),
    "pasar": frozenset({"wandelen", "toerisme"}),
    "tragewegen": frozenset({"wandelen"}),
    "natuurvriendenatf": frozenset({"wandelen", "toerisme"}),
    "vtbkultuur": frozenset({"toerisme"}),
    "okrasport": frozenset({"sport"}),
    "ssport": frozenset({"sport"}),
    "gezinssport": frozenset({"sport"}),
    "tuinhier": frozenset({"tuinieren", "bloemen"}),
    "velt": frozenset({"tuinieren"}),
    "lrv": frozenset({"paarden"}),
}
# Of these a town has several, each with a name of its own.
SERVICECLUBS = frozenset(
    ["fiftyone", "innerwheel", "kiwanis", "ladiescircle", "leo", "lions", "rotaract", "rotary", "soroptimist", "zonta"]
)


def waarvoor(koepels: Iterable[str]) -> frozenset[str]:
    """Return the kinds that some umbrellas are for."""
    return frozenset[str]().union(*(VOOR.get(koepel, ()) for koepel in koepels))
