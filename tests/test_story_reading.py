"""What a story file says, read exactly: words, places in the file, forms of each key, the schema."""

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from story_texts import as_json, as_yaml, panels_text, read, story_data

from comicgen.errors import StoryError
from comicgen.story import Crop, PanelSpec, Part, Story, read_story, schema
from comicgen.story.new import new_story, story_templates
from comicgen.story.pieces import SPOTS


def panel(text: str) -> PanelSpec:
    return read(panels_text(text)).pages[0].panels[0]


@pytest.mark.parametrize(
    "word",
    ["yes", "no", "on", "off", "12:30", "1:30", "null", "~", "1e3", "08", "0777", "=", "2001-12-14", "0x1f", "true"],
)
def test_text_stays_text(word: str) -> None:
    found = panel(f"action: {word}\ncaption: {word}\nsfx: [{word}]\ndialogue:\n  - mei: {word}")
    assert found.action == word
    assert [line.text for line in found.lines] == [word, word]
    assert found.sfx == (word,)


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_marks_count_lines_and_characters_as_editors_do(end: str) -> None:
    text = end.join(["# 注释\t🙂", "title: 屋顶", "pages:", "  - panels:", "      - {action: 屋顶🙂, shto: x}"])
    with pytest.raises(StoryError) as caught:
        read(text)
    assert str(caught.value.where) == "s.yaml:5:23"


def test_a_byte_order_mark_is_no_part_of_the_story() -> None:
    data = ("\ufeff" + panels_text("action: Mei waits")).encode()
    assert read_story("s.yaml", data) == read(panels_text("action: Mei waits"))


def test_unicode_line_separators_are_no_lines_of_a_file() -> None:
    with pytest.raises(StoryError) as caught:
        read('title: "a\u2028b\x85c"\nauthr: x\n')
    assert str(caught.value.where) == "s.yaml:2:1"


def test_the_pure_parser_reads_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    import yaml

    text = panels_text("action: 屋顶 🙂\ndialogue:\n  - mei (off): |\n      a\n      b\n  - 小明：好", "caption: x")
    fast = read(text)
    monkeypatch.delattr(yaml, "CSafeLoader")
    assert read(text) == fast


@pytest.mark.parametrize(
    ("at", "expected"),
    [
        ("left", (SPOTS["left"], "")), ("centre-left", (SPOTS["centre-left"], "")), ("center", (0.5, "")),
        ("left back", (SPOTS["left"], "back")), ("back", (None, "back")), ("0.3", (0.3, "")), ("1", (1.0, "")),
        ("front 0", (0.0, "front")), (".25 middle", (0.25, "middle")), ("Centre-Right", (SPOTS["centre-right"], "")),
    ],
)  # fmt: skip
def test_at(at: str, expected: tuple[float | None, str]) -> None:
    (part,) = panel(f"characters: {{mei: {{at: {at}}}}}").cast or ()
    assert (part.at, part.depth) == expected


@pytest.mark.parametrize(
    ("word", "pose", "expression"),
    [
        ("surprised", "", "surprised"), ("running", "running", ""), ("crying", "", "crying"),
        ("very angry", "", "very angry"), ("惊讶", "", "惊讶"), ("看书", "看书", ""), ("~", "", "~"),
    ],
)  # fmt: skip
def test_short_form_of_a_character(word: str, pose: str, expression: str) -> None:
    (part,) = panel(f"characters: {{mei: {word}}}").cast or ()
    assert (part.pose, part.expression) == (pose, expression)


def test_a_list_of_characters_who_are_simply_there() -> None:
    parts = panel("characters: [mei, ken]").cast or ()
    assert [(p.character, p.pose, p.expression) for p in parts] == [("mei", "", ""), ("ken", "", "")]
    assert panel("characters: []").cast == ()


def test_everything_a_part_may_say() -> None:
    text = "characters:\n  mei: {pose: sit, expression: sad, facing: ken, look: left, size: 1.5, holds: [cup, letter]}"
    (part,) = panel(text).cast or ()
    expected = Part("mei", "sit", "sad", None, "", "ken", "left", 1.5, ("cup", "letter"), part.where)
    assert part == expected
    assert panel("characters: {mei: {holds: sword}}").cast[0].holds == ("sword",)  # type: ignore[index]
    assert panel("characters: {mei: }").cast[0].pose == ""  # type: ignore[index]


def test_crop_sounds_effects_and_order_of_lines() -> None:
    story = read(panels_text("id: a\naction: x", "crop: {of: a, box: [0.1, 0.2, 0.4, 0.5]}\nsfx: BANG\neffects: flash"))
    second = story.pages[0].panels[1]
    assert second.crop == Crop("a", (0.1, 0.2, 0.4, 0.5))
    assert (second.sfx, [e.name for e in second.effects]) == (("BANG",), ["flash"])
    first = panel("caption: [a, b]\ndialogue: [mei: c]").lines
    last = panel("dialogue: [mei: c]\ncaption: d").lines
    assert [line.text for line in first] == ["a", "b", "c"]
    assert [line.text for line in last] == ["c", "d"]
    assert first[0].kinds == ("caption",)


@pytest.mark.parametrize(
    ("given_", "expected"),
    [
        ("[[2], [1, 1]]", ("", ((2.0,), (1.0, 1.0)), "")),
        ("manga-b5", ("manga-b5", (), "")),
        ("pages/mine.yaml", ("pages/mine.yaml", (), "")),
        ("2 | 1/1", ("", (), "2 | 1/1")),
        ("1 | *", ("", (), "1 | *")),
        ("'3: 1 | 2(1 | 1) / 1'", ("", (), "3: 1 | 2(1 | 1) / 1")),
        ("1 /8° 1 |-3° 1", ("", (), "1 /8° 1 |-3° 1")),
        ("1", ("", (), "1")),
    ],
)
def test_page_templates(given_: str, expected: tuple[Any, ...]) -> None:
    text = panels_text("action: x", "action: y", "action: z").replace(
        "  - panels:", f"  - template: {given_}\n    panels:"
    )
    page = read(text).pages[0]
    assert (page.template, page.rows, page.cut) == expected


def test_left_out_place_differs_from_empty_place() -> None:
    assert panel("action: x").place is None
    assert panel('place: ""\nweather: ""\ntime: ""').weather == ""


def test_names_of_shots_in_other_words() -> None:
    assert panel("shot: 特写").shot == "close-up"
    assert panel("shot: Close Up").shot == "close-up"
    assert panel("angle: birds eye").angle == "bird's-eye"


def test_a_story_without_a_title_takes_its_file_name() -> None:
    text = panels_text("action: x").removeprefix("title: T\n")
    assert read_story("tales/fox.yaml", text).title == "fox"


def _read_or_refuse(text: str | bytes) -> None:
    try:
        found = read_story("s.yaml", text)
    except StoryError as error:
        told = str(error)
    else:
        told = "s.yaml" if isinstance(found, Story) and bool(found.pages) != bool(found.scenes) else ""
    assert told.startswith("s.yaml")


@given(st.text(max_size=300) | st.binary(max_size=300))
def test_any_text_gives_a_story_or_a_story_error(text: str | bytes) -> None:
    _read_or_refuse(text)


@given(st.text(alphabet="a:-[]{}\n \t&*!|>'\"#%@`,?~019.é屋\x85\u2028\r", max_size=120))
def test_any_yaml_like_text_gives_a_story_or_a_story_error(text: str) -> None:
    with pytest.raises(StoryError):
        read(text)


VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=10),
    lambda c: (
        st.lists(c, max_size=3)
        | st.dictionaries(
            st.sampled_from(["title", "pages", "panels", "shot", "scenes", "text", "seed", "characters"]), c
        )
    ),
    max_leaves=15,
)


@settings(max_examples=60)
@given(VALUES)
def test_any_data_gives_a_story_or_a_story_error(data: Any) -> None:
    import json

    _read_or_refuse(json.dumps(data))


@settings(max_examples=60)
@given(story_data())
def test_block_and_flow_style_read_back_the_same_words(data: dict[str, Any]) -> None:
    block, flow = read(as_yaml(data)), read(as_json(data))
    assert block.title == flow.title == data["title"].strip()
    for written, one, two in zip(data["pages"], block.pages, flow.pages, strict=True):
        for spec, a, b in zip(written["panels"], one.panels, two.panels, strict=True):
            assert (a.action, a.sfx, a.weight) == (b.action, b.sfx, b.weight)
            assert a.action == spec.get("action", "").strip()
            assert [n.text for n in a.lines] == [n.text for n in b.lines]
            said = [text.strip() for line in spec.get("dialogue", ()) for text in line.values()]
            captions = [spec["caption"].strip()] if "caption" in spec else []
            assert sorted(n.text for n in a.lines) == sorted(said + captions)


def test_the_schema_is_valid_and_accepts_what_the_reader_accepts() -> None:
    jsonschema = pytest.importorskip("jsonschema")
    import yaml

    validator = jsonschema.Draft202012Validator
    validator.check_schema(schema())
    for name in story_templates():
        validator(schema()).validate(yaml.safe_load(new_story("T", name)))
    for wrong in ({"title": "x"}, {"pages": [{"panels": [{"shto": "x"}]}]}, {"pages": [], "scenes": []}, []):
        assert not validator(schema()).is_valid(wrong)


def test_every_key_of_the_schema_is_described() -> None:
    def walk(node: Any) -> None:
        if isinstance(node, dict):
            for child in node.get("properties", {}).values():
                assert child["description"]
            for child in node.values():
                walk(child)
        elif isinstance(node, list):
            for child in node:
                walk(child)

    walk(schema())


@pytest.mark.parametrize("name", story_templates())
def test_new_stories_are_stories(name: str) -> None:
    title = "He said: \"it's 5 # o'clock\" 屋顶"
    assert read(new_story(title, name)).title == title
    assert new_story(title, name).startswith("#")
