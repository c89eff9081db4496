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
