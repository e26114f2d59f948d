"""
Analysts' workbench for the migration to the Verenigingsregister: the verbs that notebooks use.

They are looked up when first asked for, so that ``migratie --help`` does not have to import pandas.
"""

from __future__ import annotations

from importlib import import_module

#: ``{verb: module it lives in}``; a module of that name itself where both are equal.
_WERKWOORDEN = {
    "open_levering": "analytics.run.werkbank",
    "open_rondes": "analytics.run.werkbank",
    "open_alle": "analytics.run.werkbank",
    "validate": "analytics.checks.validatie",
    "validate_alle": "analytics.run.werkbank",
}

__all__ = sorted(_WERKWOORDEN)


def __getattr__(naam: str) -> object:
    if naam not in _WERKWOORDEN:
        raise AttributeError(f"module {__name__!r} has no attribute {naam!r}")
    return getattr(import_module(_WERKWOORDEN[naam]), naam)


def __dir__() -> list[str]:
    return __all__
