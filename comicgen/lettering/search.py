"""A room into a placement: a beam over the candidates of every saying, looking ahead, at the largest type that fits.

What does not fit is set smaller, then split into two beats, then into caption strips; nothing is refused.
"""

from dataclasses import dataclass, replace
from functools import lru_cache

from ..geometry import area, bounds
from ..layout.order import cut_order
from .beam import Effort, Pairs, beam
from .beats import short, split
from .block import Fit
from .candidates import Candidates, candidates
from .links import links, routes
from .pairs import pair_cost
from .room import FLOOR, LEGIBLE, Placement, Room, Saying, Spot
from .setting import fits

SCALES = (1.0, 0.93, 0.86, LEGIBLE)
JUDGED = 6
"""Ends of the beam whose tails are drawn to see what they cross."""
SHRINK_COST = 20.0
"""What a lost em of type size costs against ill-placed balloons: a page has one size."""
CALM, CALM_EACH = 6.5, 1.8
"""Below this cost a placement is taken as it is; above, smaller type is tried too."""
PACKED, EASY = 0.46, 0.36
"""Share of the room outside faces that balloons can cover at all, and that they fill with ease."""
MORE, MOST = 1.35, 2.5
"""What a crowded panel's need is multiplied by, at least and at most."""
MISREAD = 5.0
SOUND, SOUND_EACH = 16.0, 3.0
"""Below this cost nothing is covered, crossed or misread."""
BOXED, BOXED_MANY = 95.0, 12.0
"""What it costs that a lone balloon becomes a caption strip, as much as a face's edge covered; and that many do."""
QUICK, LOOSE, THOROUGH = Effort(), Effort(loose=True), Effort(1.4, 32, 12, 999, loose=True)


@lru_cache(160)
def at_ease(room: Room) -> Placement | None:
    """Place a room's sayings at legible size with nothing covered, crossed or misread; None where that fails."""
    if not room.sayings:
        return Placement(())
    room, best = _cut(room), None
    filled, step, effort = fill(room), 0, _sound(room, QUICK)
    while step < len(SCALES):
        scale = SCALES[step]
        found = attempt(room, scale, effort) if filled * scale * scale < PACKED else None
        if found is not None and (best is None or found.total < best.total):
            best = found
        if found is not None and found.cost < CALM + CALM_EACH * len(found.spots):
            break
        step += 2 if found is None and step + 2 < len(SCALES) else 1
    return Placement(best.spots, best.scale) if best is not None and best.cost < effort.ceiling else None


def _sound(room: Room, effort: Effort) -> Effort:
    """Return an effort that wants nothing else than what is sound."""
    return replace(effort, ceiling=SOUND + SOUND_EACH * len(room.sayings))


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
    whole, halved = _cut(room), split(_cut(room))
    for cut, effort in ((whole, THOROUGH), (halved, LOOSE)):
        for scale in (LEGIBLE, FLOOR):
            found = attempt(cut, scale, _sound(cut, effort)) if fill(cut) * scale * scale < PACKED else None
            if found is not None and found.cost < _sound(cut, effort).ceiling:
                return Placement(found.spots, found.scale)
    return _at_worst(whole)


def _at_worst(room: Room) -> Placement:
    """Place where something must be covered, or balloons become caption strips: what does the least harm."""
    boxed = attempt(_boxed(room), FLOOR, THOROUGH)
    disliked = BOXED if len(room.sayings) == 1 else BOXED_MANY
    trials = [] if boxed is None else [replace(boxed, cost=boxed.cost + disliked)]
    if boxed is None or len(room.sayings) == 1 or boxed.cost >= _sound(room, THOROUGH).ceiling:
        scales = (1.0, LEGIBLE, FLOOR) if len(room.sayings) == 1 else (FLOOR,)
        trials += [t for scale in scales if (t := attempt(room, scale, THOROUGH)) is not None]
    best = min(trials, key=lambda t: t.total, default=None)
    return Placement(best.spots, best.scale) if best is not None else stack(room)


@dataclass(frozen=True, slots=True)
class Trial:
    """A placement tried: its cost, and the share of the type's size that it keeps."""

    spots: tuple[Spot, ...]
    cost: float
    scale: float

    @property
    def total(self) -> float:
        """Cost with that of small type."""
        return self.cost + (1 - self.scale) * SHRINK_COST


def _cut(room: Room) -> Room:
    return replace(room, sayings=tuple(part for s in room.sayings for part in short(s)))


def _boxed(room: Room) -> Room:
    """Return the room with caption strips, which waste no corner, in place of balloons."""
    return replace(room, sayings=tuple(replace(s, kind="caption") for s in room.sayings))


def stack(room: Room) -> Placement:
    """Stack everything as strips down the panel, shrinking until it fits: the last resort, which always holds."""
    sayings = _boxed(_cut(room)).sayings
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
    crossed = sum(crossing for _, crossing in routes(room, spots, links(room, spots)))
    return crossed + (MISREAD if misread else 0.0)


@lru_cache(160)
def fill(room: Room) -> float:
    """Return the share of the room outside faces that balloons cover at full size."""
    wanted = 0.0
    for saying in room.sayings:
        size, rim = room.size(saying, 1.0), saying.look.rim
        wanted += min((f.a + rim) * (f.b + rim) for f in fits(saying.text, room.hand(saying))) * size * size
    faces = sum(h.box.overlap(bounds(room.polygon)) for h in room.heads)
    return 3.6 * wanted / max(area(room.polygon) - faces, 1.0)


def _matrices(room: Room, places: list[Candidates]) -> Pairs:
    n = len(places)
    return {(i, j): pair_cost(room, places[i], places[j], j == i + 1) for i in range(n) for j in range(i + 1, n)}


def _spot(found: Candidates, q: int) -> Spot:
    return Spot(found.saying, found.fits[found.chosen[q]], float(found.x[q]), float(found.y[q]), found.size)
