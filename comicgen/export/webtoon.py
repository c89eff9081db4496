"""A strip cut into slices for webtoon platforms: 800 pixels wide, 1280 high at most, 2 MB at most, cut between panels.

The limits are those of WEBTOON CANVAS; Tapas takes the same slices.
"""

import io
import warnings
from pathlib import Path
from typing import Any

import numpy as np

from ..errors import ComicError, UsageError
from . import Book, PaintedPage, Target, Writer, sink

PAGES = True
WIDTH, HIGHEST, HEAVIEST, EPISODE = 800, 1280, 2_000_000, 20_000_000
"""Pixels across and down a slice, and bytes of one and of all."""
QUALITIES = (95, 90, 85, 80, 70, 60, 50)
"""Of a JPEG, tried in turn where a slice without loss is too heavy."""

Pixels = np.ndarray[Any, np.dtype[np.uint8]]


def open_writer(target: Target, book: Book) -> Writer:
    """Open a folder of slices. Raises UsageError for pages of another width."""
    if book.width != WIDTH:
        hint = f"leave out --width and --dpi, or write --width {WIDTH}; the template webtoon is made for it"
        raise UsageError(f"webtoon slices are {WIDTH} pixels wide, these pages {book.width}", hint=hint)
    return SliceWriter(target)


def file_names(target: Target) -> list[str]:
    """Return what a dry run tells: how many slices there will be is known when the strip is painted."""
    return ["-" if target.path is None else str(target.path / "slice-*.png")]


class SliceWriter:
    """Cuts pages as they come; slices are numbered through the whole book."""

    def __init__(self, target: Target) -> None:
        self._folder, self._paths, self._bytes = target.path, list[Path](), 0

    def add(self, page: PaintedPage) -> None:
        from PIL import Image

        if self._folder is None:
            raise ComicError("slices are several files, stdout takes one", hint="name a folder with -o")
        pixels = np.asarray(Image.open(io.BytesIO(page.png)))
        scale = page.size[0] / page.sheet.size.w
        for top, foot in slices(pixels, [round(c * scale) for c in page.sheet.cuts]):
            self._write(self._folder, pixels[top:foot])

    def _write(self, folder: Path, pixels: Pixels) -> None:
        suffix, data = encoded(pixels)
        path = folder / f"slice-{len(self._paths) + 1:03}.{suffix}"
        with sink(path) as file:
            file.write(data)
        self._paths.append(path)
        self._bytes += len(data)

    def close(self) -> list[Path]:
        if self._bytes > EPISODE:
            warnings.warn(f"the slices take {self._bytes / 1e6:.0f} MB, an episode may have 20", stacklevel=2)
        return self._paths

    def abandon(self) -> None:
        """Slices already written are whole and stay."""


def slices(pixels: Pixels, gaps: list[int]) -> list[tuple[int, int]]:
    """Return the top and foot rows of slices that are no higher than allowed.

    A strip is cut in the gaps between its panels, or where those are too far apart in rows of one colour: never
    through a panel or a balloon. Where a panel alone is higher than a slice, it is cut where it must be.
    """
    rows = pixels.reshape(len(pixels), pixels.shape[1], -1)
    plain = (rows == rows[:, :1]).all(axis=(1, 2))
    calm = {r for r in range(1, len(plain)) if plain[r] and plain[r - 1]}
    found, top = [], 0
    while len(pixels) - top > HIGHEST:
        low, high = top + 1, top + HIGHEST
        ways = [r for r in gaps if low <= r <= high and r in calm] or [r for r in calm if low <= r <= high]
        foot = max(ways, default=high)
        if not ways:
            warnings.warn(f"a panel is higher than a slice of {HIGHEST} pixels and is cut through", stacklevel=2)
        found.append((top, foot))
        top = foot
    return [*found, (top, len(pixels))]


def encoded(pixels: Pixels) -> tuple[str, bytes]:
    """Return a slice's suffix and bytes: without loss where that is light enough, else as good a JPEG as is."""
    from PIL import Image

    picture, out = Image.fromarray(np.ascontiguousarray(pixels)), io.BytesIO()
    picture.save(out, "PNG", optimize=True)
    for quality in QUALITIES:
        if out.tell() <= HEAVIEST:
            break
        out = io.BytesIO()
        picture.save(out, "JPEG", quality=quality, subsampling=0)
    data = out.getvalue()
    return ("png" if data.startswith(b"\x89PNG") else "jpg"), data
