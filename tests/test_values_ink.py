"""Values on paper: lines on solid black, round gradations, what lies on top, grounds that give way."""

import itertools
from dataclasses import replace

import numpy as np
import pytest

from comicgen.drawing import Contour, Gradient, Path, Tone
from comicgen.geometry import Rect
from comicgen.paint import to_pixels
from comicgen.picture import Shot
from comicgen.picture.sketch import draw
from comicgen.picture.sketch.guides import masks
from comicgen.picture.sketch.light.relief import relieved
from comicgen.picture.sketch.light.topmost import Shapes, Topmost
from comicgen.picture.sketch.marks import Area, Paint, Stroke
from comicgen.picture.sketch.scene import compose
from comicgen.picture.sketch.setting.gradation import polygon, rounded
from comicgen.picture.sketch.sheets.casting import Model, staged
from comicgen.staging import Scenery
from comicgen.staging.camera.framing import View
from comicgen.staging.words.descriptor import read_look

BLACK, GREY = Paint((30, 30, 40), 1.0, True), Paint((120, 120, 120), 0.4)
BARE = View("medium shot", "eye", 0.0, 1.0)


def square(x0, y0, x1, y1, paint=BLACK):
    return Area((np.array([(x0, y0), (x1, y0), (x1, y1), (x0, y1)], dtype=float),), paint)


def test_a_line_over_black_turns_to_paper_and_back():
    line = Stroke(np.stack([np.linspace(10, 90, 81), np.full(81, 50.0)], axis=1), 0.4)
    marks = relieved([square(30, 30, 70, 70), line], 100)
    pieces = [m for m in marks if isinstance(m, Stroke)]
    assert [p.relief for p in pieces] == [False, True, False]
    inner = pieces[1].points[:, 0]
    assert inner.min() == pytest.approx(30, abs=1.5)
    assert inner.max() == pytest.approx(70, abs=1.5)
    assert pieces[0].points[0, 0] == 10
    assert pieces[-1].points[-1, 0] == 90


def test_the_outline_of_black_stays_ink_but_where_black_meets_black():
    def contour(x0, x1):
        corners = [(x0, 30), (x1, 30), (x1, 70), (x0, 70), (x0, 30)]
        return np.concatenate([np.linspace(a, b, 20, endpoint=False) for a, b in itertools.pairwise(corners)])

    back, front = (Stroke(contour(*x), 0.4, closed=True, taper=False) for x in ((20, 60), (40, 80)))
    marks = relieved([square(20, 30, 60, 70), back, square(40, 30, 80, 70), front], 100)
    raised = np.concatenate([m.points for m in marks if isinstance(m, Stroke) and m.relief])
    assert np.abs(raised[:, 0] - 40).max() < 3, "only the edge of the one in front, where the other is behind it"


def test_a_white_patch_on_black_takes_ink_again():
    line = Stroke(np.stack([np.linspace(35, 65, 31), np.full(31, 50.0)], axis=1), 0.4)
    marks = relieved([square(30, 30, 70, 70), square(32, 40, 68, 60, GREY), line], 100)
    assert not any(m.relief for m in marks if isinstance(m, Stroke))


def test_topmost_counts_by_even_and_odd():
    seen = Topmost(100, 2.0)
    ring, hole = square(20, 20, 80, 80).rings[0], square(40, 40, 60, 60).rings[0]
    shapes = Shapes([square(10, 10, 90, 90), Area((ring, hole), GREY)], 2.0)
    seen.lay(shapes, shapes.rings(0), 1)
    seen.lay(shapes, shapes.rings(1), 2)
    points = np.array([(5.0, 5.0), (15.0, 15.0), (30.0, 30.0), (50.0, 50.0), (500.0, 50.0)])
    assert seen.at(points).tolist() == [0, 1, 2, 1, 0]


@pytest.mark.parametrize("squash", [1.0, 0.45, 1.8])
def test_a_round_gradation_has_no_seams_and_the_tones_asked_for(squash):
    whole = square(0, 0, 100, 100, Paint((120, 120, 120), 0.8))
    centre = np.array((45.0, 52.0))
    parts = rounded(whole, centre, (10.0, 0.0), (50.0, 1.0), squash)
    assert sum(polygon(p).area for p in parts) >= polygon(whole).area - 1e-6
    items = []
    for part in parts:
        start, end, first, last = part.fade
        fill = Gradient(start, end, Tone(0.8 * first), Tone(0.8 * last))
        items.append(Path(tuple(Contour(r) for r in part.rings), fill=fill))
    dark = 1 - to_pixels(items, Rect(0, 0, 100, 100), 400, 400, "grey", 4.0) / 255.0
    y, x = (np.mgrid[0:400, 0:400] + 0.5) / 4
    away = np.hypot(x - centre[0], (y - centre[1]) / squash)
    expected = 0.8 * np.clip((away - 10) / 40, 0, 1)
    inside = slice(4, 396)
    assert np.abs(dark - expected)[inside, inside].max() < 0.06, "a cone of a few sides, no white seam"


def figure_pixels(look, scenery=None, shot="medium shot", manner="ink"):
    scenery = scenery or Scenery("void", 0)
    staging = staged([Model(read_look(look))], replace(BARE, shot=shot), scenery)
    size = 500
    pixels = draw(Shot("p", "", "", size, size, staging.seed, staging, "mono", manner)).pixels
    return pixels, next(iter(masks(staging, size, size).values()))


def test_a_black_coat_is_solid_with_white_lines_and_a_white_shirt_is_paper():
    coat, mask = figure_pixels("man, short hair, black suit, black trousers")
    chest = coat[300:480][mask[300:480]]
    assert (chest < 40).mean() > 0.7
    assert 0.005 < (chest > 215).mean() < 0.3
    shirt, mask = figure_pixels("man, short hair, white shirt, white trousers")
    assert (shirt[300:480][mask[300:480]] > 215).mean() > 0.7


def test_colours_are_not_touched_by_values():
    pixels, mask = figure_pixels("man, short hair, navy suit", manner="colour")
    navy = np.array(read_look("man, navy suit").top)
    near = np.abs(pixels[300:480][mask[300:480]].astype(int) - navy).max(axis=1) < 6
    assert near.mean() > 0.4


def test_grounds_of_their_own_light_do_not_give_way():
    staging = staged([Model(read_look("girl, long black hair, black coat"))], BARE, Scenery("beach", 5, "night"))
    scene = compose(staging)
    sky = scene.marks[0]
    assert isinstance(sky, Area)
    assert sky.fixed
    assert sky.fade is not None
    assert sky.fade[0][0] == sky.fade[1][0], "the sky fades downwards still"
    assert len(scene.owners) == len(scene.marks)
    assert all(o < 0 for o in scene.owners[: scene.flat])


def test_the_edge_of_a_figure_is_lit_at_night_only():
    def lights(time):
        staging = staged([Model(read_look("man, short black hair, black suit"))], BARE, Scenery("street", 5, time))
        return [m for f in compose(staging).figures for m in f.marks if isinstance(m, Area) and m.fixed]

    assert lights("night")
    assert not lights("day")
