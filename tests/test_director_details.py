"""Close panels that show a thing, a hand or feet, and things laid on tables: words, places and framing."""

from dataclasses import replace

import numpy as np
import pytest
from director_panels import cast, panel, script

from comicgen.picture import Shot
from comicgen.picture.sketch import draw
from comicgen.picture.sketch.body import draw_figure
from comicgen.picture.sketch.layers import cast_pieces
from comicgen.picture.sketch.order import sort_pieces
from comicgen.picture.sketch.seats import own_seats, own_things
from comicgen.picture.sketch.setting.light import light_of
from comicgen.staging import anchors, stage
from comicgen.staging.blocking.laying import GROUND, bounds, surfaces
from comicgen.staging.blocking.open_ground import Site, in_view
from comicgen.staging.blocking.seating import has_desk
from comicgen.staging.figure import skeleton
from comicgen.staging.sets import SMALL_THINGS, build_set
from comicgen.staging.sets.solids import Seat
from comicgen.staging.words.deeds import deeds
from comicgen.staging.words.details import detail, laid_out

BOOK = script()
LIGHT = light_of(build_set("void"), "day", "", 4.0)


def close(action, *people, place="kitchen", shot="close-up"):
    return panel(*people, place=place, shot=shot, action=action)


@pytest.mark.parametrize(
    ("action", "who", "part", "thing"),
    [
        ("A key on the table", (), "", "key"),
        ("The clock.", (), "", "alarm clock"),
        ("Close-up of the letter", (), "", "letter"),
        ("特写：桌上的信", (), "", "letter"),
        ("Mei's hand on the phone", ("mei",), "hand", ""),
        ("Her wet hand closes round the rail", ("mei",), "hand", ""),
        ("Close-up of his shoes", ("ken",), "foot", ""),
        ("她的手", ("mei",), "hand", ""),
    ],
)
def test_a_detail_is_told_at_the_start_of_the_action(action, who, part, thing):
    written = close(action, *map(cast, who))
    shown = detail(written, deeds(written))
    assert shown is not None
    assert (shown.part, shown.thing) == (part, thing)


@pytest.mark.parametrize("action", ["Mei raises her hand", "Mei looks at the key", "手机响了", ""])
def test_a_face_stays_a_face(action):
    written = close(action, cast("mei"))
    assert detail(written, deeds(written)) is None
    assert detail(panel(cast("mei"), action="Her hand", shot="full shot"), ()) is None


@pytest.mark.parametrize("thing", SMALL_THINGS)
def test_every_small_thing_fills_its_close_up(thing):
    staging = stage(close(f"The {SMALL_THINGS[thing][1][0]}"), 1.3, BOOK)
    (one,) = staging.scenery.laid
    assert one.prop == thing
    low, high = bounds(thing)
    corners = np.array([(x, y, z) for x in (low[0], high[0]) for y in (low[1], high[1]) for z in (low[2], high[2])])
    frame = staging.camera.project(corners + np.array(one.at)) / (1.3, 1.0)
    assert frame.min() > 0.0
    assert frame.max() < 1.0
    assert max(np.ptp(frame, axis=0)) > 0.25


def test_a_thing_is_drawn_where_it_lies():
    there, away = (stage(close(a), 1.3, BOOK) for a in ("A key on the table", "A book on the table"))
    one, other = (draw(Shot("p", "", "", 130, 100, 1, s, "mono", "ink")).pixels for s in (there, replaced(there, away)))
    assert (one != other).mean() > 0.03


def replaced(staging, other):
    return replace(staging, scenery=replace(staging.scenery, laid=other.scenery.laid))


@pytest.mark.parametrize("part", ["hand", "foot"])
def test_a_part_of_a_body_is_in_the_middle_and_the_face_is_not_asked_for(part):
    told = {"hand": "Ana's hand", "foot": "Ana's feet"}[part]
    staging = stage(close(told, cast("ana"), place="street"), 1.3, BOOK)
    bones = skeleton(staging.actors[0])
    points = [g.frame.origin for g in bones.grips] if part == "hand" else [f.origin for f in bones.feet]
    frame = staging.camera.project(np.array(points)) / (1.3, 1.0)
    assert np.abs(frame - 0.5).min(axis=0).max() < 0.3
    assert all(a.head.h < 0.4 for a in anchors(staging))


@pytest.mark.parametrize("told", ["Their hands, Ana hands Ken the key", "Their hands, they shake hands"])
def test_two_hands_that_meet_are_both_seen(told):
    staging = stage(close(told, cast("ana"), cast("ken"), place="street"), 1.3, BOOK)
    a, b = staging.actors
    ends = [[np.array(g.frame.origin) for g in skeleton(x, y).grips] for x, y in ((a, b), (b, a))]
    pair = min(((p, q) for p in ends[0] for q in ends[1]), key=lambda two: float(np.linalg.norm(two[0] - two[1])))
    frame = staging.camera.project(np.array(pair)) / (1.3, 1.0)
    assert np.abs(frame - 0.5).max() < 0.35
    assert np.abs(frame[0] - frame[1]).max() > 0.05, "side by side, not one before the other"


def test_what_is_laid_down_lies_on_a_top_near_those_who_are_there():
    written = panel(
        cast("ana", "sitting"), place="kitchen", action="Ana sits at the table, a letter and a key on the table"
    )
    staging = stage(written, 1.3, BOOK)
    assert [one.prop for one in staging.scenery.laid] == ["letter", "key"]
    tops = surfaces(staging.scenery.place, staging.scenery.seed)
    for one in staging.scenery.laid:
        assert any(
            low[0] <= one.at[0] <= high[0] and low[2] <= one.at[2] <= high[2] and one.at[1] == pytest.approx(low[1])
            for low, high in tops
        )
        assert np.hypot(one.at[0] - staging.actors[0].position[0], one.at[2] - staging.actors[0].position[2]) < 1.5


@pytest.mark.parametrize("place", ["void", "kitchen", "cafe"])
def test_what_lies_on_ones_own_table_lies_before_those_who_sit_there_apart(place):
    people, told = (
        (cast("mei", at=0.25), cast("ken", at=0.75)),
        "Mei and Ken sit at the table, a teapot and a cup on the table",
    )
    staging = stage(panel(*people, place=place, action=told), 1.2, BOOK)
    assert {a.pose for a in staging.actors} == {"sitting at a table"}
    pot, cup = (np.array(one.at) for one in staging.scenery.laid)
    assert 0.6 < pot[1] == cup[1] < 0.8
    assert np.hypot(*(pot - cup)[[0, 2]]) > 0.2
    middle = np.mean([a.position for a in staging.actors], axis=0)
    assert np.hypot(*(pot - middle)[[0, 2]]) < 1.0
    for bones in (skeleton(a) for a in staging.actors):
        assert all(0.7 < g.frame.origin[1] < 0.95 for g in bones.grips), "hands on the table"


def test_nobody_moves_out_of_the_frame_for_a_seat():
    people = cast("mei", "sitting", at=0.2, facing="ken"), cast("ken", "sitting", at=0.8, facing="mei")
    for place in ("kitchen", "cafe", "classroom", "living room"):
        staging = stage(panel(*people, place=place, action="They sit at the table"), 1.18, BOOK)
        for head in (a.head for a in anchors(staging)):
            assert 0.0 < head.x < head.right < 1.0, place


def test_what_is_held_is_not_laid_down_too():
    written = panel(cast("mei", holds=("letter",)), action="Mei holds a letter, a key on the ground")
    assert laid_out(written, deeds(written)) == (("key", GROUND),)


def test_a_clause_about_a_thing_poses_nobody():
    written = panel(cast("mei"), action="A key lies on the pavement")
    assert deeds(written)[0].pose == "standing"


@pytest.mark.parametrize("facing", [("ken", "mei"), ("ken", "left"), ("", "")])
def test_two_who_sit_on_a_bench_sit_side_by_side(facing):
    people = (cast("mei", "sitting", at=0.2, facing=facing[0]), cast("ken", "sitting", at=0.8, facing=facing[1]))
    for place in ("station platform", "park", "living room"):
        staging = stage(panel(*people, place=place, shot="full shot"), 1.2, BOOK)
        assert [a.seat for a in staging.actors] == ["", ""], place
        a, b = (np.array(x.position) for x in staging.actors)
        assert np.hypot(*(a - b)[[0, 2]]) < 1.3
        seen = {x.character: x.head.centre[0] for x in anchors(staging)}
        assert seen["mei"] < seen["ken"]


@pytest.mark.parametrize("place", ["void", "street", "desert"])
@pytest.mark.parametrize(
    ("told", "prop"), [("beside a piano", "piano"), ("near a fridge", "fridge"), ("，旁边有一顶帐篷", "tent")]
)
def test_what_an_action_names_stands_there_whole_and_hides_nobody(told, prop, place):
    staging = stage(panel(cast("mei"), place=place, shot="full shot", action=f"Mei stands {told}"), 1.2, BOOK)
    (one,) = staging.scenery.laid
    assert one.prop == prop
    middle = np.array((one.at[0], bounds(prop)[1][1] / 2, one.at[2]))
    x, y = staging.camera.project(middle)
    assert 0.0 < x < 1.2, place
    assert 0.0 < y < 1.0, place
    head = anchors(staging)[0].head
    nearer = staging.camera.view(middle)[2] < staging.camera.view(np.array(staging.actors[0].position))[2]
    assert not (nearer and head.x < x / 1.2 < head.right)
    assert np.hypot(one.at[0], one.at[2] + 0.7) < 6.0
    assert not staging.scenery.props


@pytest.mark.parametrize(
    "told",
    [
        "Mei dreams of a car",
        "Mei has no piano",
        "Mei stands like a statue",
        "Mei sits at the table",
        "Mei rides a bicycle",
    ],
)
def test_what_is_only_spoken_of_or_comes_along_is_not_put_there(told):
    staging = stage(panel(cast("mei"), place="void", shot="full shot", action=told), 1.2, BOOK)
    assert not staging.scenery.laid
    assert not staging.scenery.props


def test_what_the_set_has_is_not_put_there_again():
    told = panel(cast("mei"), place="park", shot="full shot", action="Mei stands by a bench, a letter on the bench")
    assert [one.prop for one in stage(told, 1.2, BOOK).scenery.laid] == ["letter"]


@pytest.mark.parametrize("side", ["left", "right"])
def test_one_who_runs_after_a_thing_has_it_ahead(side):
    people = cast("mei", "running", at=0.4 if side == "left" else 0.6, facing=side), cast("ken", at=0.85)
    staging = stage(panel(*people, place="void", shot="full shot", action="A letter lies on the ground"), 1.7, BOOK)
    (one,) = staging.scenery.laid
    x, runner = (float(staging.camera.project(np.array(p))[0]) for p in (one.at, staging.actors[0].position))
    assert (x < runner) == (side == "left")


def test_a_table_is_brought_for_what_lies_on_it():
    staging = stage(panel(cast("mei"), shot="full shot", action="Mei waits, a cup and a key on the table"), 1.2, BOOK)
    table, cup, key = staging.scenery.laid
    assert (table.prop, cup.prop, key.prop) == ("table", "cup", "key")
    assert cup.at[1] == key.at[1] == pytest.approx(bounds("table")[1][1])
    assert in_view(
        np.array([cup.at, key.at]), Site((0, 0, 0), staging.camera, staging.scenery, (staging.actors[0].position,))
    ).all()


@pytest.mark.parametrize(
    ("told", "place", "seat"),
    [
        ("Mei sits on a sofa", "void", "sofa"),
        ("Mei sits in a wheelchair", "cafe", "wheelchair"),
        ("Mei sits on a crate", "park", "crate"),
        ("Mei sits on the sofa", "living room", ""),
        ("小美坐在轮椅上", "street", "wheelchair"),
        ("Mei sits on a cloud", "void", "chair"),
    ],
)
def test_one_sits_on_what_is_named_the_sets_own_or_one_that_is_brought(told, place, seat):
    staging = stage(panel(cast("mei"), place=place, shot="full shot", action=told), 1.2, BOOK)
    assert staging.actors[0].seat == seat
    assert not staging.scenery.laid


def test_a_table_that_is_named_is_there_out_of_doors_too():
    for told, desk in (("Mei sits at the table and eats", "table"), ("Mei sits down and eats", "")):
        (actor,) = stage(panel(cast("mei"), place="park", shot="full shot", action=told), 1.2, BOOK).actors
        assert (actor.pose, actor.desk) == ("eating", desk)


def test_two_share_a_bench_that_is_brought_and_sit_before_its_boards():
    people = cast("mei", at=0.3), cast("ken", at=0.7)
    staging = stage(panel(*people, shot="full shot", action="Mei and Ken sit on a bench"), 1.2, BOOK)
    figures = tuple(draw_figure(a, staging.camera) for a in staging.actors)
    (bench,) = own_things(staging, figures)
    order = sort_pieces(
        [*own_seats([bench], staging.camera, LIGHT), *dict(cast_pieces(staging, figures))], staging.camera
    )
    assert sum(piece.cast for piece in order[-2:]) == 2


def test_one_who_looks_at_a_thing_that_lies_there_turns_to_it():
    written = panel(cast("mei"), place="kitchen", action="A letter lies on the table, Mei looks at the letter")
    staging = stage(written, 1.3, BOOK)
    assert staging.actors[0].gaze == staging.scenery.laid[0].at
    told = panel(cast("mei", facing="left"), place="kitchen", action=written.action)
    assert stage(told, 1.3, BOOK).actors[0].gaze is None


@pytest.mark.parametrize("place", ["kitchen", "cafe", "bedroom", "void"])
def test_one_who_sits_at_a_table_has_one_before_them(place):
    written = panel(cast("mei", "sitting"), place=place, shot="full shot", action="Mei sits at the table")
    staging = stage(written, 1.3, BOOK)
    (actor,) = staging.actors
    hips = skeleton(actor)["pelvis"]
    there = has_desk(Seat((float(hips[0]), 0.0, float(hips[2])), 0.45, actor.yaw, "chair"), staging.scenery)
    assert there != (actor.desk == "table")


def test_a_ball_that_is_kicked_lies_on_the_ground():
    for action in ("Mei kicks a ball.", "小美踢着一个球。"):
        staging = stage(panel(cast("mei"), place="park", shot="full shot", action=action), 1.3, script())
        (ball,) = staging.scenery.laid
        assert (ball.prop, ball.at[1]) == ("ball", 0.0)
        assert staging.actors[0].pose == "kicking"
        assert not staging.actors[0].holds
