"""A room into a placement: a beam over the candidates of every saying, looking ahead, at the largest type that fits.

What does not fit is set smaller, then split into two beats, then into caption strips; nothing is refused.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Any

import numpy as np

from ..geometry import area
from ..layout.order import cut_order
from .beam import QUICK, THOROUGH, Effort, beam
from .candidates import HARD, Candidates, candidates
from .markup import plain
from .pairs import pair_cost
from .room import FLOOR, LEGIBLE, Placement, Room, Saying, Spot
from .setting import fits
from .tails import routes

Array = np.ndarray[Any, np.dtype[np.float64]]

SCALES = (1.0, 0.93, 0.86, 0.8, FLOOR)
KEEP = {1: 40, 2: 180, 3: 180, 4: 160, 5: 150, 6: 140}
JUDGED = 8
"""Ends of the beam whose tails are drawn to see what they cross."""
SHRINK_COST, SMALL_COST = 7.0, 80.0
"""What a lost em of type size costs against ill-placed balloons, down to 80 % and below."""
CALM, CALM_EACH = 5.0, 1.8
"""Below this cost a placement is taken as it is; above, smaller type is tried too."""
FULL = 0.92
"""Share of the room outside faces that balloons can cover at all."""
MISREAD = 5.0
LONG = 230
"""Letters: a longer text is split before anything else is tried."""


@lru_cache(1024)
def place(room: Room) -> Placement:
    """Place a room's sayings. Same room, same placement; rooms seen before cost nothing."""
    if not room.sayings:
        return Placement(())
    best: _Trial | None = None
    for trial in _trials(room):
        if best is None or trial.total < best.total:
            best = trial
        if trial.cost < CALM + CALM_EACH * len(trial.spots):
            break
    return _placement(room, best) if best else _strips(room)


@dataclass(frozen=True, slots=True)
class _Trial:
    spots: tuple[Spot, ...]
    cost: float
    scale: float
    penalty: float = 0.0

    @property
    def total(self) -> float:
        small = max(0.0, LEGIBLE - self.scale) * SMALL_COST
        return self.cost + self.penalty + (1 - self.scale) * SHRINK_COST + small


def _trials(room: Room) -> Iterator[_Trial]:
    """Yield ever harder attempts: whole texts from full size down, then split ones, then broken words."""
    whole = replace(room, sayings=tuple(part for s in room.sayings for part in _short(s)))
    step = 0
    while step < len(SCALES):
        found = attempt(whole, SCALES[step])
        if found is not None:
            yield found
        step += 2 if (found is None or found.cost > HARD) and step + 2 < len(SCALES) else 1
    for scale in (0.8, FLOOR):
        if (found := attempt(split(whole), scale, loose=True)) is not None:
            yield replace(found, penalty=4.0)
    for scale in (0.8, FLOOR):
        if (found := attempt(whole, scale, loose=True, effort=THOROUGH)) is not None:
            yield found


def attempt(room: Room, scale: float, loose: bool = False, effort: Effort = QUICK) -> _Trial | None:
    """Place all sayings at one type size, or None where one has no place at all."""
    keep = round(KEEP.get(len(room.sayings), 100) * effort.keep)
    if overfull(room, scale):
        return None
    found = [candidates(room, s, scale, keep, loose) for s in room.sayings]
    places = [c for c in found if c is not None]
    if len(places) < len(found):
        return None
    ends = beam([c.cost for c in places], _matrices(room, places), effort)
    best: _Trial | None = None
    for cost, chosen in ends[:JUDGED]:
        spots = tuple(_spot(c, q) for c, q in zip(places, chosen, strict=True))
        fault = _judge(room, spots)
        if best is None or cost + fault < best.cost:
            best = _Trial(spots, cost + fault, scale)
        if not fault:
            break
    return best


def _judge(room: Room, spots: tuple[Spot, ...]) -> float:
    """Return what the pairs could not tell: tails that cross, an order that cuts would read otherwise."""
    sides = []
    for spot in spots:
        x, (a, b) = spot.x if room.rtl else -spot.x, spot.reach
        sides.append((x - a, spot.y - b, x + a, spot.y + b))
    misread = cut_order(sides) != list(range(len(spots)))
    return sum(way[1] for way in routes(room, spots)) + (MISREAD if misread else 0.0)


def overfull(room: Room, scale: float) -> bool:
    """Tell whether the bodies alone would take up more of the room than balloons ever can."""
    wanted = 0.0
    for saying in room.sayings:
        size = room.size(saying, scale) * saying.look.grow
        wanted += min(f.a * f.b for f in fits(saying.text, room.hand(saying))) * size * size
    faces = sum(h.box.w * h.box.h for h in room.heads)
    return 3.6 * wanted > FULL * max(area(room.polygon) - faces, 1.0)


def _matrices(room: Room, places: list[Candidates]) -> dict[tuple[int, int], Array]:
    n = len(places)
    return {(i, j): pair_cost(room, places[i], places[j], j == i + 1) for i in range(n) for j in range(i + 1, n)}


def _spot(found: Candidates, q: int) -> Spot:
    return Spot(found.saying, found.fits[found.chosen[q]], float(found.x[q]), float(found.y[q]), found.size)


def _placement(room: Room, trial: _Trial) -> Placement:
    return Placement(trial.spots, trial.scale, trial.cost / HARD)


def split(room: Room) -> Room:
    """Return the room with its longest saying in two beats."""
    longest = max(room.sayings, key=lambda s: len(s.text))
    parts = [p for s in room.sayings for p in (halves(s) if s is longest else (s,))]
    return replace(room, sayings=tuple(parts))


def _short(saying: Saying) -> Iterator[Saying]:
    """Cut a saying that no balloon should hold alone, again and again."""
    if len(plain(saying.text)) <= LONG or len(parts := halves(saying)) < 2:
        yield saying
        return
    for part in parts:
        yield from _short(part)


def halves(saying: Saying) -> tuple[Saying, ...]:
    """Cut a saying in two: at the sentence end, comma or space nearest its middle."""
    text = saying.text
    marked = [m.span() for m in re.finditer(r"\{[^{}]*\}|\*[^*]+\*", text)]
    best: tuple[float, int] | None = None
    for pattern, cost in (
        (r"(?<=[.!?…])\s+|(?<=[。！？])", 0.0),
        (r"(?<=[,;:])\s+|(?<=[，、；])", 0.12),
        (r"\s+", 0.25),
        ("", 0.6),
    ):
        for m in re.finditer(pattern, text):
            at = m.end()
            if 0 < at < len(text) and not any(a < at < b for a, b in marked):
                grade = (cost + abs(at / len(text) - 0.5), at)
                best = grade if best is None else min(best, grade)
    if best is None or len(text) < 4:
        return (saying,)
    first, second = text[: best[1]].rstrip(), text[best[1] :].lstrip()
    return (replace(saying, text=first), replace(saying, text=second))


def _strips(room: Room) -> Placement:
    """Set everything in one stack of caption strips down the panel, shrinking until it fits: the last resort."""
    boxed = [replace(s, kind="caption") for s in room.sayings]
    for step in range(40):
        scale = FLOOR * 0.93**step
        for loose in (False, True):
            found = attempt(replace(room, sayings=tuple(boxed)), scale, loose)
            if found is not None and (found.cost < 2 * HARD or step > 20):
                return Placement(found.spots, found.scale, 9.0)
    return Placement((), 0.0, 99.0)
