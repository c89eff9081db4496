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
from ....staging.sets import build_set, missing_props, prop_parts
from ....staging.sets.solids import Growth, Set, Solid, Thing, arranged
from ..marks import Mark
from ..order import Piece
from .clearing import heads_of, in_the_way
from .foreground import draw_foreground
from .ground import draw_ground, sunken
from .hand import Hand
from .lamplight import light_point
from .light import Light, light_of
from .mist import draw_mist
from .noted import visible
from .people import draw_crowd
from .plants import draw_plants
from .sky import draw_sky
from .solids import draw_solids
from .subject import Subject
from .walls import draw_walls, opened
from .weather import draw_overlay, draw_wires
from .yielding import given_way, lain_on

__all__ = ["Light", "Setting", "Subject", "draw_setting"]


NEAREST = 0.5
"""Metres before the lens from which somebody counts."""


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


def draw_setting(
    scenery: Scenery,
    camera: Camera,
    subjects: Sequence[Subject] = (),
    detail: float = 1.0,
    brought: Sequence[Sequence[Thing]] = (),
    *,
    bare: bool = False,
) -> Setting:
    """Return the setting behind and round the subjects, without the furniture that what they ``brought`` replaces.

    ``detail`` 1 draws everything that is large enough, 0 only shapes without patterns; ``bare`` gives the light alone.
    """
    kept = np.array([s.hips for s in subjects if s.hips is not None]).reshape(-1, 3)
    place = given_way(_furnished(scenery, subjects), brought, kept)
    place = opened(_laid(lain_on(place, subjects), scenery), camera.eye)
    light = light_of(place, scenery.time, scenery.weather, _reference(camera, subjects))
    if bare:
        return Setting((), (), (), (), light, light.sky)
    hand = Hand(camera, light, detail, light_point(place, camera, subjects), _dark_heads(camera, subjects))
    hidden = in_the_way(place, hand, subjects)
    pieces = draw_solids(place, hand, hidden[0]) + draw_plants(place, hand, hidden[1])
    if scenery.crowd:
        pieces += draw_crowd(place, hand, scenery.seed, subjects)
    if light.weather == "fog":
        pieces += draw_mist(hand, scenery.seed)
    sky, walls = draw_sky(place, hand), draw_walls(place, hand)
    sunk, pieces = sunken(place, pieces, camera)
    floor = draw_ground(place, hand, subjects, hidden, sunk)
    ground = (*floor, *walls, *draw_wires(place, hand, over=False))
    over = draw_overlay(place, hand, scenery.seed)
    over += draw_foreground(place, hand, scenery.seed, heads_of(hand, subjects))
    hand.finish()
    back, low, front = (tuple(visible(marks)) for marks in (sky, ground, over))
    return Setting(back, low, tuple(pieces), front, light, light.sky)


def _reference(camera: Camera, subjects: Sequence[Subject]) -> float:
    """Return the depth of the nearest subject; without one, of the stage's middle."""
    points = np.array([(s.at[0], s.at[1] + s.height / 2, s.at[2]) for s in subjects] or [(0.0, 1.0, -1.0)])
    depths = camera.view(points)[:, 2]
    front = depths[depths > 0.3]
    return float(np.clip(front.min() if len(front) else 4.0, 1.2, 14.0))


def _furnished(scenery: Scenery, subjects: Sequence[Subject]) -> Set:
    """Return the place with the extra props that the words named, on its free spots."""
    place = build_set(scenery.place, scenery.seed)
    wanted = missing_props(scenery.props, place)
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


def _laid(place: Set, scenery: Scenery) -> Set:
    """Return the place with the things that the panel's words put down."""
    groups = max((s.group for s in place.solids), default=0) + 100
    laid = [arranged(prop_parts(one.prop), one.at, one.yaw, groups + k) for k, one in enumerate(scenery.laid)]
    solids = [t for things in laid for t in things if isinstance(t, Solid)]
    growths = [t for things in laid for t in things if isinstance(t, Growth)]
    return replace(place, solids=(*place.solids, *solids), growths=(*place.growths, *growths)) if laid else place


def _dark_heads(camera: Camera, subjects: Sequence[Subject]) -> tuple[float, ...]:
    """Return how high on the frame the dark heads are."""
    tops = np.array([(s.at[0], s.at[1] + s.height, s.at[2]) for s in subjects if s.dark]).reshape(-1, 3)
    view = camera.view(tops)
    return tuple((100 * camera.lens(view[view[:, 2] > NEAREST]))[:, 1].tolist())
