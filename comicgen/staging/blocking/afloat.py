"""Those who swim into the water: as deep in it as one floats, and out at sea where a place has one."""

from collections.abc import Sequence
from dataclasses import replace

from .. import Scenery
from ..words.scenery import VOID
from .block import Mark
from .measure import measure

SWIMS = "swimming"
SUNK = 0.28
"""Heads that a swimmer's hips are over the water."""
WATER = "open water"
WASH = "wash"
"""What a swimmer brings along: a piece of water on land, only the wash in water."""
OPEN_SEA = "open sea"
SHORES = ("sea", "beach", "harbour", "lighthouse", "lit lighthouse", VOID)
"""Places on whose ground nobody swims, the sea being before them, and none at all."""


def at_sea(scenery: Scenery, poses: Sequence[str]) -> Scenery:
    """Return the scenery out on the water if everybody swims and the place is at the sea."""
    swim = set(poses) == {SWIMS} and scenery.place in SHORES
    return replace(scenery, place=OPEN_SEA) if swim else scenery


def floating(marks: Sequence[Mark]) -> list[Mark]:
    """Return the marks with swimmers so deep that the ground is the water's face."""
    return [replace(m, rise=m.rise - _over(m)) if m.actor.pose == SWIMS else m for m in marks]


def _over(mark: Mark) -> float:
    body = measure(mark.home)
    return float(body.hips[1]) - SUNK * body.head.unit
