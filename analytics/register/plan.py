"""What a load will do, association by association, before it does anything: immutable, and without personal data."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, replace

import pandas as pd

from analytics.checks.validatie import Validatie
from analytics.domain.levering import Levering
from analytics.domain.nummers import bevat_insz, masker_insz
from analytics.errors import InstellingFout
from analytics.register.stand import DUBBEL, KLAAR, Besluit, Stand
from analytics.register.verzoek import hash_van, maak_verzoeken

#: What a plan says of an association.
REGISTREER, REGISTREER_KBO, NIET = "registreer", "registreer_kbo", "niet"
#: Why an association is not sent.
NIET_LAADBAAR, AL_GELADEN, BESLUIT_DUBBEL, WACHT_OP_BESLUIT, TERUGGETROKKEN = (
    "niet laadbaar",
    "al geladen",
    "besluit: dubbel",
    "wacht op besluit",
    "teruggetrokken",
)
#: The three answers to "is this the same association?".
ZELFDE, VERSCHILLEND, WEET_NIET = "zelfde", "verschillend", "weet niet"


@dataclass(frozen=True)
class Planregel:
    """
    What will be done with one association.

    Attributes:
        index: In table ``verenigingen``.
        intern_nummer, bestand, blad, rij: Where it stands; a key that holds an INSZ is masked.
        handeling: ``registreer``, ``registreer_kbo`` or ``niet``.
        hash: Over all its requests; never their content.
        verzoeken: How many.
        reden: Why it is not sent.
        regels: Rules it breaks.
        vcode: Known already: loaded before, or the association it is a duplicate of.
        bevestigd: Whether a human decided that it is no duplicate: it goes with the register's token.
        gewijzigd: Whether it differs from what was loaded before.
    """

    index: int
    intern_nummer: str
    bestand: str
    blad: str
    rij: int
    handeling: str
    hash: str
    verzoeken: int
    reden: str = ""
    regels: tuple[str, ...] = ()
    vcode: str = ""
    bevestigd: bool = False
    gewijzigd: bool = False


@dataclass(frozen=True)
class Plan:
    """
    A load before it happens.

    Attributes:
        lading: Hash over the delivered workbooks: the same delivery, the same load.
        regels: One per delivered association, in the order of the delivery.
    """

    piloot: str
    ronde: int
    omgeving: str
    register: str
    initiator: str
    lading: str
    bestanden: Mapping[str, str]
    regels: tuple[Planregel, ...]

    @property
    def te_versturen(self) -> tuple[Planregel, ...]:
        """The associations that will be sent."""
        return tuple(r for r in self.regels if r.handeling != NIET)

    @property
    def id(self) -> str:
        """Hash over the whole plan."""
        return hashlib.sha256(plan_json(self).encode()).hexdigest()


def maak_plan(
    levering: Levering,
    validatie: Validatie,
    *,
    omgeving: str,
    register: str,
    initiator: str,
    standen: Mapping[str, Stand],
    besluiten: Mapping[str, Besluit],
) -> Plan:
    """Decide for every association of *levering* what will be done, given what the ledger knows."""
    waarden = levering.tabellen["verenigingen"].waarden
    gelezen = validatie.lezing.waarden["verenigingen"]
    sleutels = gelezen["intern_nummer"].fillna("").astype(str)
    dubbele = set(sleutels[sleutels.duplicated(keep=False)])
    fouten = validatie.bevindingen
    fouten = fouten[(fouten["ernst"] == "FOUT") & fouten["vereniging"].notna()]
    regels_van = {
        int(i): tuple(sorted(set(groep))) for i, groep in fouten.groupby(fouten["vereniging"].astype("int64"))["code"]
    }
    lading = hashlib.sha256("\n".join(sorted(b.sha256 for b in levering.bestanden)).encode()).hexdigest()
    inactief = gelezen["laatst_bevestigd"].fillna("").eq("nee").tolist()
    laadbaar = validatie.laadbaar.tolist()
    plekken = zip(waarden["werkmap"], waarden["blad"], waarden["rij"], strict=True)
    regels = []
    for (i, verzoeken), sleutel, (werkmap, blad, rij) in zip(
        maak_verzoeken(levering, validatie.lezing), sleutels.tolist(), plekken, strict=True
    ):
        kaal = Planregel(
            i, masker_insz(sleutel), levering.bestanden[int(werkmap)].naam, str(blad), int(rij),
            REGISTREER_KBO if len(verzoeken) and verzoeken[0].pad == "/kbo" else REGISTREER,
            hash_van(verzoeken), len(verzoeken),
        )  # fmt: skip
        if not laadbaar[i]:
            regels.append(_niet(kaal, NIET_LAADBAAR, regels=regels_van.get(i, ())))
        elif not sleutel or sleutel in dubbele or bevat_insz(sleutel):
            # The rules find these too; without its own key a row cannot be accounted for, so it is never sent.
            regels.append(_niet(kaal, NIET_LAADBAAR, regels=("intern_nummer_onbruikbaar",)))
        else:
            regels.append(_bepaal(kaal, inactief[i], standen.get(sleutel), besluiten.get(sleutel)))
    return Plan(
        levering.piloot, levering.ronde, omgeving, register, initiator, lading,
        {b.naam: b.sha256 for b in levering.bestanden}, tuple(regels),
    )  # fmt: skip


def _bepaal(regel: Planregel, inactief: bool, stand: Stand | None, besluit: Besluit | None) -> Planregel:
    zelfde_gegevens = stand is not None and stand.hash == regel.hash
    if stand is not None and stand.vcode is not None and stand.stand == KLAAR:
        return replace(_niet(regel, AL_GELADEN, vcode=stand.vcode), gewijzigd=not zelfde_gegevens)
    if stand is not None and stand.vcode is not None and not zelfde_gegevens:
        # Half loaded with other values: what is there may not be changed by this method.
        return replace(_niet(regel, AL_GELADEN, vcode=stand.vcode), gewijzigd=True)
    if inactief and stand is None:
        return _niet(regel, TERUGGETROKKEN)
    if not zelfde_gegevens:
        return regel
    antwoord = besluit.antwoord if besluit is not None and besluit.hash == regel.hash else ""
    if besluit is not None and antwoord == ZELFDE:
        return _niet(regel, BESLUIT_DUBBEL, vcode=besluit.vcode)
    if antwoord == VERSCHILLEND:
        return replace(regel, bevestigd=True)
    return _niet(regel, WACHT_OP_BESLUIT) if stand is not None and stand.stand == DUBBEL else regel


def _niet(regel: Planregel, reden: str, *, regels: Sequence[str] = (), vcode: str = "") -> Planregel:
    return replace(regel, handeling=NIET, reden=reden, regels=tuple(regels), vcode=vcode)


def tel_plan(plan: Plan) -> pd.DataFrame:
    """Return how many associations each action and reason has: ``handeling, reden`` (str), ``verenigingen`` (int)."""
    frame = pd.DataFrame(
        {"handeling": [r.handeling for r in plan.regels], "reden": [r.reden for r in plan.regels]}, dtype="string"
    )
    return frame.value_counts(["handeling", "reden"], sort=False).rename("verenigingen").reset_index()


def plan_json(plan: Plan) -> str:
    """Return the plan as JSON, the same bytes for the same plan."""
    return json.dumps(asdict(plan), ensure_ascii=False, indent=1, sort_keys=True) + "\n"


def lees_plan(tekst: str) -> Plan:
    """
    Read a plan back.

    Raises:
        InstellingFout: If it is no plan.
    """
    try:
        bron = json.loads(tekst)
        regels = tuple(Planregel(**{**r, "regels": tuple(r["regels"])}) for r in bron.pop("regels"))
        return Plan(**bron, regels=regels)
    except (ValueError, TypeError, KeyError, AttributeError):
        raise InstellingFout("Het planbestand is niet leesbaar; maak een nieuw met --plan.") from None
