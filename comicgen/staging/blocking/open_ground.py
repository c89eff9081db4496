"""Ground for something that an action names: free, in the frame, hiding nobody, near where it is wished."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import product
from typing import Any

import numpy as np

from .. import Scenery
from ..camera import NEAR, Array, Camera, Vec3
from ..sets import build_set
from .grounds import obstacles, outside

TRIES = np.array(
    [*product((0.0, 0.5, 1.0, 1.8, 2.8, 4.5, -0.3), (0, 0.5, -0.5, 1, -1, 1.6, -1.6, 2.4, -2.4, 3.4, -3.4))]
)
"""Metres behind and beside the wished spot."""
GAP, BODY, TALL = 0.12, 0.3, 1.75
"""Metres: between two things, half the width and the height of somebody."""
WALL = 0.3
"""Metres from where one may stand to the walls."""
CUT, HIDDEN, HIDES, TANGENT, OFF, BACK, ASIDE = 5.0, 3.0, 4.0, 1.0, 3.0, 0.4, 0.5
"""What is lost by what the frame cuts off, by what people hide of it, by what it hides of them, by what is before or
behind a head, and by a metre off the set, behind the wished spot and beside it."""
HEAD = 0.75
"""The share of a body below the head and shoulders."""
LEAST = 0.3
"""The share that the frame must show."""
Box = tuple[Array, Array]
"""Lowest and highest corner (3,)."""


@dataclass(frozen=True, slots=True)
class Site:
    """Who and what is there where something is put down, and from where it is seen."""

    spot: Vec3
    """Where it is wished."""
    camera: Camera
    scenery: Scenery
    people: tuple[Vec3, ...] = ()
    table: Box | None = None
    """The top of the table that they have brought."""

    @property
    def ahead(self) -> Array:
        """The level way to the camera."""
        back = -np.array(self.camera.forward) * (1.0, 0.0, 1.0)
        found: Array = back / max(float(np.linalg.norm(back)), 1e-6)
        return found

    @property
    def yaw(self) -> float:
        """Degrees of what faces the camera."""
        return float(np.degrees(np.arctan2(self.ahead[0], self.ahead[2])))


def open_spot(size: Box, wish: Array, site: Site, taken: Sequence[Box]) -> Array | None:
    """Return the spot (3,) on the ground for a box, None where the frame has none; ``taken`` are other boxes."""
    ahead = site.ahead
    side = np.array((ahead[2], 0.0, -ahead[0]))
    spots = wish * (1, 0, 1) - TRIES[:, :1] * ahead + TRIES[:, 1:] * side
    low, high = spots + size[0], spots + size[1]
    place = build_set(site.scenery.place, site.scenery.seed)
    off = (
        np.maximum(outside(low, place.stand), outside(high, place.stand))
        if place.closed
        else outside(spots, place.stand)
    )
    lost = OFF * np.maximum(off - WALL, 0.0) + BACK * np.abs(TRIES[:, 0]) + ASIDE * np.abs(TRIES[:, 1])
    boxes = _framed(low, high, site.camera)
    area = _area(boxes)
    shown = _area(_shared(boxes, np.array((0.0, 0.0, site.camera.aspect, 1.0)))) / area
    lost += CUT * (1.0 - shown)
    depth = site.camera.view(spots)[:, 2]
    for at in site.people:
        x, y, z = at
        foot, top = np.array([(x - BODY, y, z - BODY)]), np.array([(x + BODY, y + TALL, z + BODY)])
        body = _framed(foot, top, site.camera)
        common = _area(_shared(boxes, body[0]))
        lost += np.where(
            depth < site.camera.view(np.array(at))[2], HIDES * common / _area(body), HIDDEN * common / area
        )
    free = (
        (shown > LEAST) & (site.camera.view(low)[:, 2] > NEAR) & ~meets(low, high, _standing(site, taken, size[1][1]))
    )
    return spots[int(np.where(free, lost, np.inf).argmin())] if free.any() else None


def in_view(points: Array, site: Site) -> Any:
    """Tell which of (n, 3) points the frame shows, behind nobody."""
    found, depth = site.camera.project(points), site.camera.view(points)[:, 2]
    seen: Any = ((found > 0.0) & (found < (site.camera.aspect, 1.0))).all(axis=1)
    for body, far in _bodies(site):
        seen &= ~((found > body[:2]) & (found < body[2:])).all(axis=1) | (depth < far)
    return seen


def _bodies(site: Site) -> list[tuple[Array, float]]:
    """Return the box (4,) of each of the people on the frame, and how far they are."""
    feet = np.array(site.people).reshape(-1, 3)
    low, high = np.array((-BODY, 0.0, -BODY)), np.array((BODY, TALL, BODY))
    boxes = _framed(feet + low, feet + high, site.camera)
    return [*zip(boxes, site.camera.view(feet)[:, 2].tolist(), strict=True)]


def _standing(site: Site, taken: Sequence[Box], height: float) -> tuple[Array, Array]:
    """Return lowest and highest corners (n, 3) of all that stands there up to a height."""
    low, high = obstacles(site.scenery.place, site.scenery.seed)
    under = low[:, 1] < height
    bodies = np.array(site.people).reshape(-1, 3)
    own = np.array([b for b, _ in taken]).reshape(-1, 3), np.array([b for _, b in taken]).reshape(-1, 3)
    return np.concatenate([low[under], bodies - BODY, own[0]]), np.concatenate([high[under], bodies + BODY, own[1]])


def meets(low: Array, high: Array, others: tuple[Array, Array]) -> Any:
    """Tell which of (n, 3) boxes stand in one of the others, or too near to it."""
    a, b = low[:, None, [0, 2]] - GAP, high[:, None, [0, 2]] + GAP
    meet: Any = (a < others[1][:, [0, 2]]) & (b > others[0][:, [0, 2]])
    return meet.all(axis=2).any(axis=1)


def _framed(low: Array, high: Array, camera: Camera) -> Array:
    """Return (n, 4) boxes on the frame, left, top, right, bottom, of (n, 3) boxes in the world."""
    corners = np.stack([np.where(np.array(pick), high, low) for pick in product((False, True), repeat=3)], axis=1)
    points = camera.project(corners)
    return np.concatenate([points.min(axis=1), points.max(axis=1)], axis=1)


def _shared(boxes: Array, other: Array) -> Array:
    """Return the parts (n, 4) of boxes that another covers."""
    return np.concatenate([np.maximum(boxes[:, :2], other[:2]), np.minimum(boxes[:, 2:], other[2:])], axis=1)


def _area(boxes: Array) -> Array:
    size = np.maximum(boxes[:, 2:] - boxes[:, :2], 0.0)
    found: Array = np.maximum(size[:, 0] * size[:, 1], 1e-9)
    return found
