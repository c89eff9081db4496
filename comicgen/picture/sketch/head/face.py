"""A head's skull and skin into marks: its outline with nose and lips, ears, shadows, blush and tears."""

from itertools import pairwise
from typing import Any

import numpy as np
import shapely

from ....drawing import Colour
from ....staging.words.expressions import Expression
from ..marks import Array, Paint
from .mouth import lip_points, opening
from .pen import WHITE, Pen, light, mix
from .shapes import common, curve, hulled, oval, polygon, smooth
from .sitter import Sitter

ROSE = (226, 104, 112)
TEAR = Paint((222, 240, 253), 0.0)
UNDER = -0.17
"""Sine of the camera's height under which the underside of a jaw is seen."""
CONVEX = (0, 5, 7, 9, 14, 15, 33), (0, 4, 5, 6, 7, 8, 9, 10, 13, 14, 15, 33)
"""Rings of a skull from each of which to the next it is convex, to 0.006 head heights, or 0.0015 where it is fine."""
CRANIUM = 0.24
"""Height over which the skull is seen from behind before the neck."""


def skin_paint(colour: Colour) -> Paint:
    """Return the material of skin: white paper where it is light, screentone as it darkens."""
    return Paint(colour, round(max(0.0, (186.0 - light(colour)) / 186.0) * 0.5, 3))


def head_shape(sitter: Sitter, mouth: str) -> tuple[Any, Any]:
    """Return what skull, nose and lips cover on the frame, and the skull alone; ``mouth`` is a key of the mouths."""
    skull = shapely.union_all(_skull(sitter, -1.0))
    lips = sitter.flat(lip_points(sitter, mouth))
    parts = [*hulled(sitter.flat(sitter.nose)), *shapely.convex_hull(shapely.linestrings(lips))]
    if sitter.form.jowl:
        parts += list(hulled(sitter.flat(_jowl(sitter))))
    shapely.prepare(skull)
    out = np.array(parts, dtype=object)[~shapely.covers(skull, parts)]  # of a face seen from before nothing stands out
    return smooth(shapely.union_all([skull, *out]) if len(out) else skull, sitter), skull


def cranium(sitter: Sitter) -> Any:
    """Return what the skull without its jaw covers on the frame."""
    return smooth(shapely.union_all(_skull(sitter, CRANIUM)), sitter)


def _skull(sitter: Sitter, low: float) -> list[Any]:
    """Return hulls that are the skull over a height on the frame: one is all of it from one hollow to the next."""
    flat, first = sitter.flat(sitter.skull()), int(np.searchsorted(sitter.rows[:, 0], low))
    pieces = [flat[max(a, first) : b + 1] for a, b in pairwise(CONVEX[sitter.fine]) if b > first]
    return [shapely.convex_hull(shapely.linestrings(rings.reshape(-1, 2))) for rings in pieces]


def _jowl(sitter: Sitter) -> Array:
    """Return the rings of a double chin: a cushion between chin and neck."""
    t = np.linspace(0, 2 * np.pi, 20, endpoint=False)
    keys = ((-0.058, 0.09, 0.08), (-0.048, 0.17, 0.15), (-0.022, 0.235, 0.20), (0.03, 0.278, 0.225), (0.09, 0.29, 0.21))
    back = np.where(np.cos(t) > 0, 1.0, 0.55)
    return np.array(
        [np.stack([a * np.sin(t), np.full(20, y), 0.085 + b * back * np.cos(t)], axis=1) for y, a, b in keys]
    )


def draw_skin(pen: Pen, shapes: tuple[Any, Any], paint: Paint, hair: Any, mouth: str) -> None:
    """Fill the head, shade it away from the light and under the hair, ink its outline.

    ``shapes`` are all of it and its skull, which alone throws the shade: a nose throws no echo over the cheek.
    """
    sitter, (shape, skull) = pen.sitter, shapes
    pen.fill(shape, paint)
    h = sitter.size
    if not sitter.small:
        pen.fill(pen.lee(shape, (0.070, 0.045), skull), paint, 0.4)
        if hair is not None and not hair.is_empty:
            pen.fill(common(pen.moved(hair, (0.018, 0.050)), shape), paint, 0.6)
    gap = opening(sitter, mouth) if abs(sitter.view[0]) > 0.5 and sitter.view[2] > -0.3 else None
    pen.outline(shape, skip=None if gap is None or gap.is_empty else gap.buffer(0.002 * h, quad_segs=2))
    if sitter.view[1] < UNDER and sitter.view[2] > -0.2 and not sitter.small:
        _under_jaw(pen, shape, paint)
    if sitter.form.jowl and sitter.view[2] > 0 and not sitter.small:
        pen.crease(curve(((-0.13, 0.050), (-0.06, 0.026), (0.06, 0.026), (0.13, 0.050)), 12), 0.6)


def _under_jaw(pen: Pen, shape: Any, paint: Paint) -> None:
    """Shade the underside of the jaw of a face seen from below, and draw the jaw's edge."""
    sitter = pen.sitter
    rows = sitter.rows
    y = np.array((0.19, 0.13, 0.075, 0.032, 0.006))
    half = np.interp(y, rows[:, 0] - rows[0, 0], rows[:, 1])
    z = np.array((-0.06, 0.02, 0.14, 0.255, 0.312))
    side = np.stack([half * np.array((0.99, 0.98, 0.95, 0.86, 0.4)), y + rows[0, 0], z], axis=1)
    edge = curve(np.concatenate([side, side[::-1] * (-1.0, 1.0, 1.0)]), 40)
    turn = float(sitter.view[0])
    if abs(turn) > 0.25:
        edge = edge[:24] if turn > 0 else edge[16:]
    flat = sitter.flat(edge)
    down = sitter.flat((0.0, -1.4, 0.1)) - sitter.flat((0.0, 0.0, 0.1))
    far = flat[-1 if turn > 0 else 0] - flat[-6 if turn > 0 else 5]
    wide = np.concatenate([flat, [flat[-1] + 4 * far]]) if turn > 0 else np.concatenate([[flat[0] + 4 * far], flat])
    wide = wide if abs(turn) > 0.25 else flat
    under = polygon(np.concatenate([wide, (wide + down)[::-1]]))
    pen.fill(common(under, shape), paint, 0.55)
    outer, pen.clip = pen.clip, shape.buffer(-0.012 * sitter.size)
    pen.line(flat, 0.4 + 0.5 * min(1.0, -2.0 * float(sitter.view[1])))
    pen.clip = outer


def draw_cranium(pen: Pen, shape: Any, paint: Paint) -> None:
    """Draw the skull of a head seen from behind over its neck; its lower edge is no line."""
    sitter = pen.sitter
    pen.fill(shape, paint)
    if not sitter.small:
        pen.fill(pen.lee(shape, (0.070, 0.0)), paint, 0.4)
    low = sitter.flat(np.array(((-0.6, 0.36, 0.0), (0.6, 0.36, 0.0), (0.6, -0.4, 0.0), (-0.6, -0.4, 0.0))))
    pen.outline(shape, skip=polygon(low))


EAR = (
    (0, 0.085, 0.0),
    (0.03, 0.125, -0.03),
    (0.06, 0.10, -0.10),
    (0.05, 0.03, -0.11),
    (0.018, -0.065, -0.035),
    (0, -0.08, 0.02),
)
EAR_AT = (0.345, 0.36, -0.06)


def ear_points(sitter: Sitter, side: float, places: Any, n: int) -> Array:
    """Return frame points of a curve on the ear on that side (1 is the character's left)."""
    large = 1.16 if sitter.form.lines > 1 else 1.0
    at = np.array(EAR_AT) * (sitter.form.wide, 1.0, 1.0)
    points = (curve(places, n) * large + at) * (side, 1.0, 1.0)
    return sitter.flat(points)


def draw_ear(pen: Pen, side: float, paint: Paint) -> None:
    """Draw one ear."""
    ring = ear_points(pen.sitter, side, (*EAR, EAR[0]), 26)[:-1]
    pen.fill(ring, paint)
    pen.outline(ring, 0.85)
    if pen.sitter.small:
        return
    fold = (
        (0.035, 0.06, -0.01),
        (0.035, 0.088, -0.04),
        (0.042, 0.07, -0.078),
        (0.036, 0.01, -0.075),
        (0.022, -0.03, -0.045),
    )
    pen.line(ear_points(pen.sitter, side, fold, 16), 0.5)
    if pen.sitter.detail > 110:
        inner = ((0.02, 0.05, -0.028), (0.028, 0.026, -0.052), (0.02, -0.01, -0.034), (0.012, -0.02, -0.008))
        pen.line(ear_points(pen.sitter, side, inner, 10), 0.42)


def draw_flush(pen: Pen, mood: Expression, paint: Paint) -> None:
    """Draw what is under the features: blush and the shade of dread."""
    sitter = pen.sitter
    wide = sitter.form.wide
    young = sitter.form.young and mood.name in ("smile", "laugh", "excited", "grin")
    if {"blush", "flush"} & set(mood.signs) or young:
        for side in (1.0, -1.0):
            _blush(pen, side * 0.212 * wide, 0 if young else 1 + ("flush" in mood.signs), paint)
    if "flush" in mood.signs and not sitter.small:
        _bar(pen, paint)
    if "puff" in mood.signs:
        for side in (1.0, -1.0):
            cheek = ((0.180, 0.235), (0.222, 0.208), (0.228, 0.165), (0.196, 0.130))
            pen.crease(curve(np.array(cheek) * (side * wide, 1.0), 12), 0.6)
    if "gloom" in mood.signs:
        _gloom(pen, paint)


def _rosy(paint: Paint, tone: float) -> Paint:
    return Paint(mix(paint.colour, 0.38, ROSE), min(0.5, paint.tone + tone))


def _blush(pen: Pen, u: float, strength: int, paint: Paint) -> None:
    y = pen.sitter.form.eye[1] - 0.05 - 0.5 * pen.sitter.form.eye[3]
    pen.patch(oval(u, y, 0.080, 0.034 + 0.006 * strength), _rosy(paint, 0.07 * (1 + strength)))
    if not strength:
        return
    if pen.sitter.small:
        pen.crease(curve(((u - 0.05, y - 0.004), (u + 0.05, y + 0.004)), 4), 0.7, colour=mix(ROSE, 0.1))
        return
    for k in np.linspace(-0.055, 0.045, 3 + strength):
        slash = ((u + k + 0.020, y + 0.030), (u + k - 0.012, y - 0.028))
        pen.crease(curve(slash, 5), 0.5, colour=mix(ROSE, 0.25))


def _bar(pen: Pen, paint: Paint) -> None:
    """Draw the flush that crosses the nose."""
    form = pen.sitter.form
    y = form.eye[1] - 0.06 - 0.5 * form.eye[3]
    for k in np.linspace(-0.07, 0.05, 5):
        slash = ((k + 0.016, y + 0.022), (k - 0.010, y - 0.018))
        pen.crease(curve(slash, 4), 0.42, 0.03, colour=mix(ROSE, 0.25))


def _gloom(pen: Pen, paint: Paint) -> None:
    """Draw the shade of dread over the brow and its fine upright lines."""
    sitter = pen.sitter
    wide, (x, y, _, h) = sitter.form.wide, sitter.form.eye
    edge = curve(((-0.36, y - 0.02), (-x, y + 0.35 * h), (0.0, y + 0.3 * h), (x, y + 0.35 * h), (0.36, y - 0.02)), 22)
    top = np.array(((0.36, 0.85), (-0.36, 0.85)))
    pale = Paint(mix(paint.colour, 0.30, (96, 104, 150)), min(0.5, paint.tone + 0.16))
    pen.patch(np.concatenate([edge, top]) * (wide, 1.0), pale)
    if sitter.small:
        return
    lines = []
    for i, u in enumerate(np.linspace(-0.30, 0.30, 17)):
        low = y + 0.16 - 0.12 * (i % 3 == 0) - 0.05 * (i % 2) - 0.10 * (abs(u) > 0.24)
        lines.append(np.stack([np.full(6, u * wide), np.linspace(0.76, low, 6)], axis=1))
    shown = sitter.shown(np.array(lines)).all(axis=1)
    pen.flicks([line for line, seen in zip(lines, shown, strict=True) if seen], 0.5 if not sitter.fine else 0.34)


def draw_tears(pen: Pen, mood: Expression) -> None:
    """Draw tears and the bags under tired eyes: what lies over the features."""
    sitter = pen.sitter
    x, y, w, h = sitter.form.eye
    if sitter.small:
        return
    if "drool" in mood.signs:
        _drool(pen)
    for side in (1.0, -1.0):
        if "bags" in mood.signs:
            for drop, reach in ((0.66, 0.42), (0.92, 0.30)):
                bag = (
                    (x - w * reach, y - h * (drop - 0.12)),
                    (x, y - h * drop - 0.012),
                    (x + w * reach, y - h * (drop - 0.16)),
                )
                pen.crease(curve(np.array(bag) * (side, 1.0), 10), 0.42)
        if "tears" in mood.signs and sitter.facing(side * x, y) > 0.1:
            _tear(pen, side)


def _drool(pen: Pen) -> None:
    """Draw what runs from a sleeper's mouth, at the corner that is seen."""
    side = -1.0 if pen.sitter.view[0] < -0.2 else 1.0
    ring = ((0.040, 0.138), (0.056, 0.132), (0.060, 0.085), (0.050, 0.062), (0.040, 0.080), (0.040, 0.138))
    points = pen.sitter.paper(curve(np.array(ring) * (side * pen.sitter.form.mouth, 1.0), 22)[:-1], 0.014)
    pen.fill(points, TEAR)
    pen.loop(points, 0.42, (92, 138, 184))


def _tear(pen: Pen, side: float) -> None:
    sitter = pen.sitter
    x, y, w, h = sitter.form.eye
    low = y - h * 0.32
    for u, wide, end in ((0.24, 0.15, 0.120), (-0.22, 0.10, 0.200)):
        at, half, foot = x + w * u, w * wide, (x + w * u) * 0.86
        ring = [
            (at - 0.6 * half, low),
            (at + half, low + h * 0.04),
            (0.96 * at + 1.1 * half, 0.26),
            (foot + 1.25 * half, end + 0.03),
            (foot, end - 0.012),
            (foot - 1.1 * half, end + 0.03),
            (0.96 * at - half, 0.26),
        ]
        points = sitter.paper(curve(np.array((*ring, ring[0])) * (side, 1.0), 34)[:-1], 0.010)
        pen.fill(points, TEAR)
        pen.loop(points, 0.42, (92, 138, 184))
    shine = np.array(((x + w * 0.22, low - 0.03), (x + w * 0.24, 0.20))) * (side, 1.0)
    pen.line(sitter.paper(curve(shine, 6), 0.010), 0.4, WHITE.colour, white=True)
