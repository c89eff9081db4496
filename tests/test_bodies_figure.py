"""Drawn figures: poses, outfits, accessories, held things, animals and robots."""

from dataclasses import replace
from functools import cache
from itertools import combinations

import numpy as np
import pytest
import shapely
from hypothesis import given, settings
from hypothesis import strategies as st

from comicgen.drawing import Colour
from comicgen.picture.sketch.body import Figure, draw_figure, hold_pen, sit
from comicgen.picture.sketch.clothes.garments import draw_trunk
from comicgen.picture.sketch.clothes.worn import WORN
from comicgen.picture.sketch.figure.arms import ON_SLEEVE, draw_arms
from comicgen.picture.sketch.figure.hands import CURLS, hand_pieces
from comicgen.picture.sketch.figure.legs import draw_legs
from comicgen.picture.sketch.held.gear import THINGS, draw_held
from comicgen.picture.sketch.inking import inked
from comicgen.picture.sketch.marks import Area, Stroke
from comicgen.picture.sketch.wardrobe.outfits import OUTFITS, cloth, contrast, dress, leather, luminance
from comicgen.picture.sketch.wardrobe.tailoring import TRIMS
from comicgen.staging import Actor, Look, Wear
from comicgen.staging.camera import Camera, look_at
from comicgen.staging.figure import skeleton
from comicgen.staging.figure.poses import POSES
from comicgen.staging.words.looks import ACCESSORIES, AGES, BUILDS, HEAD_ACCESSORIES, HELD, SPECIES
from comicgen.staging.words.looks import OUTFITS as OUTFIT_NAMES

RED: Colour = (210, 60, 60)
LOOK = Look(gender="woman", height=1.65, top=(90, 140, 200), bottom=(70, 60, 90))
CAMERA = look_at((0.0, 1.2, 4.5), (0.0, 0.85, 0.0), 2.2, 0.9)
SMALL = look_at((0.0, 2.0, 40.0), (0.0, 0.85, 0.0), 2.2, 0.9)


def actor(look: Look = LOOK, pose: str = "standing", yaw: float = 25.0, **more) -> Actor:
    return Actor("a", look, pose, "neutral", (0.0, 0.0, 0.0), yaw, **more)


@cache
def drawn(pose: str, outfit: str) -> Figure:
    return draw_figure(actor(replace(LOOK, outfit=outfit), pose), CAMERA)


def points(figure: Figure) -> np.ndarray:
    parts = [m.points if isinstance(m, Stroke) else np.concatenate(m.rings) for m in figure.marks]
    return np.concatenate([*parts, *figure.silhouette])


def colours(figure: Figure) -> set[Colour]:
    return {m.paint.colour for m in figure.marks if isinstance(m, Area)}


def area(figure: Figure) -> shapely.Geometry:
    shapes = [shapely.make_valid(shapely.Polygon(r)) for r in figure.silhouette if len(r) > 3]
    return shapely.union_all(shapes)


def sound(figure: Figure) -> None:
    assert figure.marks
    assert np.isfinite(points(figure)).all()
    for mark in figure.marks:
        if isinstance(mark, Stroke):
            width = np.broadcast_to(np.asarray(mark.width, dtype=float), len(mark.points))
            assert np.isfinite(width).all()
            assert (width >= 0).all()
        else:
            assert all(r.ndim == 2 and len(r) >= 3 for r in mark.rings)
            assert 0 <= mark.shade <= 1
    assert figure.depth > 0
    assert all(a < b for a, b in zip(*figure.ground, strict=True))


@pytest.mark.parametrize("pose", sorted(POSES))
def test_every_pose_is_drawn(pose):
    figure = drawn(pose, "shirt")
    sound(figure)
    assert figure.head is not None
    shape = area(figure)
    assert shape.area > 60
    largest = max(p.area for p in shapely.get_parts(shape))
    assert largest > 0.93 * shape.area, "the figure falls apart"


def test_every_pose_reads_in_solid_black():
    """From one of two sides no two poses cover each other's silhouette."""
    views = [{p: area(draw_figure(actor(pose=p, yaw=yaw), CAMERA)) for p in sorted(POSES)} for yaw in (25.0, 60.0)]
    for a, b in combinations(sorted(POSES), 2):
        alike = min(v[a].intersection(v[b]).area / v[a].union(v[b]).area for v in views)
        assert alike < 0.90, f"{a} and {b} have the same silhouette"


@pytest.mark.parametrize("gender", ["woman", "man"])
@pytest.mark.parametrize("age", AGES)
def test_builds_can_be_told_apart(gender, age):
    looks = {b: Look(age=age, gender=gender, build=b, height=1.5, hair="buzz cut") for b in BUILDS}
    shapes = {b: area(draw_figure(actor(look, "at attention", 0.0), CAMERA)) for b, look in looks.items()}
    for a, b in combinations(BUILDS, 2):
        apart = shapes[a].symmetric_difference(shapes[b]).area / shapes[a].union(shapes[b]).area
        assert apart > 0.09, f"{a} and {b} look the same"


def sitter(look: Look, pose: str = "standing", yaw: float = 25.0, **more):
    who = actor(look, pose, yaw, **more)
    bones = skeleton(who)
    made = sit(who, bones, hold_pen(bones, CAMERA, 1.0))
    draw_legs(made)
    draw_trunk(made)
    draw_arms(made)
    draw_held(made)
    return made


def depths(made) -> dict[str, float]:
    return {p.name: p.depth for p in made.parts if p.name}


@pytest.mark.parametrize("pose", ["standing", "walking", "running", "bowing", "pulling", "looking up", "sitting"])
@pytest.mark.parametrize("yaw", [0.0, 60.0, -120.0])
def test_cloth_lies_in_the_order_it_is_worn(pose, yaw):
    hanging = depths(sitter(replace(LOOK, outfit="jacket"), pose, yaw))
    assert hanging["top"] < hanging["seat"]
    assert all(hanging[f"{s} thigh"] > hanging["top"] for s in ("left", "right"))
    tucked = depths(sitter(replace(LOOK, outfit="shirt"), pose, yaw))
    assert tucked["seat"] < tucked["top"]


@pytest.mark.parametrize("outfit", ["coat", "trench coat", "lab coat"])
def test_a_coat_opens_before_the_legs(outfit):
    for pose, yaw in (("walking", 60.0), ("running", 60.0), ("standing", 10.0), ("walking", -20.0)):
        found = depths(made := sitter(replace(LOOK, outfit=outfit), pose, yaw))
        legs = [found[f"{s} {part}"] for s in ("left", "right") for part in ("thigh", "shin", "foot")]
        assert found["top"] < min(legs) < found["lining"]
        tails, lining = made.shapes["tails"], made.shapes["lining"]
        assert 0.01 < lining.difference(tails).area / lining.area < 0.6, "open, and still a coat"
    assert "lining" not in depths(sitter(replace(LOOK, outfit=outfit), "walking", 180.0)), "shut from behind"


def test_a_coat_whose_open_front_crosses_itself_on_the_frame_is_drawn():
    child = Look(age="child", gender="woman", height=1.3, outfit="coat")
    near = look_at((0.038303714, 0.8811370, 1.285952746), (0.154847946, 1.1735, 0.336776141), 3.749193, 1.0)
    assert draw_figure(actor(child, "crying", 21.0), near).marks


def test_no_leg_shows_through_a_skirt():
    for outfit in ("dress", "long dress", "kimono", "sailor uniform"):
        for yaw in (0.0, 42.0, 100.0):
            found = depths(sitter(replace(LOOK, outfit=outfit), "walking", yaw))
            assert all(found[f"{s} {part}"] > found["skirt"] for s in ("left", "right") for part in ("thigh", "shin"))


def test_cloth_trails_behind_one_who_runs():
    still, fast = (
        sitter(replace(LOOK, outfit="dress"), p, 60.0).shapes["skirt"].bounds for p in ("standing", "running")
    )
    assert fast[0] < still[0] - 2.0, "facing right, the hem streams to the left"


def test_the_wardrobe_knows_every_name():
    assert tuple(OUTFITS) == OUTFIT_NAMES
    assert all(o.key == k for k, o in OUTFITS.items())
    solids = {"pauldrons", *ON_SLEEVE}
    assert {t for o in OUTFITS.values() for t in o.trims} - set(TRIMS) <= solids
    assert set(THINGS) == set(HELD)
    dressed = {"skirt", "shorts", "gloves", "boots", "collar"}
    assert set(WORN) | dressed == set(ACCESSORIES) - set(HEAD_ACCESSORIES)


@pytest.mark.parametrize("outfit", OUTFIT_NAMES)
def test_every_outfit_is_drawn_in_its_colours(outfit):
    for pose in ("standing", "sitting"):
        figure = drawn(pose, outfit)
        sound(figure)
        assert LOOK.top in colours(figure)
        assert LOOK.skin in colours(figure)
    man = draw_figure(actor(replace(LOOK, outfit=outfit, gender="man", build="heavy"), yaw=160), CAMERA)
    sound(man)


def test_every_outfit_differs_from_the_others():
    seen: dict[str, str] = {}
    for outfit in OUTFIT_NAMES:
        marks = repr(
            [
                np.round(m.points if isinstance(m, Stroke) else m.rings[0], 2).tolist()
                for m in drawn("standing", outfit).marks
            ]
        )
        assert marks not in seen, f"{outfit} looks like {seen[marks]}"
        seen[marks] = outfit


def test_skirts_and_shorts_follow_the_look():
    assert dress(replace(LOOK, outfit="sailor uniform")).bottom == "skirt"
    assert dress(replace(LOOK, outfit="sailor uniform", gender="man")).bottom == "trousers"
    assert dress(replace(LOOK, outfit="t-shirt", age="child")).bottom == "shorts"
    worn = dress(replace(LOOK, outfit="shirt", accessories=(Wear("skirt", RED),)))
    assert (worn.bottom, worn.lower.colour) == ("skirt", RED)
    assert dress(replace(LOOK, accessories=(Wear("boots", RED),))).outfit.shoes == "boot"
    assert dress(replace(LOOK, accessories=(Wear("gloves", RED),))).outfit.gloves


@pytest.mark.parametrize("name", sorted(set(ACCESSORIES) - set(HEAD_ACCESSORIES) - {"collar"}))
def test_every_accessory_of_the_body_shows(name):
    bare = {yaw: draw_figure(actor(yaw=yaw), CAMERA) for yaw in (25.0, 200.0)}
    worn = {yaw: draw_figure(actor(replace(LOOK, accessories=(Wear(name, RED),)), yaw=yaw), CAMERA) for yaw in bare}
    for figure in worn.values():
        sound(figure)
    assert any(
        len(worn[y].marks) != len(bare[y].marks) or not np.array_equal(points(worn[y]), points(bare[y])) for y in bare
    )
    if name not in ("sword",):
        assert any(RED in colours(f) for f in worn.values())


@pytest.mark.parametrize("thing", HELD)
def test_every_held_thing_is_drawn_in_its_colour(thing):
    held = draw_figure(actor(holds=(Wear(thing, RED),)), CAMERA)
    sound(held)
    assert RED in colours(held)
    sound(draw_figure(actor(pose="running", yaw=-60, holds=(Wear(thing, RED),)), CAMERA))


@pytest.mark.parametrize("thing", HELD)
def test_every_held_thing_is_large_enough_to_be_read(thing):
    made = sitter(LOOK, holds=(Wear(thing, RED),))
    shape = shapely.union_all([p.shape for p in made.parts if p.name == "held"])
    left, top, right, bottom = shape.bounds
    assert np.hypot(right - left, bottom - top) > 0.7 * made.pen.head, "as long as most of a head"
    assert shape.area > 0.05 * made.pen.head**2


def test_a_reader_sees_two_pages():
    def white(yaw: float) -> list[float]:
        made = sitter(LOOK, "reading", yaw, holds=(Wear("book", RED),))
        leaves = [p for p in made.parts if p.name == "held"]
        assert len(leaves) == 2
        drawn = inked(made.pen, [p.after for p in leaves])
        return [sum(isinstance(m, Area) and min(m.paint.colour) > 240 for m in marks) for marks in drawn]

    assert min(white(160.0)) > 0, "over the shoulder both pages show"
    assert max(white(20.0)) == 0, "from the front the cover"


@pytest.mark.parametrize("species", SPECIES)
def test_every_species_is_drawn(species):
    look = Look(species=species, height=1.0, hair_colour=RED, top=RED, outfit="suit")
    shapes = []
    for pose in ("standing", "walking", "running", "sitting", "lying"):
        figure = draw_figure(actor(look, pose, 65.0), CAMERA)
        sound(figure)
        assert RED in colours(figure)
        assert figure.head is not None
        if pose != "sitting" or species not in ("horse", "bird"):
            shapes.append(area(figure))
    for i, a in enumerate(shapes):
        assert all(a.intersection(b).area / a.union(b).area < 0.97 for b in shapes[i + 1 :])


def test_left_is_the_figures_left():
    front = draw_figure(actor(pose="at attention", yaw=0.0, holds=(Wear("bag", RED),)), CAMERA)
    bag = np.concatenate([r for m in front.marks if isinstance(m, Area) and m.paint.colour == RED for r in m.rings])
    assert bag[:, 0].mean() < 45.0, "the right hand is at the frame's left"


def test_farther_figures_are_smaller_and_simpler():
    near, far = draw_figure(actor(), CAMERA), draw_figure(actor(), SMALL)
    assert far.depth > 5 * near.depth
    assert area(far).area < area(near).area / 20
    assert len(far.marks) < len(near.marks) * 0.8
    assert len(draw_figure(actor(), CAMERA, 0.1).marks) < len(near.marks)


def test_who_is_behind_the_camera_is_not_drawn():
    figure = draw_figure(replace(actor(), position=(0.0, 0.0, 9.0)), CAMERA)
    assert figure.marks == ()
    assert figure.head is None


def test_the_same_actor_is_drawn_the_same():
    one, two = (draw_figure(actor(pose="fighting"), CAMERA) for _ in range(2))
    assert len(one.marks) == len(two.marks)
    assert np.array_equal(points(one), points(two))


def test_a_figure_stands_in_its_box():
    figure = drawn("standing", "shirt")
    low, high = figure.ground
    assert low[1] == pytest.approx(0.0, abs=0.03)
    assert 1.5 < high[1] < 1.9


@settings(max_examples=40)
@given(
    st.tuples(st.floats(-3, 3), st.floats(0.05, 4), st.floats(-3, 3)),
    st.sampled_from(sorted(POSES)),
    st.sampled_from(OUTFIT_NAMES),
    st.sampled_from(SPECIES),
    st.floats(0.6, 3.0),
)
def test_any_camera_sees_a_sound_figure(eye, pose, outfit, species, focal):
    camera: Camera = look_at(eye, (0.0, 0.9, 0.0), focal, 1.0)
    figure = draw_figure(
        actor(replace(LOOK, outfit=outfit, species=species), pose, holds=(Wear("umbrella", RED),)), camera
    )
    if figure.marks:
        assert np.isfinite(points(figure)).all()


@pytest.mark.parametrize("shape", sorted(CURLS))
def test_every_hand_shape_has_its_own_outline(shape):
    from comicgen.picture.sketch.hulls import outline
    from comicgen.staging.figure import Frame

    frame = Frame((0.0, 0.9, 0.0), (1.0, 0.0, 0.0), (0.0, 1.0, 0.0), (0.0, 0.0, 1.0))
    mine = outline(hand_pieces(frame, shape, 0.24), CAMERA)
    assert mine.area > 1
    for other in set(CURLS) - {shape, *(("flat", "pray") if shape in ("flat", "pray") else ())}:
        theirs = outline(hand_pieces(frame, other, 0.24), CAMERA)
        assert mine.symmetric_difference(theirs).area > 0.02 * mine.area


def test_darker_cloth_has_a_denser_tone():
    tones = [cloth((v, v, v)).tone for v in (250, 200, 150, 100, 50, 10)]
    assert tones == sorted(tones)
    assert tones[0] == 0
    assert leather((30, 30, 30)).black
    assert not leather((200, 180, 160)).black
    assert abs(luminance(contrast((250, 250, 250))) - luminance((250, 250, 250))) > 0.2


def test_arms_spread_are_wider_than_the_body_and_level_with_the_shoulders() -> None:
    bones = skeleton(actor(pose="arms spread"))
    hands, shoulders = (
        np.array([bones[f"{s} {j}"] for s in ("left", "right")]) for j in ("hand", "shoulder")
    )  # fmt: skip
    span = float(np.linalg.norm(hands[0] - hands[1]))
    assert span > 2.6 * float(np.linalg.norm(shoulders[0] - shoulders[1]))
    assert np.abs(hands[:, 1] - shoulders[:, 1]).max() < 0.25


@pytest.mark.parametrize("outfit", OUTFITS)
def test_what_of_an_outfit_lies_off_the_frame_is_left_out(outfit):
    """A head, a bust, a hand: from near, and from straight before and behind, where cloth is seen edge on."""
    for pose, side in (("running", 1.0), ("falling", -1.0)):
        who = actor(replace(LOOK, outfit=outfit), pose, 0.0)
        bones = skeleton(who)
        for joint, far in (("head", 0.9), ("chest", 1.2), ("left wrist", 0.7), ("right knee", 0.8)):
            x, y, z = (float(v) for v in (bones.head.origin if joint == "head" else bones[joint]))
            near = look_at((x + 0.05, y + 0.1, z + side * far), (x, y, z), 2.2, 1.0)
            assert np.isfinite(points(draw_figure(who, near))).all()
