"""Make click speak Dutch: it looks every sentence up through gettext, so one table of sentences is enough."""

from __future__ import annotations

import sys

_ZINNEN = {
    "Usage:": "Gebruik:",
    "Usage: ": "Gebruik: ",
    "Options": "Opties",
    "Commands": "Opdrachten",
    "Positional arguments": "Argumenten",
    "Show this message and exit.": "Toon deze uitleg en stop.",
    "Show the version and exit.": "Toon de versie en stop.",
    "%(prog)s, version %(version)s": "%(prog)s, versie %(version)s",
    "Error: {message}": "Fout: {message}",
    "Aborted!": "Afgebroken.",
    "Do you want to continue?": "Wilt u doorgaan?",
    "Error: invalid input": "Fout: dat is geen geldig antwoord",
    "Try '{command} {option}' for help.": "Zie '{command} {option}' voor uitleg.",
    "Missing argument": "Er ontbreekt een argument",
    "Missing option": "Er ontbreekt een optie",
    "Missing parameter": "Er ontbreekt een parameter",
    "Missing parameter: {param_name}": "Er ontbreekt een parameter: {param_name}",
    "Missing {param_type}": "Er ontbreekt: {param_type}",
    "Missing command.": "Er ontbreekt een opdracht.",
    "Choose from:\n\t{choices}": "Kies uit:\n\t{choices}",
    "No such option {name!r}.": "De optie {name!r} bestaat niet.",
    "No such command {name!r}.": "De opdracht {name!r} bestaat niet.",
    "Invalid value: {message}": "Ongeldige waarde: {message}",
    "Invalid value for {param_hint}: {message}": "Ongeldige waarde voor {param_hint}: {message}",
    "Option {name!r} does not take a value.": "De optie {name!r} neemt geen waarde.",
    "{value!r} is not a valid {number_type}.": "{value!r} is geen geldig getal.",
    "{value} is not in the range {range}.": "{value} ligt niet in {range}.",
    "{name} {filename!r} does not exist.": "{filename!r} bestaat niet.",
    "{name} {filename!r} is a file.": "{filename!r} is een bestand, geen map.",
    "{name} {filename!r} is a directory.": "{filename!r} is een map, geen bestand.",
    "{name} {filename!r} is not readable.": "{filename!r} kan niet gelezen worden.",
    "{name} {filename!r} is not writable.": "In {filename!r} kan niet geschreven worden.",
    "default: {default}": "standaard: {default}",
    "env var: {var}": "omgevingsvariabele: {var}",
    "required": "verplicht",
    "unknown error": "onbekende fout",
    "directory": "map",
    "file": "bestand",
    "path": "pad",
}
_MEERVOUDEN = {
    "Got unexpected extra argument ({args})": "Er is een argument te veel: {args}",
    "Got unexpected extra arguments ({args})": "Er zijn argumenten te veel: {args}",
    "Did you mean {possibility}?": "Bedoelde u {possibility}?",
    "(Did you mean one of: {possibilities}?)": "(Bedoelde u een van deze: {possibilities}?)",
    "Option {name!r} requires an argument.": "De optie {name!r} vraagt een waarde.",
    "Option {name!r} requires {nargs} arguments.": "De optie {name!r} vraagt {nargs} waarden.",
    "{value!r} is not {choice}.": "{value!r} is niet {choice}.",
    "{value!r} is not one of {choices}.": "{value!r} is geen van {choices}.",
    "{value!r} does not match the format {format}.": "{value!r} is niet geschreven als {format}.",
    "{value!r} does not match the formats {formats}.": "{value!r} is niet geschreven als een van {formats}.",
    "Takes {nargs} values but 1 was given.": "Er zijn {nargs} waarden nodig; er is er één gegeven.",
    "Takes {nargs} values but {len} were given.": "Er zijn {nargs} waarden nodig; er zijn er {len} gegeven.",
}


def _zin(tekst: str) -> str:
    return _ZINNEN.get(tekst, tekst)


def _meervoud(een: str, meer: str, aantal: int) -> str:
    tekst = een if aantal == 1 else meer
    return _MEERVOUDEN.get(tekst, tekst)


def spreek_nederlands() -> None:
    """Let every message and help page of click come out in Dutch; call it after importing click."""
    for naam, module in list(sys.modules.items()):
        if naam == "click" or naam.startswith("click."):
            if "_" in vars(module):
                vars(module)["_"] = _zin
            if "ngettext" in vars(module):
                vars(module)["ngettext"] = _meervoud
