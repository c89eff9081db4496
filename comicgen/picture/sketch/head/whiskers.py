"""Beard, moustache and stubble into marks: hair that grows from the face, with tufts for an edge."""

from functools import lru_cache
from typing import Any

import numpy as np
import shapely

from ....drawing import Colour
from ..marks import Array, Paint
from .hair.locks import free
from .hair.tresses import hair_paint, lock_rings
from .mouth import HEIGHT
from .pen import Pen, mix
from .shapes import common, curve, hulled, polygon, smooth
from .sitter import Sitter

SIDES = (1.0, -1.0)
LINE = (
    (0.0, 0.214),
    (0.055, 0.222),
    (0.105, 0.196),
    (0.165, 0.190),
    (0.240, 0.205),
    (0.303, 0.245),
    (0.326, 0.33),
    (0.336, 0.41),
)
"""Upper edge of a full beard from under the nose outwards, over the cheeks to the sideburn: places on the face."""
_JAW = (
    *((0.322, 0.43, -0.01), (0.330, 0.34, 0.00), (0.322, 0.20, 0.03), (0.285, 0.08, 0.11), (0.205, -0.015, 0.21)),
    *((0.10, -0.065, 0.285), (0.0, -0.085, 0.305), (0.30, 0.22, 0.20), (0.21, 0.20, 0.345), (0.16, 0.04, 0.36)),
    *((0.06, -0.045, 0.385), (0.0, -0.055, 0.390), (0.0, 0.20, 0.405), (0.08, 0.19, 0.400)),
)
"""Corners of a full beard, left half."""
TUFTS = (
    (((0.315, 0.24, 0.02), (0.300, 0.11, 0.06), (0.270, -0.01, 0.11)), 0.050),
    (((0.270, 0.12, 0.12), (0.240, 0.00, 0.17), (0.180, -0.10, 0.21)), 0.070),
    (((0.215, 0.06, 0.20), (0.180, -0.05, 0.25), (0.125, -0.125, 0.27)), 0.042),
    (((0.150, 0.06, 0.28), (0.115, -0.07, 0.31), (0.050, -0.185, 0.31)), 0.076),
    (((0.050, 0.06, 0.34), (0.040, -0.06, 0.35), (0.010, -0.150, 0.34)), 0.050),
)
"""Middle lines and half widths of the tufts of a beard's lower edge, left half."""


@lru_cache(maxsize=16)
def _tufts(wide: float) -> Array:
    """Return the rings (tufts, rows, points, 3) of a beard's lower edge."""
    locks = []
    for side in SIDES:
        for line, half in TUFTS:
            lock = free(
                np.array(line) * (side * wide, 1.0, 1.0), (half * 0.8, half, half * 0.72, half * 0.3, 0.003), flat=0.6
            )
            locks.append(lock)
    return lock_rings(locks, 8, 1.0)[0]


def draw_beard(pen: Pen, colour: Colour) -> None:
    """Draw a full beard, open at the mouth."""
    sitter = pen.sitter
    if sitter.view[2] < -0.45:
        return
    shape = _beard(sitter)
    paint = hair_paint(colour)
    pen.fill(shape, paint)
    if not sitter.small:
        pen.fill(pen.lee(shape, (0.05, 0.05)), paint, 0.6)
        _strands(pen, shape, paint)
    pen.outline(shape, 0.8, hair=True)


def _beard(sitter: Sitter) -> Any:
    """Return the hull of the jaw with its tufts, cut by the line of the cheeks and by the lips."""
    wide, drop = sitter.form.wide, np.array((0.0, sitter.rows[0, 0], 0.0))
    spread = 0.9 + 1.0 * sitter.form.jaw[3] / 0.27 * 0.1
    points = np.array([(s * x * wide * spread, y, z) for s in SIDES for x, y, z in _JAW])
    points += drop * np.clip(1 - points[:, 1:2] / 0.2, 0, 1)
    shape = shapely.convex_hull(shapely.linestrings(sitter.flat(points)))
    tufts = sitter.flat(_tufts(round(wide * spread, 3)) + drop)
    shape = shapely.difference(shapely.union_all([shape, *hulled(tufts).ravel()]), _above(sitter))
    if sitter.facing(0.0, 0.15) > 0.0:
        t = np.linspace(0, 2 * np.pi, 20, endpoint=False)
        lips = np.stack(
            [0.070 * sitter.form.mouth * np.cos(t), HEIGHT + 0.001 + (0.020 + 0.006 * np.cos(t) ** 2) * np.sin(t)],
            axis=1,
        )
        shape = shapely.difference(shape, polygon(sitter.paper(lips, 0.02)))
    return smooth(shape, sitter)


def _above(sitter: Sitter) -> Any:
    """Return all of the frame over a beard's upper edge, which is a little ragged."""
    right = curve(LINE, 23)
    right[2:-2, 1] += 0.010 * np.where(np.arange(19) % 2, 1.0, -0.4) * (np.arange(19) % 3 > 0)
    edge = np.concatenate([(right * (-1.0, 1.0))[:0:-1], right]) * (sitter.form.wide, 1.0)
    temples = [sitter.flat((s * 0.345 * sitter.form.wide, 0.34, -0.05)) for s in SIDES]
    first, last = ([p] if sitter.view[0] * s > -0.2 else [] for s, p in zip(SIDES, temples, strict=True))
    ends = np.array([*last, *sitter.paper(edge, 0.012), *first])
    up = sitter.flat((0.0, 1.2, 0.0)) - sitter.flat((0.0, 0.2, 0.0))
    return polygon(np.concatenate([ends, (ends + up * 1.4)[::-1]]))


def _strands(pen: Pen, shape: Any, paint: Paint) -> None:
    """Ink the flow of a beard: from the sideburns along the jaw, from the lip down to the chin."""
    sitter = pen.sitter
    outer, pen.clip = pen.clip, shape.buffer(-0.012 * sitter.size)
    lines = []
    for s in SIDES:
        for x, top, low in (
            (0.30, 0.38, 0.16),
            (0.27, 0.26, 0.03),
            (0.225, 0.20, -0.02),
            (0.175, 0.15, -0.05),
            (0.13, 0.10, -0.08),
            (0.085, 0.07, -0.11),
        ):
            lines.append(((s * x, top), (s * (x - 0.004), 0.5 * (top + low)), (s * x * 0.86, low)))
    lines += [((0.02, 0.085), (0.024, 0.02), (0.016, -0.11)), ((-0.03, 0.08), (-0.03, 0.0), (-0.022, -0.10))]
    lines += [((s * 0.02, 0.205), (s * 0.055, 0.196), (s * 0.088, 0.165)) for s in SIDES]
    for line in lines if sitter.detail > 80 else lines[::2]:
        points = curve(line, 9) * (sitter.form.wide, 1.0)
        flat = sitter.flat(
            sitter.face(np.stack([points[:, 0], np.maximum(points[:, 1], 0.02)], axis=1), 0.02)
            + np.stack([np.zeros(9), np.minimum(points[:, 1] - 0.02, 0.0), np.zeros(9)], axis=1)
        )
        flat[~sitter.shown(np.stack([points[:, 0], np.maximum(points[:, 1], 0.02)], axis=1))] = np.nan
        pen.line(
            flat,
            0.46,
            mix(paint.colour, 0.55) if not paint.black else mix(paint.colour, 0.4, (190, 190, 215)),
            white=paint.black,
        )
    pen.clip = outer


_HORN = (
    (0.002, 0.212, 0.396),
    (0.050, 0.214, 0.402),
    (0.105, 0.190, 0.372),
    (0.150, 0.152, 0.322),
    (0.168, 0.128, 0.300),
)


@lru_cache(maxsize=16)
def _horns(wide: float, out: float) -> Array:
    """Return the rings (2, rows, points, 3) of both halves of a moustache."""
    line = np.array(_HORN) * (wide, 1.0, 1.0) + (0.0, 0.0, out)
    widths = (0.017, 0.031, 0.030, 0.014, 0.002)
    return lock_rings([free(line * (s, 1.0, 1.0), widths, flat=0.9) for s in SIDES], 12, 1.0)[0]


def draw_moustache(pen: Pen, colour: Colour) -> None:
    """Draw a moustache: two horns of hair that hide the upper lip."""
    sitter = pen.sitter
    if sitter.view[2] < -0.15:
        return
    horns = sitter.flat(_horns(sitter.form.wide, round(sitter.form.nose.reach - 0.46, 3) * 0.3))
    shapes = [smooth(shape, sitter) for shape in shapely.union_all(hulled(horns), axis=1)]
    far = 1 if sitter.view[0] > 0 else 0
    paint = hair_paint(colour)
    for shape in (shapes[far], shapes[1 - far]) if abs(sitter.view[0]) > 0.55 else (shapely.union_all(shapes),):
        pen.fill(shape, paint)
        if not sitter.small:
            pen.fill(pen.lee(shape, (0.0, 0.018)), paint, 0.6)
        pen.outline(shape, 0.75, hair=True)
    if not sitter.small:
        halves = [((0.022, v + 0.002), (0.07, v), (0.118, v - 0.030)) for v in (0.210, 0.198, 0.186)]
        strands = [half * (s * sitter.form.wide, 1.0) for s in SIDES for half in curve(halves, 8)]
        pen.creases(strands, [0.42] * len(strands), 0.035, mix(paint.colour, 0.6))


def draw_stubble(pen: Pen, colour: Colour, skin: Paint) -> None:
    """Draw the shade of a beard of two days: a tone on the jaw and short hairs."""
    sitter = pen.sitter
    if sitter.view[2] < -0.3:
        return
    low = ((0.325, 0.40), (0.335, 0.22), (0.30, -0.02), (0.12, -0.10), (0.0, -0.10))
    half = np.concatenate([curve(LINE[:-1], 20), curve(low, 12)]) * (sitter.form.wide, 1.0)
    ring = np.concatenate([half, (half * (-1.0, 1.0))[::-1]])
    outer = pen.clip
    area = polygon(sitter.paper(ring, 0.006))
    paint = Paint(mix(skin.colour, 0.24, mix(colour, 0.5, (60, 56, 62))), min(0.5, skin.tone + 0.12))
    pen.fill(area, paint)
    pen.clip = area if outer is None else common(area, outer)
    dice = np.random.default_rng(3).random((150 if sitter.fine else 80, 2))
    for u, v in (dice - (0.5, 0.0)) * (0.66, 0.34) if not sitter.small else ():
        hair = np.array(((u, v), (u * 1.01, v - 0.006), (u * 1.03, v - 0.014)))
        pen.crease(hair, 0.28)
    pen.clip = outer
