"""Read back every loaded association, and count what is still as it was sent."""

from __future__ import annotations

import asyncio
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence

import pandas as pd

from analytics.register.grootboek import Grootboek
from analytics.register.opzoeken import Onleesbaar, Opzoeker
from analytics.register.stand import DEELS, KLAAR
from analytics.register.tempo import Tempo
from analytics.register.transport import Client
from analytics.register.vergelijk import GELIJK, VERLOREN, VERRIJKT, vergelijk, voeg_samen
from analytics.register.verzoek import Json, Verzoek, hash_van

#: The association itself cannot be read, where it should be.
NIET_GELEZEN = "niet gelezen"
_KOLOMMEN = ("intern_nummer", "vcode", "veld", "oordeel", "waarden")


class Verificateur:
    """
    Counts per field and outcome, and keeps the differences; memory grows with what differs, not with what was loaded.

    Args:
        bij_detail: Called with key, vCode and what the register shows, for who keeps it.
    """

    def __init__(
        self, client: Client, grootboek: Grootboek, tempo: Tempo, *,
        bij_detail: Callable[[str, str, dict[str, Json]], None] = lambda _i, _v, _d: None,
    ) -> None:  # fmt: skip
        self._grootboek, self._tempo, self._bij_detail = grootboek, tempo, bij_detail
        self._opzoeker = Opzoeker(client, grootboek, tempo, asyncio.sleep)
        self._tellingen: Counter[tuple[str, str]] = Counter()
        self._verschillen: list[tuple[str, str, str, str, int]] = []
        self.gelezen = 0

    async def lees_terug(self, werk: Iterable[tuple[str, Sequence[Verzoek]]], *, stap: Callable[[], object]) -> None:
        """Read back each association of *werk* that is in the ledger with these very requests."""
        wachtrij: Iterator[tuple[str, Sequence[Verzoek]]] = iter(werk)

        async def werker() -> None:
            while (volgende := next(wachtrij, None)) is not None:
                await self._een(*volgende)
                stap()

        async with asyncio.TaskGroup() as groep:
            for _ in range(self._tempo.gelijktijdig):
                groep.create_task(werker())

    async def _een(self, intern_nummer: str, verzoeken: Sequence[Verzoek]) -> None:
        stand = self._grootboek.stand(intern_nummer)
        if stand is None or stand.vcode is None or stand.stand not in (KLAAR, DEELS) or stand.zelf_van is not None:
            return
        if stand.hash != hash_van(verzoeken):
            return
        vraag = {"expectedSequence": stand.sequentie} if stand.sequentie is not None else {}
        try:
            gelezen = await self._opzoeker.lees(f"/{stand.vcode}", **vraag)
        except Onleesbaar:
            self._noteer(intern_nummer, stand.vcode, [("vereniging", NIET_GELEZEN)])
            return
        lichaam = gelezen.lichaam
        detail = lichaam.get("vereniging") if isinstance(lichaam, dict) else None
        if gelezen.status != 200 or not isinstance(detail, dict):
            self._noteer(intern_nummer, stand.vcode, [("vereniging", VERLOREN)])
            return
        self.gelezen += 1
        self._noteer(intern_nummer, stand.vcode, vergelijk(voeg_samen(verzoeken), detail))
        self._bij_detail(intern_nummer, stand.vcode, detail)

    def _noteer(self, intern_nummer: str, vcode: str, oordelen: Iterable[tuple[str, str]]) -> None:
        eigen = Counter(oordelen)
        self._tellingen.update(eigen)
        self._verschillen += [
            (intern_nummer, vcode, veld, oordeel, n)
            for (veld, oordeel), n in eigen.items()
            if oordeel not in (GELIJK, VERRIJKT)
        ]

    def verschillen(self) -> pd.DataFrame:
        """Return what differs: ``intern_nummer, vcode, veld, oordeel`` (str), ``waarden`` (int); never the values."""
        frame = pd.DataFrame(self._verschillen, columns=list(_KOLOMMEN))
        frame = frame.astype({**dict.fromkeys(_KOLOMMEN[:4], "string"), "waarden": "int64"})
        return frame.sort_values(["intern_nummer", "veld", "oordeel"], ignore_index=True)

    def tabel(self) -> pd.DataFrame:
        """Return ``veld, oordeel`` (str) and ``waarden`` (int: how many values), by field."""
        rijen = [(veld, oordeel, n) for (veld, oordeel), n in sorted(self._tellingen.items())]
        frame = pd.DataFrame(rijen, columns=["veld", "oordeel", "waarden"])
        return frame.astype({"veld": "string", "oordeel": "string", "waarden": "int64"})
