"""What a lettered page holds: balloons, drawn sounds and effects, all as geometry in page millimetres."""

from dataclasses import dataclass

from ..drawing import Item, Path, Text
from ..geometry import Point, Polygon, Rect
from ..layout import Frame, PageLayout
from ..picture import Picture
from ..staging import Anchor


@dataclass(frozen=True, slots=True)
class Balloon:
    """A balloon or caption with its letters, ready to draw. Lengths in page mm."""

    kind: str
    speaker: str
    text: str
    lines: tuple[str, ...]
    vertical: bool
    outline: Polygon
    """The body without its tail."""
    text_box: Rect
    tail: tuple[Point, ...]
    """The tail's centre line from root to tip; empty where there is none."""
    font: str
    size: float
    """Type size (em) in mm."""
    shapes: tuple[Path, ...]
    """Body and tail as painted, back to front."""
    letters: tuple[Text, ...]
    linked: bool = False
    """The body is one with the balloon before it: a second beat of the same speaker."""
    style: str = ""
    """Of a caption."""


@dataclass(frozen=True, slots=True)
class Sfx:
    """A drawn sound: letters along a curve."""

    text: str
    outline: Polygon
    font: str
    size: float
    letters: tuple[Item, ...]


@dataclass(frozen=True, slots=True)
class Effect:
    """Speed lines, focus lines, flash ...: items that lie inside the frame, above the picture."""

    kind: str
    shapes: tuple[Item, ...]


@dataclass(frozen=True, slots=True)
class LetteredPanel:
    """One frame with all that lies in it. ``anchors`` are in page mm: head and body boxes, mouths."""

    frame: Frame
    picture: Picture
    picture_box: Rect
    """Where the picture lies on the page; covers the frame's box."""
    anchors: tuple[Anchor, ...]
    balloons: tuple[Balloon, ...] = ()
    sfx: tuple[Sfx, ...] = ()
    effects: tuple[Effect, ...] = ()
    notes: tuple[Text, ...] = ()
    """A planning sheet's words beside the frame."""


@dataclass(frozen=True, slots=True)
class Page:
    """A page lettered. Panels and, in them, balloons are in reading order."""

    layout: PageLayout
    panels: tuple[LetteredPanel, ...]
