"""Stories settled: what carries on, who is there, how ids and shots are chosen, what is found."""

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from story_texts import as_json, panels_text, read, story_data

from comicgen.script import Panel, Script, findings, resolve
from comicgen.story import read_story


def settle(*panels: str) -> list[Panel]:
    return list(resolve(read(panels_text(*panels))).pages[0].panels)


def messages(script: Script) -> list[str]:
    return [finding.message for finding in findings(script)]


def test_place_time_and_weather_carry_on() -> None:
    first, second, third, fourth = settle(
        "place: street\ntime: night\nweather: rain", "action: Mei waits", "place: hall", 'time: ""\nplace: ""'
    )
    assert (second.place, second.time, second.weather) == ("street", "night", "rain")
    assert dict(second.why)["place"] == "as in the panel before"
    assert (third.place, third.time, third.weather) == ("hall", "night", "")
    assert dict(third.why)["weather"] == "a new place: the weather stays behind"
    assert (fourth.place, fourth.time) == ("", "")
    assert first.scene == second.scene != third.scene


def test_a_place_may_tell_the_time() -> None:
    text = panels_text("place: lake").replace("pages:", "places: {lake: moonlit lake at night}\npages:")
    (panel,) = resolve(read(text)).pages[0].panels
    assert (panel.time, panel.place_text) == ("night", "moonlit lake at night")


def test_who_is_there() -> None:
    (named,) = settle("action: Ken and Mei wait\ndialogue: [小明：好, mei (off): x]")
    assert [c.character.id for c in named.cast] == ["mei", "ken", "ming"]
    (listed,) = settle("characters: {mei: smile}\ndialogue: [ken: Hello]")
    assert [c.character.id for c in listed.cast] == ["mei"]
    assert listed.lines[0].kinds == ("speech", "off")
    (nobody,) = settle("action: Ken waits\ncharacters: {}")
    assert nobody.cast == ()


def test_a_crop_shows_what_its_source_shows() -> None:
    source, crop = settle(
        "id: a\nplace: hall\ncharacters: {mei: smile}", "crop: {of: a, box: [0, 0, 0.5, 0.5]}\ndialogue: [mei: x]"
    )
    assert (crop.cast, crop.shot, crop.place) == (source.cast, source.shot, source.place)
    assert crop.lines[0].kinds == ("speech",)


SHOTS = [
    ("place: hall\naction: Mei waits", "long shot"),
    ("place: hall", "extreme long shot"),
    ("action: rain falls", "long shot"),
    ("characters: {mei: angry}", "close-up"),
    ("characters: {mei: angry}\ndialogue: [mei: a, mei: b]", "medium close-up"),
    ("dialogue: [mei: a, ken: b, mei: c]", "full shot"),
    ("characters: {mei: {pose: running}}", "full shot"),
    ("dialogue: [mei (shout): a]", "medium close-up"),
    ("dialogue: [mei: a, ken: b]", "medium shot"),
    ("dialogue: [mei: a]", "medium shot"),
    ("shot: cowboy shot\nplace: hall", "cowboy shot"),
]


@pytest.mark.parametrize(("text", "shot"), SHOTS)
def test_shot_sizes_by_rule(text: str, shot: str) -> None:
    _, panel = settle("shot: extreme close-up", text)
    assert panel.shot == shot
    assert ("shot" in dict(panel.why)) == ("shot:" not in text)


def test_the_author_may_repeat_a_shot_and_the_program_does_not() -> None:
    assert [p.shot for p in settle("shot: full shot", "shot: full shot")] == ["full shot", "full shot"]
    shots = [p.shot for p in settle(*["dialogue: [mei: a]"] * 6)]
    assert all(a != b for a, b in pairwise(shots))


def test_two_empty_places_that_are_told_of_have_two_sizes() -> None:
    told = "dialogue: [narrator: a, narrator: b]"
    assert [p.shot for p in settle(f"place: hall\n{told}", f"place: roof\n{told}")] == [
        "extreme long shot",
        "long shot",
    ]


@settings(max_examples=60)
@given(story_data())
def test_every_panel_is_settled(data: dict[str, object]) -> None:
    script = resolve(read(as_json(data)))
    panels = [p for page in script.pages for p in page.panels]
    assert len({p.id for p in panels}) == len(panels)
    for before, panel in zip([None, *panels], panels, strict=False):
        assert panel.shot
        assert panel.angle
        if before and "shot" in dict(panel.why):
            assert panel.shot != before.shot
    assert script == resolve(read(as_json(data)))


TALES = ["action: Mei runs", "action: Ken waits\nid: ken", "dialogue: [mei: a]", "place: hall", "action: Ming eats"]


@given(st.integers(0, len(TALES)), st.sampled_from(["action: a bird sings", "sfx: BANG\naction: boom"]))
def test_an_insert_renames_no_other_panel(at: int, new: str) -> None:
    ids = [p.id for p in settle(*TALES)]
    more = [p.id for p in settle(*TALES[:at], new, *TALES[at:])]
    assert more[:at] + more[at + 1 :] == ids


def test_an_edited_line_renames_no_panel() -> None:
    assert settle("dialogue: [mei: a]")[0].id == settle("dialogue: [mei: something else]")[0].id == "mei"


def test_ids_of_equal_panels_are_counted_past_those_of_the_author() -> None:
    assert [p.id for p in settle("action: rain", "action: rain", "action: rain\nid: rain-2")] == [
        "rain",
        "rain-3",
        "rain-2",
    ]


def test_findings() -> None:
    words = "word " * 60
    script = resolve(
        read(panels_text(f"dialogue: [mei: {words}]", "shot: full shot", "characters: {mei: sad}\ndialogue: [ken: x]"))
    )
    found = messages(script)
    assert any("too full: about 60 words" in m for m in found)
    assert any("ken speaks but is not there" in m for m in found)
    assert "the character 'ming' is in no panel" in found
    many = resolve(read(panels_text("dialogue: [" + ", ".join(["mei: a"] * 7) + "]")))
    assert any("7 balloons" in m for m in messages(many))


def test_empty_panels_lookless_people_and_mistyped_places_are_found() -> None:
    text = "characters: {mei: ''}\nplaces: {platform: a platform}\npages:\n  - panels:\n      - shot: full shot\n"
    text += "      - {place: platform, action: Mei waits}\n      - {place: platfrom, action: Mei runs}\n"
    found = findings(resolve(read_story("s.yaml", text)))
    assert [(f.where.line, f.hint) for f in found] == [  # type: ignore[union-attr]
        (1, "describe it: every panel repeats the words"),
        (5, "give it an action, a place or characters"),
        (7, "did you mean 'platform'?"),
    ]
