"""Frames, pictures and anchors into a lettered Page: balloons, drawn sounds, effects and notes of every panel."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from hashlib import sha256

from shapely import Polygon as Shape

from ..drawing import Text
from ..errors import ComicError, Mark
from ..fonts import missing
from ..geometry import Polygon, area, bounds
from ..layout import Frame, PageLayout
from ..layout.wish import FORCEFUL
from ..script import Panel
from ..story import BREAKOUT
from .balloons import balloons
from .bodies import KINDS
from .effects import Figure, Plate, draw_effects
from .markup import plain
from .notes import write_notes
from .page import Balloon, LetteredPanel, Page
from .room import Head, Room, Saying
from .search import crowded
from .sfx import draw_sounds

FILLED = 0.55
"""Share of a frame that faces take up beyond which no size of frame helps."""
STRAIGHT = 1e-6


@dataclass(frozen=True, slots=True)
class Options:
    """What a house may set otherwise. ``vertical`` None follows the language: Japanese stands in columns."""

    capitals: bool = True
    """Latin dialogue in upper case, as comics are lettered; the text stays as the author wrote it."""
    vertical: bool | None = None
    effects: bool = True
    tone: str = "mono"
    """mono, grey or colour: what effect lines are drawn on."""
    caption: str = ""
    """The style of captions that name none."""


def letter(
    page: PageLayout, panels: Sequence[LetteredPanel], language: str = "en", options: Options | None = None
) -> Page:
    """Letter a page: place every balloon, draw sounds and effects, write the notes of a planning sheet."""
    options = options or Options()
    return Page(page, tuple(_lettered(page, p, language, options) for p in panels))


def crowding(
    page: PageLayout, panels: Sequence[LetteredPanel], language: str = "en", options: Options | None = None
) -> Mapping[str, float]:
    """Return the panels whose words sit badly, and how many times the room each should get; nothing is drawn.

    For the loop that lays a page out again: rooms are remembered, so a panel whose frame did not
    change is not placed a second time. More room is no help to a face that fills its frame.
    """
    found = {}
    for panel in panels:
        room = _room(page, panel, language, options or Options())
        filled = sum(h.box.w * h.box.h for h in room.heads) > FILLED * area(room.polygon)
        if not filled and (more := crowded(room)):
            found[panel.frame.panel.id] = more
    return found


def _lettered(page: PageLayout, panel: LetteredPanel, language: str, options: Options) -> LetteredPanel:
    room = _room(page, panel, language, options)
    words = panel.frame.panel
    for sound in words.sfx:
        _known(words, sound, "sfx", None)
    drawn = balloons(room)
    taken = [shape for b in drawn for shape in (b.outline, *_flesh(b))]
    notes: tuple[Text, ...] = ()
    if panel.frame.note:
        order = 1 + [f.panel.id for f in page.frames].index(words.id)
        notes = write_notes(words, order, panel.frame.note, page.type_size, language)
    return replace(
        panel,
        balloons=drawn,
        sfx=draw_sounds(room, words.sfx, tuple(taken), words.id),
        effects=draw_effects(_plate(panel, options.tone), words.effects) if options.effects else (),
        notes=notes,
    )


def _flesh(balloon: Balloon) -> list[Polygon]:
    """Return all painted outlines of a balloon, tail and bubbles included."""
    return [tuple((float(x), float(y)) for x, y in c.points) for path in balloon.shapes for c in path.contours]


def _plate(panel: LetteredPanel, page: str) -> Plate:
    words = panel.frame.panel
    seed = int.from_bytes(sha256(words.id.encode()).digest()[:6], "big")
    poses = {c.character.id: c.pose for c in words.cast}
    told = ((a, poses.get(a.character, "")) for a in panel.anchors)
    figures = tuple(Figure(a.character, a.head, a.body, a.mouth, p, bool(FORCEFUL.search(p))) for a, p in told)
    dark = words.time == "night" and page != "colour"
    return Plate(panel.frame.polygon, figures, seed, words.action, page=page, dark=dark)


def _room(page: PageLayout, panel: LetteredPanel, language: str, options: Options) -> Room:
    heads = tuple(Head(a.character, a.head, a.mouth, a.body) for a in panel.anchors)
    vertical = language.startswith("ja") if options.vertical is None else options.vertical
    sayings = () if panel.frame.note else _sayings(panel.frame.panel, heads, options.caption)
    polygon, kept = _inside(panel.frame.polygon, page), (*heads, *(_covered(hole) for hole in panel.frame.holes))
    return Room(
        polygon,
        kept,
        sayings,
        page.reading == "rtl",
        page.type_size,
        language,
        vertical,
        options.capitals,
        _walls(polygon, panel.frame),
        panel.frame.border,
        _beyond(polygon, panel.frame, page),
    )


def _beyond(polygon: Polygon, frame: Frame, page: PageLayout) -> tuple[float, float, float, float]:
    """Return the free paper beyond a room's left, top, right and bottom: to the next frame, or the safe area's end."""
    box, safe = bounds(polygon), page.safe
    free = [box.x - safe.x, box.y - safe.y, safe.right - box.right, safe.bottom - box.bottom]
    for other in (bounds(f.polygon) for f in page.frames if f is not frame):
        level = other.y < box.bottom and box.y < other.bottom
        upright = other.x < box.right and box.x < other.right
        gaps = (box.x - other.right, box.y - other.bottom, other.x - box.right, other.y - box.bottom)
        for k, (gap, beside) in enumerate(zip(gaps, (level, upright, level, upright), strict=True)):
            if beside and gap > -STRAIGHT:
                free[k] = min(free[k], gap - frame.border)
    left, top, right, foot = (max(0.0, f) for f in free)
    return left, top, right, foot


def _walls(polygon: Polygon, frame: Frame) -> tuple[bool, bool, bool, bool]:
    """Tell which of a room's left, top, right and bottom are upright or level lines of its frame."""
    box, sides = bounds(polygon), list(zip(frame.polygon, (*frame.polygon[1:], frame.polygon[0]), strict=True))

    def drawn(axis: int, at: float) -> bool:
        return frame.border > 0 and any(max(abs(p[axis] - at), abs(q[axis] - at)) < STRAIGHT for p, q in sides)

    return drawn(0, box.x), drawn(1, box.y), drawn(0, box.right), drawn(1, box.bottom)


def _covered(hole: Polygon) -> Head:
    """Return a frame set into the panel as one more head: words, tails and sounds keep off it all the same."""
    box = bounds(hole)
    return Head("", box, box.centre, box)


def _sayings(panel: Panel, heads: tuple[Head, ...], caption: str) -> tuple[Saying, ...]:
    found = []
    for k, line in enumerate(panel.lines):
        if not line.text.strip():
            continue
        _known(panel, line.text, KINDS[line.kind].style, line.where)
        off = "off" in line.kinds
        head = next((i for i, h in enumerate(heads) if h.character == line.speaker and not off), -1)
        style = (line.style or caption) if line.kind == "caption" else ""
        found.append(Saying(line.text, line.kind, line.speaker, head, k, off, style, BREAKOUT in line.kinds))
    return tuple(found)


def _known(panel: Panel, text: str, style: str, where: Mark | None) -> None:
    """Raise ComicError where no font has a letter: a page never shows an empty box in its place."""
    if lost := missing(plain(text), style):
        hint = "change the character, or give a font that has it"
        raise ComicError(
            f"panel {panel.id!r}: no font has {lost!r}, in {text!r}", where=where or panel.where, hint=hint
        )


def _inside(polygon: Polygon, page: PageLayout) -> Polygon:
    """Return the part of a frame inside the safe area, where letters may lie."""
    whole = Shape(polygon)
    safe = whole.intersection(Shape(page.safe.corners))
    kept = safe if safe.area > 0.2 * whole.area else whole
    return tuple((float(x), float(y)) for x, y in kept.exterior.coords[:-1])
