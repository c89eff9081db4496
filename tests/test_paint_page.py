"""The painter: pixels where they were asked, tones that measure what they say, text that can be copied."""

import numpy as np
import pypdfium2
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from comicgen.drawing import BLACK, WHITE, Contour, Glyph, Gradient, Group, Image, Path, Text, Tone
from comicgen.fonts import shape
from comicgen.geometry import Rect
from comicgen.paint import Paper, dumps, loads, to_pdf, to_pixels
from comicgen.paint.inks import grey


def box(x: float, y: float, w: float, h: float, **more: object) -> Path:
    return Path((Contour(Rect(x, y, w, h).corners),), **more)


def art(items, width: int, height: int) -> list[str]:
    """The page as ASCII: # black, . white, + between."""
    pixels = to_pixels(items, Rect(0, 0, width, height), width, height, "grey", 4)
    return ["".join("#" if p < 40 else "." if p > 215 else "+" for p in row) for row in pixels]


def test_a_filled_box_lies_on_its_pixels() -> None:
    assert art([box(1, 1, 3, 2, fill=BLACK)], 6, 4) == ["......", ".###..", ".###..", "......"]


def test_later_items_cover_earlier_ones_and_clips_cut() -> None:
    covered = box(0, 0, 6, 3, fill=BLACK), box(2, 1, 2, 1, fill=WHITE)
    assert art(covered, 6, 3) == ["######", "##..##", "######"]
    cut = (Group("art", (box(0, 0, 6, 3, fill=BLACK),), clip=Rect(1, 0, 2, 3).corners),)
    assert art(cut, 6, 3) == [".##...", ".##...", ".##..."]


def test_holes_are_even_odd_and_frames_map() -> None:
    ring = Path((Contour(Rect(0, 0, 5, 5).corners), Contour(Rect(1, 1, 3, 3).corners)), fill=BLACK)
    assert art([ring], 5, 5) == ["#####", "#...#", "#...#", "#...#", "#####"]
    half = Group("small", (box(0, 0, 100, 100, fill=BLACK),), frame=(Rect(0, 0, 100, 100), Rect(2, 1, 3, 2)))
    assert art([half], 6, 4) == ["......", "..###.", "..###.", "......"]


@pytest.mark.parametrize("mode", ["grey", "ink"])
def test_images_keep_every_pixel(mode: str) -> None:
    pixels = np.random.default_rng(1).integers(0, 256, (20, 30), dtype=np.uint8)
    painted = to_pixels([Image(pixels, Rect(4, 3, 30, 20))], Rect(0, 0, 40, 26), 40, 26, mode, 4)
    assert np.array_equal(painted[3:23, 4:34], pixels)


def test_a_stencil_is_ink_where_it_is_true() -> None:
    stencil = np.zeros((3, 5), bool)
    stencil[1, 2:4] = True
    assert art([Image(stencil, Rect(0, 0, 5, 3))], 5, 3) == [".....", "..##.", "....."]


@pytest.mark.parametrize("value", [0.08, 0.15, 0.3, 0.5, 0.75, 0.92])
@pytest.mark.parametrize("mode", ["ink", "print"])
def test_tone_measures_what_was_asked(value: float, mode: str) -> None:
    pixels = to_pixels([box(0, 0, 300, 300, fill=Tone(value))], Rect(0, 0, 300, 300), 300, 300, mode, 5.3)
    assert abs(1 - pixels.mean() / 255 - value) <= 0.01


def test_print_is_pure_black_and_white() -> None:
    ramp = box(0, 0, 200, 60, fill=Gradient((0, 0), (200, 0), Tone(0), Tone(1)), stroke=BLACK, width=1.3)
    assert set(np.unique(to_pixels([ramp], Rect(0, 0, 200, 60), 200, 60, "print", 4))) == {0, 255}


def test_paper_hides_tone_and_ink_stands_on_it() -> None:
    items = [box(0, 0, 60, 60, fill=Tone(0.5)), box(10, 10, 20, 20, fill=WHITE), box(40, 40, 10, 10, fill=BLACK)]
    pixels = to_pixels(items, Rect(0, 0, 60, 60), 60, 60, "ink", 4)
    assert (pixels[11:29, 11:29] == 255).all()
    assert (pixels[41:49, 41:49] == 0).all()


def line(text: str, language: str, x: float, y: float, size: float) -> list[Text]:
    texts = []
    for run in shape(text, "dialogue", language):
        glyphs = tuple(Glyph(g.id, x + g.x * size, y + g.y * size, g.text) for g in run.glyphs)
        texts.append(Text(run.face, size, glyphs, "".join(g.text for g in run.glyphs)))
        x += run.advance * size
    return texts


@pytest.mark.parametrize(
    ("text", "language"),
    [("Wait! It's 12:30.", "en"), ("等等！我的书页。", "zh"), ("東京は、雨。", "ja"), ("Ünï & <b>", "de")],
)
def test_text_is_copied_as_it_was_written(text: str, language: str) -> None:
    pdf = to_pdf(line(text, language, 10, 30, 20), Paper(Rect(0, 0, 400, 50), (400, 50), grey))
    found = pypdfium2.PdfDocument(pdf)[0].get_textpage().get_text_range()
    assert found.replace("\r\n", "") == text


def test_an_outlined_text_with_halo_is_copied_once() -> None:
    (text,) = line("BANG", "en", 10, 40, 30)
    drawn = Text(text.face, 30, text.glyphs, "BANG", halo=3, outline=True)
    pdf = to_pdf([drawn], Paper(Rect(0, 0, 200, 60), (200, 60), grey))
    assert pypdfium2.PdfDocument(pdf)[0].get_textpage().get_text_range().strip() == "BANG"


def test_letters_drawn_apart_are_copied_as_one_word() -> None:
    (text,) = line("BANG", "en", 10, 40, 30)
    apart = [Text(text.face, 30, (g,), "BANG" if not k else "", outline=True) for k, g in enumerate(text.glyphs)]
    pdf = to_pdf(apart, Paper(Rect(0, 0, 200, 60), (200, 60), grey))
    assert pypdfium2.PdfDocument(pdf)[0].get_textpage().get_text_range().strip() == "BANG"


def test_capitals_on_paper_copy_as_the_author_wrote() -> None:
    (text,) = line("WAIT", "en", 10, 40, 30)
    pdf = to_pdf([Text(text.face, 30, text.glyphs, "Wait")], Paper(Rect(0, 0, 200, 60), (200, 60), grey))
    assert pypdfium2.PdfDocument(pdf)[0].get_textpage().get_text_range().strip() == "Wait"


def test_the_same_items_give_the_same_bytes() -> None:
    items = [*line("Same 同じ", "ja", 5, 30, 20), box(0, 0, 9, 9, fill=Tone(0.2))]
    one, two = (to_pdf(items, Paper(Rect(0, 0, 200, 40), (200, 40), grey)) for _ in range(2))
    assert one == two


coordinates = st.floats(-1e4, 1e4, width=32)
paths = st.builds(
    Path,
    st.lists(
        st.builds(Contour, st.lists(st.tuples(coordinates, coordinates), min_size=2, max_size=6), st.booleans()),
        max_size=3,
    ).map(tuple),
    fill=st.one_of(st.none(), st.just(WHITE), st.builds(Tone, st.floats(0, 1))),
    stroke=st.one_of(st.none(), st.just(BLACK)),
    width=st.floats(0, 10),
)


@given(st.lists(paths, max_size=5))
@settings(max_examples=60)
def test_any_drawing_is_stored_and_found_again(items: list[Path]) -> None:
    assert dumps(loads(dumps(items))) == dumps(items)


@pytest.mark.parametrize("unit", [1, 9])
def test_strokes_have_round_ends_and_joins(unit: float) -> None:
    """A pen of 36 px: its end is a half disc, its corner a quarter disc, however large a unit is."""
    points, wide = ((36 / unit, 72 / unit), (108 / unit, 72 / unit), (108 / unit, 144 / unit)), 36 / unit
    pen = Path((Contour(points, closed=False),), stroke=BLACK, width=wide)
    ink = to_pixels([pen], Rect(0, 0, 144 / unit, 162 / unit), 144, 162, "grey", 4) < 128
    y, x = np.mgrid[0:162, 0:144] + 0.5
    end, corner = np.hypot(x - 36, y - 72), np.hypot(x - 108, y - 72)
    assert ink[(end < 17)].all()
    assert not ink[(x < 36) & (end > 19)].any()
    assert not ink[(x > 108) & (y < 72) & (corner > 19)].any()
    assert ink[corner < 17].all()


def test_frames_have_sharp_corners_and_even_bands() -> None:
    from types import SimpleNamespace

    from comicgen.sheet import _border

    frame = SimpleNamespace(polygon=Rect(10, 10, 40, 30).corners, border=4.0)
    ink = to_pixels([_border(SimpleNamespace(frame=frame))], Rect(0, 0, 60, 50), 60, 50, "grey", 4) < 128
    assert ink[8:12, 8:52].all()
    assert ink[8:42, 8:12].all()
    assert ink.sum() == 44 * 34 - 36 * 26


def test_soft_ink_lets_the_paper_through() -> None:
    veil = np.zeros((4, 4, 2), np.uint8)
    veil[1:3, 1:3, 1] = 255
    items = [box(0, 0, 4, 4, fill=(200, 200, 200)), Image(veil, Rect(0, 0, 4, 4))]
    pixels = to_pixels(items, Rect(0, 0, 4, 4), 4, 4, "grey", 4)
    assert set(np.unique(pixels[1:3, 1:3])) == {0}
    assert set(np.unique(pixels[0])) == {200}


def test_parts_of_a_page_share_one_lattice() -> None:
    tone = [box(0, 0, 80, 60, fill=Tone(0.3))]
    whole = to_pixels(tone, Rect(0, 0, 80, 60), 80, 60, "ink", 3.7)
    part = to_pixels(tone, Rect(31, 17, 40, 40), 40, 40, "ink", 3.7, (31, 17))
    assert np.array_equal(whole[17:57, 31:71], part)
