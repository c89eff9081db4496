"""Panels with heads, laid in one frame or several and lettered, for the tests of lettering."""

import numpy as np

from comicgen.errors import Mark
from comicgen.geometry import Rect
from comicgen.layout import Frame, PageLayout
from comicgen.lettering import LetteredPanel, Options, letter
from comicgen.picture import Picture
from comicgen.script import Panel
from comicgen.staging import Anchor
from comicgen.story import Effect, Line

WHERE = Mark("t", 1, 1)
BLANK = Picture(np.full((1, 1), 255, np.uint8))
FRAME = (10, 10, 90, 70)


def head(name, x, y, h):
    return Anchor(
        name, Rect(x - 0.4 * h, y - h / 2, 0.8 * h, h), (x, y + 0.27 * h), Rect(x - h, y - h / 2, 2 * h, 4 * h)
    )


def line(text, speaker="ann", *kinds, style=""):
    return Line(text, speaker, kinds or ("speech",), style=style)


def panel(lines=(), sfx=(), effects=(), action=""):
    return Panel(
        id="p", where=WHERE, shot="medium shot", angle="eye", place="", place_text="", time="", weather="",
        action=action, cast=(), lines=tuple(lines), sfx=tuple(sfx), effects=tuple(map(Effect, effects)),
        weight=1, crop=None, prompt="", scene="",
    )  # fmt: skip


def laid(spec, anchors=(), rect=FRAME, reading="ltr", others=()):
    """Return a page with the panel's frame and empty frames beside it, and the panel with nothing lettered."""
    frames = [Frame(spec, Rect(*rect).corners), *(Frame(panel(), Rect(*r).corners) for r in others)]
    page = PageLayout(1, Rect(0, 0, 182, 257), 3, Rect(6, 6, 170, 245), reading, tuple(frames))
    return page, [LetteredPanel(frames[0], BLANK, frames[0].box, tuple(anchors))]


def lettered(spec, anchors=(), rect=FRAME, reading="ltr", language="en", others=(), **options):
    """Return the lettered page and its panel."""
    done = letter(*laid(spec, anchors, rect, reading, others), language, Options(**options))
    return done, done.panels[0]
