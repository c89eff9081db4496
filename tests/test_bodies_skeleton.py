"""Proportions, poses and the posed skeleton."""

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from comicgen.picture.sketch.figure.flesh import foot_rings, trunk
from comicgen.staging import Actor, Look, Wear
from comicgen.staging.figure import OPENPOSE, proportions, skeleton
from comicgen.staging.figure.beasts import BEASTS, stance_of
from comicgen.staging.figure.poses import POSES, find_pose, forms
from comicgen.staging.words.looks import AGES, BUILDS, GENDERS, HELD

MAN = Look(gender="man", height=1.78)
WOMAN = Look(gender="woman", height=1.64)
CHILD = Look(age="child", height=1.1)
CHIBI = Look(build="chibi", height=0.95)
HEAVY = Look(build="heavy", gender="man", height=1.7)
LOOKS = (MAN, WOMAN, CHILD, CHIBI, HEAVY)
KEYS = tuple(POSES)
EXCEPT_AIR = tuple(k for k in KEYS if not POSES[k].air)
ELDER = Look(age="elder", gender="woman", height=1.56)
PLANTED = tuple(k for k in EXCEPT_AIR if not POSES[k].seat)
GROWN = (MAN, WOMAN, CHILD, HEAVY, ELDER)


def actor(look: Look = MAN, pose: str = "standing", yaw: float = 0.0, **more) -> Actor:
    return Actor("a", look, pose, "neutral", (0.4, 0.0, -0.3), yaw, **more)


def bend(a, b, c) -> float:
    u, v = b - a, c - b
    return float(np.degrees(np.arccos(np.clip(np.dot(u, v) / np.linalg.norm(u) / np.linalg.norm(v), -1, 1))))


def test_there_are_enough_poses():
    assert len(POSES) >= 100
    assert all(p.key == k for k, p in POSES.items())
    assert all(p.chinese and p.words for p in POSES.values())


@pytest.mark.parametrize("pose", KEYS)
def test_bones_keep_their_lengths(pose):
    for look in LOOKS:
        bones = skeleton(actor(look, pose, 33.0))
        build = bones.build
        for side in ("left", "right"):
            chains = (("shoulder", "elbow", build.upper_arm), ("elbow", "wrist", build.forearm))
            for a, b, length in (*chains, ("hip", "knee", build.thigh), ("knee", "ankle", build.shin)):
                assert np.linalg.norm(bones[f"{side} {a}"] - bones[f"{side} {b}"]) == pytest.approx(length, rel=1e-6)


@pytest.mark.parametrize("pose", KEYS)
def test_joints_stay_within_their_limits(pose):
    for look in LOOKS:
        bones = skeleton(actor(look, pose))
        for i, side in enumerate(("left", "right")):
            assert bend(*(bones[f"{side} {j}"] for j in ("shoulder", "elbow", "wrist"))) < 153
            assert bend(*(bones[f"{side} {j}"] for j in ("hip", "knee", "ankle"))) < 153
            forearm = bones[f"{side} wrist"] - bones[f"{side} elbow"]
            assert bend(np.zeros(3), forearm, forearm + np.array(bones.grips[i].frame.up)) < 80


@pytest.mark.parametrize("pose", EXCEPT_AIR)
def test_nothing_sinks_into_the_ground(pose):
    for look in LOOKS:
        bones = skeleton(actor(look, pose))
        soles = min(float(foot_rings(bones, i)[..., 1].min()) for i in (0, 1))
        assert soles > -0.035 * bones.unit / 0.24
        assert min(bones[f"{s} knee"][1] for s in ("left", "right")) > 0.10 * bones.unit
        assert bones["pelvis"][1] > 0.2 * bones.unit
        assert bones["head"][1] > 0.2 * bones.unit


@pytest.mark.parametrize("pose", PLANTED)
def test_planted_feet_touch_the_ground(pose):
    for look in (*LOOKS, ELDER):
        bones = skeleton(actor(look, pose, 120.0))
        assert min(float(foot_rings(bones, i)[..., 1].min()) for i in (0, 1)) == pytest.approx(0.0, abs=0.03)


def inside(bones, points) -> float:
    """Return how deep the deepest of points is in the trunk: 0 on the spine, 1 at the skin."""
    body, found = trunk(bones), []
    for point in points:
        k = int(np.argmin(np.linalg.norm(body.centre - point, axis=1)))
        if 0 < k < len(body.t) - 1:
            off = point - body.centre[k]
            z = float(off @ body.front[k])
            x, z = abs(off @ body.left[k]) / body.half[k], abs(z) / (body.before if z > 0 else body.behind)[k]
            found.append(float(np.hypot(x, z)))
    return min(found, default=9.0)


@pytest.mark.parametrize("pose", KEYS)
def test_no_limb_runs_through_the_body(pose):
    share = np.linspace(0, 1, 5)[:, None]
    for look in GROWN:
        bones = skeleton(actor(look, pose, 30.0))
        for side in ("left", "right"):
            elbow, wrist, hand = (bones[f"{side} {j}"] for j in ("elbow", "wrist", "hand"))
            assert inside(bones, [*(elbow * (1 - share) + wrist * share), (wrist + hand) / 2, hand]) > 0.62
            hip, knee, ankle = (bones[f"{side} {j}"] for j in ("hip", "knee", "ankle"))
            assert inside(bones, [hip * 0.3 + knee * 0.7, knee, (knee + ankle) / 2]) > 0.6
            skull = np.array(bones.head.at((0.0, 0.5, 0.0)))
            assert min(np.linalg.norm(p - skull) for p in (elbow, wrist, hand)) > 0.30 * bones.unit


def test_shins_do_not_cross():
    for pose in KEYS:
        bones = skeleton(actor(MAN, pose))
        share = np.linspace(0.1, 1, 9)[:, None]
        left, right = (bones[f"{s} knee"] * (1 - share) + bones[f"{s} ankle"] * share for s in ("left", "right"))
        near = np.linalg.norm(left[:, None] - right[None], axis=2).min()
        assert near > 0.16 * bones.unit, pose


def test_weight_is_on_one_leg_at_ease():
    bones = skeleton(actor(MAN, "standing"))
    hips, shoulders = (bones[f"left {j}"] - bones[f"right {j}"] for j in ("hip", "shoulder"))
    assert abs(hips[1]) > 0.04 * bones.unit
    assert np.sign(hips[1]) == -np.sign(shoulders[1]), "shoulders against hips"
    knees = [bend(*(bones[f"{s} {j}"] for j in ("hip", "knee", "ankle"))) for s in ("left", "right")]
    assert abs(knees[0] - knees[1]) > 8


def test_who_it_is_tells_which_leg_carries():
    found = {}
    for name in "abcdefgh":
        bones = skeleton(replace(actor(MAN, "standing"), character=name))
        found.setdefault(bones["left hip"][1] > bones["right hip"][1], []).append(bones)
    assert set(found) == {True, False}
    one, other = (skeleton(replace(actor(look, "standing"), character="a")) for look in (WOMAN, CHILD))
    slants = [abs(b["left hip"][1] - b["right hip"][1]) / b.unit for b in (one, other)]
    assert slants[0] > slants[1], "a woman sways more than a child"


def test_what_is_told_from_the_side_is_open_to_the_camera():
    for pose in KEYS:
        if POSES[pose].broad:
            asked = (Actor("a", MAN, pose, "neutral", (0.0, 0.0, 0.0), s * 55.0, mirrored=s < 0) for s in (1, -1))
            right, left = (skeleton(a) for a in asked)
            other = np.array([left.joints[n.replace("left", "?").replace("right", "left").replace("?", "right")]
                              for n in right.joints])  # fmt: skip
            assert np.array(list(right.joints.values())) == pytest.approx(other * (-1, 1, 1), abs=1e-6), pose


def test_the_air_is_only_for_those_who_leave_the_ground():
    for pose in ("jumping", "flying", "jumping for joy", "climbing"):
        bones = skeleton(actor(MAN, pose))
        assert min(float(foot_rings(bones, i)[..., 1].min()) for i in (0, 1)) > 0.02


def test_one_who_sits_has_the_seat_under_the_hips():
    for look in (MAN, WOMAN, HEAVY):
        bones = skeleton(actor(look, "sitting"))
        assert bones.seat == pytest.approx(0.45)
        assert 0.02 < bones["pelvis"][1] - bones.seat < 0.13
        assert float(foot_rings(bones, 0)[..., 1].min()) == pytest.approx(0.0, abs=0.03)
    short = skeleton(actor(CHILD, "sitting"))
    assert float(foot_rings(short, 0)[..., 1].min()) > 0.03, "short legs dangle"


def test_every_pose_differs_from_the_others():
    shapes = {k: skeleton(actor(MAN, k)).points for k in KEYS}
    for i, a in enumerate(KEYS):
        for b in KEYS[i + 1 :]:
            assert np.abs(shapes[a] - shapes[b]).max() > 0.06, f"{a} and {b} look the same"


def test_the_head_follows_the_gaze_within_its_limits():
    for pose in ("standing", "sitting", "walking"):
        for degrees in (-160, -60, -20, 0, 30, 55, 110):
            way = np.radians(degrees)
            spot = (0.4 + 3 * np.sin(way), 1.5, -0.3 + 3 * np.cos(way))
            bones = skeleton(actor(MAN, pose, gaze=spot))
            chest, face = np.array(bones.chest.facing), np.array(bones.head.facing)
            turned = bend(np.zeros(3), chest * (1, 0, 1), chest * (1, 0, 1) + face * (1, 0, 1))
            assert turned < POSES[pose].limits[0] + 6
            if abs(degrees) <= 55:
                towards = np.array(spot) - np.array(bones.head.at((0, 0.4, 0)))
                assert bend(np.zeros(3), face, face + towards) < 14


def test_eyes_closed_faces_keep_their_own_way():
    plain = skeleton(actor(MAN, "sleeping")).head
    assert skeleton(actor(MAN, "sleeping", gaze=(3.0, 1.0, 3.0))).head == plain


def test_yaw_turns_towards_the_cameras_right():
    bones = skeleton(actor(MAN, "at attention", 90.0))
    assert bones.chest.facing[0] > 0.95
    assert skeleton(actor(MAN, "at attention")).chest.facing[2] > 0.95


def test_hands_meet_in_a_handshake():
    for other in (WOMAN, CHILD, HEAVY):
        a = Actor("a", MAN, "handshake", "neutral", (-0.36, 0, 0), 90.0, partner="b")
        b = Actor("b", other, "handshake", "neutral", (0.36, 0, 0), -90.0, partner="a")
        hands = [skeleton(x, y)["right hand"] for x, y in ((a, b), (b, a))]
        assert np.linalg.norm(hands[0] - hands[1]) < 0.16


@pytest.mark.parametrize("thing", ["book", "map"])
def test_one_who_climbs_holds_a_book_in_one_hand(thing):
    for pose, hands in (("climbing", {0, 1}), ("reading", {2}), ("offering", {2})):
        held = skeleton(actor(MAN, pose, holds=(Wear(thing, (90, 60, 40)),))).held
        assert {hand for _, hand in held} <= hands, pose


def test_hugging_arms_go_round_the_partner():
    a = Actor("a", MAN, "hugging", "neutral", (-0.16, 0, 0), 90.0, partner="b")
    b = Actor("b", WOMAN, "hugging", "neutral", (0.16, 0, 0), -90.0, partner="a")
    bones = skeleton(a, b)
    assert min(bones["left wrist"][0], bones["right wrist"][0]) > 0.16


@pytest.mark.parametrize("look", GROWN)
def test_who_eats_has_the_fork_beside_the_mouth_and_a_level_palm_under_the_plate(look):
    bones = skeleton(Actor("a", look, "eating", "neutral", (0.0, 0, 0), 0.0))
    eyes, hand = np.array(bones.head.at((0, 0.42, 0.46))), bones["right hand"]
    assert hand[1] < eyes[1]
    assert abs(hand[0] - eyes[0]) > 0.45 * bones.unit
    assert bones.grips[0].frame.facing[1] > 0.8


def test_a_pair_pose_reaches_who_is_looked_at():
    towards = skeleton(actor(MAN, "handshake", gaze=(0.4, 1.5, 0.5)))
    assert towards["right hand"][2] > 0.0
    assert np.isfinite(skeleton(actor(MAN, "handshake")).points).all()


@pytest.mark.parametrize("thing", HELD)
def test_idle_arms_are_raised_for_what_is_held(thing):
    bones = skeleton(actor(MAN, "standing", holds=(Wear(thing, (1, 2, 3)),)))
    assert [t for t, _ in bones.held] == [thing]
    idle = skeleton(actor(MAN, "standing"))
    hand = bones.held[0][1]
    side = "right" if hand else "left"
    if thing not in ("bag", "suitcase"):
        assert np.linalg.norm(bones[f"{side} wrist"] - idle[f"{side} wrist"]) > 0.1


def test_two_things_go_into_two_hands():
    bones = skeleton(actor(MAN, "standing", holds=(Wear("cup", (1, 2, 3)), Wear("phone", (1, 2, 3)))))
    assert sorted(hand for _, hand in bones.held) == [0, 1]


def test_openpose_has_its_eighteen_joints():
    joints = skeleton(actor()).openpose()
    assert tuple(n for n, _ in joints) == OPENPOSE
    assert len(joints) == 18
    left, right = dict(joints)["left shoulder"], dict(joints)["right shoulder"]
    assert left[0] > right[0], "the figure's left is the camera's right when it looks at the camera"


@pytest.mark.parametrize("age", AGES)
def test_a_figure_is_as_tall_as_its_look_says(age):
    for gender in GENDERS:
        for build in BUILDS:
            look = Look(age=age, gender=gender, build=build, height=1.5)
            bones = skeleton(actor(look, "at attention"))
            stoop = 0.06 if age == "elder" else 0.03
            assert bones.head.at((0.0, 1 / 1.05, 0.0))[1] == pytest.approx(1.5, rel=stoop)
    assert skeleton(actor(MAN, size=0.5)).unit == pytest.approx(skeleton(actor(MAN)).unit / 2)


def test_children_have_larger_heads_for_their_height():
    heads = [proportions(Look(age=a)).heads for a in AGES[:4]]
    assert heads == sorted(heads)
    assert proportions(Look(build="chibi")).heads == 3


def test_the_same_actor_has_the_same_skeleton():
    assert skeleton(actor(WOMAN, "running", 20)).joints == skeleton(actor(WOMAN, "running", 20)).joints


def test_an_unknown_pose_stands():
    assert skeleton(actor(MAN, "levitating")).joints == skeleton(actor(MAN, "standing")).joints


@pytest.mark.parametrize(
    ("word", "pose"),
    [
        *(("run", "running"), ("runs", "running"), ("ran", "running"), ("is running", "running"), ("sat", "sitting")),
        *(("sitting on a bench", "sitting"), ("lying down", "lying"), ("crosses her arms", "arms crossed")),
        *(("arms-crossed", "arms crossed"), ("shakes hands", "handshake"), ("looks at her phone", "phone")),
        *(("kneels on one knee", "kneeling on one knee"), ("Waves", "waving"), ("hugged", "hugging")),
        *(("站着", "standing"), ("坐在椅子上", "sitting"), ("飞快地跑", "running"), ("双臂交叉", "arms crossed")),
        *(("打电话", "calling"), ("拥抱", "hugging"), ("睡觉", "sleeping"), ("握手", "handshake")),
    ],
)
def test_words_find_poses(word, pose):
    assert find_pose(word) == pose


@pytest.mark.parametrize("word", ["", "angry", "blue", "surprised face", "？", "  "])
def test_other_words_find_none(word):
    assert find_pose(word) is None


def test_every_synonym_is_found_and_belongs_to_a_pose():
    for pose in POSES.values():
        assert find_pose(pose.key) == pose.key
        for word in (*pose.words, *pose.chinese):
            assert find_pose(word) in POSES
        assert any(find_pose(w) == pose.key for w in (*pose.words, *pose.chinese)), f"{pose.key}: no word of its own"


def test_verb_forms():
    assert forms("carry")[:4] == ("carry", "carries", "carrying", "carried")
    assert "stopped" in forms("stop")
    assert forms("wave")[2] == "waving"
    assert forms("punch")[1] == "punches"


@settings(max_examples=60)
@given(
    st.sampled_from(KEYS),
    st.sampled_from(AGES),
    st.sampled_from(BUILDS),
    st.floats(0.5, 2.2),
    st.floats(-180, 180),
    st.one_of(st.none(), st.tuples(*[st.floats(-5, 5)] * 3)),
)
def test_any_actor_is_posed_with_finite_joints(pose, age, build, height, yaw, gaze):
    bones = skeleton(actor(Look(age=age, build=build, height=height), pose, yaw, gaze=gaze))
    assert np.isfinite(bones.points).all()
    for frame in (bones.pelvis, bones.chest, *bones.feet, *(g.frame for g in bones.grips)):
        assert frame.axes @ frame.axes.T == pytest.approx(np.eye(3), abs=1e-6)


@pytest.mark.parametrize("species", sorted(BEASTS))
def test_animals_stand_on_the_ground_and_look(species):
    look = Look(species=species, height=0.8)
    for pose in ("standing", "walking", "running", "sitting", "lying"):
        bones = skeleton(actor(look, pose))
        assert np.isfinite(bones.points).all()
        assert bones.points[:, 1].min() > -0.01
    assert stance_of("bird", "flying") == "fly"
    assert stance_of("dog", "sitting and reading") == "sit"
    spot = (3.0, 0.5, -0.3)
    turned = skeleton(actor(look, "standing", gaze=spot)).head
    assert turned.facing[0] > 0.6
    assert replace(turned) == turned
