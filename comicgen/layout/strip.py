"""A page's panels into one long strip for scrolling: heights from shots, gaps from the time that passes."""

import math
from dataclasses import replace

from ..geometry import Rect
from ..script import Panel
from . import Frame, PageLayout, Template
from .bleed import WEIGHTY
from .job import Job, sheet_of
from .wish import Wish, wishes

REST = 12.0
"""Paper above the first and below the last frame."""


def strip_sheets(job: Job) -> list[PageLayout]:
    """Return the strip as one long page; ``cuts`` holds the middle of each gap."""
    preset, panels = job.preset, job.page.panels
    frames, cuts, y = [], [], REST
    for k, (panel, wish) in enumerate(zip(panels, wishes(job), strict=True)):
        if k:
            gap = _gap(panels[k - 1], panel, preset)
            cuts.append(round(y + gap / 2, 4))
            y += gap
        box = _box(wish, round(y, 4), preset)
        frames.append(Frame(panel, box.corners, preset.border, bleed=box.w > preset.frame.w))
        y = round(box.bottom, 4)
    size = Rect(0, 0, preset.trim.w, round(y + REST, 4))
    safe = Rect(preset.safe.x, preset.safe.y, preset.safe.w, round(size.h - 2 * preset.safe.y, 4))
    return [replace(sheet_of(job, frames), size=size, safe=safe, cuts=tuple(cuts))]


def _box(wish: Wish, y: float, preset: Template) -> Rect:
    """Return a frame at height ``y``: its wished shape, higher where it weighs or talks more.

    A weighty panel runs over both edges of the screen.
    """
    wide = wish.weight >= WEIGHTY
    x, width = (-preset.bleed, preset.trim.w + 2 * preset.bleed) if wide else (preset.frame.x, preset.frame.w)
    low, high = preset.strip.heights
    height = min(max(width / wish.aspect * math.sqrt(wish.weight), low), high)
    height = min(max(height * wish.need, wish.least / width), high)
    return Rect(x, y, width, round(height, 1))


def _gap(before: Panel, after: Panel, preset: Template) -> float:
    """Return the gap in mm by the time that passes between two panels."""
    if before.scene != after.scene or before.place != after.place:
        return preset.strip.scene
    if before.time != after.time or _opens(after) or _rests(before):
        return preset.strip.beat
    return preset.strip.moment


def _opens(panel: Panel) -> bool:
    return bool(panel.lines) and panel.lines[0].kind == "caption"


def _rests(panel: Panel) -> bool:
    """A panel without words holds the breath."""
    return not panel.lines and not panel.sfx and panel.weight >= 1
