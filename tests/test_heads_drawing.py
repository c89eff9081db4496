"""Heads: every entry of the tables draws and differs, features foreshorten, hair hangs, nothing breaks at any angle."""

from itertools import combinations

import numpy as np
import pytest
import shapely
from head_views import BROWN, before, covered, drawn, marks_of, numbers, print_of, turned
from hypothesis import example, given, settings
from hypothesis import strategies as st

from comicgen.picture.sketch.head import Bearing, draw_head
from comicgen.picture.sketch.head.hair import scalp, style, tresses
from comicgen.picture.sketch.head.mouths import SHAPES
from comicgen.picture.sketch.marks import Stroke
from comicgen.staging import Look, Wear
from comicgen.staging.camera import look_at
from comicgen.staging.words.expressions import EXPRESSIONS
from comicgen.staging.words.looks import AGES, BUILDS, GENDERS, HAIR_STYLES, HEAD_ACCESSORIES

GIRL = Look(age="teen", gender="woman", hair="bob", hair_colour=BROWN)
WHITE = (255, 255, 255)


def look(**traits: object) -> Look:
    return Look(**{"age": "teen", "gender": "woman", "hair": "bob", "hair_colour": BROWN, **traits})  # type: ignore[arg-type]


def differ(prints: dict[str, tuple[object, ...]]) -> None:
    for a, b in combinations(prints, 2):
        assert prints[a] != prints[b], (a, b)


@pytest.mark.parametrize("yaw", [0, -35, 90, 180])
def test_every_hair_style_draws_and_differs_from_every_other(yaw: float) -> None:
    differ({name: print_of(drawn(look(hair=name), frame=turned(yaw))) for name in HAIR_STYLES})


def test_an_unknown_hair_style_is_short() -> None:
    unknown, short = (np.concatenate([lock.points for lock in style(name).locks]) for name in ("beehive", "short"))
    assert np.array_equal(unknown, short)


def test_every_expression_draws_and_differs_from_every_other() -> None:
    differ({name: print_of(drawn(GIRL, name)) for name in EXPRESSIONS})


def test_expressions_still_differ_where_the_head_is_40_pixels_high() -> None:
    differ({name: print_of(drawn(GIRL, name, detail=40)) for name in ("smile", "angry", "sad", "surprised", "laugh")})


def test_every_mouth_an_expression_asks_for_is_in_the_table() -> None:
    assert {e.mouth for e in EXPRESSIONS.values()} <= set(SHAPES)


@pytest.mark.parametrize("yaw", [0, -35, 80])
def test_every_head_accessory_draws_and_differs_from_every_other(yaw: float) -> None:
    plain = {"nothing": print_of(drawn(look(hair="short"), frame=turned(yaw)))}
    worn = {
        name: print_of(drawn(look(hair="short", accessories=(Wear(name, (60, 90, 170)),)), frame=turned(yaw)))
        for name in HEAD_ACCESSORIES
    }
    differ({**plain, **worn})


def test_a_cap_with_a_uniform_is_the_uniforms() -> None:
    cap = (Wear("cap", (40, 56, 100)),)
    assert print_of(drawn(look(accessories=cap))) != print_of(drawn(look(accessories=cap, outfit="uniform")))


def test_ages_genders_and_chibi_draw_and_differ() -> None:
    kinds = {f"{a} {g}": look(age=a, gender=g) for a in AGES[1:4] for g in GENDERS}
    kinds["elder"], kinds["chibi"] = look(age="elder"), look(build="chibi")
    differ({name: print_of(drawn(kind)) for name, kind in kinds.items()})


def eye_whites(yaw: float) -> list[shapely.Geometry]:
    """Return the whites of the eyes from left to right."""
    shapes = covered(drawn(look(hair="slicked back"), frame=turned(yaw)).head.marks, WHITE)
    size = before().scale((0.0, 1.6, 0.0)) * 100 * 0.24
    return sorted((s for s in shapes if s.area > 0.0035 * size * size), key=lambda s: s.centroid.x)


def test_the_far_eye_is_narrower_and_then_hidden() -> None:
    left, right = (s.bounds[2] - s.bounds[0] for s in eye_whites(0))
    assert left == pytest.approx(right, rel=0.02)
    near, far = (s.bounds[2] - s.bounds[0] for s in eye_whites(35))
    assert far < 0.8 * near
    assert len(eye_whites(80)) == 1
    assert eye_whites(130) == []


def test_the_face_seen_from_before_is_symmetrical() -> None:
    rings = np.concatenate(drawn(look(hair="bald")).head.rings)
    middle = 50.0
    assert middle - rings[:, 0].min() == pytest.approx(rings[:, 0].max() - middle, rel=0.01)


@pytest.mark.parametrize(("gaze", "way"), [((3.0, 1.6, 1.0), 1), ((-3.0, 1.6, 1.0), -1)])
def test_the_eyes_turn_to_what_they_look_at(gaze: tuple[float, float, float], way: int) -> None:
    eyes = (63, 111, 168)
    traits = look(hair="bald", eyes=eyes)

    def iris(where: tuple[float, float, float] | None) -> float:
        tint = tuple(round(c * 0.9 + 25.5) for c in eyes)
        return float(np.mean([s.centroid.x for s in covered(drawn(traits, gaze=where).head.marks, tint)]))  # type: ignore[arg-type]

    assert (iris(gaze) - iris(None)) * way > 0.3


@pytest.mark.parametrize("yaw", [-40, -20, 0, 20, 40])
@pytest.mark.parametrize("name", ["neutral", "furious", "scream"])
def test_the_mouth_point_is_inside_the_head_that_faces_the_camera(yaw: float, name: str) -> None:
    drawing = drawn(GIRL, name, turned(yaw))
    assert any(shapely.Polygon(ring).contains(shapely.Point(drawing.mouth)) for ring in drawing.head.rings)


@pytest.mark.parametrize("name", [n for n in HAIR_STYLES if n not in ("bald", "buzz")])
def test_the_asked_hair_colour_takes_a_share_of_the_heads_box(name: str) -> None:
    drawing = drawn(look(hair=name))
    box = shapely.box(drawing.box.x, drawing.box.y, drawing.box.right, drawing.box.bottom)
    hair = shapely.union_all(covered(marks_of(drawing), BROWN))
    assert shapely.intersection(hair, box).area / box.area > 0.14


def test_dark_hair_is_solid_ink_with_white_lines_and_fair_hair_is_paper() -> None:
    dark = drawn(look(hair_colour=(40, 36, 44)))
    assert any(isinstance(m, Stroke) and m.white for m in dark.head.marks)
    assert tresses.hair_paint((40, 36, 44)).black
    assert tresses.hair_paint((236, 214, 150)).tone == 0.0
    assert 0.0 < tresses.hair_paint(BROWN).tone < 0.6


@pytest.mark.parametrize("pitch", [-40, -20, 20])
@pytest.mark.parametrize("name", ["long", "hime", "wavy", "ponytail", "braid"])
def test_hair_hangs_to_the_ground_and_leaves_the_mouth_free(name: str, pitch: float) -> None:
    drawing = drawn(look(hair=name), frame=turned(0, pitch))
    hair = covered(drawing.head.marks, BROWN)
    assert not any(shape.contains(shapely.Point(drawing.mouth)) for shape in hair)


def test_long_hair_seen_from_the_back_lies_before_the_head() -> None:
    def lowest(drawing: object) -> float:
        return float(max(numbers(m)[1::2].max() for m in drawing if not isinstance(m, Stroke)))  # type: ignore[attr-defined]

    front, back = drawn(look(hair="long")), drawn(look(hair="long"), frame=turned(180))
    assert lowest(front.behind.marks) > lowest(front.head.marks) + 20
    assert lowest(back.head.marks) > lowest(front.head.marks) + 20


def test_more_is_drawn_the_larger_the_head_is() -> None:
    counts = [len(marks_of(drawn(GIRL, detail=d))) for d in (40, 120, 400)]
    assert counts == sorted(set(counts))


def test_the_same_head_gives_the_same_marks_with_cold_caches() -> None:
    first = print_of(drawn(GIRL, "smile", turned(20)))
    tresses._solids.cache_clear()
    scalp._scalp.cache_clear()
    assert print_of(drawn(GIRL, "smile", turned(20))) == first


def test_a_head_behind_the_camera_has_no_marks() -> None:
    camera = look_at((0.0, 1.6, -2.0), (0.0, 1.6, -4.0), 2.0, 1.0)
    drawing = draw_head(GIRL, Bearing(), turned(), camera, 100)
    assert marks_of(drawing) == ()
    assert np.isfinite(drawing.mouth).all()


angles = st.floats(-180, 180)


@example(
    turn=(0.0, -81.78191785605398, 38.609028417545005),
    eye=(0.1640625, 1.3897371957411517, 0.29938204633554344),
    hair="hime",
    worn=set(),
    mood="scream",
    kind=("elder", "woman", "average", 15.0),
)
@settings(max_examples=60)
@given(
    turn=st.tuples(angles, st.floats(-90, 90), angles),
    eye=st.tuples(st.floats(-2, 2), st.floats(0.1, 3), st.floats(-2, 2)),
    hair=st.sampled_from(HAIR_STYLES),
    worn=st.sets(st.sampled_from(HEAD_ACCESSORIES), max_size=3),
    mood=st.sampled_from(sorted(EXPRESSIONS)),
    kind=st.tuples(st.sampled_from(AGES), st.sampled_from(GENDERS), st.sampled_from(BUILDS), st.floats(8, 900)),
)
def test_nothing_breaks_at_any_camera(
    turn: tuple[float, float, float],
    eye: tuple[float, float, float],
    hair: str,
    worn: set[str],
    mood: str,
    kind: tuple[str, str, str, float],
) -> None:
    age, gender, build, detail = kind
    wind = (turn[0] / 180, turn[1] / 90, 0.2) if detail > 300 else (0.0, 0.0, 0.0)
    things = tuple(Wear(name, (60, 90, 170)) for name in sorted(worn))
    person = Look(age=age, gender=gender, build=build, hair=hair, accessories=things)
    camera = look_at(eye, (0.0, 1.62, 0.01), 1.8, 1.4)
    drawing = draw_head(person, Bearing(mood, (1.0, 1.0, 1.0), wind), turned(*turn), camera, detail)
    assert np.isfinite((*drawing.mouth, drawing.box.x, drawing.box.y, drawing.box.w, drawing.box.h)).all()
    for mark in marks_of(drawing):
        assert np.isfinite(numbers(mark)).all()
