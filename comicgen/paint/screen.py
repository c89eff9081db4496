"""Continuous tone into screentone: round dots at 45 degrees on one lattice.

The spot function is the Euclidean one, cos 2pi u + cos 2pi v: round dots up to half ink, a chequer
at half, round holes above. Its ranks are the threshold, so measured ink equals asked ink.
"""

from functools import lru_cache
from typing import Any

import numpy as np

Bytes = np.ndarray[Any, np.dtype[np.uint8]]
Array = np.ndarray[Any, np.dtype[np.float64]]
BAND = 256
"""Rows screened at a time: plates for the press are large."""
FINE = 8
"""Samples along each side of a pixel when a dot's edge is softened."""


@lru_cache(maxsize=1)
def _ranks() -> tuple[Array, Array]:
    side = (np.arange(512) + 0.5) / 512
    spot = np.sort((np.cos(2 * np.pi * side)[:, None] + np.cos(2 * np.pi * side)[None, :]).ravel())[::64]
    return spot, 1 - np.linspace(0, 1, len(spot))


def threshold(x: Array, y: Array, pitch: float) -> Array:
    """Return the tone (0..1) from which a point is inked; x, y in pixels, pitch in pixels between dots."""
    u, v = (x + y) / np.sqrt(2) / pitch, (x - y) / np.sqrt(2) / pitch
    spot, rank = _ranks()
    cut: Array = np.interp(np.cos(2 * np.pi * u) + np.cos(2 * np.pi * v), spot, rank)
    return cut


@lru_cache(maxsize=8)
def _table(period: int) -> Bytes:
    """Return paper left (0..255) by tone byte and pixel, for a lattice that repeats after ``period`` pixels."""
    at = (np.arange(period * FINE) + 0.5) / FINE
    cuts = threshold(*np.meshgrid(at, at), period / np.sqrt(2))
    cells = np.sort(cuts.reshape(period, FINE, period, FINE).swapaxes(1, 2).reshape(period * period, -1), axis=1)
    levels = np.arange(256) / 255
    inked = np.stack([np.searchsorted(cell, levels, side="left") for cell in cells], axis=1) / FINE**2
    inked[0], inked[255] = 0, 1
    return np.rint(255 * (1 - inked)).astype(np.uint8).reshape(256, period, period)


def screen(tone: Bytes, pitch: float, at: tuple[int, int] = (0, 0)) -> Bytes:
    """Screen (h, w) tone bytes (0 paper, 255 black) into (h, w) greys, dot edges softened.

    ``at`` is where they lie on their page. The pitch is rounded so that the lattice repeats
    on whole pixels: no beat between dots and pixels.
    """
    period = max(3, round(pitch * np.sqrt(2)))
    h, w = tone.shape
    table, dots = _table(period), np.empty((h, w), np.uint8)
    columns = (np.arange(w) + at[0]) % period
    for row in range(min(period, h)):  # a row of the lattice at a time: its part of the table stays cached
        place = tone[row::period].astype(np.intp) * period
        place += columns
        dots[row::period] = table[:, (row + at[1]) % period].ravel().take(place)
    return dots


def screen_1bit(painted: Bytes, pitch: float, at: tuple[int, int] = (0, 0)) -> Bytes:
    """Screen (h, w, 3) separations, ink in red and tone in green, into pure black and white (0, 255) for print."""
    h, w = painted.shape[:2]
    bits = np.empty((h, w), np.uint8)
    across = np.arange(w, dtype=np.float64)[None, :] + at[0] + 0.5
    for top in range(0, h, BAND):
        part = painted[top : top + BAND]
        down = np.arange(top, top + len(part), dtype=np.float64)[:, None] + at[1] + 0.5
        cuts = threshold(across, down, pitch)
        inked = (part[:, :, 0] < 128) | (255 - part[:, :, 1] > cuts * 255)
        bits[top : top + BAND] = np.where(inked, 0, 255)
    return bits
