"""An eye's iris into marks: limbus, shade under the lid, rays, pupil, the light that passes through, two highlights."""

import numpy as np
import shapely

from ....drawing import Colour
from ..marks import Array, Paint
from .eye import Eye
from .pen import BLACK, WHITE, Pen, mix
from .shapes import circle, oval

NIGHT, PALE = (10, 6, 22), (255, 255, 255)
PLAIN = 84.0
"""Pixels of head under which an iris is a disc, its shade and one light."""
Patch = tuple[Array, Paint]
"""A contour of places on the face and what fills it."""
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


def draw_iris(eye: Eye, pen: Pen, colour: Colour, under: list[Patch]) -> None:
    """Draw the iris inside the pen's clip, the opening of the eye, over the patches ``under`` it."""
    u, v, a, b = ring = centre(eye)
    edge, lit, shrunk = eye.oval(*ring), eye.mood.lit, eye.mood.iris < 0.6
    if pen.sitter.small:
        _fill(pen, [*under, (edge, BLACK if lit else Paint(mix(colour, 0.2), 0.45)), *_lights(eye, ring)])
    elif lit:
        pupil = (0.40, 0.44) if a > 0.3 else (0.34, 0.34)
        _fill(pen, [*under, (edge, Paint(mix(colour, 0.10, PALE), 0.30)), *_depth(eye, ring, colour)])
        if pen.sitter.fine:
            _rays(eye, pen, ring, colour)
        _fill(pen, [(eye.oval(u, v - 0.02, a * pupil[0], b * pupil[1]), BLACK)])
        pen.loop(pen.sitter.paper(edge), 0.8 if pen.sitter.huge else 0.62)
        _fill(pen, _lights(eye, ring))
    else:  # without light: flat and veiled where all is lost, a ring and a point where it shrinks from shock
        veil = Paint(mix(colour, 0.10, PALE), 0.0 if shrunk else 0.42)
        k, point = (0.46, BLACK) if shrunk else (0.34, Paint(mix(colour, 0.5), 0.75))
        _fill(pen, [*under, (edge, veil), (eye.oval(u, v, a * k, b * k), point)])
        pen.loop(pen.sitter.paper(edge), 0.8)
        if pen.sitter.fine and not shrunk:
            pen.loop(eye.paper(circle(30) * (a * 0.66, b * 0.66) + (u, v), False), 0.3)


def _fill(pen: Pen, patches: list[Patch]) -> None:
    if patches:
        pen.patches([places for places, _ in patches], [paint for _, paint in patches])


def _depth(eye: Eye, ring: Ring, colour: Colour) -> list[Patch]:
    """Return the two steps in which the lid darkens the iris, and the light that passes through below."""
    u, v, a, b = ring

    def placed(spots: Array) -> Array:
        return eye.places(spots * (a, b) + (u, v), False)

    plain = eye.sitter.detail < PLAIN
    shades: list[Patch] = [
        (placed(s), Paint(mix(colour, k, NIGHT), tone, tone >= 1.0)) for s, k, tone in SHADES[plain:]
    ]
    return shades if plain else [*shades, (placed(GLOW), Paint(mix(colour, 0.55, (255, 244, 226))))]


def _rays(eye: Eye, pen: Pen, ring: Ring, colour: Colour) -> None:
    """Draw the rays of the iris: from the limbus inwards, uneven, and short ones from the pupil outwards."""
    u, v, a, b = ring
    huge = pen.sitter.huge
    spots = []
    for i, t in enumerate(np.radians(np.arange(172, 369, 6 if huge else 11))):
        ray = (np.cos(t), np.sin(t))
        inner = (0.62, 0.74, 0.68, 0.80)[i * 7 % 4]
        for r0, r1 in ((0.98, inner), (0.46, (0.60, 0.54, 0.64)[i * 5 % 3]))[: 1 + huge]:
            spots.append(np.multiply.outer((r0, (r0 + r1) / 2, r1), ray))
    pen.flicks(list(eye.places(np.array(spots) * (a, b) + (u, v), False)), 0.42)
    if huge:
        arc = np.radians(np.linspace(196, 344, 18))
        fibre = np.stack([u + 0.60 * a * np.cos(arc), v + 0.62 * b * np.sin(arc)], axis=1)
        pen.line(eye.paper(fibre, False), 0.26, mix(colour, 0.5, NIGHT))


def _lights(eye: Eye, ring: Ring) -> list[Patch]:
    """Return the lights in the eye: both on the same side of the frame, whichever way the head is turned."""
    if not eye.mood.lit:
        return []
    u, v, a, b = ring
    sitter, shine = eye.sitter, eye.mood.shine
    left = -0.36 * eye.side * a * sitter.lee
    if sitter.small:
        return (
            []
            if sitter.form.hard and shine <= 1.0
            else [(eye.oval(u + left, v + 0.34 * b, 0.38 * a, 0.32 * b, 12), WHITE)]
        )
    a, b, bold = a * shine, b * shine, b
    lights = [eye.oval(u + left, v + 0.40 * bold, 0.31 * a, 0.28 * b, 18)]
    if sitter.detail >= PLAIN:
        lights.append(eye.oval(u - left * 1.1, v - 0.45 * bold, 0.16 * a, 0.15 * b, 14))
        if sitter.fine or shine > 1.1:
            lights.append(eye.oval(u + left * 0.4, v - 0.62 * bold, 0.09 * a, 0.08 * b, 12))
    return [(light, WHITE) for light in lights]
