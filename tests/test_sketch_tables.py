"""Those who sit at tables share one that nobody is inside of; what stands there already gives way."""

from itertools import product

import numpy as np
import pytest
import shapely
from director_panels import CAST, HERE, cast, panel, script

from comicgen.picture.sketch.body import draw_figure
from comicgen.picture.sketch.scene import compose
from comicgen.picture.sketch.seats import own_things
from comicgen.picture.sketch.setting.yielding import footprint, given_way
from comicgen.picture.sketch.tables import shared_table
from comicgen.staging import stage
from comicgen.staging.sets import build_set
from comicgen.story import Character

BOOK = script()


def staged(pose, place, size, ways=("", "")):
    rows = zip((("mei", 0.28), ("ken", 0.72)), ways, strict=True)
    people = [cast(k, pose, at=x, facing=way) for (k, x), way in rows]
    staging = stage(panel(*people, place=place, shot=size[0]), size[1], BOOK)
    figures = tuple(draw_figure(a, staging.camera) for a in staging.actors)
    return staging, figures, own_things(staging, figures)


@pytest.mark.parametrize("place", ["kitchen", "living room"])
@pytest.mark.parametrize("ways", [("ken", "mei"), ("camera", "camera"), ("camera", "mei")])
def test_two_who_eat_share_one_table(place, ways):
    for size in (("full shot", 1.1), ("medium shot", 1.4)):
        staging, figures, brought = staged("eating", place, size, ways)
        asked, chairs = sum(a.desk == "table" for a in staging.actors), sum(bool(a.seat) for a in staging.actors)
        tables = brought[chairs:]
        assert len(tables) == min(asked, 1), (size, asked)
        for figure in figures:
            x, _, z = figure.bones.pelvis.origin
            assert not any(footprint(t).contains(shapely.Point(x, z)) for t in tables), size


def test_who_eats_together_sits_at_the_set_s_table_or_at_one_brought():
    for ways, at in product((("camera", "camera"), ("ken", "mei"), ("", "")), ("high", "eye")):
        two = [cast(k, "eating", at=x, facing=w) for (k, x), w in zip((("mei", 0.2), ("ken", 0.8)), ways, strict=True)]
        staging = stage(panel(*two, place="kitchen", shot="medium shot", angle=at), 2.0, BOOK)
        assert len({a.desk for a in staging.actors}) == 1, ways


def test_those_who_sit_back_to_back_share_none():
    hips = np.array(((-0.5, 0.5, 0.0), (0.5, 0.5, 0.0)))
    assert not shared_table(hips, (-90.0, 90.0))
    assert shared_table(hips * 2, (90.0, -90.0))


def test_pupils_sit_at_school_desks_and_those_of_the_set_give_way():
    staging, _, brought = staged("writing", "classroom", ("full shot", 1.8))
    assert {a.desk for a in staging.actors} <= {"", "school desk"}
    place = build_set("classroom", staging.scenery.seed)
    left = given_way(place, brought, np.array([a.position for a in staging.actors]))
    assert len(left.solids) < len(place.solids)


def test_a_kitchen_has_one_table():
    staging, _, brought = staged("eating", "kitchen", ("full shot", 2.0), ("ken", "mei"))
    place = build_set("kitchen", staging.scenery.seed)
    left = given_way(place, brought, np.array([a.position for a in staging.actors]))
    tops = [s for s in left.solids if 0.7 < s.corners[:, 1].max() < 0.8 and np.ptp(s.corners[:, 0]) > 1.0]
    assert brought
    assert not tops


@pytest.mark.parametrize(
    ("pose", "place"), [("writing", "classroom"), ("writing", "bedroom"), ("typing", "office"), ("typing", "")]
)
@pytest.mark.parametrize("angle", ["eye", "high"])
@pytest.mark.parametrize("facing", ["left", "right", "camera"])
def test_hands_are_drawn_over_the_table_they_lie_on(pose, place, angle, facing):
    who, shot = cast("ken", pose, at=0.45, facing=facing), "medium shot" if place else "full shot"
    staging = stage(panel(who, place=place, shot=shot, angle=angle), 1.17, BOOK)
    scene = compose(staging, values=False)
    (figure,) = scene.figures
    hand, drawn = np.array(figure.bones["right wrist"]), {id(m): k for k, m in enumerate(scene.marks)}
    boards = [p for p in scene.solids if 0.6 < p.corners[:, 1].max() < 0.78 and np.ptp(p.corners[:, 1]) < 0.1]
    tops = [
        p for p in boards if shapely.MultiPoint(p.corners[:, [0, 2]]).convex_hull.contains(shapely.Point(hand[[0, 2]]))
    ]
    assert figure.laid
    assert tops
    first = min(drawn[id(m)] for m in figure.laid.marks)
    assert all(drawn[id(m)] < first for p in tops for m in p.marks if id(m) in drawn)


def test_one_who_drives_in_the_open_has_a_car_about_and_a_wheel_in_hand():
    staging = stage(panel(cast("ken", "driving", facing="right"), place="countryside", shot="full shot"), 1.3, BOOK)
    figures = tuple(draw_figure(a, staging.camera) for a in staging.actors)
    car, wheel = own_things(staging, figures)
    ground = footprint(car)
    assert ground.contains(shapely.Point(*np.array(figures[0].bones.pelvis.origin)[[0, 2]]))
    assert ground.area > 5.0
    hands = [np.array(figures[0].bones[f"{side} wrist"]) for side in ("left", "right")]
    assert max(np.linalg.norm(np.array(wheel[0].at) - h) for h in hands) < 0.4


@pytest.mark.parametrize(("place", "sea"), [("beach", True), ("sea", True), ("", True), ("riverside", False)])
def test_who_swims_lies_in_the_water(place, sea):
    staging = stage(panel(cast("mei", "swimming", facing="left"), place=place, shot="full shot"), 1.3, BOOK)
    assert (staging.scenery.place == "open sea") == sea
    bones = draw_figure(staging.actors[0], staging.camera).bones
    assert 0.0 < bones.pelvis.origin[1] < 0.15
    assert bones["left ankle"][1] < 0.4


def test_who_stands_by_keeps_the_place_of_a_swimmer():
    both = [cast("mei", "swimming", at=0.3), cast("ken", at=0.75)]
    assert stage(panel(*both, place="beach", shot="full shot"), 1.6, BOOK).scenery.place == "beach"


@pytest.mark.parametrize("angle", ["eye", "high"])
def test_the_head_of_a_hugged_dog_is_over_the_arms(angle):
    dog = Character("dog", "Dog", "brown dog", HERE)
    book = script(characters=[*CAST.values(), dog])
    two = [cast("mei", "hugging", at=0.35), cast("dog", "sitting", at=0.65, character=dog)]
    scene = compose(stage(panel(*two, place="park", shot="medium shot", angle=angle), 1.2, book), values=False)
    drawn = {id(m): k for k, m in enumerate(scene.marks)}
    girl, hound = scene.figures
    arms = [drawn[id(m)] for m in girl.touch]
    assert arms
    assert min(drawn[id(m)] for m in hound.crown) > max(arms)


@pytest.mark.parametrize("look", ["tall man, suit", "small boy, shorts"])
def test_one_who_cycles_holds_the_bar_and_treads_the_pedals(look):
    rider = Character("rider", "Rider", look, HERE)
    one = cast("rider", "riding a bicycle", facing="right", character=rider)
    staging = stage(panel(one, place="park", shot="full shot"), 1.3, script(characters=[rider]))
    (actor,) = staging.actors
    figure = draw_figure(actor, staging.camera)
    ((bicycle, _),) = own_things(staging, (figure,))
    size, turn = bicycle.width / 1.7, np.radians(actor.yaw)
    ahead = np.array((np.sin(turn), 0.0, np.cos(turn)))

    def off(bone, along, up):
        way = np.array(figure.bones[bone]) - bicycle.at
        return float(np.hypot(way @ ahead - along * size, way[1] - up * size))

    assert max(off(f"{side} wrist", 0.3, 0.99) for side in ("left", "right")) < 0.12
    assert max(off(f"{side} ankle", u, v) for side, u, v in (("left", 0.06, 0.4), ("right", -0.22, 0.34))) < 0.16


def test_who_is_chased_runs_ahead_of_the_hunter():
    for left, right in (("mei", "ken"), ("ken", "mei")):
        two = [cast(left, at=0.25), cast(right, at=0.75)]
        action = "Mei chases Ken." if left == "mei" else "Ken runs. Mei chases him."
        actors = stage(panel(*two, place="street", shot="full shot", action=action), 1.6, BOOK).actors
        assert {a.pose for a in actors} == {"running", "chasing"}
        assert len({np.sign(np.sin(np.radians(a.yaw))) for a in actors}) == 1


@pytest.mark.parametrize("action", ["Mei carries the cat.", "Mei抱着猫，Ken看着。"])
def test_a_cat_that_is_carried_lies_in_the_arms(action):
    cat = Character("cat", "Tama", "small orange cat", HERE)
    who = [cast("mei", at=0.3), cast("ken", at=0.7), cast("cat", character=cat)]
    found = stage(
        panel(*who, place="park", shot="medium shot", action=action), 1.4, script(characters=[*CAST.values(), cat])
    )
    bearer, _, held = found.actors
    bones, other = (draw_figure(a, found.camera).bones for a in (bearer, held))
    assert (bearer.pose, bearer.holds, held.pose) == ("cradling", (), "lying")
    wrists = np.mean([bones[f"{side} wrist"] for side in ("left", "right")], axis=0)
    assert np.linalg.norm((np.array(other.pelvis.origin) + other.head.origin) / 2 - wrists) < 0.3
    scene = compose(found, values=False)
    drawn = {id(m): k for k, m in enumerate(scene.marks)}
    assert min(drawn[id(m)] for m in scene.figures[0].touch) > max(drawn[id(m)] for m in scene.figures[2].marks[:5])


def test_nobody_carries_what_is_not_a_small_animal():
    horse = Character("horse", "Bess", "brown horse", HERE)
    two = [cast("mei", at=0.3), cast("horse", at=0.7, character=horse)]
    book = script(characters=[*CAST.values(), horse])
    actors = stage(
        panel(*two, place="park", shot="full shot", action="Mei carries a box to the horse."), 1.4, book
    ).actors
    assert [w.name for w in actors[0].holds] == ["box"]
    assert actors[1].position[1] == 0.0
