"""A grip into a drawn hand: palm, four fingers of three bones and a thumb, or a mitten where it is small."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

import numpy as np
import shapely

from ....staging.camera import Camera
from ....staging.figure import Frame, Grip
from ..hulls import convex, fineness, hull, outline
from ..loft import POINTS, Links, Loft, each_contours, ring, unit
from ..marks import Area, Array, Paint
from ..pen import Ink, Part, curve
from ..tubes import convex_links
from .sitter import Sitter

POCKET, TUCKED = "pocket", "tucked"
CURLS = {
    "relax": (22, 30, 20),
    "flat": (6, 8, 5),
    "open": (4, 6, 4),
    "spread": (2, 4, 2),
    "fist": (85, 95, 60),
    "point": (85, 95, 60),
    "hold": (48, 55, 35),
    "tray": (16, 22, 16),
    "pinch": (40, 44, 24),
    "peace": (85, 95, 60),
    "thumb up": (85, 95, 60),
    "pray": (3, 4, 3),
    TUCKED: (30, 10, 6),
}
"""Degrees that each of a finger's three joints bends, by hand shape."""
HAND = 1.04
"""Length of a hand's unit in heads, for an adult."""
STRAIGHT = {"point": (0,), "peace": (0, 1)}
"""Fingers that stay out of a fist: 0 is the index finger."""
FAN = {"open": 8.0, "spread": 15.0, "peace": 7.0}
THUMBS = {
    "fist": ((0.175, 0.20, 0.06), (0.13, 0.31, 0.13), (0.03, 0.33, 0.145)),
    "open": ((0.20, 0.17, 0.02), (0.285, 0.27, 0.02), (0.33, 0.35, 0.02)),
    "hold": ((0.19, 0.19, 0.08), (0.20, 0.30, 0.15), (0.17, 0.38, 0.19)),
    "thumb up": ((0.21, 0.16, 0.04), (0.33, 0.19, 0.04), (0.43, 0.20, 0.03)),
    "relax": ((0.165, 0.20, 0.06), (0.165, 0.31, 0.09), (0.14, 0.40, 0.11)),
    "pray": ((0.16, 0.18, 0.03), (0.17, 0.28, 0.03), (0.16, 0.36, 0.03)),
}
"""Points of the thumb after its root: towards thumb side, fingers and palm, in hand units."""
LIKE = {
    "tray": "open",
    "pinch": "hold",
    "point": "fist",
    "peace": "fist",
    "spread": "open",
    "flat": "pray",
    TUCKED: "pray",
}
FINGER = 0.043
"""Radius of a finger in hand units."""
LENGTHS = (0.31, 0.345, 0.315, 0.25)
PALM = (
    (-0.04, 0.085, 0.07, 0),
    (0.04, 0.095, 0.075, 0),
    (0.14, 0.135, 0.075, 0.02),
    (0.26, 0.155, 0.065, 0.01),
    (0.36, 0.15, 0.058, 0),
    (0.395, 0.135, 0.045, 0),
)
PALM_LINKS = convex_links(np.array(PALM)[:, 0], np.array(PALM)[:, 1:3].T)
BOW = 0.003
"""How far joints of a finger may lie from a line that counts as straight, in hand units."""
BASES = (0.355, 0.375, 0.355, 0.325)
THUMBWARD, OUTWARD, PALMWARD = np.eye(3)
BETWEEN_KNUCKLES = tuple(((0.075 - 0.075 * i, 0.385 - 0.012 * i), (0.073 - 0.07 * i, 0.28)) for i in range(3))
IN_PALM = (((0.115, 0.27), (0.045, 0.235), (0.02, 0.14), (0.04, 0.05)), ((-0.11, 0.26), (-0.02, 0.30), (0.06, 0.345)))
"""Lines on a large hand: towards thumb side and fingers, in hand units."""
KNUCKLED = ("fist", "hold")
LARGE = 8.0
"""Head height in frame units over which knuckles and the lines of a palm are drawn."""
SHADED = 15.0
"""Head height in frame units under which the shade on a hand is too narrow for a tone."""
SMALL = 4.6
"""Head height in frame units under which a hand is only its outline."""


@dataclass(frozen=True, slots=True, eq=False)
class Hand:
    """A hand's rings in the world, palm first, and its solids where the fingers are drawn one by one."""

    rings: list[Array]
    solids: list[list[Array]]
    size: float
    """Metres in a hand's unit."""


def hand_of(sitter: Sitter, i: int, sleeve: Loft | None = None) -> Hand | None:
    """Return one hand, coming out of a ``sleeve``; none for one in a pocket."""
    grip, pen = sitter.bones.grips[i], sitter.pen
    if grip.shape == POCKET:
        return None
    size = HAND * sitter.bones.build.hand * sitter.unit * (1.12 if sitter.wears.gloves else 1.0)
    rings = hand_pieces(grip.frame, grip.shape, size)
    if sleeve is not None:
        rings[0] = np.concatenate([_wrist(grip.frame, sleeve.centre[-1], size), rings[0]])
    return Hand(rings, _solids(sitter, grip.shape, rings, size) if pen.fine and pen.head > SMALL else [], size)


def _solids(sitter: Sitter, shape: str, rings: list[Array], size: float) -> list[list[Array]]:
    """Return palm, fingers and thumb as convex pieces."""
    palm, *digits = rings
    step = POINTS // fineness(FINGER * size * sitter.scale)
    first = len(palm) - len(PALM)  # a wrist's ring
    solid = convex(palm, (*((0, 1),) * first, *((a + first, b + first) for a, b in PALM_LINKS)))
    return [solid, *(convex(d, links, step) for d, links in zip(digits, _links(shape), strict=True))]


def draw_hand(sitter: Sitter, i: int, key: float, hand: Hand | None, shapes: Sequence[Any], start: Any) -> None:
    """Add one hand at a depth key; ``shapes`` are what its solids cover on the frame, ``start`` what it begins in."""
    grip, pen = sitter.bones.grips[i], sitter.pen
    if hand is None:
        _pocket(sitter, grip.frame, key)
        return
    paint = sitter.wears.gloves or sitter.wears.skin
    fingers = bool(hand.solids)
    shapes = shapes if fingers else [_mitten(hand.rings, grip.shape, pen.camera)]
    whole = shapely.union_all([s for s in shapes if not s.is_empty])
    name = ("left", "right")[i]
    wrist = pen.disc(grip.frame.at((0.0, -0.02 * hand.size, 0.0)), 0.25 * hand.size / sitter.unit, start)
    part = Part(
        key,
        whole,
        paint,
        shade=0.5 if pen.head > SHADED else 0.0,
        smooth=1,
        joints=[wrist],
        weight=0.92,
        name=name + " hand",
        ink_last=True,
    )
    if fingers:
        part.after += _fingers(sitter, hand.rings, shapes, paint)
        if pen.head > LARGE:
            part.after += _lines(sitter, grip, hand.size)
    sitter.add(part)


def _pocket(sitter: Sitter, frame: Frame, key: float) -> None:
    """Add the slit that a hand is in, and the bulge it makes."""
    h, pen = sitter.unit, sitter.pen
    if not pen.fine or sitter.seen(frame.at((0.0, 0.0, 0.0)), -np.array(frame.facing)) < 0.1:
        return
    marks: list[Ink] = []
    for row in (
        ((0.19, -0.05), (0.0, 0.05), (-0.18, 0.06)),
        ((0.20, 0.10), (0.17, 0.42), (-0.02, 0.52), (-0.16, 0.40)),
    ):
        line = np.array([frame.at((x * h, y * h, -0.10 * h)) for x, y in curve(row, 10)])
        marks += pen.line_on(line, None, 0.7 if len(row) == 3 else 0.45, (0.2, 0.5))
    sitter.add(Part(key - 0.02, shapely.Polygon(), None, after=marks))


def _wrist(frame: Frame, start: Array, size: float) -> Array:
    """Return the ring (1, POINTS, 3) at which a wrist leaves the sleeve's mouth."""
    left, facing = (np.array((v,)) for v in (frame.left, frame.facing))
    return ring(start[None], left, facing, (0.080 * size, 0.066 * size, 0.066 * size))


def _lines(sitter: Sitter, grip: Grip, size: float) -> list[Ink]:
    """Return what a large hand shows: between the knuckles on its back, the ball of the thumb in the palm."""
    frame, pen = grip.frame, sitter.pen
    back = sitter.seen(frame.at((0.0, 0.2 * size, 0.0)), -np.array(frame.facing)) > 0
    if back and LIKE.get(grip.shape, grip.shape) not in KNUCKLED:
        return []
    deep = -0.068 if back else 0.072
    lines = BETWEEN_KNUCKLES if back else () if CURLS[grip.shape][0] > 40 else IN_PALM
    marks: list[Ink] = []
    for row in lines:
        spots = np.array([frame.at((t * size, d * size, deep * size)) for t, d in curve(row, 9)])
        normals = np.broadcast_to(np.array(frame.facing) * (-1.0 if back else 1.0), spots.shape)
        marks += pen.line_on(spots, normals, 0.5, (0.1, 0.8))
    return marks


def _mitten(pieces: list[Array], shape: str, camera: Camera) -> Any:
    """Return a small hand: one hull, or the fingers' outline where they are apart."""
    if shape in FAN or shape in STRAIGHT or shape == "thumb up":
        return outline(pieces, camera)
    return hull(np.concatenate(pieces), camera)


def hand_pieces(frame: Frame, shape: str, size: float) -> list[Array]:
    """Return the rings of palm, four fingers and thumb in the world; the first is the palm."""
    axes = np.array((frame.left, frame.up, frame.facing)) * size
    wrist = np.array(frame.origin)
    return [piece @ axes + wrist for piece in _shape(shape)]


@lru_cache(maxsize=32)
def _shape(shape: str) -> tuple[Array, ...]:
    """Return the rings of a hand shape in hand units: towards thumb side, fingers and palm."""
    rows = np.array(PALM)
    tile = np.ones((len(rows), 1))
    centres = np.stack([rows[:, 3], rows[:, 0], np.zeros(len(rows))], axis=1)
    palm = ring(centres, THUMBWARD * tile, PALMWARD * tile, (rows[:, 1], rows[:, 2], rows[:, 2]), 2.6)
    thumb = np.array(((0.105, 0.08, 0.02), *THUMBS[LIKE.get(shape, shape)]))
    fingers = [_finger(shape, i) for i in range(4)]
    return (palm, *fingers, _digit(thumb, np.array((0.062, 0.056, 0.050, 0.042))))


@lru_cache(maxsize=32)
def _links(shape: str) -> tuple[Links, ...]:
    """Return the straight pieces of fingers and thumb; a finger's root is inside the palm and left out."""
    found = []
    for i, rings in enumerate(_shape(shape)[1:]):
        joints, links, first = rings.mean(axis=1), [], int(i < 4)
        while first < len(joints) - 1:
            last = max(k for k in range(first + 1, len(joints)) if _bow(joints[first : k + 1]) < BOW)
            links.append((first, last))
            first = last
        found.append(tuple(links))
    return tuple(found)


def _bow(joints: Array) -> float:
    """Return how far joints lie from the line between the first and the last."""
    way, off = unit(joints[-1] - joints[0]), joints - joints[0]
    return float(np.sqrt(((off - np.outer(off @ way, way)) ** 2).sum(axis=1)).max())


def _finger(shape: str, i: int) -> Array:
    bends = np.radians((2, 4, 3) if i in STRAIGHT.get(shape, ()) else CURLS[shape])
    if shape == "relax":
        bends = bends * (1 + 0.12 * i)
    fan = np.radians(FAN.get(shape, 1.5) * (1.4 - i))
    way = OUTWARD * np.cos(fan) + THUMBWARD * np.sin(fan)
    root = THUMBWARD * (0.112 - 0.075 * i) + OUTWARD * BASES[i]
    joints = [root - way * 0.05, root]
    angle = 0.0
    for bend, share in zip(bends, (0.46, 0.30, 0.24), strict=True):
        angle += bend
        joints.append(joints[-1] + (way * np.cos(angle) + PALMWARD * np.sin(angle)) * LENGTHS[i] * share)
    radius = FINGER if i < 3 else 0.038
    return _digit(np.array(joints), np.array((1.0, 1.0, 0.97, 0.92, 0.84)) * radius)


def _digit(joints: Array, radii: Array) -> Array:
    """Return the rings of a finger along its joints, with a round tip."""
    way = unit(np.gradient(joints, axis=0))
    tip = joints[-1] + way[-1] * radii[-1] * np.array((0.55, 1.0))[:, None]
    joints, way = np.concatenate([joints, tip]), np.concatenate([way, way[-1:], way[-1:]])
    radii = np.concatenate([radii, radii[-1] * np.array((0.83, 0.3))])
    side = unit(np.cross(way, PALMWARD + way * 0.01))
    return ring(joints, side, np.cross(side, way), (radii, radii, radii))


def _fingers(sitter: Sitter, pieces: list[Array], shapes: Sequence[Any], paint: Paint) -> list[Ink]:
    """Return the fingers inside the hand's outline, far to near, their knuckle ends open."""
    pen = sitter.pen
    middles = np.array([p.sum(axis=(0, 1)) for p in pieces]) / [(len(p) * p.shape[1],) for p in pieces]
    order = (middles @ np.array(pen.camera.forward)).argsort()[::-1].tolist()
    marks: list[Ink] = []
    rings = each_contours(shapes)
    for k in order:
        hide = [pen.disc(pieces[k][1].mean(axis=0), 0.085 * sitter.bones.build.hand)] if k else []
        for contour in rings[k]:
            marks.append(Area((contour,), paint))
            if k:
                marks += pen.outline(contour, 0.55, hide, smooth=1)
    return marks
