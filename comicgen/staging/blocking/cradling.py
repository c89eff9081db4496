"""Small animals into the arms of those who carry them."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from ...script import Panel
from ..words.answers import LOW, meant, whom
from ..words.deeds import STAND, Deed
from ..words.descriptor import read_look
from .spots import Spot

CARRIES, CRADLES, LIES = "carrying", "cradling", "lying"
SMALL = 0.75
"""Metres: the height of an animal that is carried in the arms."""


def in_arms(panel: Panel, done: Sequence[Deed]) -> dict[int, int]:
    """Return the bearer's number for each animal that somebody of the panel carries."""
    found = {}
    for i, deed in enumerate(done):
        j = whom(i, panel)
        if deed.pose == CARRIES and not deed.holds and j is not None and meant(i, j, panel):
            look = read_look(panel.cast[j].character.look)
            if look.species in LOW and look.height * panel.cast[j].size < SMALL:
                found[j] = i
    return found


def taken_up(done: Sequence[Deed], held: Mapping[int, int]) -> tuple[Deed, ...]:
    """Return the deeds of those who carry an animal, and of the animals in their arms."""
    found = list(done)
    for j, i in held.items():
        found[i] = replace(done[i], pose=CRADLES)
        found[j] = replace(done[j], pose=LIES) if done[j].pose in (STAND, CARRIES) else done[j]
    return tuple(found)


def without(panel: Panel, held: Mapping[int, int]) -> Panel:
    """Return the panel with none of the cast that is carried."""
    return replace(panel, cast=tuple(c for k, c in enumerate(panel.cast) if k not in held))


def with_bearers(places: Sequence[Spot], held: Mapping[int, int], count: int) -> tuple[Spot, ...]:
    """Return the places of all of the cast, those who are carried at their bearers'."""
    left = iter(places)
    found = {k: next(left) for k in range(count) if k not in held}
    return tuple(found[k] if k in found else replace(found[held[k]], lead=False) for k in range(count))
