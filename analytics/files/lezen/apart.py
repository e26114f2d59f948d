"""Do a risky job in a process of its own, with bounds on its memory and time."""

from __future__ import annotations

import json
import resource
import subprocess
import sys
from pathlib import Path
from typing import Literal

from analytics.files.lezen.guard import MIB, beschadigd, onveilig
from analytics.files.lezen.werker import Opdracht

MAX_GEHEUGEN = 4096 * MIB
MAX_SECONDEN = 180

_WERKER = Path(__file__).with_name("werker.py")


class WachtwoordPastNiet(Exception):  # noqa: N818 -- told to the caller, who knows what the user gave
    """The workbook is protected and the password does not open it."""


def voer_apart_uit(taak: Literal["ontsleutel", "lees"], inhoud: bytes, naam: str, *, wachtwoord: str = "") -> bytes:
    """
    Return what the job makes of a workbook called *naam*.

    Raises:
        WachtwoordPastNiet: When the workbook does not open with this password.
        WerkmapFout: When the job fails, aborts, or needs too much memory or time.
    """
    opdracht = json.dumps(Opdracht(taak=taak, wachtwoord=wachtwoord)).encode()
    try:
        klaar = subprocess.run(  # noqa: S603 -- our own script, by its full path
            [sys.executable, "-I", str(_WERKER)],
            input=opdracht + b"\n" + inhoud,
            capture_output=True,
            timeout=MAX_SECONDEN,
            preexec_fn=_begrens,
            check=False,
        )
    except subprocess.TimeoutExpired:
        raise onveilig(naam, f"het lezen duurt langer dan {MAX_SECONDEN} seconden") from None
    if klaar.returncode < 0:
        raise onveilig(naam, "het lezen vraagt te veel geheugen of loopt vast")
    if klaar.stdout == b"!wachtwoord":
        raise WachtwoordPastNiet
    # Whatever else the script stumbles on (a traceback on its standard error) comes from a mangled file.
    if klaar.returncode or not klaar.stdout.startswith(b"="):
        raise beschadigd(naam, "de inhoud kan niet gelezen worden")
    return klaar.stdout[1:]


def _begrens() -> None:
    resource.setrlimit(resource.RLIMIT_AS, (MAX_GEHEUGEN, MAX_GEHEUGEN))
    resource.setrlimit(resource.RLIMIT_CPU, (MAX_SECONDEN, MAX_SECONDEN))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
