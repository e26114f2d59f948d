"""What may become of a delivered association when it is loaded: a closed list."""

from __future__ import annotations

#: The columns of ``uitkomsten.csv``, in order.
KOLOMMEN = (
    "intern_nummer",
    "bestand",
    "blad",
    "rij",
    "status",
    "vcode",
    "regel",
    "http_status",
    "reden",
    "eigenaar",
    "volgende_stap",
)
#: The states, with what a screen says; from good to bad.
STATUSSEN: dict[str, str] = {
    "geladen": "geladen",
    "gekend_in_kbo": "gekend in KBO: stond al in het register",
    "al_geladen": "al geladen in een vorige lading",
    "bevestigde_dubbel": "bevestigde dubbel",
    "potentiele_dubbel": "potentiële dubbel: nog geen besluit",
    "niet_laadbaar": "niet laadbaar: fout in de levering",
    "geweigerd": "geweigerd door het register",
    "teruggetrokken": "teruggetrokken door de piloot",
    "technisch_mislukt": "technisch mislukt",
    "onbekend": "onbekend: antwoord verloren",
}
#: Between several reasons of one association, in the order of its rules.
TUSSEN_REDENEN = " · "
#: The states in which the association is in the register by what the pilot delivered.
IN_REGISTER = ("geladen", "gekend_in_kbo", "al_geladen")
