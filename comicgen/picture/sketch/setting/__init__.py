"""Scenery and camera into a setting: sky, ground, pieces to sort among the figures, and what lies over all.

Order on paper: backdrop, ground, the pieces sorted with the figures, overlay. All marks are in frame units.

For the manners: paint already holds the hour (see ``light``); ``Area.shade`` is the shadow side and cast shadow; a
``fade`` on the sky runs from the top of the frame to the horizon, whose colours are ``Setting.sky``.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np

from ....drawing import Colour
from ....staging import Scenery
from ....staging.camera import Camera
from ....staging.sets import build_set, prop_parts
from ....staging.sets.solids import Growth, Set, Solid, arranged
from ..marks import Mark
from ..order import Piece
from .foreground import draw_foreground
from .ground import draw_ground
from .hand import Hand
from .light import Light, light_of
from .people import draw_crowd
from .plants import draw_plants
from .sky import draw_sky
from .solids import Mesh, draw_solids, mesh_of, screen_boxes
from .stands import Stand, stand_of
from .subject import Subject
from .walls import draw_walls, opened
from .weather import draw_overlay, draw_wires

__all__ = ["Light", "Setting", "Subject", "draw_setting"]

TOO_NEAR = 1.0
"""Metres: a thing nearer to the lens than this is left out."""
RAISED = 0.3
"""Metres: what starts higher stands on something."""
LARGE = 4.2
"""Metres: what is longer is part of the place and is never left out."""


@dataclass(frozen=True, slots=True)
class Setting:
    """A place as seen: marks in the order they lie, and the light they are in."""

    backdrop: tuple[Mark, ...]
    ground: tuple[Mark, ...]
    pieces: tuple[Piece, ...]
    """To be sorted together with the figures (order.sort_pieces)."""
    overlay: tuple[Mark, ...]
    light: Light
    sky: tuple[Colour, Colour]
    """Colours of the sky at the top and at the horizon."""


def draw_setting(scenery: Scenery, camera: Camera, subjects: Sequence[Subject] = (), detail: float = 1.0) -> Setting:
    """Return the setting behind and round the subjects.

    ``detail`` 1 draws everything that is large enough, 0 only shapes without patterns.
    """
    place = opened(_furnished(scenery, subjects), camera.eye)
    light = light_of(place, scenery.time, scenery.weather, _reference(camera, subjects))
    hand = Hand(camera, light, detail, _lamp_point(place, camera))
    hidden = _in_the_way(place, hand, subjects)
    pieces = draw_solids(place, hand, hidden[0]) + draw_plants(place, hand, hidden[1])
    if scenery.crowd:
        pieces += draw_crowd(place, hand, scenery.seed, subjects)
    walls = draw_walls(place, hand)
    return Setting(
        tuple(draw_sky(place, hand)),
        (*draw_ground(place, hand, subjects), *walls, *draw_wires(place, hand, over=False)),
        tuple(pieces),
        (*draw_overlay(place, hand, scenery.seed), *draw_foreground(place, hand, scenery.seed, _heads(hand, subjects))),
        light,
        light.sky,
    )


def _reference(camera: Camera, subjects: Sequence[Subject]) -> float:
    """Return the depth of the nearest subject; without one, of the stage's middle."""
    points = np.array([(s.at[0], s.at[1] + s.height / 2, s.at[2]) for s in subjects] or [(0.0, 1.0, -1.0)])
    depths = camera.view(points)[:, 2]
    front = depths[depths > 0.3]
    return float(np.clip(front.min() if len(front) else 4.0, 1.2, 14.0))


def _furnished(scenery: Scenery, subjects: Sequence[Subject]) -> Set:
    """Return the place with the extra props that the words named, on its free spots."""
    place = build_set(scenery.place, scenery.seed)
    wanted = [p for p in scenery.props if p not in place.props]
    if not wanted:
        return place
    groups = max((s.group for s in place.solids), default=0)
    spots = list(place.spots) or [(-1.8, -2.0, 30.0), (1.8, -2.2, -30.0)]
    taken = [(s.at[0], s.at[2]) for s in subjects]
    free = [p for p in spots if all((p[0] - x) ** 2 + (p[1] - z) ** 2 > 0.8 for x, z in taken)] or spots
    solids, growths, lamps = list(place.solids), list(place.growths), list(place.lamps)
    for k, prop in enumerate(wanted[: len(free)]):
        x, z, yaw = free[k]
        for thing in arranged(prop_parts(prop), (x, 0.0, z), yaw, groups + 1 + k):
            if isinstance(thing, Solid):
                solids.append(thing)
            elif isinstance(thing, Growth):
                growths.append(thing)
    return replace(place, solids=tuple(solids), growths=tuple(growths), lamps=tuple(lamps))


def _lamp_point(place: Set, camera: Camera) -> np.ndarray | None:
    """Return where on the frame the place's nearest lamp is, for lamplight on walls."""
    points = np.array([lamp.at for lamp in place.lamps]).reshape(-1, 3)
    view = camera.view(points)
    front = np.flatnonzero(view[:, 2] > 0.5)
    if not len(front):
        return None
    nearest = front[np.argmin(view[front, 2])]
    point: np.ndarray = np.clip(100 * camera.lens(view[nearest]), (0, 30), (100 * camera.aspect, 60))
    return point


def _in_the_way(place: Set, hand: Hand, subjects: Sequence[Subject]) -> tuple[frozenset[int], frozenset[int]]:
    """Return the solids and the growths (by number) that would hide a subject's head or fill the lens."""
    heads = _heads(hand, subjects)
    plants = set()
    for k, g in enumerate(place.growths):
        stand = stand_of(hand, g)
        if stand is not None and any(
            stand.depth < d - 0.3 and _overlap(_growth_box(stand, g), box) for box, d in heads
        ):
            plants.add(k)
    solids = _solids_in_the_way(mesh_of(place), hand, heads) if place.solids else frozenset()
    groups = {place.solids[i].group for i in solids} | {place.growths[k].group for k in plants}
    whole = {i for i, s in enumerate(place.solids) if s.group in groups and _small(s)} | solids
    whole |= _left_floating(mesh_of(place), whole)
    groups |= {place.solids[i].group for i in whole}
    more = {k for k, g in enumerate(place.growths) if g.group in groups}
    return frozenset(whole), frozenset(plants | more)


def _left_floating(mesh: Mesh, gone: set[int]) -> set[int]:
    """Return the solids that stand on what is left out, or on what did."""
    if not gone:
        return set()
    low, high = np.minimum.reduceat(mesh.corners, mesh.starts), np.maximum.reduceat(mesh.corners, mesh.starts)
    raised = np.flatnonzero((low[:, 1] > RAISED) & ((high - low).max(axis=1) < LARGE))
    under = sorted(gone)
    middle, foot = (low + high)[raised, None] / 2, low[raised, None]
    inside = (middle > low[under]) & (middle < high[under])
    on = (foot[..., 1] > high[under, 1] - 0.06) & (foot[..., 1] < high[under, 1] + 0.5)
    floats = (inside[..., 0] & inside[..., 2] & on).any(axis=1)
    return {int(i) for i in raised[floats]} - gone


def _solids_in_the_way(mesh: Mesh, hand: Hand, heads: list[tuple[list[float], float]]) -> frozenset[int]:
    boxes = screen_boxes(mesh, hand)
    view = hand.camera.view(mesh.corners)[:, 2]
    far, near = np.maximum.reduceat(view, mesh.starts), np.minimum.reduceat(view, mesh.starts)
    hidden = set()
    for i, solid in enumerate(mesh.solids):
        if far[i] < 0.1 or not _small(solid):
            continue
        at_lens = near[i] < TOO_NEAR and far[i] < 3 * TOO_NEAR and _fills(boxes[i].tolist(), hand)
        if at_lens or any(far[i] < d and _overlap(boxes[i].tolist(), box) for box, d in heads):
            hidden.add(i)
    return frozenset(hidden)


def _fills(box: list[float], hand: Hand) -> bool:
    """Tell whether something at the lens takes too much of the frame: its middle, or a third of all."""
    w = min(box[2], hand.width) - max(box[0], 0.0)
    h = min(box[3], 100.0) - max(box[1], 0.0)
    share = max(w, 0.0) * max(h, 0.0) / (100.0 * hand.width)
    return share > 0.34 or (share > 0.06 and box[1] < 55)


def _small(solid: Solid) -> bool:
    """Tell whether a solid may be left out of one picture: not walls, rails or hulls."""
    return bool(np.ptp(solid.corners, axis=0).max() < LARGE)


def _growth_box(stand: Stand, g: Growth) -> list[float]:
    corners = np.array([stand.at(x, y) for x in (-g.width / 2, g.width / 2) for y in (0, g.height)])
    return [*corners.min(axis=0).tolist(), *corners.max(axis=0).tolist()]


def _heads(hand: Hand, subjects: Sequence[Subject]) -> list[tuple[list[float], float]]:
    """Return the box on the frame and the depth of each head."""
    return [_head_box(hand, s) for s in subjects if hand.depth(np.array(s.at)) > 0.3]


def _head_box(hand: Hand, s: Subject) -> tuple[list[float], float]:
    top = np.array((s.at[0], s.at[1] + s.height * 0.9, s.at[2]))
    depth = max(hand.depth(top), 0.2)
    x, y = hand.project(top).tolist()
    r = 0.2 * hand.scale(depth)
    return [x - r, y - r, x + r, y + r], depth


def _overlap(a: list[float], b: list[float]) -> bool:
    return a[0] < b[2] and b[0] < a[2] and a[1] < b[3] and b[1] < a[3]
