"""Two facing pages as one: twice as wide, numbered as two, read across, nothing to read in the fold."""

import io
import zipfile
from pathlib import Path

import pytest
import shapely
from layout_oracles import corners, layered_order, pairwise_order
from layout_scripts import AUTOMATIC, numbered, page, panel, script
from PIL import Image

from comicgen.cli import run
from comicgen.errors import StoryError
from comicgen.layout import PageLayout, lay_out, lay_out_page, template
from comicgen.pages import Desk, settle
from comicgen.script import Script, resolve
from comicgen.story import read_story

STORY = """
title: Open
template: {template}
reading: {reading}
style: {{tone: grey}}
characters:
  ann: {{name: Ann, look: "girl, red hair"}}
  bob: {{name: Bob, look: "man, black coat"}}
pages:
  - panels:
      - {{characters: {{ann: smile}}}}
  - spread: yes
    template: "2: 1 | 1: 1/1"
    panels:
      - shot: long shot
        characters: {{ann: {{at: left}}, bob: {{at: right}}}}
        caption: Nobody had seen the valley so quiet since the year of the flood.
        dialogue: ["ann: I read that sign every single morning on my way.", "bob: Then ask the baker.", "ann: Why?"]
        sfx: CLANG
      - {{shot: close-up, characters: {{ann: smile}}, dialogue: ["ann: Oh."]}}
      - {{shot: close-up, characters: {{bob: smile}}}}
  - panels:
      - {{characters: {{bob: smile}}}}
"""


def book(count: int, name: str, reading: str, **given: object) -> Script:
    pages = [page(numbered(2), 1), page(numbered(count), 2, spread=True, **given), page(numbered(3), 3)]
    return script(*pages, template=name, reading=reading)


@pytest.mark.parametrize("name", AUTOMATIC)
@pytest.mark.parametrize("reading", ["rtl", "ltr"])
def test_a_spread_is_two_pages_wide_and_counts_as_two(name: str, reading: str) -> None:
    preset = template(name)
    for count in (1, 2, 5, 8):
        first, spread, after = lay_out(book(count, name, reading)).pages
        assert (first.number, spread.number, after.number) == (1, 2, 4)
        assert (first.leaves, spread.leaves) == (1, 2)
        assert (spread.size.w, spread.size.h) == (2 * preset.trim.w, preset.trim.h)
        assert spread.safe.right == pytest.approx(preset.trim.w + preset.safe.right)
        over = shapely.box(*_sides(spread)).buffer(1e-3)
        assert all(over.covers(shapely.Polygon(f.polygon)) for f in spread.frames)
        assert layered_order(corners(spread)) == list(range(count))
        assert pairwise_order(corners(spread)) == list(range(count))


def _sides(sheet: PageLayout) -> tuple[float, float, float, float]:
    over = sheet.size.inset(-sheet.bleed)
    return over.x, over.y, over.right, over.bottom


def test_a_lone_panel_bleeds_on_all_sides_of_both_pages() -> None:
    (_, spread, _) = lay_out(book(1, "manga-b5", "rtl")).pages
    (frame,) = spread.frames
    assert (frame.box.x, frame.box.right) == (-3, 2 * 182 + 3)
    assert len(frame.holes) == 1
    assert shapely.Polygon(frame.holes[0]).bounds == pytest.approx((175, -3, 189, 260))


def test_each_page_alone_is_numbered_as_in_the_book() -> None:
    whole = book(4, "us-comic", "ltr")
    assert [lay_out_page(p, whole)[0].number for p in whole.pages] == [1, 2, 4]


def test_a_spread_faces_the_page_after_it() -> None:
    alone = script(page([panel("p")], 1, spread=True))
    with pytest.raises(StoryError, match="cannot start on page 1") as caught:
        lay_out(alone)
    assert "even" in caught.value.hint
    with pytest.raises(StoryError, match="no facing pages"):
        lay_out(book(2, "webtoon", "ltr"))


@pytest.mark.parametrize(("name", "reading"), [("manga-b5", "rtl"), ("us-comic", "ltr")])
def test_no_words_lie_in_the_fold(name: str, reading: str) -> None:
    found = resolve(read_story("open.yaml", STORY.format(template=name, reading=reading)))
    (sheet,) = settle(found.pages[1], Desk(found))
    middle = sheet.page.layout.size.w / 2
    fold = shapely.box(middle - 6.9, -10, middle + 6.9, 400)
    words = [b.outline for p in sheet.page.panels for b in p.balloons] + [
        s.outline for p in sheet.page.panels for s in p.sfx
    ]
    crossed = [p for p in sheet.page.panels if shapely.Polygon(p.frame.polygon).intersects(fold)]
    assert crossed
    assert len(words) == 6
    assert all(p.frame.holes for p in crossed if shapely.Polygon(p.frame.polygon).contains(fold.centroid))
    assert all(shapely.Polygon(w).buffer(0).intersection(fold).area < 0.01 for w in words)


def test_files_show_the_spread_whole(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COMICGEN_CACHE", str(tmp_path / "cache"))
    (tmp_path / "open.yaml").write_text(STORY.format(template="manga-b5", reading="rtl"), encoding="utf-8")
    words = ["render", str(tmp_path / "open.yaml"), "-q", "-o", str(tmp_path / "out"), "--width", "300"]
    assert run([*words, "--format", "png,cbz"]) == 0
    sizes = {p.name: Image.open(io.BytesIO(p.read_bytes())).size for p in sorted((tmp_path / "out").glob("*.png"))}
    assert sizes == {"page-001.png": (300, 424), "page-002.png": (600, 424), "page-004.png": (300, 424)}
    (cbz,) = (tmp_path / "out").glob("*.cbz")
    with zipfile.ZipFile(io.BytesIO(cbz.read_bytes())) as packed:
        about = packed.read("ComicInfo.xml").decode()
    assert about.count('DoublePage="true"') == 1
