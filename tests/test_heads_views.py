"""Heads from every side: hair and expressions that no one mixes up, far eyes behind noses, hats, wind."""

from dataclasses import replace
from itertools import combinations

import numpy as np
import pytest
import shapely
from head_views import BROWN, before, covered, drawn, head_of, marks_of, pixels, turned

from comicgen.picture.sketch.head.brows import brow_line
from comicgen.picture.sketch.head.face import head_shape
from comicgen.picture.sketch.head.hair import mane
from comicgen.picture.sketch.head.shapes import hulled
from comicgen.picture.sketch.head.wear import lens_ring
from comicgen.picture.sketch.marks import Area, Stroke
from comicgen.staging import Look, Wear
from comicgen.staging.words.expressions import EXPRESSIONS
from comicgen.staging.words.looks import HAIR_STYLES

GIRL, MAN = Look(age="teen", gender="woman", hair="slicked back"), Look(age="adult", gender="man", hair="side part")
SKIN = GIRL.skin
WHITE = (255, 255, 255)


def hair(name: str, yaw: float, wind: tuple[float, float, float] = (0.0, 0.0, 0.0), hat: str = "") -> shapely.Geometry:
    locks = mane(name, BROWN, head_of(GIRL, turned(yaw)), hat, wind)
    return shapely.union(locks.front, locks.behind)


@pytest.mark.parametrize("yaw", [0, -90, 180])
def test_hair_styles_differ_in_outline_from_the_front_the_side_and_behind(yaw: float) -> None:
    shapes = {name: hair(name, yaw) for name in HAIR_STYLES}
    assert len(shapes) >= 32
    for a, b in combinations(shapes, 2):
        either = shapely.union(shapes[a], shapes[b]).area
        assert shapely.symmetric_difference(shapes[a], shapes[b]).area > 0.075 * either, (a, b)


@pytest.mark.parametrize(("yaw", "least"), [(0, 0.017), (-40, 0.013), (-80, 0.005)])
@pytest.mark.parametrize("look", [GIRL, MAN], ids=["girl", "man"])
def test_every_two_expressions_differ_on_a_face_120_pixels_high(look: Look, yaw: float, least: float) -> None:
    faces = {name: pixels(drawn(look, name, turned(yaw), detail=120.0), signs=False) for name in EXPRESSIONS}
    for a, b in combinations(faces, 2):
        assert np.abs(faces[a] - faces[b]).sum() > least * 120 * 120, (a, b)


@pytest.mark.parametrize("look", [GIRL, MAN], ids=["girl", "man"])
def test_the_far_eye_slides_behind_the_nose_and_never_vanishes_in_one_step(look: Look) -> None:
    one_eyed = replace(look, accessories=(Wear("eyepatch", (30, 30, 40)),))
    seen = []
    for yaw in range(20, 92):
        far = covered(drawn(one_eyed, frame=turned(float(yaw))).head.marks, WHITE)
        seen.append(shapely.union_all(far).area / head_of(look).size ** 2)
    steps = np.abs(np.diff(seen))
    assert seen[0] > 0.004
    assert seen[-1] < 0.1 * seen[0]
    assert steps.max() < 0.05 * seen[0]


@pytest.mark.parametrize("yaw", [35, 50, 60])
def test_no_part_of_the_far_eye_lies_over_the_bridge_of_the_nose(yaw: float) -> None:
    frame = turned(float(yaw))
    head = head_of(MAN, frame)
    nose = shapely.buffer(shapely.union_all(hulled(head.flat(head.nose))), -0.012 * head.size)
    near = head.flat((0.0, 0.3, 0.2))[0]
    far = [w for w in covered(drawn(MAN, frame=frame).head.marks, WHITE) if w.centroid.x > near]
    assert not any(w.intersects(nose) for w in far)


@pytest.mark.parametrize("name", ["cap", "hat", "beanie"])
@pytest.mark.parametrize("style", ["spiky", "messy", "mohawk", "afro"])
def test_no_hair_shows_over_a_hats_rim(name: str, style: str) -> None:
    for yaw in (0, -60, 180):
        head = head_of(GIRL, turned(yaw))
        over = shapely.box(0, 0, 100, float(head.flat((0.0, 0.86, 0.0))[1]))
        locks = mane(style, BROWN, head, name)
        middle = shapely.box(50 - 0.45 * head.size, 0, 50 + 0.45 * head.size, 100)
        assert shapely.intersection(shapely.intersection(locks.front, over), middle).area < 0.002 * head.size**2


def test_a_hood_hides_all_but_the_face_and_nothing_of_it_lies_before_the_eyes() -> None:
    green = (40, 120, 60)
    hooded = Look(age="teen", gender="woman", hair="long", accessories=(Wear("hood", green),))
    for yaw in (0, -40):
        drawing = drawn(hooded, frame=turned(yaw))
        head = head_of(hooded, turned(yaw))
        cloth = shapely.union_all(covered(drawing.head.marks, green))
        eye = head.flat(head.face((0.16, 0.41)))
        assert cloth.area > 0.25 * head.size**2
        assert not cloth.contains(shapely.Point(eye))
        assert cloth.contains(shapely.Point(head.flat((0.0, 1.1, -0.1))))


@pytest.mark.parametrize("name", ["long", "ponytail", "twin tails", "bob", "short", "messy"])
def test_the_wind_blows_hair_away_and_leaves_the_skull_alone(name: str) -> None:
    still, blown = hair(name, 0), hair(name, 0, (0.75, 0.1, 0.0))
    assert blown.centroid.x > still.centroid.x + 0.1
    assert blown.bounds[1] == pytest.approx(still.bounds[1], abs=0.08 * head_of(GIRL).size)


def test_from_behind_the_neck_lies_between_the_jaw_and_the_hair() -> None:
    bald = drawn(Look(hair="bald"), frame=turned(180))
    skins = [covered(layer.marks, SKIN) for layer in (bald.behind, bald.head)]
    jaw, skull = (shapely.union_all(s).bounds[3] for s in skins)
    assert jaw > skull + 5
    fronted = drawn(Look(hair="bald"))
    assert covered(fronted.behind.marks, SKIN) == []


def test_a_small_head_is_a_few_decisive_marks() -> None:
    for name in ("neutral", "laugh", "angry", "cry"):
        marks = marks_of(drawn(GIRL, name, turned(-20), detail=28.0))
        assert len(marks) < 40
        ink = [m for m in marks if isinstance(m, Stroke)]
        assert min(float(np.mean(m.width)) for m in ink) > 0.25 * before().scale((0.0, 1.6, 0.0)) * 24 / 28


def test_extreme_close_ups_draw_lashes_rays_lights_and_the_nose() -> None:
    close, far = (drawn(GIRL, "determined", detail=d) for d in (900.0, 160.0))
    flicks = [m for m in close.head.marks if isinstance(m, Stroke) and isinstance(m.width, np.ndarray) and not m.closed]
    assert len(flicks) > 60
    assert len(marks_of(close)) > 1.5 * len(marks_of(far))
    lights = [s for s in covered(close.head.marks, WHITE) if s.area < 0.002 * head_of(GIRL).size ** 2]
    assert len(lights) >= 4


@pytest.mark.parametrize("name", ["gape", "scream"])
def test_an_open_mouth_lets_the_jaw_down_and_shows_teeth_and_tongue(name: str) -> None:
    mood = {"gape": "shocked", "scream": "scream"}[name]
    shut, wide = drawn(GIRL), drawn(GIRL, mood)
    assert wide.box.bottom > shut.box.bottom + 0.02 * head_of(GIRL).size
    mouth = [m for m in wide.head.marks if isinstance(m, Area) and m.paint.colour in ((106, 31, 44), (228, 132, 132))]
    assert len(mouth) == 2


def test_signs_lie_on_a_rim_of_paper() -> None:
    for name in ("surprised", "confused", "shocked", "asleep", "dizzy", "worried"):
        marks = drawn(GIRL, name).front.marks
        assert marks
        first = marks[0]
        assert first.white if isinstance(first, Stroke) else first.paint.colour == WHITE


CURLY = Look(age="child", gender="man", hair="curly", accessories=(Wear("glasses", (40, 40, 40)),))


@pytest.mark.parametrize("look", [CURLY, GIRL, MAN], ids=["boy", "girl", "man"])
@pytest.mark.parametrize(("yaw", "pitch"), [(0, 0), (0, 45), (-40, 40), (60, 0), (40, -25)])
def test_lenses_stay_before_the_eyes_however_the_head_turns(look: Look, yaw: float, pitch: float) -> None:
    head = head_of(look, turned(yaw, pitch))
    x, y, *_ = head.form.eye
    for side in (1.0, -1.0):
        lens = shapely.make_valid(shapely.polygons(head.flat(lens_ring(head, side))))
        assert lens.contains(shapely.Point(head.paper((side * x, y)))) or side * head.view[0] < -0.7
        assert shapely.difference(lens, head_shape(head, "line")[0]).area < 0.4 * lens.area


@pytest.mark.parametrize(("yaw", "pitch"), [(0, 25), (-30, 40), (20, 45)])
def test_curls_leave_eyes_and_brows_free_where_the_head_is_seen_from_above(yaw: float, pitch: float) -> None:
    head = head_of(CURLY, turned(yaw, pitch))
    front = mane("curly", BROWN, head).front
    x, y, *_ = head.form.eye
    near = 1.0 if head.view[0] >= 0 else -1.0
    brow = brow_line(head, EXPRESSIONS["neutral"], near)
    assert not shapely.contains_xy(front, head.paper(np.array([*brow, (near * x, y)]))).any()
