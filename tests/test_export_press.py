"""Pages for the press and the platforms: 1-bit plates, spreads parted at the fold, strips in slices."""

import io
import zipfile
from dataclasses import replace
from pathlib import Path

import numpy as np
import pikepdf
import pypdfium2
import pytest
from PIL import Image as Pillow
from test_export_formats import BOOK, sheet
from test_layout_spread import STORY

from comicgen.cli import run
from comicgen.drawing import BLACK, Contour, Group, Image, Tone
from comicgen.drawing import Path as Line
from comicgen.export import PaintedPage, Target
from comicgen.export._paint import paint_page, paint_pages
from comicgen.export.webtoon import HEAVIEST, HIGHEST, SliceWriter, encoded, slices
from comicgen.geometry import Rect
from comicgen.paint import to_pixels
from comicgen.sheet import Sheet

PRINT = replace(BOOK, width=1200, print=True, formats=("png", "pdf"))


def pixels(png: bytes) -> np.ndarray:
    return np.asarray(Pillow.open(io.BytesIO(png)).convert("L"))


@pytest.mark.parametrize("tone", ["mono", "grey", "colour"])
def test_plates_hold_black_and_white_alone(tone: str) -> None:
    painted = paint_page(sheet(1, 3), replace(PRINT, tone=tone))
    page = Pillow.open(io.BytesIO(painted.png))
    assert (page.mode, page.size) == ("1", (1200, 1680))
    assert page.info["dpi"][0] == pytest.approx(1200 / 100 * 25.4, rel=1e-3)
    assert set(np.unique(np.asarray(page.convert("L")))) == {0, 255}


def test_a_usual_page_is_not_so() -> None:
    assert len(np.unique(pixels(paint_page(sheet(1), replace(PRINT, print=False)).png))) > 20


def test_the_plates_pdf_has_the_same_bits_with_bleed_and_words_to_copy() -> None:
    painted = paint_page(sheet(1, 3), PRINT)
    with pikepdf.open(io.BytesIO(painted.pdf)) as pdf:
        (image,) = (i for i in pdf.pages[0].Resources.XObject.values())
        assert (image.BitsPerComponent, bool(image.ImageMask)) == (1, True)
        assert image.Width > 1200
        data = np.frombuffer(image.read_bytes(), np.uint8).reshape(int(image.Height), -1)
        bits = np.unpackbits(data, axis=1)[:, : int(image.Width)]
        trim = [float(v) for v in pdf.pages[0].TrimBox]
    left = (int(image.Width) - 1200) // 2
    assert np.array_equal(255 * bits[left : left + 1680, left : left + 1200], pixels(painted.png))
    assert trim[2] - trim[0] == pytest.approx(100 * 72 / 25.4, abs=0.1)
    assert "Wait!" in pypdfium2.PdfDocument(painted.pdf)[0].get_textpage().get_text_range()


@pytest.mark.parametrize("value", [0.15, 0.4, 0.8])
def test_tones_and_grey_pictures_on_plates_measure_what_they_are(value: float) -> None:
    grey = np.full((50, 50), round(255 * (1 - value)), np.uint8)
    items = (Line((Contour(Rect(0, 0, 50, 70).corners),), fill=Tone(value)), Image(grey, Rect(50, 0, 50, 70)))
    page = pixels(paint_page(Sheet(1, Rect(0, 0, 100, 70), 0, "ltr", (Group("art", items),)), PRINT).png)
    for half in (page[:, 50:550], page[:, 650:1150]):
        assert 1 - half.mean() / 255 == pytest.approx(value, abs=0.012)


def test_drawn_pictures_are_painted_from_their_paths_on_plates() -> None:
    drawing = (Line((Contour(Rect(0, 0, 8, 16).corners),), fill=BLACK),)
    coarse = Image(to_pixels(drawing, Rect(0, 0, 15, 16), 15, 16, "ink", 4), Rect(0, 0, 100, 100), drawing)
    page = pixels(paint_page(Sheet(1, Rect(0, 0, 100, 100), 0, "ltr", (Group("art", (coarse,)),)), PRINT).png)
    assert np.argmin(page[600] == 0) == pytest.approx(1200 * 8 / 15, abs=1), "sharper than its sixteen pixels"


def open_story(folder: Path, reading: str, *words: str, template: str = "manga-b5") -> Path:
    folder.mkdir()
    (folder / "open.yaml").write_text(STORY.format(template=template, reading=reading), encoding="utf-8")
    out = folder / "out"
    assert run(["render", str(folder / "open.yaml"), "-q", "-o", str(out), "--width", "300", *words]) == 0
    return out


@pytest.mark.parametrize(("reading", "first"), [("rtl", "right"), ("ltr", "left")])
def test_a_split_spread_loses_and_doubles_nothing(
    reading: str, first: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COMICGEN_CACHE", str(tmp_path / "cache"))
    whole = open_story(tmp_path / "one", reading)
    split = open_story(tmp_path / "two", reading, "--split-spreads", "--format", "png,cbz,pdf")
    assert sorted(p.name for p in split.glob("*.png")) == [f"page-00{n}.png" for n in (1, 2, 3, 4)]
    spread = pixels((whole / "page-002.png").read_bytes())
    two, three = (pixels((split / f"page-00{n}.png").read_bytes()) for n in (2, 3))
    left, right = (three, two) if first == "right" else (two, three)
    assert np.array_equal(np.concatenate([left, right], axis=1), spread)
    (cbz,), (pdf,) = split.glob("*.cbz"), split.glob("*.pdf")
    with zipfile.ZipFile(cbz) as packed:
        about = packed.read("ComicInfo.xml").decode()
    assert about.count("<Page ") == 4
    assert "DoublePage" not in about
    _fold_of(pdf, first)


def _fold_of(path: Path, first: str) -> None:
    with pikepdf.open(path) as pdf:
        assert len(pdf.pages) == 4
        bleeds = []
        for page in (pdf.pages[1], pdf.pages[2]):
            media, trim = ([float(v) for v in box] for box in (page.MediaBox, page.TrimBox))
            bleeds.append((round(trim[0] - media[0], 1), round(media[2] - trim[2], 1)))
    three = round(3 * 72 / 25.4, 1)
    left, right = (three, 0.0), (0.0, three)
    assert bleeds == ([right, left] if first == "right" else [left, right]), "no bleed at the fold"
    document = pypdfium2.PdfDocument(path)
    told = ["".join(page.get_textpage().get_text_range().split()) for page in document]
    assert sum(text.count("baker") for text in told) == 1
    for word in ("Oh", "CLANG", "valley"):
        assert sum(text.count(word) for text in told) == 1


def test_slices_end_in_the_gaps_and_are_no_higher_than_allowed() -> None:
    strip = np.full((5000, 800, 3), 255, np.uint8)
    panels = [(100, 900), (1000, 1900), (2600, 3500), (3540, 4700)]
    for top, foot in panels:
        strip[top:foot, 40:760] = np.random.default_rng(top).integers(0, 200, (foot - top, 720, 3))
    gaps = [950, 2250, 3520]
    found = slices(strip, gaps)
    assert [top for top, _ in found] == [0, *(foot for _, foot in found[:-1])]
    assert found[-1][1] == 5000
    assert all(foot - top <= HIGHEST for top, foot in found)
    assert not any(top < cut < foot for _, cut in found for top, foot in panels)
    assert {950, 2250, 3520} <= {foot for _, foot in found}


def test_a_balloon_that_hangs_into_the_gap_is_not_cut() -> None:
    strip = np.full((2000, 800), 255, np.uint8)
    strip[50:1000, 40:760], strip[1100:1950, 40:760] = 90, 60
    strip[990:1060, 300:500] = 30
    ((_, foot), _) = slices(strip, [1050])
    assert 1061 <= foot < 1100


def test_only_a_panel_higher_than_a_slice_is_cut_through_and_that_is_told() -> None:
    strip = np.random.default_rng(0).integers(0, 255, (2000, 800), dtype=np.uint8)
    with pytest.warns(UserWarning, match="higher than a slice"):
        assert slices(strip, []) == [(0, HIGHEST), (HIGHEST, 2000)]


def test_a_slice_that_is_too_heavy_without_loss_becomes_a_jpeg_that_is_not() -> None:
    noise = np.random.default_rng(0).integers(0, 255, (1280, 800, 3), dtype=np.uint8)
    suffix, data = encoded(noise)
    assert suffix == "jpg"
    assert len(data) <= HEAVIEST
    assert Pillow.open(io.BytesIO(data)).size == (800, 1280)
    assert encoded(noise // 255)[0] == "png"


def test_slices_together_are_the_strip(tmp_path: Path) -> None:
    strip = np.full((3000, 800), 255, np.uint8)
    for top in range(20, 2900, 290):
        strip[top : top + 250, 40:760] = top % 200
    out = io.BytesIO()
    Pillow.fromarray(strip).save(out, "PNG")
    bare = Sheet(1, Rect(0, 0, 100, 375), 0, "ltr", (), cuts=(36.0, 72.5))
    writer = SliceWriter(Target("webtoon", tmp_path, "strip"))
    writer.add(PaintedPage(bare, b"", out.getvalue(), (800, 3000)))
    paths = writer.close()
    assert [p.name for p in paths] == [f"slice-00{n}.png" for n in range(1, len(paths) + 1)]
    assert np.array_equal(np.concatenate([pixels(p.read_bytes()) for p in paths]), strip)


WEBTOON = """
title: Strip
template: webtoon
style: {tone: colour}
characters: {ann: {name: Ann, look: "girl, red hair"}}
pages:
  - panels:
"""


def test_a_rendered_strip_is_sliced_between_its_panels(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COMICGEN_CACHE", str(tmp_path / "cache"))
    panels = "".join(
        f"      - {{id: p{k}, shot: {shot}, place: park, characters: {{ann: smile}}, dialogue: [ann: Number {k}.]}}\n"
        for k, shot in enumerate(("long shot", "full shot", "close-up", "full shot", "medium shot", "full shot"))
    )
    story = tmp_path / "strip.yaml"
    story.write_text(WEBTOON + panels, encoding="utf-8")
    assert run(["render", str(story), "-q", "--format", "png,webtoon", "-o", str(tmp_path / "out")]) == 0
    whole = pixels((tmp_path / "out" / "page-001.png").read_bytes())
    parts = [pixels(p.read_bytes()) for p in sorted((tmp_path / "out").glob("slice-*.png"))]
    assert len(parts) > 1
    assert np.array_equal(np.concatenate(parts), whole)
    assert all(part.shape[1] == 800 and len(part) <= HIGHEST for part in parts)
    for part in parts[:-1]:
        assert (part[-1] == 255).all(), "cut in white paper"


def test_slices_of_another_width_are_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    story = tmp_path / "strip.yaml"
    story.write_text(WEBTOON + "      - {characters: {ann: smile}}\n", encoding="utf-8")
    words = ["render", str(story), "-q", "--format", "webtoon", "--width", "900", "-o", str(tmp_path / "out")]
    assert run(words) == 2
    assert "800 pixels wide" in capsys.readouterr().err


def test_print_takes_600_dots_an_inch_unless_told_otherwise(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COMICGEN_CACHE", str(tmp_path / "cache"))
    story = tmp_path / "one.yaml"
    who, pages = "characters: {ann: {look: girl}}", "pages: [{panels: [{characters: {ann: smile}}]}]"
    story.write_text(f"title: T\ntemplate: small.yaml\n{who}\n{pages}\n", encoding="utf-8")
    (tmp_path / "small.yaml").write_text("trim: [60, 50]\nframe: [5, 5, 50, 40]\nbleed: 2\n", encoding="utf-8")
    assert run(["render", str(story), "-q", "--print", "-o", str(tmp_path / "a")]) == 0
    assert run(["render", str(story), "-q", "--print", "--width", "400", "-o", str(tmp_path / "b")]) == 0
    page, small = (Pillow.open(io.BytesIO((tmp_path / k / "page-001.png").read_bytes())) for k in "ab")
    assert page.size[0] == round(60 / 25.4 * 600)
    assert page.mode == small.mode == "1"
    assert small.size[0] == 400


@pytest.mark.parametrize("reading", ["rtl", "ltr"])
def test_plates_of_a_spread_meet_at_the_fold_dot_for_dot(reading: str) -> None:
    items = (Line((Contour(Rect(20, 20, 160, 90).corners),), fill=Tone(0.35), stroke=BLACK, width=1.0),)
    spread = Sheet(2, Rect(0, 0, 200, 140), 3, reading, (Group("art", items),), leaves=2)
    whole = pixels(paint_pages(spread, PRINT)[0].png)
    first, second = paint_pages(spread, replace(PRINT, split=True))
    assert [p.sheet.number for p in (first, second)] == [2, 3]
    right, left = (first, second) if reading == "rtl" else (second, first)
    joined = np.concatenate([pixels(left.png), pixels(right.png)], axis=1)
    assert joined.shape == whole.shape
    assert (joined != whole).mean() < 1e-4
