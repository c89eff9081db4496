"""Things and people into their shadows on the ground, as shapes (x, z): dropped along the light, and under feet."""

from functools import lru_cache
from typing import Any

import numpy as np
import shapely

from ....staging.camera import Vec3
from ....staging.sets.solids import Growth, Patch, Set
from ..marks import Array
from .roof import is_roof
from .subject import Subject

TALLEST = 2.4
"""Metres: taller things cast the shadow of their lower part, or half the stage would lie in the dark."""
HOUSE = 4.5
"""Metres: what is taller than this casts an even shorter shadow."""
LONGEST = 3.2
SMALL = 0.03
"""Square metres of footprint below which a thing casts no shadow of its own (table legs)."""
TOUCH, NEARLY = 0.10, 0.04
"""Metres: the lowest part of a thing, whose shadow is black, and how low it must stand for that."""
SOLE, FOOT, HEEL = 0.085, 0.9, 0.17
"""Metres of half the width of the black under a foot at most, as a share of its limb's; how low a limb must end."""


def is_flat(patch: Patch) -> bool:
    """Tell whether a patch is ground to stand on, large enough for shadows."""
    low, high = patch.points.min(axis=0), patch.points.max(axis=0)
    return abs(patch.y) < 0.05 and float((high - low).prod()) > 3.0


@lru_cache(maxsize=512)
def polygon_of(patch: Patch) -> Any:
    """Return a patch's shape (x, z)."""
    return shapely.make_valid(shapely.polygons(patch.points))


def disc(x: float, z: float, r: float, n: int = 32) -> Any:
    """Return a round of a radius in metres."""
    angle = 2 * np.pi * np.arange(n) / n
    return shapely.polygons(np.stack([x + r * np.cos(angle), z + r * np.sin(angle)], axis=1))


@lru_cache(maxsize=64)
def still_shadows(place: Set, sun: Vec3) -> dict[int, Any]:
    """Return the union of all things' shadows on each flat patch, by the patch's number."""
    hulls = [
        _dropped(s.corners, sun) for s in place.solids if s.cast and _footprint(s.corners) > SMALL and not is_roof(s)
    ]
    for g in place.growths:
        if g.kind == "trunk":
            hulls.append(_dapple(g))
        elif g.height > 0.4 and g.kind != "wheel":
            r, (x, _, z) = g.width * (0.42 if g.height > 2.5 else 0.5), g.at
            top = min(g.height * 0.7, TALLEST * 1.3)
            foot = disc(x, z, min(r, 0.25), 10)
            crown = disc(*_drop(x, top, z, sun), r, 14)
            stem = shapely.convex_hull(shapely.union(foot, disc(*_drop(x, top, z, sun), min(r, 0.2), 8)))
            low = g.height < 2.5
            hulls.append(shapely.convex_hull(shapely.union(foot, crown)) if low else shapely.union(stem, crown))
    union = shapely.union_all(hulls) if hulls else shapely.Polygon()
    if place.beams:
        floor = shapely.box(*place.patches[0].points.min(axis=0), *place.patches[0].points.max(axis=0))
        union = shapely.union(union, shapely.difference(floor, _window_light(place, sun)))
    return {k: shapely.intersection(union, polygon_of(p)) for k, p in enumerate(place.patches) if is_flat(p)}


@lru_cache(maxsize=64)
def contacts(place: Set, sun: Vec3) -> dict[int, Any]:
    """Return the union of the black where things touch each flat patch, by the patch's number."""
    hulls = [
        _dropped(s.corners * (1.0, TOUCH / max(float(s.corners[:, 1].max()), TOUCH), 1.0), sun)
        for s in place.solids
        if s.cast and float(s.corners[:, 1].min()) < NEARLY
    ]
    union = shapely.union_all(hulls) if hulls else shapely.Polygon()
    return {k: shapely.intersection(union, polygon_of(p)) for k, p in enumerate(place.patches) if is_flat(p)}


def under_feet(subject: Subject, sun: Vec3) -> Any:
    """Return the black under someone's feet, or under what else of them is on the ground."""
    level = subject.at[1]
    low = [(min(ends, key=lambda p: p[1]), radius) for *ends, radius in subject.bones]
    spots = [
        disc(*_drop(x, TOUCH / 2, z, sun), min(SOLE, FOOT * radius), 10)
        for (x, y, z), radius in low
        if y - level < HEEL
    ]
    return shapely.union_all(spots) if spots else shapely.Polygon()


def _dapple(g: Growth) -> Any:
    """Return a patch of shade under a forest tree whose crown is out of sight."""
    dice = np.random.default_rng(g.seed)
    x, z = g.at[0] + float(dice.uniform(-1.4, 1.4)), g.at[2] + float(dice.uniform(-1.0, 1.0))
    r = float(dice.uniform(0.3, 1.0))
    lobes = [
        disc(x + r * float(dice.uniform(-1, 1)), z + 0.5 * r * float(dice.uniform(-1, 1)), r * 0.6, 10)
        for _ in range(5)
    ]
    return shapely.union_all(lobes)


def _window_light(place: Set, sun: Vec3) -> Any:
    """Return where daylight through the windows falls on the floor."""
    panes = []
    for wall in place.walls:
        for f in wall.fixtures:
            if f.kind.startswith("window"):
                uv = np.array([(f.u, f.v), (f.u + f.w, f.v), (f.u + f.w, f.v + f.h), (f.u, f.v + f.h)])
                corners = np.array(wall.origin) + uv[:, :1] * np.array(wall.along) + uv[:, 1:] * (0.0, 1.0, 0.0)
                reach = corners[:, 1] / max(sun[1], 1e-3)
                ring = np.stack([corners[:, 0] - sun[0] * reach, corners[:, 2] - sun[2] * reach], axis=1)
                panes.append(shapely.polygons(ring))
    return shapely.union_all(panes) if panes else shapely.Polygon()


def _footprint(corners: Array) -> float:
    size = corners.max(axis=0) - corners.min(axis=0)
    return float(size[0] * size[2]) if size[1] < 8 * max(size[0], size[2]) else 1.0


def _drop(x: float, y: float, z: float, sun: Vec3) -> tuple[float, float]:
    reach = min(y / max(sun[1], 1e-3), LONGEST)
    return (x - sun[0] * reach, z - sun[2] * reach)


def _dropped(corners: Array, sun: Vec3) -> Any:
    """Return the hull of a solid's corners dropped along the light on to the ground."""
    y = np.clip(corners[:, 1], 0.0, TALLEST if corners[:, 1].max() < HOUSE else TALLEST / 2)
    reach = np.minimum(y / max(sun[1], 1e-3), LONGEST)
    x, z = corners[:, 0] - sun[0] * reach, corners[:, 2] - sun[2] * reach
    return shapely.convex_hull(shapely.multipoints(np.stack([x, z], axis=1)))


def figure_shadow(subject: Subject, sun: Vec3) -> Any:
    """Return someone's shadow on the ground: limbs, or feet, shoulders and head, dropped along the light."""
    x, low, z = subject.at
    if subject.bones:
        discs = [[disc(*_drop(i, j - low, k, sun), r, 10) for i, j, k in ends] for *ends, r in subject.bones]
        return shapely.union_all(shapely.convex_hull(shapely.union_all(np.array(discs, dtype=object), axis=1)))
    h = subject.height
    parts = []
    for r0, y0, r1, y1 in ((0.13, 0.0, 0.17, 0.5 * h), (0.17, 0.5 * h, 0.21, 0.8 * h), (0.08, 0.8 * h, 0.1, 0.95 * h)):
        a, b = _drop(x, y0, z, sun), _drop(x, y1, z, sun)
        parts.append(shapely.convex_hull(shapely.union(disc(*a, r0, 12), disc(*b, r1, 12))))
    return shapely.union_all(parts)
