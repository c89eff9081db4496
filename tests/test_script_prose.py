"""Prose into panels: golden scenes with the reason of each panel, role lines in two languages."""

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from story_texts import prose, read

from comicgen.errors import StoryError
from comicgen.script import Panel, Script, resolve
from comicgen.script.beats import sentences


def panels(script: Script) -> list[Panel]:
    return [panel for page in script.pages for panel in page.panels]


def told(script: Script) -> str:
    """Return a script as plain text, a line for each thing a panel holds."""
    out = []
    for panel in panels(script):
        why = dict(panel.why)
        out.append(f"{panel.id} [{panel.shot}: {why['shot']}] <- {why['panel']}")
        out += [f"  {c.character.id}: {c.pose or '-'}, {c.expression or '-'}" for c in panel.cast]
        out += [f"  {n.speaker or 'caption'} ({', '.join(n.kinds)}): {n.text}" for n in panel.lines]
        out += [f"  sfx: {s}" for s in panel.sfx]
    return "\n".join(out)


TRAIN = """
Mei runs along the empty platform. The doors are closing.
MEI: Wait!
KEN (thinking): She made it.
SFX: GATAN
CAPTION: The last train of the year.
Ken laughs.
"""
TRAIN_TOLD = """\
mei-runs-along-the [long shot: opens the scene: shows the place] <- the scene begins
  mei: running, -
  ken: -, -
  mei (speech): Wait!
  ken (thought): She made it.
  caption (caption): The last train of the year.
  sfx: GATAN
ken-laughs [close-up: feeling: laugh] <- change of action
  ken: -, laugh"""

PARK = """
小明坐在长椅上看书。风很大。
小明（心想）：终于安静了。
Mei 跑了过来。
MEI（大喊、画外）：小明！
音效：啪
旁白：一分钟以后。
小明生气了！
小明：走开！
"""
PARK_TOLD = """\
小明坐在长椅上看书-风很大 [long shot: opens the scene: shows the place] <- the scene begins
  ming: sitting, -
  ming (thought): 终于安静了。
mei-跑了过来 [full shot: the whole body acts: running] <- change of actor: mei
  mei: running, -
  mei (shout, off): 小明！
  caption (caption): 一分钟以后。
  sfx: 啪
小明生气了 [close-up: feeling: angry] <- change of actor: ming
  ming: -, angry
  ming (speech): 走开！"""


@pytest.mark.parametrize(("text", "expected"), [(TRAIN, TRAIN_TOLD), (PARK, PARK_TOLD)], ids=["train", "park"])
def test_golden_scene(text: str, expected: str) -> None:
    assert told(prose(text)) == expected


def starts(text: str) -> list[str]:
    return [dict(p.why)["panel"] for p in panels(prose(text))]


def test_change_of_action_and_of_actor() -> None:
    assert starts("Mei runs. Mei falls. Ken waits. He sleeps.") == [
        "the scene begins", "change of action", "change of actor: ken", "change of action",
    ]  # fmt: skip


def test_they_are_the_two_seen_last() -> None:
    last = panels(prose("Mei runs. Ken waits. They laugh together."))[-1]
    assert [(c.character.id, c.expression) for c in last.cast] == [("mei", "laugh"), ("ken", "laugh")]


def test_a_voice_that_the_action_does_not_show_begins_a_panel() -> None:
    assert starts("Mei runs.\nKEN: Stop!") == ["the scene begins", "change of actor: ken speaks"]
    assert starts("Mei runs.\nKEN (off): Stop!") == ["the scene begins"]


def test_an_answer_stays_and_a_third_voice_does_not() -> None:
    lines = "Mei waits.\nMEI: Where?\nKEN: Here.\nMEI: Oh."
    assert starts(lines) == ["the scene begins", "another voice: mei"]


def test_a_shout_after_others_begins_a_panel() -> None:
    assert starts("MEI: Where?\nKEN (shout): HERE!") == ["the scene begins", "ken shouts"]


def test_more_speech_than_a_panel_holds() -> None:
    assert starts("\n".join(["MEI: One.", "MEI: Two.", "MEI: Three.", "MEI: Four."]))[1:] == [
        "more speech than one panel holds"
    ]
    long = " ".join(f"This is sentence number {k} of a very long speech." for k in range(9))
    cut = panels(prose(f"MEI: {long}"))
    assert len(cut) > 2
    assert " ".join(n.text for p in cut for n in p.lines) == long
    chinese = "今天终于可以安静地看书了。" * 8
    assert "".join(n.text for p in panels(prose(f"小明：{chinese}")) for n in p.lines) == chinese


def test_no_word_of_the_prose_is_lost() -> None:
    text = "Mei runs, scarf flying.\nShe sees Mr. Ken.\n\nA door closes: bang!\nMEI: Oh.\nNobody is there."
    script = prose(text)
    kept = " ".join([p.action for p in panels(script)] + [n.text for p in panels(script) for n in p.lines])
    for word in [
        "runs,",
        "scarf",
        "flying.",
        "sees",
        "Mr.",
        "Ken.",
        "door",
        "closes:",
        "bang!",
        "Oh.",
        "Nobody",
        "there.",
    ]:
        assert word in kept


def test_sentences() -> None:
    assert sentences("Mr. Ken waits. Mei runs! 好。“走吧。”走了… End") == [
        "Mr. Ken waits.", "Mei runs!", "好。", "“走吧。”", "走了…", "End",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("line", "speaker", "kinds"),
    [
        ("MEI: x", "mei", ("speech",)),
        ("Mei (thought): x", "mei", ("thought",)),
        ("mei(off, shout) : x", "mei", ("off", "shout")),
        ("小明：x", "ming", ("speech",)),
        ("小明（心想）：x", "ming", ("thought",)),
        ("小明（小声，画外）：x", "ming", ("whisper", "off")),
        ("小明(大喊):x", "ming", ("shout",)),
        ("旁白：x", "", ("caption",)),
        ("NARRATOR: x", "", ("caption",)),
        ("Ken（广播）：x", "ken", ("radio",)),
        ("ken (v.o.): x", "ken", ("off",)),
    ],
)
def test_role_lines(line: str, speaker: str, kinds: tuple[str, ...]) -> None:
    (found,) = panels(prose(line))[0].lines
    assert (found.speaker, found.kinds, found.text) == (speaker, kinds, "x")


def test_prose_with_a_colon_is_prose() -> None:
    (panel,) = panels(prose("Mei knows one thing: it is over."))
    assert panel.action == "Mei knows one thing: it is over."
    assert not panel.lines


@pytest.mark.parametrize("line", ["ZOE: Wait!", "Zoe (thought): Wait!", "小红：等等！"])
def test_an_unknown_speaker_is_an_error_in_its_line(line: str) -> None:
    with pytest.raises(StoryError, match="no character") as caught:
        prose(f"Mei runs.\n\n{line}")
    assert caught.value.where.line == 11  # type: ignore[union-attr]


def test_panels_know_their_line_in_the_file() -> None:
    script = prose("Mei runs.\n\nMEI (shout): Wait!\nKen waits.")
    assert [p.where.line for p in panels(script)] == [9, 12]
    assert panels(script)[0].lines[0].where.line == 11  # type: ignore[union-attr]


def test_pages_have_a_sensible_number_of_panels() -> None:
    text = "\n".join("Mei runs.\nKen waits." for _ in range(13))
    assert [len(p.panels) for p in prose(text).pages] == [5, 5, 5, 5, 6]
    assert [len(p.panels) for p in prose(text, "template: yonkoma\n").pages] == [4] * 6 + [2]
    assert [len(p.panels) for p in prose(text, "template: webtoon\n").pages] == [26]


@settings(max_examples=150)
@given(st.text(alphabet="MEIKNmeikn小明 \n.!?。！:：()（）心想shout\t…”", max_size=120))
def test_any_prose_is_settled_or_refused_in_its_place(text: str) -> None:
    story = {
        "characters": {"mei": "girl", "ken": {"name": "Ken"}, "ming": {"name": "小明"}},
        "scenes": [{"text": text}],
    }
    try:
        made = panels(resolve(read(json.dumps(story))))
    except StoryError as error:
        place = str(error.where)
    else:
        place = "s.yaml:" if made and len({p.id for p in made}) == len(made) else "nothing was made"
    assert place.startswith("s.yaml:")
