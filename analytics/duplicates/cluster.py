"""Compare names on a dask cluster when one machine is too small: a setting, not another program."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager

from analytics.duplicates.beoordeel import Deel, Verdeler
from analytics.duplicates.naamoordeel import Naamoordeel
from analytics.errors import InstellingFout


@contextmanager
def op_cluster(adres: str | None, *, wachttijd: float = 10.0) -> Iterator[Verdeler]:
    """
    Yield what does the work for ``zoek_dubbels(verdeel=…)``; the parts are sorted by municipality and independent.

    Args:
        adres: Address of a dask scheduler (``tcp://host:8786``); ``None`` starts workers on this machine.
        wachttijd: Seconds to wait for the scheduler.

    Raises:
        InstellingFout: If dask is not installed, or nobody answers at the address.
    """
    try:
        from distributed import Client
    except ImportError:
        raise InstellingFout(
            "Rekenen op een cluster vraagt dask. Installeer het met 'pip install verenigingen-migratie[cluster]'."
        ) from None
    try:
        # Dask carries no annotations, here and below.
        client = Client(adres, timeout=wachttijd) if adres else Client(dashboard_address=None)  # type: ignore[no-untyped-call]
    except (OSError, TimeoutError):
        raise InstellingFout(f"Geen dask-scheduler op {adres}. Controleer het adres van het cluster.") from None

    def verdeel(functie: Callable[[Deel], list[Naamoordeel]], delen: Sequence[Deel]) -> list[list[Naamoordeel]]:
        if not delen:
            return []
        verspreid = client.scatter(list(delen))  # type: ignore[no-untyped-call]
        werk = [client.submit(functie, deel, pure=False) for deel in verspreid]
        return list(client.gather(werk))  # type: ignore[no-untyped-call]

    with client:
        yield verdeel
