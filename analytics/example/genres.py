"""Kinds of associations: how they are named, what they do, for which ages, in which umbrella."""

from __future__ import annotations

from analytics.example.genre import Genre
from analytics.example.genres_cultuur import CULTUUR_ANDERE
from analytics.example.genres_jeugd_sport import JEUGD_SPORT

__all__ = ["GENRES", "Genre"]

GENRES: tuple[Genre, ...] = JEUGD_SPORT + CULTUUR_ANDERE
