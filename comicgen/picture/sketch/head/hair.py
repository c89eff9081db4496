"""A hair style on a head before the camera into marks: what hangs behind the head and what lies on it.

Locks are lofts of flat rings. Those farther than the head go behind it, the rest are joined with the
cap into one shape in front; their edges are inked from the middle to the tip where no nearer lock hides them.
"""

from dataclasses import dataclass
from functools import lru_cache
from typing import Any

import numpy as np
import shapely
from shapely.affinity import translate

from ....drawing import Colour
from ....staging.camera import NEAR
from ..loft import FRAME, profile, unit
from ..marks import Array, Paint
from .locks import HAIR, RADII, Cap, Lock, shell
from .pen import Pen, light, mix, polygon, smooth
from .sitter import CENTRE, Sitter
from .styles import style

TURN = np.linspace(0.0, 2 * np.pi, 14, endpoint=False)
BEHIND = {"": 0.02, "side": 0.16, "back": -0.03, "tail": 0.0}
"""Head heights beyond the middle of the head at which a lock goes behind it, by its place."""
SWING = 0.85
"""Radians the head may lean until hair no longer hangs straight down: of one who lies down it lies, too."""
LOOSE = 0.30
"""Height under which hair hangs."""
FAR = -0.36
"""Sine of the turn beyond which the far side lock goes behind the face."""
BLACK_BELOW = 72.0
"""Lightness under which hair is solid ink."""
DUSK = (24, 10, 50)


@dataclass(frozen=True, slots=True, eq=False)
class Seen:
    """A lock on the frame: its shape, both edges and its middle line (n, 2), and its depth in metres."""

    lock: Lock
    shape: Any
    edges: tuple[Array, Array]
    middle: Array
    depth: float
    behind: bool


@dataclass(frozen=True, slots=True, eq=False)
class Mane:
    """Hair on the frame. Locks are sorted far to near."""

    name: str
    colour: Colour
    locks: tuple[Seen, ...]
    bands: tuple[Seen, ...]
    front: Any
    behind: Any

    @property
    def paint(self) -> Paint:
        return hair_paint(self.colour)


def hair_paint(colour: Colour) -> Paint:
    """Return the material of hair: black below a lightness, white above another, screentone between."""
    bright = light(colour)
    if bright < BLACK_BELOW:
        return Paint(colour, 1.0, black=True)
    return Paint(colour, round(max(0.0, (172.0 - bright) / 172.0) * 0.62, 3))


def mane(name: str, colour: Colour, sitter: Sitter, hat: bool = False) -> Mane:
    """Return the hair of that style as the camera sees it; under a ``hat`` nothing stands up."""
    cut = style(name)
    locks = [k for k in cut.locks if not (hat and _stands(k))]
    seen = _project(tuple(locks), name, hat, sitter) if locks else ()
    front = [s.shape for s in seen if not s.behind]
    if cut.cap is not None:
        front.append(_cap(cut.cap, sitter))
    behind = [s.shape for s in seen if s.behind]
    bands = () if hat and cut.high else _project(cut.bands, name + " bands", hat, sitter) if cut.bands else ()
    return Mane(name, colour, seen, bands, *(smooth(shapely.union_all(g), sitter) for g in (front, behind)))


def _stands(lock: Lock) -> bool:
    """Tell whether a lock leaves the shell above the ears: it would poke through a hat."""
    high = lock.points[:, 1] > 0.66
    far = np.linalg.norm((lock.points - HAIR) / RADII, axis=1) > 1.16
    return bool((high & far).any()) or float(lock.points[:, 1].max()) > 1.08


@lru_cache(maxsize=64)
def _solids(key: str, hat: bool, rows: int, wide: float) -> tuple[Array, Array]:
    """Return rings (locks, rows, points, 3) and middle lines (locks, rows, 3) of a style's locks."""
    cut = style(key.removesuffix(" bands"))
    source = cut.bands if key.endswith(" bands") else tuple(k for k in cut.locks if not (hat and _stands(k)))
    pairs = [_rings(lock, rows, wide) for lock in source]
    return np.stack([p[0] for p in pairs]), np.stack([p[1] for p in pairs])


def _rings(lock: Lock, rows: int, wide: float) -> tuple[Array, Array]:
    n = len(lock.points)
    table = profile(np.column_stack([np.linspace(0, 1, n), lock.points, lock.widths]), rows)
    middle = table[:, 1:4] * (wide, 1.0, 1.0)
    along = unit(np.gradient(middle, axis=0))
    out = middle - HAIR
    low = middle[:, 1] < 0.35
    out[low] = np.stack([middle[low, 0], np.zeros(int(low.sum())), middle[low, 2] + 0.1], axis=1)
    side = unit(np.cross(along, out))
    flat = np.cross(side, along)
    half = np.maximum(table[:, 4], 0.004)[:, None, None]
    x, z = np.sin(TURN)[None, :, None], np.cos(TURN)[None, :, None]
    rings: Array = middle[:, None] + x * half * side[:, None] + z * half * lock.flat * flat[:, None]
    return rings, middle


def _project(locks: tuple[Lock, ...], key: str, hat: bool, sitter: Sitter) -> tuple[Seen, ...]:
    rows = 8 if sitter.small else 13 if sitter.detail < 260 else 20
    rings, middles = _hang(*_solids(key, hat, rows, round(sitter.wide, 3)), locks, sitter)
    view = rings @ sitter.turn + sitter.shift
    flat = FRAME * sitter.camera.lens(view)
    pairs = np.concatenate([flat[:, :-1], flat[:, 1:]], axis=2)
    hulls = shapely.convex_hull(shapely.linestrings(pairs))
    shapes = shapely.union_all(hulls, axis=1)
    spine = sitter.flat(middles)
    edges = _edges(flat, spine)
    near = middles[..., 1] > np.minimum(0.0, middles[..., 1].max(axis=1, keepdims=True) - 0.1)
    depths = (sitter.depth(middles) * near).sum(axis=1) / near.sum(axis=1)
    middle = float(sitter.depth(CENTRE))
    seen = []
    for i, lock in enumerate(locks):
        if float(view[i, ..., 2].min()) > NEAR:
            behind = float(depths[i]) - middle > BEHIND[lock.place] * sitter.unit
            behind = behind or (lock.place == "side" and _far_side(middles[i], sitter))
            seen.append(Seen(lock, shapes[i], (edges[0][i], edges[1][i]), spine[i], float(depths[i]), behind))
    return tuple(sorted(seen, key=lambda s: -s.depth))


def _hang(rings: Array, middles: Array, locks: tuple[Lock, ...], sitter: Sitter) -> tuple[Array, Array]:
    """Return rings and middle lines with what hangs below the ears turned towards the ground."""
    down = sitter.axes @ (0.0, -1.0, 0.0)
    lean = float(np.arccos(np.clip(-down[1], -1.0, 1.0)))
    lean = lean if lean < SWING else max(0.0, 2 * SWING - lean)
    if lean < 0.03:
        return rings, middles
    axis = unit(np.cross((0.0, -1.0, 0.0), down))
    height = middles[..., 1]
    first = np.argmax(height < LOOSE, axis=1)
    roots = middles[np.arange(len(locks)), np.maximum(first - 1, 0)].copy()
    for i, lock in enumerate(locks):
        if lock.root is not None:
            roots[i] = np.multiply(lock.root, (sitter.wide, 1.0, 1.0))
    loose = (height.min(axis=1) < 0.12) | np.array([lock.root is not None for lock in locks])
    angle = lean * np.clip((LOOSE - height) / 0.3, 0.0, 1.0) * loose[:, None]
    turned = _swung(rings - roots[:, None, None], axis, angle[:, :, None, None]) + roots[:, None, None]
    return turned, _swung(middles - roots[:, None], axis, angle[:, :, None]) + roots[:, None]


def _swung(points: Array, axis: Array, angle: Array) -> Array:
    """Return points turned about ``axis`` through the origin by angles in radians (Rodrigues' formula)."""
    c, s = np.cos(angle), np.sin(angle)
    out: Array = points * c + np.cross(axis, points) * s + axis * ((points @ axis)[..., None] * (1 - c))
    return out


def _far_side(middle: Array, sitter: Sitter) -> bool:
    """Tell whether a lock beside the face is on its far side: there it must not hide the far eye."""
    side, _, ahead = sitter.view
    return bool(ahead > 0 and side * np.sign(middle[:, 0].mean()) < FAR)


def _edges(flat: Array, spine: Array) -> tuple[Array, Array]:
    """Return the ring points (locks, rows, 2) farthest to either side of the middle line on the frame."""
    along = np.gradient(spine, axis=1)
    normal = np.stack([-along[..., 1], along[..., 0]], axis=-1)
    reach = np.einsum("lrpc,lrc->lrp", flat, normal)
    left, right = (
        np.take_along_axis(flat, f(reach, axis=2)[..., None, None], axis=2)[:, :, 0] for f in (np.argmax, np.argmin)
    )
    return left, right


@lru_cache(maxsize=32)
def _cap_points(cap: Cap, wide: float) -> tuple[Array, Array, Array, Array]:
    """Return the cap's points, its rim, the middle of its plane and the plane's normal."""
    radii = RADII * (wide, 1.0, 1.0) * cap.grow
    point, normal = np.array(cap.point), unit(np.array(cap.normal))
    lat, lon = np.meshgrid(np.linspace(-85, 90, 20), np.arange(0, 360, 15))
    places = np.column_stack([lon.ravel(), lat.ravel(), np.ones(lat.size)])
    ball = (shell(places) - HAIR) / RADII
    points = HAIR + ball * radii
    points = points[(points - point) @ normal >= 0]
    axis = unit(normal * radii)
    height = float((point - HAIR) @ normal / np.linalg.norm(normal * radii))
    radius = float(np.sqrt(max(0.0, 1 - height * height)))
    a = unit(np.cross(axis, (0.0, 0.0, 1.0)))
    b = np.cross(axis, a)
    t = np.linspace(0, 2 * np.pi, 48, endpoint=False)[:, None]
    rim = HAIR + (axis * height + a * radius * np.cos(t) + b * radius * np.sin(t)) * radii
    return np.concatenate([points, rim]), rim, HAIR + axis * height * radii, normal


def _cap(cap: Cap, sitter: Sitter) -> Any:
    points, rim, middle, normal = _cap_points(cap, round(sitter.wide, 3))
    shape = shapely.convex_hull(shapely.linestrings(sitter.flat(points)))
    if float((sitter.eye - middle) @ normal) < 0:
        shape = shapely.difference(shape, polygon(sitter.flat(rim)))
    return shape


def draw_behind(hair: Mane, pen: Pen) -> None:
    """Draw what hangs behind the head."""
    if hair.behind.is_empty:
        return
    pen.fill(hair.behind, hair.paint, 0.75)
    _inner(hair, pen, behind=True)
    pen.outline(hair.behind, 1.0)
    _draw_bands(hair, pen, behind=True)


def draw_front(hair: Mane, pen: Pen) -> None:
    """Draw what lies on the head and before it: fill, shadow, gleam, inner edges, outline."""
    if hair.front.is_empty:
        return
    sitter, cut = pen.sitter, style(hair.name)
    if cut.stubble:
        _draw_stubble(hair, pen)
        return
    pen.fill(hair.front, hair.paint)
    h = sitter.size
    shade = shapely.difference(hair.front, translate(hair.front, -0.06 * h, -0.085 * h))
    if not sitter.small:
        pen.fill(shade, hair.paint, 0.7)
    if cut.gleam is not None:
        _gleam(hair, cut.gleam, pen)
    _inner(hair, pen, behind=False)
    if not sitter.small:
        _strands(hair, cut.strands, pen)
    pen.outline(hair.front, 1.08)
    _draw_bands(hair, pen, behind=False)


def _draw_stubble(hair: Mane, pen: Pen) -> None:
    paint = Paint(mix(hair.colour, 0.22, (200, 170, 150)), 0.42)
    pen.fill(hair.front, paint)
    h = pen.sitter.size
    pen.fill(shapely.difference(hair.front, translate(hair.front, -0.07 * h, -0.08 * h)), paint, 0.6)
    pen.outline(hair.front, 0.75)


def _inner_colour(hair: Mane) -> tuple[Colour, bool]:
    if hair.paint.black:
        return mix(hair.colour, 0.38, (190, 190, 215)), True
    return mix(hair.colour, 0.66, (12, 6, 20)), False


def _inner(hair: Mane, pen: Pen, behind: bool) -> None:
    """Ink the edges of locks inside the hair, and a stroke down the middle of some."""
    group = [s for s in hair.locks if s.behind == behind]
    if not group or pen.sitter.small:
        return
    colour, white = _inner_colour(hair)
    shapes = np.array([s.shape for s in group])
    shapely.prepare(shapes)
    for i, seen in enumerate(group):
        if not seen.lock.edge or _end_on(seen):
            continue
        for line, weight in _lock_lines(seen, pen.sitter):
            keep = np.isfinite(line).all(axis=1)
            if i + 1 < len(group):
                keep &= ~shapely.contains_xy(shapes[i + 1 :, None], line[None, :, 0], line[None, :, 1]).any(axis=0)
            for part in _parts(line, keep):
                pen.line(part, weight, colour, white=white)


def _end_on(seen: Seen) -> bool:
    """Tell whether a lock points at the camera: it has no edges worth a line."""
    length = float(np.linalg.norm(np.diff(seen.middle, axis=0), axis=1).sum())
    width = float(np.linalg.norm(seen.edges[0] - seen.edges[1], axis=1).max())
    return seen.lock.cut > 0.0 and length < 1.3 * width


def _lock_lines(seen: Seen, sitter: Sitter) -> list[tuple[Array, float]]:
    n = len(seen.middle)
    start = min(int(seen.lock.cut * (n - 1)), n - 3)
    lines = [(edge[start:], 0.62) for edge in seen.edges]
    if seen.lock.middle:
        lines.append((seen.middle[int(0.35 * n) : int(0.9 * n)], 0.42))
        if sitter.fine:
            for share, a, b in ((0.55, 0.2, 0.7), (0.45, 0.45, 0.85)):
                edge = seen.edges[0 if share > 0.5 else 1]
                lines.append(((seen.middle * (1 - share) + edge * share)[int(a * n) : int(b * n)], 0.3))
    return lines


def _parts(line: Array, keep: Any) -> list[Array]:
    padded = np.concatenate([[False], keep, [False]]).astype(int)
    change = np.diff(padded)
    return [
        line[a:b] for a, b in zip(np.flatnonzero(change == 1), np.flatnonzero(change == -1), strict=True) if b - a > 2
    ]


def _strands(hair: Mane, strands: tuple[Array, ...], pen: Pen) -> None:
    colour, white = _inner_colour(hair)
    sitter = pen.sitter
    front = [s.shape for s in hair.locks if not s.behind and s.lock.edge]
    near = shapely.union_all(front) if front else shapely.Polygon()
    shapely.prepare(near)
    for strand in strands:
        points = strand * (sitter.wide, 1.0, 1.0)
        flat = sitter.flat(points)
        keep = sitter.seen(points, (points - HAIR) / RADII**2) > 0.05
        keep &= ~shapely.contains_xy(near, flat)
        for part in _parts(flat, keep):
            pen.line(part, 0.55, colour, white=white)


def _gleam(hair: Mane, gleam: tuple[float, float], pen: Pen) -> None:
    """Paint the band of light round the crown: jagged, on the side towards the light."""
    sitter = pen.sitter
    lat, reach = gleam
    view = sitter.view
    azimuth = float(np.degrees(np.arctan2(view[0], view[2]))) - 16
    t = np.linspace(-54, 54, 31 if not sitter.small else 13)
    swell = np.cos(np.radians(t / 54 * 90))
    teeth = np.where(np.arange(len(t)) % 2 == 0, 1.0, -0.3) * (1.4 + 0.75 * (np.arange(len(t)) * 7 % 5)) * swell
    upper = shell(np.column_stack([azimuth + t, lat - 5.0 + 3.4 * swell + teeth, np.full(len(t), reach * 1.02)]))
    lower = shell(np.column_stack([azimuth + t, lat - 5.0 - 3.8 * swell + teeth * 1.25, np.full(len(t), reach * 1.02)]))
    middle = upper[len(t) // 2] * (sitter.wide, 1, 1)
    if float(sitter.seen(middle, (middle - HAIR) / RADII**2)) < 0.12:
        return
    ring = np.concatenate([upper, lower[::-1]]) * (sitter.wide, 1.0, 1.0)
    shape = shapely.intersection(polygon(sitter.flat(ring)), hair.front)
    glow = mix(
        hair.colour, 0.30 if hair.paint.black else 0.45, (225, 228, 250) if hair.paint.black else (255, 250, 240)
    )
    pen.fill(shape, Paint(glow, 0.0))


TIE = Paint((206, 72, 82), 0.35)


def _draw_bands(hair: Mane, pen: Pen, behind: bool) -> None:
    for seen in hair.bands:
        if seen.behind == behind:
            pen.fill(seen.shape, TIE)
            pen.outline(seen.shape, 0.8)
