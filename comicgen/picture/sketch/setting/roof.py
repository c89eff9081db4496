"""A roof over the camera into the part of the frame where rain and snow are seen: past its open sides."""

from collections.abc import Sequence
from typing import Any

import numpy as np

from ....staging.sets.solids import Set
from ..marks import Array, Mark, Stroke
from .hand import Hand
from .mesh import mesh_of

WIDE, HIGH = 3.0, 2.2
"""Metres: what reaches at least so far to both sides, so high above the ground, is a roof."""
BESIDE = 1.0
"""Metres: a side with a wall this near is closed."""


def in_the_open(place: Set, hand: Hand, marks: Sequence[Mark]) -> list[Mark]:
    """Return the marks of falling weather without those that would fall under a roof over the camera."""
    roof = sheltered(place, hand.camera.eye)
    if roof is None or not marks:
        return list(marks)
    spots = np.array([np.mean(m.points if isinstance(m, Stroke) else m.rings[0], axis=0) for m in marks])
    keep = _leaves_sideways(_rays(hand, spots), np.array(hand.camera.eye), roof, _closed(place, roof))
    return [m for m, open_ in zip(marks, keep.tolist(), strict=True) if open_]


def sheltered(place: Set, eye: tuple[float, float, float]) -> Array | None:
    """Return the box (2, 3) from the ground up to the roof that the camera is under, None in the open."""
    over = [box for box in roofs(place) if eye[1] < box[1, 1] and is_under(box, eye[0], eye[2])]
    return over[0] if over else None


def roofs(place: Set) -> list[Array]:
    """Return the sheltered boxes (2, 3) of a place, from the ground up to the roofs."""
    if not place.solids:
        return []
    mesh = mesh_of(place.solids)
    over = are_roofs(mesh.low, mesh.high)
    return [
        np.array(((a[0], 0.0, a[2]), (b[0], a[1], b[2]))) for a, b in zip(mesh.low[over], mesh.high[over], strict=True)
    ]


def are_roofs(low: Array, high: Array) -> Any:
    """Tell which solids, by the corners (n, 3) of their boxes, hang over a stage."""
    return (low[:, 1] > HIGH) & ((high - low)[:, ::2].min(axis=1) > WIDE)


def is_under(box: Array, x: float, z: float) -> bool:
    """Tell whether a spot on the ground is in a sheltered box."""
    return bool(box[0, 0] < x < box[1, 0] and box[0, 2] < z < box[1, 2])


def _rays(hand: Hand, spots: Array) -> Array:
    """Return directions (n, 3) from the camera through points of the frame."""
    camera = hand.camera
    x = (spots[:, 0] / 100 - camera.aspect / 2 - camera.shift[0]) / camera.focal
    y = (0.5 - camera.shift[1] - spots[:, 1] / 100) / camera.focal
    right, up, forward = (np.array(axis) for axis in (camera.right, camera.up, camera.forward))
    rays: Array = forward + x[:, None] * right + y[:, None] * up
    return rays


def _closed(place: Set, roof: Array) -> Array:
    """Return for the roof's low and high side in x and z, (2, 2), whether a wall stands there."""
    closed = np.zeros((2, 2), dtype=bool)
    for wall in place.walls:
        ends = np.array((wall.origin, np.add(wall.origin, np.multiply(wall.along, wall.width))))
        for k, axis in enumerate((0, 2)):
            if wall.height > HIGH and abs(wall.along[axis]) < 0.1:
                closed[:, k] |= np.abs(roof[:, axis] - ends[0, axis]) < BESIDE
    return closed


def _leaves_sideways(rays: Array, eye: Array, roof: Array, closed: Array) -> Array:
    """Tell of each ray whether it leaves the sheltered box through an open side."""
    with np.errstate(divide="ignore"):
        reach = np.where(rays > 0, (roof[1] - eye) / rays, (roof[0] - eye) / rays)
    reach = np.where(np.abs(rays) < 1e-9, np.inf, reach)
    axis, index = reach.argmin(axis=1), np.arange(len(rays))
    side = (rays[index, axis] > 0).astype(int)
    open_: Array = (axis != 1) & ~closed[side, np.minimum(axis // 2, 1)]
    return open_
