"""The staircase, from a story on disk to pages on disk. READ THIS FIRST.

    read_story -> resolve -> lay_out -> stage -> shoot -> take -> letter -> draw -> write

Here the book is put together; ``make_page`` in pages.py walks one page from layout to letters.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import Any

from .export import Book, PaintedPage, Target, open_writers, prepare
from .export._paint import paint_pages, write_png
from .files import atomic_write
from .layout import lay_out_page
from .pages import Desk, Taken, make_page, take, take_ahead, views_of
from .picture import preview_path
from .record import Record, files_of
from .script import Script, ScriptPage
from .sheet import draw
from .workers import in_order

Say = Callable[[dict[str, Any]], None]
"""Told of each event as it happens: ``{"event": "page.done", "page": 1, ...}``."""


@dataclass(frozen=True, slots=True)
class Order:
    """What to write: ``pages`` and ``panels`` empty mean all."""

    targets: tuple[Target, ...]
    pages: frozenset[int] = frozenset()
    panels: tuple[str, ...] = ()
    jobs: int = 1
    vectors: bool = False
    """Let a PDF keep drawn pictures as paths."""
    print: bool = False
    """Paint 1-bit plates for the press."""
    split: bool = False
    """Write a spread as its two facing pages."""

    def chosen(self, script: Script) -> list[ScriptPage]:
        """Return the script pages that are asked for."""
        return [
            page
            for page in script.pages
            if (not self.pages or page.number in self.pages)
            and (not self.panels or any(p.id in self.panels for p in page.panels))
        ]


def render(script: Script, desk: Desk, order: Order, say: Say) -> tuple[list[Path], Record]:
    """Render a settled script; return the paths written and the record of how they were made.

    Pages are written as they are made, so memory does not grow with the book; no file stands under
    its final name before it is whole.
    """
    chosen, record = order.chosen(script), Record(script, desk.backend())
    desk = _ahead(chosen, desk, order, say)
    formats = tuple(t.format for t in order.targets)
    book = replace(book_of(script, desk), formats=formats, vectors=order.vectors, print=order.print, split=order.split)
    desk = replace(desk, vectors="svg" in formats or order.print or (order.vectors and "pdf" in formats))
    with open_writers(order.targets, book) as writers:
        for sheets in in_order(partial(paint_sheets, desk=desk, book=book), chosen, order.jobs):
            for painted, taken in sheets:
                writers.add(painted)
                record.add(painted.sheet.number, taken)
                _page_events(say, painted.sheet.number, taken)
        paths = writers.close()
    _keep(record, order, paths)
    return paths, record


def _ahead(chosen: list[ScriptPage], desk: Desk, order: Order, say: Say) -> Desk:
    """Let a backend that works through the whole book do so; the pages then find their pictures kept."""
    if not desk.backend().batched:
        return desk
    fresh = take_ahead(chosen, desk, partial(_stage_event, say, desk.options.word("previews")), order.panels)
    return replace(desk, force=False, fresh=fresh)


def _keep(record: Record, order: Order, paths: list[Path]) -> None:
    """Write the record beside what was written, and clear pages of a longer book that it replaces."""
    names = [path.name for path in paths]
    for target in {target.record: target for target in order.targets}.values():
        if target.record is not None:
            if not order.pages and not order.panels:
                _clear(target, names)
            atomic_write(target.record, record.to_json(names).encode())


def _clear(target: Target, names: list[str]) -> None:
    """Remove the pages that the last render's record lists and this book does not have any more."""
    assert target.record is not None
    suffixes = {Path(name).suffix for name in names}
    for name in files_of(target.record):
        if name.startswith(("page-", "slice-")) and Path(name).suffix in suffixes and name not in names:
            (target.record.parent / Path(name).name).unlink(missing_ok=True)


def render_panels(script: Script, desk: Desk, order: Order, say: Say) -> tuple[list[Path], Record]:
    """Take only the named panels' pictures and write each as ``panel-<id>.png``; no pages."""
    record, paths = Record(script, desk.backend()), []
    desk = _ahead(order.chosen(script), desk, order, say)
    for target in order.targets[:1]:
        prepare(target)
        for page in order.chosen(script):
            for panel, view in views_of(page, desk):
                if panel in order.panels:
                    taken, picture = take(view, desk)
                    paths += write_png(target, f"panel-{panel}", picture.pixels)
                    record.add(page.number, [replace(taken, panel=panel)])
                    _page_events(say, page.number, [taken])
    _keep(record, order, paths)
    return paths, record


def book_of(script: Script, desk: Desk) -> Book:
    """Return what the files say about themselves, and the width of their pages."""
    first = lay_out_page(script.pages[0], script)[0]
    return Book(
        script.title,
        script.author,
        script.language,
        first.reading,
        script.style.tone,
        desk.pixels_across(first),
    )


def paint_sheets(page: ScriptPage, desk: Desk, book: Book) -> list[tuple[PaintedPage, list[Taken]]]:
    """Make, draw and paint one script page; a planning page may fill several sheets, a spread two pages."""
    found = []
    for made, taken in make_page(page, desk):
        first, *rest = paint_pages(draw(made), book)
        found += [(first, taken), *((other, list[Taken]()) for other in rest)]
    return found


def _stage_event(say: Say, previews: str, stage: str, done: int, total: int) -> None:
    path = preview_path(previews, stage)
    seen = {"preview": str(path)} if previews and done == total and path.is_file() else {}
    say({"event": "stage", "stage": stage, "done": done, "total": total} | seen)


def _page_events(say: Say, number: int, taken: list[Taken]) -> None:
    for t in taken:
        say({"event": "panel.done", "page": number, "panel": t.panel, "cached": t.cached, "fault": t.fault})
    say({"event": "page.done", "page": number})
