"""What is sewn on garments, as data: patches, bands, seams and buttons at places on the cloth.

Places are (angle, t): degrees round the trunk from the front middle to the figure's left, and the height
along it (0 hips, 1 shoulder line).
"""

from dataclasses import dataclass

Spots = tuple[tuple[float, float], ...]


@dataclass(frozen=True, slots=True)
class Patch:
    """A piece of cloth lying on the garment. ``paint`` is top, lower, accent, white, skin, steel or dark."""

    points: Spots
    paint: str
    lift: float = 0.015
    """Heads above the garment."""
    both: bool = False
    """Also on the other side, mirrored."""
    weight: float = 0.7
    over: bool = False
    """Lies on the shoulders: painted after the neck."""


@dataclass(frozen=True, slots=True)
class Band:
    """A band right round the garment, between two heights."""

    low: float
    high: float
    paint: str
    lift: float = 0.02
    weight: float = 0.6


@dataclass(frozen=True, slots=True)
class Seam:
    """A line on the garment."""

    points: Spots
    weight: float = 0.6
    both: bool = False
    paint: str = ""
    """Empty for ink."""
    over: bool = False


@dataclass(frozen=True, slots=True)
class Button:
    """A round on the garment, ``radius`` in heads."""

    at: tuple[float, float]
    radius: float = 0.022
    paint: str = "dark"
    both: bool = False


Trim = Patch | Band | Seam | Button


def round_(t: float, step: int = 15) -> Spots:
    """Return the places of a line right round a garment."""
    return tuple((float(a), t) for a in range(-180, 181, step))


def column(
    angle: float, *ts: float, radius: float = 0.022, paint: str = "dark", both: bool = False
) -> tuple[Trim, ...]:
    """Return buttons under each other."""
    return tuple(Button((angle, t), radius, paint, both) for t in ts)
