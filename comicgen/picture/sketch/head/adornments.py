"""Bands, bows, crowns and headphones on the hair into marks."""

from typing import Any

import numpy as np
import shapely

from ....drawing import Colour
from ..marks import Array, Paint
from .hair.locks import HAIR, RADII
from .pen import Pen, mix
from .shapes import curve, hulled, polygon, smooth
from .sitter import Sitter
from .solids import below, disc, paint_solid, solid
from .wear import SIDES, Draw, cloth


def strip(sitter: Sitter, a: Array, b: Array, facing: float = 1.0) -> Any:
    """Return what a band between two lines (n, 3) covers where its outside is seen (``facing`` -1: its inside)."""
    middle = (a + b) / 2
    normal = np.cross(np.gradient(middle, axis=0), b - a)
    out = np.sign(np.sum(normal * (middle - HAIR), axis=1))[:, None]
    seen = sitter.seen(middle, normal * out) * facing > 0
    fa, fb = sitter.flat(a), sitter.flat(b)
    quads = hulled(np.stack([fa, fb], axis=1))[seen[1:] & seen[:-1]]
    return shapely.union_all(quads).buffer(0.002 * sitter.size, quad_segs=2)


def _arch(sitter: Sitter, z: float, reach: float, low: float, n: int = 40) -> Array:
    """Return a line over the head from ear to ear in the plane ``z``."""
    t = np.linspace(-np.pi / 2 - low, np.pi / 2 + low, n)
    inset = np.sqrt(max(0.05, 1 - ((z - HAIR[2]) / RADII[2] / reach) ** 2))
    x = np.sin(t) * RADII[0] * sitter.wide * reach * inset
    return np.stack([x, HAIR[1] + np.cos(t) * RADII[1] * reach * inset, np.full(n, z)], axis=1)


def _headband(pen: Pen, colour: Colour) -> None:
    sitter = pen.sitter
    if sitter.form.lash > 0.1 or sitter.form.young:
        band = strip(sitter, _arch(sitter, 0.05, 1.10, 0.1), _arch(sitter, 0.15, 1.10, 0.1))
        paint_solid(pen, band, cloth(colour), 0.4)
        return
    rings = [disc(sitter, y, 0.448, 0.485, 0.485, -0.06) for y in (0.62, 0.66, 0.72, 0.75)]
    paint_solid(pen, solid(sitter, rings, opened=True), cloth(colour), 0.4)


PROUD = -0.30
"""Cosine of the way to the camera down to which a bar that stands off the hair is seen over it."""


def _tube(sitter: Sitter, line: Array, radius: float) -> Any:
    """Return what a round bar over the hair covers where it is seen."""
    t = np.linspace(0, 2 * np.pi, 10, endpoint=False)
    out = line - HAIR
    out = out / np.linalg.norm(out, axis=1, keepdims=True)
    seen = sitter.seen(line, out) > PROUD
    ahead = np.array((0.0, 0.0, 1.0))
    ring = np.cos(t)[None, :, None] * out[:, None] + np.sin(t)[None, :, None] * ahead
    flat = sitter.flat(line[:, None] + radius * ring)
    return smooth(shapely.union_all(hulled(flat)[seen[1:] & seen[:-1]]), sitter)


def _headphones(pen: Pen, colour: Colour) -> None:
    sitter, paint = pen.sitter, cloth(colour)
    paint_solid(pen, _tube(sitter, _arch(sitter, -0.03, 1.13, 0.25), 0.034), paint, 0.4)
    for side in SIDES:
        if side * sitter.view[0] < -0.15:
            continue
        cup = []
        for x, r in ((0.37, 0.10), (0.385, 0.135), (0.45, 0.14), (0.475, 0.105)):
            t = np.linspace(0, 2 * np.pi, 24, endpoint=False)
            cup.append(
                np.stack(
                    [np.full(24, side * x * sitter.wide), 0.37 + r * 1.15 * np.cos(t), -0.04 + r * np.sin(t)], axis=1
                )
            )
        paint_solid(pen, solid(sitter, cup), paint)
        if side * sitter.view[0] > 0.1 and not sitter.small:
            pen.loop(sitter.flat(cup[-1]), 0.5, mix(colour, 0.5, (210, 210, 225)), white=paint.black)


def _crown(pen: Pen, colour: Colour) -> None:
    sitter = pen.sitter
    n = 61
    t = np.linspace(0, 2 * np.pi, n)
    wave = np.abs(((t / (2 * np.pi) * 8) % 1.0) - 0.5) * 2
    low = np.stack([np.sin(t) * 0.345 * sitter.wide, np.full(n, 0.905), np.cos(t) * 0.36 + HAIR[2]], axis=1)
    high = np.stack([np.sin(t) * 0.385 * sitter.wide, 1.0 + 0.14 * wave, np.cos(t) * 0.40 + HAIR[2]], axis=1)
    gold = Paint(colour, 0.0)
    for facing in (-1.0, 1.0):
        shape = strip(sitter, low, high, facing)
        if below(sitter, low[:-1]):
            shape = shapely.difference(shape, polygon(sitter.flat(low)))
        pen.fill(shape, gold, 0.7 if facing < 0 else 0.0)
        pen.outline(shape, 0.9)
    for turn in range(0, 360, 45):
        a = np.radians(turn + 0.0)
        at = np.array((np.sin(a) * 0.368 * sitter.wide, 0.965, np.cos(a) * 0.382 + HAIR[2]))
        if float(sitter.seen(at, at - (0.0, 0.965, HAIR[2]))) > 0.2 and not sitter.small:
            spot = sitter.flat(at)
            gem = spot + np.array(((0, -1), (0.7, 0), (0, 1), (-0.7, 0))) * 0.026 * sitter.size
            pen.fill(gem, Paint((196, 52, 72), 0.5))
            pen.loop(gem, 0.4)


def _ribbon(pen: Pen, colour: Colour) -> None:
    if pen.sitter.view[2] > -0.35:
        _bow(pen, colour)


def _bow(pen: Pen, colour: Colour) -> None:
    """Draw a bow on the left of the crown: two loops, two ends and a knot, in a plane that lies on the hair."""
    sitter, paint = pen.sitter, cloth(colour)
    knot = np.array((0.29 * sitter.wide, 0.925, 0.13))
    out = np.array((0.42, 0.45, 0.79))
    across = np.array((0.80, -0.50, -0.14))
    across = across / np.linalg.norm(across)
    lift = np.cross(out, across)

    def place(points: Any) -> Array:
        p = np.asarray(points, dtype=float)
        flat: Array = sitter.flat(knot + p[:, :1] * across + p[:, 1:2] * lift + (0.02 + 0.35 * p[:, :1] ** 2) * out)
        return flat

    for side in SIDES:
        end = curve(
            [(0.0, 0.0), (side * 0.10, -0.12), (side * 0.15, -0.24), (side * 0.08, -0.22), (side * 0.01, -0.06)], 20
        )
        loop = curve(
            [
                (0.0, 0.02),
                (side * 0.11, 0.12),
                (side * 0.24, 0.11),
                (side * 0.26, -0.03),
                (side * 0.20, -0.12),
                (side * 0.08, -0.05),
                (0.0, -0.02),
            ],
            28,
        )
        for shape in (end, loop):
            pen.fill(place(shape), paint)
            pen.outline(place(shape), 0.85)
        if not sitter.small:
            line = mix(colour, 0.5, (210, 210, 225)) if paint.black else mix(colour, 0.5)
            pen.line(
                place(curve([(side * 0.04, 0.0), (side * 0.11, 0.02), (side * 0.17, 0.01)], 7)),
                0.5,
                line,
                white=paint.black,
            )
    centre = curve([(-0.04, 0.04), (0.04, 0.04), (0.04, -0.04), (-0.04, -0.04), (-0.04, 0.04)], 18)[:-1]
    pen.fill(place(centre), paint, 0.3)
    pen.outline(place(centre), 0.8)


def _far_bow(pen: Pen, colour: Colour) -> None:
    if pen.sitter.view[2] <= -0.35:
        _bow(pen, colour)


ON_HAIR: dict[str, Draw] = {
    "headband": _headband,
    "ribbon": _ribbon,
    "crown": _crown,
    "headphones": _headphones,
}
FAR: dict[str, Draw] = {"ribbon": _far_bow}
"""What of them the head hides."""
