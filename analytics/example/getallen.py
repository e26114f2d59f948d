"""Invented numbers that pass every check and belong to nobody."""

from __future__ import annotations

from typing import TypeAlias

import numpy as np
import numpy.typing as npt

from analytics.domain.nummers import heeft_insz_controlegetal

Getallen: TypeAlias = npt.NDArray[np.int64]
_INSZ_STAP = 7_654_321
#: Years 45..04, months 13..19, days 1..28, numbers 1..997.
_INSZ_RUIMTE = 60 * 7 * 28 * 997


def insz(volgnummers: Getallen) -> list[str]:
    """
    Return one INSZ per number, different for each number below ten million.

    The month is 13 to 19: the check digits fit, but no person can have been given it.
    """
    return [_insz(volgnummer * _INSZ_STAP) for volgnummer in volgnummers.tolist()]


def _insz(plek: int) -> str:
    # A number that fits both centuries is refused by the register: take one far from all others instead.
    while True:
        rest, reeks = divmod(plek % _INSZ_RUIMTE, 997)
        rest, dag = divmod(rest, 28)
        jaar, maand = divmod(rest, 7)
        geboorte = 1945 + jaar
        basis = f"{geboorte % 100:02d}{13 + maand:02d}{dag + 1:02d}{reeks + 1:03d}"
        controle = 97 - int(("2" if geboorte >= 2000 else "") + basis) % 97
        if heeft_insz_controlegetal(f"{basis}{controle:02d}"):
            return f"{basis}{controle:02d}"
        plek += 5_000_011


def kbo_nummers(volgnummers: Getallen) -> list[str]:
    """Return one KBO number per number, in digits; they start with 099, beyond what has been given out."""
    basis = 9_900_000 + volgnummers * 7_919 % 99_991
    return [f"{b:08d}{97 - b % 97:02d}" for b in basis.tolist()]


def iban(volgnummers: Getallen) -> list[str]:
    """Return one Belgian IBAN per number, in groups of four; bank code 999 is nobody's."""
    uit: list[str] = []
    for volgnummer in volgnummers.tolist():
        rekening = 9_990_000_000 + volgnummer * 31 % 10_000_000
        bban = f"{rekening:010d}{rekening % 97 or 97:02d}"
        tekst = f"BE{98 - int(bban + '111400') % 97:02d}{bban}"
        uit.append(" ".join(tekst[i : i + 4] for i in range(0, 16, 4)))
    return uit


def mobiele_nummers(volgnummers: Getallen) -> list[str]:
    """Return nine digits without the leading zero; after the prefix comes a 0, which no subscriber has."""
    reeks = volgnummers * 48_271 % 4_500_000
    return [f"4{55 + r // 100_000:02d}0{r % 100_000:05d}" for r in reeks.tolist()]


def vaste_nummers(volgnummers: Getallen, zones: list[str]) -> list[str]:
    """Return eight digits without the leading zero, in the given zone (``9``, ``53``, ...)."""
    uit: list[str] = []
    for volgnummer, zone in zip((volgnummers * 16_807).tolist(), zones, strict=True):
        lengte = 8 - len(zone) - 1
        uit.append(f"{zone}0{volgnummer % 10**lengte:0{lengte}d}")
    return uit


def schrijf_telefoon(kaal: str, vorm: int) -> str:
    """Return digits without leading zero as people write them; *vorm* is any number."""
    zone = 3 if len(kaal) == 9 else 2 if kaal[0] == "5" or kaal[0] == "1" else 1
    netnummer, rest = kaal[:zone], kaal[zone:]
    groepen = [rest[:2], rest[2:4], rest[4:]] if len(rest) == 6 else [rest[:3], rest[3:5], rest[5:]]
    return (
        f"0{netnummer} {' '.join(groepen)}",
        f"0{netnummer}/{'.'.join(groepen)}",
        f"+32 {netnummer} {' '.join(groepen)}",
        f"0{kaal}",
    )[vorm % 4]
