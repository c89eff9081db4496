"""A page's panels into strips of equal boxes, side by side: four-panel comics."""

from ..geometry import Rect
from ..script import Panel
from . import Frame, PageLayout, Template
from .job import Job, sheet_of

LONE = 1.75
"""Width by height of the boxes of a strip that has the page to itself."""


def column_sheets(job: Job) -> list[PageLayout]:
    """Return the sheets of a page: strips of equal boxes, the right one first where reading is rtl.

    A later strip starts lower by ``stagger`` of a box: gutters that line up would be read across.
    """
    kind, panels = job.preset.columns, job.page.panels
    per = kind.count * kind.boxes
    return [_sheet(job, panels[k : k + per]) for k in range(0, len(panels), per)]


def _sheet(job: Job, panels: tuple[Panel, ...]) -> PageLayout:
    boxes = _boxes(job.preset, len(panels), job.rtl)
    return sheet_of(job, [Frame(p, b.corners, job.preset.border) for p, b in zip(panels, boxes, strict=True)])


def _boxes(preset: Template, panels: int, rtl: bool) -> list[Rect]:
    """Return one box a panel. A lone strip stands in the middle.

    A last strip that is not full ends at the foot: short at its foot, it would be read before the end of
    the strip before it.
    """
    kind, area = preset.columns, preset.frame
    strips = -(-panels // kind.boxes)
    width = (area.w - preset.column * (kind.count - 1)) / kind.count
    room = area.h - kind.title - preset.tier * (kind.boxes - 1)
    height = room / (kind.boxes + (kind.stagger if strips > 1 else 0))
    width = min(area.w, max(width, LONE * height)) if strips == 1 else width
    used = strips * width + (strips - 1) * preset.column
    found = []
    for k in range(panels):
        strip, row = divmod(k, kind.boxes)
        if strip and strip == strips - 1:
            row += strips * kind.boxes - panels
        step = strip * (width + preset.column)
        x = area.x + (area.w - used) / 2 + (used - width - step if rtl else step)
        y = area.y + kind.title + (strip % 2) * kind.stagger * height + row * (height + preset.tier)
        found.append(Rect(*(round(v, 4) for v in (x, y, width, height))))
    return found
