"""Two facing pages into one sheet to lay out: twice as wide, with nothing to read in the fold."""

from collections.abc import Sequence
from dataclasses import replace

from ..errors import StoryError
from ..script import ScriptPage
from . import Frame, Template
from .tree import clip

FOLD = 7.0
"""Paper on either side of the fold, in mm, that the binding may swallow."""
TOUCHES = 0.5


def opened(preset: Template, page: ScriptPage, number: int) -> Template:
    """Return a page template as its two facing pages.

    Raises StoryError where page ``number`` faces none after it (an odd page is the back of a leaf), or where
    the template's pages are not cut into tiers.
    """
    if preset.manner != "auto":
        hint = "give the page a template such as manga-b5 or us-comic"
        raise StoryError(f"template {preset.name!r} has no facing pages", where=page.where or "", hint=hint)
    if number % 2:
        hint = "spreads start on even pages: put a page before it, or move it"
        raise StoryError(f"a spread cannot start on page {number}", where=page.where or "", hint=hint)
    across = preset.trim.w
    return replace(
        preset,
        trim=replace(preset.trim, w=2 * across),
        frame=replace(preset.frame, w=round(preset.frame.w + across, 4)),
        safe=replace(preset.safe, w=round(preset.safe.w + across, 4)),
    )


def keep_off_fold(frames: Sequence[Frame], preset: Template) -> list[Frame]:
    """Return the frames with the fold as a hole in each that it crosses: no words, no face belongs there."""
    left, right = preset.trim.w / 2 - FOLD, preset.trim.w / 2 + FOLD
    found = []
    for frame in frames:
        strip = clip(frame.polygon, [(1.0, 0.0, right), (-1.0, 0.0, -left)])
        wide = len(strip) >= 3 and max(x for x, _ in strip) - min(x for x, _ in strip) > TOUCHES
        found.append(replace(frame, holes=(*frame.holes, strip)) if wide else frame)
    return found
