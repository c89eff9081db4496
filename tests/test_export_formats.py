"""Every format: writes, the same bytes twice, atomically, and a reader that is not ours agrees."""

import errno
import io
import os
import shutil
import subprocess
import xml.etree.ElementTree as ET
import zipfile
from dataclasses import replace
from pathlib import Path

import numpy as np
import pikepdf
import pypdfium2
import pytest
from PIL import Image as Pillow
from PIL import ImageChops

from comicgen.doors import names
from comicgen.drawing import BLACK, Contour, Glyph, Group, Image, Text, Tone
from comicgen.drawing import Path as Line
from comicgen.errors import DiskError
from comicgen.export import Book, Target, open_writers
from comicgen.export._paint import paint_page
from comicgen.fonts import shape
from comicgen.geometry import Rect
from comicgen.paint import to_pixels
from comicgen.sheet import Sheet

BOOK = Book("A <Title> & more", "An Author", "en", "rtl", "mono", 300)
ORDER = (
    "Title",
    "Series",
    "Number",
    "Summary",
    "Writer",
    "PageCount",
    "LanguageISO",
    "BlackAndWhite",
    "Manga",
    "Pages",
)
"""The order of ComicInfo 2.0's sequence, as far as it is used."""


def sheet(number: int, bleed: float = 0) -> Sheet:
    run = shape("Wait!", "dialogue", "en")[0]
    glyphs = tuple(Glyph(g.id, 20 + g.x * 8, 40 + g.y * 8, g.text) for g in run.glyphs)
    pixels = np.full((60, 80), 128, np.uint8)
    items = (
        Image(pixels, Rect(10, 50, 40, 30)),
        Line((Contour(Rect(10, 90, 60, 20).corners),), fill=Tone(0.3), stroke=BLACK, width=0.6),
        Text(run.face, 8, glyphs, "Wait!"),
    )
    return Sheet(number, Rect(0, 0, 100, 140), bleed, "rtl", (Group("art", items),))


def fitting(book: Book, *formats: str) -> Book:
    """Return the book as wide as its formats need: slices for webtoons have one width."""
    return replace(book, width=800) if "webtoon" in formats else book


def write(folder: Path, *formats: str, pages: int = 2, bleed: float = 0, book: Book = BOOK) -> list[Path]:
    book = fitting(book, *formats)
    targets = [Target(f, folder, "book") for f in formats]
    with open_writers(targets, book) as writers:
        for number in range(1, pages + 1):
            writers.add(paint_page(sheet(number, bleed), book))
        return writers.close()


@pytest.mark.parametrize("format", names("export"))
def test_every_format_writes_the_same_bytes_twice(format: str, tmp_path: Path) -> None:
    one = [p.read_bytes() for p in write(tmp_path / "one", format)]
    two = [p.read_bytes() for p in write(tmp_path / "two", format)]
    assert one
    assert one == two


@pytest.mark.parametrize("format", names("export"))
def test_a_fault_leaves_no_book_and_no_temporary(format: str, tmp_path: Path) -> None:
    def half() -> None:
        book = fitting(BOOK, format)
        with open_writers([Target(format, tmp_path / "out", "book")], book) as writers:
            writers.add(paint_page(sheet(1), book))
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        half()
    whole = {"webtoon": "slice-001.png"}.get(format, f"page-001.{format}")
    assert [p.name for p in (tmp_path / "out").iterdir()] in ([], [whole])


def test_png_is_exactly_as_wide_as_asked_and_grey(tmp_path: Path) -> None:
    one, two = write(tmp_path, "png")
    assert (one.name, two.name) == ("page-001.png", "page-002.png")
    with Pillow.open(one) as page:
        assert page.size == (300, 420)
        assert page.mode == "L"


@pytest.mark.parametrize("bleed", [0, 3])
def test_the_png_is_the_raster_of_the_pdfs_trim(bleed: float) -> None:
    painted = paint_page(sheet(1, bleed), replace(BOOK, width=1200))
    page = pypdfium2.PdfDocument(painted.pdf)[0]
    page.set_cropbox(*page.get_trimbox())
    again = page.render(scale=1200 / page.get_width() * (1 - 1e-7)).to_pil().convert("L")
    png = Pillow.open(io.BytesIO(painted.png))
    assert np.asarray(ImageChops.difference(again, png)).mean() < 0.5


def test_drawn_pictures_stay_paths_in_pdf_and_svg() -> None:
    disc = Line((Contour(tuple((40 + 30 * np.cos(a), 30 + 25 * np.sin(a)) for a in np.arange(0, 6.28, 0.1))),))
    drawing = (replace(disc, fill=Tone(0.4), stroke=BLACK, width=2),)
    picture = Image(to_pixels(drawing, Rect(0, 0, 80, 60), 80, 60, "ink", 4), Rect(10, 20, 80, 60), drawing)
    drawn = Sheet(1, Rect(0, 0, 100, 140), 0, "ltr", (Group("art", (picture,)),))
    painted = paint_page(drawn, replace(BOOK, width=800, vectors=True))
    with pikepdf.open(io.BytesIO(painted.pdf)) as pdf:
        assert not pdf.pages[0].get_images()
    svg = ET.fromstring(painted.svg)
    assert not list(svg.iter("{http://www.w3.org/2000/svg}image"))
    (dots,) = svg.iter("{http://www.w3.org/2000/svg}pattern")
    assert len(list(dots)) == 8
    page = pypdfium2.PdfDocument(painted.pdf)[0].render(scale=600 / 72).to_pil().convert("L")
    ink = 1 - np.asarray(page)[900:1500, 950:1400] / 255
    assert ink.mean() == pytest.approx(0.4, abs=0.02)


def test_svg_layers_are_named_and_its_text_is_as_written(tmp_path: Path) -> None:
    one, _ = write(tmp_path, "svg")
    svg = ET.parse(one).getroot()
    labels = [g.get("{http://www.inkscape.org/namespaces/inkscape}label") for g in svg.iter() if g.tag.endswith("}g")]
    assert "art" in labels
    assert [t.text for t in svg.iter("{http://www.w3.org/2000/svg}text")] == ["Wait!"]
    assert svg.get("viewBox").split()[2:] == ["100.0000", "140.0000"]


def test_svg_and_png_show_the_same_page() -> None:
    resvg = pytest.importorskip("resvg_py")
    painted = paint_page(sheet(1), replace(BOOK, width=1200))
    drawn = resvg.svg_to_bytes(svg_string=painted.svg.decode(), width=1200, dpi=96, background="#ffffff")
    one, two = (Pillow.open(io.BytesIO(bytes(p))).convert("L") for p in (drawn, painted.png))
    far = ImageChops.difference(*(p.resize((200, 280), Pillow.Resampling.BOX) for p in (one, two)))
    assert np.asarray(far).mean() <= 2


def test_pdf_boxes_direction_title_and_lossless_pictures(tmp_path: Path) -> None:
    (path,) = write(tmp_path, "pdf", bleed=3)
    with pikepdf.open(path) as pdf:
        assert len(pdf.pages) == 2
        assert pdf.Root.ViewerPreferences.Direction == "/R2L"
        assert str(pdf.Root.Lang) == "en"
        assert pdf.docinfo["/Title"] == BOOK.title
        page = pdf.pages[0]
        width, trim = float(page.MediaBox[2]), [float(v) for v in page.TrimBox]
        assert width == pytest.approx(106 * 72 / 25.4, abs=0.01)
        assert trim[2] - trim[0] == pytest.approx(100 * 72 / 25.4, abs=0.01)
        filters = {str(image.Filter) for image in page.get_images().values()}
        assert filters == {"/FlateDecode"}
        assert not pdf.check_pdf_syntax()
    (there,) = write(tmp_path / "ltr", "pdf", book=replace(BOOK, reading="ltr"))
    assert "Wait!" in pypdfium2.PdfDocument(there)[1].get_textpage().get_text_range()


def test_a_broken_pdf_is_noticed_by_the_same_judge(tmp_path: Path) -> None:
    (path,) = write(tmp_path, "pdf")
    data = bytearray(path.read_bytes())
    at = data.index(b"stream\n", len(data) // 2) + 12
    data[at : at + 8] = b"\xff" * 8
    path.write_bytes(bytes(data))
    with pikepdf.open(path) as pdf:
        try:
            problems = pdf.check_pdf_syntax()
        except pikepdf.PdfError as fault:
            problems = [str(fault)]
    assert problems


def test_cbz_holds_pages_and_valid_comic_info(tmp_path: Path) -> None:
    (path,) = write(tmp_path, "cbz")
    with zipfile.ZipFile(path) as archive:
        assert archive.testzip() is None
        assert archive.namelist() == ["page-001.png", "page-002.png", "ComicInfo.xml"]
        assert {i.date_time for i in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        root = ET.fromstring(archive.read("ComicInfo.xml"))
    tags = [e.tag for e in root]
    assert tags == sorted(tags, key=ORDER.index)
    assert root.findtext("Title") == BOOK.title
    assert root.findtext("Manga") == "YesAndRightToLeft"
    assert root.findtext("PageCount") == "2"
    assert [p.get("ImageWidth") for p in root.iter("Page")] == ["300", "300"]


def test_more_pages_than_may_be_open_at_once_are_joined_in_order(tmp_path: Path) -> None:
    page = paint_page(sheet(1), replace(BOOK, formats=("pdf",)))
    assert not page.png
    with open_writers([Target("pdf", tmp_path, "book")], BOOK) as writers:
        for number in range(1, 132):
            writers.add(replace(page, sheet=replace(page.sheet, number=number)))
        (path,) = writers.close()
    with pikepdf.open(path) as pdf:
        assert len(pdf.pages) == 131
        with pdf.open_outline() as outline:
            assert [item.title for item in outline.root] == [str(n) for n in range(1, 132)]


@pytest.mark.parametrize("format", names("export"))
def test_a_full_disk_is_told_and_leaves_nothing(format: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(handle: int) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(DiskError) as told:
        write(tmp_path / "out", format)
    assert told.value.exit_code == 4
    assert told.value.hint
    assert not list((tmp_path / "out").iterdir())


@pytest.mark.parametrize("format", names("export"))
def test_an_output_that_may_not_be_written_is_told(format: str, tmp_path: Path) -> None:
    (tmp_path / "out").write_text("a file stands where a folder should")
    with pytest.raises(DiskError, match="cannot write"):
        write(tmp_path / "out", format)
    assert (tmp_path / "out").read_text().startswith("a file")


@pytest.mark.parametrize("format", ["pdf", "cbz"])
def test_a_book_can_go_to_stdout(format: str, tmp_path: Path, capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    (path,) = write(tmp_path, format)
    with open_writers([Target(format, None, "book")], BOOK) as writers:
        for number in (1, 2):
            writers.add(paint_page(sheet(number), BOOK))
        assert writers.close() == []
    assert capfdbinary.readouterr().out == path.read_bytes()


@pytest.mark.validators
@pytest.mark.skipif(not shutil.which("qpdf"), reason="qpdf is not installed")
def test_qpdf_finds_the_book_clean(tmp_path: Path) -> None:
    (path,) = write(tmp_path, "pdf")
    subprocess.run(["qpdf", "--check", str(path)], check=True, capture_output=True)


@pytest.mark.validators
@pytest.mark.skipif(not shutil.which("pdftotext"), reason="poppler is not installed")
def test_poppler_reads_the_words_as_written(tmp_path: Path) -> None:
    (path,) = write(tmp_path, "pdf")
    told = subprocess.run(["pdftotext", str(path), "-"], check=True, capture_output=True, text=True).stdout
    assert told.split() == ["Wait!", "Wait!"]
