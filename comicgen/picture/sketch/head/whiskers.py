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
from .pen import Pen, light, mix
from .shapes import common, curve, hulled, polygon, smooth
from .sitter import Sitter

SIDES = (1.0, -1.0)
LINE = (
    (0.0, 0.214),
    (0.055, 0.222),
    (0.105, 0.196),
    (0.165, 0.190),
    (0.225, 0.212),
    (0.275, 0.265),
    (0.318, 0.35),
    (0.342, 0.46),
)
"""Upper edge of a full beard from under the nose outwards, over the cheeks to the sideburn: places on the face."""
SIDEBURN = (0.352, 0.50, -0.03)
"""Where a sideburn meets the hair."""
FRINGE = 30
"""Short hairs on each cheek that soften a beard's upper edge."""
STRANDS = 10
"""Lines of hair on each half of a beard."""
SPANS = ((0.05, 0.75), (0.25, 0.96), (0.0, 0.5), (0.35, 1.0), (0.12, 0.88), (0.5, 0.95), (0.08, 0.6))
"""Shares of its way from the cheek to the tip on which a line of hair is drawn, one after the other."""
FLANK = np.array(
    [
        ((0.335 - 0.05 * k, top, 0.03 + z), (0.33 - 0.06 * k, 0.5 * (top + low), 0.05 + z), (0.30, low, 0.10 + 1.3 * z))
        for k, top, low, z in (
            *((0.0, 0.40, 0.24, -0.04), (0.1, 0.30, 0.12, -0.02), (0.3, 0.42, 0.27, 0.00), (0.3, 0.21, 0.05, 0.00)),
            *((0.5, 0.33, 0.14, 0.04), (0.6, 0.17, 0.02, 0.05), (0.8, 0.26, 0.10, 0.09), (0.9, 0.14, -0.03, 0.10)),
            *((1.0, 0.22, 0.06, 0.14), (1.0, 0.10, -0.05, 0.16)),
        )
    ]
)
"""Lines of hair on the side of the jaw, left."""
ASIDE = 0.4
"""Sine of the turn from which the side of a jaw is seen."""
CUSHION = 0.17
"""Height under which a beard hangs straight down before the chin."""
PALE = 170.0
"""Lightness over which a beard is as white as the skin: more of it lies in shade."""
_JAW = (
    *(
        (0.340, 0.52, -0.02),
        (0.338, 0.43, -0.02),
        (0.334, 0.34, -0.01),
        (0.322, 0.20, 0.03),
        (0.285, 0.08, 0.11),
        (0.205, -0.015, 0.21),
    ),
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
    """Draw a full beard, open at the mouth; its edge on the cheeks is no line but short hairs."""
    sitter = pen.sitter
    if sitter.view[2] < -0.45:
        return
    shape = beard_shape(sitter)
    paint = hair_paint(colour)
    pen.fill(shape, paint)
    if not sitter.small:
        deep = 0.10 if light(colour) > PALE else 0.05
        pen.fill(pen.lee(shape, (deep, deep)), paint, 0.6)
        _strands(pen, shape, paint)
        _fringe(pen, paint)
    pen.outline(shape, 0.8, _cheeks(sitter), hair=True)


def _cheeks(sitter: Sitter) -> Any:
    """Return the band of the frame along a beard's upper edge, from one sideburn to the other."""
    edge = sitter.flat(_edge(sitter))
    return shapely.linestrings(edge).buffer(0.022 * sitter.size)


def _fringe(pen: Pen, paint: Paint) -> None:
    """Ink the short hairs that grow over a beard's upper edge."""
    t = np.linspace(0.30, 0.90, FRINGE if pen.sitter.detail > 110 else FRINGE // 2)
    at = curve(LINE, 60)
    roots = np.stack([np.interp(t, np.linspace(0, 1, 60), at[:, i]) for i in (0, 1)], axis=1)
    long = np.array([(0.7, 1.3, 0.9, 0.4, 1.1, 0.6, 1.6)[i % 7] for i in range(len(t))])[:, None]
    low, high = roots + np.array((0.004, -0.026)) * long, roots + np.array((0.012, 0.018)) * long
    hairs = np.stack([low, 0.5 * (low + high) + (0.004, 0.0), high], axis=1)
    lines = [curve(h, 5) * (s * pen.sitter.form.wide, 1.0) for s in SIDES for h in hairs]
    dark = paint.black or paint.tone > 0.2
    pen.creases(lines, [0.5 if dark else 0.36] * len(lines), 0.014, paint.colour if dark else mix(paint.colour, 0.4))


def beard_shape(sitter: Sitter) -> Any:
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


def _edge(sitter: Sitter) -> Array:
    """Return the upper edge of a beard (n, 3), from its right sideburn to its left one where they are seen."""
    right = curve(LINE, 23)
    edge = np.concatenate([(right * (-1.0, 1.0))[:0:-1], right]) * (sitter.form.wide, 1.0)
    ends = [np.multiply(SIDEBURN, (s * sitter.form.wide, 1.0, 1.0))[None] for s in SIDES]
    first, last = (p if sitter.view[0] * s > -0.2 else p[:0] for s, p in zip(SIDES, ends, strict=True))
    return np.concatenate([last, sitter.face(edge, 0.012), first])


def _above(sitter: Sitter) -> Any:
    """Return all of the frame over a beard's upper edge."""
    edge = sitter.flat(_edge(sitter))
    up = sitter.flat((0.0, 1.2, 0.0)) - sitter.flat((0.0, 0.2, 0.0))
    return polygon(np.concatenate([edge, (edge + up * 1.4)[::-1]]))


def _strands(pen: Pen, shape: Any, paint: Paint) -> None:
    """Ink the flow of a beard: from the sideburns along the jaw, from the lip down to the chin."""
    sitter = pen.sitter
    outer, pen.clip = pen.clip, shape.buffer(-0.010 * sitter.size)
    x = np.linspace(0.02, 0.30, STRANDS if sitter.detail > 80 else STRANDS // 2)
    top = np.interp(x, *np.transpose(((0.0, 0.075), (0.08, 0.09), (0.13, 0.16), (0.24, 0.20), (0.30, 0.40))))
    low = np.interp(x, *np.transpose(((0.0, -0.16), (0.10, -0.10), (0.20, -0.04), (0.30, 0.12))))
    colour = mix(paint.colour, 0.4, (190, 190, 215)) if paint.black else mix(paint.colour, 0.55)
    for i, (a, b) in enumerate(SPANS[k % len(SPANS)] for k in range(2 * len(x))):
        j, s = i // 2, SIDES[i % 2]
        v = top[j] + np.linspace(a, b, 9) * (low[j] - top[j])
        u = s * sitter.form.wide * x[j] * (1.0 - 0.16 * np.linspace(a, b, 9) ** 2)
        places = np.stack([u, np.maximum(v, CUSHION)], axis=1)
        flat = sitter.flat(sitter.face(places, 0.02) + np.stack([0 * v, np.minimum(v - CUSHION, 0.0), 0 * v], axis=1))
        flat[~sitter.shown(places)] = np.nan
        pen.line(flat, 0.46, colour, white=paint.black)
    for s in (s for s in SIDES if sitter.view[0] * s > ASIDE):
        for line in sitter.flat(curve(FLANK, 9) * (s * sitter.form.wide, 1.0, 1.0)):
            pen.line(line, 0.46, colour, white=paint.black)
    pen.clip = outer


_HORN = (
    (0.002, 0.212, 0.396),
    (0.050, 0.214, 0.402),
    (0.105, 0.190, 0.372),
    (0.150, 0.152, 0.322),
    (0.168, 0.128, 0.300),
)


@lru_cache(maxsize=32)
def _horns(wide: float, out: float, rows: int) -> Array:
    """Return the rings (2, rows, points, 3) of both halves of a moustache."""
    line = np.array(_HORN) * (wide, 1.0, 1.0) + (0.0, 0.0, out)
    widths = (0.017, 0.031, 0.030, 0.014, 0.002)
    return lock_rings([free(line * (s, 1.0, 1.0), widths, flat=0.9) for s in SIDES], rows, 1.0)[0]


def draw_moustache(pen: Pen, colour: Colour) -> None:
    """Draw a moustache: two horns of hair that hide the upper lip."""
    sitter = pen.sitter
    if sitter.view[2] < -0.15:
        return
    out = round(sitter.form.nose.reach - 0.46, 3) * 0.3
    horns = sitter.flat(_horns(sitter.form.wide, out, 12 if sitter.fine else 7))
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
