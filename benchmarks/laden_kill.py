"""
Seeded loads with faults, killed at random instants and restarted: how many lose or double a row.

``python -m benchmarks.laden_kill [runs] [first seed]``; the promise is none in at least 1,000.
"""

from __future__ import annotations

import sys
import tempfile
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "tests" / "flow"))

from opladen_kap import een_loop


def main() -> None:
    """Run and print; exit code 1 when a promise is broken."""
    runs = int(sys.argv[1]) if len(sys.argv) > 1 else 1_000
    eerste = int(sys.argv[2]) if len(sys.argv) > 2 else 0
    begin, fouten = time.perf_counter(), []
    for zaad in range(eerste, eerste + runs):
        with tempfile.TemporaryDirectory() as map_:
            fouten += een_loop(Path(map_), zaad)
    for fout in fouten:
        print(fout)
    print(f"{runs} runs (seeds {eerste}..{eerste + runs - 1}), {len(fouten)} broken promises, "
          f"{time.perf_counter() - begin:.0f} s")  # fmt: skip
    sys.exit(bool(fouten))


if __name__ == "__main__":
    main()
