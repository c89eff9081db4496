"""A page's panels into one long strip for scrolling: heights from shots, gaps from the time that passes."""

import math
from collections.abc import Mapping

from ..geometry import Rect
from ..script import Panel, ScriptPage
from . import Frame, PageLayout, Template
from .wish import Wish, wishes

REST = 12.0
"""Paper above the first and below the last frame."""


def strip_sheets(page: ScriptPage, preset: Template, reading: str, need: Mapping[str, float]) -> list[PageLayout]:
    """Return the strip as one long page; ``cuts`` holds the middle of each gap."""
    wanted = wishes(page, preset, need)
    frames, cuts, y = [], [], REST
    for k, (panel, wish) in enumerate(zip(page.panels, wanted, strict=True)):
        if k:
            gap = _gap(page.panels[k - 1], panel, preset)
            cuts.append(round(y + gap / 2, 4))
            y += gap
        height = _height(wish, panel, preset)
        frames.append(Frame(panel, Rect(preset.frame.x, round(y, 4), preset.frame.w, height).corners, preset.border))
        y = round(y + height, 4)
    size = Rect(0, 0, preset.trim.w, round(y + REST, 4))
    safe = Rect(preset.safe.x, preset.safe.y, preset.safe.w, size.h - 2 * preset.safe.y)
    return [
        PageLayout(
            page.number,
            size,
            preset.bleed,
            safe,
            reading,
            tuple(frames),
            preset.type_size,
            preset.width_px,
            tuple(cuts),
        )
    ]


def _height(wish: Wish, panel: Panel, preset: Template) -> float:
    """Return a frame's height in mm: its wished shape at full width, more where it weighs or talks more."""
    width = preset.frame.w
    height = width / wish.aspect * math.sqrt(panel.weight)
    height = max(height, wish.least / width)
    low, high = preset.strip.heights
    return round(min(max(height, low), high), 1)


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
