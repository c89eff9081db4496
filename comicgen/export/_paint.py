"""A sheet into its painted page: PDF, SVG, and the PNG that is a raster of the same content."""

import io
from dataclasses import replace
from pathlib import Path as File
from typing import Any

import numpy as np

from ..drawing import Gradient, Group, Image, Item, Path, Tone
from ..geometry import MM_PER_INCH, PT_PER_MM, Rect, bounds
from ..paint import Paper, raster, to_pdf, to_pixels, to_svg
from ..paint.inks import Ink, grey, rgb
from ..paint.ruling import own_pitch
from ..sheet import Sheet, halves
from . import Book, PaintedPage, Target, sink
from ._print import print_page

Bytes = np.ndarray[Any, np.dtype[np.uint8]]
LINES_PER_INCH = 60
"""Screen ruling of page tones, as the pictures' own."""
RASTERS = frozenset(("png", "cbz", "webtoon"))
"""Formats that hold a page's pixels."""


def paint_page(sheet: Sheet, book: Book) -> PaintedPage:
    """Paint a sheet once for all formats.

    The PDF page is the bleed box with the trim marked in it; PNG and SVG show the trim, the PNG
    ``book.width`` pixels across, a spread twice that. The PNG is the raster of the PDF page, which holds
    pictures without loss.
    With ``book.vectors`` the PDF has drawn pictures' paths in place of their pixels, and every tone ruled
    as round dots: sharp at every resolution, and then no longer dot for dot the PNG. SVG always has them.
    With ``book.print`` PNG and PDF are 1-bit plates.
    """
    width = book.width * sheet.leaves
    scale = width / sheet.size.w
    height = round(sheet.size.h * scale)
    trim = Rect(sheet.size.x, 0, width / scale, height / scale)
    bare = replace(sheet, layers=())
    if book.print:
        pdf, pixels, size = print_page(sheet, trim, width)
        return PaintedPage(bare, pdf, pixels, size, _svg(sheet, book, trim))
    left, top, right, foot = sheet.bleeds
    page = Rect(trim.x - left, trim.y - top, trim.w + left + right, trim.h + top + foot)
    screen = MM_PER_INCH / LINES_PER_INCH if book.tone == "mono" else 0.0
    paper = Paper(page, (page.w * PT_PER_MM, page.h * PT_PER_MM), rgb if book.tone == "colour" else grey, trim)
    pdf = pixels = b""
    if {"pdf", *RASTERS} & set(book.formats):
        items = tuple(screened(i, scale) for i in sheet.layers) if screen else sheet.layers
        pdf = to_pdf(items, replace(paper, packed="pdf" in book.formats))
    if RASTERS & set(book.formats):
        pixels = png(page_pixels(pdf, (width, height), paper.ink))
    if book.vectors and "pdf" in book.formats:
        pdf = to_pdf(sheet.layers, replace(paper, pitch=screen, vectors=True))
    return PaintedPage(bare, pdf, pixels, (width, height), _svg(sheet, book, trim))


def paint_pages(sheet: Sheet, book: Book) -> list[PaintedPage]:
    """Paint a sheet, or where the book is to be split the two facing pages of a spread, the one read first before.

    Their pixels are those of the spread as a whole, so that drawings are cut at the fold and never resampled.
    """
    parts = halves(sheet) if book.split else (sheet,)
    if len(parts) == 1 or book.print:
        return [paint_page(part, book) for part in parts]
    from PIL import Image as Pillow

    rasters = tuple(f for f in book.formats if f in RASTERS)
    others = tuple(f for f in book.formats if f not in RASTERS)
    pages = [paint_page(part, replace(book, formats=others)) for part in parts]
    if rasters:
        whole = np.asarray(Pillow.open(io.BytesIO(paint_page(sheet, replace(book, formats=rasters)).png)))
        at = [0 if part.size.x == sheet.size.x else book.width for part in parts]
        pages = [replace(p, png=png(whole[:, x : x + book.width])) for p, x in zip(pages, at, strict=True)]
    return pages


def _svg(sheet: Sheet, book: Book, trim: Rect) -> bytes:
    if "svg" not in book.formats:
        return b""
    screen = MM_PER_INCH / LINES_PER_INCH if book.tone == "mono" else 0.0
    return to_svg(sheet.layers, rgb if book.tone == "colour" else grey, trim, screen)


def page_pixels(pdf: bytes, size: tuple[int, int], ink: Ink) -> Bytes:
    """Return a painted page's pixels, grey where its ink is."""
    pixels = raster(pdf, *size)
    return pixels if ink is rgb else pixels[:, :, 0]


def screened(item: Item, scale: float) -> Item:
    """Return an item with its tones turned to dots: stencils at the page's own resolution."""
    if isinstance(item, Group):
        return replace(item, items=tuple(screened(i, scale) for i in item.items))
    if isinstance(item, Path) and isinstance(item.fill, Tone | Gradient):
        return _stencil(item, scale)
    return item


def _stencil(path: Path, scale: float) -> Item:
    """Return a toned path as ink with soft edges, transparent between the dots, on the page's one lattice."""
    box = bounds(p for c in path.contours for p in c.points)
    left, top = (int(np.floor(v * scale)) for v in (box.x, box.y))
    width, height = (int(np.ceil(v)) for v in (box.right * scale - left, box.bottom * scale - top))
    on_grid = Rect(left / scale, top / scale, width / scale, height / scale)
    pitch = scale * own_pitch(path.fill, MM_PER_INCH / LINES_PER_INCH)
    dots = to_pixels((replace(path, stroke=None),), on_grid, width, height, "ink", pitch, (left, top))
    line = (replace(path, fill=None),) if path.stroke else ()
    return Group("tone", (Image(np.stack([np.zeros_like(dots), 255 - dots], axis=2), on_grid), *line))


def png(pixels: Bytes) -> bytes:
    """Encode pixels fast: at level 1 the file is a twentieth larger and made five times sooner."""
    from PIL import Image as Pillow

    out = io.BytesIO()
    Pillow.fromarray(np.ascontiguousarray(pixels)).save(out, "PNG", compress_level=1)
    return out.getvalue()


def write_png(target: Target, name: str, pixels: Bytes) -> list[File]:
    """Write one picture into a target's folder, or to stdout; return its path."""
    path = None if target.path is None else target.path / f"{name}.png"
    with sink(path) as file:
        file.write(png(pixels))
    return [] if path is None else [path]
