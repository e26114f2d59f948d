"""What DV thinks of the answers: per question and per questionnaire, bound to the version that was judged."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal, get_args

import pandas as pd

from analytics.errors import GebruiksFout
from analytics.questionnaire.datums import datum_nl
from analytics.questionnaire.privacy import scherm_af

Waardering = Literal["adequaat", "aan te vullen", "onvoldoende"]
WAARDERINGEN: tuple[Waardering, ...] = get_args(Waardering)


@dataclass(frozen=True)
class Beoordeling:
    """
    One judgement.

    Attributes:
        soort: The questionnaire.
        vraag: The question, or empty for the questionnaire as a whole.
        oordeel: One of :data:`WAARDERINGEN`.
        opmerking: Remark, in Dutch.
        rol: Function of who judged; never a name.
        op: Day.
        sha256: Hash of the form that was judged.

    Raises:
        GebruiksFout: If ``oordeel`` is no known word, the role is missing, or a judgement that is not ``adequaat``
            has no remark: the pilot must know what to add.
    """

    soort: str
    vraag: str
    oordeel: Waardering
    opmerking: str
    rol: str
    op: dt.date
    sha256: str

    def __post_init__(self) -> None:
        waar = f"Oordeel over {self.soort} {self.vraag}".rstrip()
        if self.oordeel not in WAARDERINGEN:
            raise GebruiksFout(f"{waar}: {self.oordeel!r} bestaat niet; kies {', '.join(WAARDERINGEN)}.")
        if not self.rol.strip():
            raise GebruiksFout(f"{waar}: vermeld de functie van wie oordeelt.")
        if self.oordeel != "adequaat" and not self.opmerking.strip():
            raise GebruiksFout(f"{waar}: schrijf in een opmerking wat er moet gebeuren.")


def geldend(beoordelingen: Sequence[Beoordeling], soort: str, sha256: str) -> dict[str, Beoordeling]:
    """Return the latest judgement per question (``""`` = as a whole) on this version of the answers."""
    uit: dict[str, Beoordeling] = {}
    for beoordeling in sorted(beoordelingen, key=lambda b: b.op):
        if beoordeling.soort == soort and beoordeling.sha256 == sha256:
            uit[beoordeling.vraag] = beoordeling
    return uit


def totaaloordeel(beoordelingen: Sequence[Beoordeling], soort: str, sha256: str) -> tuple[Waardering | None, str]:
    """
    Return the judgement on a questionnaire and a Dutch sentence; None when this version is not judged as a whole.

    A question judged below ``adequaat`` after the whole was judged pulls the whole down with it.
    """
    huidig = geldend(beoordelingen, soort, sha256)
    geheel = huidig.get("")
    if geheel is None:
        ouder = any(b.soort == soort and not b.vraag for b in beoordelingen)
        waarom = "alleen een vorige versie is beoordeeld" if ouder else "nog niet beoordeeld"
        return None, f"De vragenlijst {soort} is {waarom}"
    later = [b for b in huidig.values() if b.vraag and b.op > geheel.op and _ernst(b.oordeel) > _ernst(geheel.oordeel)]
    if later:
        slechtst = max(later, key=lambda b: (_ernst(b.oordeel), b.vraag))
        return slechtst.oordeel, (
            f"Vraag {slechtst.vraag} van de vragenlijst {soort} is op {datum_nl(slechtst.op)} alsnog "
            f"{slechtst.oordeel} bevonden"
        )
    return geheel.oordeel, f"De vragenlijst {soort} is op {datum_nl(geheel.op)} {geheel.oordeel} bevonden"


def _ernst(oordeel: Waardering) -> int:
    return WAARDERINGEN.index(oordeel)


def oordelentabel(
    beoordelingen: Sequence[Beoordeling], sha256: dict[str, str], *, persoonlijk: Sequence[str] = ()
) -> pd.DataFrame:
    """
    Return every judgement, oldest first: ``soort, vraag, oordeel, opmerking, rol, op`` (str), ``geldt`` (bool).

    ``geldt`` when it is the latest on that question and about the present version (*sha256* per questionnaire).
    Remarks are masked, also for what stands in *persoonlijk*.
    """
    rijen = []
    for b in sorted(beoordelingen, key=lambda b: b.op):
        geldt = geldend(beoordelingen, b.soort, sha256.get(b.soort, "")).get(b.vraag) is b
        rijen.append((b.soort, b.vraag, b.oordeel, scherm_af(b.opmerking, persoonlijk), b.rol, b.op.isoformat(), geldt))
    kolommen = ["soort", "vraag", "oordeel", "opmerking", "rol", "op"]
    tabel = pd.DataFrame(rijen, columns=[*kolommen, "geldt"])
    return tabel.astype(dict.fromkeys(kolommen, "string") | {"geldt": bool})
