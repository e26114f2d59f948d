"""What the search works on: associations and their parts as text frames, persons only as keyed hashes."""

from __future__ import annotations

import hashlib
import hmac
from collections.abc import Sequence
from dataclasses import dataclass, field

import pandas as pd

from analytics.duplicates.tekst import vouw

KOLOMMEN = {
    "verenigingen": (
        "bestand",
        "blad",
        "rij",
        "intern_nummer",
        "vcode",
        "naam",
        "korte_naam",
        "roepnaam",
        "kbo_nummer",
        "hoofdactiviteiten",
    ),
    "locaties": ("record", "straatnaam", "huisnummer", "busnummer", "postcode", "gemeente"),
    "contactgegevens": ("record", "type", "waarde"),
    "bankrekeningen": ("record", "iban"),
    "personen": ("record", "sleutel"),
}


def _leeg(tabel: str) -> pd.DataFrame:
    return pd.DataFrame({kolom: pd.Series(dtype="string") for kolom in KOLOMMEN[tabel]})


@dataclass(frozen=True, eq=False)
class Records:
    """
    Associations to compare. Every column is ``string`` with <NA> for missing, but ``rij`` and ``record`` (integers).

    Attributes:
        verenigingen: Index = unique record id (int); ``bestand``, ``blad``, ``rij``, ``intern_nummer``, ``vcode``,
            ``naam``, ``korte_naam``, ``roepnaam``, ``kbo_nummer``, ``hoofdactiviteiten`` (codes joined by ``;``).
            Only ``naam`` is needed.
        locaties: ``record``, ``straatnaam``, ``huisnummer``, ``busnummer``, ``postcode``, ``gemeente``.
        contactgegevens: ``record``, ``type`` (E-mail, Telefoon, Website, SocialMedia), ``waarde``.
        bankrekeningen: ``record``, ``iban``.
        personen: ``record``, ``sleutel``: made by :func:`persoonssleutels`, never a name or INSZ in clear.
    """

    verenigingen: pd.DataFrame
    locaties: pd.DataFrame = field(default_factory=lambda: _leeg("locaties"))
    contactgegevens: pd.DataFrame = field(default_factory=lambda: _leeg("contactgegevens"))
    bankrekeningen: pd.DataFrame = field(default_factory=lambda: _leeg("bankrekeningen"))
    personen: pd.DataFrame = field(default_factory=lambda: _leeg("personen"))

    def __post_init__(self) -> None:
        if not self.verenigingen.index.is_unique:
            raise ValueError("verenigingen: the record ids are not unique")
        for tabel, kolommen in KOLOMMEN.items():
            nodig = {"naam"} if tabel == "verenigingen" else set(kolommen) - {"straatnaam", "huisnummer", "busnummer"}
            if ontbreekt := nodig - set(getattr(self, tabel).columns):
                raise ValueError(f"{tabel}: columns {sorted(ontbreekt)} are missing")

    def kolom(self, naam: str) -> pd.Series[str]:
        """Return a column of the associations as text, all <NA> when it was not given."""
        if naam in self.verenigingen:
            return self.verenigingen[naam].astype("string")
        return pd.Series(pd.NA, index=self.verenigingen.index, dtype="string", name=naam)


def stapel(eerste: Records, tweede: Records) -> tuple[Records, int]:
    """
    Put two sources in one, with new record ids 0…n-1 in their order; the second starts at the returned number.
    """
    grens = len(eerste.verenigingen)
    plekken = (
        pd.Series(range(grens), index=eerste.verenigingen.index),
        pd.Series(range(grens, grens + len(tweede.verenigingen)), index=tweede.verenigingen.index),
    )
    delen: dict[str, pd.DataFrame] = {}
    for tabel in ("locaties", "contactgegevens", "bankrekeningen", "personen"):
        hernummerd = []
        for bron, plek in zip((eerste, tweede), plekken, strict=True):
            frame = getattr(bron, tabel)
            frame = frame[frame["record"].isin(plek.index)]
            hernummerd.append(frame.assign(record=frame["record"].astype("int64").map(plek).astype("int64")))
        delen[tabel] = pd.concat(hernummerd, ignore_index=True)
    verenigingen = pd.concat([eerste.verenigingen, tweede.verenigingen], ignore_index=True)
    return Records(verenigingen, **delen), grens


def leeg_als(bron: Records) -> Records:
    """Return a source without rows, with the columns of *bron*."""
    return Records(bron.verenigingen.iloc[:0])


def persoonssleutels(delen: Sequence[pd.Series[str]], geheim: bytes) -> pd.Series[str]:
    """
    Return a keyed hash per row: the same person gives the same text, and without the key nobody can test a guess.

    Args:
        delen: Columns that make the person: the INSZ alone, or first and last name. Case, accents, spaces and
            punctuation do not count, nor does the order of the columns. A row with any of them missing gives <NA>.
        geheim: Key of the HMAC-SHA256, at least 16 bytes; keep one per comparison and throw it away after.

    Raises:
        ValueError: If the key is shorter than 16 bytes.
    """
    if len(geheim) < 16:
        raise ValueError("the key must be at least 16 bytes")
    frame = pd.concat([deel.astype("string").rename(str(i)) for i, deel in enumerate(delen)], axis=1)
    volledig = frame.dropna()
    # Rows repeat few persons seldom: distinct rows first, so that each is hashed once.
    uniek = volledig.drop_duplicates()
    hashes = {
        rij: hmac.new(geheim, _persoon(rij).encode(), hashlib.sha256).hexdigest()[:32]
        for rij in uniek.itertuples(index=False, name=None)
    }
    gevonden = pd.Series(
        [hashes[rij] for rij in volledig.itertuples(index=False, name=None)], volledig.index, dtype="string"
    )
    return gevonden.reindex(frame.index).rename("sleutel")


def _persoon(delen: tuple[str, ...]) -> str:
    return " ".join(sorted("".join(c for c in vouw(deel) if c.isalnum()) for deel in delen))
