"""What the artist's hand puts on paper, before a manner (ink, grey, colour, pencil) decides how it looks.

Coordinates are frame units: the frame is 100 high and 100 x aspect wide, y downwards. So every
weight and limit scales with the frame, and one drawing serves every resolution. Nobody changes a drawn mark:
marks are not frozen only because there are thousands in a picture, and a frozen one takes three times as long to make.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, Union

import numpy as np

from ...drawing import Colour

Array = np.ndarray[Any, np.dtype[np.float64]]

WEIGHTS = {"silhouette": 0.52, "edge": 0.32, "detail": 0.19, "hair": 0.12}
"""Line weights in frame units by role (hair = hairline)."""


@dataclass(frozen=True, slots=True)
class Paint:
    """A material: its colour for colour manners, its screentone (0..1) for ink and grey."""

    colour: Colour
    tone: float = 0.0
    black: bool = False
    """Solid ink in the ink manner (black hair, tyres): drawn with white inner lines."""


@dataclass(slots=True, eq=False)
class Area:
    """A filled shape: rings are (n, 2) arrays, even-odd. ``shade`` 0 lit .. 1 full shadow.

    ``fade`` = ((x0, y0), (x1, y1), from, to) multiplies the tone along a line.
    """

    rings: tuple[Array, ...]
    paint: Paint
    shade: float = 0.0
    fade: tuple[tuple[float, float], tuple[float, float], float, float] | None = None
    knockout: bool = False
    """Paint it as bare paper in every manner (rims and halos round figures)."""
    fixed: bool = False
    """Its tone is a light or a shadow of its own: it gives way to no figure before it."""

    def painted(self, paint: Paint) -> "Area":
        """Return the area in another material. Thousands a picture: ``replace`` takes ten times as long."""
        return Area(self.rings, paint, self.shade, self.fade, self.knockout, self.fixed)


@dataclass(slots=True, eq=False)
class Stroke:
    """An ink line along (n, 2) points. ``width`` in frame units, one number or one per point.

    ``taper`` thins both tips, ``wobble`` is the sideways unsteadiness in frame units.
    """

    points: Array
    width: float | Array
    colour: Colour | None = None
    """None is the manner's ink."""
    closed: bool = False
    taper: bool = True
    wobble: float = 0.0
    white: bool = False
    """A line of bare paper, for inner lines on solid black."""
    relief: bool = False
    """Ink that lies on solid black: paper where black is solid, ink where it is a colour."""

    def inked(self, colour: Colour) -> "Stroke":
        """Return the line in another colour."""
        return Stroke(
            self.points, self.width, colour, self.closed, self.taper, self.wobble, self.white, self.relief
        )  # fmt: skip

    def relieved(self, width: float | Array) -> "Stroke":
        """Return the line in relief, in another width."""
        return Stroke(self.points, width, self.colour, self.closed, self.taper, self.wobble, self.white, True)

    def piece(self, points: Array, width: Array, relief: bool) -> "Stroke":
        """Return a part of the line, with blunt ends, in relief or not."""
        return Stroke(points, width, self.colour, False, False, self.wobble, self.white, relief or self.relief)


Mark = Union[Area, Stroke]
Marks = Iterable[Mark]
