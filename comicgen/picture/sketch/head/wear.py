"""Things worn on the face into marks: glasses, mask, eyepatch, earrings, beard and moustache."""

from collections.abc import Callable

import numpy as np
import shapely

from ....drawing import Colour
from ....staging.values import SOLID, TONES, step_of
from ..marks import Array, Paint
from .face import EAR_AT
from .pen import BLACK, Pen, light, mix
from .shapes import curve, oval
from .sitter import Sitter
from .whiskers import draw_beard, draw_moustache

SIDES = (1.0, -1.0)
LENS_OFF = 0.03
"""Head heights from the skin to a lens: so near that it stays before its eye when the head turns or bows."""


def cloth(colour: Colour) -> Paint:
    """Return the material of cloth, leather or plastic in that colour."""
    step = step_of(colour)
    return Paint(colour, TONES[step], step == SOLID)


def lens_ring(sitter: Sitter, side: float, n: int = 32) -> Array:
    """Return the points (n, 3) of one lens's rim, before the eye."""
    x, y, w, h = sitter.form.eye
    a, b = max(0.114, w * 0.66), max(0.090, h * 0.64)
    t = np.linspace(0, 2 * np.pi, n, endpoint=False)
    u = np.sign(np.cos(t)) * np.abs(np.cos(t)) ** 0.75 * a + x * 1.03
    v = np.sign(np.sin(t)) * np.abs(np.sin(t)) ** 0.75 * b + y
    skin = sitter.face(np.stack([side * u, np.full(n, y)], axis=1), LENS_OFF)
    return np.stack([side * u, v, skin[:, 2]], axis=1)


def _frames(pen: Pen, fill: Paint | None, rim: float, colour: Colour) -> None:
    sitter = pen.sitter
    if sitter.view[2] < -0.12:
        _temples(pen, colour, rim)
        return
    _temples(pen, colour, rim)
    inner = []
    for side in SIDES:
        if side * sitter.view[0] < -0.80:
            continue
        ring = sitter.flat(lens_ring(sitter, side))
        if fill is not None:
            pen.fill(ring, fill)
        pen.loop(ring, rim, colour)
        inner.append(side)
        if not sitter.small:
            _glint(pen, ring, fill is not None)
    if len(inner) == 2:
        a, b = (sitter.flat(lens_ring(sitter, s)) for s in SIDES)
        near = (
            a[np.argmin(np.linalg.norm(a - b.mean(axis=0), axis=1))],
            b[np.argmin(np.linalg.norm(b - a.mean(axis=0), axis=1))],
        )
        middle = (near[0] + near[1]) / 2 - np.array((0.0, 0.012)) * sitter.size
        pen.line(curve([near[0], middle, near[1]], 8), rim, colour, taper=False)


def _temples(pen: Pen, colour: Colour, rim: float) -> None:
    sitter = pen.sitter
    wide = sitter.form.wide
    for side in SIDES:
        if side * sitter.view[0] > 0.12:
            a = lens_ring(sitter, side)
            start = a[np.argmax(np.abs(a[:, 0]))]
            end = np.array((side * 0.375 * wide, 0.42, -0.05))
            bend = (start + end) / 2 + (side * 0.02, 0.0, 0.0)
            pen.line(sitter.flat(curve([start, bend, end], 10)), rim * 0.9, colour, taper=False)


def _glint(pen: Pen, ring: Array, dark: bool) -> None:
    """Draw two slanted lines of light on a lens."""
    middle = ring.mean(axis=0)
    span = ring.max(axis=0) - ring.min(axis=0)
    for shift, weight in ((-0.12, 0.8), (0.02, 0.45)) if dark else ((0.24, 0.35),):
        a = middle + span * (shift + 0.14, -0.30)
        b = middle + span * (shift - 0.14, 0.20)
        pen.line(np.linspace(a, b, 5), weight, (255, 255, 255) if dark else (120, 126, 140), white=dark)


def _glasses(pen: Pen, colour: Colour) -> None:
    _frames(pen, None, 0.85, mix(colour, 0.25) if light(colour) < 170 else mix(colour, 0.5))


def _sunglasses(pen: Pen, colour: Colour) -> None:
    dark = BLACK if light(colour) > 90 else Paint(mix(colour, 0.4), 1.0, black=True)
    _frames(pen, dark, 0.9, (23, 21, 28))


def _mask(pen: Pen, colour: Colour) -> None:
    sitter = pen.sitter
    if sitter.view[2] < -0.05:
        return
    wide = sitter.form.wide
    edge = ((0.31, 0.285), (0.20, 0.315), (0.06, 0.335), (0.28, 0.13), (0.17, 0.03), (0.06, -0.015))
    places = np.array([(s * u * wide, v) for s in SIDES for u, v in edge])
    bulge = np.array(
        ((0, 0.335, 0.455), (0, 0.26, 0.49), (0, 0.13, 0.455), (0, 0.02, 0.40), (0.1, 0.2, 0.43), (-0.1, 0.2, 0.43))
    )
    points = np.concatenate([sitter.face(places, 0.015), bulge])
    shape = shapely.convex_hull(shapely.linestrings(sitter.flat(points)))
    paint = cloth(colour)
    pen.fill(shape, paint)
    pen.fill(pen.lee(shape, (0.06, 0.05)), paint, 0.5)
    pen.outline(shape, 0.9)
    outer, pen.clip = pen.clip, shape
    for v in (0.235, 0.165, 0.10) if not sitter.small else ():
        u = np.linspace(-0.25, 0.25, 15)
        fold = np.stack([u * wide, np.full(15, v), 0.47 - 1.5 * u**2], axis=1)
        keep = sitter.seen(fold, np.stack([u * 2.6, np.zeros(15), np.ones(15)], axis=1)) > 0.1
        if keep.sum() > 3:
            pen.line(sitter.flat(fold[keep]), 0.45)
    pen.clip = outer
    for side in SIDES:
        if side * sitter.view[0] > -0.1:
            ear = np.array(EAR_AT) * (side * wide, 1.0, 1.0)
            for v in (0.28, 0.14):
                start = sitter.face((side * 0.30 * wide, v), 0.01)
                pen.line(sitter.flat(curve([start, (start + ear) / 2 + (side * 0.02, 0, 0), ear], 8)), 0.5)


def _eyepatch(pen: Pen, colour: Colour) -> None:
    sitter = pen.sitter
    x, y, w, h = sitter.form.eye
    if sitter.facing(-x, y) > 0.05:
        ring = sitter.paper(
            curve(
                [
                    (-x - w * 0.62, y + h * 0.42),
                    (-x, y + h * 0.75),
                    (-x + w * 0.62, y + h * 0.42),
                    (-x + w * 0.42, y - h * 0.45),
                    (-x, y - h * 0.85),
                    (-x - w * 0.42, y - h * 0.45),
                    (-x - w * 0.62, y + h * 0.42),
                ],
                40,
            )[:-1],
            0.02,
        )
        pen.fill(ring, cloth(colour))
        pen.outline(ring, 0.9)
    strap = curve(
        [(-0.30, y - 0.02), (-x - w * 0.5, y + h * 0.4), (-x + w * 0.4, y + h * 0.5), (0.1, 0.62), (0.30, 0.70)], 30
    )
    keep = sitter.facing(*strap.T) > 0.08
    keep &= ~((strap[:, 0] > -x - w * 0.55) & (strap[:, 0] < -x + w * 0.45))
    for part in (strap[:, 0] < -x, strap[:, 0] >= -x):
        if (keep & part).sum() > 2:
            pen.line(sitter.paper(strap[keep & part], 0.012), 0.9, mix(colour, 0.2), taper=False)


def _earrings(pen: Pen, colour: Colour) -> None:
    sitter = pen.sitter
    for side in SIDES:
        if side * sitter.view[0] > -0.35 and sitter.view[2] > -0.85:
            at = sitter.flat((side * (EAR_AT[0] * sitter.form.wide + 0.03), 0.262, -0.075))
            ring = oval(float(at[0]), float(at[1]) + 0.02 * sitter.size, 0.022 * sitter.size, 0.03 * sitter.size, 18)
            pen.fill(ring, Paint(colour, 0.0))
            pen.loop(ring, 0.5)


Draw = Callable[[Pen, Colour], None]
UNDER_MOUTH: dict[str, Draw] = {"beard": draw_beard}
"""Drawn before the mouth, which may open over it."""
ON_FACE: dict[str, Draw] = {"moustache": draw_moustache, "mask": _mask, "eyepatch": _eyepatch}
"""Drawn after the features and before the hair, in this order."""
GLASSES: dict[str, Draw] = {"glasses": _glasses, "sunglasses": _sunglasses}
EARRINGS: dict[str, Draw] = {"earrings": _earrings}


def draw_worn(pen: Pen, worn: dict[str, Colour], table: dict[str, Draw]) -> None:
    """Draw what the table knows of the things worn."""
    for name, draw in table.items():
        if name in worn:
            draw(pen, worn[name])
