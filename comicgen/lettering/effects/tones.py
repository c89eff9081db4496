"""Panels into tone: flat and graded screentone, darkness at the edges, fog."""

import math
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
    clear = plate.manner.clear
    inner = plate.faces.union(_busts(plate, 1.1 * clear))
    for k in range(1, BANDS + 1):
        outer = inner.union(_busts(plate, (1.1 + 0.13 * k) * clear)) if k < BANDS else plate.whole
        rings = contours(plate.whole.intersection(outer).difference(inner))
        if rings:
            paths.append(Path(rings, fill=_fainter(fill, k / BANDS), opacity=plate.manner.opacity))
        inner = outer
    return paths


def _busts(plate: Plate, grow: float) -> Any:
    return shapely.union_all([shapely.Polygon(ellipse(s, grow)) for s in plate.subjects])


def _fainter(fill: Fill, share: float) -> Fill:
    """Return a tone, a gradient of tones, or a colour, at a share of its strength."""
    if isinstance(fill, Gradient):
        first, last = _fainter(fill.first, share), _fainter(fill.last, share)
        assert not isinstance(first, Gradient)
        assert not isinstance(last, Gradient)
        return replace(fill, first=first, last=last)
    if isinstance(fill, Tone):
        return replace(fill, value=fill.value * share)
    return fill if share == 1 else Tone(share)


def _tone(plate: Plate, usual: float) -> Tone:
    asked = plate.manner.tone
    return Tone(usual if asked is None else asked, plate.manner.lpi)


def screentone(plate: Plate) -> list[Path]:
    """Lay one flat tone behind the figures."""
    return _behind(plate, _tone(plate, FLAT))


def gradient_tone(plate: Plate) -> list[Path]:
    """Lay a tone that is dark above and fades to paper downwards."""
    return _behind(plate, _graded(plate, 90.0))


def rising_tone(plate: Plate) -> list[Path]:
    """Lay a tone that is dark below and fades upwards."""
    return _behind(plate, _graded(plate, 270.0))


def _graded(plate: Plate, towards: float) -> Gradient:
    """Return the gradient that fades in a direction, from one side of the frame to the other."""
    angle = math.radians(towards + plate.manner.turn)
    way = np.array((math.cos(angle), math.sin(angle)))
    reach = abs(plate.box.w / 2 * way[0]) + abs(plate.box.h / 2 * way[1])
    (ax, ay), (bx, by) = (np.array(plate.box.centre) + way * s * reach for s in (-1, 1))
    last = Tone(plate.manner.fade or 0.0, plate.manner.lpi)
    return Gradient((float(ax), float(ay)), (float(bx), float(by)), _tone(plate, DEEP), last)


def vignette(plate: Plate) -> list[Path]:
    """Darken the panel towards its edges, in rings of tone outside an oval round the heads."""
    near, clear = window(plate, 2.2), plate.manner.clear
    wide, high = max(near.w, 0.62 * plate.box.w * clear), max(near.h, 0.62 * plate.box.h * clear)
    x, y = near.centre
    box = Rect(x - wide / 2, y - high / 2, wide, high)
    paths, strong = [], 1.0 if plate.manner.tone is None else plate.manner.tone / 0.77
    rings = [shapely.Polygon(ellipse(box, 1.0 + 0.15 * k)) for k in range(6)]
    for k, ring in enumerate(rings):
        outer = rings[k + 1] if k + 1 < len(rings) else plate.whole.buffer(1.0)
        band = contours(plate.whole.intersection(outer).difference(ring).difference(plate.faces))
        if band:
            tone = Tone(min(1.0, (0.12 + 0.13 * k) * strong), plate.manner.lpi)
            paths.append(Path(band, fill=tone, opacity=plate.manner.opacity))
    return paths


def fog(plate: Plate) -> list[Path]:
    """Lay drifting banks of white over the lower half, clear of faces."""
    dice = plate.random("fog")
    paths, count = [], plate.count(5)
    for k in range(count):
        y = plate.box.y + plate.box.h * (0.45 + 0.6 * k / count)
        t = np.linspace(0, 1, 49)
        wave = sum(dice.uniform(0.3, 1) * np.sin(2 * np.pi * (f * t + dice.random())) / f for f in (1, 2, 3))
        depth = plate.box.h * (0.05 + 0.1 * k / count) * plate.manner.size
        top = np.stack([plate.box.x + plate.box.w * t, y + wave * depth], axis=1)
        foot = np.stack([plate.box.x + plate.box.w * t[::-1], np.full(49, y + plate.box.h * 0.16)], axis=1)
        bank = shapely.make_valid(shapely.Polygon(np.concatenate([top, foot])))
        rings = contours(bank.intersection(plate.area))
        if rings:
            paths.append(Path(rings, fill=plate.manner.colour or WHITE, opacity=0.38 * plate.manner.opacity))
    return paths


def darkness(plate: Plate) -> list[Path]:
    """Drown everything behind the figures in black."""
    return _behind(plate, plate.manner.colour or (BLACK if plate.manner.tone is None else _tone(plate, 1.0)))
