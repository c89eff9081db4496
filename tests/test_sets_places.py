import numpy as np
import pytest

from comicgen.staging.sets import (
    PLACES,
    PROPS,
    build_set,
    camera_area,
    find_place,
    find_props,
    missing_props,
    prop_parts,
    seats,
    stand_area,
)
from comicgen.staging.sets.shapes import box, cylinder, prism
from comicgen.staging.sets.solids import Growth, Seat, Solid, arranged


def test_there_are_enough_places_and_props():
    assert len(PLACES) >= 24
    assert len(PROPS) >= 40


@pytest.mark.parametrize("place", PLACES)
def test_place_has_a_stage_and_room_for_a_camera(place):
    built = build_set(place, 3)
    assert stand_area(place, 3).holds(0.0, -0.3)
    assert camera_area(place, 3).z1 > stand_area(place, 3).z1
    for x, z, _ in built.spots:
        assert abs(x) < 8
        assert -12 < z < 3


@pytest.mark.parametrize("place", PLACES)
def test_same_seed_same_set(place):
    first = build_set(place, 5)
    build_set.cache_clear()
    second = build_set(place, 5)
    assert first.seats == second.seats
    assert first.growths == second.growths
    for a, b in zip(first.solids, second.solids, strict=True):
        assert (a.corners == b.corners).all()


def test_seed_varies_the_street():
    heights = {
        round(max(float(s.corners[:, 1].max()) for s in build_set("street", seed).solids), 3) for seed in range(5)
    }
    assert len(heights) > 1 or len({len(build_set("street", seed).solids) for seed in range(5)}) > 1


@pytest.mark.parametrize(
    "place", ["classroom", "park", "cafe", "station platform", "train inside", "car inside", "office"]
)
def test_seats_lie_inside_and_are_at_sitting_height(place):
    found = seats(place, 1)
    assert found
    for seat in found:
        assert 0.3 <= seat.height <= 0.75
        assert -180 <= seat.yaw <= 180
    near = [seat.at[0] ** 2 + (seat.at[2] + 1) ** 2 for seat in found]
    assert near == sorted(near)


@pytest.mark.parametrize("prop", PROPS)
def test_prop_stands_on_the_ground_and_has_a_size(prop):
    parts = prop_parts(prop)
    points = [p.corners for p in parts if isinstance(p, Solid)]
    points += [np.array([p.at, (p.at[0], p.at[1] + p.height, p.at[2])]) for p in parts if isinstance(p, Growth)]
    cloud = np.concatenate(points)
    assert -0.05 <= cloud[:, 1].min() < 1.6
    assert 0.004 < cloud[:, 1].max() < 8.5


@pytest.mark.parametrize(
    "solid", [box((1, 2, 3), (0, 0, 0)), cylinder(0.4, 1, (1, 0, 2)), cylinder(1, 1, (0, 0, 0), top=0.0)]
)
def test_faces_point_outwards(solid):
    middle = solid.corners.mean(axis=0)
    for face in solid.faces:
        a, b, c = solid.corners[list(face[:3])]
        assert np.cross(b - a, c - a) @ (solid.corners[list(face)].mean(axis=0) - middle) > 0


@pytest.mark.parametrize("flip", [False, True])
def test_prism_keeps_details_with_their_edges_however_the_profile_runs(flip):
    profile, marks = [(1.0, 0.0), (1.0, 1.0), (-1.0, 1.0), (-1.0, 0.0)], ["front", "top", "back", "bottom"]
    if flip:
        profile, marks = profile[::-1], ["back", "top", "front", "bottom"]
    solid = prism(profile, 2.0, (0, 0, 0), "wood", marks)
    where = {d: solid.corners[list(f)].mean(axis=0) for f, d in zip(solid.faces, solid.details, strict=True) if d}
    assert where["front"][2] == pytest.approx(1.0)
    assert where["top"][1] == pytest.approx(1.0)
    assert where["back"][2] == pytest.approx(-1.0)


def test_turned_prop_turns_its_seat():
    parts = arranged([Seat((0, 0, 1), 0.45, 0, "chair")], (2.0, 0.0, 0.0), 90, 1)
    assert isinstance(parts[0], Seat)
    assert parts[0].at == pytest.approx((3.0, 0.0, 0.0))
    assert parts[0].yaw == pytest.approx(90)


@pytest.mark.parametrize(
    ("words", "place"),
    [
        ("night train platform, wet concrete, one lamp", "station platform"),
        ("公园的长椅", "park"),
        ("a park bench in the evening", "park"),
        ("high school classroom, empty", "classroom"),
        ("教室里", "classroom"),
        ("夜晚的街道", "street"),
        ("busy shopping street", "street"),
        ("narrow alley behind a bar", "alley"),
        ("school rooftop", "rooftop"),
        ("inside the train", "train inside"),
        ("在火车上", "train inside"),
        ("火车站", "station platform"),
        ("in the car, driving", "car inside"),
        ("small cafe by the sea", "cafe"),
        ("咖啡馆", "cafe"),
        ("her bedroom", "bedroom"),
        ("hospital room", "hospital room"),
        ("bridge of the ship, stars", "spaceship"),
        ("old stone bridge", "bridge"),
        ("dark forest", "forest"),
        ("森林深处", "forest"),
        ("the captain's ship at sea", "sea"),
        ("desert at noon", "desert"),
        ("castle throne room", "castle"),
        ("prison cell", "dungeon"),
        ("research lab", "laboratory"),
        ("国王的宫殿", "castle"),
        ("mountain path", "mountain"),
        ("空白背景", "void"),
        ("hospital roof at night", "rooftop"),
        ("医院的走廊", "corridor"),
        ("咖啡馆旁的公园", "park"),
        ("castle garden", "park"),
        ("an empty parking lot", "street"),
        ("a bench", "park"),
        ("the sofa", "living room"),
        ("something quite different", None),
    ],
)
def test_words_of_a_place(words, place):
    assert find_place(words) == place


@pytest.mark.parametrize("place", PLACES)
def test_every_word_of_the_table_finds_its_place(place):
    assert find_place(place) == place
    for word in PLACES[place].words:
        assert find_place(word) == place, word


@pytest.mark.parametrize(
    ("words", "props"),
    [
        ("a bicycle leans on a lamp post", ("bicycle", "street lamp")),
        ("两只木箱和一把椅子", ("crate", "chair")),
        ("park bench", ("bench",)),
        ("she looks at the sky", ()),
        ("vending machines", ("vending machine",)),
        ("coffee shop", ()),
        ("she steps forward, a hand on her chest, and swings the sword", ()),
    ],
)
def test_words_of_props(words, props):
    assert find_props(words) == props


@pytest.mark.parametrize(
    ("words", "wanted"),
    [
        ("train carriage, empty bench", []),
        ("train carriage, trees outside the windows", []),
        ("train carriage, suitcase", ["suitcase"]),
        ("hospital room, bed", []),
        ("park by the river, bench, campfire", ["campfire"]),
    ],
)
def test_what_a_place_has_or_cannot_hold_is_not_put_there(words, wanted):
    assert missing_props(find_props(words), build_set(find_place(words))) == wanted
