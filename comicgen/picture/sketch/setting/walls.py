"""Walls, ceilings and what hangs on them into marks; the wall behind the camera is taken away."""

from collections.abc import Callable
from dataclasses import replace

import numpy as np

from ....staging.camera import Vec3
from ....staging.sets.solids import Fixture, Patch, Set, Wall
from ..marks import Area, Mark
from .details import DETAILS
from .fixtures import FIXTURES
from .hand import Hand, extent
from .lamplight import glows, lamplit
from .surfaces import Surface, lifted

SMALL = 0.6
"""Frame units: a thinner fixture is left out."""
EXTRA = 1.0
"""Metres that walls and floor go on behind a camera which stands outside of the room."""


def opened(place: Set, eye: Vec3) -> Set:
    """Return a room with side walls and floor drawn out to a camera that has backed out through its front wall."""
    front = max((float(p.points[:, 1].max()) for p in place.patches[:1]), default=0.0)
    if not place.ceiling or eye[2] < front:
        return place
    more = eye[2] + EXTRA - front
    walls = tuple(_drawn_out(w, more) for w in place.walls)
    floor = place.patches[0]
    points = floor.points + np.where(floor.points[:, 1:] >= front - 1e-6, (0.0, more), (0.0, 0.0))
    return replace(place, walls=walls, patches=(replace(floor, points=points), *place.patches[1:]))


def _drawn_out(wall: Wall, more: float) -> Wall:
    z = wall.along[2]
    if z < 0:
        x, y, near = wall.origin
        fixtures = tuple(replace(f, u=f.u + more) for f in wall.fixtures)
        return replace(wall, origin=(x, y, near + more), width=wall.width + more, fixtures=fixtures)
    return replace(wall, width=wall.width + more) if z > 0 else wall


def wall_surface(wall: Wall, seed: int) -> Surface:
    """Return a wall as a surface."""
    outline = np.array([(0, 0), (wall.width, 0), (wall.width, wall.height), (0, wall.height)], dtype=float)
    up = np.array((0.0, 1.0, 0.0))
    return Surface(np.array(wall.origin), np.array(wall.along), up, wall.width, wall.height, seed, outline)


def draw_walls(place: Set, hand: Hand) -> list[Mark]:
    """Return the walls that face the camera, and the ceiling."""
    marks = _ceiling(place, hand) if place.ceiling else []
    for k, wall in enumerate(place.walls):
        s = wall_surface(wall, 101 * k + 13)
        normal = np.cross(s.along, s.up)
        if float(normal @ (np.array(hand.camera.eye) - s.origin)) <= 0:
            continue
        corners = s.points(s.outline)
        if (ring := hand.ring(corners)) is not None:
            lit = float(glows(place, hand, corners[None], normal[None])[0])
            marks += _wall(hand, wall, s, ring, (_shade(place, hand, normal), lit))
    return marks


def _shade(place: Set, hand: Hand, normal: np.ndarray) -> float:
    """Return a wall's shade: the wall that holds the windows is against the light."""
    if hand.light.dark or not place.ceiling:
        return float(hand.light.shades(normal[None])[0]) * (not hand.light.dark)
    return 0.4 if float(normal @ np.array(hand.light.sun)) < -0.3 else 0.0


def _wall(hand: Hand, wall: Wall, s: Surface, ring: np.ndarray, lit: tuple[float, float]) -> list[Mark]:
    shade, paint = lit[0], hand.light.face(wall.material, 0.0, lit[0], lit[1])
    low, high = ring[:, 1].min(), ring[:, 1].max()
    fade = ((0.0, float(max(low, 0))), (0.0, float(min(high, 100))), 1.2, 0.1) if shade else None
    base = Area((ring,), paint, shade, fade)
    marks: list[Mark] = [*lamplit(hand, base)] if hand.light.time == "lamp" else [base]
    if wall.detail and hand.detail > 0:
        marks += DETAILS[wall.detail](hand, s, shade)
    if hand.detail > 0 and wall.material not in ("stone", "dark stone", "hull", "glass"):
        marks += hand.segments(s, [(0, 0.09, s.w, 0.09)], "detail")
    marks += [m for f in wall.fixtures for m in _fixture(hand, s, f, shade)]
    return marks + hand.segments(s, [(0, 0, s.w, 0), (0, s.h, s.w, s.h), (0, 0, 0, s.h), (s.w, 0, s.w, s.h)], "edge")


def _fixture(hand: Hand, s: Surface, f: Fixture, shade: float) -> list[Mark]:
    origin = s.points(np.array((f.u, f.v)))
    outline = np.array([(0, 0), (f.w, 0), (f.w, f.h), (0, f.h)], dtype=float)
    part = Surface(origin, s.along, s.up, f.w, f.h, s.seed + round(131 * f.u + 57 * f.v), outline)
    ring = hand.ring(part.points(outline))
    if ring is None or hand.detail <= 0:
        return []
    x0, y0, x1, y1 = extent(ring)
    if min(x1 - x0, y1 - y0) < SMALL:
        return []
    draw: Callable[[Hand, Surface, float], list[Mark]] = FIXTURES[f.kind]
    return draw(hand, part, shade)


def _ceiling(place: Set, hand: Hand) -> list[Mark]:
    if hand.camera.eye[1] >= place.ceiling or not place.patches:
        return []
    floor = place.patches[0].points
    ring = hand.ring(lifted(floor, place.ceiling))
    if ring is None:
        return []
    material, detail = place.overhead
    base = Area((ring,), hand.light.paint(material))
    marks: list[Mark] = [*lamplit(hand, base)] if hand.light.time == "lamp" else [base]
    low, high = floor.min(axis=0), floor.max(axis=0)
    size = high - low
    outline = np.array([(0, 0), (size[0], 0), (size[0], size[1]), (0, size[1])])
    origin = np.array((low[0], place.ceiling, low[1]))
    s = Surface(origin, np.array((1.0, 0, 0)), np.array((0, 0, 1.0)), float(size[0]), float(size[1]), 71, outline)
    return marks + (DETAILS[detail](hand, s, 0.0) if hand.detail > 0 and detail else [])


def patch_surface(patch: Patch, seed: int) -> Surface:
    """Return a rectangular patch as a surface, u to the right, v away from the camera's default side."""
    low, high = patch.points.min(axis=0), patch.points.max(axis=0)
    w, h = (high - low).tolist()
    outline = np.array([(0, 0), (w, 0), (w, h), (0, h)])
    return Surface(
        np.array((low[0], patch.y, high[1])), np.array((1.0, 0, 0)), np.array((0, 0, -1.0)), w, h, seed, outline
    )
