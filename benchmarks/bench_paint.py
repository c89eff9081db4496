"""The painter alone: a page of six pictures and eight balloons, 3000 curves, PNG encoding against Pillow's floor.

Run ``pytest benchmarks/bench_paint.py --benchmark-only``; figures belong in docs/performance.md.
"""

import io
import math
from collections.abc import Callable
from dataclasses import replace

import numpy as np
import pytest
from PIL import Image as Pillow

from comicgen.drawing import BLACK, WHITE, Contour, Glyph, Group, Image, Path, Text, Tone
from comicgen.export import Book
from comicgen.export._paint import page_pixels, paint_page, png
from comicgen.fonts import shape
from comicgen.geometry import PT_PER_MM, Rect
from comicgen.paint import Paper, dumps, loads, to_pdf, to_pixels
from comicgen.paint.inks import grey
from comicgen.sheet import Sheet

BOOK = Book("Bench", "", "en", "ltr", "mono", 1600)
SIZE = (182.0, 257.0)


def curves(count: int, width: int, height: int) -> tuple[Path, ...]:
    """Short strokes, white shapes and toned shapes, as a sketch has them."""
    dice, found = np.random.default_rng(7), []
    for k in range(count):
        start = dice.random(2) * (width, height)
        points = start + np.cumsum(dice.normal(0, 6, (3 * dice.integers(2, 9) + 1, 2)), axis=0)
        fill = (None, WHITE, None, Tone(0.25))[k % 4]
        found.append(Path((Contour(points, closed=fill is not None, cubic=True),), fill, BLACK, 1.2))
    return tuple(found)


def balloon(x: float, y: float) -> tuple[Path | Text, ...]:
    oval = tuple((x + 15 * math.cos(a), y + 9 * math.sin(a)) for a in np.linspace(0, 2 * math.pi, 80, endpoint=False))
    items: list[Path | Text] = [Path((Contour(oval),), fill=WHITE, stroke=BLACK, width=0.3)]
    for row, words in enumerate(("THE LAST TRAIN", "LEAVES AT TEN.")):
        for run in shape(words):
            glyphs = tuple(Glyph(g.id, x - 12 + g.x * 3, y + row * 3.4 + g.y * 3, g.text) for g in run.glyphs)
            items.append(Text(run.face, 3, glyphs, words))
    return tuple(items)


def page(drawing: tuple[Path, ...] = ()) -> Sheet:
    dice, groups = np.random.default_rng(3), []
    for k in range(6):
        box = Rect(10 + k % 2 * 82, 10 + k // 2 * 80, 78, 76)
        pixels = np.where(dice.random((668, 686)) < 0.1, 0, 255).astype(np.uint8)
        effect = Path((Contour(box.inset(20).corners),), fill=Tone(0.2))
        border = Path((Contour(box.corners),), stroke=BLACK, width=0.8)
        groups.append(Group("art", (Image(pixels, box, drawing), effect), clip=box.corners))
        groups.append(Group("frames", (border,)))
    talk = tuple(item for k in range(8) for item in balloon(35 + k % 2 * 90, 25 + k // 2 * 60))
    return Sheet(1, Rect(0, 0, *SIZE), 3, "ltr", (*groups, Group("balloons", talk)))


def test_page_pixels(benchmark: Callable[..., object]) -> None:
    trim = Rect(0, 0, *SIZE)
    paper = Paper(trim, (SIZE[0] * PT_PER_MM, SIZE[1] * PT_PER_MM), grey, trim)
    benchmark(lambda: page_pixels(to_pdf(page().layers, paper), (1600, 2259), grey))


@pytest.mark.parametrize("format", ["png", "pdf", "svg"])
def test_painted_page(benchmark: Callable[..., object], format: str) -> None:
    benchmark(paint_page, page(), replace(BOOK, formats=(format,)))


@pytest.mark.parametrize("format", ["pdf", "svg"])
def test_vector_page_of_3000_curves(benchmark: Callable[..., object], format: str) -> None:
    benchmark(paint_page, page(curves(500, 686, 668)), replace(BOOK, formats=(format,)))


@pytest.mark.parametrize("mode", ["ink", "print", "grey", "rgb"])
def test_3000_curves(benchmark: Callable[..., object], mode: str) -> None:
    benchmark(to_pixels, curves(3000, 1024, 768), Rect(0, 0, 1024, 768), 1024, 768, mode, 3.7)


def test_store_and_read_3000_curves(benchmark: Callable[..., object]) -> None:
    drawing = curves(3000, 1024, 768)
    benchmark(lambda: loads(dumps(drawing)))


def picture() -> np.ndarray:
    return to_pixels(curves(6000, 1600, 2259), Rect(0, 0, 1600, 2259), 1600, 2259, "ink", 3.7)


def test_png(benchmark: Callable[..., object]) -> None:
    benchmark(png, picture())


def test_png_floor_of_pillow_uncompressed(benchmark: Callable[..., object]) -> None:
    image = Pillow.fromarray(picture())
    benchmark(lambda: image.save(io.BytesIO(), "PNG", compress_level=0))
