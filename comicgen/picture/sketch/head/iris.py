"""An eye's iris into marks: limbus, shade under the lid, rays, pupil, the light that passes through, two highlights."""

from typing import Any

import numpy as np

from ....drawing import Colour
from ..marks import Paint
from .eye import Eye
from .pen import BLACK, WHITE, Pen, common, mix, polygon

NIGHT = (10, 6, 22)
PLAIN = 84.0
"""Pixels of head under which an iris is a disc, its shade and one light."""
Ring = tuple[float, float, float, float]
"""Middle (u, v) and half axes in eye units."""


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
    """Draw the iris inside the pen's clip, the opening of the eye."""
    ring = centre(eye)
    u, v, a, b = ring
    edge = eye.oval(*ring)
    if pen.sitter.small:
        pen.fill(edge, BLACK if eye.mood.lit else Paint(mix(colour, 0.2), 0.45))
        return
    if not eye.mood.lit:
        _dull(eye, pen, ring, colour)
        return
    disc = polygon(edge)
    pen.fill(disc, Paint(mix(colour, 0.10, (255, 255, 255)), 0.30))
    _depth(eye, pen, (ring, disc), colour)
    if pen.sitter.fine:
        _rays(eye, pen, ring, colour)
    pupil = (0.40, 0.44) if a > 0.3 else (0.34, 0.34)
    pen.fill(eye.oval(u, v - 0.02, a * pupil[0], b * pupil[1]), BLACK)
    pen.loop(edge, 0.8 if pen.sitter.huge else 0.62)


def _dull(eye: Eye, pen: Pen, ring: Ring, colour: Colour) -> None:
    """Draw an iris without light: flat and veiled where all is lost, a ring and a point where it shrinks from shock."""
    u, v, a, b = ring
    shrunk = eye.mood.iris < 0.6
    pen.fill(eye.oval(*ring), Paint(mix(colour, 0.10, (255, 255, 255)), 0.0 if shrunk else 0.42))
    if shrunk:
        pen.fill(eye.oval(u, v, a * 0.46, b * 0.46), BLACK)
    else:
        pen.fill(eye.oval(u, v, a * 0.34, b * 0.34), Paint(mix(colour, 0.5), 0.75))
    pen.loop(eye.oval(*ring), 0.8)
    if pen.sitter.fine and not shrunk:
        pen.loop(eye.oval(u, v, a * 0.66, b * 0.66), 0.3)


def _depth(eye: Eye, pen: Pen, iris: tuple[Ring, Any], colour: Colour) -> None:
    """Darken the iris under the lid in two steps and let light through below."""
    (u, v, a, b), disc = iris
    plain = pen.sitter.detail < PLAIN
    for edge, share, tone in ((-0.10, 0.34, 0.55), (0.24, 0.66, 1.0))[plain:]:
        across = np.linspace(-1.2, 1.2, 11)
        low = np.stack([u + across * a, v + (edge + 0.20 * np.cos(across * 1.3)) * b - 0.2 * b], axis=1)
        upper = np.concatenate([low, [(u + 1.3 * a, v + 1.4 * b), (u - 1.3 * a, v + 1.4 * b)]])
        shade = common(polygon(eye.paper(upper, False)), disc)
        pen.fill(shade, Paint(mix(colour, share, NIGHT), tone, tone >= 1.0))
    if plain:
        return
    glow = common(polygon(eye.oval(u, v - 0.64 * b, a * 0.60, b * 0.24)), disc)
    pen.fill(glow, Paint(mix(colour, 0.55, (255, 244, 226))))


def _rays(eye: Eye, pen: Pen, ring: Ring, colour: Colour) -> None:
    """Draw the rays of the iris: from the limbus inwards, uneven, and short ones from the pupil outwards."""
    u, v, a, b = ring
    ink = mix(colour, 0.5, NIGHT)
    step = 11 if not pen.sitter.huge else 6
    for i, t in enumerate(np.radians(np.arange(172, 369, step))):
        inner = (0.62, 0.74, 0.68, 0.80)[i * 7 % 4]
        radii = ((0.98, inner),) if not pen.sitter.huge else ((0.98, inner), (0.46, (0.60, 0.54, 0.64)[i * 5 % 3]))
        for r0, r1 in radii:
            spots = [(u + a * r * np.cos(t), v + b * r * np.sin(t)) for r in (r0, (r0 + r1) / 2, r1)]
            pen.flick(eye.paper(spots, False), 0.42)
    if pen.sitter.huge:
        arc = np.radians(np.linspace(196, 344, 18))
        fibre = np.stack([u + 0.60 * a * np.cos(arc), v + 0.62 * b * np.sin(arc)], axis=1)
        pen.line(eye.paper(fibre, False), 0.26, ink)


def draw_lights(eye: Eye, pen: Pen) -> None:
    """Put the lights into the eye: both on the same side of the frame, whichever way the head is turned."""
    u, v, a, b = centre(eye)
    left = -0.36 * eye.side * a * eye.sitter.lee
    shine = eye.mood.shine
    if pen.sitter.small:
        if eye.sitter.form.hard and shine <= 1.0:
            return
        pen.fill(eye.oval(u + left, v + 0.34 * b, 0.38 * a, 0.32 * b, 12), WHITE)
        return
    pen.fill(eye.oval(u + left, v + 0.40 * b, 0.31 * a * shine, 0.28 * b * shine, 18), WHITE)
    if pen.sitter.detail < PLAIN:
        return
    pen.fill(eye.oval(u - left * 1.1, v - 0.45 * b, 0.16 * a * shine, 0.15 * b * shine, 14), WHITE)
    if pen.sitter.fine or shine > 1.1:
        pen.fill(eye.oval(u + left * 0.4, v - 0.62 * b, 0.09 * a * shine, 0.08 * b * shine, 12), WHITE)
