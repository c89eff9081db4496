"""Conversations settled: whom one alone faces, and how two who talk on are seen."""

import numpy as np
import pytest
from director_panels import cast, panel, script
from story_texts import panels_text, read

from comicgen.script import Panel, resolve
from comicgen.staging import anchors, stage
from comicgen.staging.figure import skeleton

BOOK = script()


def settle(*panels: str) -> list[Panel]:
    return list(resolve(read(panels_text(*panels))).pages[0].panels)


def test_one_alone_faces_the_other_of_the_conversation() -> None:
    first, second, third = settle(
        "place: hall\ncharacters: {mei: sad}\ndialogue: [mei: a]",
        "characters: {ken: angry}\ndialogue: [ken: b]",
        "shot: close-up\ncharacters: {mei: angry}",
    )
    assert [p.cast[0].facing for p in (first, second, third)] == ["ken", "mei", "ken"]
    assert dict(first.why)["facing"] == "talks with ken"


def test_a_voice_from_off_the_panel_is_faced_before_anybody_else() -> None:
    both = "place: hall\ncharacters: {mei: sad, ming: sad}"
    panels = settle(both, "characters: {mei: sad}\ndialogue: [ken (off): a]")
    assert panels[1].cast[0].facing == "ken"


@pytest.mark.parametrize("own", ["facing: left", "facing: camera", "look: right"])
def test_what_is_told_stays(own: str) -> None:
    before = "place: hall\ncharacters: {ken: sad}"
    told = settle(before, f"characters: {{mei: {{{own}}}}}\ndialogue: [mei: a]")[1].cast[0]
    assert (told.facing or told.look) == own.split()[1]


def test_another_scene_is_not_looked_into() -> None:
    assert settle("place: hall\ncharacters: {ken: sad}", "place: roof\ndialogue: [mei: a]")[1].cast[0].facing == ""


def test_two_who_talk_on_are_seen_over_a_shoulder_every_other_time() -> None:
    talk = "shot: medium shot\ndialogue: [mei: a, ken: b]"
    assert [p.angle for p in settle(*[talk] * 4)] == ["eye", "over-the-shoulder", "eye", "over-the-shoulder"]
    assert [p.angle for p in settle(talk, f"angle: eye\n{talk}", f"angle: low\n{talk}")] == ["eye", "eye", "low"]
    placed = "shot: medium shot\ncharacters: {mei: {at: left}, ken: {}}\ndialogue: [mei: a, ken: b]"
    assert [p.angle for p in settle(placed, placed)] == ["eye", "eye"]


@pytest.mark.parametrize("reading", ["ltr", "rtl"])
def test_two_alone_look_at_each_other_across_the_cut(reading: str) -> None:
    """Each stands on his own side of the line, at a third of the frame, and looks to where the other stands."""
    book, leaning = script(reading), {}
    for me, other in (("mei", "ken"), ("ken", "mei")):
        written = panel(cast(me, facing=other), shot="medium close-up", lines=[(me, "A")])
        staging = stage(written, 1.3, book)
        (head,) = [a.head for a in anchors(staging)]
        way = float(np.dot(skeleton(staging.actors[0]).head.facing, staging.camera.right))
        leaning[me] = (head.centre[0] - 0.5, way)
    for aside, way in leaning.values():
        assert 0.06 < abs(aside) < 0.2
        assert aside * way < 0
    assert (leaning["mei"][1] > 0.3) == (reading == "ltr")
    assert leaning["mei"][1] * leaning["ken"][1] < 0


def test_the_camera_goes_round_to_the_one_who_speaks() -> None:
    open_ = {}
    for who in ("mei", "ken"):
        pair = (cast("mei", facing="ken"), cast("ken", facing="mei"))
        staging = stage(panel(*pair, lines=[(who, "A")]), 1.3, BOOK)
        open_[who] = [-float(np.dot(skeleton(a).chest.facing, staging.camera.forward)) for a in staging.actors]
    assert open_["mei"][0] > open_["ken"][0] + 0.15
    assert open_["ken"][1] > open_["mei"][1] + 0.15
