"""
The building blocks of the request validator: every rule is evaluated, every error kept.

Keys are property paths with only the first letter in lower case. "Empty" means empty or
only white space.
"""

from __future__ import annotations

from collections.abc import Iterable

from analytics.sandbox.fouten import Validatiefout, Weigering

VERPLICHT, LEEG, PREDICAAT = "NotNullValidator", "NotEmptyValidator", "PredicateValidator"
LENGTE, MINSTENS, VIERHONDERD = "LengthValidator", "GreaterThanOrEqualValidator", "400"
MAXIMUM = 128


class Foutenlijst:
    """All broken rules of one request, by property path, in the order found."""

    def __init__(self) -> None:
        self._fouten: dict[str, list[Validatiefout]] = {}

    def meld(self, pad: str, code: str, reden: str) -> None:
        """Keep one broken rule."""
        sleutel = pad[:1].lower() + pad[1:]
        self._fouten.setdefault(sleutel, []).append(Validatiefout(code, reden))

    def weiger(self) -> None:
        """Refuse the request if any rule was broken, with all of them."""
        if self._fouten:
            raise self.weigering()

    def weigering(self) -> Weigering:
        """Give the refusal with all rules broken so far."""
        return Weigering("Validatie mislukt!", soort="validation", fouten=self._fouten)

    def verplicht(self, pad: str, label: str, waarde: str | None) -> bool:
        """Demand a text that is given and not empty; tell whether it is."""
        if waarde is None:
            self.meld(pad, VERPLICHT, f"'{label}' is verplicht.")
        elif not waarde.strip():
            self.meld(pad, LEEG, f"'{label}' mag niet leeg zijn.")
        else:
            return True
        return False

    def geen_html(self, pad: str, waarde: str | None) -> None:
        """Refuse a ``<`` that a ``>`` follows on the same line."""
        if waarde is not None and bevat_html(waarde):
            self.meld(pad, VIERHONDERD, "Deze waarde bevat niet toegestane tekens.")

    def hoogstens(self, pad: str, label: str, waarde: str | None) -> None:
        """Refuse a text of more than 128 characters, counted as .NET does: UTF-16 code units."""
        if waarde is not None and len(waarde.encode("utf-16-le", "surrogatepass")) // 2 > MAXIMUM:
            self.meld(pad, VIERHONDERD, f"{label} mag niet langer dan {MAXIMUM} karakters zijn.")


def bevat_html(tekst: str) -> bool:
    """Tell whether ``<.*?>`` matches somewhere, in one pass: the pattern itself is quadratic in a row of ``<``."""
    # The dot does not match a newline: `<` and `>` on different lines escape the rule.
    return "<" in tekst and any(-1 < regel.find("<") < regel.rfind(">") for regel in tekst.split("\n"))


def heeft_dubbele(waarden: Iterable[str]) -> bool:
    """Tell whether a text occurs twice."""
    lijst = list(waarden)
    return len(set(lijst)) != len(lijst)
