"""A lettered Page into a Sheet: one flat stack of layers, all that an exporter sees."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

import shapely

from .drawing import BLACK, WHITE, Contour, Group, Image, Item, Path, Text
from .geometry import Rect
from .lettering import LetteredPanel, Page

INSET_PAPER = 1.4
"""Paper round a frame that is set into another, in mm."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """A page to paint: items back to front, in mm from the trim's top left corner."""

    number: int
    size: Rect
    bleed: float
    reading: str
    layers: tuple[Group, ...]
    leaves: int = 1
    """2 for a spread, two facing pages wide."""
    cuts: tuple[float, ...] = ()
    """Heights in mm where a long strip may be cut: the middles of its gaps."""
    fold: str = ""
    """Of one page of a spread: left or right, the side where it meets the other; there is no bleed there."""

    @property
    def bleeds(self) -> tuple[float, float, float, float]:
        """Bleed in mm on the left, top, right and bottom."""
        left, right = (0.0 if self.fold == side else self.bleed for side in ("left", "right"))
        return left, self.bleed, right, self.bleed


def halves(sheet: Sheet) -> tuple[Sheet, ...]:
    """Return a spread as its two facing pages, the one read first before the other; any other sheet as it is.

    They part at the fold: what crosses it goes on on the other page, and no line of it is lost or shown twice.
    """
    if sheet.leaves == 1:
        return (sheet,)
    across = sheet.size.w / 2
    sides = {"left": Rect(sheet.size.x, 0, across, sheet.size.h)}
    sides["right"] = replace(sides["left"], x=sheet.size.x + across)
    order = ("right", "left") if sheet.reading == "rtl" else ("left", "right")
    folds = {"left": "right", "right": "left"}
    return tuple(
        replace(sheet, number=sheet.number + k, size=sides[side], layers=_on(sheet.layers, sides[side]), leaves=1,
                fold=folds[side])
        for k, side in enumerate(order)
    )  # fmt: skip


def _on(layers: tuple[Group, ...], side: Rect) -> tuple[Group, ...]:
    """Return the layers less the letters of the other page; all else is cut by the paper's edge."""
    return tuple(replace(g, items=tuple(_kept(g.items, side))) for g in layers)


def _kept(items: tuple[Item, ...], side: Rect) -> Iterator[Item]:
    for item in items:
        if isinstance(item, Group):
            yield replace(item, items=tuple(_kept(item.items, side)))
        elif not isinstance(item, Text) or any(side.x <= g.x < side.right for g in item.glyphs):
            yield item


def draw(page: Page) -> Sheet:
    """Stack a page's panels: pictures, effects, frames, then balloons and letters over all frames."""
    panels = page.panels
    art = tuple(_art(p) for p in panels)
    frames = tuple(_border(p) for p in panels if p.frame.border)
    sfx = tuple(Group(f"sfx {p.frame.panel.id}", s.letters, clip=None) for p in panels for s in p.sfx)
    balloons: list[Item] = []
    for p in panels:
        for b in p.balloons:
            balloons += [*b.shapes, *b.letters]
    notes = tuple(t for p in panels for t in p.notes)
    layers = (
        Group("art", art),
        Group("frames", frames),
        Group("sfx", sfx),
        Group("balloons", tuple(balloons)),
        Group("notes", notes),
    )
    return Sheet(
        page.layout.number,
        page.layout.size,
        page.layout.bleed,
        page.layout.reading,
        tuple(g for g in layers if g.items),
        page.layout.leaves,
        page.layout.cuts,
    )


def _art(panel: LetteredPanel) -> Group:
    """Paint a panel inside its frame; one that is set into another gets paper round it, as a gutter."""
    frame, name = panel.frame, f"panel {panel.frame.panel.id}"
    paper = Path((Contour(frame.polygon),), fill=WHITE)
    picture = Image(panel.picture.pixels, panel.picture_box, panel.picture.drawing)
    effects = tuple(s for e in panel.effects for s in e.shapes)
    inside = Group(name, (paper, picture, *effects), clip=frame.polygon)
    if not frame.inset:
        return inside
    round_it = shapely.Polygon(frame.polygon).buffer(INSET_PAPER, join_style="mitre").exterior.coords[:-1]
    return Group(f"inset {frame.panel.id}", (Path((Contour(tuple(round_it)),), fill=WHITE), inside), clip=None)


def _border(panel: LetteredPanel) -> Path:
    """Rule a frame as a filled band: its corners are sharp, where a pen's stroke would be round."""
    frame, half = shapely.Polygon(panel.frame.polygon), panel.frame.border / 2
    edges = (frame.buffer(d, join_style="mitre").exterior.coords[:-1] for d in (half, -half))
    return Path(tuple(Contour(tuple(edge)) for edge in edges), fill=BLACK)
