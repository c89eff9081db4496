"""A drawing: a flat list of groups, images, paths and glyph runs, back to front.

The one vocabulary between those who draw (the sketch artist, lettering, the sheet) and those who
paint (PDF, pixels, SVG). Units and origin are the owner's: a sheet is in page millimetres, a
sketch in its own frame; y grows downwards in both. Nothing is changed once it is made, contours and paths neither,
which are not frozen because a picture has thousands and a frozen one takes three times as long to make.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Union

from .geometry import Point, Polygon, Rect

if TYPE_CHECKING:
    import numpy as np

    Pixels = np.ndarray[Any, np.dtype[np.uint8]]
    Points = Sequence[Point] | np.ndarray[Any, np.dtype[np.float64]]

Colour = tuple[int, int, int]
BLACK: Colour = (0, 0, 0)
WHITE: Colour = (255, 255, 255)


@dataclass(frozen=True, slots=True)
class Tone:
    """Screentone: round dots at 45 degrees that cover ``value`` (0 paper .. 1 black) of the area.

    The painter owns dot pitch and lattice, so that neighbouring tones never beat against each other,
    but where a ruling of its own is asked for in lines an inch.
    """

    value: float
    lpi: float | None = None


@dataclass(frozen=True, slots=True)
class Gradient:
    """A linear change from ``first`` at ``start`` to ``last`` at ``end``: two tones or two colours."""

    start: Point
    end: Point
    first: Union[Colour, Tone]
    last: Union[Colour, Tone]


Fill = Union[Colour, Tone, Gradient]


@dataclass(slots=True, unsafe_hash=True)
class Contour:
    """One outline. Straight pieces, or with ``cubic`` a start point and triples of Bezier points."""

    points: "Points"
    closed: bool = True
    cubic: bool = False


@dataclass(slots=True, unsafe_hash=True)
class Path:
    """Contours filled (even-odd) and then stroked, round caps and joins."""

    contours: tuple[Contour, ...]
    fill: Fill | None = None
    stroke: Colour | None = None
    width: float = 0.0
    dash: tuple[float, ...] = ()
    opacity: float = 1.0


@dataclass(frozen=True, slots=True)
class Image:
    """Pixels stretched over ``box``: (h, w) grey, (h, w, 3) RGB, (h, w, 2) grey and opacity, bool (h, w) ink."""

    pixels: Any
    box: Rect
    drawing: tuple["Item", ...] = ()
    """The same picture as vectors where it was drawn, in pixels of ``pixels``."""


@dataclass(frozen=True, slots=True)
class Glyph:
    """One glyph of a face at a baseline origin; ``text`` is what it stands for when text is copied."""

    id: int
    x: float
    y: float
    text: str


@dataclass(frozen=True, slots=True)
class Text:
    """A run of glyphs of one face and size: one line of a balloon or one vertical column.

    ``actual`` is the line as the author wrote it (selectable text); ``halo`` is the width of a
    ``halo_fill`` outline painted under the glyphs; ``turn`` in radians turns each glyph about its origin.
    """

    face: str
    size: float
    glyphs: tuple[Glyph, ...]
    actual: str
    fill: Colour = BLACK
    halo: float = 0.0
    halo_fill: Colour = WHITE
    turn: float = 0.0
    slant: float = 0.0
    """Shear for an oblique face: 0.2 leans about 11 degrees to the right."""
    outline: bool = False
    """Paint the glyph as a filled path (lettered effects) with its text kept invisible beside it."""


@dataclass(frozen=True, slots=True)
class Group:
    """Items on a named layer, clipped to a polygon when one is given.

    ``frame`` maps the items' own box onto a box of the parent, so a sketch drawn in its own
    frame is placed on a page without touching its points.
    """

    layer: str
    items: tuple["Item", ...]
    clip: Polygon | None = None
    frame: tuple[Rect, Rect] | None = None


Item = Union[Group, Image, Path, Text]
