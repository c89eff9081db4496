"""Takes on a proof sheet, the pick written beside the story, and the render that follows it."""

import json
from pathlib import Path

import numpy as np
import pytest
from PIL import Image
from test_cascade_book import STORY, book, model, pixels  # noqa: F401 - a fixture
from tiny_cascade import scorer

from comicgen.cli import run
from comicgen.cli.load import load
from comicgen.errors import ComicError
from comicgen.takes import pick, read_takes, takes_path


@pytest.fixture(autouse=True)
def _alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COMICGEN_CACHE", str(tmp_path / "cache"))
    monkeypatch.chdir(tmp_path)
    Path("tiny.yaml").write_text(STORY)


def events(capsys: pytest.CaptureFixture[str]) -> list[dict[str, object]]:
    return [json.loads(line) for line in capsys.readouterr().out.splitlines() if line.startswith("{")]


@pytest.mark.filterwarnings("ignore:builtin type:DeprecationWarning")
def test_takes_differ_are_scored_and_the_picked_one_is_rendered(model: Path, tmp_path: Path, capsys) -> None:  # noqa: F811
    score = scorer(tmp_path / "clip")
    words = ["takes", "tiny.yaml", "-n", "3", "--panels", "one,three", "--model", str(model), "-o", "proof", "--json"]
    capsys.readouterr()
    assert run([*words, "--score", str(score), "--width", "400"]) == 0
    told = events(capsys)
    takes = [e for e in told if e["event"] == "take"]
    assert [(t["panel"], t["take"]) for t in takes] == [(p, k) for p in ("one", "three") for k in range(3)]
    assert len({t["seed"] for t in takes}) == 6
    assert len({t["score"] for t in takes}) > 1
    assert all(-1 <= float(t["score"]) <= 1 for t in takes)
    assert np.asarray(Image.open("proof/takes-001.png")).std() > 10
    book(model, "before", STORY, "--panels", "one,two")
    assert run(["pick", "tiny.yaml", "one", "2"]) == 0
    book(model, "after", STORY, "--panels", "one,two")
    assert not np.array_equal(pixels("before", "one"), pixels("after", "one"))
    assert np.array_equal(pixels("before", "two"), pixels("after", "two"))
    record = json.loads(Path("after/render.json").read_text())
    seeds = {p["id"]: p["seed"] for page in record["pages"] for p in page["panels"]}
    assert seeds["one"] == next(t["seed"] for t in takes if (t["panel"], t["take"]) == ("one", 2))


def test_a_picked_take_finishes_from_the_stage_that_its_sheet_showed(model: Path, monkeypatch) -> None:  # noqa: F811
    from comicgen.picture.cascade import runner

    assert run(["takes", "tiny.yaml", "-n", "2", "--model", str(model), "-q", "--width", "400"]) == 0
    run(["pick", "tiny.yaml", "two", "1"])
    ran = []
    kept = runner.PixelRunner.make
    monkeypatch.setattr(runner.PixelRunner, "make", lambda self, works: (ran.append(self.spec.name), kept(self, works)))
    book(model, "out")
    assert set(ran) == {"sr256", "final"}


def test_picks_are_kept_in_the_storys_order_and_written_whole() -> None:
    script, path = load("tiny.yaml"), takes_path("tiny.yaml")
    assert read_takes(path, script) == ()
    for panel, take in (("three", 1), ("one", 7), ("three", 2)):
        pick(path, script, panel, take)
    assert read_takes(path, script) == (("one", 7), ("three", 2))
    assert path.read_text().splitlines()[1:] == ["'one': 7", "'three': 2"]
    assert not list(Path().glob(".*.tmp"))


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("[1, 2]", "must map panels to takes"),
        ("nobody: 1", "no panel 'nobody'"),
        ("one: many", "'many' is not a take"),
        ("one: -1", "is not a take"),
        ("one: 10000", "is not a take"),
        ("one: [1]", "is not a take"),
        ("one: {", "not a file of picked takes"),
        ("one: !!python/object:os.system 3", None),
    ],
)
def test_a_bad_file_of_takes_names_itself(text: str, told: str | None) -> None:
    path = takes_path("tiny.yaml")
    path.write_text(text)
    if told is None:
        assert read_takes(path, load("tiny.yaml")) == (("one", 3),)
        return
    with pytest.raises(ComicError, match=told) as fault:
        read_takes(path, load("tiny.yaml"))
    assert "tiny.takes.yaml" in str(fault.value)
    assert run(["render", "tiny.yaml", "-q"]) == 2


@pytest.mark.parametrize("words", [["nobody", "1"], ["one", "99999"]])
def test_picking_what_there_is_not_is_refused(words: list[str]) -> None:
    assert run(["pick", "tiny.yaml", *words]) == 2
    assert not takes_path("tiny.yaml").exists()


def test_a_directory_that_scores_nothing_says_so(tmp_path: Path, model: Path) -> None:  # noqa: F811
    (tmp_path / "bert").mkdir()
    (tmp_path / "bert" / "config.json").write_text('{"model_type": "bert"}')
    assert run(["takes", "tiny.yaml", "-n", "1", "--model", str(model), "--score", "bert", "-q"]) == 2
    assert run(["takes", "tiny.yaml", "-n", "1", "--model", str(model), "--score", "nowhere", "-q"]) == 3
