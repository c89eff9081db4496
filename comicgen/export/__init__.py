"""Sheets into files: one module per suffix, each with ``open_writer(target, book) -> Writer``."""

import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryFile
from typing import BinaryIO, Protocol

from ..doors import find
from ..errors import ComicError
from ..files import atomic_file, disk_fault, sweep
from ..sheet import Sheet


@dataclass(frozen=True, slots=True)
class Book:
    """What a file says about itself."""

    title: str
    author: str
    language: str
    reading: str
    tone: str
    """mono, grey or colour."""
    width: int
    """Pixels across the trim."""
    formats: tuple[str, ...] = ("pdf", "png", "svg", "webtoon")
    """What the writers will ask of a painted page, so that nothing else is painted."""
    vectors: bool = False
    """The PDF keeps drawn pictures as paths."""
    print: bool = False
    """Pages are 1-bit plates for the press."""
    split: bool = False
    """A spread is written as its two facing pages."""


@dataclass(frozen=True, slots=True)
class Target:
    """Where one format goes: ``path`` is a folder, a file of that suffix, or None for stdout."""

    format: str
    path: Path | None
    name: str
    """The story's name, for a file in a folder."""

    @property
    def file(self) -> Path | None:
        """The one file of a format that holds a whole book."""
        if self.path is None or self.path.suffix == f".{self.format}":
            return self.path
        return self.path / f"{self.name}.{self.format}"

    @property
    def record(self) -> Path | None:
        """Where the account of the render goes: beside the pages, or beside the book."""
        if self.path is None:
            return None
        return self.path.with_suffix(".render.json") if self.path == self.file else self.path / "render.json"

    def files(self, numbers: Sequence[int]) -> list[str]:
        """The names of all that will be written for pages of these numbers, ``-`` for stdout."""
        if self.path is None:
            return ["-"]
        module = find("export", self.format)
        if hasattr(module, "file_names"):
            names: list[str] = module.file_names(self)
            return names
        if module.PAGES:
            return [str(self.page(number)) for number in numbers]
        return [str(self.file)]

    def page(self, number: int) -> Path | None:
        """The file of one page of a format that has a file for each."""
        return None if self.path is None else self.path / f"page-{number:03}.{self.format}"


@dataclass(frozen=True, slots=True)
class PaintedPage:
    """A sheet painted once for all formats: empty bytes for a form that no format of the book needs."""

    sheet: Sheet
    """Without its layers: they may be large, and the page is painted."""
    pdf: bytes
    png: bytes
    size: tuple[int, int]
    """Pixels of the PNG."""
    svg: bytes = b""


class Writer(Protocol):
    """Takes painted pages one at a time, so that memory stays flat."""

    def add(self, page: PaintedPage) -> None:
        """Take the next page, in order."""
        ...

    def close(self) -> list[Path]:
        """Finish and return the paths written; before this no book stands under its final name."""
        ...

    def abandon(self) -> None:
        """Remove everything half-written."""
        ...


class Writers:
    """All the formats of one render as one writer."""

    def __init__(self, writers: Sequence[Writer]) -> None:
        self._writers = writers

    def add(self, page: PaintedPage) -> None:
        for writer in self._writers:
            writer.add(page)

    def close(self) -> list[Path]:
        return [path for writer in self._writers for path in writer.close()]

    def abandon(self) -> None:
        for writer in self._writers:
            writer.abandon()


@contextmanager
def open_writers(targets: Sequence[Target], book: Book) -> Iterator[Writers]:
    """Open a writer for each target; on any fault everything half-written is removed."""
    for target in targets:
        prepare(target)
    writers = Writers([find("export", t.format).open_writer(t, book) for t in targets])
    try:
        yield writers
    except BaseException:
        writers.abandon()
        raise


def prepare(target: Target) -> None:
    """Make a target's folder and sweep what killed renders left in it. Raises ComicError where it may not be."""
    if target.path is None:
        return
    folder = target.path.parent if target.path == target.file else target.path
    try:
        folder.mkdir(parents=True, exist_ok=True)
        sweep(folder)
    except OSError as fault:
        raise disk_fault(fault, folder) from None


@contextmanager
def sink(path: Path | None) -> Iterator[BinaryIO]:
    """Open a file that appears whole under ``path``, or goes to stdout when it is complete."""
    if path is not None:
        with atomic_file(path) as file:
            yield file
        return
    with TemporaryFile() as whole:
        yield whole
        whole.seek(0)
        while block := whole.read(1 << 20):
            sys.stdout.buffer.write(block)
        sys.stdout.buffer.flush()


class PageFiles:
    """A writer of one file for each page, each whole as soon as it is there."""

    def __init__(self, target: Target, content: str) -> None:
        self._target, self._content, self._paths, self._count = target, content, list[Path](), 0

    def add(self, page: PaintedPage) -> None:
        path = self._target.page(page.sheet.number)
        self._count += 1
        if path is None and self._count > 1:
            raise ComicError(f"one page of {self._target.format} fits stdout", hint="choose it with --pages")
        with sink(path) as file:
            file.write(getattr(page, self._content))
        if path is not None:
            self._paths.append(path)

    def close(self) -> list[Path]:
        return self._paths

    def abandon(self) -> None:
        """Pages already written are whole and stay."""
