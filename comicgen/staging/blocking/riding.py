"""Those who ride onto what carries them: a horse of the same panel, else a bicycle."""

import re
from collections.abc import Sequence
from dataclasses import replace

from ...script import Panel
from .. import Actor
from ..figure.poses import POSES
from ..words.deeds import STAND, Deed, clauses_about
from .block import WHOLE, Mark
from .measure import measure

POSE = "riding"
MOUNTS = ("horse",)
"""Species that carry a rider."""
BACK = 0.735
"""Height of a horse's back, as a share of its height with the head up."""
CYCLES, BICYCLE = "cycling", "bicycle"
SADDLE, TALL = 0.93, 1.7
"""Metres: how high the hips are on a bicycle, and the height of those whom it fits."""
STEED = re.compile(r"\bhorse|\bpony|\bsteed|\bstallion|\bmare\b|\bmount|马")
WHEELS = re.compile(r"\bcar\b|\btaxi|\btruck|\bbus\b|\btrain|\bdriv|车里|开车|驾驶|汽车")


def unmounted(panel: Panel, done: Sequence[Deed], species: Sequence[str]) -> tuple[Deed, ...]:
    """Return the deeds with those standing who should ride an animal that the panel does not show."""
    horses = any(kind in MOUNTS for kind in species)
    return tuple(
        replace(deed, pose=STAND, unknown=(*deed.unknown, ("mount", _told(i, panel))))
        if deed.pose == POSE and species[i] not in MOUNTS and not horses and STEED.search(_told(i, panel))
        else deed
        for i, deed in enumerate(done)
    )


def _told(i: int, panel: Panel) -> str:
    cast = panel.cast[i]
    return " ".join([cast.pose, *clauses_about(cast, panel)]).strip().lower()


def mounted(marks: Sequence[Mark], panel: Panel) -> list[Mark]:
    """Return the marks with each rider on a mount: raised to its back, at its place, looking where it goes."""
    marks = list(marks)
    horses = [i for i, m in enumerate(marks) if m.actor.look.species in MOUNTS]
    for i, mark in enumerate(marks):
        if mark.actor.pose not in (POSE, CYCLES) or mark.actor.look.species in MOUNTS:
            continue
        if horses and mark.actor.pose == POSE:
            j = horses.pop(0)
            horse = marks[j].actor
            rise = BACK * horse.look.height * horse.size - POSES[POSE].seat
            turn = marks[j].turn if panel.cast[j].facing and not panel.cast[i].facing else mark.turn
            marks[i] = replace(mark, turn=turn, rise=rise, mount=j)
            marks[j] = replace(marks[j], turn=turn, lead=panel.shot in WHOLE)
        elif mark.actor.pose == CYCLES or not WHEELS.search(_told(i, panel)):
            marks[i] = cyclist(mark)
    return marks


def cyclist(mark: Mark) -> Mark:
    """Return the mark with its actor on a bicycle."""
    actor = replace(mark.actor, pose=CYCLES, seat=BICYCLE)
    return replace(mark, actor=actor, rise=SADDLE * fit(actor) - float(measure(actor).hips[1]))


def fit(actor: Actor) -> float:
    """Return how large a bicycle is for its rider, 1 for a grown-up."""
    return actor.look.height * actor.size / TALL
