"""Hands out of sleeves, folded arms, shoulders that go on into sleeves: what is inked where two parts meet."""

from dataclasses import replace

import numpy as np
import pytest
import shapely

from comicgen.picture.sketch.body import draw_figure, hold_pen, sit
from comicgen.picture.sketch.clothes.garments import draw_trunk
from comicgen.picture.sketch.figure.arms import draw_arms
from comicgen.picture.sketch.figure.legs import draw_legs
from comicgen.picture.sketch.figure.limb import SIDES
from comicgen.picture.sketch.hulls import hull
from comicgen.picture.sketch.inking import inked
from comicgen.picture.sketch.loft import on_frame
from comicgen.picture.sketch.marks import Area, Stroke
from comicgen.picture.sketch.shade import crescents
from comicgen.staging import Actor, Look, Wear
from comicgen.staging.camera import look_at
from comicgen.staging.figure import skeleton

LOOK = Look(age="adult", gender="woman", outfit="sweater")
NEAR = look_at((0.0, 1.3, 2.0), (0.0, 1.2, 0.0), 1.6, 1.0)


def sitter(pose: str, yaw: float = 25.0, outfit: str = "sweater"):
    who = Actor("a", replace(LOOK, outfit=outfit), pose, "neutral", (0.0, 0.0, 0.0), yaw)
    bones = skeleton(who)
    made = sit(who, bones, hold_pen(bones, NEAR, 1.0))
    draw_legs(made)
    draw_trunk(made)
    draw_arms(made)
    return made


def part(made, name: str):
    return next((p for p in made.parts if p.name == name), None)


def ink(made, of) -> shapely.Geometry:
    strokes = [m for m in inked(made.pen, [[of]])[0] if isinstance(m, Stroke) and len(m.points) > 1]
    return shapely.union_all([shapely.LineString(s.points) for s in strokes])


@pytest.mark.parametrize("pose", ["thinking", "phone", "standing", "shrugging", "waving", "offering"])
@pytest.mark.parametrize("yaw", [25.0, -30.0])
def test_a_hand_that_comes_out_of_a_sleeve_is_inked_all_round(pose: str, yaw: float) -> None:
    made = sitter(pose, yaw)
    for side in SIDES:
        hand, sleeve = part(made, f"{side} hand"), part(made, f"{side} forearm")
        rim = shapely.get_coordinates(hand.shape.exterior)
        bare = rim[~shapely.contains_xy(sleeve.shape.buffer(0.1), rim)]
        gap = shapely.distance(shapely.points(bare), ink(made, hand))
        assert float(np.max(gap)) < 0.09 * made.pen.head


def test_folded_arms_tuck_one_hand_away_or_lay_it_on_the_arm() -> None:
    shown = []
    for yaw in (-30.0, 25.0):
        made = sitter("arms crossed", yaw)
        hands = [s for s in SIDES if part(made, f"{s} hand") is not None]
        shown.append(len(hands))
        for side in set(SIDES) - set(hands):
            other = next(s for s in SIDES if s != side)
            sleeve = part(made, f"{side} forearm")
            assert part(made, f"{other} upper arm").depth < sleeve.depth
            mouth = hull(np.array([made.bones[f"{side} wrist"]] * 3) + np.eye(3) * 0.01, NEAR)
            assert part(made, f"{other} upper arm").shape.buffer(1.0).intersects(mouth)
    assert min(shown) == 1


@pytest.mark.parametrize("outfit", ["sweater", "t-shirt", "suit"])
def test_no_line_parts_a_far_shoulder_from_its_sleeve(outfit: str) -> None:
    made = sitter("standing", 40.0, outfit)
    far = max(SIDES, key=lambda s: made.z(made.bones[f"{s} shoulder"]))
    shoulder = made.pen.flat(made.bones[f"{far} shoulder"])
    line = ink(made, replace(part(made, "top"), after=[]))
    near = shapely.Point(shoulder).buffer(0.22 * made.pen.head)
    sleeve = made.shapes.get(f"{far} sleeve", made.shapes[f"{far} upper arm"])
    crossing = shapely.intersection(shapely.intersection(line, near), sleeve.buffer(-0.02 * made.pen.head))
    assert crossing.length < 0.08 * made.pen.head


def test_the_shade_of_a_sleeve_grows_out_of_its_joint() -> None:
    made = sitter("standing")
    arm = part(made, "right upper arm")
    (shade,) = crescents(made.pen, [arm])[arm]
    area = shapely.union_all([shapely.Polygon(r) for r in shade.rings])
    shoulder, elbow = (made.pen.flat(made.bones[f"right {j}"]) for j in ("shoulder", "elbow"))
    along = (elbow - shoulder) / np.linalg.norm(elbow - shoulder)
    across = np.array((-along[1], along[0]))
    widths = []
    for t in (0.2, 0.45):
        at = shoulder + t * (elbow - shoulder)
        cut = shapely.LineString([at - 20 * across, at + 20 * across])
        widths.append(shapely.intersection(area, cut).length)
    assert widths[0] < 0.75 * widths[1]


@pytest.mark.parametrize("eye", [0.4, 1.3, 2.2, 3.0])
def test_an_umbrella_covers_the_head_but_not_the_face_from_any_height(eye: float) -> None:
    camera = look_at((0.4, eye, 3.4), (0.0, 1.2, 0.0), 1.6, 1.0)
    who = Actor("a", LOOK, "standing", "neutral", (0.0, 0.0, 0.0), 10.0, holds=(Wear("umbrella", (200, 40, 40)),))
    figure = draw_figure(who, camera)
    head = figure.bones.head
    face = shapely.Point(on_frame(np.array(head.at((0.0, 0.35, 0.38))), camera))
    top = next(
        (m.paint.colour for m in reversed(figure.marks) if isinstance(m, Area) and _covers(m, face)), (0, 0, 0)
    )  # fmt: skip
    assert top == LOOK.skin
    canopy = [m for m in figure.marks if isinstance(m, Area) and m.paint.colour[0] > 2 * m.paint.colour[1] + 20]
    left, _, right, _ = shapely.union_all([shapely.Polygon(r).buffer(0) for m in canopy for r in m.rings]).bounds
    assert figure.head is not None
    assert left < figure.head[0]
    assert right > figure.head[2]


@pytest.mark.parametrize("yaw", [10.0, 100.0, 190.0])
def test_an_umbrella_seen_from_on_top_covers_head_and_shoulders(yaw: float) -> None:
    camera = look_at((0.0, 6.0, 2.6), (0.0, 1.2, 0.0), 1.6, 1.0)
    who = Actor("a", LOOK, "walking", "neutral", (0.0, 0.0, 0.0), yaw, holds=(Wear("umbrella", (200, 40, 40)),))
    figure = draw_figure(who, camera)
    bones = figure.bones
    for spot in (bones.head.at((0.0, 0.6, 0.0)), bones["neck"], (bones["left shoulder"] + bones["neck"]) / 2):
        point = shapely.Point(on_frame(np.array(spot), camera))
        top = next(m for m in reversed(figure.marks) if isinstance(m, Area) and _covers(m, point))
        assert top.paint.colour == (200, 40, 40)


def _covers(area: Area, point: shapely.Point) -> bool:
    return sum(shapely.Polygon(r).buffer(0).contains(point) for r in area.rings) % 2 == 1


@pytest.mark.parametrize("eye", [1.3, 2.4])
def test_a_sweater_hangs_over_the_waist_of_a_skirt_even_on_a_lap(eye: float) -> None:
    look = replace(
        LOOK, outfit="sweater", top=(60, 160, 60), bottom=(200, 40, 40), accessories=(Wear("skirt", (200, 40, 40)),)
    )
    camera = look_at((0.6, eye, 3.4), (0.0, 0.8, 0.0), 1.6, 1.0)
    figure = draw_figure(Actor("a", look, "sitting", "neutral", (0.0, 0.0, 0.0), 10.0), camera)
    pelvis, chest = figure.bones.pelvis, figure.bones.chest
    spots = {"sweater": (pelvis, (0.0, 0.16, 0.13)), "skirt": (pelvis, (0.0, 0.03, 0.34))}
    seen = {}
    for name, (frame, offset) in spots.items():
        point = shapely.Point(on_frame(frame.at(offset), camera))
        seen[name] = next(m.paint.colour for m in reversed(figure.marks) if isinstance(m, Area) and _covers(m, point))
    assert chest.origin[1] > pelvis.origin[1]
    assert seen["sweater"][1] > seen["sweater"][0]
    assert seen["skirt"][0] > seen["skirt"][1]


@pytest.mark.parametrize("yaw", [10.0, 25.0, -30.0])
def test_no_crease_of_a_thigh_lies_on_the_sweater_of_one_who_sits(yaw: float) -> None:
    made = sitter("sitting and drinking", yaw)
    laps = [p for p in made.parts if p.name.endswith(" lap")]
    assert laps
    for lap in laps:
        creases = [m.points for m in lap.after if isinstance(m, Stroke)]
        assert all(shapely.contains_xy(lap.shape.buffer(0.1), line).all() for line in creases)


@pytest.mark.parametrize("yaw", [-40.0, -20.0, 20.0, 40.0])
def test_short_sleeves_stay_on_the_arms_that_are_folded(yaw: float) -> None:
    made = sitter("arms crossed", yaw, "t-shirt")
    for side in SIDES:
        assert part(made, f"{side} sleeve").depth < part(made, f"{side} upper arm").depth
