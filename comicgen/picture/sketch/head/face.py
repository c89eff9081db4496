"""A head's skull and skin into marks: its outline with nose and lips, ears, shadows, wrinkles, blush and tears."""

from typing import Any

import numpy as np
import shapely
from shapely.affinity import translate

from ....drawing import Colour
from ....staging.words.expressions import Expression
from ..marks import Array, Paint
from .mouth import HEIGHT
from .pen import WHITE, Pen, curve, light, mix, oval, polygon, smooth
from .sitter import Sitter

ROSE = (226, 104, 112)
TEAR = Paint((222, 240, 253), 0.0)


def skin_paint(colour: Colour) -> Paint:
    """Return the material of skin: white paper where it is light, screentone as it darkens."""
    return Paint(colour, round(max(0.0, (186.0 - light(colour)) / 186.0) * 0.5, 3))


def head_shape(sitter: Sitter) -> Any:
    """Return what skull, nose and lips cover on the frame."""
    rings = sitter.flat(sitter.skull())
    pairs = np.concatenate([rings[:-1], rings[1:]], axis=1)
    parts = list(shapely.convex_hull(shapely.linestrings(pairs)))
    parts += [shapely.convex_hull(shapely.linestrings(sitter.flat(p))) for p in (_nose(sitter), *_lips())]
    return smooth(shapely.union_all(parts), sitter)


def _nose(sitter: Sitter) -> Array:
    z = sitter.form.nose
    if sitter.form.young:
        return np.array(
            ((0, 0.36, 0.38), (0, 0.278, z), (0, 0.25, z - 0.02), (0.03, 0.265, 0.39), (-0.03, 0.265, 0.39))
        )
    bridge = ((0, 0.43, 0.365), (0, 0.35, z - 0.055), (0, 0.29, z), (0, 0.264, z + 0.006), (0, 0.236, z - 0.055))
    return np.array((*bridge, (0.045, 0.262, 0.39), (-0.045, 0.262, 0.39)))


def _lips() -> tuple[Array, ...]:
    rows = []
    for y in (0.178, 0.128):
        rows.append(
            np.array(((-0.05, y, 0.36), (0.05, y, 0.36), (0, y + 0.02, 0.380), (0, y - 0.02, 0.380), (0, y, 0.391)))
        )
    return tuple(rows)


def draw_skin(pen: Pen, shape: Any, paint: Paint, hair: Any) -> None:
    """Fill the head, shade it away from the light and under the hair, ink its outline."""
    sitter = pen.sitter
    pen.fill(shape, paint)
    h = sitter.size
    if not sitter.small:
        pen.fill(shapely.difference(shape, translate(shape, -0.075 * h, -0.045 * h)), paint, 0.4)
        if hair is not None and not hair.is_empty:
            pen.fill(shapely.intersection(translate(hair, 0.018 * h, 0.055 * h), shape), paint, 0.6)
    pen.outline(shape)


EAR = (
    (0, 0.085, 0.0),
    (0.03, 0.125, -0.03),
    (0.06, 0.10, -0.10),
    (0.05, 0.03, -0.11),
    (0.018, -0.065, -0.035),
    (0, -0.08, 0.02),
)
EAR_AT = (0.352, 0.36, -0.06)


def ear_points(sitter: Sitter, side: float, places: Any, n: int) -> Array:
    """Return frame points of a curve on the ear on that side (1 is the character's left)."""
    at = np.array(EAR_AT) * (sitter.form.wide, 1.0, 1.0)
    points = (curve(places, n) + at) * (side, 1.0, 1.0)
    return sitter.flat(points)


def draw_ear(pen: Pen, side: float, paint: Paint) -> None:
    """Draw one ear."""
    ring = ear_points(pen.sitter, side, (*EAR, EAR[0]), 26)[:-1]
    pen.fill(ring, paint)
    pen.outline(polygon(ring), 0.85)
    if pen.sitter.small:
        return
    fold = (
        (0.035, 0.06, -0.01),
        (0.035, 0.075, -0.05),
        (0.035, 0.03, -0.075),
        (0.03, -0.01, -0.05),
        (0.03, 0.015, -0.03),
    )
    pen.line(ear_points(pen.sitter, side, fold, 14), 0.5)


def draw_flush(pen: Pen, mood: Expression, paint: Paint) -> None:
    """Draw what is under the features: blush, pale gloom, bags under the eyes."""
    sitter = pen.sitter
    young = sitter.form.young and mood.name in ("smile", "laugh", "love", "excited", "grin")
    if "blush" in mood.signs or young:
        for side in (1.0, -1.0):
            if sitter.facing(side * 0.22 * sitter.form.wide, 0.29) > 0.15:
                _blush(pen, side * 0.215 * sitter.form.wide, "blush" in mood.signs, paint)
    if "gloom" in mood.signs and not sitter.small:
        _gloom(pen, paint)


def _blush(pen: Pen, u: float, strong: bool, paint: Paint) -> None:
    rosy = Paint(mix(paint.colour, 0.38, ROSE), paint.tone + (0.14 if strong else 0.0))
    y = pen.sitter.form.eye[1] - 0.125
    pen.fill(pen.sitter.paper(oval(u, y, 0.078, 0.036)), rosy)
    if strong and not pen.sitter.small:
        for k in (-0.05, -0.012, 0.026):
            slash = ((u + k + 0.022, y + 0.026), (u + k - 0.012, y - 0.024))
            pen.line(pen.sitter.paper(curve(slash, 5)), 0.45, mix(ROSE, 0.25))


def _gloom(pen: Pen, paint: Paint) -> None:
    """Draw the fine upright lines of dread on the forehead and beside the eyes."""
    for i, u in enumerate(np.linspace(-0.29, 0.29, 13)):
        low = 0.50 + 0.30 * (0.29 - abs(u)) - 0.07 * (i % 2)
        line = np.stack([np.full(6, u * pen.sitter.form.wide), np.linspace(0.74, low, 6)], axis=1)
        if pen.sitter.facing(float(line[3, 0]), 0.6) > 0.1:
            pen.line(pen.sitter.paper(line), 0.32, mix(paint.colour, 0.55, (30, 26, 70)))


def draw_age(pen: Pen, mood: Expression) -> None:
    """Draw the lines of age and of tiredness, and tears: what lies over the features."""
    sitter = pen.sitter
    x, y, w, h = sitter.form.eye
    for side in (1.0, -1.0):
        if sitter.facing(side * x, y) < 0.12 or sitter.small:
            continue
        bag = ((x - w * 0.42, y - h * 0.62), (x, y - h * 0.88), (x + w * 0.45, y - h * 0.58))
        if "bags" in mood.signs or sitter.form.lines:
            pen.line(sitter.paper(curve(np.array(bag) * (side, 1.0), 10)), 0.4)
        if sitter.form.lines:
            for fold in _folds(x, y, w):
                pen.line(sitter.paper(curve(np.array(fold) * (side, 1.0), 10)), 0.45)
        if "tears" in mood.signs:
            _tear(pen, side)
    if sitter.form.lines and not sitter.small and sitter.facing(0.0, 0.62) > 0.15:
        for v, half in ((0.60, 0.13), (0.645, 0.10)):
            pen.line(sitter.paper(curve(((-half, v - 0.008), (0, v), (half, v - 0.008)), 12)), 0.36)


def _folds(x: float, y: float, w: float) -> tuple[tuple[tuple[float, float], ...], ...]:
    """Return the folds from nose to mouth and the crow's feet."""
    cheek = ((0.075, 0.262), (0.115, 0.215), (0.128, HEIGHT - 0.005))
    outer = x + w * 0.62
    return cheek, ((outer, y + 0.01), (outer + 0.045, y + 0.026)), ((outer, y - 0.012), (outer + 0.042, y - 0.022))


def _tear(pen: Pen, side: float) -> None:
    sitter = pen.sitter
    x, y, w, h = sitter.form.eye
    low = y - h * 0.38
    ring = [
        (x + w * 0.02, low),
        (x + w * 0.30, low + h * 0.06),
        (x + w * 0.33, 0.24),
        (x + w * 0.27, 0.175),
        (x + w * 0.14, 0.165),
        (x + w * 0.05, 0.21),
    ]
    points = sitter.paper(curve(np.array((*ring, ring[0])) * (side, 1.0), 30)[:-1], 0.008)
    pen.fill(points, TEAR)
    pen.loop(points, 0.42, (92, 138, 184))
    shine = np.array(((x + w * 0.13, low - 0.03), (x + w * 0.15, 0.22))) * (side, 1.0)
    pen.line(sitter.paper(curve(shine, 6), 0.008), 0.4, WHITE.colour, white=True)
