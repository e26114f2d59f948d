"""
A warm Python process that forks a notebook kernel for who asks.

Importing takes longer than most notebooks; this process does it once. It reads requests from
its standard input and answers on its standard output, one JSON object a line:

* ``{"start": {"argv": [...], "cwd": str | null, "env": {...}}}`` → ``{"pid": n}``
* ``{"stand": pid}`` → ``{"stand": null | exit code}``
* ``{"lees": {"bron": "...", "piloten": [...], "peildatum": "JJJJ-MM-DD"}}``: read their deliveries, for kernels that
  are forked afterwards; no answer
* ``{"einde": true}``: stop.
"""

from __future__ import annotations

import datetime as dt
import json
import os
import signal
import sys
from pathlib import Path
from typing import Any


def _kernel(verzoek: dict[str, Any]) -> None:
    """Become a kernel: called in the child, never returns."""
    os.setsid()
    os.environ.clear()
    os.environ.update(verzoek["env"])
    if verzoek["cwd"]:
        os.chdir(verzoek["cwd"])
    # Standard streams lead to the process that asked for kernels; a kernel's chatter does not belong there.
    leeg = os.open(os.devnull, os.O_RDWR)
    for stroom in (0, 1, 2):
        os.dup2(leeg, stroom)
    # ipykernel takes over the root logger and signals: exactly what a kernel should do, in a process of its own.
    signal.signal(signal.SIGINT, signal.default_int_handler)
    from ipykernel.kernelapp import IPKernelApp

    IPKernelApp.launch_instance(argv=verzoek["argv"])


def _stand(pid: int, afgelopen: dict[int, int]) -> int | None:
    if pid not in afgelopen:
        try:
            klaar, status = os.waitpid(pid, os.WNOHANG)
        except ChildProcessError:
            return 0
        if klaar:
            afgelopen[pid] = os.waitstatus_to_exitcode(status)
    return afgelopen.get(pid)


def main() -> None:
    """Warm up, then answer requests until the asker goes away."""
    import ipykernel.kernelapp
    import matplotlib.pyplot

    import analytics
    from analytics.run.voorgelezen import lees_vooraf

    for verb in analytics.__all__:
        getattr(analytics, verb)  # asked for once, so that its module is in memory
    del ipykernel, matplotlib, analytics  # imported to be in memory, not to be used
    afgelopen: dict[int, int] = {}
    for regel in sys.stdin:
        verzoek = json.loads(regel)
        if "einde" in verzoek:
            break
        if "lees" in verzoek:
            wat = verzoek["lees"]
            lees_vooraf(Path(wat["bron"]), set(wat["piloten"]), dt.date.fromisoformat(wat["peildatum"]))
            continue
        if "stand" in verzoek:
            antwoord: dict[str, int | None] = {"stand": _stand(verzoek["stand"], afgelopen)}
        else:
            pid = os.fork()
            if pid == 0:
                try:
                    _kernel(verzoek["start"])
                finally:
                    os._exit(1)
            antwoord = {"pid": pid}
        sys.stdout.write(json.dumps(antwoord) + "\n")
        sys.stdout.flush()


if __name__ == "__main__":
    main()
