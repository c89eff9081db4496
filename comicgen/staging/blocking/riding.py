"""Those who ride onto what carries them: a horse of the same panel, else a bicycle."""

import re
from collections.abc import Sequence
from dataclasses import replace

from ...script import Panel
from ..figure.poses import POSES
from ..words.deeds import STAND, Deed, clauses_about
from .block import WHOLE, Mark

POSE = "riding"
MOUNTS = ("horse",)
"""Species that carry a rider."""
BACK = 0.735
"""Height of a horse's back, as a share of its height with the head up."""
SADDLE = 0.85
"""Metres: the height of a bicycle's saddle."""
BICYCLE = "bicycle"
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
        if mark.actor.pose != POSE or mark.actor.look.species in MOUNTS:
            continue
        if horses:
            j = horses.pop(0)
            horse = marks[j].actor
            rise = BACK * horse.look.height * horse.size - POSES[POSE].seat
            turn = marks[j].turn if panel.cast[j].facing and not panel.cast[i].facing else mark.turn
            marks[i] = replace(mark, turn=turn, rise=rise, mount=j)
            marks[j] = replace(marks[j], turn=turn, lead=panel.shot in WHOLE)
        elif not WHEELS.search(_told(i, panel)):
            actor = replace(mark.actor, seat=BICYCLE)
            marks[i] = replace(mark, actor=actor, rise=SADDLE - POSES[POSE].seat)
    return marks
