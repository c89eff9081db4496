"""Those who touch, ride or are carried into place: two to arm's length, a mount under its rider, a cat into arms."""

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np

from .. import Actor
from ..camera import Array
from ..figure.poses import POSES
from .measure import Measure, moved

if TYPE_CHECKING:
    from .block import Mark

NEARER = 0.09
"""Metres that the shorter of two who hug comes to the camera, the taller goes from it."""
ASIDE = 62.0
"""Degrees that an animal in the arms is turned against its bearer, its head to the frame's middle."""


def join(marks: Sequence["Mark"], actors: list[Actor], bodies: list[Measure], ahead: Array) -> None:
    """Bring those who touch to arm's length of each other about their middle, the shorter of two who hug nearer."""
    for i, mark in enumerate(marks):
        j = mark.partner
        if j < 0 or (j < i and marks[j].partner == i):
            continue
        here, there = np.array(actors[i].position), np.array(actors[j].position)
        way = there - here
        length = float(np.hypot(way[0], way[2]))
        if length < 1e-6:
            continue
        step = way / length * (length - mark.apart) / 2
        aside = np.zeros(3)
        if POSES[mark.actor.pose].touch == "back":
            aside = np.cross(way / length, (0.0, 1.0, 0.0)) * NEARER
            aside *= np.sign(float(aside @ ahead)) or 1.0
            aside *= -1.0 if _tall(mark.actor) <= _tall(marks[j].actor) else 1.0
        for k, move in ((i, step + aside), (j, -step - aside)):
            x, y, z = (np.array(actors[k].position) + move).tolist()
            bodies[k] = moved(bodies[k], actors[k], (x, y, z), actors[k].yaw)
            actors[k] = replace(actors[k], position=(x, y, z))


def _tall(actor: Actor) -> float:
    return actor.look.height * actor.size


def mount(marks: Sequence["Mark"], actors: list[Actor], bodies: list[Measure]) -> None:
    """Bring what carries somebody under them."""
    for i, mark in enumerate(marks):
        if mark.mount >= 0:
            j = mark.mount
            x, _, z = bodies[i].hips.tolist()
            bodies[j] = moved(bodies[j], actors[j], (x, 0.0, z), actors[i].yaw)
            actors[j] = replace(actors[j], position=(x, 0.0, z), yaw=actors[i].yaw)


def bear(marks: Sequence["Mark"], actors: list[Actor], bodies: list[Measure]) -> None:
    """Lay each animal that is carried on its bearer's forearms, its side to the camera."""
    for j, mark in enumerate(marks):
        if mark.bearer < 0:
            continue
        i = mark.bearer
        yaw = actors[i].yaw + (ASIDE if mark.at < 0.5 else -ASIDE)
        turned = moved(bodies[j], actors[j], (0.0, 0.0, 0.0), yaw)
        middle = 0.65 * turned.hips + 0.35 * np.array(turned.head.origin)
        spot = bodies[i].wrists.mean(axis=0) - middle * (1.0, 0.0, 1.0)
        at = (float(spot[0]), float(spot[1]), float(spot[2]))
        bodies[j] = moved(turned, replace(actors[j], position=(0.0, 0.0, 0.0), yaw=yaw), at, yaw)
        actors[j] = replace(actors[j], position=at, yaw=yaw)
