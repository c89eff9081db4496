"""What the script says is what the staging shows: counts, places, depths, sizes, ways, shots, angles."""

import subprocess
import sys
from dataclasses import replace

import numpy as np
import pytest
from director_panels import CAST, HERE, LOOKS, cast, panel, random_panel, script

from comicgen.staging import anchors, findings, stage
from comicgen.staging.blocking.block import DEPTHS
from comicgen.staging.blocking.measure import measure
from comicgen.staging.blocking.seating import has_desk
from comicgen.staging.figure import skeleton
from comicgen.staging.sets import build_set, stand_area
from comicgen.staging.sets.solids import Seat
from comicgen.staging.words.deeds import deeds
from comicgen.story import ANGLES, SHOTS, Character

BOOK = script()


@pytest.mark.parametrize("block", range(10))
def test_random_panels_are_staged_as_written(block):
    for seed in range(block * 50, block * 50 + 50):
        written, aspect = random_panel(seed)
        staging = stage(written, aspect, BOOK)
        seen = {a.character: a for a in anchors(staging)}
        assert set(seen) == {c.character.id for c in written.cast}, seed
        for person, actor in zip(written.cast, staging.actors, strict=True):
            head = seen[actor.character].head
            if head.x > 0.0 and head.right < 1.0:
                assert head.centre[0] == pytest.approx(person.at, abs=0.02), (seed, actor.character)
            _faces_as_asked(person, actor, staging.camera, seed)
            assert actor.size == person.size
        _depths_as_asked(written, staging, seed)


def _faces_as_asked(person, actor, camera, seed):
    yaw = np.radians(actor.yaw)
    way = np.array((np.sin(yaw), 0.0, np.cos(yaw)))
    across, ahead = float(way @ np.array(camera.right)), float(way @ np.array(camera.forward))
    if person.facing in ("left", "right"):
        assert (across < -0.3) == (person.facing == "left"), seed
        assert (across > 0.3) == (person.facing == "right"), seed
    else:
        assert (ahead > 0.4) == (person.facing == "away"), seed
        assert (ahead < -0.4) == (person.facing == "camera"), seed


def _depths_as_asked(written, staging, seed):
    depth = [float(staging.camera.view(np.array(a.position))[2]) for a in staging.actors]
    rank = [DEPTHS.get(p.depth, 1.0) for p in written.cast]
    for i, near in enumerate(rank):
        for j, far in enumerate(rank):
            if far > near * 1.3:
                assert depth[j] > depth[i], seed


def test_no_brim_touches_the_lens():
    for angle in ("eye", "pov", "low", "high", "dutch", "worm's-eye"):
        staging = stage(
            panel(cast("ken", "thinking", facing="camera"), shot="extreme close-up", angle=angle), 1.9, BOOK
        )
        head = measure(staging.actors[0]).ball()
        assert float(staging.camera.view(head)[:, 2].min()) > 0.25, angle


def test_size_is_the_ratio_of_heads():
    small = stage(panel(cast("mei", at=0.3), cast("ana", at=0.7, size=1.0)), 1.4, BOOK)
    large = stage(panel(cast("mei", at=0.3), cast("ana", at=0.7, size=1.5)), 1.4, BOOK)
    ratio = [skeleton(s.actors[1]).head.unit / skeleton(s.actors[0]).head.unit for s in (small, large)]
    assert ratio[1] / ratio[0] == pytest.approx(1.5, rel=1e-6)


@pytest.mark.parametrize("angle", ANGLES)
@pytest.mark.parametrize("shot", SHOTS)
def test_every_shot_from_every_angle_shows_whom_it_is_about(shot, angle):
    staging = stage(panel(cast("mei"), shot=shot, angle=angle), 1.33, BOOK)
    (anchor,) = anchors(staging)
    eyes = staging.camera.project(measure(staging.actors[0]).in_head((0.0, 0.41, 0.3)))
    assert 0 < eyes[0] / 1.33 < 1
    assert 0 < eyes[1] < 1
    assert anchor.head.w > 0
    assert staging.camera.eye[1] >= 0.1


def test_closer_shots_have_larger_heads():
    heads = [anchors(stage(panel(cast("mei", at=0.5), shot=s), 1.33, BOOK))[0].head.h for s in SHOTS[1:]]
    assert heads == sorted(heads, reverse=True)
    assert heads[0] > 0.45
    assert heads[-1] < 0.05


@pytest.mark.parametrize(
    ("shot", "part", "least", "most"),
    [
        ("extreme close-up", (0.0, 0.41, 0.3), 0.42, 0.58),
        ("close-up", (0.0, 0.41, 0.3), 0.50, 0.62),
        ("medium close-up", (0.0, 0.41, 0.3), 0.2, 0.42),
        ("medium shot", (0.0, 0.41, 0.3), 0.15, 0.36),
    ],
)
def test_eyes_are_where_the_shot_wants_them(shot, part, least, most):
    staging = stage(panel(cast("ken", at=0.5, facing="camera"), shot=shot), 1.33, BOOK)
    eyes = staging.camera.project(measure(staging.actors[0]).in_head(part))
    assert least < eyes[1] < most


def test_a_full_shot_holds_the_whole_figure():
    for key in LOOKS:
        staging = stage(panel(cast(key, at=0.5), shot="full shot"), 1.33, BOOK)
        points = staging.camera.project(measure(staging.actors[0]).points)
        assert points[:, 1].min() > 0.05
        assert points[:, 1].max() < 1.0


@pytest.mark.parametrize(("angle", "sign"), [("low", 1), ("worm's-eye", 1), ("high", -1), ("bird's-eye", -1)])
def test_angles_tilt_the_camera(angle, sign):
    camera = stage(panel(cast(), shot="full shot", angle=angle), 1.33, BOOK).camera
    assert sign * camera.forward[1] > 0.25


def test_dutch_rolls_and_eye_level_does_not_tilt():
    dutch = stage(panel(cast(), angle="dutch"), 1.33, BOOK).camera
    level = stage(panel(cast()), 1.33, BOOK).camera
    assert abs(dutch.right[1]) > 0.12
    assert level.forward[1] == pytest.approx(0, abs=1e-9)
    assert level.right[1] == pytest.approx(0, abs=1e-9)


def test_over_the_shoulder_sees_a_back_and_beyond_it_a_face():
    written = panel(cast("mei"), cast("ken"), angle="over-the-shoulder", lines=[("ken", "Well?")])
    staging = stage(written, 1.33, BOOK)
    ahead = np.array(staging.camera.forward)
    depth = [float(staging.camera.view(np.array(a.position))[2]) for a in staging.actors]
    ways = [np.array(skeleton(a).chest.facing) @ ahead for a in staging.actors]
    assert depth[0] < depth[1]
    assert ways[0] > 0.5
    assert ways[1] < -0.5


def test_point_of_view_is_looked_at():
    staging = stage(panel(cast("mei"), angle="pov"), 1.33, BOOK)
    assert staging.actors[0].gaze == staging.camera.eye


@pytest.mark.parametrize("reading", ["ltr", "rtl"])
def test_people_keep_their_sides_whoever_speaks(reading):
    book = script(reading)
    order = []
    for first, second in (("mei", "ken"), ("ken", "mei")):
        for shot in SHOTS[2:]:
            written = panel(cast(first), cast(second), shot=shot, lines=[(first, "A"), (second, "B")])
            seen = {a.character: a.head.centre[0] for a in anchors(stage(written, 1.33, book))}
            order.append(seen["mei"] < seen["ken"])
    assert set(order) == {reading == "ltr"}


def test_heads_never_overlap():
    for seed in range(60):
        written, aspect = random_panel(seed)
        free = replace(written, cast=tuple(replace(c, at=None, depth="") for c in written.cast))
        heads = [a.head for a in anchors(stage(free, aspect, BOOK))]
        for i, a in enumerate(heads):
            assert all(a.overlap(b) < 1e-9 for b in heads[i + 1 :]), seed


def test_a_handshake_meets():
    staging = stage(panel(cast("mei", "handshake", at=0.2), cast("ken", "handshake", at=0.8)), 1.33, BOOK)
    a, b = staging.actors
    hands = [min(np.linalg.norm(skeleton(x, y)[f"{s} wrist"] - skeleton(y, x)[f"{t} wrist"])
             for s in ("left", "right") for t in ("left", "right")) for x, y in ((a, b),)]  # fmt: skip
    assert hands[0] < 0.25


@pytest.mark.parametrize(
    ("told", "poses", "thing"),
    [
        ("Mei hands Ken the letter", ("handing over", "receiving"), "letter"),
        ("Ken gives a box to Mei", ("receiving", "handing over"), "box"),
        ("Mei takes the cup from Ken", ("receiving", "handing over"), "cup"),
        ("她把钥匙递给他", ("handing over", "receiving"), "key"),
        ("Mei shakes hands with Ken", ("handshake", "handshake"), ""),
        ("Ken hugs Mei", ("hugging", "hugging"), ""),
    ],
)
def test_what_is_done_to_somebody_is_answered(told, poses, thing):
    staging = stage(panel(cast("mei"), cast("ken"), action=told, shot="full shot"), 1.33, BOOK)
    assert tuple(a.pose for a in staging.actors) == poses
    for actor in staging.actors:
        assert [w.name for w in actor.holds] == ([thing] if actor.pose == "handing over" else [])


@pytest.mark.parametrize(("look", "pose"), [("brown dog", "kneeling and hugging"), ("black horse", "hugging")])
def test_one_kneels_to_hug_a_low_animal(look, pose):
    people = cast("mei", "hugging", facing="rex"), cast("rex", "sitting", character=Character("rex", "Rex", look, HERE))
    mei, rex = stage(panel(*people, action="Mei hugs Rex", shot="full shot"), 1.33, BOOK).actors
    assert mei.pose == pose
    reached = skeleton(mei, rex)
    far = min(np.linalg.norm(reached[f"{s} hand"] - skeleton(rex)["chest"]) for s in ("left", "right"))
    assert far < 0.5 or pose == "hugging"


def test_one_who_does_something_else_takes_nothing():
    for other in (cast("ken", "arms crossed"), cast("ken", "phone")):
        a, b = stage(panel(cast("mei"), other, action="Mei hands Ken the letter"), 1.33, BOOK).actors
        assert (a.pose, b.pose) == ("offering", other.pose)


@pytest.mark.parametrize("blow", ["kicking", "punching", "swinging sword"])
@pytest.mark.parametrize("other", ["falling", "blocking", "startled"])
def test_a_blow_reaches_the_one_whom_it_is_meant_for(blow, other):
    mei, ken = cast("mei", blow, at=0.2, facing="ken"), cast("ken", other, at=0.8, facing="mei")
    near = stage(panel(mei, ken, shot="full shot", place="park"), 2.6, BOOK).actors
    assert abs(near[0].position[0] - near[1].position[0]) < 1.6
    alone = replace(mei, facing="right")
    far = stage(panel(alone, replace(ken, pose="standing"), shot="full shot", place="park"), 2.6, BOOK).actors
    assert abs(far[0].position[0] - far[1].position[0]) > 2.0, "a pose alone is meant for nobody"


def test_what_is_handed_over_passes_from_hand_to_hand():
    staging = stage(panel(cast("mei"), cast("ken"), action="Mei hands Ken the key", shot="full shot"), 1.33, BOOK)
    a, b = staging.actors
    hands = [[np.array(g.frame.origin) for g in skeleton(x, y).grips] for x, y in ((a, b), (b, a))]
    assert min(float(np.linalg.norm(p - q)) for p in hands[0] for q in hands[1]) < 0.3


def test_one_who_sits_has_something_to_sit_on():
    bench = stage(panel(cast("boy", "sitting"), place="park", shot="full shot"), 1.33, BOOK).actors[0]
    kerb = stage(panel(cast("boy", "sitting"), place="alley", shot="full shot"), 1.33, BOOK).actors[0]
    assert bench.seat == ""
    assert kerb.seat == "crate"


def test_the_set_is_the_same_in_every_panel():
    first = stage(panel(cast("mei"), id="a", shot="long shot"), 1.33, BOOK)
    later = stage(panel(cast("ken"), id="z", shot="close-up", angle="low"), 1.33, BOOK)
    assert first.scenery.seed == later.scenery.seed
    assert first.scenery.place == "street"


def test_action_words_pose_those_they_are_about():
    written = panel(cast("mei"), cast("ken"), action="Mei runs along the platform, Ken points at the train")
    assert [a.pose for a in stage(written, 1.33, BOOK).actors] == ["running", "pointing"]
    written = panel(cast("boy", character=replace(CAST["boy"], name="小明")), action="小明坐在长椅上看书", place="park")
    assert stage(written, 1.33, BOOK).actors[0].pose == "sitting and reading"


def test_text_asks_for_room_above():
    silent = stage(panel(cast("mei")), 1.33, BOOK)
    chatty = stage(panel(cast("mei"), lines=[("mei", "Many words are said. " * 4)] * 3), 1.33, BOOK)
    assert silent.quiet == 0
    assert chatty.quiet > 0.3
    assert anchors(chatty)[0].head.y > anchors(silent)[0].head.y


def test_findings_name_the_word_and_the_nearest():
    people = cast("mei", "runing wildly", "hapy")
    page = type("Page", (), {"panels": (panel(people, place="zzqx"),)})()
    odd = replace(CAST["ken"], look="man with a monocle and a scraf")
    told = [str(f) for f in findings(replace(script(characters=(odd,)), pages=(page,)))]
    assert any("monocle" in t for t in told)
    assert any("scraf" in t and "scarf" in t for t in told)
    assert any("zzqx" in t for t in told)
    assert any("hapy" in t for t in told)


def test_same_staging_in_every_process():
    code = (
        "import sys; sys.path.insert(0, 'tests');"
        "from director_panels import *; from comicgen.staging import stage;"
        "from hashlib import sha256; b = script();"
        "print(sha256(''.join(repr(stage(*random_panel(i), b)) for i in range(12)).encode()).hexdigest())"
    )
    runs = {
        subprocess.run(
            [sys.executable, "-c", code], capture_output=True, text=True, check=True, env={"PYTHONHASHSEED": str(k)}
        ).stdout
        for k in (1, 2)
    }
    assert len(runs) == 1


def test_everybody_stands_on_the_set_and_at_is_what_the_frame_shows():
    for place in ("station platform", "train inside", "classroom", "rooftop", "bridge"):
        written = panel(
            cast("mei", at=0.8, facing="left"), cast("ken", at=0.2), place=place, shot="long shot", angle="high"
        )
        staging = stage(written, 1.8, BOOK)
        area = stand_area(staging.scenery.place, staging.scenery.seed)
        assert all(area.holds(a.position[0], a.position[2]) for a in staging.actors), place
        heads = {a.character: a.head.centre[0] for a in anchors(staging)}
        assert heads == pytest.approx({"mei": 0.8, "ken": 0.2}, abs=0.02)


def test_a_rider_sits_on_the_horse_or_on_a_bicycle():
    horse = Character("rex", "Rex", "brown horse", HERE)
    rider, mount = stage(
        panel(cast("ken", "riding"), cast(character=horse), place="forest", shot="full shot"), 1.3, BOOK
    ).actors
    assert (rider.position[0], rider.position[2], rider.yaw) == (mount.position[0], mount.position[2], mount.yaw)
    back = skeleton(mount)["spine"][1]
    assert back < skeleton(rider)["pelvis"][1] < back + 0.5
    cyclist = stage(panel(cast("boy", "riding"), shot="full shot"), 1.3, BOOK).actors[0]
    assert cyclist.seat == "bicycle"
    lost = panel(cast("ken", "riding a horse"), place="street")
    assert stage(lost, 1.3, BOOK).actors[0].pose == "standing"
    page = type("Page", (), {"panels": (lost,)})()
    assert any("nothing to ride" in str(f) for f in findings(replace(BOOK, pages=(page,))))


@pytest.mark.parametrize(("pose", "place"), [("typing", "office"), ("writing", "classroom"), ("eating", "cafe")])
def test_one_who_works_sits_at_a_desk(pose, place):
    staging = stage(panel(cast("ken", pose), place=place, shot="full shot"), 1.3, BOOK)
    (actor,) = staging.actors
    hips = skeleton(actor)["pelvis"]
    seat = Seat((float(hips[0]), 0.0, float(hips[2])), 0.45, actor.yaw, "chair")
    assert has_desk(seat, staging.scenery)
    assert actor.seat == actor.desk == ""
    alone = stage(panel(cast("ken", pose), place="alley", shot="full shot"), 1.3, BOOK).actors[0]
    assert alone.seat == "crate"


@pytest.mark.parametrize("facing", ["", "away", "left", "right"])
@pytest.mark.parametrize(("pose", "place"), [("写黑板", "classroom"), ("drawing on the board", "laboratory"),
                                             ("cooking", "kitchen")])  # fmt: skip
def test_one_who_writes_on_a_board_or_cooks_stands_at_the_set_s_own(pose, place, facing):
    for at, key in ((0.3, "ana"), (0.6, "boy")):
        staging = stage(panel(cast(key, pose, at=at, facing=facing), place=place, shot="full shot"), 1.4, BOOK)
        actor, camera = staging.actors[0], staging.camera
        hands = [skeleton(actor)[f"{side} wrist"] for side in ("left", "right")]
        posts = [p.at for p in build_set(place, staging.scenery.seed).posts]
        assert min(np.hypot(h[0] - p[0], h[2] - p[2]) for h in hands for p in posts) < 0.4
        way = np.array((np.sin(np.radians(actor.yaw)), 0.0, np.cos(np.radians(actor.yaw))))
        assert float(way @ np.array(camera.forward)) > 0.3, "turned to the board, not to the camera"
        across = float(way @ np.array(camera.right))
        assert not facing or facing == "away" or (across > 0.3) == (facing == "right")
        assert anchors(staging)[0].head.centre[0] == pytest.approx(at, abs=0.02)


def test_a_pupil_sits_before_the_teacher_at_the_board():
    teacher = cast("ken", "writing on the blackboard", at=0.2, facing="away")
    pupil = cast("mei", "sitting", at=0.8, facing="ken")
    staging = stage(panel(teacher, pupil, place="classroom", shot="long shot"), 2.4, BOOK)
    far, near = (float(staging.camera.view(np.array(a.position))[2]) for a in staging.actors)
    assert far > 1.3 * near


def test_a_face_given_as_a_pose_is_a_face_and_the_reverse():
    assert _done("happy", "")[:2] == ("standing", "smile")
    assert _done("", "running")[:2] == ("running", "neutral")
    assert _done("angry", "running")[:2] == ("running", "angry")
    assert _done("blorp", "sad") == ("standing", "sad", (("pose", "blorp"),))


def _done(pose, expression):
    deed = deeds(panel(cast("mei", pose, expression)))[0]
    return (deed.pose, deed.expression, deed.unknown) if deed.unknown else (deed.pose, deed.expression)


def test_a_pointing_hand_keeps_off_faces():
    for at in ((0.3, 0.6), (0.35, 0.65), (0.29, 0.71)):
        people = (cast("ken", "pointing", at=at[0], facing="boy"), cast("boy", at=at[1], facing="ken"))
        staging = stage(panel(*people, lines=[("ken", "Match.")]), 1.3, BOOK)
        hands = skeleton(staging.actors[0])
        face = measure(staging.actors[1]).in_head((0.0, 0.45, 0.0))
        tips = [np.array(g.frame.at((0.0, 0.18, 0.0))) for g in hands.grips]
        seen = staging.camera.project(np.array(tips)) - staging.camera.project(face)
        unit = measure(staging.actors[1]).head.unit * staging.camera.scale(tuple(face))
        assert np.linalg.norm(seen, axis=1).min() > 0.45 * unit, at


@pytest.mark.parametrize("at", [0.18, 0.5, 0.82])
def test_one_who_lies_at_a_side_lies_into_the_frame(at):
    staging = stage(panel(cast("mei", "lying", at=at), place="street", shot="full shot"), 1.6, BOOK)
    points = staging.camera.project(measure(staging.actors[0]).points) / (1.6, 1.0)
    assert points.min() > 0.0
    assert points.max() < 1.0
    assert np.ptp(points[:, 0]) > 0.3
