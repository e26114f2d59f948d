"""
Every kind of fault that the example plants: where, how often, and which rule must find it.

``regel`` is the code in the catalogue that finds exactly the planted cells, ``""`` where no rule can know it
beforehand, or only tells it among other, natural things.
"""

from __future__ import annotations

from analytics.example.celfout import Celfout
from analytics.example.fouten_onderdelen import ONDERDELEN
from analytics.example.fouten_vereniging import VERENIGING

CELFOUTEN: tuple[Celfout, ...] = VERENIGING + ONDERDELEN

#: Faults that add, drop or relate rows (:mod:`analytics.example.planten_rijen`), and the rule that finds them.
RIJFOUTEN: dict[str, str] = {
    "contact_dubbel": "contact_dubbel",
    "twee_primaire_contacten": "contact_tweede_primaire",
    "twee_correspondenties": "locatie_tweede_correspondentie",
    "twee_primaire_locaties": "locatie_tweede_primaire",
    "locatie_dubbel": "locatie_dubbel",
    "twee_primaire_vertegenwoordigers": "vertegenwoordiger_tweede_primaire",
    "insz_dubbel": "insz_dubbel",
    "iban_dubbel": "iban_dubbel",
    "intern_nummer_dubbel": "intern_nummer_dubbel",
    "intern_nummer_ontbreekt": "intern_nummer_ontbreekt",
    "deel_zonder_vereniging": "deel_zonder_vereniging",
    "geen_contact": "geen_contact",
    "geen_locatie": "geen_locatie",
    "geen_vertegenwoordiger": "geen_vertegenwoordiger",
    "geen_contact_bij_kbo": "",
    "geen_locatie_bij_kbo": "",
    "insz_buiten_kolom": "insz_buiten_kolom",
    "vertegenwoordigers_bij_kbo": "blad_verkeerde_werkmap",
    "kolom_bij_kbo": "kolom_verkeerde_werkmap",
    "eigen_kolom": "kop_onbekend",
}

#: ``{soort: code of the rule that finds it, or ""}`` for everything that is planted; ``;`` between several.
REGEL_VAN: dict[str, str] = {f.soort: f.regel for f in CELFOUTEN} | RIJFOUTEN
