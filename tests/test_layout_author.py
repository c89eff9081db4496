"""What an author can say of a page: one line, rows, a template's name or file; and what is said back."""

import os
from contextlib import suppress
from dataclasses import replace
from itertools import combinations
from pathlib import Path

import pytest
import shapely
from hypothesis import given, settings
from hypothesis import strategies as st
from layout_oracles import corners, layered_order
from layout_scripts import EVERY, MARK, numbered, page, script, tiers_of

from comicgen.errors import ComicError, StoryError
from comicgen.layout import PageLayout, lay_out, template, templates
from comicgen.layout.notation import holds, parse_cut
from comicgen.layout.reader import read_template


def by_cut(cut: str, count: int, reading: str = "rtl") -> PageLayout:
    (sheet,) = lay_out(script(page(numbered(count), cut=cut), reading=reading)).pages
    assert layered_order(corners(sheet)) == list(range(count))
    return sheet


def test_a_line_gives_tiers_and_widths() -> None:
    sheet = by_cut("2 | 1/2 | 1", 4)
    assert [len(t) for t in tiers_of(sheet)] == [1, 2, 1]
    first, second = (sheet.frames[k].box for k in (1, 2))
    assert first.x > second.x, "the first panel of a tier is the right one"
    assert abs(second.w - 2 * first.w) < 0.1
    assert sheet.frames[0].box.h > 1.3 * sheet.frames[3].box.h, "alone in its tier, the number asks for room"


def test_a_line_and_rows_say_the_same() -> None:
    rows = lay_out(script(page(numbered(4), rows=((1,), (1, 3), (1,))))).pages
    assert rows == lay_out(script(page(numbered(4), cut="1 | 1/3 | 1"))).pages


def test_heights_before_a_colon() -> None:
    sheet = by_cut("3: 1 | 2: 1/1 | 1", 4)
    heights = [sheet.frames[t[0]].box.h for t in tiers_of(sheet)]
    assert [round(h / heights[2], 2) for h in heights] == [3, 2, 1]


@pytest.mark.parametrize("reading", ["rtl", "ltr"])
def test_parentheses_stack_panels_in_a_column(reading: str) -> None:
    sheet = by_cut("2(1 | 1) / 1 | 1", 4, reading)
    one, two, tall, _ = (f.box for f in sheet.frames)
    assert one.x == two.x
    assert two.y > one.bottom
    assert abs(one.w - 2 * tall.w) < 0.1
    assert abs(tall.bottom - two.bottom) < 0.1


def test_two_stacks_side_by_side_are_moved_until_they_read_one_way() -> None:
    by_cut("(1 | 1) / (1 | 1)", 4)
    by_cut("1 | (1 | 1) / (1 | 1 | 1)", 6)


def test_stars_are_solved_and_single_panels_stay_fixed() -> None:
    sheet = by_cut("1 | *", 6)
    assert sheet.frames[0].box.w == template("manga-b5").frame.w
    assert len(tiers_of(sheet)[0]) == 1
    sheet = by_cut("*2 | 1/3 | *", 7)
    assert abs(sheet.frames[3].box.w - 3 * sheet.frames[2].box.w) < 0.1


def test_degrees_lean_a_gutter() -> None:
    sheet = by_cut("1 /8° 1 |-3° 1", 3)
    right, left, below = (f.polygon for f in sheet.frames)
    assert right != sheet.frames[0].box.corners
    assert left != sheet.frames[1].box.corners
    assert below != sheet.frames[2].box.corners


@pytest.mark.parametrize("reading", ["rtl", "ltr"])
@pytest.mark.parametrize(
    ("cut", "count", "guests"), [("1+ | 1/1", 4, [1]), ("1++", 3, [1, 2]), ("1 | 2/1+ | *", 6, [3])]
)
def test_a_plus_sets_a_panel_into_the_one_before(reading: str, cut: str, count: int, guests: list[int]) -> None:
    sheet = by_cut(cut, count, reading)
    assert [k for k, f in enumerate(sheet.frames) if f.inset] == guests
    host = sheet.frames[guests[0] - 1]
    assert host.holes == tuple(sheet.frames[k].polygon for k in guests)
    for k in guests:
        box = sheet.frames[k].box
        assert host.box.overlap(box) == pytest.approx(box.w * box.h)
        assert box.h < host.box.h / 2
    last = sheet.frames[guests[-1]].box
    assert abs(host.box.x + 4 - last.x if reading == "rtl" else host.box.right - 4 - last.right) < 0.1


@pytest.mark.parametrize(
    ("cut", "count", "told"),
    [
        ("2 | 1//1", 4, "character 7: expected a width, ( or *, found '/'"),
        ("1/(1|1", 3, "character 7: expected ), found the end"),
        ("1 | x", 2, "character 5: expected a width, ( or *, found 'x'"),
        ("1 1", 2, "character 3: expected | or / or the end, found 'number'"),
        ("0 | 1", 2, "character 1: expected a size above 0"),
        ("1 /45° 1", 2, "expected at most 20°"),
        ("* | *", 4, "two stars"),
        ("1++++", 5, "at most 3 panels set into one"),
        ("((((((1))))))", 1, "at most 4 nested parentheses"),
        ("1/1", 4, "holds 2 frames, the page has 4 panels"),
        ("1 | 1 | *", 2, "frames, the page has 2 panels"),
        ("1|" * 300 + "1", 301, "longer than"),
    ],
)
def test_a_wrong_line_is_told_with_its_place(cut: str, count: int, told: str) -> None:
    with pytest.raises(StoryError) as fault:
        lay_out(script(page(numbered(count), cut=cut)))
    assert told.replace("'number'", "'1'") in fault.value.message
    assert fault.value.where == MARK
    assert fault.value.hint


@given(st.text("0123456789|/:()*+°.- x", max_size=40))
def test_any_line_is_read_or_refused(line: str) -> None:
    with suppress(StoryError):
        assert parse_cut(line).parts


def test_wrong_rows_are_told_with_their_place() -> None:
    for rows in (((1,), (1, 1)), ((1, 1), ()), ((0.0, 1), (1, 1))):
        with pytest.raises(StoryError) as fault:
            lay_out(script(page(numbered(4), rows=rows)))
        assert fault.value.where == MARK


def test_the_shipped_templates() -> None:
    assert {"manga-b5", "manga-a5", "us-comic", "a4", "yonkoma", "webtoon", "storyboard"} <= set(EVERY)
    for preset in templates():
        assert preset.about
        assert preset.safe.x >= 5
        assert preset.safe.right <= preset.trim.w - 5
        assert template(preset.name) == preset
    assert [t.reading for t in templates() if t.name in ("manga-b5", "us-comic")] == ["rtl", "ltr"]


def test_an_unknown_template_names_all() -> None:
    for name in ("mangab5", "xyz"):
        with pytest.raises(StoryError) as fault:
            lay_out(script(page(numbered(2)), template=name))
        assert all(known in fault.value.hint for known in EVERY)
    with pytest.raises(StoryError) as fault:
        lay_out(script(page(numbered(2), template="xyz")))
    assert fault.value.where == MARK


MINE = """about: Square
trim: [100, 100]
frame: [10, 10, 80, 80]
gutters: {tier: 4, column: 4}
cuts: [1/1 | 1/1]
"""


def test_a_template_file_beside_the_story(tmp_path: Path) -> None:
    (tmp_path / "pages").mkdir()
    (tmp_path / "pages" / "mine.yaml").write_text(MINE)
    preset = template("pages/mine.yaml", str(tmp_path / "story.yaml"))
    assert (preset.name, preset.trim.w, preset.cuts) == ("mine", 100, ("1/1 | 1/1",))


@pytest.mark.parametrize(
    "name",
    ["../mine.yaml", "/etc/mine.yaml", "C:\\mine.yaml", "~/mine.yaml", "a\\..\\mine.yaml", "nul\0.yaml",
     "http://127.0.0.1/mine.yaml", "link.yaml", "absent.yaml", "folder.yaml", "big.yaml"],
)  # fmt: skip
def test_no_template_from_elsewhere(tmp_path: Path, name: str) -> None:
    home = tmp_path / "home"
    (home / "folder.yaml").mkdir(parents=True)
    (tmp_path / "mine.yaml").write_text(MINE)
    (home / "big.yaml").write_text("#" * 100_000)
    os.symlink(tmp_path / "mine.yaml", home / "link.yaml")
    with pytest.raises(StoryError) as fault:
        template(name, str(home / "story.yaml"), MARK)
    assert fault.value.where == MARK


@pytest.mark.parametrize(
    ("text", "place", "told"),
    [
        (MINE + "gutter: 3\n", "6:1", "unknown key 'gutter'"),
        (MINE + "bleed: wide\n", "6:8", "expected a number from 0 to 30"),
        (MINE + "bleed: .nan\n", "6:8", "expected a number"),
        (MINE + "trim: [1, 2]\n", "6:1", "'trim' is given twice"),
        (MINE + "manner: grid\n", "6:9", "expected one of auto"),
        (MINE + "columns: {boxes: 2.5}\n", "6:18", "whole number"),
        ("trim: [100, 100]\n", "1:1", "'frame' is missing"),
        ("trim: [100, 100]\nframe: [10, 10, 80]\n", "2:8", "four lengths"),
        ("trim: [50, 50]\nframe: [10, 10, 80, 80]\n", "1:1", "does not lie inside the trim"),
        ("- 1\n", "1:1", "expected keys and values"),
        ("trim: &a [100, 100]\nframe: *a\n", "2:8", "aliases"),
        ("trim: !!python/tuple [1, 2]\n", "1:7", "tags"),
        ("a: " + "[" * 3000, "1:9", "nested too deeply"),
        ("a: [1\nb: 2", "2:2", "expected"),
        (MINE.replace("1/1 |", "1//1 |"), "5:8", "character 3"),
        ("", "", "empty"),
        ("a: b\n---\nc: d\n", "2:1", "document"),
        ("a\tb: \x01", "", "not YAML"),
    ],
)
def test_a_wrong_template_file_is_told_with_its_place(text: str, place: str, told: str) -> None:
    with pytest.raises(StoryError) as fault:
        read_template("mine", text.encode(), "mine.yaml")
    assert told in fault.value.message
    assert str(fault.value.where).startswith(f"mine.yaml:{place}" if place else "mine.yaml")


@settings(max_examples=200)
@given(st.one_of(st.binary(max_size=60), st.text("abtrimfe:[]{}&*!,-# \n0123", max_size=60).map(str.encode)))
def test_any_template_file_is_read_or_refused(data: bytes) -> None:
    with pytest.raises(ComicError):
        read_template("any", data, "any.yaml")


def test_a_templates_own_pages_are_taken_where_they_fit(tmp_path: Path) -> None:
    (tmp_path / "mine.yaml").write_text(MINE)
    book = script(page(numbered(4), 1), page(numbered(3), 2), template="mine.yaml")
    four, three = lay_out(replace(book, source=str(tmp_path / "story.yaml"))).pages
    assert [round(f.box.w, 3) for f in four.frames] == [38] * 4
    assert len(three.frames) == 3


def test_the_guides_template_is_one() -> None:
    guide = (Path(__file__).parents[1] / "docs" / "layout.md").read_text(encoding="utf-8")
    text = next(block for block in guide.split("```yaml\n")[1:] if "trim:" in block).split("```")[0]
    preset = read_template("guide", text.encode(), "guide.yaml")
    assert preset.trim.w == 200
    assert preset.cuts == ("1/1/1 | 1/1/1 | 1/1/1",)


def patterns_of(depth: int) -> st.SearchStrategy[str]:
    """Lines of up to three tiers of up to three columns, with stacks in them."""
    part = st.sampled_from(["1", "2", "1.5", "1+"])
    if depth:
        part = st.one_of(part, part, patterns_of(depth - 1).map(lambda inner: f"1({inner})"))
    tier = st.lists(part, min_size=1, max_size=3).map("/".join)
    return st.lists(tier, min_size=1, max_size=3).map(" | ".join)


@settings(max_examples=60)
@given(cut=patterns_of(1), reading=st.sampled_from(["rtl", "ltr"]))
def test_any_line_that_is_read_is_drawn(cut: str, reading: str) -> None:
    count = holds(parse_cut(cut))
    (sheet,) = lay_out(script(page(numbered(count), cut=cut), template="a4", reading=reading)).pages
    assert len(sheet.frames) == count
    shapes = [shapely.Polygon(f.polygon) for f in sheet.frames if not f.inset]
    assert all(shape.is_valid and shape.area > 4 for shape in shapes)
    assert all(a.intersection(b).area < 1e-6 for a, b in combinations(shapes, 2))
    if "(" not in cut and "+" not in cut:
        assert layered_order(corners(sheet)) == list(range(count))
