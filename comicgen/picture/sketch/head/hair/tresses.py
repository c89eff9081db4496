"""A hair style on a head before the camera into shapes on the frame: what hangs behind the head and what lies on it.

Locks are lofts of flat rings. Those farther than the head go behind it, the rest are joined with the cap.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

import numpy as np
import shapely

from .....drawing import Colour
from .....staging.camera import NEAR, Vec3
from ...loft import polygons, unit
from ...marks import Array, Paint
from ..pen import light
from ..shapes import circle, curve, hulled, smooth
from ..sitter import CENTRE, Sitter
from .locks import HAIR, RADII, Lock
from .scalp import cap_shape, under_hat, without_spot
from .styles import style

Z, X = circle(12).T[:, :, None]
"""The points of a ring, to its front and to its side."""
ROWS = ((7, 46), (10, 120), (12, 160), (15, 260))
"""Rings of a lock, and the pixels of head under which it has so many."""
HULLED = 4
"""Rings of a lock whose hull is taken at once where it bends on the frame."""
BEHIND = {"": 0.02, "side": 0.16, "back": -0.03, "tail": 0.0}
"""Head heights beyond the middle of the head at which a lock goes behind it, by its place."""
PINHOLE = 0.05
"""Side of the largest gap between locks that is closed, in head heights."""
SWING = 0.85
"""Radians the head may lean until hair no longer hangs straight down: of one who lies down it lies, too."""
LOOSE = 0.30
"""Height under which hair hangs."""
STILL: Vec3 = (0.0, 0.0, 0.0)
RUFFLE, FLUTTER = 0.11, 0.22
"""Head heights that a wind of 1 moves the tips of short hair, and how unevenly it turns what hangs."""
AIRY = 1.1
"""Head heights under its root at which hair in the wind has its full turn."""
PRESSED, LOW = 0.14, 0.10
"""Share of its distance that hair loses under a hat's band, and the height down to which it does."""
WET = "water"
CLINGS, SAGS = 0.09, 0.075
"""Share of its distance from the head that wet hair loses, and head heights by which its tips sink."""
AROUND = -0.05
"""Cosine of the way to the camera under which hair on the skull has gone round it."""
EDGE_ON = 0.32
"""Cosine of the way to the camera under which what hangs shows its edge."""
FORESHORTENED = 0.38
"""Share of its length that a lock shows on the frame, under which its edges are no lines."""
FAR = -0.36
"""Sine of the turn beyond which the far side lock goes behind the face."""
BLACK_BELOW = 72.0
"""Lightness under which hair is solid ink."""


@dataclass(frozen=True, slots=True, eq=False)
class Seen:
    """A lock on the frame: its shape, both edges (2, n, 2) and its middle line (n, 2), and its depth in metres."""

    lock: Lock
    shape: Any
    edges: Array
    middle: Array
    depth: float
    behind: bool
    near: Any
    """Which places of the middle line show their outside to the camera."""
    extent: tuple[float, float]
    """Length and greatest width on the frame."""


@dataclass(frozen=True, slots=True, eq=False)
class Mane:
    """Hair on the frame. Locks are sorted far to near."""

    name: str
    colour: Colour
    locks: tuple[Seen, ...]
    bands: tuple[Seen, ...]
    front: Any
    behind: Any
    wet: bool = False

    @property
    def paint(self) -> Paint:
        return hair_paint(self.colour)


def hair_paint(colour: Colour) -> Paint:
    """Return the material of hair: black below a lightness, white above another, screentone between."""
    bright = light(colour)
    if bright < BLACK_BELOW:
        return Paint(colour, 1.0, black=True)
    return Paint(colour, round(max(0.0, (172.0 - bright) / 172.0) * 0.62, 3))


def mane(name: str, colour: Colour, sitter: Sitter, hat: str = "", wind: Vec3 = STILL) -> Mane:
    """Return the hair of that style as the camera sees it; under a ``hat`` nothing stands up or shows over its rim.

    Water (``WET``) lays hair as a hat does, but all of it shows.
    """
    cut = style(name)
    locks = _kept(name, hat)
    air = sitter.axes @ np.array(wind)
    seen = _project(locks, (name, hat), sitter, air) if locks else ()
    front = [s.shape for s in seen if not s.behind]
    if cut.cap is not None:
        front.append(cap_shape(cut.cap, sitter))
    behind = [s.shape for s in seen if s.behind]
    bands = () if hat and cut.high else _project(cut.bands, (name + " bands", hat), sitter, air) if cut.bands else ()
    whole = [_joined(group, sitter) for group in (front, behind)]
    if cut.spot is not None:
        whole[0] = without_spot(whole[0], cut.spot, sitter)
    if hat not in ("", "hood", WET):
        whole = [under_hat(shape, sitter) for shape in whole]
    front_hair, behind_hair = whole
    return Mane(name, colour, seen, bands, front_hair, behind_hair, hat == WET)


def _joined(shapes: list[Any], sitter: Sitter) -> Any:
    """Return the shapes as one, without the pinholes between locks."""
    least = (PINHOLE * sitter.size) ** 2
    solid = []
    for p in polygons(shapely.union_all(shapes)):
        holes = [r for r in p.interiors if shapely.polygons(r).area > least]
        solid.append(p if len(holes) == len(p.interiors) else shapely.Polygon(p.exterior, holes))
    return smooth(solid[0] if len(solid) == 1 else shapely.union_all(solid), sitter)


@lru_cache(maxsize=128)
def _kept(name: str, hat: str) -> tuple[Lock, ...]:
    """Return the locks of a style that a hat leaves."""
    return tuple(k for k in style(name).locks if not (hat and _covered(k, hat)))


def _covered(lock: Lock, hat: str) -> bool:
    """Tell whether a lock would poke through a hat, hang out of a hood behind, or stands though it is wet."""
    high = lock.points[:, 1] > 0.62
    far = np.linalg.norm((lock.points - HAIR) / RADII, axis=1) > 1.26
    tucked = hat == "hood" and lock.place in ("back", "tail") and float(lock.points[:, 1].min()) < 0.05
    held = hat == WET and lock.place != ""
    return (bool((high & far).any()) and not held) or tucked


@lru_cache(maxsize=64)
def _solids(key: str, hat: str, rows: int, wide: float) -> tuple[Array, Array]:
    """Return rings (locks, rows, points, 3) and middle lines (locks, rows, 3) of a style's locks."""
    source = style(key.removesuffix(" bands")).bands if key.endswith(" bands") else _kept(key, hat)
    rings, middles = lock_rings(source, rows, wide)
    return (_pressed(rings, hat), _pressed(middles, hat)) if hat and hat != "hood" else (rings, middles)


def _pressed(points: Array, hat: str) -> Array:
    """Return hair (..., 3) under a hat: its band lays it close to the head, what hangs lower stands off again.

    Wet hair clings down to its tips, which its weight draws down.
    """
    high = points[..., 1:2]
    near = 1.0 - (CLINGS if hat == WET else PRESSED) * np.clip((high - LOW) / (HAIR[1] - LOW), float(hat == WET), 1.0)
    pressed: Array = HAIR + (points - HAIR) * np.concatenate([near, np.ones_like(near), near], axis=-1)
    if hat == WET:
        pressed[..., 1:2] -= SAGS * np.clip((0.75 - high) / 0.35, 0.0, 1.0)
    return pressed


def lock_rings(locks: Sequence[Lock], rows: int, wide: float) -> tuple[Array, Array]:
    """Return rings (locks, rows, points, 3) of locks and their middle lines, on a head ``wide`` times as wide."""
    table = np.empty((len(locks), rows, 4))
    counts = [len(lock.points) for lock in locks]
    for n in set(counts):
        same = [i for i, count in enumerate(counts) if count == n]
        keys = np.empty((len(same), n, 4))
        for key, i in zip(keys, same, strict=True):
            widths = locks[i].widths
            key[:, :3] = locks[i].points
            key[:, 3] = np.interp(np.linspace(0, 1, n), np.linspace(0, 1, len(widths)), widths)
        table[same] = curve(keys, rows)
    middles = table[..., :3] * (wide, 1.0, 1.0)
    along = unit(_steps(middles))
    low = middles[..., 1:2] < 0.35
    out = np.where(low, middles * (1.0, 0.0, 1.0) + (0.0, 0.0, 0.1), middles - HAIR)
    side = unit(np.cross(along, out))
    flat = np.cross(side, along) * np.array([lock.flat for lock in locks])[:, None, None]
    half = np.maximum(table[..., 3], 0.0015)[..., None, None]
    rings: Array = middles[:, :, None] + half * (X * side[:, :, None] + Z * flat[:, :, None])
    return rings, middles


def _steps(lines: Array) -> Array:
    """Return the way along lines (locks, rows, k) at each of their points."""
    way = np.empty_like(lines)
    way[:, 1:-1] = 0.5 * (lines[:, 2:] - lines[:, :-2])
    way[:, 0], way[:, -1] = lines[:, 1] - lines[:, 0], lines[:, -1] - lines[:, -2]
    return way


def _project(locks: tuple[Lock, ...], key: tuple[str, str], sitter: Sitter, air: Array) -> tuple[Seen, ...]:
    rows = next((n for n, top in ROWS if sitter.detail < top), 21)
    rings, middles = _hang(_solids(*key, rows, round(sitter.wide, 3)), locks, sitter, air)
    flat, depth = sitter.shot(rings)
    spine, deep = sitter.shot(middles)
    along = _steps(spine)
    edges = _edges(flat, along)
    across = _length(along) / np.maximum(_length(_steps(middles)), 1e-9) / sitter.size
    shapes = _outlines(flat, edges, across)
    near = middles[..., 1] > np.minimum(0.0, middles[..., 1].max(axis=1, keepdims=True) - 0.1)
    depths = ((deep * near).sum(axis=1) / near.sum(axis=1)).tolist()
    middle = float(sitter.depth(CENTRE))
    facing = _broadside(middles, locks, sitter) & (across > FORESHORTENED)
    wide = _length(edges[0] - edges[1]).max(axis=1).tolist()
    long = _length(spine[:, 1:] - spine[:, :-1]).sum(axis=1).tolist()
    whole = (depth.min(axis=(1, 2)) > NEAR).tolist()
    seen = []
    for i, lock in enumerate(locks):
        if whole[i]:
            behind = depths[i] - middle > BEHIND[lock.place] * sitter.unit
            behind = behind or (lock.place == "side" and _far_side(middles[i], sitter))
            extent = (long[i], wide[i])
            seen.append(Seen(lock, shapes[i], edges[:, i], spine[i], depths[i], behind, facing[i], extent))
    return tuple(sorted(seen, key=lambda s: -s.depth))


def _outlines(flat: Array, edges: Array, across: Array) -> Any:
    """Return what locks cover on the frame: the ribbon between their edges, or hulls where they foreshorten."""
    ribbons = shapely.polygons(np.concatenate([edges[0], edges[1][:, ::-1]], axis=1))
    shapes = np.asarray(ribbons, dtype=object)
    bent = ~shapely.is_valid(ribbons) | (across.min(axis=1) < FORESHORTENED)
    if bent.any():
        shapes[bent] = shapely.union_all(hulled(flat[bent], HULLED), axis=1)
    return shapes


def _broadside(middles: Array, locks: tuple[Lock, ...], sitter: Sitter) -> Any:
    """Tell for places of middle lines whether hair there shows its outside: on the skull, and hanging its flat side."""
    on_skull = sitter.seen(middles, (middles - HAIR) / RADII**2) > AROUND
    back = np.array([lock.place == "back" for lock in locks])[:, None]
    level = np.stack([middles[..., 0], np.zeros(middles.shape[:-1]), middles[..., 2] + 0.06], axis=-1)
    hanging = ~back | (np.abs(sitter.seen(middles, level)) > EDGE_ON)
    return np.where(middles[..., 1] > LOOSE + 0.05, on_skull, hanging)


def _length(ways: Array) -> Array:
    """Return the lengths (...) of ways (..., k)."""
    long: Array = np.sqrt(np.einsum("...i,...i->...", ways, ways))
    return long


def _hang(solids: tuple[Array, Array], locks: tuple[Lock, ...], sitter: Sitter, air: Array) -> tuple[Array, Array]:
    """Return rings and middle lines with what hangs below the ears turned towards the ground, or blown by ``air``."""
    rings, middles = solids
    blown = bool(air.any())
    if blown:
        rings, middles = _ruffled(rings, middles, air)
    down = unit(sitter.axes @ (0.0, -1.0, 0.0) + air)
    lean = float(np.arccos(np.clip(-down[1], -1.0, 1.0)))
    lean = lean if lean < SWING or blown else max(0.0, 2 * SWING - lean)
    if lean < 0.03:
        return rings, middles
    height = middles[..., 1]
    loose = (height.min(axis=1) < 0.12) | np.array([lock.root is not None for lock in locks])
    if not loose.any():
        return rings, middles
    axis = unit((-down[2], 0.0, down[0]))
    first = np.argmax(height < LOOSE, axis=1)
    roots = middles[np.arange(len(locks)), np.maximum(first - 1, 0)].copy()
    for i, lock in enumerate(locks):
        if lock.root is not None:
            roots[i] = np.multiply(lock.root, (sitter.wide, 1.0, 1.0))
    flutter = 1.0 + (FLUTTER * np.sin(2.3 * np.arange(len(locks))) if blown else np.zeros(len(locks)))
    hung = np.maximum(LOOSE, roots[:, 1:2] - 0.05) if blown else LOOSE
    angle = lean * np.clip((hung - height) / (AIRY if blown else 0.3), 0.0, 1.0) * (loose * flutter)[:, None]
    turned = _swung(rings - roots[:, None, None], axis, angle[:, :, None, None]) + roots[:, None, None]
    return turned, _swung(middles - roots[:, None], axis, angle[:, :, None]) + roots[:, None]


def _ruffled(rings: Array, middles: Array, air: Array) -> tuple[Array, Array]:
    """Return hair whose tips the wind moves and lifts, one lock more than the next."""
    count, rows = middles.shape[:2]
    much = RUFFLE * (1.0 + 0.5 * np.sin(1.7 * np.arange(count)))[:, None] * np.linspace(0, 1, rows)[None, :] ** 2
    lift = np.array((0.0, 0.45 * float(np.linalg.norm(air)), 0.0))
    shift = much[..., None] * (air + lift)
    return rings + shift[:, :, None], middles + shift


def _swung(points: Array, axis: Array, angle: Array) -> Array:
    """Return points turned about ``axis`` through the origin by angles in radians (Rodrigues' formula)."""
    c, s = np.cos(angle), np.sin(angle)
    x, y, z = axis.tolist()
    square = np.array(((0.0, z, -y), (-z, 0.0, x), (y, -x, 0.0)))  # a point times it is the axis cross that point
    out: Array = points * c + points @ square * s + points @ np.outer(axis, axis) * (1 - c)
    return out


def _far_side(middle: Array, sitter: Sitter) -> bool:
    """Tell whether a lock beside the face is on its far side: there it must not hide the far eye."""
    side, _, ahead = sitter.view
    return bool(ahead > 0 and side * np.sign(middle[:, 0].mean()) < FAR)


def _edges(flat: Array, along: Array) -> Array:
    """Return the ring points (2, locks, rows, 2) farthest to either side of lines that go ``along`` on the frame."""
    reach = flat[..., 1] * along[..., None, 0] - flat[..., 0] * along[..., None, 1]
    far = np.stack([reach.argmax(axis=2), reach.argmin(axis=2)])
    edges: Array = np.take_along_axis(flat[None], far[..., None, None], axis=3)[:, :, :, 0]
    return edges
