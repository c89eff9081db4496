"""A sheet into its painted page: the PDF, and the PNG that is the raster of that PDF."""

import io
from dataclasses import replace
from pathlib import Path as File
from typing import Any

import numpy as np

from ..drawing import Gradient, Group, Image, Item, Path, Tone
from ..geometry import PT_PER_MM, Rect, bounds
from ..paint import raster, to_pdf, to_pixels
from ..paint.inks import grey, rgb
from ..sheet import Sheet
from . import Book, PaintedPage, Target, sink

Bytes = np.ndarray[Any, np.dtype[np.uint8]]
LINES_PER_INCH = 60
"""Screen ruling of page tones, as the pictures' own."""


def paint_page(sheet: Sheet, book: Book) -> PaintedPage:
    """Paint a sheet once for all formats.

    The PDF page is the bleed box with the trim marked in it; the PNG shows the trim, ``book.width``
    pixels across.
    """
    scale = book.width / sheet.size.w
    width, height = book.width, round(sheet.size.h * scale)
    ink = rgb if book.tone == "colour" else grey
    items = tuple(screened(i, scale) for i in sheet.layers) if book.tone == "mono" else sheet.layers
    trim = Rect(0, 0, width / scale, height / scale)
    page = trim.inset(-sheet.bleed)
    pdf = to_pdf(items, page, (page.w * PT_PER_MM, page.h * PT_PER_MM), ink, trim)
    pixels = raster(pdf, width, height)
    return PaintedPage(sheet, pdf, png(pixels if book.tone == "colour" else pixels[:, :, 0]), (width, height))


def screened(item: Item, scale: float) -> Item:
    """Return an item with its tones turned to dots: stencils at the page's own resolution."""
    if isinstance(item, Group):
        return replace(item, items=tuple(screened(i, scale) for i in item.items))
    if isinstance(item, Path) and isinstance(item.fill, Tone | Gradient):
        return _stencil(item, scale)
    return item


def _stencil(path: Path, scale: float) -> Item:
    box = bounds(p for c in path.contours for p in c.points)
    left, top = np.floor(box.x * scale), np.floor(box.y * scale)
    width, height = (int(np.ceil(v)) for v in (box.right * scale - left, box.bottom * scale - top))
    on_grid = Rect(left / scale, top / scale, width / scale, height / scale)
    pitch = scale * 25.4 / LINES_PER_INCH
    dots = to_pixels((replace(path, stroke=None),), on_grid, width, height, "print", pitch)
    line = (replace(path, fill=None),) if path.stroke else ()
    return Group("tone", (Image(dots == 0, on_grid), *line))


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
