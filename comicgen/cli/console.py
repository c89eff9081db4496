"""Events into lines: a progress bar for a person at a terminal, plain lines or JSON for everyone else.

stdout carries only what a script wants; people read stderr.
"""

import json
import os
import sys
import unicodedata
import warnings
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from time import monotonic
from typing import Any

from ..errors import ComicError, Mark

SILENCE = 10.0
"""Seconds between two lines about one stage."""


class ClosedPipeError(BaseException):
    """Whoever read stdout has gone, as ``| head -1`` does: unwind quietly."""


def out(text: str) -> None:
    """Print a line that a script may read."""
    try:
        sys.stdout.write(text + "\n")
        sys.stdout.flush()
    except BrokenPipeError:
        raise ClosedPipeError from None


def note(text: str) -> None:
    """Print a line for people, without control characters of a story's making."""
    sys.stderr.write(printable(text) + "\n")


def counted(count: int, thing: str) -> str:
    """Return ``1 page`` or ``2 pages``."""
    return f"{count} {thing}{'s' * (count != 1)}"


def fail(fault: ComicError) -> int:
    """Print an author's fault, and those found with it; return its exit code."""
    for each in (fault, *fault.more):
        note(str(each))
    return fault.exit_code


def emit(event: dict[str, Any]) -> None:
    """Print one JSON event a line, at once."""
    out(json.dumps(event, ensure_ascii=False))


def tell_script(fault: ComicError) -> None:
    """Print an author's fault as one JSON event, and those found with it as one each."""
    for each in (fault, *fault.more):
        _tell_one(each)


def _tell_one(fault: ComicError) -> None:
    place = fault.where
    where = {"file": place.file, "line": place.line, "column": place.column} if isinstance(place, Mark) else {}
    if isinstance(place, str) and place:
        where = {"file": place}
    emit({"event": "error", **where, "message": fault.message, "hint": fault.hint, "exit": fault.exit_code})


def printable(text: str) -> str:
    """Return the text with control and direction characters shown as ``\\x1b`` and the like."""
    return "".join(c if c == "\n" or unicodedata.category(c)[0] != "C" else repr(c)[1:-1] for c in text)


@contextmanager
def warnings_as_notes() -> Iterator[None]:
    """Show warnings of the libraries below as one plain line each."""
    with warnings.catch_warnings():
        warnings.simplefilter("default")
        warnings.showwarning = lambda message, *_, **__: note(f"warning: {message}")
        yield


class TimeLeft:
    """Adds to each stage event how many seconds its other pictures will take, by those done so far."""

    def __init__(self, say: Callable[[dict[str, Any]], None], clock: Callable[[], float] = monotonic) -> None:
        self._say, self._clock = say, clock
        self._begun: tuple[str, int, float] | None = None

    def __call__(self, event: dict[str, Any]) -> None:
        """Pass an event on."""
        if event["event"] == "stage":
            event = event | self._left(event["stage"], event["done"], event["total"])
        self._say(event)

    def _left(self, stage: str, done: int, total: int) -> dict[str, float]:
        if self._begun is None or self._begun[0] != stage:
            self._begun = stage, done, self._clock()
        _, first, start = self._begun
        if not first < done < total:
            return {}
        return {"seconds_left": round((self._clock() - start) / (done - first) * (total - done), 1)}


class Progress:
    """Tells how far a render is: bars on a terminal, a line a page elsewhere, nothing when quiet."""

    def __init__(self, title: str, total: int, *, quiet: bool) -> None:
        self.title, self.total, self.done = printable(title), total, 0
        self.quiet = quiet
        self.bar: Any = None
        self._stages: dict[str, Any] = {}
        self._said = 0.0

    def __enter__(self) -> "Progress":
        if not self.quiet and sys.stderr.isatty():
            self.bar = _bar(self.title, self.total)
            self.bar.start()
        return self

    def __exit__(self, *_: object) -> None:
        if self.bar:
            self.bar.stop()

    def __call__(self, event: dict[str, Any]) -> None:
        """Take one event of the pipeline."""
        if self.quiet:
            return
        if event["event"] == "stage":
            self._stage(event)
        elif event["event"] == "page.done":
            self.done += 1
            if self.bar:
                self.bar.update(self.bar.task_ids[0], completed=self.done)
            else:
                note(f"{self.title}: page {event['page']} ({self.done}/{self.total})")

    def _stage(self, event: dict[str, Any]) -> None:
        stage, done, total = event["stage"], event["done"], event["total"]
        if self.bar:
            if stage not in self._stages:
                self._stages[stage] = self.bar.add_task(f"  {printable(stage)}", total=total)
            self.bar.update(self._stages[stage], completed=done)
        elif done == total or self._long_ago(event):
            left = f", about {duration(event['seconds_left'])} left" if "seconds_left" in event else ""
            note(f"{self.title}: {stage} {done}/{total}{left}")
        if "preview" in event:
            note(f"{self.title}: preview {event['preview']}")

    def _long_ago(self, event: dict[str, Any]) -> bool:
        """Say whether a line is due: one now and then is enough where lines stay."""
        if "seconds_left" not in event or monotonic() - self._said < SILENCE:
            return False
        self._said = monotonic()
        return True


def duration(seconds: float) -> str:
    """Return seconds as people say them."""
    minutes, rest = divmod(round(seconds), 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours} h {minutes} min" if hours else f"{minutes} min {rest} s" if minutes else f"{rest} s"


def _bar(title: str, total: int) -> Any:
    from rich.console import Console
    from rich.markup import escape
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    console = Console(stderr=True, no_color="NO_COLOR" in os.environ or None)
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    bar = Progress(*columns, console=console, transient=True)
    bar.add_task(escape(title), total=total)
    return bar
