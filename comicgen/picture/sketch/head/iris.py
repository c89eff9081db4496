"""An eye's iris into marks: limbus, shade under the lid, rays, pupil, the light that passes through, two highlights."""

from itertools import chain

import numpy as np
import shapely

from ....drawing import Colour
from ..marks import Area, Array, Paint
from .eye import Eye
from .pen import BLACK, WHITE, Pen, mix, split
from .shapes import circle, oval, runs

NIGHT, PALE = (10, 6, 22), (255, 255, 255)
PLAIN = 84.0
"""Pixels of head under which an iris is a disc, its shade and one light."""
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
    """Draw the iris between the lids."""
    u, v, a, b = ring = centre(eye)
    edge, lit, shrunk = oval(u, v, a, b, 48 if pen.sitter.fine else 30), eye.mood.lit, eye.mood.iris < 0.6
    if pen.sitter.small:
        _fill(eye, pen, [(edge, BLACK if lit else Paint(mix(colour, 0.2), 0.45)), *_lights(eye, ring)])
    elif lit:
        wide, tall = (0.40, 0.44) if a > 0.3 else (0.34, 0.34)
        pupil, disc = (oval(u, v - 0.02, a * wide, b * tall, 30), BLACK), Paint(mix(colour, 0.10, PALE), 0.30)
        depth, lights = _depth(eye, ring, colour), _lights(eye, ring)
        areas = _filled(eye, pen, [(edge, disc), *depth, pupil, *lights])
        pen.marks += chain.from_iterable(areas[: 1 + len(depth)])
        if pen.sitter.fine:
            _rays(eye, pen, ring, colour)
        pen.marks += areas[1 + len(depth)]
        _line(eye, pen, edge, 0.8 if pen.sitter.huge else 0.62)
        pen.marks += chain.from_iterable(areas[2 + len(depth) :])
    else:  # without light: flat and veiled where all is lost, a ring and a point where it shrinks from shock
        veil = Paint(mix(colour, 0.10, PALE), 0.0 if shrunk else 0.42)
        k, point = (0.46, BLACK) if shrunk else (0.34, Paint(mix(colour, 0.5), 0.75))
        _fill(eye, pen, [(edge, veil), (oval(u, v, a * k, b * k, 30), point)])
        _line(eye, pen, edge, 0.8)
        if pen.sitter.fine and not shrunk:
            _line(eye, pen, oval(u, v, a * 0.66, b * 0.66, 30), 0.3)


def _filled(eye: Eye, pen: Pen, patches: list[Patch]) -> list[list[Area]]:
    """Return what of each patch the lids leave free."""
    rings = [ring for ring, _ in patches]
    places, _ = eye.between(np.concatenate(rings))
    return pen.filled(split(pen.sitter.paper(places), rings), [paint for _, paint in patches])


def _fill(eye: Eye, pen: Pen, patches: list[Patch]) -> None:
    pen.marks += chain.from_iterable(_filled(eye, pen, patches))


def _line(eye: Eye, pen: Pen, ring: Array, weight: float) -> None:
    """Ink what the lids leave free of a closed line."""
    places, free = eye.between(np.concatenate([ring, ring[:1]]))
    points = pen.sitter.paper(places)
    if free.all():
        pen.loop(points[:-1], weight)
        return
    for run in runs(free):
        pen.line(points[run], weight, taper=False)


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
        pen.line(eye.paper(fibre[eye.between(fibre)[1]], False), 0.26, mix(colour, 0.5, NIGHT))


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
