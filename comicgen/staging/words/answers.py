"""What one does to another into what the other does who is told nothing: what is handed over is taken."""

import re
from collections.abc import Sequence
from dataclasses import replace

from ...script import Cast, Panel
from .deeds import STAND, Deed, called, clauses_about
from .descriptor import read_look

OFFERS, GIVES, TAKES = "offering", "handing over", "receiving"
HUGS, KNEELS = "hugging", "kneeling and hugging"
LOW = ("dog", "cat", "bird")
"""Animals that one kneels beside to hug."""
ANSWERS = {
    "handshake": "handshake",
    "high five": "high five",
    "holding hands": "holding hands",
    "hugging": "hugging",
    "chasing": "running",
}
"""Pair poses that need both, and what the other one does."""
STRIKES, STRUCK = ("punching", "kicking"), "startled"
"""What is done to one who is named, and what that one does."""


def answered(panel: Panel, done: Sequence[Deed]) -> tuple[Deed, ...]:
    """Return the deeds with those who are told nothing doing their part of what is done to them."""
    found, settled = list(done), set[int]()
    for i, deed in enumerate(done):
        j = whom(i, panel)
        if j is None or settled & {i, j} or not meant(i, j, panel):
            continue
        other, idle = done[j], _idle(panel.cast[j], done[j], deed)
        if deed.pose == OFFERS and (idle or other.pose == TAKES):
            found[i], found[j] = replace(deed, pose=GIVES), replace(other, pose=TAKES, holds=())
        elif deed.pose == TAKES and idle:
            found[i], found[j] = replace(deed, holds=()), replace(other, pose=GIVES, holds=deed.holds)
        elif idle and deed.pose in ANSWERS:
            found[j] = replace(other, pose=ANSWERS[deed.pose])
        elif idle and deed.pose in STRIKES and _named(i, j, panel):
            found[j] = replace(other, pose=STRUCK)
        else:
            continue
        settled |= {i, j}
    return tuple(found)


def lowered(panel: Panel, done: Sequence[Deed]) -> tuple[Deed, ...]:
    """Return the deeds with those who hug a low animal kneeling beside it."""
    low = [read_look(c.character.look).species in LOW for c in panel.cast]
    to = [whom(i, panel) for i in range(len(done))]
    return tuple(
        replace(deed, pose=KNEELS) if deed.pose == HUGS and j is not None and low[j] and not low[i] else deed
        for i, (deed, j) in enumerate(zip(done, to, strict=True))
    )


def whom(i: int, panel: Panel) -> int | None:
    """Return the number of the one to whom somebody does something: the one faced, the one named, the first other."""
    others = [j for j in range(len(panel.cast)) if j != i]
    ids = [c.character.id for c in panel.cast]
    asked = panel.cast[i].facing
    if asked in ids and asked != ids[i]:
        return ids.index(asked)
    return next((j for j in others if _named(i, j, panel)), others[0] if others else None)


def goal(i: int, panel: Panel) -> int | None:
    """Return the number of the one towards whom somebody is said to go, or None."""
    told = " , ".join(clauses_about(panel.cast[i], panel))
    others = [j for j in range(len(panel.cast)) if j != i]
    for j in others:
        words = [re.escape(w) for w in called(panel)[panel.cast[j].character.id] if w]
        pronoun = "|him|her|them" if len(others) == 1 else ""
        if re.search(rf"\b(?:to|towards?|into|at) (?:the )?(?:{'|'.join(words)}{pronoun})\b(?! \w*['’])", told) or any(
            re.search(rf"[向朝][着]?{w}", told) for w in words
        ):
            return j
    return None


def _named(i: int, j: int, panel: Panel) -> bool:
    told = " , ".join(clauses_about(panel.cast[i], panel))
    return any(word in told for word in called(panel)[panel.cast[j].character.id])


def meant(i: int, j: int, panel: Panel) -> bool:
    """Tell whether the story says that it is done to that other one: a pose alone, to nobody, is done to nobody."""
    cast, other = panel.cast[i], panel.cast[j]
    return cast.facing == other.character.id or not cast.pose or _named(i, j, panel)


def _idle(cast: Cast, deed: Deed, done: Deed) -> bool:
    """Tell whether somebody is told nothing of their own: no more than what is ``done`` to them (she hands him ...)."""
    if cast.pose:
        return False
    return (deed.pose, deed.holds) == (done.pose, done.holds) or (deed.pose == STAND and not deed.holds)
