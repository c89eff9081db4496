"""A panel as the letterer sees it: the room, the heads to keep clear, what is said; and where it all went."""

from dataclasses import dataclass
from functools import lru_cache
from typing import Any

import numpy as np

from ..geometry import Point, Polygon, Rect
from .block import Fit, Hand
from .bodies import CAPTIONS, KINDS, Kind
from .markup import is_cjk

Array = np.ndarray[Any, np.dtype[np.float64]]

CJK_SCALE = 1.15
"""An em of Chinese or Japanese over an em of Latin capitals beside it."""
LEGIBLE, FLOOR = 0.8, 0.72
"""Shares of the page's type: smaller than the first is crowded, smaller than the second is never set."""


@dataclass(frozen=True, slots=True)
class Head:
    """One character in the panel, in page mm."""

    character: str
    box: Rect
    mouth: Point
    body: Rect

    @property
    def features(self) -> Rect:
        """The part that holds eyes, nose and mouth: covered last, where a face fills the frame."""
        return Rect(*self.box.at(0.12, 0.3), 0.76 * self.box.w, 0.62 * self.box.h)


@dataclass(frozen=True, slots=True)
class Saying:
    """One line to place. ``head`` is the index of the speaker's head, -1 where none is seen."""

    text: str
    kind: str
    speaker: str
    head: int
    line: int
    """Which of the panel's lines it is, or a part of."""
    off: bool = False
    style: str = ""
    """Of a caption."""
    breakout: bool = False
    """It crosses the frame's border on purpose."""

    @property
    def look(self) -> Kind:
        return CAPTIONS[self.style] if self.kind == "caption" and self.style else KINDS[self.kind]

    @property
    def silent(self) -> bool:
        """It has no tail: nobody is pointed at."""
        return self.look.tail == "none"


@dataclass(frozen=True, slots=True)
class Room:
    """All that decides where a panel's balloons go: same room, same places."""

    polygon: Polygon
    """Convex, clockwise: where letters may lie."""
    heads: tuple[Head, ...]
    sayings: tuple[Saying, ...]
    rtl: bool
    type_size: float
    language: str
    vertical: bool
    capitals: bool
    walls: tuple[bool, bool, bool, bool] = (False, False, False, False)
    """Whether the room's left, top, right and bottom are straight frame lines, which a balloon may be joined to."""
    border: float = 0.8
    """Width of those lines."""
    beyond: tuple[float, float, float, float] = (0.0, 0.0, 0.0, 0.0)
    """Free paper in mm beyond the room's left, top, right and bottom, for what crosses the border on purpose."""

    def hand(self, saying: Saying, loose: bool = False) -> Hand:
        """Return how a saying is lettered."""
        look = saying.look
        vertical = self.vertical and is_cjk(saying.text)
        capitals = self.capitals and look.capitals
        return Hand(look.style, self.language, vertical, capitals, look.box, loose, is_cjk(saying.text))

    def size(self, saying: Saying, scale: float) -> float:
        """Return a saying's type size in mm at a share ``scale`` of what it wants; whispers stay legible."""
        script = CJK_SCALE if is_cjk(saying.text) else 1.0
        return self.type_size * script * max(min(LEGIBLE, scale), saying.look.type_scale * scale)

    @property
    def gap(self) -> float:
        """Clear paper between balloons, in mm."""
        return 0.3 * self.type_size

    @property
    def clear(self) -> float:
        """From a balloon to the middle of a frame line that it is not joined to: never nearly touching."""
        return 0.6 * self.type_size


@dataclass(frozen=True, slots=True)
class Spot:
    """A saying in its place: centre of the body, inner half axes in mm, type size in mm."""

    saying: Saying
    fit: Fit
    x: float
    y: float
    size: float

    @property
    def a(self) -> float:
        return self.fit.a * self.size

    @property
    def b(self) -> float:
        return self.fit.b * self.size

    @property
    def reach(self) -> Point:
        """Half axes that the drawn body never leaves."""
        rim = self.saying.look.rim * self.size
        return (self.a + rim, self.b + rim)

    @property
    def exponent(self) -> float:
        return min(24.0, self.fit.exponent)


@dataclass(frozen=True, slots=True)
class Placement:
    """Spots in reading order; ``scale`` is the share of its size that the type keeps."""

    spots: tuple[Spot, ...]
    scale: float = 1.0


@lru_cache(96)
def half_planes(polygon: Polygon) -> tuple[tuple[float, float, float], ...]:
    """Return (nx, ny, d) with n.p <= d inside, for each side of a convex polygon."""
    points = np.array(polygon)
    middle = points.mean(axis=0)
    sides = np.roll(points, -1, axis=0) - points
    lengths = np.hypot(*sides.T)
    keep = lengths > 1e-6
    normals = np.stack([sides[:, 1], -sides[:, 0]], axis=1)[keep] / lengths[keep, None]
    offsets = (normals * points[keep]).sum(axis=1)
    flip = np.where(normals @ middle > offsets, -1.0, 1.0)
    return tuple(
        (float(n[0]), float(n[1]), float(d)) for n, d in zip(normals * flip[:, None], offsets * flip, strict=True)
    )
