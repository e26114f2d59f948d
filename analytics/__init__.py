"""
Analysts' workbench for the migration to the Verenigingsregister: the verbs that notebooks use.

They are looked up when first asked for, so that ``migratie --help`` does not have to import pandas.
"""

from __future__ import annotations

from importlib import import_module

#: ``{verb: module it lives in}``.
_WERKWOORDEN = {
    "open_levering": "analytics.run.werkbank",
    "open_rondes": "analytics.run.werkbank",
    "open_alle": "analytics.run.werkbank",
    "validate": "analytics.run.voorgelezen",
    "validate_alle": "analytics.run.werkbank",
    "open_ontvangen": "analytics.run.werkbank",
    "open_piloten": "analytics.run.werkbank",
    "vind_dubbels": "analytics.run.dubbels_werkbank",
    "samen": "analytics.report.pagina_samen",
    "open_ladingen": "analytics.run.opladen_lezen",
    "open_ladingen_alle": "analytics.run.opladen_lezen",
    "sectie_ladingen": "analytics.report.rapport_opladen_piloten",
    "sectie_piloten": "analytics.report.rapport_herkomst_piloten",
    "open_herkomst": "analytics.run.herkomst_openen",
    "open_herkomst_alle": "analytics.run.herkomst_openen",
    "toon": "analytics.report.rapport_herkomst_piloten",
}
#: Modules whose functions are called through them: ``charts.laadbaar(...)``.
_MODULES = {
    "charts": "analytics.report.charts",
    "herkomst": "analytics.report.rapport_herkomst",
    "insight": "analytics.insight",
    "opladen": "analytics.report.rapport_opladen",
    "tabellen": "analytics.report.tabellen",
}

__all__ = sorted([*_WERKWOORDEN, *_MODULES])


def __getattr__(naam: str) -> object:
    if naam in _MODULES:
        return import_module(_MODULES[naam])
    if naam not in _WERKWOORDEN:
        raise AttributeError(f"module {__name__!r} has no attribute {naam!r}")
    return getattr(import_module(_WERKWOORDEN[naam]), naam)


def __dir__() -> list[str]:
    return __all__
