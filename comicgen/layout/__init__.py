"""Script into Layout: a frame for each panel, in millimetres, in reading order."""

from dataclasses import dataclass

from ..geometry import Polygon, Rect, bounds
from ..script import Panel


@dataclass(frozen=True, slots=True)
class Frame:
    """Where one panel is drawn. ``polygon`` is clockwise on the page and convex."""

    panel: Panel
    polygon: Polygon
    border: float = 0.8
    """Line width of the frame; 0 draws none."""
    bleed: bool = False
    """The frame runs over the trim on at least one side."""
    note: Rect | None = None
    """Where a planning sheet writes shot, action and dialogue; None on comic pages."""

    @property
    def box(self) -> Rect:
        return bounds(self.polygon)


@dataclass(frozen=True, slots=True)
class PageLayout:
    """One page. The origin is the trim's top left corner; a bleed frame has negative coordinates."""

    number: int
    size: Rect
    """The trim: x = y = 0."""
    bleed: float
    safe: Rect
    """Lettering stays inside."""
    reading: str
    """rtl or ltr."""
    frames: tuple[Frame, ...]
    type_size: float = 3.07
    """Cap-and-x body size of normal dialogue in mm (craft: 8.7 pt)."""
    width_px: int | None = None
    """The page's own pixel width, where the template fixes one (a webtoon's 800)."""


@dataclass(frozen=True, slots=True)
class Layout:
    """The pages of a book, laid out."""

    reading: str
    template: str
    pages: tuple[PageLayout, ...]
