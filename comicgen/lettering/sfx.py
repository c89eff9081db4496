"""A sound into drawn letters: along an arc, growing or shrinking, tilted, with outline and halo, near what makes it.

Letters are found a place after the balloons have theirs: inside the frame, off every face and
balloon, as large as there is room for.
"""

import math
from dataclasses import dataclass
from functools import lru_cache
from hashlib import sha256
from random import Random
from typing import Any

import numpy as np
import shapely

from ..drawing import BLACK, WHITE, Glyph, Item, Path, Text
from ..fonts import Run, shape
from ..geometry import Point, Polygon, Rect, bounds
from .glyphs import contours
from .markup import is_cjk, language_of
from .page import Sfx
from .room import Head, Room

Array = np.ndarray[Any, np.dtype[np.float64]]

RIM, RIM_CJK, HALO = 0.13, 0.085, 0.11
"""Widths in em of the black outline (finer for the finer strokes of CJK), and of the white beyond it."""
SIZES = (1.0, 0.84, 0.7, 0.58, 0.48, 0.38, 0.3, 0.22, 0.15)
ON_BODY, A_LITTLE = 3.0, 0.15
"""What it costs a sound to lie on somebody where all beside is free, and the share that may before it costs thrice."""
FILLED = 0.5
"""Share of a frame from which on a head leaves no room beside itself."""
TILTS = (-0.2, 0.16, -0.36, 0.0, 0.32)


@dataclass(frozen=True, slots=True)
class Letter:
    """One glyph of a sound: its run, em over the base size, place and turn in em of the base size."""

    run: Run
    text: str
    size: float
    x: float
    y: float
    turn: float
    width: float


@lru_cache(128)
def draw_sounds(room: Room, sounds: tuple[str, ...], taken: tuple[Polygon, ...], seed: str) -> tuple[Sfx, ...]:
    """Draw a panel's sounds one after another round the polygons already ``taken``."""
    held = [shapely.Polygon(p).buffer(0) for p in taken]
    drawn = []
    for k, sound in enumerate(s for s in sounds if s.strip()):
        dice = Random(int.from_bytes(sha256(f"{seed} {k} {sound}".encode()).digest()[:6], "big"))
        found = _placed(room, " ".join(sound.split()), held, dice)
        held.append(shapely.Polygon(found.outline).buffer(0))
        drawn.append(found)
    return tuple(drawn)


def lettered(text: str, language: str, vertical: bool, dice: Random) -> list[Letter]:
    """Set a sound's letters on an arc about the origin, the middle letter 1 em large."""
    ramp, bend = dice.choice((0.34, -0.22, 0.26)), dice.uniform(0.25, 0.6) * dice.choice((1, -1, 1))
    runs = [shape(c, "sfx", language_of(text, language), vertical)[0] for c in text]
    n = len(runs)
    sizes = [1 + ramp * (k / (n - 1) - 0.5) if n > 1 else 1.0 for k in range(n)]
    steps = [r.advance * s * (0.94 if not vertical else 0.98) for r, s in zip(runs, sizes, strict=True)]
    total, pen = sum(steps), 0.0
    letters = []
    for run, letter, size, step in zip(runs, text, sizes, steps, strict=True):
        along = (pen + step / 2) / max(total, 1e-6) - 0.5
        pen += step
        x, y, turn = _on_arc(along * total, bend / max(total, 1e-6), vertical)
        letters.append(Letter(run, letter, size, x, y, turn + dice.uniform(-0.05, 0.05), step))
    return letters


def _on_arc(along: float, curvature: float, vertical: bool) -> tuple[float, float, float]:
    """Return the point of an arc of ``curvature`` at a length from its middle, and the turn there."""
    angle = along * curvature
    x = math.sin(angle) / curvature if abs(curvature) > 1e-6 else along
    y = (1 - math.cos(angle)) / curvature if abs(curvature) > 1e-6 else 0.0
    return (-y, x, angle * 0.6) if vertical else (x, y, angle)


def _quads(letters: list[Letter], vertical: bool) -> Array:
    """Return the letters' boxes as (n, 4, 2) corners in em of the base size."""
    quads = []
    for letter in letters:
        w = (letter.size if vertical else letter.width / 0.94) / 2 + 0.06
        h = (
            letter.width / 2 if vertical else letter.size * (0.44 if letter.run.face.startswith("Luck") else 0.52)
        ) + 0.06
        corners = np.array([(-w, -h), (w, -h), (w, h), (-w, h)])
        quads.append(_turned(corners, letter.turn) + np.array((letter.x, letter.y)))
    return np.array(quads)


def _turned(points: Array, turn: float) -> Array:
    c, s = math.cos(turn), math.sin(turn)
    turned: Array = points @ np.array(((c, s), (-s, c)))
    return turned


def _placed(room: Room, sound: str, taken: list[Any], dice: Random) -> Sfx:
    box = bounds(room.polygon)
    vertical = is_cjk(sound) and (room.vertical or box.h > 1.3 * box.w)
    letters = lettered(sound, room.language, vertical, dice)
    quads = _quads(letters, vertical)
    reach = np.ptp(quads.reshape(-1, 2), axis=0)
    largest = min(0.21 * min(box.h, 1.4 * box.w), 0.5 * box.w / reach[0], 0.62 * box.h / reach[1])
    hull = np.asarray(shapely.MultiPoint(quads.reshape(-1, 2)).convex_hull.buffer(0.14, quad_segs=2).exterior.coords)[
        :-1
    ]
    obstacles = shapely.union_all(taken)
    best: tuple[float, float, Point, float] | None = None
    for size in SIZES:
        for k, tilt in enumerate(TILTS):
            em = max(largest * size, 1.1 * room.type_size) if size > SIZES[-1] else largest * size
            cost, at = _freest(room, _turned(hull, tilt) * em, obstacles)
            total = cost + 2.6 * (1 - size) + 0.08 * k
            if best is None or total < best[0]:
                best = (total, em, at, tilt)
        if best is not None and best[0] < 2.6 * (1 - size) + 0.9:
            break
    assert best is not None
    return _drawn(sound, letters, quads, best[1:])


def _freest(room: Room, hull: Array, obstacles: Any) -> tuple[float, Point]:
    """Return the best place for a hull: cost 10 and more where it leaves the frame or covers something."""
    box = bounds(room.polygon)
    half = np.ptp(hull, axis=0) / 2
    middle = hull.min(axis=0) + half
    xs = np.linspace(box.x + half[0] + 0.5, max(box.right - half[0] - 0.5, box.x + half[0] + 0.5), 11)
    ys = np.linspace(box.y + half[1] + 0.5, max(box.bottom - half[1] - 0.5, box.y + half[1] + 0.5), 11)
    spots = np.stack(np.meshgrid(xs, ys), axis=-1).reshape(-1, 2)
    shapes = shapely.polygons(hull[None] - middle + spots[:, None])
    frame = shapely.Polygon(room.polygon)
    faces = shapely.union_all([shapely.Polygon(_kept(h, box).corners) for h in room.heads])
    for shape_ in (frame, faces, obstacles):
        shapely.prepare(shape_)
    out, hit = ~shapely.contains(frame, shapes), shapely.intersects(obstacles, shapes)
    face = shapely.intersects(faces, shapes)
    cost = 10.0 * out + 10.0 * hit + 40.0 * face
    area = float(shapely.area(shapes[0]))
    for bad, against in (
        (out, shapely.Polygon(box.inset(-box.w - box.h).corners).difference(frame)),
        (hit, obstacles),
        (face, faces),
    ):
        if bad.all():
            cost += 30 * shapely.area(shapely.intersection(shapes, against)) / area
    over = _over_bodies(room, _filling(hull) - middle, spots)
    free = 1 - float(_over_bodies(room, _filling(np.array(room.polygon)), np.zeros((1, 2)))[0])
    aside = np.hypot(*(spots - np.array(box.centre)).T)
    cost += 1.2 * (free * _far(room, spots) - (1 - free) * aside) / math.hypot(box.w, box.h)
    cost += free * ON_BODY * (over + 2 * np.maximum(0.0, over - A_LITTLE))
    best = int(np.argmin(cost))
    x, y = spots[best] - middle
    return float(cost[best]), (float(x), float(y))


def _kept(head: Head, frame: Rect) -> Rect:
    """Return what a sound keeps off: the head, or eyes, nose and mouth alone of one that fills the frame."""
    fills = head.box.overlap(frame) > FILLED * frame.w * frame.h
    return head.features if fills else head.box


def _filling(hull: Array) -> Array:
    """Return points evenly spread over a hull, (n, 2)."""
    low, high = hull.min(axis=0), hull.max(axis=0)
    grid = np.stack(np.meshgrid(*np.linspace(low, high, 11).T), axis=-1).reshape(-1, 2)
    inside: Array = grid[shapely.contains_xy(shapely.Polygon(hull), grid)]
    return inside


def _over_bodies(room: Room, points: Array, spots: Array) -> Array:
    """Return the share of a sound's points that lie on somebody, for each place of its middle."""
    covered = np.zeros((len(spots), len(points)), bool)
    for head in room.heads:
        half = np.array((max(head.body.w, 1e-6), max(head.body.h, 1e-6))) / 2
        away = np.abs(points[None] + (spots - np.array(head.body.centre))[:, None]) / half
        away *= away
        covered |= (away * np.sqrt(away)).sum(axis=-1) < 1
    share: Array = covered.mean(axis=1)
    return share


def _far(room: Room, spots: Array) -> Array:
    """Return the distance to what makes the sound: the nearest body, or the frame's middle."""
    box = bounds(room.polygon)
    middles = [(h.body.centre[0], min(h.body.centre[1], box.bottom)) for h in room.heads] or [box.centre]
    gaps = np.stack([np.hypot(spots[:, 0] - x, spots[:, 1] - y) for x, y in middles])
    nearest: Array = gaps.min(axis=0)
    return nearest


def _drawn(sound: str, letters: list[Letter], quads: Array, where: tuple[float, Point, float]) -> Sfx:
    em, at, tilt = where
    placed = _turned(quads.reshape(-1, 2), tilt) * em + np.array(at)
    band = shapely.union_all(shapely.polygons(placed.reshape(-1, 4, 2))).buffer(0.12 * em).simplify(0.05)
    ring = max(shapely.get_parts(band), key=lambda g: g.area).exterior
    if len(shapely.get_parts(band)) > 1:
        ring = band.convex_hull.exterior
    texts = [_letter(x, k, sound, where) for k, x in enumerate(letters) if x.text.strip()]
    rings = tuple(c for t in texts for g in t.glyphs for c in contours(t, g))
    rim = RIM if letters[0].run.face.startswith("Luck") else RIM_CJK
    under = [Path(rings, None, WHITE, (rim + HALO) * em), Path(rings, BLACK, BLACK, rim * em)]
    items: tuple[Item, ...] = (*under, *texts)
    shape_: Polygon = tuple((float(x), float(y)) for x, y in ring.coords[:-1])
    return Sfx(sound, shape_, letters[0].run.face, em, items)


def _letter(letter: Letter, k: int, sound: str, where: tuple[float, Point, float]) -> Text:
    """Return one letter as a white outline glyph; the first stands for the whole sound when text is copied."""
    em, at, tilt = where
    turn, size = letter.turn + tilt, letter.size * em
    middle = _turned(np.array([(letter.x, letter.y)]), tilt)[0] * em + np.array(at)
    origins = np.array([(g.x, g.y) for g in letter.run.glyphs]) + np.array(_origin(letter))
    spots = middle + _turned(origins, turn) * size
    glyphs = tuple(Glyph(g.id, float(x), float(y), g.text) for g, (x, y) in zip(letter.run.glyphs, spots, strict=True))
    return Text(letter.run.face, size, glyphs, sound if k == 0 else "", fill=WHITE, turn=turn, outline=True)


def _origin(letter: Letter) -> Point:
    """Return the glyph's origin from the letter's middle, in em of the letter."""
    run = letter.run
    if any(g.y > 0.5 for g in run.glyphs):
        return (0.0, -run.advance / 2)
    return (-run.advance / 2, 0.35 if run.face.startswith("Luck") else 0.38)
