"""A room into a placement: a beam over the candidates of every saying, looking ahead, at the largest type that fits.

What does not fit is set smaller, then split into two beats, then into caption strips; nothing is refused.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache

from ..geometry import area, bounds
from ..layout.order import cut_order
from .beam import QUICK, THOROUGH, Effort, Pairs, beam
from .beats import short, split
from .block import Fit
from .candidates import HARD, Candidates, candidates
from .pairs import pair_cost
from .room import FLOOR, LEGIBLE, Placement, Room, Saying, Spot
from .setting import fits
from .tails import routes

SCALES = (1.0, 0.93, 0.86, 0.8, FLOOR)
KEEP = {1: 40, 2: 180, 3: 180, 4: 160, 5: 150, 6: 140}
JUDGED = 6
"""Ends of the beam whose tails are drawn to see what they cross."""
SHRINK_COST, SMALL_COST = 7.0, 80.0
"""What a lost em of type size costs against ill-placed balloons, down to 80 % and below."""
CALM, CALM_EACH = 5.0, 1.8
"""Below this cost a placement is taken as it is; above, smaller type is tried too."""
FULL = 0.92
"""Share of the room outside faces that balloons can cover at all."""
MISREAD = 5.0
SOUND = 25.0
"""Below this cost nothing is covered, crossed or misread."""


@lru_cache(96)
def place(room: Room) -> Placement:
    """Place a room's sayings. Same room, same placement; rooms seen before cost nothing."""
    if not room.sayings:
        return Placement(())
    best: Trial | None = None
    for step in (_whole, _thorough, _in_beats, _boxed):
        for trial in step(room, best is not None and best.cost < SOUND):
            if best is None or trial.total < best.total:
                best = trial
            if trial.cost < CALM + CALM_EACH * len(trial.spots):
                break
        if best is not None and best.cost < SOUND and (best.scale >= LEGIBLE or step is not _whole):
            break
    if best is None:
        return stack(room)
    return Placement(best.spots, best.scale, best.cost / HARD * (10 if best.cost >= HARD else 1))


@dataclass(frozen=True, slots=True)
class Trial:
    """A placement tried: its cost, the share of the type's size that it keeps, and a dislike of its manner."""

    spots: tuple[Spot, ...]
    cost: float
    scale: float
    penalty: float = 0.0

    @property
    def total(self) -> float:
        """Cost with all that speaks against it."""
        small = max(0.0, LEGIBLE - self.scale) * SMALL_COST
        return self.cost + self.penalty + (1 - self.scale) * SHRINK_COST + small


def _cut(room: Room) -> Room:
    return replace(room, sayings=tuple(part for s in room.sayings for part in short(s)))


def _whole(room: Room, sound: bool) -> Iterator[Trial]:
    """Try whole texts, from full size down; ``sound`` says that a flawless placement is known already."""
    room, step = _cut(room), 0
    while step < len(SCALES):
        found = attempt(room, SCALES[step])
        if found is not None:
            yield found
        step += 2 if (found is None or found.cost > HARD) and step + 2 < len(SCALES) else 1


def _thorough(room: Room, sound: bool) -> Iterator[Trial]:
    """Search harder at small sizes, breaking long words too."""
    for scale in (LEGIBLE,) if sound else (LEGIBLE, FLOOR):
        if (found := attempt(_cut(room), scale, loose=True, effort=THOROUGH)) is not None:
            yield found


def _in_beats(room: Room, sound: bool) -> Iterator[Trial]:
    """Try the longest text in two beats."""
    for scale in (LEGIBLE, FLOOR):
        if (found := attempt(split(_cut(room)), scale, loose=True)) is not None:
            yield replace(found, penalty=4.0)


def _boxed(room: Room, sound: bool) -> Iterator[Trial]:
    """Try caption strips, which waste no corner, in place of balloons."""
    boxed = replace(room, sayings=tuple(replace(s, kind="caption") for s in _cut(room).sayings))
    if (found := attempt(boxed, FLOOR, loose=True, effort=THOROUGH)) is not None:
        yield replace(found, penalty=12.0)


def stack(room: Room) -> Placement:
    """Stack everything as strips down the panel, shrinking until it fits: the last resort, which always holds."""
    sayings = [replace(s, kind="caption") for s in _cut(room).sayings]
    box = bounds(room.polygon)
    for step in range(200):
        scale = FLOOR * 0.95**step
        pile = [(s, room.size(s, scale), _flattest(room, s, scale, 0.94 * box.w)) for s in sayings]
        heights = [2 * f.b * size if f else box.h for _, size, f in pile]
        if sum(heights) <= 0.94 * box.h:
            break
    y, spots = box.y + 0.03 * box.h, []
    for (saying, size, fit), height in zip(pile, heights, strict=True):
        if fit is not None:
            spots.append(Spot(saying, fit, box.centre[0], y + height / 2, size))
        y += height
    return Placement(tuple(spots), scale, 99.0)


def _flattest(room: Room, saying: Saying, scale: float, width: float) -> Fit | None:
    size = room.size(saying, scale)
    held = [f for f in fits(saying.text, room.hand(saying, loose=True)) if 2 * f.a * size <= width]
    return min(held, key=lambda f: f.b) if held else None


def attempt(room: Room, scale: float, loose: bool = False, effort: Effort = QUICK) -> Trial | None:
    """Place all sayings at one type size, or None where one has no place at all."""
    keep = round(KEEP.get(len(room.sayings), 100) * effort.keep)
    if overfull(room, scale):
        return None
    found = [candidates(room, s, scale, keep, loose) for s in room.sayings]
    places = [c for c in found if c is not None]
    if len(places) < len(found):
        return None
    ends = beam([c.cost for c in places], _matrices(room, places), effort)
    best: Trial | None = None
    for cost, chosen in ends[:JUDGED]:
        if best is not None and cost >= best.cost:
            break
        spots = tuple(_spot(c, q) for c, q in zip(places, chosen, strict=True))
        fault = _judge(room, spots)
        if best is None or cost + fault < best.cost:
            best = Trial(spots, cost + fault, scale)
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


def _matrices(room: Room, places: list[Candidates]) -> Pairs:
    n = len(places)
    return {(i, j): pair_cost(room, places[i], places[j], j == i + 1) for i in range(n) for j in range(i + 1, n)}


def _spot(found: Candidates, q: int) -> Spot:
    return Spot(found.saying, found.fits[found.chosen[q]], float(found.x[q]), float(found.y[q]), found.size)
