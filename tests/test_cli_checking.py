"""What a story gets told before and after its pages are drawn: faults by every command alike, findings by check."""

import json
import re
from pathlib import Path

import pytest

from comicgen.cli import run

STORY = """\
title: Checked
{head}characters:
  ann: {{name: Ann, look: "woman, short red hair, green coat"}}
pages:
  - panels:
      - {{id: zero, shot: full shot, place: park, characters: {{ann: running}}}}
  -{page} panels:
"""
PANELS = "".join(
    f"      - {{id: n{k}, shot: full shot, place: park, characters: {{ann: running}}}}\n" for k in range(4)
)


@pytest.fixture(autouse=True)
def _own_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COMICGEN_CACHE", str(tmp_path / "cache"))
    monkeypatch.chdir(tmp_path)


def written(head: str = "", page: str = "", panels: str = PANELS) -> str:
    """Write a story of two pages and return its name."""
    page = f" {page}\n   " if page else ""
    Path("s.yaml").write_text(STORY.format(head=head, page=page) + panels, encoding="utf-8")
    return "s.yaml"


def told(story: str, capsys: pytest.CaptureFixture[str]) -> str:
    """Return what ``check`` prints of a story that has findings."""
    capsys.readouterr()
    assert run(["check", story]) == 1
    return capsys.readouterr().out


FAULTS = {
    "book's template": ({"head": "template: us-comics\n"}, "2:11", "no page template 'us-comics'"),
    "page's template": ({"page": "template: us-comics"}, "7:15", "no page template 'us-comics'"),
    "cut": ({"page": "template: 2 | 1/1"}, "7:15", "the cut '2 | 1/1' holds 3 frames, the page has 4 panels"),
    "cut's grammar": ({"page": "template: 2 | | 1"}, "7:15", "expected a width"),
    "spread": ({"head": "template: webtoon\n", "page": "spread: yes"}, "8:5", "has no facing pages"),
}


@pytest.mark.parametrize("command", ["check", "plan", "render --dry-run", "render", "takes"])
@pytest.mark.parametrize("name", FAULTS)
def test_every_command_refuses_a_layout_alike(name: str, command: str, capsys: pytest.CaptureFixture[str]) -> None:
    text, place, message = FAULTS[name]
    assert run([*command.split(), written(**text)]) == 2
    streams = capsys.readouterr()
    assert streams.out == ""
    assert f"s.yaml:{place}: error: " in streams.err
    assert message in streams.err
    assert not Path("out").exists()


def test_render_says_how_much_check_has_to_say(capsys: pytest.CaptureFixture[str]) -> None:
    story = written(panels="      - {id: x, place: park, weather: frogs, characters: {ann: running}}\n")
    words = ["render", story, "--width", "200", "--jobs", "1"]
    assert run(words) == 0
    assert capsys.readouterr().err.splitlines()[-1] == f"1 finding: see comicgen check {story}"
    assert run([*words, "-q"]) == 0
    assert capsys.readouterr().err == ""
    assert run([*words, "--json"]) == 0
    streams = capsys.readouterr()
    assert json.loads(streams.out.splitlines()[-1]) == {"event": "findings", "count": 1}
    assert streams.err == ""
    assert run(["render", written(), "--width", "200", "--jobs", "1"]) == 0
    assert "finding" not in capsys.readouterr().err


def test_several_files_for_stdout_are_refused_before_drawing(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["render", written(), "-o", "-", "--format", "png"]) == 2
    streams = capsys.readouterr()
    assert streams.out == ""
    assert "one png file fits stdout, these are 2" in streams.err
    assert "page 1" not in streams.err
    assert run(["render", written(), "-o", "-", "--format", "png", "--pages", "1", "--dry-run"]) == 0


def test_one_page_is_not_pages(capsys: pytest.CaptureFixture[str]) -> None:
    one = written().replace("s.yaml", "one.yaml")
    Path(one).write_text("title: One\npages: [{panels: [{place: park}]}]\n", encoding="utf-8")
    assert run(["plan", one]) == 0
    assert capsys.readouterr().err == "One: 1 page\n"


def test_an_unknown_model_is_told_all_models(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["render", written(), "--model", "nosuch"]) == 2
    assert re.search(r"one of .*latent.*sketch", capsys.readouterr().err)


@pytest.mark.parametrize(
    ("words", "said"),
    [("takes {} -n 1 --width 200", "takes are for models"), ("render {} --until base --dry-run", "--until base")],
)
def test_what_the_sketch_artist_does_not_have_is_said(
    words: str, said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(words.format(written()).split()) == 0
    assert said in capsys.readouterr().err


WORDS = """\
title: Words
characters:
  ann:
    name: Ann
    look: woman, zorbled hat
  bo: {name: Bo, look: old man}
pages:
  - panels:
      - {place: qwertz, weather: windd, time: noon, characters: {ann: {pose: wobbulating, expression: smile}}}
      - characters:
          ann:
            pose: standing
            expression: zzgrumpf
            holds: [cup, xylobat]
          bo: blorping
      - {action: Bolt the dog sleeps, characters: [bo]}
"""


def test_findings_point_at_the_word_itself_and_once(capsys: pytest.CaptureFixture[str]) -> None:
    Path("w.yaml").write_text(WORDS, encoding="utf-8")
    lines = [line for line in told("w.yaml", capsys).splitlines() if line.startswith("w.yaml:")]
    rows = WORDS.split("\n")
    for word in ("zorbled", "qwertz", "windd", "wobbulating", "zzgrumpf", "xylobat", "blorping", "dog"):
        row = next(k for k, text in enumerate(rows) if word in text)
        place = f"w.yaml:{row + 1}:{rows[row].index(word) + 1}: "
        assert [line.startswith(place) for line in lines if repr(word) in line] == [True], word
    assert len(lines) == 8


def test_no_hint_lists_more_than_a_dozen_names(capsys: pytest.CaptureFixture[str]) -> None:
    Path("w.yaml").write_text(WORDS, encoding="utf-8")
    hints = re.findall("  hint: (.*)", told("w.yaml", capsys))
    assert all(hint.count(",") <= 12 for hint in hints)
    assert any("see comicgen models sketch --words places" in hint for hint in hints)
    assert any("did you mean 'wind'?" in hint for hint in hints)


@pytest.mark.parametrize("weather", ["drizzle", "Heavy rain", "windy", "sunny", "暴雨", "rain and wind"])
def test_weathers_in_other_words_are_no_finding(weather: str) -> None:
    story = written(panels=f"      - {{id: x, place: park, weather: {weather}, characters: {{ann: running}}}}\n")
    assert run(["check", story]) == 0


@pytest.mark.parametrize(
    ("word", "time"),
    [("noon", "day"), ("afternoon", "day"), ("Early morning", "dawn"), ("evening", "dusk"), ("midnight", "night")],
)
def test_times_in_other_words(word: str, time: str, capsys: pytest.CaptureFixture[str]) -> None:
    from comicgen.story import read_story

    story = read_story(written(panels=f"      - {{place: park, time: {word}}}\n"))
    assert story.pages[1].panels[0].time == time


@pytest.mark.parametrize(
    ("action", "said"),
    [
        ("Bolt the dog sleeps", "the action tells of 'dog'"),
        ("一只小猫睡在门口", "the action tells of '小猫'"),
        ("Otto the old guard whistles", "the action tells of 'Otto'"),
        ("Ann the nurse runs home", ""),
        ("Ann runs home", ""),
        ("她马上跑回家", ""),
    ],
)
def test_a_stranger_gets_told(action: str, said: str, capsys: pytest.CaptureFixture[str]) -> None:
    story = written(panels=f"      - {{place: park, action: {action}, characters: {{ann: running}}}}\n")
    assert (run(["check", story]) == 1) == bool(said)
    assert said in capsys.readouterr().out


@pytest.mark.parametrize(
    ("action", "said"),
    [
        ("A young nurse waits for the bus", "'nurse'"),
        ("Rain falls. The guard whistles", "'guard'"),
        ("一个女孩站在门口", "'女孩'"),
        ("The woman's hand on the door", ""),
        ("The street is empty", ""),
    ],
)
def test_somebody_who_is_no_character_gets_told(action: str, said: str, capsys: pytest.CaptureFixture[str]) -> None:
    story = written(panels=f'      - {{place: park, action: "{action}"}}\n')
    assert (run(["check", story]) == 1) == bool(said)
    assert said in capsys.readouterr().out


def test_the_artists_words_are_printed_one_a_line(capsys: pytest.CaptureFixture[str]) -> None:
    from comicgen.staging.sets import PLACES, find_place
    from comicgen.staging.vocabulary import TABLES

    assert run(["models", "sketch", "--words", "places"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert [line.partition(":")[0] for line in lines] == list(PLACES)
    for line in lines:
        name, _, words = line.partition(": ")
        assert all(find_place(word) == name for word in words.split(", ") if word), line
    assert run(["models", "sketch", "--words"]) == 0
    everything = capsys.readouterr().out.splitlines()
    assert {line.partition(":")[0] for line in everything} == set(TABLES)
    assert all(TABLES[name]() for name in TABLES)
    assert run(["models", "sketch", "--words", "plces"]) == 2
    assert run(["models", "latent", "--words"]) == 2


@pytest.mark.parametrize(
    ("words", "age"),
    [
        ("八岁的女孩", "child"),
        ("十六岁男生", "teen"),
        ("三岁", "toddler"),
        ("七十二岁", "elder"),
        ("二十岁女人", "adult"),
    ],
)
def test_ages_in_chinese_numerals(words: str, age: str) -> None:
    from comicgen.staging.words.descriptor import read_look

    look = read_look(words)
    assert look.age == age
    assert not look.unknown


MANY = """\
titel: Many
characters:
  ann: {name: Ann, look: woman, hieght: tall}
pages:
  - panels:
      - {shto: close-up, plcae: park, time: nihgt, characters: {ann: {poes: running, at: lefft}}}
      - {place: park}
  - panels:
      - {angle: hihg}
"""


def test_all_faults_of_a_story_are_told_at_once(capsys: pytest.CaptureFixture[str]) -> None:
    Path("m.yaml").write_text(MANY, encoding="utf-8")
    wrong = ("titel", "hieght", "shto", "plcae", "nihgt", "poes", "lefft", "hihg")
    for command in ("check", "render"):
        assert run([command, "m.yaml"]) == 2
        streams = capsys.readouterr()
        assert streams.out == ""
        assert all(f"'{word}'" in streams.err for word in wrong)
        places = re.findall(r"m.yaml:(\d+):(\d+): error:", streams.err)
        assert len(places) == len(wrong)
        assert places == sorted(places, key=lambda p: (int(p[0]), int(p[1])))
    assert run(["check", "m.yaml", "--json"]) == 2
    events = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    rows = MANY.split("\n")
    for word in wrong:
        (event,) = [e for e in events if f"'{word}'" in e["message"]]
        assert rows[event["line"] - 1].index(word) + 1 == event["column"]


def test_no_more_faults_are_told_than_can_be_read(capsys: pytest.CaptureFixture[str]) -> None:
    Path("m.yaml").write_text(MANY + "      - {angle: hihg}\n" * 100, encoding="utf-8")
    assert run(["check", "m.yaml"]) == 2
    assert capsys.readouterr().err.count("error:") == 20
