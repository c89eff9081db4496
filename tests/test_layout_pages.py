"""Any page in any template: inside, apart, evenly guttered, and read one way only by two outside rules."""

import math
import random
from itertools import pairwise

import numpy as np
import pytest
import shapely
from hypothesis import given, settings
from hypothesis import strategies as st
from layout_oracles import corners, frames_in, layered_order, mirrored, pairwise_order, rasterise
from layout_scripts import AUTOMATIC, EVERY, numbered, page, panel, panels, script, tiers_of

from comicgen.geometry import Rect
from comicgen.layout import PageLayout, lay_out, template
from comicgen.layout.job import Job
from comicgen.layout.wish import wishes
from comicgen.script import Panel
from comicgen.story import SHOTS

READINGS = st.sampled_from(("rtl", "ltr"))


def sheets(found: list[Panel], name: str, reading: str = "") -> tuple[PageLayout, ...]:
    return lay_out(script(page(found), template=name, reading=reading)).pages


def outline(box: Rect) -> shapely.Polygon:
    return shapely.box(box.x - 1e-3, box.y - 1e-3, box.right + 1e-3, box.bottom + 1e-3)


@pytest.mark.parametrize("name", EVERY)
@settings(max_examples=25)
@given(found=panels(), reading=READINGS)
def test_frames_are_whole_apart_and_on_the_sheet(name: str, found: list[Panel], reading: str) -> None:
    laid = sheets(found, name, reading)
    area = template(name).frame
    assert [f.panel for sheet in laid for f in sheet.frames] == found
    for sheet in laid:
        shapes = [shapely.Polygon(f.polygon) for f in sheet.frames]
        for frame, shape in zip(sheet.frames, shapes, strict=True):
            assert shape.is_valid
            assert shape.area > 150
            assert shape.exterior.is_ccw, "clockwise on the page, where y grows downwards"
            assert shape.convex_hull.area - shape.area < 1e-3
            assert outline(sheet.size.inset(-sheet.bleed)).covers(shape)
            assert frame.bleed or outline(area if area.h else sheet.size).covers(shape)
        for k, one in enumerate(shapes):
            assert all(one.intersection(two).area < 1e-6 for two in shapes[k + 1 :])


@pytest.mark.parametrize("name", EVERY)
@settings(max_examples=25)
@given(found=panels(), reading=READINGS)
def test_both_outside_rules_read_the_script(name: str, found: list[Panel], reading: str) -> None:
    for sheet in sheets(found, name, reading):
        assert layered_order(corners(sheet)) == list(range(len(sheet.frames)))
        assert pairwise_order(corners(sheet)) == list(range(len(sheet.frames)))


@pytest.mark.parametrize("name", AUTOMATIC)
@settings(max_examples=25)
@given(found=panels(2), reading=READINGS)
def test_gutters_are_exact_and_parallel(name: str, found: list[Panel], reading: str) -> None:
    (sheet,) = sheets(found, name, reading)
    preset = template(name)
    shapes = [shapely.Polygon(f.polygon) for f in sheet.frames]
    everything = shapely.union_all(shapes)
    shapely.prepare(everything)
    met = 0
    for shape in shapes:
        ring = np.array(shape.exterior.coords)
        for a, b in pairwise(ring):
            if _on_the_edge(a, b, preset.frame, sheet):
                continue
            along = (b - a) / np.hypot(*(b - a))
            out = np.array([along[1], -along[0]])
            gutter = preset.tier if abs(along[0]) > abs(along[1]) else preset.column
            spots = a + np.linspace(0.02, 0.98, 25)[:, None] * (b - a)
            near, far = spots + out * (gutter - 0.05), spots + out * (gutter + 0.05)
            assert not shapely.contains_xy(everything, near).any()
            assert shapely.contains_xy(everything, far).mean() > 0.5
            met += 1
    assert met >= 2


def _on_the_edge(a: np.ndarray, b: np.ndarray, frame: Rect, sheet: PageLayout) -> bool:
    over = sheet.size.inset(-sheet.bleed)
    ends = ((0, frame.x), (0, frame.right), (1, frame.y), (1, frame.bottom))
    ends += ((0, over.x), (0, over.right), (1, over.y), (1, over.bottom))
    return any(abs(a[axis] - at) < 1e-3 and abs(b[axis] - at) < 1e-3 for axis, at in ends)


@settings(max_examples=60)
@given(
    rows=st.lists(st.lists(st.floats(0.5, 3), min_size=1, max_size=3), min_size=1, max_size=4),
    reading=READINGS,
    name=st.sampled_from([name for name in EVERY if name != "storyboard"]),
    data=st.data(),
)
def test_rows_are_respected(rows: list[list[float]], reading: str, name: str, data: st.DataObject) -> None:
    count = sum(map(len, rows))
    found = data.draw(panels(count, count))
    preset = template(name)
    (sheet,) = lay_out(script(page(found, rows=tuple(map(tuple, rows))), template=name, reading=reading)).pages
    tiers = tiers_of(sheet)
    assert [len(t) for t in tiers] == [len(row) for row in rows]
    assert [k for tier in tiers for k in tier] == list(range(count))
    for tier, row in zip(tiers, rows, strict=True):
        boxes = [sheet.frames[k].box for k in tier]
        free = preset.frame.w - preset.column * (len(row) - 1)
        for box, width in zip(boxes, row, strict=True):
            assert abs(box.w - free * width / sum(row)) < 0.1
        middles = [box.centre[0] for box in boxes]
        assert middles == sorted(middles, reverse=reading == "rtl")


@pytest.mark.parametrize("name", EVERY)
@pytest.mark.parametrize("reading", ["rtl", "ltr"])
def test_the_frames_are_found_back_in_the_pixels(name: str, reading: str) -> None:
    """White paper is the gutter: what it leaves are the frames, and their boxes read in the script's order."""
    shots = ("long shot", "close-up", "full shot", "medium shot", "close-up", "long shot")
    weights = (2.4, 1, 1, 1, 0.7, 1)
    effects = ((), (), ("speed lines",), (), (), ())
    found = [
        panel(f"p{k}", shot=shot, weight=weight, effects=effect)
        for k, (shot, weight, effect) in enumerate(zip(shots, weights, effects, strict=True))
    ]
    for count in (1, 3, 4, 6):
        for sheet in sheets(found[:count], name, reading):
            scale = 3.0
            seen = mirrored(frames_in(rasterise(sheet, scale)), reading)
            order = layered_order(seen)
            assert len(seen) == len(sheet.frames)
            assert pairwise_order([seen[k] for k in order]) == list(range(len(seen)))
            expected = mirrored([shapely.Polygon(f.polygon).bounds for f in sheet.frames], reading)
            for k, box in zip(order, expected, strict=True):
                moved = [v + sheet.bleed * (1 if i % 2 or reading == "rtl" else -1) for i, v in enumerate(box)]
                assert np.allclose(np.array(seen[k]) / scale, moved, atol=1.1)


def test_many_panels_still_work() -> None:
    for count in (12, 20, 40):
        for name in EVERY:
            laid = sheets(numbered(count), name)
            assert sum(len(s.frames) for s in laid) == count
            if name not in ("yonkoma", "storyboard"):
                assert layered_order(corners(laid[0])) == list(range(count))


@pytest.mark.parametrize("name", ["manga-b5", "us-comic"])
def test_frames_come_near_what_their_panels_wish(name: str) -> None:
    """Over random pages half of all frames are within 12 % of the area they ask for, 25 % of the shape."""
    areas, shapes = [], []
    for number in range(200):
        laid_page = page(drawn(random.Random(number), number))
        book = script(laid_page, template=name)
        (sheet,) = lay_out(book).pages
        wished = wishes(Job(laid_page, template(name), sheet.reading, book.seed, {}))
        inside = shapely.box(*outline(template(name).frame).bounds)
        sizes = [shapely.Polygon(f.polygon).intersection(inside).area for f in sheet.frames]
        for frame, size, wish in zip(sheet.frames, sizes, wished, strict=True):
            areas.append(abs(math.log(size / sum(sizes) * sum(w.room for w in wished) / wish.room)))
            shapes.append(abs(math.log(frame.box.w / frame.box.h / wish.aspect)))
    assert np.median(areas) <= 0.12
    assert np.median(shapes) <= 0.25


def drawn(dice: random.Random, number: int) -> list[Panel]:
    """Return two to nine panels of every mood, the same in each run."""
    return [
        panel(
            f"p{number}-{k}",
            shot=dice.choice(SHOTS),
            cast=dice.choice((0, 1, 1, 2, 3)),
            talk=tuple(dice.choice((8, 30, 70, 120)) for _ in range(dice.choice((0, 1, 1, 2, 3)))),
            weight=dice.choice((0.7, 1, 1, 1.5, 2.5)),
            effects=dice.choice(((), (), (), ("speed lines",))),
        )
        for k in range(dice.randint(2, 9))
    ]
