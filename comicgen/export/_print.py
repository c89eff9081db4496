"""A sheet into 1-bit plates for the press: pure black and white, every tone as hard dots, text that can be copied."""

import io
import math
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Any

import numpy as np

from ..drawing import Gradient, Group, Image, Item, Path, Text, Tone
from ..geometry import MM_PER_INCH, PT_PER_MM, Rect, bounds
from ..paint import Paper, to_pdf, to_pixels
from ..paint.inks import grey
from ..paint.ruling import own_pitch
from ..sheet import Sheet

LINES_PER_INCH = 60
"""Of the screen on plates."""
Bytes = np.ndarray[Any, np.dtype[np.uint8]]


def print_page(sheet: Sheet, trim: Rect, width: int) -> tuple[bytes, bytes, tuple[int, int]]:
    """Return a sheet's PDF page, PNG and size: ``width`` pixels across the trim, the PDF with its bleed.

    Pictures are painted from their drawings, so that no grey edge is left to screen; those that have none are
    halftoned. The PDF holds the same bits as the PNG, and the letters unseen for searching and copying.
    """
    scale = width / trim.w
    height, over = round(trim.h * scale), [math.ceil(v * scale) for v in sheet.bleeds]
    left, top, right, foot = over
    box = Rect(trim.x - left / scale, trim.y - top / scale,
               (width + left + right) / scale, (height + top + foot) / scale)  # fmt: skip
    items = tuple(_ruled(i, scale) for i in sheet.layers)
    pitch, at = scale * MM_PER_INCH / LINES_PER_INCH, (round(trim.x * scale) - left, -top)
    bits = to_pixels(items, box, width + left + right, height + top + foot, "print", pitch, at)
    page = Rect(trim.x - sheet.bleeds[0], trim.y - sheet.bleeds[1],
                trim.w + sheet.bleeds[0] + sheet.bleeds[2], trim.h + sheet.bleeds[1] + sheet.bleeds[3])  # fmt: skip
    paper = Paper(page, (page.w * PT_PER_MM, page.h * PT_PER_MM), grey, trim, unseen=True)
    pdf = to_pdf((Image(bits < 128, box), *_texts(sheet.layers)), paper)
    return pdf, png(bits[top : top + height, left : left + width], scale), (width, height)


def png(bits: Bytes, scale: float) -> bytes:
    """Encode black and white as one bit a pixel, with its resolution; ``scale`` in pixels a millimetre."""
    from PIL import Image as Pillow

    out, dpi = io.BytesIO(), scale * MM_PER_INCH
    Pillow.fromarray(np.ascontiguousarray(bits)).convert("1", dither=Pillow.Dither.NONE).save(
        out, "PNG", dpi=(dpi, dpi), compress_level=6
    )
    return out.getvalue()


def _ruled(item: Item, scale: float) -> Item:
    """Return an item whose tones with a ruling of their own are dots already; the others share the page's screen."""
    if isinstance(item, Group):
        return replace(item, items=tuple(_ruled(i, scale) for i in item.items))
    if not isinstance(item, Path) or not isinstance(item.fill, Tone | Gradient) or not own_pitch(item.fill, 0.0):
        return item
    box = bounds(p for c in item.contours for p in c.points)
    left, top = (math.floor(v * scale) for v in (box.x, box.y))
    size = (math.ceil(box.right * scale) - left, math.ceil(box.bottom * scale) - top)
    on_grid = Rect(left / scale, top / scale, size[0] / scale, size[1] / scale)
    pitch = scale * own_pitch(item.fill, 0.0)
    dots = to_pixels((replace(item, stroke=None),), on_grid, *size, "print", pitch, (left, top))
    line = (replace(item, fill=None),) if item.stroke else ()
    return Group("tone", (Image(dots < 128, on_grid), *line))


def _texts(items: Iterable[Item]) -> Iterator[Text]:
    for item in items:
        if isinstance(item, Group):
            yield from _texts(item.items)
        elif isinstance(item, Text):
            yield item
