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

    inset: bool = False
    """The frame lies inside an earlier one and is painted over it."""
    holes: tuple[Polygon, ...] = ()
    """Frames set into this one: no face and no balloon belongs there."""

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
    cuts: tuple[float, ...] = ()
    """Heights in mm where a long strip may be cut into pieces: the middles of its gaps."""
    leaves: int = 1
    """2 for a spread: two facing pages as one, the fold in the middle; the next page's number is 2 higher."""


@dataclass(frozen=True, slots=True)
class Layout:
    """The pages of a book, laid out."""

    reading: str
    template: str
    pages: tuple[PageLayout, ...]


@dataclass(frozen=True, slots=True)
class Columns:
    """Strips of equal boxes: ``title`` mm free above each, the next strip lower by ``stagger`` of a box."""

    count: int = 2
    boxes: int = 4
    title: float = 9.0
    stagger: float = 0.36


@dataclass(frozen=True, slots=True)
class Strip:
    """A scroll's gaps in mm by the time that passes in them, and the least and greatest frame height."""

    moment: float = 10.0
    beat: float = 32.0
    scene: float = 88.0
    heights: tuple[float, float] = (42.0, 190.0)


@dataclass(frozen=True, slots=True)
class Sheet:
    """A planning sheet: ``rows`` frames of one ``aspect`` (width by height), a note beside each."""

    rows: int = 5
    aspect: float = 16 / 9


@dataclass(frozen=True, slots=True)
class Template:
    """A page preset in mm and the manner in which its pages are filled."""

    name: str
    about: str
    reading: str
    manner: str
    """auto, columns, strip or sheet."""
    trim: Rect
    bleed: float
    safe: Rect
    frame: Rect
    """Where frames that do not bleed lie."""
    tier: float
    """Gutter between frames one above the other."""
    column: float
    """Gutter between frames side by side."""
    border: float
    type_size: float
    width_px: int | None = None
    cuts: tuple[str, ...] = ()
    """Pages as one line each; a page with as many panels takes the first that fits."""
    columns: Columns = Columns()
    strip: Strip = Strip()
    sheet: Sheet = Sheet()


# The rooms behind the door build the types above, so they are opened after them.
from .book import check_layout, lay_out, lay_out_page  # noqa: E402
from .diagram import plan_picture  # noqa: E402
from .presets import template, templates  # noqa: E402

__all__ = [
    "Columns",
    "Frame",
    "Layout",
    "PageLayout",
    "Sheet",
    "Strip",
    "Template",
    "check_layout",
    "lay_out",
    "lay_out_page",
    "plan_picture",
    "template",
    "templates",
]
