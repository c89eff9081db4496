"""A room into a placement: a beam over the candidates of every saying, looking ahead, at the largest type that fits.

What does not fit is set smaller, then split into two beats, then into caption strips; nothing is refused.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache

from ..geometry import area, bounds
from ..layout.order import cut_order
from .beam import Effort, Pairs, beam
from .beats import short, split
from .block import Fit
from .candidates import HARD, Candidates, candidates
from .pairs import pair_cost
from .room import FLOOR, LEGIBLE, Placement, Room, Saying, Spot
from .setting import fits
from .tails import routes

SCALES = (1.0, 0.93, 0.86, LEGIBLE)
JUDGED = 6
"""Ends of the beam whose tails are drawn to see what they cross."""
SHRINK_COST, SMALL_COST = 20.0, 80.0
"""What a lost em of type size costs against ill-placed balloons, down to 80 % and below: a page has one size."""
CALM, CALM_EACH = 6.5, 1.8
"""Below this cost a placement is taken as it is; above, smaller type is tried too."""
PACKED, EASY = 0.52, 0.36
"""Share of the room outside faces that balloons can cover at all, and that they fill with ease."""
MORE, MOST = 1.35, 2.5
"""What a crowded panel's need is multiplied by, at least and at most."""
MISREAD = 5.0
SOUND = 25.0
"""Below this cost nothing is covered, crossed or misread."""
EASILY = Effort(ceiling=SOUND)
LOOSELY = Effort(loose=True)
THOROUGHLY = Effort(1.4, 32, 12, 999, loose=True)


@lru_cache(160)
def at_ease(room: Room) -> Placement | None:
    """Place a room's sayings at legible size with nothing covered, crossed or misread; None where that fails."""
    if not room.sayings:
        return Placement(())
    room, best = _cut(room), None
    filled, step = fill(room), 0
    while step < len(SCALES):
        scale = SCALES[step]
        found = attempt(room, scale, EASILY) if filled * scale * scale < PACKED else None
        if found is not None and (best is None or found.total < best.total):
            best = found
        if found is not None and found.cost < CALM + CALM_EACH * len(found.spots):
            break
        step += 2 if (found is None or found.cost > HARD) and step + 2 < len(SCALES) else 1
    return Placement(best.spots, best.scale) if best is not None and best.cost < SOUND else None


def crowded(room: Room) -> float:
    """Return how many times more room a panel wants for its sayings; 0 where they sit well."""
    if at_ease(room) is not None:
        return 0.0
    return min(MOST, max(MORE, fill(_cut(room)) / EASY))


@lru_cache(96)
def place(room: Room) -> Placement:
    """Place a room's sayings. Same room, same placement; rooms seen before cost nothing."""
    easy = at_ease(room)
    if easy is not None:
        return easy
    best: Trial | None = None
    for step in (_small, _in_beats, _boxed):
        for trial in step(room):
            if best is None or trial.total < best.total:
                best = trial
        if best is not None and best.cost < SOUND:
            break
    return Placement(best.spots, best.scale) if best is not None else stack(room)


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


def _small(room: Room) -> Iterator[Trial]:
    """Search harder at small sizes, breaking long words too."""
    room = _cut(room)
    for scale in (LEGIBLE, FLOOR):
        if fill(room) * scale * scale < PACKED and (found := attempt(room, scale, THOROUGHLY)):
            yield found
            if found.cost < SOUND:
                return


def _in_beats(room: Room) -> Iterator[Trial]:
    """Try the longest text in two beats."""
    room = split(_cut(room))
    for scale in (LEGIBLE, FLOOR):
        if fill(room) * scale * scale < PACKED and (found := attempt(room, scale, LOOSELY)):
            yield replace(found, penalty=4.0)


def _boxed(room: Room) -> Iterator[Trial]:
    """Try caption strips, which waste no corner, in place of balloons."""
    boxed = replace(room, sayings=tuple(replace(s, kind="caption") for s in _cut(room).sayings))
    if (found := attempt(boxed, FLOOR, THOROUGHLY)) is not None:
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
    return Placement(tuple(spots), scale)


def _flattest(room: Room, saying: Saying, scale: float, width: float) -> Fit | None:
    size = room.size(saying, scale)
    held = [f for f in fits(saying.text, room.hand(saying, loose=True)) if 2 * f.a * size <= width]
    return min(held, key=lambda f: f.b) if held else None


def attempt(room: Room, scale: float, effort: Effort) -> Trial | None:
    """Place all sayings at one type size, or None where one has no place below the effort's ceiling."""
    places = []
    for saying in room.sayings:
        if (found := candidates(room, saying, scale, effort)) is None:
            return None
        places.append(found)
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


@lru_cache(160)
def fill(room: Room) -> float:
    """Return the share of the room outside faces that balloons cover at full size."""
    wanted = 0.0
    for saying in room.sayings:
        size = room.size(saying, 1.0) * saying.look.grow
        wanted += min(f.a * f.b for f in fits(saying.text, room.hand(saying))) * size * size
    faces = sum(h.box.overlap(bounds(room.polygon)) for h in room.heads)
    return 3.6 * wanted / max(area(room.polygon) - faces, 1.0)


def _matrices(room: Room, places: list[Candidates]) -> Pairs:
    n = len(places)
    return {(i, j): pair_cost(room, places[i], places[j], j == i + 1) for i in range(n) for j in range(i + 1, n)}


def _spot(found: Candidates, q: int) -> Spot:
    return Spot(found.saying, found.fits[found.chosen[q]], float(found.x[q]), float(found.y[q]), found.size)
