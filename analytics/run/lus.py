"""Run asynchronous work from anywhere, a notebook included."""

from __future__ import annotations

import asyncio
from collections.abc import Coroutine
from concurrent.futures import ThreadPoolExecutor
from typing import Any, TypeVar

T = TypeVar("T")


def voer_af(werk: Coroutine[Any, Any, T]) -> T:
    """Run *werk* to its end and return what it gives; in a thread where a loop is running already (a notebook)."""
    try:
        asyncio.get_running_loop()
    except RuntimeError:
        return asyncio.run(werk)
    with ThreadPoolExecutor(1) as pool:
        return pool.submit(asyncio.run, werk).result()
