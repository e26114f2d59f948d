"""Write results so that a reader never sees half of one."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

from analytics.errors import RapportFout


def schrijf(pad: Path, inhoud: bytes | str) -> None:
    """
    Write *inhoud* to *pad* whole or not at all; folders are made.

    Raises:
        RapportFout: If the disk refuses.
    """
    bytes_ = inhoud.encode() if isinstance(inhoud, str) else inhoud
    tijdelijk: str | None = None
    try:
        pad.parent.mkdir(parents=True, exist_ok=True)
        deel, tijdelijk = tempfile.mkstemp(dir=pad.parent, prefix=f".{pad.name[:60]}.")
        with os.fdopen(deel, "wb") as bestand:
            bestand.write(bytes_)
        Path(tijdelijk).chmod(0o644)
        Path(tijdelijk).replace(pad)
    except OSError as fout:
        if tijdelijk:
            Path(tijdelijk).unlink(missing_ok=True)
        raise RapportFout(
            f"{pad}: schrijven lukt niet ({fout.strerror}); controleer de map, de rechten en de vrije ruimte."
        ) from None
