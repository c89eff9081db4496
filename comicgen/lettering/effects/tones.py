"""Panels into tone: flat and graded screentone, darkness at the edges, fog."""

from dataclasses import replace
from typing import Any

import numpy as np
import shapely

from ...drawing import BLACK, WHITE, Fill, Gradient, Path, Tone
from ...geometry import Rect
from .flashes import window
from .plate import Plate, contours, ellipse

FLAT, DEEP = 0.28, 0.55
BANDS = 4


def _behind(plate: Plate, fill: Fill) -> list[Path]:
    """Fill the frame but for head and shoulders of every subject, in bands that grow fainter towards them."""
    paths = []
    inner = plate.faces.union(_figures(plate, 1.1))
    for k in range(1, BANDS + 1):
        outer = inner.union(_figures(plate, 1.1 + 0.13 * k)) if k < BANDS else plate.whole
        rings = contours(plate.whole.intersection(outer).difference(inner))
        if rings:
            paths.append(Path(rings, fill=_fainter(fill, k / BANDS)))
        inner = outer
    return paths


def _figures(plate: Plate, grow: float) -> Any:
    return shapely.union_all([shapely.Polygon(ellipse(s, grow)) for s in plate.subjects])


def _fainter(fill: Fill, share: float) -> Fill:
    """Return a tone, a gradient of tones, or black, at a share of its strength."""
    if isinstance(fill, Gradient):
        first, last = _fainter(fill.first, share), _fainter(fill.last, share)
        assert not isinstance(first, Gradient)
        assert not isinstance(last, Gradient)
        return replace(fill, first=first, last=last)
    if isinstance(fill, Tone):
        return Tone(fill.value * share)
    return fill if share == 1 else Tone(share)


def screentone(plate: Plate) -> list[Path]:
    """Lay one flat tone behind the figures."""
    return _behind(plate, Tone(FLAT))


def gradient_tone(plate: Plate) -> list[Path]:
    """Lay a tone that is dark above and fades to paper downwards."""
    box = plate.box
    return _behind(plate, Gradient((box.x, box.y), (box.x, box.bottom), Tone(DEEP), Tone(0.0)))


def rising_tone(plate: Plate) -> list[Path]:
    """Lay a tone that is dark below and fades upwards."""
    box = plate.box
    return _behind(plate, Gradient((box.x, box.bottom), (box.x, box.y), Tone(DEEP), Tone(0.0)))


def vignette(plate: Plate) -> list[Path]:
    """Darken the panel towards its edges, in rings of tone outside an oval round the heads."""
    near = window(plate, 2.2)
    box = Rect(*_middle(near, plate.box), max(near.w, 0.62 * plate.box.w), max(near.h, 0.62 * plate.box.h))
    paths = []
    rings = [shapely.Polygon(ellipse(box, 1.0 + 0.15 * k)) for k in range(6)]
    for k, ring in enumerate(rings):
        outer = rings[k + 1] if k + 1 < len(rings) else plate.whole.buffer(1.0)
        band = contours(plate.whole.intersection(outer).difference(ring).difference(plate.faces))
        if band:
            paths.append(Path(band, fill=Tone(0.12 + 0.13 * k)))
    return paths


def _middle(near: Rect, box: Rect) -> tuple[float, float]:
    x, y = near.centre
    return (x - max(near.w, 0.62 * box.w) / 2, y - max(near.h, 0.62 * box.h) / 2)


def fog(plate: Plate) -> list[Path]:
    """Lay drifting banks of white over the lower half, clear of faces."""
    dice = plate.random("fog")
    paths = []
    for k in range(5):
        y = plate.box.y + plate.box.h * (0.45 + 0.12 * k)
        t = np.linspace(0, 1, 49)
        wave = sum(dice.uniform(0.3, 1) * np.sin(2 * np.pi * (f * t + dice.random())) / f for f in (1, 2, 3))
        depth = plate.box.h * (0.05 + 0.02 * k)
        top = np.stack([plate.box.x + plate.box.w * t, y + wave * depth], axis=1)
        foot = np.stack([plate.box.x + plate.box.w * t[::-1], np.full(49, y + plate.box.h * 0.16)], axis=1)
        bank = shapely.make_valid(shapely.Polygon(np.concatenate([top, foot])))
        rings = contours(bank.intersection(plate.area))
        if rings:
            paths.append(Path(rings, fill=WHITE, opacity=0.38))
    return paths


def darkness(plate: Plate) -> list[Path]:
    """Drown everything behind the figures in black."""
    return _behind(plate, BLACK)
