"""Casting: ages, genders, builds and hair give faces of their own, and the same look always the same face."""

from dataclasses import replace

import numpy as np
import pytest
import shapely
from head_views import BROWN, covered, drawn, head_of, marks_of, print_of, turned

from comicgen.picture.sketch.head.face import head_shape, skin_paint
from comicgen.picture.sketch.head.forms import form_of
from comicgen.picture.sketch.head.hair import mane
from comicgen.picture.sketch.head.mouth import DARK
from comicgen.picture.sketch.head.whiskers import beard_shape
from comicgen.picture.sketch.marks import Area, Stroke
from comicgen.staging import Look, Wear
from comicgen.staging.words.looks import GENDERS

WHITE = (255, 255, 255)
MAN, WOMAN = (Look(age="adult", gender=gender, hair="bald") for gender in ("man", "woman"))
CHILD, GIRL = Look(age="child", hair="bald"), Look(age="teen", gender="woman", hair="bald")
ELDER = Look(age="elder", gender="man", hair="bald")
ALL = [Look(age=age, gender=gender, hair="bald") for age in ("child", "adult", "elder") for gender in GENDERS]


def eye(look: Look) -> tuple[float, float]:
    """Return width and height of an eye's white in heads, seen from before."""
    head = head_of(look)
    whites = [s for s in covered(drawn(look).head.marks, WHITE) if s.area > (0.055 * head.size) ** 2]
    x0, y0, x1, y1 = max(whites, key=lambda s: s.area).bounds
    return (x1 - x0) / head.size, (y1 - y0) / head.size


def width(look: Look, height: float) -> float:
    """Return the width of a face at a height above the chin, in heads, seen from before."""
    head = head_of(look)
    x, y = head.flat((0.0, height, 0.2))
    line = shapely.LineString(((x - 50, y), (x + 50, y)))
    return float(shapely.intersection(line, head_shape(head, "line")[0]).length) / head.size


def strokes(look: Look, **more: object) -> int:
    return sum(isinstance(m, Stroke) for m in marks_of(drawn(look, **more)))  # type: ignore[arg-type]


def test_a_mans_eyes_are_narrower_than_a_womans_and_a_childs_are_the_largest() -> None:
    sizes = [eye(look)[1] for look in (ELDER, MAN, WOMAN, GIRL, CHILD)]
    assert sizes == sorted(sizes)
    assert sizes[1] < 0.72 * sizes[3]


def test_jaws_and_cheeks_follow_gender_age_and_build() -> None:
    jaw = {name: width(look, 0.08) for name, look in {"man": MAN, "woman": WOMAN, "girl": GIRL, "child": CHILD}.items()}
    assert jaw["man"] > 1.2 * jaw["woman"]
    assert jaw["child"] > 1.2 * jaw["girl"]
    builds = [width(replace(MAN, build=build), 0.16) for build in ("slim", "average", "strong", "heavy")]
    assert builds == sorted(builds)
    assert builds[3] > 1.2 * builds[0]
    assert width(ELDER, 0.20) < 0.95 * width(MAN, 0.20)


def test_a_heavy_face_has_a_second_chin_under_the_first() -> None:
    head = head_of(replace(MAN, build="heavy"))
    thin = head_of(MAN)
    low, lower = (head_shape(h, "line")[0].bounds[3] for h in (thin, head))
    assert lower > low + 0.03 * head.size


def test_noses_are_long_on_men_and_buttons_on_children() -> None:
    def reach(look: Look) -> float:
        head = head_of(look, turned(-90))
        return float(head.flat((0.0, 0.4, 0.36))[0] - head_shape(head, "line")[0].bounds[0]) / head.size

    assert min(reach(ELDER), reach(MAN)) > 1.15 * reach(GIRL)
    assert reach(GIRL) > 1.15 * reach(CHILD)


def test_years_add_lines_and_a_grey_moustache_adds_some() -> None:
    assert strokes(ELDER) > strokes(MAN) + 12
    dark, grey = (
        replace(MAN, hair_colour=colour, accessories=(Wear("moustache", colour),))
        for colour in ((60, 42, 32), (150, 150, 156))
    )
    assert strokes(grey) > strokes(dark)
    assert form_of(replace(MAN, hair_colour=(150, 150, 156))).lines == 0


def test_people_of_one_kind_differ_and_one_person_stays_the_same() -> None:
    fair = replace(WOMAN, hair_colour=(236, 214, 150))
    assert form_of(fair) != form_of(WOMAN)
    dressed = replace(WOMAN, outfit="coat", top=(10, 90, 30), accessories=(Wear("scarf", (200, 0, 0)),))
    assert form_of(dressed) == form_of(WOMAN)


@pytest.mark.parametrize("look", ALL, ids=lambda look: f"{look.age} {look.gender}")
@pytest.mark.parametrize("yaw", range(-180, 180, 45))
def test_no_feature_leaves_its_face_at_any_angle(look: Look, yaw: float) -> None:
    for pitch in (-30, 0, 30):
        frame = turned(yaw, pitch)
        head = head_of(look, frame)
        face = head_shape(head, "line")[0]
        ears = shapely.buffer(face, 0.2 * head.size)
        for mark in marks_of(drawn(look, "neutral", frame)):
            points = mark.points if isinstance(mark, Stroke) else np.concatenate(mark.rings)
            assert ears.contains(shapely.MultiPoint(points))
        for white in covered(drawn(look, "neutral", frame).head.marks, WHITE):
            assert shapely.buffer(face, 0.015 * head.size).contains(white)


def test_skin_is_paper_where_it_is_fair_and_screentone_as_it_darkens() -> None:
    tones = [skin_paint(colour).tone for colour in ((250, 222, 203), (198, 140, 100), (128, 84, 60), (82, 54, 40))]
    assert tones[0] == 0.0
    assert tones == sorted(tones)
    assert tones[-1] < 0.5


@pytest.mark.parametrize(("name", "over"), [("beard", False), ("moustache", True)])
def test_a_mouth_opens_over_a_beard_and_under_a_moustache(name: str, over: bool) -> None:
    drawing = drawn(replace(MAN, hair_colour=BROWN, accessories=(Wear(name, BROWN),)), "laugh")
    paints = [m.paint for m in drawing.head.marks if isinstance(m, Area)]
    hair = max(i for i, paint in enumerate(paints) if paint.colour == BROWN and paint.tone)
    assert (hair > paints.index(DARK)) is over


@pytest.mark.parametrize(("yaw", "pitch"), [(30.0, 0.0), (40.0, -20.0), (-60.0, 0.0)])
def test_a_beard_joins_the_hair_and_has_short_hairs_for_an_edge_on_the_cheek(yaw: float, pitch: float) -> None:
    frame, man = turned(yaw, pitch), replace(MAN, hair="side part")
    bearded, head = replace(man, accessories=(Wear("beard", (240, 240, 240)),)), head_of(man, frame)
    assert shapely.intersects(beard_shape(head), mane(man.hair, BROWN, head).front)
    side = 1.0 if head.view[0] >= 0 else -1.0
    edge = head.paper(np.array([(side * 0.20 * head.form.wide, 0.20), (side * 0.29 * head.form.wide, 0.33)]))
    bare = {m.points.tobytes() for m in drawn(man, frame=frame).head.marks if isinstance(m, Stroke)}
    more = [m for m in drawn(bearded, frame=frame).head.marks if isinstance(m, Stroke)]
    near = shapely.buffer(shapely.linestrings(edge), 0.03 * head.size)
    lines = [shapely.linestrings(m.points) for m in more if m.points.tobytes() not in bare]
    short = [line for line in lines if line.intersects(near)]
    assert len(short) > 3
    assert max(line.length for line in short) < 0.35 * head.size


def test_stubble_stays_on_the_jaw() -> None:
    bare, unshaven = MAN, replace(MAN, accessories=(Wear("stubble", (60, 42, 32)),))
    head = head_of(unshaven)
    inside = shapely.buffer(head_shape(head, "line")[0], 0.02 * head.size)
    more = drawn(unshaven).head.marks
    assert len(more) > len(drawn(bare).head.marks) + 20
    assert print_of(drawn(unshaven)) == print_of(drawn(unshaven))
    hairs = [m for m in more if isinstance(m, Stroke) and len(m.points) == 3]
    assert all(inside.contains(shapely.MultiPoint(m.points)) for m in hairs)
