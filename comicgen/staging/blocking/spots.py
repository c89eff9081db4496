"""A panel's cast into places across the frame and depths: as the script says, else by the rules of staging.

Sides are a fact of the story: the character listed first stands where reading starts. So two people
keep their sides through a scene, and the camera keeps to one side of the line between them.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from ...layout.presets import template
from ...script import Cast, Panel, Script
from ..figure.poses import POSES
from ..words.deeds import Deed
from .block import DEPTHS
from .working import WORKS

SHOULDER = 0.40
"""Depth of the one over whose shoulder the camera looks, as a share of the subject's."""
SLOTS = {1: (0.5,), 2: (0.29, 0.71), 3: (0.18, 0.5, 0.82), 4: (0.14, 0.38, 0.62, 0.86)}
THIRD = 1 / 6
"""From the middle to a third of the frame: look-room is on the other side."""
STAGGER = (1.0, 1.14, 0.94, 1.2)
"""Depths of the third and further people: never a row."""


@dataclass(frozen=True, slots=True)
class Spot:
    """One character's share of the frame's width, depth as a share of the subject's distance, and part.

    ``near`` is true for the one seen from behind in an over-the-shoulder shot; ``lead`` for those
    that the frame is made for.
    """

    at: float
    depth: float
    near: bool = False
    lead: bool = True


def spots(panel: Panel, script: Script, done: Sequence[Deed]) -> tuple[Spot, ...]:
    """Return where each of the cast is, in the cast's order."""
    if panel.angle == "over-the-shoulder" and len(panel.cast) > 1:
        return _over_shoulder(panel, script)
    across = _across(panel, script, done)
    given = [c.depth in ("front", "back") for c in panel.cast]
    leads = [d != "back" for d in (c.depth for c in panel.cast)]
    row = [1.0 if len(across) < 3 else STAGGER[i % 4] for i in range(len(across))]
    if not all(deed.pose in WORKS for deed in done):
        row = [DEPTHS["back"] if deed.pose in WORKS else r for r, deed in zip(row, done, strict=True)]
    depths = [DEPTHS[c.depth] if g else r for c, g, r in zip(panel.cast, given, row, strict=True)]
    near = min((d for d, lead in zip(depths, leads, strict=True) if lead), default=min(depths, default=1.0))
    return tuple(
        Spot(x, d / near, lead=lead or not any(leads)) for x, d, lead in zip(across, depths, leads, strict=True)
    )


def looking_out(panel: Panel, script: Script) -> Panel:
    """Return the panel with those who face somebody outside of it turned to the side where that one stands."""
    present = {c.character.id for c in panel.cast}
    rank = {c.id: i for i, c in enumerate(script.characters)}
    ways = ("right", "left") if not starts_right(script) else ("left", "right")

    def turned(cast: Cast) -> Cast:
        if cast.facing not in rank or cast.facing in present:
            return cast
        return replace(cast, facing=ways[rank[cast.facing] < rank.get(cast.character.id, len(rank))])

    return replace(panel, cast=tuple(map(turned, panel.cast)))


def starts_right(script: Script) -> bool:
    """Tell whether reading starts at the right."""
    return (script.reading or template(script.template, script.source).reading) == "rtl"


def speakers(panel: Panel) -> list[str]:
    """Return the ids of those present who speak, in the order of their first words."""
    present = {c.character.id for c in panel.cast}
    said = [line.speaker for line in panel.lines if line.speaker in present]
    return list(dict.fromkeys(said))


def subject_of(panel: Panel) -> int:
    """Return the index of the one the panel is about: the first to speak, else the first of the cast."""
    order = [c.character.id for c in panel.cast]
    said = speakers(panel)
    return order.index(said[0]) if said else 0


def _over_shoulder(panel: Panel, script: Script) -> tuple[Spot, ...]:
    """Put the listener near the camera at one side, the subject beyond at the other."""
    seen = subject_of(panel)
    ranks = _ranks(panel, script)
    near = next(i for i in sorted(range(len(panel.cast)), key=lambda i: ranks[i]) if i != seen)
    left = _is_left(panel.cast, near, seen, ranks)
    found = []
    for i, cast in enumerate(panel.cast):
        if i == near:
            at = cast.at if cast.at is not None else (0.20 if left else 0.80)
            found.append(Spot(at, SHOULDER, near=True, lead=False))
        elif i == seen:
            found.append(Spot(cast.at if cast.at is not None else (0.66 if left else 0.34), 1.0))
        else:
            found.append(Spot(cast.at if cast.at is not None else (0.86 if left else 0.14), 1.5, lead=False))
    return tuple(found)


def _is_left(cast: Sequence[Cast], near: int, seen: int, ranks: Sequence[int]) -> bool:
    a, b = cast[near].at, cast[seen].at
    if a is not None and b is not None:
        return a < b
    if a is not None or b is not None:
        return a < 0.5 if a is not None else (b or 0.0) > 0.5
    return ranks[near] < ranks[seen]


def _ranks(panel: Panel, script: Script) -> list[int]:
    """Return each one's rank from left to right, by the story's list of characters."""
    order = {c.id: i for i, c in enumerate(script.characters)}
    sign = -1 if starts_right(script) else 1
    return [sign * order.get(c.character.id, len(order)) for c in panel.cast]


def _across(panel: Panel, script: Script, done: Sequence[Deed]) -> list[float]:
    count = len(panel.cast)
    free = [i for i, c in enumerate(panel.cast) if c.at is None]
    if not free:
        return [float(c.at or 0.0) for c in panel.cast]
    if count == 1:
        return [_alone(panel, done[0], starts_right(script))]
    ranks = _ranks(panel, script)
    taken = [float(c.at) for c in panel.cast if c.at is not None]
    slots = list(SLOTS.get(count) or ((i + 0.5) / count for i in range(count)))
    chosen: list[float] = []
    if taken:
        grid = [0.12 + 0.04 * k for k in range(20)]
        for _ in free:
            chosen.append(max(grid, key=lambda x: (round(min(abs(x - t) for t in taken + chosen), 3), -abs(x - 0.5))))
    else:
        chosen = slots
    places: dict[int, float] = dict(zip(sorted(free, key=lambda i: ranks[i]), sorted(chosen), strict=True))
    return [float(c.at) if c.at is not None else places[i] for i, c in enumerate(panel.cast)]


def _alone(panel: Panel, deed: Deed, rtl: bool) -> float:
    """Return where one character stands: off the middle, with room on the side faced."""
    cast = panel.cast[0]
    room = {"extreme close-up": 0.0, "close-up": 0.08, "medium close-up": 0.11}.get(panel.shot, THIRD)
    if cast.facing == "right":
        return 0.5 - room
    if cast.facing == "left":
        return 0.5 + room
    if not cast.facing and moves(deed.pose):
        return 0.5 + (room if rtl else -room)
    return 0.5


MOVING = (
    "running",
    "walking",
    "sneaking",
    "marching",
    "chasing",
    "riding",
    "cycling",
    "flying",
    "swimming",
    "jumping",
    "tiptoe",
)
"""Poses that go somewhere: without other orders they go the way the page is read."""


def moves(pose: str) -> bool:
    """Tell whether a pose goes somewhere."""
    return pose in MOVING and pose in POSES
