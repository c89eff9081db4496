"""The side view of faces, faces under hats, and the side of heads and figures that lies in shade."""

import math
from dataclasses import replace

import numpy as np
import pytest
import shapely
from director_panels import cast, panel, script
from head_views import before, covered, drawn, head_of, turned
from hypothesis import example, given, settings
from hypothesis import strategies as st

from comicgen.picture.sketch.body import draw_figure
from comicgen.picture.sketch.head import Bearing, draw_head
from comicgen.picture.sketch.head.face import head_shape
from comicgen.picture.sketch.head.hair import mane
from comicgen.picture.sketch.light.lee import lee_side
from comicgen.picture.sketch.marks import Area, Stroke
from comicgen.staging import Look, Wear, anchors, stage
from comicgen.staging.camera import look_at
from comicgen.staging.words.descriptor import read_look
from comicgen.staging.words.looks import HAIR_STYLES

WOMAN, MAN = Look(gender="woman", hair="slicked back"), Look(gender="man", hair="slicked back")
NAVY = (36, 60, 106)
GUARD = Look(gender="man", hair="short", outfit="uniform", accessories=(Wear("cap", NAVY),))


def edge(look: Look, height: float) -> float:
    """Return how far a face in profile reaches at a height above the chin, in head heights before the skull's axis."""
    head = head_of(look, turned(90))
    y = float(head.flat((0.0, height, 0.0))[1])
    row = shapely.intersection(head_shape(head, "flat")[0], shapely.LineString([(0, y), (100, y)]))
    return (row.bounds[2] - float(head.flat((0.0, height, 0.0))[0])) / head.size


@pytest.mark.parametrize("look", [WOMAN, MAN], ids=["woman", "man"])
def test_a_profile_swings_from_brow_to_nose_to_lips_to_chin(look: Look) -> None:
    brow, bridge, tip, lip, hollow, chin = (edge(look, y) for y in (0.53, 0.44, 0.26, 0.178, 0.10, 0.05))
    assert brow > bridge + 0.008
    assert tip > max(brow, lip) + 0.03
    assert lip > hollow + 0.012
    assert chin > hollow - 0.02
    assert edge(look, 0.0) < chin - 0.03


@pytest.mark.parametrize("look", [WOMAN, MAN], ids=["woman", "man"])
def test_turned_by_60_degrees_the_nose_stands_clear_of_the_far_cheek(look: Look) -> None:
    head = head_of(look, turned(60))
    tip = float(head.flat((0.0, head.form.nose.tip, head.form.nose.reach))[0])
    cheek = max(
        float(p[0]) for p in head.flat(head.skull()).reshape(-1, 2) if abs(p[1] - head.flat((0, 0.3, 0))[1]) < 1
    )
    assert tip > cheek + 0.01 * head.size


@pytest.mark.parametrize("pitch", [-26, -14, 0, 10])
@pytest.mark.parametrize("hat", ["cap", "hat", "beanie"])
def test_no_hat_hides_the_eyes_from_before_or_from_below(hat: str, pitch: int) -> None:
    look = replace(GUARD, accessories=(Wear(hat, NAVY),))
    frame = turned(0, pitch)
    head, marks = head_of(look, frame), drawn(look, frame=frame).head.marks
    last = max(k for k, m in enumerate(marks) if isinstance(m, Area) and m.paint.colour == (255, 255, 255))
    eyes = [shapely.Point(head.flat(head.face((s * 0.16, 0.43)))) for s in (1, -1)]
    over = [shapely.Polygon(r).buffer(0) for m in marks[last + 1 :] if isinstance(m, Area) for r in m.rings]
    hulls = [c for c in covered(marks, NAVY) if c.area > 0.02 * head.size**2]
    assert over
    assert not any(c.contains(e) for c in hulls for e in eyes)


@pytest.mark.parametrize("yaw", [0, -35, 35])
def test_hair_under_a_cap_lies_close_to_the_head(yaw: int) -> None:
    head = head_of(GUARD, turned(yaw))
    hair = mane("short", (90, 60, 40), head, "uniform cap")
    skull = head_shape(head, "flat")[0].buffer(0.115 * head.size)
    temple = shapely.box(0, float(head.flat((0, 0.62, 0))[1]), 100, float(head.flat((0, 0.42, 0))[1]))
    assert shapely.difference(shapely.intersection(hair.front, temple), skull).area < 0.0005 * head.size**2


def test_a_hat_is_part_of_the_heads_outline() -> None:
    frame = turned(90)
    bare, worn = (drawn(look, frame=frame).head.rings for look in (replace(GUARD, accessories=()), GUARD))
    visor = shapely.Point(head_of(GUARD, frame).flat((0.0, 0.68, 0.60)))
    assert not any(shapely.Polygon(r).contains(visor) for r in bare)
    assert any(shapely.Polygon(r).contains(visor) for r in worn)


def shade_middle(marks) -> float:
    """Return where on the frame the shades lie, as a mean weighed by area."""
    shades = [shapely.Polygon(r) for m in marks if isinstance(m, Area) and 0.3 < m.shade < 0.5 for r in m.rings]
    areas = np.array([s.area for s in shades])
    return float(areas @ [s.centroid.x for s in shades] / areas.sum())


def test_shade_lies_on_the_side_away_from_the_light() -> None:
    look = Look(gender="woman", hair="bald")
    right, left = (draw_head(look, Bearing(lee=lee), turned(), before(), 160.0).head.marks for lee in (1.0, -1.0))
    assert shade_middle(right) > 51
    assert shade_middle(left) < 49


def test_figures_are_shaded_from_the_light_of_the_place() -> None:
    staging = stage(panel(cast("ken", "standing"), place="street"), 1.0, script())
    (actor,) = staging.actors
    actor = replace(actor, look=read_look("man, bald, white shirt"))
    middles = []
    for lee in (1.0, -1.0):
        figure = draw_figure(actor, staging.camera, lee=lee)
        shades = [r for m in figure.marks if isinstance(m, Area) and m.shade == 0.8 for r in m.rings]
        areas = np.array([shapely.Polygon(r).area for r in shades])
        middles.append(float(areas @ [r[:, 0].mean() for r in shades] / areas.sum()))
    assert middles[0] > middles[1] + 1.0


def test_the_light_of_a_scene_stays_where_it_is_when_the_camera_goes_round() -> None:
    scenery = stage(panel(cast("ken", "standing"), place="street"), 1.0, script()).scenery
    round_ = [2 * math.pi * k / 12 for k in range(12)]
    sides = [
        lee_side(scenery, look_at((5 * math.sin(a), 1.5, 5 * math.cos(a)), (0.0, 1.5, 0.0), 1.5, 1.0)) for a in round_
    ]
    assert set(sides) == {1.0, -1.0}
    assert sum(a != b for a, b in zip(sides, sides[1:] + sides[:1], strict=True)) == 2


@pytest.mark.parametrize("expression", ["laugh", "sad", "asleep", "confused", "smirk", "cry", "furious"])
@pytest.mark.parametrize("angle", ["eye", "high", "low"])
def test_the_drawn_mouth_is_where_the_balloons_are_told_it_is(expression: str, angle: str) -> None:
    said = panel(cast("mei", "standing", expression), shot="medium close-up", angle=angle, place="street")
    staging = stage(said, 1.0, script())
    (anchor,), (actor,) = anchors(staging), staging.actors
    figure = draw_figure(actor, staging.camera)
    x, y = (100.0 * v for v in anchor.mouth)
    assert math.dist(figure.mouth, (x, y)) < 0.035 * 100.0 * anchor.head.h


def test_who_is_said_to_be_soaked_gets_wet_hair_and_nobody_else() -> None:
    told = stage(panel(cast("mei"), cast("ken"), action="Mei is soaked, Ken waves"), 1.5, script())
    wet = {a.character: a.wet for a in told.actors}
    assert wet == {"mei": True, "ken": False}


@pytest.mark.parametrize("style", ["messy", "spiky", "bob", "long", "ponytail"])
def test_wet_hair_clings_hangs_lower_and_drips(style: str) -> None:
    look = Look(gender="woman", hair=style)
    dry, wet = (draw_head(look, Bearing(wet=w), turned(20), before(), 200.0) for w in (False, True))
    head = head_of(look, turned(20))
    areas = [shapely.union_all([shapely.Polygon(r).buffer(0) for r in d.head.rings]).area for d in (dry, wet)]
    assert areas[1] < areas[0]
    drops = covered(wet.head.marks, (232, 242, 250))
    assert drops
    assert not covered(dry.head.marks, (232, 242, 250))
    for eye in (head.flat(head.face((s * head.form.eye[0], head.form.eye[1]))) for s in (1, -1)):
        assert not any(d.contains(shapely.Point(eye)) for d in drops)


@pytest.mark.parametrize("hat", ["", "cap", "uniform", "hat", "beanie"])
@settings(max_examples=12)
@example("ringlets", 65, 19)
@given(st.sampled_from(sorted(HAIR_STYLES)), st.integers(-180, 180), st.integers(-28, 24))
def test_no_line_strays_from_the_head_and_its_hat(hat: str, hair: str, yaw: int, pitch: int) -> None:
    worn = (Wear("cap" if hat == "uniform" else hat, NAVY),) if hat else ()
    look = Look(gender="man", hair=hair, outfit="uniform" if hat == "uniform" else "shirt", accessories=worn)
    drawing = drawn(look, frame=turned(yaw, pitch), detail=400.0)
    layers = (drawing.behind, drawing.head)
    areas = [shapely.Polygon(r).buffer(0) for at in layers for m in at.marks if isinstance(m, Area) for r in m.rings]
    whole = shapely.union_all(areas).buffer((0.06 if hat else 0.13) * head_of(look).size)
    lines = [m.points for at in layers for m in at.marks if isinstance(m, Stroke)]
    assert all(shapely.contains_xy(whole, line).all() for line in lines)


@pytest.mark.parametrize("pitch", [-12, 0, 15])
def test_the_bar_of_headphones_goes_over_the_head(pitch: int) -> None:
    look = Look(gender="woman", hair="short", accessories=(Wear("headphones", NAVY),))
    frame = turned(0, pitch)
    bar = shapely.union_all(covered(drawn(look, frame=frame).head.marks, NAVY))
    assert bar.contains(shapely.Point(head_of(look, frame).flat((0.0, 1.106, -0.03))))
