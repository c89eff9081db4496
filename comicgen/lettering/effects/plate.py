"""What an effect is drawn on: the frame, the subjects to keep clear, and the pen that stays inside and off faces."""

import math
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from random import Random
from typing import Any

import numpy as np
import shapely

from ...drawing import BLACK, WHITE, Colour, Contour, Fill, Path
from ...geometry import Point, Polygon, Rect, bounds
from ...story import Effect

Array = np.ndarray[Any, np.dtype[np.float64]]

NEAR, FILLING = 0.34, 0.45
"""A head higher, or a body larger, than these shares of the frame leaves no room beside it: lines lie on shoulders."""
UNDERLAY, HAIRLINE = 0.5, 0.12
"""White on either side of black lines, and black beside white ones, in their widths."""
ASIDE = 0.06
"""A mouth this share of the head off its middle tells which way a face looks."""


AS_USUAL = Effect("")


@dataclass(frozen=True)
class Figure:
    """One character on the plate; ``pose`` in the author's words, ``moves`` where they tell of force."""

    name: str
    head: Rect
    body: Rect
    mouth: Point
    pose: str = ""
    moves: bool = False

    @property
    def side(self) -> float:
        """-1 looks to the left, 1 to the right, 0 towards us or away."""
        off = (self.mouth[0] - self.head.centre[0]) / max(self.head.w, 1e-6)
        return 0.0 if abs(off) < ASIDE else math.copysign(1.0, off)


@dataclass(frozen=True)
class Plate:
    """One panel for an effect. Lengths in page mm; ``action`` is the author's words, ``manner`` what they set."""

    frame: Polygon
    figures: tuple[Figure, ...]
    seed: int
    action: str = ""
    manner: Effect = AS_USUAL
    page: str = "mono"
    """mono, grey or colour."""
    dark: bool = False
    """The scene is dark: lines are white."""

    @cached_property
    def heads(self) -> tuple[Rect, ...]:
        """Everyone's head."""
        return tuple(f.head for f in self.figures)

    @cached_property
    def chosen(self) -> tuple[Figure, ...]:
        """Whom the effect is about: those the author names, else everyone."""
        wanted = self.manner.subject
        if wanted in ("", "all"):
            return self.figures
        return tuple(f for f in self.figures if f.name == wanted)

    @cached_property
    def box(self) -> Rect:
        """The frame's bounds."""
        return bounds(self.frame)

    @cached_property
    def diagonal(self) -> float:
        """The length that line weights and spacings follow."""
        return math.hypot(self.box.w, self.box.h)

    @cached_property
    def unit(self) -> float:
        """A pen's width for this panel: 0.5 mm where the diagonal is 100 mm."""
        return float(0.5 * (self.diagonal / 100) ** 0.6)

    @property
    def pen(self) -> float:
        """The pen's width as the author wants it."""
        return self.unit * self.manner.width

    @property
    def colour(self) -> Colour:
        """Of lines: black ink on paper, white where the scene is dark or the page has colours."""
        return self.manner.colour or (WHITE if self.dark or self.page == "colour" else BLACK)

    def random(self, name: str) -> Random:
        """Return this panel's own dice for an effect."""
        return Random(f"{self.seed} {name}" + (f" {self.manner.seed}" if self.manner.seed else ""))

    def uneven(self, dice: Random, low: float, high: float) -> float:
        """Return a number between two, as far from their middle as the author's jitter lets it be."""
        middle = (low + high) / 2
        return max(0.0, middle + (dice.uniform(low, high) - middle) * self.manner.jitter)

    def count(self, usual: float) -> int:
        """Return how many are drawn where ``usual`` are."""
        return max(1, round(usual * self.manner.density))

    @cached_property
    def subjects(self) -> tuple[Rect, ...]:
        """Head and shoulders of everyone: what lines stop at."""
        return tuple(_bust(f.head, f.body) for f in self.figures)

    @cached_property
    def obstacles(self) -> tuple[Rect, ...]:
        """What lines stop at: the subjects, and the whole bodies of those seen from afar."""
        return (*self.subjects, *(f.body for f in self.figures if self.afar(f)))

    def afar(self, figure: Figure) -> bool:
        """Tell whether there is room beside a figure's whole body."""
        room = self.box.w * self.box.h
        return figure.head.h < NEAR * self.box.h and figure.body.overlap(self.box) < FILLING * room

    @cached_property
    def focus(self) -> Point:
        """Where eyes should go: as the author says, else the largest head, or a little above the frame's middle."""
        aim = self.manner.aim
        if isinstance(aim, tuple):
            return self.box.at(*aim)
        heads = [f.head for f in self.figures if f.name == aim] or list(self.heads)
        if not heads:
            return self.box.at(0.5, 0.47)
        x, y = max(heads, key=lambda h: h.w * h.h).centre
        return (min(max(x, self.box.x), self.box.right), min(max(y, self.box.y), self.box.bottom))

    @cached_property
    def faces(self) -> Any:
        """All faces as one shape that no effect enters."""
        return shapely.union_all([shapely.Polygon(ellipse(h, 1.1, 40)) for h in self.heads])

    @cached_property
    def area(self) -> Any:
        """The frame less the faces."""
        return shapely.Polygon(self.frame).difference(self.faces)

    @cached_property
    def whole(self) -> Any:
        """The frame."""
        return shapely.Polygon(self.frame)


def _bust(head: Rect, body: Rect) -> Rect:
    foot = min(head.bottom + 1.3 * head.h, max(body.bottom, head.bottom))
    wide = max(head.w * 1.25, min(body.w, head.w * 2.2))
    return Rect(head.centre[0] - wide / 2, head.y - 0.08 * head.h, wide, foot - head.y + 0.08 * head.h)


def ellipse(box: Rect, grow: float = 1.0, count: int = 64) -> Array:
    """Return points of the ellipse through the middles of a box's sides, grown about its centre."""
    t = np.arange(count) * (2 * math.pi / count)
    x, y = box.centre
    return np.stack([x + grow * box.w / 2 * np.cos(t), y + grow * box.h / 2 * np.sin(t)], axis=1)


def ink(plate: Plate, shapes: Iterable[Any], fill: Fill | None = None) -> list[Path]:
    """Return shapes (rings of points or shapely geometry) as one path, inside the frame and off every face."""
    merged = _merged(shapes)
    rings = contours(merged.intersection(plate.area)) if merged is not None else ()
    paint = plate.colour if fill is None else fill
    return [Path(rings, fill=paint, opacity=plate.manner.opacity)] if rings else []


def lines(plate: Plate, draw: Callable[[float], Sequence[Array]], colour: Colour | None = None) -> list[Path]:
    """Return strokes as one path over their underlay, which parts them from what lies below.

    ``draw`` gives the strokes' rings at so many times their width: an underlay tapers as its lines do.
    """
    colour = colour or plate.colour
    white = colour == WHITE
    usual = 0.0 if plate.page == "colour" else HAIRLINE if white else UNDERLAY
    broad = usual if plate.manner.underlay is None else plate.manner.underlay
    under = ink(plate, draw(1 + 2 * broad), BLACK if white else WHITE) if broad > 0 else []
    return [*under, *ink(plate, draw(1.0), colour)]


def _merged(shapes: Iterable[Any]) -> Any:
    whole = [s if isinstance(s, shapely.Geometry) else shapely.Polygon(s) for s in shapes if _corners(s) > 2]
    return shapely.union_all(shapely.make_valid(np.array(whole, dtype=object))) if whole else None


def _corners(shape: Any) -> int:
    """Return the number of points of a ring; a geometry always counts as enough."""
    return 3 if isinstance(shape, shapely.Geometry) else len(shape)


def contours(shape: Any) -> tuple[Contour, ...]:
    """Return the rings of a shapely geometry's areas."""
    rings = []
    for part in shapely.get_parts(shape):
        if part.geom_type == "Polygon" and part.area > 1e-5:
            rings += [part.exterior, *part.interiors]
        elif part.geom_type == "MultiPolygon":
            rings += [r for p in part.geoms for r in (p.exterior, *p.interiors)]
    return tuple(Contour(shapely.get_coordinates(r)[:-1]) for r in rings)


def outlined(plate: Plate, rings: Sequence[Array], width: float) -> list[Path]:
    """Return closed shapes with a pen line round them, those alone that lie whole in the frame and off faces."""
    room = plate.area.buffer(-width / 2)
    kept = [r for r in rings if room.contains(shapely.Polygon(r))]
    fill = plate.manner.colour or WHITE
    return [Path((Contour(r),), fill, BLACK, width, opacity=plate.manner.opacity) for r in kept]


def wedges(starts: Array, ends: Array, first: Array, last: Array, bow: Array | float = 0.0) -> list[Array]:
    """Return tapered strokes as rings: (n, 2) starts and ends, (n,) widths there, sideways bow in mm."""
    along = ends - starts
    length = np.maximum(np.hypot(*along.T), 1e-9)[:, None]
    normal = np.stack([-along[:, 1], along[:, 0]], axis=1) / length
    middle = (starts + ends) / 2 + normal * np.broadcast_to(bow, len(starts))[:, None]
    half = ((first + last) / 2 * 0.55)[:, None]
    left = [starts + normal * first[:, None] / 2, middle + normal * half, ends + normal * last[:, None] / 2]
    right = [ends - normal * last[:, None] / 2, middle - normal * half, starts - normal * first[:, None] / 2]
    rings: list[Array] = list(np.stack([*left, *right], axis=1))
    return rings
