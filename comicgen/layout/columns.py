"""A page's panels into strips of equal boxes, side by side: four-panel comics."""

from collections.abc import Mapping

from ..geometry import Rect
from ..script import Panel, ScriptPage
from . import Frame, PageLayout, Template


def column_sheets(page: ScriptPage, preset: Template, reading: str, need: Mapping[str, float]) -> list[PageLayout]:
    """Return the sheets of a page: strips of equal boxes, the right one first where reading is rtl.

    A later strip starts lower by ``stagger`` of a box: gutters that line up would be read across.
    """
    per = preset.columns.count * preset.columns.boxes
    groups = [page.panels[k : k + per] for k in range(0, len(page.panels), per)]
    return [_sheet(page, group, preset, reading) for group in groups]


def _sheet(page: ScriptPage, panels: tuple[Panel, ...], preset: Template, reading: str) -> PageLayout:
    boxes = _boxes(preset, -(-len(panels) // preset.columns.boxes), reading == "rtl")
    frames = tuple(Frame(p, b.corners, preset.border) for p, b in zip(panels, boxes, strict=False))
    return PageLayout(
        page.number, preset.trim, preset.bleed, preset.safe, reading, frames, preset.type_size, preset.width_px
    )


def _boxes(preset: Template, strips: int, rtl: bool) -> list[Rect]:
    """Return the boxes of the strips that are used; a lone strip stands in the middle."""
    kind, area = preset.columns, preset.frame
    width = (area.w - preset.column * (kind.count - 1)) / kind.count
    room = area.h - kind.title - preset.tier * (kind.boxes - 1)
    height = room / (kind.boxes + (kind.stagger if strips > 1 else 0))
    used = strips * width + (strips - 1) * preset.column
    found = []
    for strip in range(strips):
        step = strip * (width + preset.column)
        x = area.x + (area.w - used) / 2 + (used - width - step if rtl else step)
        y = area.y + kind.title + (strip % 2) * kind.stagger * height
        found += [Rect(x, y + k * (height + preset.tier), width, height) for k in range(kind.boxes)]
    return [Rect(*(round(v, 4) for v in (b.x, b.y, b.w, b.h))) for b in found]
