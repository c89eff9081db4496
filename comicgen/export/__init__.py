"""Sheets into files: one module per suffix, each with ``open_writer(path, book) -> Writer``."""

from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from ..sheet import Sheet


@dataclass(frozen=True, slots=True)
class Book:
    """What a file says about itself."""

    title: str
    author: str
    language: str
    reading: str
    pages: int
    width_px: int
    """Pixels across the trim for rastered pages."""
    mono: bool = True
    """Pages hold black, white and grey only."""
    model: str = "sketch"


class Writer(Protocol):
    """Takes painted pages one at a time, so that memory stays flat, and finishes atomically."""

    def add(self, page: "PaintedPage") -> None:
        """Take the next page, in order."""
        ...

    def close(self) -> list[Path]:
        """Finish; return the final paths. Before this nothing stands under its final name."""
        ...

    def abandon(self) -> None:
        """Remove everything half-written."""
        ...


@dataclass(frozen=True, slots=True)
class PaintedPage:
    """A sheet and, made once for all formats, its one-page PDF and its PNG bytes."""

    sheet: Sheet
    pdf: bytes
    png: bytes
