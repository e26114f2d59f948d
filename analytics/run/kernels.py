"""Kernels forked from a warm process, so that papermill runs unchanged but a notebook starts in a fraction."""

from __future__ import annotations

import asyncio
import datetime as dt
import json
import os
import signal
import subprocess
import sys
import threading
import uuid
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from jupyter_client.connect import KernelConnectionInfo
from jupyter_client.manager import AsyncKernelManager
from jupyter_client.provisioning.local_provisioner import LocalProvisioner


class Kernelbron:
    """The warm process of :mod:`analytics.run.kernelbron`, safe to be asked from several threads."""

    def __init__(self) -> None:
        self._proces = subprocess.Popen(
            [sys.executable, "-m", "analytics.run.kernelbron"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        self._slot = threading.Lock()

    def vraag(self, verzoek: dict[str, Any]) -> dict[str, Any]:
        """Send one request and return its answer; raises ``RuntimeError`` when the process is gone."""
        invoer, uitvoer = self._proces.stdin, self._proces.stdout
        if invoer is None or uitvoer is None:
            raise RuntimeError("de warme kernel heeft geen pijpen")
        with self._slot:
            invoer.write(json.dumps(verzoek) + "\n")
            invoer.flush()
            regel = uitvoer.readline()
        if not regel:
            raise RuntimeError("de warme kernel is gestopt")
        antwoord: dict[str, Any] = json.loads(regel)
        return antwoord

    def lees_vooraf(self, bron: Path, piloten: Iterable[str], peildatum: dt.date) -> None:
        """Have deliveries under *bron* read for kernels started from now on; does not wait for it."""
        if self._proces.stdin is None:
            raise RuntimeError("de warme kernel heeft geen pijpen")
        with self._slot:
            wat = {"bron": str(bron), "piloten": sorted(set(piloten)), "peildatum": peildatum.isoformat()}
            self._proces.stdin.write(json.dumps({"lees": wat}) + "\n")
            self._proces.stdin.flush()

    def sluit(self) -> None:
        """Let the process end; kernels that still run are not waited for."""
        if self._proces.stdin:
            self._proces.stdin.close()
        try:
            self._proces.wait(timeout=10)
        except subprocess.TimeoutExpired:  # it is still reading for notebooks that nobody will run
            self._proces.kill()
            self._proces.wait()
        if self._proces.stdout:
            self._proces.stdout.close()


class _Gevorkt(LocalProvisioner):
    """A local kernel that was forked instead of started."""

    bron: Kernelbron
    _kernel: int | None = None

    @property
    def has_process(self) -> bool:
        return self._kernel is not None

    async def launch_kernel(self, cmd: list[str], **kwargs: Any) -> KernelConnectionInfo:
        # cmd is [python, -m, ipykernel_launcher, -f, file]: only what follows the module is for the kernel.
        verzoek = {"argv": cmd[3:], "cwd": kwargs.get("cwd"), "env": dict(kwargs.get("env") or os.environ)}
        antwoord = await asyncio.to_thread(self.bron.vraag, {"start": verzoek})
        self._kernel = int(antwoord["pid"])
        return self.connection_info

    async def poll(self) -> int | None:
        if self._kernel is None:
            return 0
        stand: int | None = (await asyncio.to_thread(self.bron.vraag, {"stand": self._kernel}))["stand"]
        return stand

    async def wait(self) -> int | None:
        while (stand := await self.poll()) is None:
            await asyncio.sleep(0.02)
        self._kernel = None
        return stand

    async def send_signal(self, signum: int) -> None:
        if self._kernel is not None:
            try:
                os.killpg(self._kernel, signum)
            except ProcessLookupError:
                return

    async def kill(self, restart: bool = False) -> None:  # noqa: ARG002 -- the base class passes it
        await self.send_signal(signal.SIGKILL)

    async def terminate(self, restart: bool = False) -> None:  # noqa: ARG002 -- idem
        await self.send_signal(signal.SIGTERM)


def kernelbeheer(bron: Kernelbron) -> type[AsyncKernelManager]:
    """Return a kernel manager class for papermill (``kernel_manager_class``) whose kernels come from *bron*."""

    class Gevorkt(_Gevorkt):
        pass

    Gevorkt.bron = bron

    class Beheer(AsyncKernelManager):
        async def _async_pre_start_kernel(self, **kw: Any) -> tuple[list[str], dict[str, Any]]:
            if self.provisioner is None:
                self.kernel_id = self.kernel_id or str(uuid.uuid4())
                self.provisioner = Gevorkt(kernel_id=self.kernel_id, kernel_spec=self.kernel_spec, parent=self)
            start: tuple[list[str], dict[str, Any]] = await super()._async_pre_start_kernel(**kw)
            return start

    return Beheer
