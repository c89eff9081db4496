"""An eye's iris into marks: limbus, shade under the lid, rays, pupil, the light that passes through, two highlights."""

from typing import Any

import numpy as np
import shapely

from ....drawing import Colour
from ..marks import Array, Paint
from .eye import Eye
from .pen import BLACK, WHITE, Pen, mix
from .shapes import circle, oval, runs, split

NIGHT, PALE = (10, 6, 22), (255, 255, 255)
PLAIN = 84.0
"""Pixels of head under which an iris is a disc, its shade and one light."""
SHRUNK = 0.6
"""Half width of an iris, as a share of its own, under which it shrinks from shock."""
Patch = tuple[Array, Paint]
"""A contour in eye units and what fills it."""
Ring = tuple[float, float, float, float]
"""Middle (u, v) and half axes in eye units."""


def _inside(ring: Array) -> Array:
    """Return what of a contour lies in the unit circle."""
    shared: Array = shapely.get_coordinates(shapely.intersection(shapely.polygons(ring), shapely.polygons(circle(30))))
    return shared[:-1]


def _under(edge: float) -> Array:
    """Return what of the unit circle lies over a lid's shadow, whose middle is at the height ``edge``."""
    across = np.linspace(-1.2, 1.2, 25)
    low = edge - 0.2 + 0.20 * np.cos(across * 1.3)
    shade = np.concatenate([np.stack([across, low], axis=1), [(1.3, 1.4), (-1.3, 1.4)]])
    return _inside(shade)


SHADES = ((_under(-0.10), 0.34, 0.55), (_under(0.24), 0.66, 1.0))
"""Shades under the lid on a round iris of radius 1, how dark they are and their tone."""
GLOW = _inside(oval(0.0, -0.64, 0.60, 0.24, 30))
"""Where light passes through it."""


def centre(eye: Eye) -> Ring:
    """Return the middle and half axes of the iris."""
    form, mood = eye.sitter.form, eye.mood
    _, _, w, h = form.eye
    a = form.iris * mood.iris
    round_ = a * w / h
    b = max(min(mood.iris * 1.02, round_ * 1.4), round_)
    rise = 0.14 if form.hard else 0.05
    return -0.04 + eye.side * eye.gaze[0], rise + eye.gaze[1], a, b


def draw_iris(eye: Eye, pen: Pen, colour: Colour) -> None:
    """Draw the iris between the lids: its outline lies over the pupil and under the lights."""
    ring, lit = centre(eye), eye.mood.lit
    disc, inner, lights = _disc(eye, ring, colour), _inner(eye, ring, colour), _lights(eye, ring)
    rings, paints = zip(disc, *inner, *lights, strict=True)
    places, free = eye.between(np.concatenate(rings))
    parts, n = split(places, rings), len(inner)
    pen.patches(parts[:n], paints[:n])
    if pen.sitter.fine and lit:
        _rays(eye, pen, ring, colour)
    pen.patches(parts[n : n + 1], paints[n : n + 1])
    if not pen.sitter.small:
        _line(pen, parts[0], free[: len(parts[0])], 0.62 if lit and not pen.sitter.huge else 0.8)
    pen.patches(parts[n + 1 :], paints[n + 1 :])
    if pen.sitter.fine and not lit and eye.mood.iris >= SHRUNK:
        u, v, a, b = ring
        _line(pen, *eye.between(oval(u, v, a * 0.66, b * 0.66, 30)), 0.3)


def _disc(eye: Eye, ring: Ring, colour: Colour) -> Patch:
    """Return the whole of an iris; without light it is veiled where all is lost, bare where it shrinks from shock."""
    lit, shrunk = eye.mood.lit, eye.mood.iris < SHRUNK
    if eye.sitter.small:
        paint = BLACK if lit else Paint(mix(colour, 0.2), 0.45)
    else:
        paint = Paint(mix(colour, 0.10, PALE), 0.30 if lit else 0.0 if shrunk else 0.42)
    return oval(*ring, 48 if eye.sitter.fine else 30), paint


def _inner(eye: Eye, ring: Ring, colour: Colour) -> list[Patch]:
    """Return what lies on an iris, the pupil last; without light it is a ring and a point, or flat."""
    u, v, a, b = ring
    if eye.sitter.small:
        return []
    if eye.mood.lit:
        wide, tall = (0.40, 0.44) if a > 0.3 else (0.34, 0.34)
        return [*_depth(eye, ring, colour), (oval(u, v - 0.02, a * wide, b * tall, 30), BLACK)]
    k, point = (0.46, BLACK) if eye.mood.iris < SHRUNK else (0.34, Paint(mix(colour, 0.5), 0.75))
    return [(oval(u, v, a * k, b * k, 30), point)]


def _line(pen: Pen, ring: Array, free: Any, weight: float) -> None:
    """Ink what the lids leave free of a closed line of places."""
    if free.all():
        pen.circuit(ring, weight)
        return
    around, shown = np.concatenate([ring, ring[:1]]), np.append(free, free[0])
    lines = [around[run] for run in runs(shown)]
    pen.creases(lines, [weight] * len(lines), taper=False)


def _depth(eye: Eye, ring: Ring, colour: Colour) -> list[Patch]:
    """Return the two steps in which the lid darkens the iris, and the light that passes through below."""
    u, v, a, b = ring
    plain = eye.sitter.detail < PLAIN
    parts = [(shade, Paint(mix(colour, k, NIGHT), tone, tone >= 1.0)) for shade, k, tone in SHADES[plain:]]
    if not plain:
        parts.append((GLOW, Paint(mix(colour, 0.55, (255, 244, 226)))))
    return [(spots * (a, b) + (u, v), paint) for spots, paint in parts]


def _rays(eye: Eye, pen: Pen, ring: Ring, colour: Colour) -> None:
    """Draw the rays of the iris: from the limbus inwards, uneven, and short ones from the pupil outwards."""
    u, v, a, b = ring
    huge = pen.sitter.huge
    spots = []
    for i, t in enumerate(np.radians(np.arange(172, 369, 6 if huge else 11))):
        inner = (0.62, 0.74, 0.68, 0.80)[i * 7 % 4]
        for r0, r1 in ((0.98, inner), (0.46, (0.60, 0.54, 0.64)[i * 5 % 3]))[: 1 + huge]:
            spots.append(np.multiply.outer((r0, (r0 + r1) / 2, r1), (np.cos(t), np.sin(t))))
    rays = np.array(spots) * (a, b) + (u, v)
    _, free = eye.between(rays[:, 0])
    pen.flicks(list(eye.places(rays[free], False)), 0.42)
    if huge:
        arc = np.radians(np.linspace(196, 344, 18))
        fibre = np.stack([u + 0.60 * a * np.cos(arc), v + 0.62 * b * np.sin(arc)], axis=1)
        pen.crease(eye.places(fibre[eye.between(fibre)[1]], False), 0.26, colour=mix(colour, 0.5, NIGHT))


def _lights(eye: Eye, ring: Ring) -> list[Patch]:
    """Return the lights in the eye: both on the same side of the frame, whichever way the head is turned."""
    if not eye.mood.lit:
        return []
    u, v, a, b = ring
    sitter, shine = eye.sitter, eye.mood.shine
    left = -0.36 * eye.side * a * sitter.lee
    if sitter.small:
        return (
            [] if sitter.form.hard and shine <= 1.0 else [(oval(u + left, v + 0.34 * b, 0.38 * a, 0.32 * b, 12), WHITE)]
        )
    a, b, bold = a * shine, b * shine, b
    lights = [oval(u + left, v + 0.40 * bold, 0.31 * a, 0.28 * b, 18)]
    if sitter.detail >= PLAIN:
        lights.append(oval(u - left * 1.1, v - 0.45 * bold, 0.16 * a, 0.15 * b, 14))
        if sitter.fine or shine > 1.1:
            lights.append(oval(u + left * 0.4, v - 0.62 * bold, 0.09 * a, 0.08 * b, 12))
    return [(light, WHITE) for light in lights]
