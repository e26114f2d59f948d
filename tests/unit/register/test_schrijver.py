"""How notes reach the disk: before anything leaves, together, and all or nothing."""

from __future__ import annotations

import asyncio
import os
import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest

from analytics.register.schrijver import Schrijver


@pytest.fixture
def schrijver(tmp_path: Path) -> Iterator[Schrijver]:
    schrijver = Schrijver(tmp_path / "proef.sqlite")
    with schrijver.samen():
        schrijver.db.execute("CREATE TABLE noot (nummer INTEGER PRIMARY KEY) STRICT")
    yield schrijver
    schrijver.sluit()


def _noteer(schrijver: Schrijver, nummer: int) -> None:
    with schrijver.samen():
        schrijver.db.execute("INSERT INTO noot VALUES (?)", (nummer,))


def _na_kill(tmp_path: Path) -> list[int]:
    """Return the notes that another process finds when this one is killed now."""
    kopie = tmp_path / "kopie"
    kopie.mkdir()
    for bestand in tmp_path.glob("proef.sqlite*"):
        (kopie / bestand.name).write_bytes(bestand.read_bytes())
    db = sqlite3.connect(kopie / "proef.sqlite")
    nummers = [rij[0] for rij in db.execute("SELECT nummer FROM noot ORDER BY nummer")]
    db.close()
    return nummers


def test_outside_a_loop_a_note_is_committed_at_once(schrijver: Schrijver, tmp_path: Path):
    _noteer(schrijver, 1)

    assert _na_kill(tmp_path) == [1]


def test_notes_of_one_turn_of_the_loop_are_committed_when_it_ends(schrijver: Schrijver, tmp_path: Path):
    async def beurt() -> None:
        _noteer(schrijver, 1)
        _noteer(schrijver, 2)
        assert schrijver.db.in_transaction
        await asyncio.sleep(0)
        assert not schrijver.db.in_transaction

    asyncio.run(beurt())

    assert _na_kill(tmp_path) == [1, 2]


def test_rows_under_way_share_the_wait_for_the_disk(schrijver: Schrijver, tmp_path: Path, monkeypatch):
    echt, wachten = os.fsync, []
    monkeypatch.setattr(os, "fsync", lambda fd: (wachten.append(fd), echt(fd)))

    async def rij(nummer: int) -> None:
        _noteer(schrijver, nummer)
        await schrijver.op_schijf()

    async def alle() -> None:
        await asyncio.gather(*(rij(nummer) for nummer in range(20)))

    asyncio.run(alle())

    assert len(wachten) == 1
    assert _na_kill(tmp_path) == list(range(20))


def test_a_note_made_during_a_wait_is_not_taken_for_written(schrijver: Schrijver, monkeypatch):
    echt, wachten = os.fsync, []
    monkeypatch.setattr(os, "fsync", lambda fd: (wachten.append(fd), echt(fd)))

    async def verloop() -> None:
        _noteer(schrijver, 1)
        eerste = asyncio.create_task(schrijver.op_schijf())
        while not wachten:  # until the first wait is under way
            await asyncio.sleep(0)
        _noteer(schrijver, 2)
        await schrijver.op_schijf()
        await eerste

    asyncio.run(verloop())

    assert len(wachten) == 2


def test_after_a_refused_note_nothing_may_leave(schrijver: Schrijver, tmp_path: Path):
    _noteer(schrijver, 1)

    async def verloop() -> None:
        _noteer(schrijver, 2)
        with pytest.raises(sqlite3.IntegrityError):
            _noteer(schrijver, 1)
        with pytest.raises(RuntimeError, match="refused a note"):
            await schrijver.op_schijf()

    asyncio.run(verloop())

    assert _na_kill(tmp_path) == [1]


def test_two_loops_after_each_other_can_use_it(schrijver: Schrijver, tmp_path: Path):
    async def rij(nummer: int) -> None:
        _noteer(schrijver, nummer)
        await schrijver.op_schijf()

    for nummer in (1, 2):
        asyncio.run(rij(nummer))

    assert _na_kill(tmp_path) == [1, 2]


def test_closing_within_a_turn_keeps_its_notes(tmp_path: Path):
    async def verloop() -> None:
        schrijver = Schrijver(tmp_path / "proef.sqlite")
        with schrijver.samen():
            schrijver.db.execute("CREATE TABLE noot (nummer INTEGER PRIMARY KEY) STRICT")
            schrijver.db.execute("INSERT INTO noot VALUES (7)")
        schrijver.sluit()
        asyncio.get_running_loop().set_exception_handler(lambda _lus, geval: gevallen.append(geval))
        await asyncio.sleep(0)

    gevallen: list[object] = []
    asyncio.run(verloop())

    assert _na_kill(tmp_path) == [7]
    assert gevallen == []
