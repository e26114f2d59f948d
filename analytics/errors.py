"""Faults of file, setting or register: shown to the user as one Dutch sentence, ended with an exit code."""

from __future__ import annotations


class GebruikersFout(Exception):  # noqa: N818 -- the domain word of the house, not "...Error"
    """Say in one Dutch sentence what is wrong, where, and what to do; never holds personal data."""

    exit_code = 2


class GebruiksFout(GebruikersFout):
    """A command or notebook was called with arguments that do not fit."""

    exit_code = 2


class WerkmapFout(GebruikersFout):
    """A workbook that cannot be read, or not safely."""

    exit_code = 11


class InstellingFout(GebruikersFout):
    """A setting, code list or pilot file that does not fit."""

    exit_code = 12


class RegisterFout(GebruikersFout):
    """The register cannot be reached, refuses us, or answers what nobody can use."""

    exit_code = 13


class RapportFout(GebruikersFout):
    """A report that cannot be made without telling something untrue."""

    exit_code = 14
