"""The hand that draws one figure: what it notes down while the figure is drawn, to be inked all at once."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from operator import mul
from typing import Any, Union

import numpy as np

from ...drawing import Colour
from ...staging.camera import NEAR, Camera
from .loft import FRAME, Loft, on_frame, profile
from .marks import Area, Array, Mark, Paint, Stroke

SPOT = np.stack([np.cos(2 * np.pi * np.arange(12) / 12), np.sin(2 * np.pi * np.arange(12) / 12)], axis=1)


@dataclass(frozen=True, slots=True, eq=False)
class Joint:
    """Where a part's outline is not inked: inside ``shape`` and within ``radius`` of a point on the frame."""

    shape: Any
    centre: Array
    radius: float


@dataclass(frozen=True, slots=True, eq=False)
class Edge:
    """A closed contour (n, 2) on the frame, to be inked where no joint hides it."""

    ring: Array
    weight: float = 1.0
    joints: Sequence[Joint] = ()
    smooth: int = 2
    """How many neighbours on either side a point is averaged with: 0, 1 or 2."""


@dataclass(frozen=True, slots=True, eq=False)
class Line:
    """A line (n, 3) in the world, to be inked where its normals face the camera."""

    points: Array
    normals: Array | None
    weight: float
    taper: tuple[float, float]
    paint: Paint | None = None
    """None for ink."""


@dataclass(frozen=True, slots=True, eq=False)
class Stitch:
    """A line at places (n, 2) on a loft, degrees round it and how far along, to be inked where it faces the camera."""

    loft: Loft
    places: Array
    weight: float
    taper: tuple[float, float]
    lift: float = 0.0
    """Metres above the loft."""
    paint: Paint | None = None
    """None for ink."""


@dataclass(frozen=True, slots=True, eq=False)
class Cutout:
    """A piece of cloth with corners at places (n, 2) on a loft: what of it is on the camera's side."""

    loft: Loft
    places: Array
    paint: Paint
    weight: float
    lift: float = 0.0
    whole: bool = False
    """It does not go round the loft's edge, and has points enough."""


@dataclass(frozen=True, slots=True, eq=False)
class Knob:
    """A small round at a place on a loft."""

    loft: Loft
    place: Array
    radius: float
    paint: Paint
    weight: float
    lift: float


@dataclass(frozen=True, slots=True, eq=False)
class Sheet:
    """A filled and outlined polygon (n, 2) on the frame; none where it is a sliver."""

    points: Array
    paint: Paint
    weight: float
    shade: float


@dataclass(slots=True, eq=False)
class Part:
    """A piece of a figure: painted from far to near by ``depth`` (metres, biased where the order is known)."""

    depth: float
    shape: Any
    paint: Paint | None = None
    before: list["Ink"] = field(default_factory=list)
    """Painted under the shape (a sole)."""
    after: list["Ink"] = field(default_factory=list)
    """Painted on the shape: seams, folds, buttons."""
    joints: list[Joint] = field(default_factory=list)
    weight: float = 1.0
    shade: float = 1.0
    """Width of the shade crescent; 0 for none."""
    smooth: int = 2
    ink_last: bool = False
    """Ink the outline over ``after`` (fingers inside a hand)."""
    name: str = ""


Ink = Union[Mark, Edge, Line, Stitch, Cutout, Knob, Sheet, Part]
"""What is on a part: marks, and what becomes marks when the figure is inked."""


@dataclass(frozen=True, slots=True)
class Pen:
    """The hand that draws one figure: its camera, its line and the size it is drawn at."""

    camera: Camera
    head: float
    """Height of the figure's head in frame units."""
    unit: float
    """The same in metres."""
    line: float
    """Weight of its outline in frame units."""
    fine: bool = True
    """Draw folds, seams, fingers."""
    lee: float = 1.0
    """The side of the frame that lies in shade: 1 right, -1 left."""
    solid: frozenset[Colour] = frozenset()
    """Colours that are solid ink in the picture: no shade shows on them."""

    @property
    def step(self) -> float:
        """Distance of points along a line in frame units."""
        return min(max(0.030 * self.head, 0.12), 0.55)

    def shades(self, paint: Paint) -> bool:
        """Tell whether shade shows on a paint."""
        return not paint.black and paint.colour not in self.solid

    def flat(self, points: Any) -> Array:
        """Return frame units of world points."""
        return on_frame(points, self.camera)

    def disc(self, centre: Any, heads: float, shape: Any = None) -> Joint:
        """Return the joint of so many heads round a world point."""
        camera = self.camera
        way = [float(p) - e for p, e in zip(centre, camera.eye, strict=True)]
        right, up, depth = (sum(map(mul, way, axis)) for axis in (camera.right, camera.up, camera.forward))
        scale = FRAME * camera.focal / max(depth, NEAR)
        x, y = FRAME * (camera.aspect / 2 + camera.shift[0]), FRAME * (0.5 - camera.shift[1])
        return Joint(shape, np.array((x + right * scale, y - up * scale)), heads * self.unit * scale)

    def outline(self, ring: Array, weight: float = 1.0, joints: Sequence[Joint] = (), smooth: int = 2) -> list[Ink]:
        """Return the line of a closed contour (n, 2), left out where a joint hides it."""
        return [Edge(ring, weight, joints, smooth)]

    def line_on(
        self, points: Any, normals: Any = None, weight: float = 0.6, taper: tuple[float, float] = (0.2, 0.6)
    ) -> list[Ink]:
        """Return a line (n, 3) in the world, seen where its normals face the camera."""
        return [Line(np.asarray(points, dtype=float), normals, weight, taper)]

    def patch(self, points: Array, paint: Paint, weight: float = 0.7, shade: float = 0.0) -> list[Ink]:
        """Return a filled and outlined polygon (n, 2) on the frame; none where it is a sliver."""
        return [Sheet(points, paint, weight, shade)]

    def dot(self, centre: Array, radius: float, paint: Paint, weight: float = 0.0) -> list[Mark]:
        """Return a small round (frame units)."""
        ring = centre + radius * SPOT
        found: list[Mark] = [Area((ring,), paint)]
        if weight:
            found.append(Stroke(ring, self.line * weight, closed=True, taper=False))
        return found


def line_weight(head: float) -> float:
    """Return the outline's weight in frame units for a head of so many frame units.

    Grows with the figure, more slowly once the head fills a good part of the frame.
    """
    return max(0.15, 0.0185 * min(head, 22.0) + 0.0048 * max(0.0, head - 22.0))


def resampled(points: Array, step: float, closed: bool = False) -> Array:
    """Return points at even distances of about ``step`` along a line (n, 2)."""
    line = np.concatenate([points, points[:1]]) if closed else np.asarray(points, dtype=float)
    length = np.concatenate([[0.0], np.cumsum(np.hypot(*np.diff(line, axis=0).T))])
    if length[-1] < 1e-9:
        return line[:1]
    count = max(6, int(length[-1] / step))
    at = np.linspace(0, length[-1], count + (not closed), endpoint=not closed)
    return np.stack([np.interp(at, length, line[:, 0]), np.interp(at, length, line[:, 1])], axis=1)


def curve(points: Iterable[Sequence[float]], count: int = 10) -> Array:
    """Return ``count`` points of a smooth curve through the given ones."""
    return _curve(tuple(tuple(p) for p in points), count)


@lru_cache(maxsize=512)
def _curve(points: tuple[tuple[float, ...], ...], count: int) -> Array:
    keys = np.array(points, dtype=float)
    line = profile(np.column_stack([np.linspace(0, 1, len(keys)), keys]), count)[:, 1:]
    line.flags.writeable = False
    return line
