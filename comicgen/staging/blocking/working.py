"""Those who cook or write on a board onto their feet before the set's own stove or board."""

from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from .. import Actor, Scenery
from ..camera import Vec3
from ..sets import build_set
from ..sets.solids import Post
from ..words.looks import UPRIGHT
from .block import Blocked, Mark
from .grounds import about, astray, cluttered, swung

WORKS = {"cooking": "stove", "writing on a board": "board"}
"""Poses of those who work at something on their feet, and what it is."""
BACKED = 138.0
"""Degrees from the camera, at the least, of one at work before a wall: it stands where the camera cannot be."""
ASLANT = (0.0, 12.0, -12.0, 24.0, -24.0, 36.0, -36.0)
"""Degrees that one may stand aslant to the work."""
ROUND, OFF = 1.0 / 30.0, 4.0
"""What is lost by a degree aslant, and by a metre that people or the camera are off the set together."""
NEAR_SET = 0.4
"""Metres of that which are borne."""


def post_kind(actor: Actor) -> str:
    """Return what an actor works at standing, or an empty text."""
    return WORKS.get(actor.pose, "") if actor.look.species in UPRIGHT else ""


def posts(actor: Actor, scenery: Scenery) -> list[Post]:
    """Return the places of a set where an actor can do its work."""
    kind = post_kind(actor)
    return [p for p in build_set(scenery.place, scenery.seed).posts if p.kind == kind]


def turned_to_work(marks: Sequence[Mark], scenery: Scenery, to_lens: Sequence[bool]) -> list[Mark]:
    """Return the marks with those who work at a wall turned to it, but for those who are told to face the lens."""

    def turned(mark: Mark, told: bool) -> Mark:
        if told or not posts(mark.actor, scenery):
            return mark
        side = np.sign(mark.turn) or 1.0
        return replace(mark, turn=float(side * max(abs(mark.turn), BACKED)))

    return [turned(m, told) for m, told in zip(marks, to_lens, strict=True)]


def at_work(found: Blocked, scenery: Scenery) -> Blocked | None:
    """Return the panel moved so that the first who works at something of the set stands there, or None."""
    i = next((i for i, a in enumerate(found.actors) if posts(a, scenery)), None)
    if i is None:
        return None
    best: tuple[float, Blocked] | None = None
    for post in posts(found.actors[i], scenery):
        for aslant in ASLANT:
            turn = post.yaw + aslant - found.actors[i].yaw
            step = _step(found, i, post, turn)
            there = swung(found, turn, step)
            off = astray(there, scenery)
            cost = ROUND * abs(aslant) + OFF * off + cluttered(found, scenery, (turn, step))
            if off < NEAR_SET and (best is None or cost < best[0] - 1e-6):
                best = cost, there
    return best[1] if best else None


def _step(found: Blocked, i: int, post: Post, turn: float) -> Vec3:
    """Return the step after a turn that brings the foremost of one's hands over the post."""
    actor, matrix = found.actors[i], about(turn)
    way = np.radians(actor.yaw)
    ahead = np.array((np.sin(way), 0.0, np.cos(way)))
    here = np.array(actor.position)
    reach = float(((found.bodies[i].points - here) @ ahead).max())
    x, _, z = np.array(post.at) - (here + ahead * reach) @ matrix
    return (float(x), 0.0, float(z))
