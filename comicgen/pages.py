"""One script page into a lettered Page: laid out, staged, shot, taken from the cache or anew, lettered.

Everything a page needs is in its Desk, so any process can make any page, in any order.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache
from pathlib import Path

import numpy as np

from .cache import PictureCache, picture_key
from .clear import staged
from .crops import WHOLE, cut, fit
from .geometry import Rect
from .layout import Frame, PageLayout, lay_out_page
from .lettering import LetteredPanel, Page, crowding, letter
from .lettering import Options as Hand
from .picture import Backend, Options, Picture, Report, Shot, open_backend, quiet
from .script import Script, ScriptPage
from .shots import for_model, shoot
from .staging import Anchor, anchors

ROUNDS = 6
"""How often a page is laid out to give a talkative panel more room."""
BLANK = Picture(np.full((1, 1), 255, np.uint8))


@dataclass(frozen=True, slots=True)
class Desk:
    """All that making a page needs beside the page itself; sent to worker processes whole."""

    script: Script
    width: int | None = None
    """Pixels across the trim; None takes the template's own, or 1600."""
    dpi: float | None = None
    takes: tuple[tuple[str, int], ...] = ()
    """(panel id, picked take); take 0 where none is named."""
    model: str = "sketch"
    options: Options = field(default_factory=Options)
    cache: Path | None = None
    force: bool = False
    """Take every picture again, whatever the cache holds."""
    fresh: Mapping[str, Picture | None] = field(default_factory=dict)
    """By key what this very run has taken ahead: the picture where the cache does not keep it, else None."""
    vectors: bool = False
    """Formats are asked for that keep drawn pictures as paths."""

    def pixels_across(self, page: PageLayout) -> int:
        """Return the page's width in pixels; a spread is twice as wide as a page."""
        if self.dpi:
            return page.leaves * round(page.size.w / page.leaves * self.dpi / 25.4)
        return page.leaves * (self.width or page.width_px or 1600)

    def backend(self) -> Backend:
        """Return the model that takes the pictures; opened once in a process."""
        return _open_once(self.model, self.options)

    def scale(self, page: PageLayout) -> float:
        """Return pixels per millimetre."""
        return self.pixels_across(page) / page.size.w


@lru_cache(maxsize=2)
def _open_once(model: str, options: Options) -> Backend:
    return open_backend(model, options)


@dataclass(frozen=True, slots=True)
class View:
    """What a frame shows: a shot, where its picture lies on the page, and the part of it that is seen."""

    shot: Shot
    box: Rect
    size: tuple[int, int]
    """Pixels of the box on the page."""
    window: Rect = WHOLE
    """In fractions of the picture; a crop sees a part of another panel's shot."""

    def on_page(self, anchor: Anchor) -> Anchor:
        """Return an anchor of the picture in page millimetres."""
        head, body = self._rect(anchor.head), self._rect(anchor.body)
        mouth = self._rect(Rect(*anchor.mouth, 0, 0))
        return Anchor(anchor.character, head, (mouth.x, mouth.y), body)

    def _rect(self, r: Rect) -> Rect:
        w = self.window
        return self.box.place(Rect((r.x - w.x) / w.w, (r.y - w.y) / w.h, r.w / w.w, r.h / w.h))


@dataclass(frozen=True, slots=True)
class Taken:
    """Where one panel's picture came from, for the record beside the pages."""

    panel: str
    shot: Shot
    key: str
    cached: bool
    fault: str = ""


@dataclass(frozen=True, slots=True)
class Settled:
    """One sheet with everything decided: letters over blank pictures, and what each frame shows."""

    page: Page
    views: tuple[View, ...]


def settle(page: ScriptPage, desk: Desk) -> list[Settled]:
    """Return a page's sheets with everything decided and no picture taken.

    One bounded loop: a panel too crowded for its words asks for more room and the page is laid out
    again. Mouths and heads come from the staging, which guides every backend.
    """
    need: dict[str, float] = {}
    rounds = [_attempt(page, desk, need)]
    while len(rounds) < ROUNDS and rounds[-1].crowded:
        need |= {panel: need.get(panel, 1.0) * more for panel, more in rounds[-1].crowded.items()}
        again = _attempt(page, desk, need)
        if [d.layout for d in again.drafts] == [d.layout for d in rounds[-1].drafts]:
            break
        rounds.append(again)
    best = min(rounds, key=lambda r: sum(r.crowded.values()))
    return [Settled(_letter(d.layout, d.panels, desk), d.views) for d in best.drafts]


@dataclass(frozen=True, slots=True)
class _Draft:
    """One sheet laid out: what its frames show, and the panels with nothing lettered yet."""

    layout: PageLayout
    views: tuple[View, ...]
    panels: tuple[LetteredPanel, ...]


@dataclass(frozen=True, slots=True)
class _Round:
    """A page laid out once, and its panels that are too full: very full pages may swing, so the best is kept."""

    drafts: tuple[_Draft, ...]
    crowded: Mapping[str, float]


def _attempt(page: ScriptPage, desk: Desk, need: Mapping[str, float]) -> _Round:
    layouts = lay_out_page(page, desk.script, need)
    drafts = tuple(_draft(layout, desk, layouts) for layout in layouts)
    words = desk.script.language, _hand(desk)
    found = (crowding(d.layout, d.panels, *words) for d in drafts)
    return _Round(drafts, {panel: more for each in found for panel, more in each.items()})


def _draft(layout: PageLayout, desk: Desk, page: Sequence[PageLayout]) -> _Draft:
    views = tuple(view_of(frame, layout, desk, page) for frame in layout.frames)
    panels = tuple(_blank(frame, view) for frame, view in zip(layout.frames, views, strict=True))
    return _Draft(layout, views, panels)


def _letter(layout: PageLayout, panels: Sequence[LetteredPanel], desk: Desk) -> Page:
    return letter(layout, panels, desk.script.language, _hand(desk))


def _hand(desk: Desk) -> Hand:
    style = desk.script.style
    upright = style.lettering == "vertical" if style.lettering else None
    return Hand(vertical=upright, tone=style.tone, caption=style.caption)


def _blank(frame: Frame, view: View) -> LetteredPanel:
    return LetteredPanel(frame, BLANK, view.box, tuple(view.on_page(a) for a in anchors(view.shot.staging)))


def view_of(frame: Frame, layout: PageLayout, desk: Desk, page: Sequence[PageLayout]) -> View:
    """Return what the camera takes for a frame and what the frame shows of it.

    ``page`` is the script page as it is laid out now: a crop may be of a panel on it.
    """
    shot, box = _shoot(frame, layout, desk)
    crop = frame.panel.crop
    if crop is None:
        return View(shot, box, (shot.width, shot.height))
    source = _shoot(*(_among(crop.of, page) or _source(crop.of, desk)), desk)[0]
    window = fit(Rect(*crop.box), box.w / box.h * source.height / source.width)
    return View(source, box, (shot.width, shot.height), window)


def _shoot(frame: Frame, layout: PageLayout, desk: Desk) -> tuple[Shot, Rect]:
    staging = staged(frame, desk.script)
    takes = dict(desk.takes)
    shot, box = shoot(frame, staging, desk.script, desk.scale(layout), takes.get(frame.panel.id, 0))
    return (shot if desk.model == "sketch" else for_model(shot, frame.panel, desk.script, takes)), box


def _source(panel: str, desk: Desk) -> tuple[Frame, PageLayout]:
    """Return the frame of another page that a crop refers to, and its page as settled."""
    page = next(p for p in desk.script.pages if any(q.id == panel for q in p.panels))
    found = _among(panel, _settled_layouts(page, desk.script, desk.width, desk.dpi))
    assert found is not None
    return found


def _among(panel: str, page: Sequence[PageLayout]) -> tuple[Frame, PageLayout] | None:
    return next(((f, layout) for layout in page for f in layout.frames if f.panel.id == panel), None)


@lru_cache(maxsize=8)
def _settled_layouts(page: ScriptPage, script: Script, width: int | None, dpi: float | None) -> list[PageLayout]:
    return [sheet.page.layout for sheet in settle(page, Desk(script, width, dpi))]


def views_of(page: ScriptPage, desk: Desk) -> Iterator[tuple[str, View]]:
    """Yield each panel's id and view, with no picture taken."""
    for sheet in settle(page, desk):
        for panel, view in zip(sheet.page.panels, sheet.views, strict=True):
            yield panel.frame.panel.id, view


def make_page(page: ScriptPage, desk: Desk) -> Iterator[tuple[Page, list[Taken]]]:
    """Yield a page's sheets lettered over their pictures, and where each picture came from.

    Where the backend moved the heads, the letters are placed again over the picture as it is.
    """
    for sheet in settle(page, desk):
        taken = [take(view, desk) for view in sheet.views]
        blank = sheet.page.panels
        panels = [_filled(p, v, t[1]) for p, v, t in zip(blank, sheet.views, taken, strict=True)]
        moved = any(a.anchors != b.anchors for a, b in zip(panels, blank, strict=True))
        done = replace(sheet.page, panels=tuple(panels))
        if moved:
            done = _letter(done.layout, panels, desk)
        yield done, [replace(t[0], panel=p.frame.panel.id) for t, p in zip(taken, blank, strict=True)]


def take(view: View, desk: Desk) -> tuple[Taken, Picture]:
    """Return what a frame shows, from the cache or taken anew and kept there."""
    taken, picture = _picture(view.shot, desk, vectors=desk.vectors or view.window != WHOLE)
    return taken, cut(picture, view.shot, view.window, view.size)


def _picture(shot: Shot, desk: Desk, *, vectors: bool) -> tuple[Taken, Picture]:
    backend, cache = desk.backend(), PictureCache(desk.cache)
    key = picture_key(shot, backend)
    if (ahead := desk.fresh.get(key)) is not None:
        return Taken(shot.panel, shot, key, cached=False, fault=ahead.fault), ahead
    if not desk.force and (found := cache.get(key, vectors=vectors)):
        return Taken(shot.panel, shot, key, cached=key not in desk.fresh), found
    (picture,) = backend.take([shot], quiet)
    if not picture.fault:
        cache.put(key, picture)
    return Taken(shot.panel, shot, key, cached=False, fault=picture.fault), picture


def take_ahead(
    pages: Sequence[ScriptPage], desk: Desk, report: Report, panels: Sequence[str] = ()
) -> dict[str, Picture | None]:
    """Take the missing pictures of a book, or of some of its panels, into the cache; return the Desk's ``fresh``.

    For backends that load one model at a time for all shots. A placeholder is never kept in the cache: the
    next run tries again. Previews want every shot through the stages, whose own results are kept.
    """
    cache, backend = PictureCache(desk.cache), desk.backend()
    found = (pair for page in pages for pair in views_of(page, desk))
    views = (view for panel, view in found if not panels or panel in panels)
    shots = {picture_key(v.shot, backend): v.shot for v in views}
    known = {key for key in shots if not desk.force and cache.get(key)}
    missing = [key for key in shots if key not in known or desk.options.word("previews")]
    fresh: dict[str, Picture | None] = {}
    for key, picture in zip(missing, backend.take([shots[k] for k in missing], report), strict=True):
        if not picture.fault:
            cache.put(key, picture)
        if key not in known:
            fresh[key] = picture if picture.fault or cache.folder is None else None
    return fresh


def _filled(panel: LetteredPanel, view: View, picture: Picture) -> LetteredPanel:
    seen = tuple(view.on_page(a) for a in picture.anchors)
    return replace(panel, picture=picture, picture_box=view.box, anchors=seen)
