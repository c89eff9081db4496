"""Things that an action names onto tables, benches and the ground near those who are there."""

from collections.abc import Sequence
from functools import lru_cache

import numpy as np

from .. import Laid, Scenery
from ..camera import Array, Vec3
from ..sets import build_set, prop_parts
from ..sets.solids import Solid

Top = tuple[Array, Array]
"""A flat top as lowest and highest corner (3,), equally high."""
TOPS = (0.36, 1.2)
"""Metres: heights of what things are laid on."""
LEAST = 0.24
"""Metres: sides of the smallest top."""
WIDE, SMALL = 0.3, 1.2
"""Square metres of a table, and metres that a smaller top counts as farther away."""
NEAR = 2.6
"""Metres to the farthest top that is meant."""
SEAT = 0.15
"""Metres: half the side of a seat."""
EDGE, APART = 0.14, 0.24
"""Metres from a top's edge, and between two things."""
OPEN = 0.3
"""Metres nearer to the camera that things lie on a top: before what stands there."""
SIDEWAYS, ON = (0.0, 0.25, -0.25, 0.45, -0.45, 0.65, -0.65), 0.03
"""Metres aside that are tried where something stands, and up to which a foot is on a top."""
BEFORE = -0.1
"""Metres nearer to the camera that things lie on the ground: a little behind, so that the frame does not cut them."""
TALL = 0.7
"""Metres: a taller thing stands on the ground."""


def lay(
    things: Sequence[tuple[str, str]], about: Vec3, ahead: Array, scenery: Scenery, own: Top | None = None
) -> tuple[Laid, ...]:
    """Return (prop, where) pairs put down near a point; ``ahead`` is the level way to the camera.

    They lie on the ``own`` table of those who are there, else on the nearest top of the set.
    """
    spot, found = np.array(about), []
    near = own or _nearest(surfaces(scenery.place, scenery.seed), spot)
    taken = np.zeros((0, 3)) if own else standing(scenery.place, scenery.seed)
    yaw = float(np.degrees(np.arctan2(ahead[0], ahead[2])))
    for k, (prop, where) in enumerate(things):
        aside = APART * ((k + 1) // 2) * (-1 if k % 2 else 1)
        step = aside * np.array((ahead[2], 0.0, -ahead[0]))
        if near is not None and where == "surface" and height(prop) < TALL:
            at = _clear(near, spot + step + OPEN * ahead, ahead, taken)
        else:
            at = (spot + step + BEFORE * ahead) * (1, 0, 1)
        taken, (x, y, z) = np.concatenate([taken, at[None]]), at
        found.append(Laid(prop, (float(x), float(y), float(z)), yaw))
    return tuple(found)


def _nearest(tops: Sequence[Top], spot: Array) -> Top | None:
    near = min(tops, key=lambda top: _far(top, spot) + (0.0 if _area(top) > WIDE else SMALL), default=None)
    return None if near is None or _far(near, spot) > NEAR else near


def _clear(top: Top, wish: Array, ahead: Array, taken: Array) -> Array:
    """Return the spot on a top nearest to the wished one where nothing stands, else the wished one."""
    low, high = top
    inner = np.minimum(EDGE, (high - low) / 2) * (1, 0, 1)
    side = np.array((ahead[2], 0.0, -ahead[0]))
    tries = [np.clip(wish + s * side, low + inner, high - inner) for s in SIDEWAYS]
    there = taken[np.abs(taken[:, 1] - high[1]) < ON] if len(taken) else taken
    free = [t for t in tries if not len(there) or np.hypot(*(there - t)[:, [0, 2]].T).min() > APART - ON]
    found: Array = (free or tries)[0]
    return found


@lru_cache(maxsize=64)
def standing(place: str, seed: int) -> Array:
    """Return the feet (n, 3) of the small things that stand on a set's furniture."""
    feet = []
    for solid in build_set(place, seed).solids:
        low, high = solid.corners.min(axis=0), solid.corners.max(axis=0)
        if low[1] > TOPS[0] and max((high - low)[[0, 2]]) < 0.5:
            feet.append(((low[0] + high[0]) / 2, low[1], (low[2] + high[2]) / 2))
    return np.array(feet).reshape(-1, 3)


def height(prop: str) -> float:
    """Return how high a prop is, in metres."""
    return float(bounds(prop)[1][1])


@lru_cache(maxsize=128)
def bounds(prop: str) -> tuple[Array, Array]:
    """Return the lowest and highest corner (3,) of a prop in its own axes."""
    points = [np.zeros((1, 3))]
    for part in prop_parts(prop):
        if isinstance(part, Solid):
            points.append(part.corners)
        elif hasattr(part, "height"):
            points.append(np.array(part.at) + np.array(((0.0, part.height, 0.0),)))
    corners = np.concatenate(points)
    return corners.min(axis=0), corners.max(axis=0)


@lru_cache(maxsize=64)
def surfaces(place: str, seed: int) -> tuple[Top, ...]:
    """Return the flat tops and the seats of a set's furniture as lowest and highest corners (3,), equally high."""
    found = []
    for solid in build_set(place, seed).solids:
        top = float(solid.corners[:, 1].max())
        lid = solid.corners[solid.corners[:, 1] > top - 1e-3]
        low, high = lid.min(axis=0), lid.max(axis=0)
        if TOPS[0] < top < TOPS[1] and min((high - low)[[0, 2]]) > LEAST:
            found.append((low, high))
    for seat in build_set(place, seed).seats:
        if seat.kind not in ("lying", "ground"):
            x, z = seat.at[0], seat.at[2]
            found.append((np.array((x - SEAT, seat.height, z - SEAT)), np.array((x + SEAT, seat.height, z + SEAT))))
    return tuple(found)


def _area(top: Top) -> float:
    low, high = top
    return float(np.prod((high - low)[[0, 2]]))


def _far(top: Top, spot: Array) -> float:
    low, high = top
    gap = (np.clip(spot, low, high) - spot)[[0, 2]]
    return float(np.hypot(*gap))
