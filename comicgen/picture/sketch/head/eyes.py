"""A form and an expression into eyes and brows drawn on the face's surface."""

from dataclasses import dataclass
from typing import Any

import numpy as np
import shapely

from ....drawing import Colour
from ....staging.words.expressions import Expression
from ..marks import Array, Paint
from .pen import BLACK, INK, WHITE, Pen, curve, mix, polygon
from .sitter import Sitter

SIDES = (1.0, -1.0)
TURNED = 0.22
"""Cosine of the face's normal to the view under which an eye is not drawn."""


@dataclass(frozen=True, slots=True)
class Eye:
    """One eye's own measures: u outwards and v upwards in half widths and half heights of its opening."""

    sitter: Sitter
    side: float
    mood: Expression
    gaze: tuple[float, float]
    """How far the iris is turned, u of the character's left and v up, in eye units."""

    def on(self, u: Any, v: Any, tilted: bool = True) -> Array:
        """Return places (n, 2) on the face."""
        x, y, w, h = self.sitter.form.eye
        u, v = np.broadcast_arrays(np.asarray(u, dtype=float), np.asarray(v, dtype=float))
        lift = self.mood.tilt * u * 0.6 if tilted else 0.0
        return np.stack([self.side * (x + u * w / 2), y + (v + lift) * h / 2], axis=-1)

    def paper(self, places: Any, tilted: bool = True) -> Array:
        """Return frame units of (n, 2) eye units."""
        p = np.asarray(places, dtype=float)
        return self.sitter.paper(self.on(p[..., 0], p[..., 1], tilted))

    def oval(self, u: float, v: float, a: float, b: float, n: int = 30) -> Array:
        """Return the frame points of an ellipse that does not tilt with the lids."""
        t = np.linspace(0, 2 * np.pi, n, endpoint=False)
        return self.paper(np.stack([u + a * np.cos(t), v + b * np.sin(t)], axis=1), tilted=False)

    @property
    def lids(self) -> tuple[Array, Array]:
        """Return the upper lid from the inner corner outwards and the lower one back, in eye units."""
        top, low = 0.94 * self.mood.open, -0.96 + 0.7 * self.mood.squint
        upper = (
            (-1.0, -0.24),
            (-0.74, top * 0.55),
            (-0.15, top),
            (0.42, top * 0.88),
            (0.85, top * 0.42),
            (1.05, -0.12),
        )
        lower = ((1.03, -0.12), (0.74, low * 0.78), (0.15, low), (-0.4, low * 0.92), (-0.84, low * 0.52), (-1.0, -0.24))
        return curve(upper, 22), curve(lower, 18)


def draw_eyes(pen: Pen, mood: Expression, gaze: tuple[float, float], colour: Colour, covered: float = 0.0) -> None:
    """Draw both eyes as far as they are seen; the one on side ``covered`` is left to its patch."""
    for side in SIDES:
        x, y = pen.sitter.form.eye[:2]
        if side == covered or pen.sitter.facing(side * x, y) < TURNED:
            continue
        eye = Eye(pen.sitter, side, mood, gaze)
        if mood.closed or (mood.wink and side > 0) or mood.open < 0.2:
            _closed(eye, pen, mood.closed or "up")
        else:
            _open(eye, pen, colour)


def _closed(eye: Eye, pen: Pen, how: str) -> None:
    if how == "tight":
        pen.line(eye.paper(curve([(-0.95, 0.62), (0.1, 0.3), (0.85, -0.05)], 10) * (-1, 1)), 1.35)
        pen.line(eye.paper(curve([(-0.95, -0.62), (0.1, -0.3), (0.85, -0.05)], 10) * (-1, 1)), 1.35)
        return
    if how == "swirl":
        t = np.linspace(0, 5.2 * np.pi, 60)
        r = 0.08 + t / (5.2 * np.pi) * 0.85
        pen.line(eye.paper(np.stack([r * np.cos(t), r * np.sin(t)], axis=1), False), 0.8)
        return
    s = 1.0 if how == "up" else -1.0
    arc = curve(
        [
            (-1.0, -0.28 * s - 0.1),
            (-0.5, 0.24 * s - 0.1),
            (0.08, 0.44 * s - 0.1),
            (0.62, 0.2 * s - 0.1),
            (1.08, -0.34 * s - 0.1),
        ],
        20,
    )
    swell = np.concatenate([arc, arc[::-1] + np.array([(0.0, 0.16)]) * np.sin(np.linspace(0, np.pi, 20))[:, None]])
    pen.fill(eye.paper(swell), BLACK)
    pen.line(eye.paper(arc), 1.15)
    if s < 0 and not pen.sitter.small:
        for u in (0.5, 0.78, 1.0):
            start = np.array((u, -0.1 - (0.44 - abs(u - 0.08) ** 2 * 0.5)))
            pen.line(eye.paper(curve(start + np.array(((0.0, 0.0), (0.1, -0.16), (0.26, -0.24))), 6)), 0.7)
    elif not pen.sitter.small:
        pen.line(eye.paper(curve([(-0.6, 0.75), (0.1, 0.98), (0.8, 0.68)], 10)), 0.4)


def _open(eye: Eye, pen: Pen, colour: Colour) -> None:
    upper, lower = eye.lids
    white = polygon(eye.paper(np.concatenate([upper, lower])))
    pen.fill(white, WHITE)
    outer = pen.clip
    pen.clip = white if outer is None else shapely.intersection(white, outer)
    if not pen.sitter.small:
        shadow = np.concatenate([upper, upper[::-1] - (0.0, 0.27)])
        pen.fill(eye.paper(shadow), Paint((214, 212, 228), 0.12))
    _iris(eye, pen, colour)
    pen.clip = outer
    _lights(eye, pen, white)
    _lid(eye, pen, upper, lower)


def _centre(eye: Eye) -> tuple[float, float, float, float]:
    """Return the middle (u, v) and half axes of the iris in eye units."""
    form, mood = eye.sitter.form, eye.mood
    a = form.iris * mood.iris
    _, _, w, h = form.eye
    b = min(mood.iris, a * w / h * 1.5)
    b = max(b, a * w / h)
    return -0.04 + eye.side * eye.gaze[0], 0.05 + eye.gaze[1], a, b


def _iris(eye: Eye, pen: Pen, colour: Colour) -> None:
    u, v, a, b = _centre(eye)
    ring = eye.oval(u, v, a, b)
    if pen.sitter.small:
        pen.fill(ring, BLACK)
        return
    disc = polygon(ring)
    pen.fill(disc, Paint(mix(colour, 0.10, (255, 255, 255)), 0.30))
    if not eye.mood.lit:
        pen.fill(eye.oval(u, v, a * 0.30, b * 0.32), Paint(mix(colour, 0.5), 0.6))
        pen.loop(ring, 0.7)
        return
    for edge, share, tone in ((-0.10, 0.34, 0.55), (0.22, 0.66, 1.0)):
        across = np.linspace(-1.2, 1.2, 11)
        low = np.stack([u + across * a, v + (edge + 0.20 * np.cos(across * 1.3)) * b - 0.2 * b], axis=1)
        upper = np.concatenate([low, [(u + 1.3 * a, v + 1.4 * b), (u - 1.3 * a, v + 1.4 * b)]])
        pen.fill(
            shapely.intersection(polygon(eye.paper(upper, False)), disc),
            Paint(mix(colour, share, (10, 6, 22)), tone, tone >= 1.0),
        )
    pen.fill(
        shapely.intersection(polygon(eye.oval(u, v - 0.62 * b, a * 0.62, b * 0.25)), disc),
        Paint(mix(colour, 0.55, (255, 244, 226))),
    )
    if pen.sitter.fine:
        _rays(eye, pen, (u, v, a, b), colour)
    pen.fill(eye.oval(u, v - 0.02, a * 0.44, b * 0.48), BLACK)
    pen.loop(ring, 0.6)


def _rays(eye: Eye, pen: Pen, iris: tuple[float, float, float, float], colour: Colour) -> None:
    u, v, a, b = iris
    for i, t in enumerate(np.radians(np.arange(186, 360, 11))):
        r0, r1 = 0.55, 0.90 - 0.12 * (i % 2)
        points = [(u + a * r * np.cos(t), v + b * r * np.sin(t)) for r in np.linspace(r0, r1, 4)]
        pen.line(eye.paper(points, False), 0.3, mix(colour, 0.45, (10, 6, 22)))


def _lights(eye: Eye, pen: Pen, white: Any) -> None:
    """Put the lights into the eye: both on the same side of the frame, whichever way the head is turned."""
    if not eye.mood.lit:
        return
    u, v, a, b = _centre(eye)
    left = -0.36 * eye.side * a
    outer = pen.clip
    if pen.sitter.small:
        pen.fill(eye.oval(u + left, v + 0.38 * b, 0.36 * a, 0.30 * b, 12), WHITE)
        return
    pen.fill(eye.oval(u + left, v + 0.42 * b, 0.32 * a, 0.29 * b, 18), WHITE)
    pen.fill(eye.oval(u - left * 1.1, v - 0.45 * b, 0.17 * a, 0.16 * b, 14), WHITE)
    if pen.sitter.fine:
        pen.fill(eye.oval(u + left * 0.4, v - 0.60 * b, 0.09 * a, 0.08 * b, 12), WHITE)
    pen.clip = outer


def _lid(eye: Eye, pen: Pen, upper: Array, lower: Array) -> None:
    """Draw the upper lid as a lens that is thickest at the outer third, the lashes, the crease and the lower lid."""
    form, mood = eye.sitter.form, eye.mood
    top = 0.94 * mood.open
    thick = 0.24 + 0.06 * (form.lash > 0)
    flick = 1.12 + form.lash * 1.15
    rise = 0.16 if form.lash > 0.1 else 0.0
    over = curve(
        [
            (-1.04, -0.27),
            (-0.76, top * 0.55 + thick * 0.42),
            (-0.15, top + thick * 0.9),
            (0.42, top * 0.88 + thick * 1.3),
            (0.92, top * 0.42 + thick * 1.25),
            (flick, -0.04 + rise),
        ],
        22,
    )
    lid = np.concatenate([over, curve([(flick, -0.04 + rise), (1.06, -0.16)], 4), upper[::-1]])
    pen.fill(eye.paper(lid), BLACK)
    pen.line(eye.paper(upper), 0.45)
    if pen.sitter.small:
        return
    crease = [
        (-0.6, top * 0.62 + thick * 2.0),
        (0.0, top + thick * 2.2),
        (0.6, top * 0.8 + thick * 2.3),
        (0.98, top * 0.45 + thick * 2.2),
    ]
    pen.line(eye.paper(curve(crease, 12)), 0.42)
    low = lower[:12] - (0.0, 0.03)
    pen.line(eye.paper(low), 0.6)
    if form.lash > 0.1:
        _lashes(eye, pen, over, lower)


def _lashes(eye: Eye, pen: Pen, over: Array, lower: Array) -> None:
    flicks = (
        ((0.80, 0.20, 0.17), (0.90, 0.24, 0.09))
        if not pen.sitter.fine
        else ((0.66, 0.15, 0.17), (0.77, 0.20, 0.17), (0.87, 0.24, 0.13), (0.95, 0.26, 0.06))
    )
    for share, out, up in flicks:
        base = over[int(share * (len(over) - 1))]
        tip, belly = np.add(base, (out, up)), np.add(base, (out * 0.62, up * 0.28))
        width = np.array((0.065, -0.06))
        pen.fill(
            eye.paper(
                np.concatenate(
                    [
                        curve([base - width, belly - width * 0.3, tip], 7),
                        curve([tip, belly + width * 0.4, base + width], 7),
                    ]
                )
            ),
            BLACK,
        )
    for i, drop in ((2, 0.15), (4, 0.13)) if not pen.sitter.fine else ((1, 0.13), (3, 0.16), (5, 0.14)):
        base = lower[i]
        pen.flick(eye.paper(curve(base + np.array(((0.0, 0.0), (0.07, -drop * 0.55), (0.15, -drop))), 6)), 0.6)


def draw_brows(pen: Pen, mood: Expression, hair: Colour) -> None:
    """Draw the brows; they show through a fringe, as they do in manga."""
    form = pen.sitter.form
    x, y, w, h = form.eye
    half = w / 2
    inner, outer = mood.brow
    rest = y + h / 2 * max(mood.open, 0.9) + form.brow
    colour = mix(hair, 0.55, (15, 8, 16)) if sum(hair) < 600 else mix(hair, 0.3, (15, 8, 16))
    for side in SIDES:
        if pen.sitter.facing(side * x, y + 0.08) < TURNED:
            continue
        lift = 0.05 if "one brow" in mood.signs and side > 0 else 0.0
        points = curve(
            [
                (side * (x - half * 0.95), rest + inner + lift),
                (side * (x - half * 0.1), rest + 0.026 + (inner + outer) / 2 + lift * 1.3),
                (side * (x + half * 1.1), rest + 0.002 + outer + lift),
            ],
            16,
        )
        if pen.sitter.small:
            pen.line(pen.sitter.paper(points), 0.9)
            continue
        t = np.linspace(0, 1, 16)
        height = form.thick * (1 + 5 * max(0.0, -inner)) * (0.55 + 0.45 * np.sin(np.pi * t)) * (1 - 0.75 * t)
        edge = points + np.stack([np.zeros(16), height], axis=1)
        pen.fill(pen.sitter.paper(np.concatenate([edge, points[::-1]])), Paint(colour, 1.0, black=True))
        pen.line(pen.sitter.paper(points), 0.35, INK if sum(colour) < 200 else colour)
