"""A blocked panel onto the ground of its set: camera and actors move together, so that the frame stays as it was.

Of a few turns and steps that one is taken where everybody stands on the set, the camera keeps to its
ground, nobody is inside of something, and nothing stands between the lens and a body.
"""

from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache

import numpy as np

from .. import Scenery
from ..camera import Array, Camera, Vec3
from ..sets import build_set
from ..sets.solids import Area, Growth, Set
from .block import Blocked
from .measure import Measure, moved

TURNS = tuple(float(t) for t in range(-180, 180, 15))
"""Degrees that camera and actors go round together."""
STEPS = (0.0, -0.7, 0.7, -1.6, 1.6)
GRID = np.array([(x, 0.0, z) for x in STEPS for z in STEPS])
"""Metres along and across, from the nearest spot on the set."""
SHORTLIST = 48
EDGE = 0.12
"""Metres that a body keeps from the border of where one may stand."""
BODY = 0.24
"""Metres: half the width of what one needs to stand in."""
SLENDER = {"tree": 0.16, "blossom": 0.16, "pine": 0.3, "snow pine": 0.3, "palm": 0.12, "cactus": 0.6}
"""How much of its width a growth is where people stand; others are as wide as they are."""
OUTSIDE, ASTRAY, ROUND, FAR, STUCK, HIDDEN, AT_LENS = 9.0, 0.5, 1.0 / 40.0, 0.22, 1.5, 0.6, 1.5
WALLED, AT_WALL, SIGHT, RAYS = 4.0, 1.5, 2.2, 7
"""What is lost by a metre off the set (that of the farthest counts twice), a metre of the camera off its ground, a
degree from the usual side, a metre from the stage's middle, one inside of something, a part of a body hidden,
something at the lens; and by a metre of the camera off its ground where that is behind a wall, and by a metre that a
wall is nearer than one sees something of it, over so many rays across the frame: both show nothing but paper."""
SLACK = 2.0
"""Metres together that those on the seats of an open set may be off its ground: benches stand at its border."""
LENS = 0.5
"""Metres that the lens keeps from things."""
TOPS, BOARD = (0.3, 1.2), 0.35
"""Metres: how high the tops of tables and the seats of chairs are, and how wide the narrowest."""


def settle(found: Blocked, scenery: Scenery) -> Blocked:
    """Return the panel moved onto the ground of its set; the frame shows everybody where they were."""
    if not found.actors:
        return found
    place = build_set(scenery.place, scenery.seed)
    tries = _tries(found, place)
    low, high = obstacles(scenery.place, scenery.seed)
    best, turn, step = np.inf, 0.0, (0.0, 0.0, 0.0)
    for cost, way, far in tries:
        if cost >= best:
            break
        total = cost + _cluttered(found, way, far, (low, high))
        if total < best - 1e-6:
            best, turn, step = total, way, far
    return swung(found, turn, step)


def _tries(found: Blocked, place: Set) -> list[tuple[float, float, Vec3]]:
    """Return the best (cost, turn, step) by the ground alone, cheapest first."""
    feet, eye = np.array([a.position for a in found.actors]), np.array(found.camera.eye)
    ahead, dear = np.array(found.camera.forward), WALLED if place.closed else ASTRAY
    tries: list[tuple[float, float, Vec3]] = []
    for turn in TURNS:
        matrix = about(turn)
        here, lens, way = feet @ matrix, eye @ matrix, ahead @ matrix
        yaw = abs(float(np.degrees(np.arctan2(way[0], -way[2]))))
        area = place.stand
        steps = _home(here, lens, place) + GRID
        off = outside(here + steps[:, None], area)
        lost = OUTSIDE * (off.sum(axis=1) + off.max(axis=1)) + dear * outside(lens + steps, place.camera)
        if place.closed:
            lost += AT_WALL * _at_wall(lens + steps, _fan(found.camera) @ matrix, place.camera)
        middle = here.mean(axis=0) + steps
        lost += ROUND * yaw + FAR * np.hypot(middle[:, 0], middle[:, 2] + 0.7)
        tries += [(cost, turn, (x, y, z)) for cost, (x, y, z) in zip(lost.tolist(), steps.tolist(), strict=True)]
    return sorted(tries)[:SHORTLIST]


def _fan(camera: Camera) -> Array:
    """Return the level directions of (n, 3) rays across the frame."""
    across = (np.linspace(0.04, 0.96, RAYS) - 0.5) * camera.aspect / camera.focal
    ways = np.array(camera.forward) + across[:, None] * np.array(camera.right)
    ways[:, 1] = 0.0
    level: Array = ways / np.linalg.norm(ways, axis=1)[:, None]
    return level


def _at_wall(eyes: Array, ways: Array, room: Area) -> Array:
    """Return for each of (k, 3) eyes how much of what it sees is a wall too near to show anything, in metres."""
    walls = ((0, room.x0), (0, room.x1), (2, room.z0))
    with np.errstate(divide="ignore", invalid="ignore"):
        far = [(wall - eyes[:, None, axis]) / ways[None, :, axis] for axis, wall in walls]
    near = np.min([np.where(f > 0.0, f, SIGHT) for f in far], axis=0)
    lost: Array = (SIGHT - np.minimum(near, SIGHT)).mean(axis=1)
    return lost


def _home(feet: Array, lens: Array, place: Set) -> Array:
    """Return the least step that brings feet onto the set and, in a closed one, the lens between its walls too."""
    stand, room = place.stand, place.camera
    x, z = _onto(feet[:, 0], stand.x0, stand.x1), _onto(feet[:, 2], stand.z0, stand.z1)
    if place.closed:
        more = _onto(lens[:1] + x, room.x0, room.x1)
        free = np.array((stand.x0 + EDGE - feet[:, 0].min(), stand.x1 - EDGE - feet[:, 0].max())) - x
        x += float(np.clip(more, min(free[0], 0.0), max(free[1], 0.0)))
    return np.array((x, 0.0, z))


def _onto(along: Array, low: float, high: float) -> float:
    """Return the least step that brings a row of feet between two borders; too wide a row to their middle."""
    a, b = low + EDGE - float(along.min()), high - EDGE - float(along.max())
    return (a + b) / 2 if a > b else min(max(0.0, a), b)


def astray(found: Blocked, scenery: Scenery) -> float:
    """Return how many metres people and camera are behind the walls of a closed set, people far off an open one."""
    place = build_set(scenery.place, scenery.seed)
    feet, eye = np.array([a.position for a in found.actors]), np.array(found.camera.eye)
    off = float(outside(feet, place.stand).sum())
    if not place.closed:
        return max(0.0, off - SLACK)
    return off + float(outside(eye, place.camera))


def outside(spots: Array, area: Area) -> Array:
    """Return how many metres each of (..., 3) spots is outside of an area."""
    x, z = spots[..., 0], spots[..., 2]
    beyond: Array = np.maximum(0, np.maximum(area.x0 - x, x - area.x1))
    return beyond + np.maximum(0, np.maximum(area.z0 - z, z - area.z1))


def cluttered(found: Blocked, scenery: Scenery, way: tuple[float, Vec3]) -> float:
    """Return what is lost by things in the way of a panel that is turned and shifted, and by walls too near."""
    place, (turn, step) = build_set(scenery.place, scenery.seed), way
    lost = _cluttered(found, turn, step, obstacles(scenery.place, scenery.seed))
    if not place.closed:
        return lost
    lens = np.array(found.camera.eye) @ about(turn) + step
    return lost + AT_WALL * float(_at_wall(lens[None], _fan(found.camera) @ about(turn), place.camera)[0])


def _cluttered(found: Blocked, turn: float, step: Vec3, boxes: tuple[Array, Array]) -> float:
    """Return what is lost by things that people stand in or that stand before them."""
    low, high = boxes
    if not len(low):
        return 0.0
    matrix = about(turn)
    feet = np.array([a.position for a in found.actors]) @ matrix + step
    eye = np.array(found.camera.eye) @ matrix + step
    on_floor = (low[:, 1] < 1.5) & (high[:, 1] > 0.25)
    inside = ((feet[:, None] > low - BODY) & (feet[:, None] < high + BODY))[..., (0, 2)].all(axis=2) & on_floor
    gap = np.linalg.norm(eye - np.clip(eye, low, high), axis=1)
    lost = STUCK * float(inside.any(axis=1).sum()) + AT_LENS * float((gap < LENS).any())
    parts = np.concatenate([_shown(b, found.camera) for b in found.bodies])
    if len(parts):
        lost += HIDDEN * float(crossed(eye, parts @ matrix + step, low, high).sum())
    return lost


def _shown(body: Measure, camera: Camera) -> Array:
    """Return the middles of head, chest, hips and knees that are in the frame."""
    head, hips = np.array(body.head.origin) + 0.45 * body.head.unit * np.array(body.head.up), body.hips
    knees = hips * (1.0, 0.55, 1.0)
    parts = np.array((head, 0.6 * head + 0.4 * hips, hips, knees))
    frame = camera.project(parts) / (camera.aspect, 1.0)
    shown: Array = parts[((frame > 0.0) & (frame < 1.0)).all(axis=1)]
    return shown


def crossed(eye: Array, ends: Array, low: Array, high: Array) -> Array:
    """Tell for each of (n, 3) ends whether one of (m, 3) boxes lies on the way to it from the eye (slab method)."""
    way = ends[:, None] - eye
    with np.errstate(divide="ignore", invalid="ignore"):
        a, b = (low - eye) / way, (high - eye) / way
    enter, leave = np.fmin(a, b).max(axis=2), np.fmax(a, b).min(axis=2)
    hit: Array = ((enter < leave) & (enter < 0.96) & (leave > 0.02)).any(axis=1)
    return hit


@lru_cache(maxsize=64)
def obstacles(name: str, seed: int) -> tuple[Array, Array]:
    """Return lowest and highest corners (m, 3) of what stands on a set's ground."""
    place = build_set(name, seed)
    boxes = [(s.corners.min(axis=0), s.corners.max(axis=0)) for s in place.solids]
    boxes += [_grown(g) for g in place.growths if g.height > 0.5]
    boxes = [(a, b) for a, b in boxes if (b[1] - max(a[1], 0.0) > 0.3 and a[1] < 2.4) or _is_top(a, b)]
    low, high = np.array([a for a, _ in boxes]).reshape(-1, 3), np.array([b for _, b in boxes]).reshape(-1, 3)
    return low, high


def _is_top(low: Array, high: Array) -> bool:
    """Tell whether a thin board is a table's top: nobody stands where only its legs reach the floor."""
    return TOPS[0] < high[1] < TOPS[1] and float((high - low)[[0, 2]].min()) > BOARD


def _grown(g: Growth) -> tuple[Array, Array]:
    half = g.width * SLENDER.get(g.kind, 0.9) / 2
    x, y, z = g.at
    return np.array((x - half, y, z - half)), np.array((x + half, y + g.height, z + half))


def about(turn: float) -> Array:
    """Return the (3, 3) matrix for row vectors that turns +z by ``turn`` degrees towards +x."""
    c, s = np.cos(np.radians(turn)), np.sin(np.radians(turn))
    return np.array(((c, 0.0, -s), (0.0, 1.0, 0.0), (s, 0.0, c)))


def swung(found: Blocked, turn: float, step: Vec3) -> Blocked:
    """Return camera and actors turned together about the set's middle, then shifted: the frame shows the same."""
    matrix = about(turn)
    camera = found.camera
    spots = [_vec(np.array(a.position) @ matrix + step) for a in found.actors]
    bodies = tuple(moved(b, a, p, a.yaw + turn) for a, b, p in zip(found.actors, found.bodies, spots, strict=True))
    actors = tuple(replace(a, position=p, yaw=a.yaw + turn) for a, p in zip(found.actors, spots, strict=True))
    right, up, forward = (_vec(np.array(v) @ matrix) for v in (camera.right, camera.up, camera.forward))
    eye = _vec(np.array(camera.eye) @ matrix + step)
    return Blocked(replace(camera, eye=eye, right=right, up=up, forward=forward), actors, bodies)


def _vec(v: Array | Sequence[float]) -> Vec3:
    return (float(v[0]), float(v[1]), float(v[2]))
