"""A form and a mouth's shape into a mouth drawn on the face's surface: lips, teeth, tongue, the folds beside it."""

from functools import lru_cache
from typing import Any

import numpy as np
import shapely

from ..marks import Array, Paint
from .mouths import SHAPES, Shape
from .pen import WHITE, Pen, mix
from .shapes import common, curve, oval, polygon
from .sitter import Sitter

HEIGHT = 0.158
"""Where the mouth is above the chin, in head heights."""
LIFT = 0.012
DARK = Paint((106, 31, 44), 1.0, black=True)
TONGUE = Paint((228, 132, 132), 0.15)
GUM = Paint((250, 246, 240), 0.06)
SWELL = np.array([(0.0, 0.023 * np.sin(a), -0.026 * (1.0 - np.cos(a))) for a in np.radians(np.arange(-80, 81, 20))])
"""The round of a lip in profile: up and forward of its fullest point."""
PROFILE = 0.85
"""Sine of the turn from which an open mouth cuts into the head's outline."""
ASIDE, CORNERS = 0.3, np.array((0.07, 0.0, -0.07))
"""Cosine of the turn down to which a mouth is surely seen, and the places that tell whether it is beyond."""
POINTS = 22
"""Points of one lip."""


def placed(sitter: Sitter, shape: Shape, places: Any) -> Array:
    """Return places (n, 2) about the mouth's middle as places on the face; a lopsided mouth shows its high corner."""
    side = -1.0 if shape.lopsided and sitter.view[0] < -0.2 else 1.0
    return np.asarray(places, dtype=float) * (side * sitter.form.mouth, 1.0) + (0.0, HEIGHT)


def opening(sitter: Sitter, name: str) -> Any:
    """Return where the open mouth interrupts the head's outline; empty where it is shut."""
    shape = SHAPES[name]
    if not shape.lower:
        return shapely.Polygon()
    if abs(sitter.view[0]) > 0.92:
        notch = _notch(sitter, shape)
        return shapely.Polygon() if notch is None else polygon(notch)
    return _hole(sitter, shape, curve(shape.upper, POINTS), curve(shape.lower, POINTS))


def _hole(sitter: Sitter, shape: Shape, upper: Array, lower: Array) -> Any:
    """Return the opening on the face, with the notch it cuts into a profile."""
    hole = polygon(sitter.paper(placed(sitter, shape, np.concatenate([upper, lower])), LIFT))
    notch = _notch(sitter, shape)
    return hole if notch is None else shapely.union(hole, polygon(notch))


def _notch(sitter: Sitter, shape: Shape) -> Array | None:
    """Return the frame points of an open mouth from the side: upper lip, corner, lower lip, in the middle plane."""
    turned = float(np.clip((abs(sitter.view[0]) - PROFILE) / 0.12, 0.0, 1.0))
    if turned == 0.0 or sitter.view[2] < -0.35:
        return None
    high, low = min(max(v for _, v in shape.upper), 0.026), 0.84 * min(v for _, v in shape.lower)
    reach = max(abs(u) for u, _ in shape.upper) * sitter.form.mouth
    front = float(sitter.face((0.0, HEIGHT), 0.0)[2])
    deep = front - turned * (0.030 + 0.75 * reach)
    corner = HEIGHT + 0.5 * (shape.upper[0][1] + shape.upper[-1][1])
    lips = [(HEIGHT + high, front + 0.02), (HEIGHT + 0.8 * high + 0.2 * (corner - HEIGHT), front - 0.012)]
    jaw = [(HEIGHT + 0.7 * low, deep + 0.45 * (front - deep)), (HEIGHT + low, front + 0.02)]
    points = np.array([*lips, (corner, deep), *jaw])
    return sitter.flat(np.stack([np.zeros(5), points[:, 0], points[:, 1]], axis=1))


def lip_points(sitter: Sitter, name: str) -> Array:
    """Return the solids (2, n, 3) of both lips, which stand out in profile."""
    shape = SHAPES[name]
    low = min((v for _, v in shape.lower), default=-0.008)
    high = max(v for _, v in shape.upper) if shape.lower else 0.0
    out = 0.019 + 0.010 * sitter.form.lips
    y = np.array((HEIGHT + 0.02 + 0.6 * max(high, 0.0), HEIGHT - 0.026 + min(low + 0.01, 0.0)))
    middle = np.stack([np.zeros(2), y], axis=1)
    lips = np.empty((2, len(SWELL) + 2, 3))
    lips[:, :2] = ((-0.05, 0.0, 0.36), (0.05, 0.0, 0.36))
    lips[:, 2:] = SWELL
    lips[:, :2, 1] += y[:, None]
    lips[:, 2:] += sitter.face(middle, np.array((out, out - 0.002)))[:, None]
    return lips


def draw_mouth(pen: Pen, name: str, skin: Paint) -> None:
    """Draw the mouth where it is not turned away."""
    sitter, shape = pen.sitter, SHAPES[name]
    if sitter.view[2] < ASIDE and not (sitter.facing(CORNERS, np.full(3, HEIGHT)) > 0.0).any():
        return
    upper, lower = curve(shape.upper, POINTS), curve(shape.lower, POINTS) if shape.lower else None
    if sitter.form.lips and sitter.detail > 90:
        _tint(pen, shape, (upper, lower), skin)
    if lower is None:
        pen.crease(placed(sitter, shape, upper), shape.weight * (1.3 if sitter.small else 1.0), LIFT)
    else:
        _open(pen, shape, upper, lower)
    if not sitter.small:
        _beside(pen, shape, upper, lower)


def _tint(pen: Pen, shape: Shape, lines: tuple[Array, Array | None], skin: Paint) -> None:
    """Colour the lips: the upper one a bow, the lower one a crescent."""
    sitter, full = pen.sitter, pen.sitter.form.lips
    upper, lower = lines
    rose = Paint(mix(skin.colour, 0.34, (196, 84, 92)), skin.tone + 0.08)
    left, right = upper[0, 0], upper[-1, 0]
    t = (upper[:, 0] - left) / max(right - left, 1e-6)
    bow = np.sin(np.pi * t) ** 0.7 * (0.016 - 0.006 * np.exp(-(((t - 0.5) / 0.10) ** 2))) * full
    top = upper + np.stack([np.zeros(len(t)), bow], axis=1)
    pen.patch(placed(sitter, shape, np.concatenate([top, upper[::-1]])), rose, lift=LIFT)
    under = upper if lower is None else lower[::-1]
    t = (under[:, 0] - left) / max(right - left, 1e-6)
    swell = np.sin(np.pi * np.clip(t, 0, 1)) ** 1.2 * 0.022 * full
    pen.patch(
        placed(sitter, shape, np.concatenate([under, (under - np.stack([np.zeros(len(t)), swell], axis=1))[::-1]])),
        rose,
        lift=LIFT,
    )


def _open(pen: Pen, shape: Shape, upper: Array, lower: Array) -> None:
    sitter, full, notch = pen.sitter, shape.teeth >= 1.0, _notch(pen.sitter, shape)
    ground = WHITE if full else DARK
    pen.patch(placed(sitter, shape, np.concatenate([upper, lower])), ground, LIFT)
    if notch is not None:
        pen.fill(polygon(notch), ground)
    if full and not sitter.small:
        _rows_of_teeth(pen, shape, upper, lower)
    elif sitter.detail > 30:
        _tongue(pen, shape)
        _teeth(pen, shape, upper)
    lips = [placed(sitter, shape, lip) for lip in (upper, lower)]
    pen.creases(lips, (shape.weight * 1.15, shape.weight * 0.9), LIFT)
    if notch is not None:
        _bite(pen, shape, notch)
        pen.line(notch[:3], shape.weight)
        pen.line(notch[2:], shape.weight * 0.9)


def _bite(pen: Pen, shape: Shape, notch: Array) -> None:
    """Draw the teeth of a mouth seen from the side."""
    down = notch[4] - notch[0]
    if shape.teeth >= 1.0:
        pen.line(np.array((notch[0] + 0.5 * down, 0.5 * (notch[1] + notch[3]), notch[2])), 0.45)
    elif shape.teeth and not pen.sitter.small:
        back = 0.45 * notch[1] + 0.55 * notch[2]
        band = np.array((notch[0], notch[1], back, notch[1] + shape.teeth * down, notch[0] + shape.teeth * down))
        pen.fill(band, WHITE)


def _tall(shape: Shape) -> tuple[float, float]:
    """Return the height of an open mouth and its lowest place."""
    low = min(v for _, v in shape.lower)
    return max(v for _, v in shape.upper) - low, low


def _between(ring: Array, shape: Shape) -> tuple[Array, ...]:
    """Return the contours of what of one the lips of an open mouth leave free."""
    hole = polygon(np.concatenate([curve(shape.upper, POINTS), curve(shape.lower, POINTS)]))
    return tuple(shapely.get_coordinates(p.exterior)[:-1] for p in shapely.get_parts(common(polygon(ring), hole)))


@lru_cache(maxsize=64)
def _mound(shape: Shape) -> tuple[Array, ...]:
    """Return the contours of the tongue about the mouth's middle."""
    (tall, low), half = _tall(shape), max(abs(u) for u, _ in shape.lower) * 0.72
    return _between(oval(0.0, low - 0.004, half, tall * 0.42), shape) if shape.tongue else ()


def _tongue(pen: Pen, shape: Shape) -> None:
    for ring in _mound(shape):
        pen.patch(placed(pen.sitter, shape, ring), TONGUE, LIFT)
    if pen.sitter.detail > 150 and shape.tongue:
        tall, low = _tall(shape)
        groove = curve(((0.0, low + tall * 0.34), (0.004, low + tall * 0.2), (0.0, low + 0.008)), 6)
        pen.crease(placed(pen.sitter, shape, groove), 0.34, LIFT)


@lru_cache(maxsize=64)
def _band(shape: Shape) -> tuple[Array, tuple[Array, ...]]:
    """Return the lower edge of the upper teeth and the contours of what shows of them: a band that follows the lip."""
    t, upper, (tall, _) = np.linspace(0, 1, POINTS), curve(shape.upper, POINTS), _tall(shape)
    depth = tall * shape.teeth * np.sin(np.pi * (0.08 + 0.84 * t)) ** 0.6
    if shape.fangs:
        depth = depth + tall * 0.16 * (np.exp(-(((t - 0.22) / 0.045) ** 2)) + np.exp(-(((t - 0.78) / 0.045) ** 2)))
    edge = upper - np.stack([np.zeros(POINTS), depth], axis=1)
    return edge, _between(np.concatenate([upper - (0.0, -0.02), edge[::-1]]), shape) if shape.teeth else ()


def _teeth(pen: Pen, shape: Shape, upper: Array) -> None:
    """Draw the upper teeth, with eye teeth where the mouth is fierce."""
    edge, rings = _band(shape)
    for ring in rings:
        pen.patch(placed(pen.sitter, shape, ring), WHITE, LIFT)
    for u in (0.25, 0.375, 0.5, 0.625, 0.75) if pen.sitter.fine and rings else ():
        k = int(u * (POINTS - 1))
        pen.crease(placed(pen.sitter, shape, curve((upper[k], edge[k]), 4)), 0.2, LIFT)


def _rows_of_teeth(pen: Pen, shape: Shape, upper: Array, lower: Array) -> None:
    """Draw two rows of set teeth: the line between them, and each tooth where the head is large."""
    sitter, lower = pen.sitter, lower[::-1]
    middle = 0.52 * upper + 0.48 * lower
    lines = [middle]
    if sitter.detail > 120:
        k = np.linspace(2, len(upper) - 3, 7 if not sitter.fine else 9).astype(int)
        lines += list(curve(np.stack([upper[k], middle[k], lower[k]], axis=1), 5))
    pen.creases([placed(sitter, shape, line) for line in lines], [0.5] + [0.26] * (len(lines) - 1), LIFT)


def _beside(pen: Pen, shape: Shape, upper: Array, lower: Array | None) -> None:
    """Draw the lower lip's shadow, the ends of the mouth and the folds that a wide one pushes up."""
    sitter = pen.sitter
    if shape.under:
        low = min((v for _, v in shape.lower), default=-0.008) - (0.030 + 0.012 * sitter.form.lips)
        pen.crease(placed(sitter, shape, curve(((-0.030, low), (0, low - 0.005), (0.030, low)), 6)), 0.42, LIFT)
    for corner, sign in ((upper[0], -1.0), (upper[-1], 1.0)):
        if shape.corners * sign > 0 or shape.corners == 2:
            tick = corner + np.array(((-0.004 * sign, 0.016), (0.008 * sign, 0.0), (0.002 * sign, -0.016)))
            pen.crease(placed(sitter, shape, curve(tick, 6)), 0.5, LIFT)
    if shape.folds:
        reach = max(abs(u) for u, _ in shape.upper)
        bold = sitter.form.hard or sitter.form.lines > 0
        for sign in (-1.0, 1.0):
            fold = ((0.070, 0.078), (0.5 * reach + 0.055, 0.058), (reach + 0.036, 0.014))
            part = curve(np.array(fold) * (sign, 1.0), 10)
            pen.crease(placed(sitter, shape, part if bold else part[4:]), 0.5 if bold else 0.4)
    if sitter.fine and sitter.form.lips and lower is None:
        shine = curve(((-0.012, -0.025), (0.006, -0.027), (0.018, -0.023)), 5)
        pen.line(sitter.paper(placed(sitter, shape, shine), LIFT), 0.5, (255, 255, 255), white=True)
