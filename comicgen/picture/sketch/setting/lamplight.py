"""Lamplight into marks: walls that darken away from the lamp, at night a glow on faces near lamps."""

from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from ....staging.camera import Camera
from ....staging.sets.solids import Set
from ..marks import Area, Array
from .gradation import rounded
from .hand import Hand
from .light import SHADE_TONE
from .subject import Subject

BRIGHT, NEAR, FALL = 0.45, (34.0, 78.0), 82.0
"""A lit room is bright so many metres about its people, so many frame units at least and at most; then it darkens."""
BEFORE, CHEST = 0.5, 0.75
"""Metres before the lens from which a light or a person counts; how high on a person it falls."""
WEIGHTS = (0.3, 0.7)
"""Of the lamp and of the people, in where a lit room is brightest."""
NEARLY = 0.25
"""Share of a surface's own tone that is left where the light is strongest."""


def light_point(place: Set, camera: Camera, subjects: Sequence[Subject]) -> Array | None:
    """Return where on the frame a lit room is brightest: between its nearest lamp and its people."""
    lamps = np.array([m.at for m in place.lamps]).reshape(-1, 3)
    people = np.array([(s.at[0], s.at[1] + CHEST * s.height, s.at[2]) for s in subjects]).reshape(-1, 3)
    found = []
    for points, all_ in ((lamps, False), (people, True)):
        view = camera.view(points)
        front = view[view[:, 2] > BEFORE]
        if len(front):
            chosen = front if all_ else front[[np.argmin(front[:, 2])]]
            spots = np.clip(100 * camera.lens(chosen), (0.0, 25.0), (100 * camera.aspect, 60.0))
            found.append(spots.mean(axis=0))
    return np.average(found, axis=0, weights=WEIGHTS[-len(found) :]) if found else None


def gloom(hand: Hand, point: Array) -> float:
    """Return the tone that the dark adds at a place on the frame of a lit room."""
    away = float(np.hypot(*(point - middle(hand))))
    return hand.light.gloom * float(np.clip((away - _near(hand)) / FALL, 0.0, 1.0))


def _near(hand: Hand) -> float:
    return float(np.clip(BRIGHT * hand.scale(hand.reference), *NEAR))


def middle(hand: Hand) -> Array:
    """Return where on the frame the light of a lit room is strongest."""
    return np.array((hand.width * 0.5, 45.0)) if hand.lamp is None else hand.lamp


def lamplit(hand: Hand, area: Area) -> list[Area]:
    """Return a lit surface that darkens evenly away from the light."""
    own = area.paint.tone + SHADE_TONE * area.shade
    near = _near(hand)
    deep = min(max(hand.light.gloom + 0.5 * own, own), 1.0)
    paint = replace(area.paint, tone=deep - SHADE_TONE, black=False)
    return rounded(replace(area, paint=paint, shade=1.0), middle(hand), (near, NEARLY * own / deep), (near + FALL, 1.0))


def glows(place: Set, hand: Hand, faces: Array, normals: Array) -> Array:
    """Return how much of the night the lamps take off each face, (f,) 0..1: near them and turned to them.

    ``faces`` is (f, k, 3) corners, ``normals`` (f, 3).
    """
    if hand.light.time != "night" or not place.lamps or not len(faces):
        return np.zeros(len(faces))
    best = np.zeros(len(faces))
    for lamp in place.lamps:
        distance, facing = _reached(np.array(lamp.at), faces, normals)
        best = np.maximum(best, np.where(facing, np.clip(1.25 - distance / (2.6 * lamp.radius), 0.0, 0.85), 0.0))
    return best


def turned_away(place: Set, hand: Hand, faces: Array, normals: Array) -> Array:
    """Return the shade (f,) of a lit room's faces: full where no lamp shines on them."""
    lit = np.zeros(len(faces), dtype=bool)
    for lamp in place.lamps or ():
        lit |= _reached(np.array(lamp.at), faces, normals)[1]
    shade: Array = np.where(lit, 0.0, 1.0)
    return shade


def _reached(at: Array, faces: Array, normals: Array) -> tuple[Array, Array]:
    """Return the distances of faces from a lamp, and whether they are turned to it."""
    way = at - np.clip(at, faces.min(axis=1), faces.max(axis=1))
    distance = np.linalg.norm(way, axis=1)
    return distance, np.einsum("fc,fc->f", normals, way) > 0.05 * distance
