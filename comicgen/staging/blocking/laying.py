"""Things that an action names onto tables, benches and the ground near those who are there."""

from collections.abc import Iterable, Sequence
from functools import lru_cache

import numpy as np

from .. import Laid
from ..camera import Array, Vec3
from ..sets import build_set, prop_parts
from ..sets.solids import Growth, Seat, Solid, Thing, arranged, turned
from .open_ground import Box, Site, in_view, open_spot

Top = Box
"""A flat top: its corners are equally high."""
GROUND = "ground"
ASKEW = 24.0
"""Degrees that a large thing is turned from the camera."""
TOPS = (0.36, 1.2)
"""Metres: heights of what things are laid on."""
LEAST = 0.24
"""Metres: sides of the smallest top."""
WIDE, SMALL, UNSEEN = 0.3, 1.2, 2.0
"""Square metres of a table, and metres that a smaller top and one outside the frame count as farther away."""
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


def lay(things: Sequence[tuple[str, str]], site: Site) -> tuple[Laid, ...]:
    """Return things put down at a site: pairs of a prop and what it lies on, GROUND, a prop's name or anything.

    They lie on the table of those who are there, else on the nearest top of the set, else on the prop named, put there.
    """
    scenery, ahead, spot = site.scenery, site.ahead, np.array(site.spot)
    top = site.table or _nearest(site)
    feet = np.zeros((0, 3)) if site.table else standing(scenery.place, scenery.seed)
    found: list[Laid] = []
    for k, (prop, where) in enumerate(things):
        aside = APART * ((k + 1) // 2) * (-1 if k % 2 else 1)
        step = aside * np.array((ahead[2], 0.0, -ahead[0]))
        high = where == GROUND or height(prop) >= TALL
        if top is None and where and not high:
            found.append(_put(where, spot, site, found))
            top, spot = _widest(found[-1]), np.array(found[-1].at)
        if high or top is None:
            found.append(_put(prop, spot + step + BEFORE * ahead, site, found))
            continue
        at = _clear(top, spot + step + OPEN * ahead, site, feet)
        feet = np.concatenate([feet, at[None]])
        found.append(Laid(prop, _vec(at), site.yaw))
    return tuple(found)


def stand(props: Sequence[str], site: Site, others: Sequence[Laid] = ()) -> tuple[list[Laid], list[str]]:
    """Return large props on free ground that the frame shows, seen from front and side, and those it has none for."""
    found, left = list(others), []
    for prop in props:
        yaw = site.yaw + ASKEW
        spot = open_spot(_turned(prop, yaw), np.array(site.spot), site, [_box(one) for one in found])
        if spot is None:
            left.append(prop)
        else:
            found.append(Laid(prop, _vec(spot), yaw))
    return found[len(others) :], left


def _put(prop: str, wish: Array, site: Site, others: Sequence[Laid]) -> Laid:
    """Return a prop on free ground, else where it is wished."""
    spot = open_spot(_turned(prop, site.yaw), wish, site, [_box(one) for one in others])
    return Laid(prop, _vec(wish * (1, 0, 1) if spot is None else spot), site.yaw)


def _box(one: Laid) -> Top:
    low, high = _turned(one.prop, one.yaw)
    return low + one.at, high + one.at


def _turned(prop: str, yaw: float) -> Top:
    """Return the lowest and highest corner (3,) of a prop that is turned."""
    low, high = bounds(prop)
    foot = np.array([(x, 0.0, z) for x in (low[0], high[0]) for z in (low[2], high[2])]) @ turned(yaw)
    return np.array((*foot.min(axis=0)[[0]], low[1], foot[:, 2].min())), np.array(
        (foot[:, 0].max(), high[1], foot[:, 2].max())
    )


def _vec(at: Array) -> Vec3:
    x, y, z = at.tolist()
    return (x, y, z)


def _nearest(site: Site) -> Top | None:
    """Return the nearest top of the set, one that the frame shows and a wide one first."""
    spot, tops = np.array(site.spot), surfaces(site.scenery.place, site.scenery.seed)
    seen = [in_view(np.array([(low + high) / 2, np.clip(spot, low, high)]), site).any() for low, high in tops]
    costs = [
        _far(top, spot) + SMALL * (_area(top) <= WIDE) + UNSEEN * (not shown)
        for top, shown in zip(tops, seen, strict=True)
    ]
    near = min(zip(costs, tops, strict=True), key=lambda two: two[0], default=(NEAR, None))[1]
    return None if near is None or _far(near, spot) > NEAR else near


def _clear(top: Top, wish: Array, site: Site, taken: Array) -> Array:
    """Return the spot on a top nearest to the wished one, if it may be where nothing stands and nobody is before it."""
    (low, high), ahead = top, site.ahead
    inner = np.minimum(EDGE, (high - low) / 2) * (1, 0, 1)
    side = np.array((ahead[2], 0.0, -ahead[0]))
    tries = np.array([np.clip(wish + s * side, low + inner, high - inner) for s in SIDEWAYS])
    there = taken[np.abs(taken[:, 1] - high[1]) < ON]
    gaps = np.hypot(*(there[None] - tries[:, None])[..., [0, 2]].transpose(2, 0, 1))
    lost = (gaps < APART - ON).any(axis=1) * 2.0 + ~in_view(tries, site)
    found: Array = tries[int(lost.argmin())]
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
        elif isinstance(part, Growth):
            half = part.width / 2
            points.append(np.array(part.at) + np.array(((-half, 0.0, 0.0), (half, part.height, 0.0))))
    corners = np.concatenate(points)
    return corners.min(axis=0), corners.max(axis=0)


@lru_cache(maxsize=64)
def surfaces(place: str, seed: int) -> tuple[Top, ...]:
    """Return the flat tops and the seats of a set's furniture."""
    built = build_set(place, seed)
    return _tops((*built.solids, *built.seats))


def _widest(one: Laid) -> Top | None:
    """Return the widest top of a prop that stands there."""
    return max(_tops(arranged(prop_parts(one.prop), one.at, one.yaw, 0)), key=_area, default=None)


def _tops(things: Iterable[Thing]) -> tuple[Top, ...]:
    found = []
    for thing in things:
        if isinstance(thing, Solid):
            top = float(thing.corners[:, 1].max())
            lid = thing.corners[thing.corners[:, 1] > top - 1e-3]
            low, high = lid.min(axis=0), lid.max(axis=0)
            if TOPS[0] < top < TOPS[1] and min((high - low)[[0, 2]]) > LEAST:
                found.append((low, high))
        elif isinstance(thing, Seat) and thing.kind not in ("lying", "ground"):
            x, z = thing.at[0], thing.at[2]
            found.append((np.array((x - SEAT, thing.height, z - SEAT)), np.array((x + SEAT, thing.height, z + SEAT))))
    return tuple(found)


def _area(top: Top) -> float:
    low, high = top
    return float(np.prod((high - low)[[0, 2]]))


def _far(top: Top, spot: Array) -> float:
    low, high = top
    gap = (np.clip(spot, low, high) - spot)[[0, 2]]
    return float(np.hypot(*gap))
