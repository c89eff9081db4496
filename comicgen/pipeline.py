"""The staircase, from a story on disk to pages on disk. READ THIS FIRST.

    read_story -> resolve -> lay_out -> stage -> shoot -> take -> letter -> draw -> write

Here the book is put together; ``make_page`` in pages.py walks one page from layout to letters.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

from .export import Book, PaintedPage, open_writers
from .pages import Desk, Taken, make_page, take_ahead
from .paint import paint_page
from .record import Record
from .script import Script, ScriptPage
from .sheet import draw
from .workers import in_order

Say = Callable[[dict[str, Any]], None]
"""Told of each event as it happens: ``{"event": "page.done", "page": 1, ...}``."""


@dataclass(frozen=True, slots=True)
class Order:
    """What to write: ``out`` is a folder, or with one book format a file; ``pages`` empty means all."""

    out: Path
    formats: tuple[str, ...] = ("png",)
    pages: frozenset[int] = frozenset()
    jobs: int = 1


def render(script: Script, desk: Desk, order: Order, say: Say) -> tuple[list[Path], Record]:
    """Render a settled script; return the paths written and the record of how they were made.

    Pages are written as they are made, so memory does not grow with the book; no file stands under
    its final name before it is whole.
    """
    chosen = [p for p in script.pages if not order.pages or p.number in order.pages]
    record = Record(script, desk.backend())
    if desk.backend().batched:
        take_ahead(chosen, desk, partial(_stage_event, say))
        desk = desk.again()
    book = desk.book()
    with open_writers(order.formats, order.out, book) as writers:
        for sheets in in_order(partial(paint_sheets, desk=desk, book=book), chosen, order.jobs):
            for painted, taken in sheets:
                writers.add(painted)
                record.add(painted.number, taken)
                _page_events(say, painted.number, taken)
        return writers.close(), record


def paint_sheets(page: ScriptPage, desk: Desk, book: Book) -> list[tuple[PaintedPage, list[Taken]]]:
    """Make, draw and paint one script page; a planning page may fill several sheets."""
    return [(paint_page(draw(made), book), taken) for made, taken in make_page(page, desk)]


def _stage_event(say: Say, stage: str, done: int, total: int) -> None:
    say({"event": "stage", "stage": stage, "done": done, "total": total})


def _page_events(say: Say, number: int, taken: list[Taken]) -> None:
    for t in taken:
        say({"event": "panel.done", "page": number, "panel": t.panel, "cached": t.cached, "fault": t.fault})
    say({"event": "page.done", "page": number})
