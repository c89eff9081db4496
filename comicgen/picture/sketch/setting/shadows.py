"""Things and people into their shadows on the ground, as shapes (x, z): dropped along the light, and under feet."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import count
from operator import itemgetter
from typing import Any

import numpy as np
import shapely

from ....staging.camera import Vec3
from ....staging.sets.solids import Growth, Patch, Set, Solid
from ..marks import Array
from .hand import Hand
from .mesh import Mesh, mesh_of
from .roof import are_roofs
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
STEEP = 0.6
"""Height of the sun (sine) under which the black under a foot goes no farther to the side: it would leave the foot."""
TINY = 0.3
"""Frame units: a smaller shadow of a thing is left out."""
LOBES = 5
"""Rounds of a patch of shade under a crown."""
ROUND = 10
"""Corners of the round at a limb's end."""
NONE: Any = np.zeros(0, dtype=object)
"""No shapes."""
UPRIGHT = (((0.0, 0.13), (0.5, 0.17)), ((0.5, 0.17), (0.8, 0.21)), ((0.8, 0.08), (0.95, 0.1)))
"""Heights, in shares, and half thicknesses between which someone without bones casts a shadow."""


@lru_cache(maxsize=512)
def is_flat(patch: Patch) -> bool:
    """Tell whether a patch is ground to stand on, large enough for shadows."""
    low, high = patch.points.min(axis=0), patch.points.max(axis=0)
    return abs(patch.y) < 0.05 and float((high - low).prod()) > 3.0


@lru_cache(maxsize=512)
def polygon_of(patch: Patch) -> Any:
    """Return a patch's shape (x, z)."""
    whole = shapely.make_valid(shapely.polygons(patch.points))
    shapely.prepare(whole)
    return whole


@lru_cache(maxsize=512)
def _is_box(patch: Patch) -> bool:
    """Tell whether a patch is a rectangle along the axes."""
    return len(patch.points) == 4 and bool(shapely.equals(polygon_of(patch), shapely.envelope(polygon_of(patch))))


def on_patch(shapes: Any, patch: Patch) -> Any:
    """Return the parts of shapes (n,) that lie on a patch, empty where none does."""
    whole = polygon_of(patch)
    if _is_box(patch):
        return shapely.clip_by_rect(shapes, *shapely.bounds(whole).tolist())
    inside = shapely.contains(whole, shapes)
    crossed = ~inside & shapely.intersects(whole, shapes)
    parts = np.where(inside, shapes, shapely.Polygon())
    parts[crossed] = shapely.intersection(shapes[crossed], whole)
    return parts


@dataclass(frozen=True, slots=True, eq=False)
class Layered:
    """Shapes (n,) in layers in which none lies over another: a few fills of one tone cost less than a union."""

    shapes: Any
    layers: list[int]

    @classmethod
    def of(cls, shapes: Any) -> "Layered":
        """Return shapes in as few layers as their boxes allow."""
        x0, z0, x1, z1 = shapely.bounds(shapes).T
        over = (x0[:, None] < x1) & (x1[:, None] > x0) & (z0[:, None] < z1) & (z1[:, None] > z0)
        near: list[set[int]] = [set() for _ in x0]
        layers: list[int] = []
        for k, j in np.argwhere(np.tril(over | np.eye(len(x0), dtype=bool))).tolist():
            if j < k:
                near[k].add(layers[j])
            else:
                layers.append(next(n for n in count() if n not in near[k]))
        return cls(shapes, layers)


def discs(x: Any, z: Any, r: Any, n: int) -> Array:
    """Return the corners (k, n, 2) of rounds of radii in metres."""
    x, z, r = (np.asarray(v, dtype=float)[..., None] for v in (x, z, r))
    cos, sin = _circle(n)
    out: Array = np.stack(np.broadcast_arrays(x + r * cos, z + r * sin), axis=-1)
    return out


@lru_cache(maxsize=16)
def _circle(n: int) -> tuple[Array, Array]:
    angle = 2 * np.pi * np.arange(n) / n
    return np.cos(angle), np.sin(angle)


def _hulls(points: Array) -> Any:
    """Return the convex hulls of (k, n, 2) points."""
    return shapely.convex_hull(shapely.linestrings(points))


@dataclass(frozen=True, slots=True, eq=False)
class Cast:
    """Shapes (k,) of shadows on the ground, and what each is of: a solid's number, or -1 less a growth's."""

    shapes: Any
    owners: Any


def in_sight(hand: Hand, cast: Cast, hidden: tuple[frozenset[int], frozenset[int]]) -> Any:
    """Return the shadows that the frame shows, but those of solids and growths that are left out."""
    gone = [*hidden[0], *(-1 - k for k in hidden[1])]
    x0, z0, x1, z1 = shapely.bounds(cast.shapes).T
    none = np.zeros(len(x0))
    view = hand.view(np.stack([x0, none, z0, x1, none, z0, x1, none, z1, x0, none, z1], axis=1).reshape(-1, 4, 3))
    flat = hand.frame(view)
    large = (flat.max(axis=1) - flat.min(axis=1)).max(axis=1) > TINY
    return cast.shapes[large & hand.in_sight(view) & ~np.isin(cast.owners, gone)]


@lru_cache(maxsize=64)
def still_shadows(solids: tuple[Solid, ...], growths: tuple[Growth, ...], sun: Vec3) -> Cast:
    """Return the shadows of all things."""
    found = [*_grown(growths, sun)]
    if solids:
        mesh = mesh_of(solids)
        size = mesh.high - mesh.low
        slim = size[:, 1] >= 8 * size[:, ::2].max(axis=1)
        large = slim | (size[:, 0] * size[:, 2] > SMALL)
        top = np.where(mesh.high[:, 1] < HOUSE, TALLEST, TALLEST / 2)
        chosen = large & ~are_roofs(mesh.low, mesh.high)
        found.append(_dropped(mesh, chosen, sun, top, np.ones(len(top))))
    shapes, owners = zip(*found, strict=True) if found else ([NONE], [np.zeros(0, dtype=int)])
    return Cast(np.concatenate(shapes), np.concatenate(owners))


@lru_cache(maxsize=64)
def contacts(solids: tuple[Solid, ...], sun: Vec3) -> Cast:
    """Return the black where things touch the ground."""
    if not solids:
        return Cast(NONE, np.zeros(0, dtype=int))
    mesh = mesh_of(solids)
    flatness = TOUCH / np.maximum(mesh.high[:, 1], TOUCH)
    return Cast(*_dropped(mesh, mesh.low[:, 1] < NEARLY, sun, np.full(len(flatness), TALLEST), flatness))


@lru_cache(maxsize=64)
def unlit(place: Set, sun: Vec3) -> Any:
    """Return the floor that no daylight through the windows falls on, where it comes in patches."""
    if not place.beams:
        return shapely.Polygon()
    floor = shapely.box(*place.patches[0].points.min(axis=0), *place.patches[0].points.max(axis=0))
    return shapely.difference(floor, _window_light(place, sun))


def _grown(growths: Sequence[Growth], sun: Vec3) -> Iterator[tuple[Any, Any]]:
    """Yield the shadows of what grows and whose they are: a crown's and its stem's, one of both for a low thing."""
    for k, g in enumerate(growths):
        if g.kind == "trunk":
            yield _dapple(g), np.full(LOBES, -1 - k)
    owners = np.array([k for k, g in enumerate(growths) if g.kind not in ("trunk", "wheel") and g.height > 0.4])
    if not len(owners):
        return
    cast = [growths[k] for k in owners]
    width, height = np.array([g.width for g in cast]), np.array([g.height for g in cast])
    (x, _, z), low = np.array([g.at for g in cast]).T, height < 2.5
    r = width * np.where(low, 0.5, 0.42)
    far = _drop(x, np.minimum(height * 0.7, TALLEST * 1.3), z, sun)
    foot, crown, top = discs(x, z, np.minimum(r, 0.25), 10), discs(*far, r, 14), discs(*far, np.minimum(r, 0.2), 8)
    yield _hulls(np.concatenate([foot, crown], axis=1)[low]), -1 - owners[low]
    yield _hulls(np.concatenate([foot, top], axis=1)[~low]), -1 - owners[~low]
    yield shapely.polygons(crown[~low]), -1 - owners[~low]


def under_feet(subjects: Sequence[Subject], suns: Sequence[Vec3]) -> Any:
    """Return the black under people's feet, or under what else of them is on the ground, piece by piece."""
    spots = [
        (*low, radius, *sun)
        for subject, sun in zip(subjects, suns, strict=True)
        for *ends, radius in subject.bones
        if (low := min(ends, key=itemgetter(1)))[1] - subject.at[1] < HEEL
    ]
    x, _, z, radius, *sun = np.array(spots).reshape(-1, 7).T
    at = _drop(x, TOUCH / 2 * np.minimum(1.0, sun[1] / STEEP), z, sun)
    return shapely.polygons(discs(*at, np.minimum(SOLE, FOOT * radius), 10))


def _dapple(g: Growth) -> Any:
    """Return a patch of shade under a forest tree whose crown is out of sight, in lobes."""
    dice = np.random.default_rng(g.seed)
    x, z = g.at[0] + float(dice.uniform(-1.4, 1.4)), g.at[2] + float(dice.uniform(-1.0, 1.0))
    r = float(dice.uniform(0.3, 1.0))
    off = dice.uniform(-1, 1, (LOBES, 2))
    return shapely.polygons(discs(x + r * off[:, 0], z + 0.5 * r * off[:, 1], np.full(LOBES, r * 0.6), 10))


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


def _drop(x: Array, y: Array, z: Array, sun: Sequence[float] | Sequence[Array]) -> tuple[Array, Array]:
    """Return where points fall along the light on to the ground."""
    reach = np.minimum(y / np.maximum(sun[1], 1e-3), LONGEST)
    return x - sun[0] * reach, z - sun[2] * reach


def _dropped(mesh: Mesh, chosen: Any, sun: Vec3, top: Array, flatness: Array) -> tuple[Any, Any]:
    """Return the hulls of chosen solids that cast shadows, flattened, cut off and dropped, and the solids' numbers."""
    solids = np.flatnonzero(chosen & [s.cast for s in mesh.solids])
    counts = (mesh.starts[1:] - mesh.starts[:-1])[solids]
    owners, ends = np.repeat(np.arange(len(solids)), counts), np.cumsum(counts)
    points = mesh.corners[np.arange(len(owners)) + (mesh.starts[solids] - ends + counts)[owners]]
    y = np.minimum(np.maximum(points[:, 1] * flatness[solids][owners], 0.0), top[solids][owners])
    x, z = _drop(points[:, 0], y, points[:, 2], sun)
    return shapely.convex_hull(shapely.linestrings(np.stack([x, z], axis=1), indices=owners)), solids


def figure_shadows(subjects: Sequence[Subject], suns: Sequence[Vec3]) -> Any:
    """Return people's shadows on the ground, limb by limb."""
    ends = [(*end, s.at[1], *sun) for s, sun in zip(subjects, suns, strict=True) for end in _ends_of(s)]
    x, y, z, radius, low, *sun = np.array(ends).reshape(-1, 8).T
    height = np.where(y - low < HEEL, 0.0, y - low)  # an ankle's shadow begins under the foot
    return _hulls(discs(*_drop(x, height, z, sun), radius, ROUND).reshape(-1, 2 * ROUND, 2))


def _ends_of(subject: Subject) -> list[tuple[float, float, float, float]]:
    """Return both ends of each limb, with half its thickness there."""
    x, low, z = subject.at
    upright = [(x, low + share * subject.height, z, radius) for pair in UPRIGHT for share, radius in pair]
    return [(*end, radius) for *pair, radius in subject.bones for end in pair] or upright
