"""A page's panels into planning sheets: numbered frames of one shape, with room for notes beside each."""

from collections.abc import Mapping

from ..geometry import Rect
from ..script import Panel, ScriptPage
from . import Frame, PageLayout, Template


def planning_sheets(page: ScriptPage, preset: Template, reading: str, need: Mapping[str, float]) -> list[PageLayout]:
    """Return as many sheets as the page's panels fill; frames on the left, notes on their right."""
    sheets = -(-len(page.panels) // preset.sheet.rows)
    held = -(-len(page.panels) // sheets)
    groups = [page.panels[k : k + held] for k in range(0, len(page.panels), held)]
    return [_sheet(page, group, preset, reading) for group in groups]


def _sheet(page: ScriptPage, panels: tuple[Panel, ...], preset: Template, reading: str) -> PageLayout:
    area, rows = preset.frame, preset.sheet.rows
    height = (area.h - preset.tier * (rows - 1)) / rows
    width = min(height * preset.sheet.aspect, area.w * 0.6)
    frames = []
    for k, panel in enumerate(panels):
        top = area.y + k * (height + preset.tier)
        box = Rect(area.x, round(top, 4), round(width, 4), round(width / preset.sheet.aspect, 4))
        note = Rect(round(box.right + preset.column, 4), box.y, round(area.right - box.right - preset.column, 4), box.h)
        frames.append(Frame(panel, box.corners, preset.border, note=note))
    return PageLayout(
        page.number, preset.trim, preset.bleed, preset.safe, reading, tuple(frames), preset.type_size, preset.width_px
    )
