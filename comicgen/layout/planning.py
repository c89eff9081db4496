"""A page's panels into planning sheets: numbered frames of one shape, with room for notes beside each."""

from ..geometry import Rect
from ..script import Panel
from . import Frame, PageLayout
from .job import Job, sheet_of


def planning_sheets(job: Job) -> list[PageLayout]:
    """Return as many evenly filled sheets as the page needs; frames on the left, notes on their right."""
    panels = job.page.panels
    held = -(-len(panels) // -(-len(panels) // job.preset.sheet.rows))
    return [_sheet(job, panels[k : k + held]) for k in range(0, len(panels), held)]


def _sheet(job: Job, panels: tuple[Panel, ...]) -> PageLayout:
    preset, area, kind = job.preset, job.preset.frame, job.preset.sheet
    step = (area.h + preset.tier) / kind.rows
    width = min((step - preset.tier) * kind.aspect, area.w * 0.6)
    frames = []
    for k, panel in enumerate(panels):
        box = Rect(area.x, round(area.y + k * step, 4), round(width, 4), round(width / kind.aspect, 4))
        note = Rect(round(box.right + preset.column, 4), box.y, round(area.right - box.right - preset.column, 4), box.h)
        frames.append(Frame(panel, box.corners, preset.border, note=note))
    return sheet_of(job, frames)
