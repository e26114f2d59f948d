"""The example load: every pilot into the same registers, the same bytes each time."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from analytics.checks.validatie import validate
from analytics.domain.levering import Levering
from analytics.report.pagina import Pagina, render
from analytics.report.rapport_opladen import OEFENREGISTER, Ladingen, secties_opladen
from analytics.run.leveringen import piloten
from analytics.run.opladen_beeld import sleutels_van
from analytics.run.opladen_voorbeeld import voorbeeldregisters
from tests.builders import een_levering

PEILDATUM = dt.date(2024, 3, 12)
WOORDEN = ("Zeepaard", "Kwikstaart", "Bremstruik", "Winterkoning", "Vuursalamander")


def levering(piloot: str, ronde: int) -> Levering:
    verenigingen = [{"intern_nummer": f"{piloot}-{i}", "naam": f"De {woord}"} for i, woord in enumerate(WOORDEN)]
    return replace(een_levering([*verenigingen, {"naam": ""}], ronde=ronde), piloot=piloot)


def laad_alles() -> tuple[dict[str, str | bytes], list[str], str]:
    bestanden: dict[str, str | bytes] = {}
    statussen: list[str] = []
    ladingen = []
    with voorbeeldregisters(peildatum=PEILDATUM) as registers:
        for piloot in ("aalst", "kiosk"):
            eerste = sleutels_van(levering(piloot, 1))
            for ronde in (2,) if piloot == "aalst" else (2, 3):
                deze = levering(piloot, ronde)
                beeld, nieuw = registers.laad(deze, validate(deze), piloten()[piloot], eerste=eerste)
                bestanden |= {f"{piloot}/{ronde}/{naam}": inhoud for naam, inhoud in nieuw.items()}
                statussen += beeld.uitkomsten["status"].tolist()
                if piloot == "kiosk":
                    ladingen.append(beeld)
    pagina = Pagina("Opladen", "", secties_opladen(Ladingen(tuple(ladingen), levering("kiosk", 3))))
    return bestanden, statussen, render(pagina)


def test_example_load_gives_the_same_bytes_and_real_duplicates():
    bestanden, statussen, pagina = laad_alles()

    assert laad_alles() == (bestanden, statussen, pagina)
    # The second pilot meets what the first registered.
    assert {"geladen", "niet_laadbaar", "potentiele_dubbel", "bevestigde_dubbel"} <= set(statussen)
    assert len(statussen) == 3 * (len(WOORDEN) + 1)
    assert OEFENREGISTER in pagina
    assert {naam.split("/")[-1] for naam in bestanden} == {
        "besluiten.xlsx", "opladen.json", "plan-opladen.json", "scorekaart.csv", "terugleesbestand.jsonl",
        "terugleesbestand.xlsx", "uitkomsten.csv", "velden.csv", "verschillen.csv",
    }  # fmt: skip
