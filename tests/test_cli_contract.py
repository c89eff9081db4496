"""The command line's contract: streams, exit codes, names of files, and the table of minimal commands."""

import json
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from comicgen.cli import run

ROOT = Path(__file__).parents[1]
STORIES = sorted((ROOT / "stories").glob("*.yaml"))

SMALL = """\
title: Small
seed: 1
style: {tone: mono}
characters:
  ann: {name: Ann, look: "woman, short red hair, green coat"}
pages:
  - panels:
      - id: one
        shot: medium shot
        place: street
        characters: {ann: smile}
        dialogue:
          - ann: Yes.
      - id: two
        shot: close-up
        characters: {ann: surprised}
        sfx: BANG
"""


@pytest.fixture(autouse=True)
def _own_cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COMICGEN_CACHE", str(tmp_path / "cache"))
    monkeypatch.chdir(tmp_path)


@pytest.fixture
def small(tmp_path: Path) -> Path:
    path = tmp_path / "small.yaml"
    path.write_text(SMALL, encoding="utf-8")
    return path


COMMANDS = [
    ("render {story} -q --width 400", 0),
    ("render {story} --width 400 -o book.pdf", 0),
    ("render {story} --width 400 --format png,cbz -o both", 0),
    ("render {story} --dry-run", 0),
    ("render {story} --pages 2", 2),
    ("render {story} --panels nobody", 2),
    ("render {story} --format gif", 2),
    ("render {story} --until later", 2),
    ("render {story} --model nowhere/at-all", 3),
    ("render missing.yaml", 2),
    ("check {story}", 0),
    ("plan {story}", 0),
    ("plan {story} --json", 0),
    ("new 'My Story'", 0),
    ("templates", 0),
    ("templates manga-b5", 0),
    ("templates nothing", 2),
    ("models", 0),
    ("fonts", 0),
    ("schema", 0),
    ("cache", 0),
    ("--version", 0),
    ("render {story} --width 400 --dpi 100", 2),
    ("render {story} --pages 3-1", 2),
    ("render {story} {story}", 2),
    ("render {story} -o book.gif", 2),
    ("render {story} --seed -3", 2),
    ("nonsense", 2),
    ("render", 2),
    ("render {story} --format webtoon -q", 0),
    ("render {story} --format webtoon --width 500 -q", 2),
    ("render {story} --format webtoon -o -", 2),
    ("render {story} --panels one,two --format png -o -", 2),
]


@pytest.mark.parametrize(("words", "code"), COMMANDS, ids=[c[0] for c in COMMANDS])
def test_minimal_commands(words: str, code: int, small: Path) -> None:
    import shlex

    assert run(shlex.split(words.format(story=small))) == code


def test_render_prints_the_written_paths(small: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["render", str(small), "--width", "400"]) == 0
    streams = capsys.readouterr()
    assert streams.out.split() == ["out/small/page-001.png"]
    assert Path("out/small/page-001.png").is_file()
    assert json.loads(Path("out/small/render.json").read_text())["pages"][0]["panels"][0]["id"] == "one"
    assert "page 1" in streams.err


def test_json_events_are_one_a_line(small: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["render", str(small), "--width", "400", "--json"]) == 0
    streams = capsys.readouterr()
    events = [json.loads(line) for line in streams.out.splitlines()]
    assert [e["event"] for e in events] == ["panel.done", "panel.done", "page.done", "written"]
    assert not streams.err


def test_a_story_from_stdin_to_stdout() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "comicgen", "render", "-", "-o", "-", "--format", "pdf", "--width", "300"],
        input=SMALL.encode(), capture_output=True, check=True,
    )  # fmt: skip
    assert done.stdout.startswith(b"%PDF-")
    assert not Path("out").exists()


def test_an_edited_line_takes_no_picture_again(small: Path, capsys: pytest.CaptureFixture[str]) -> None:
    run(["render", str(small), "--width", "400", "-q"])
    small.write_text(SMALL.replace("Yes.", "No."), encoding="utf-8")
    capsys.readouterr()
    run(["render", str(small), "--width", "400", "--json"])
    events = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [e["cached"] for e in events if e["event"] == "panel.done"] == [True, True]


def test_bad_input_writes_nothing(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    story = tmp_path / "bad.yaml"
    story.write_text(SMALL.replace("shot: close-up", "shto: close-up"), encoding="utf-8")
    before = sorted(tmp_path.rglob("*"))
    assert run(["render", str(story)]) == 2
    assert sorted(tmp_path.rglob("*")) == before
    told = capsys.readouterr().err
    assert "bad.yaml:15:9: error:" in told
    assert "did you mean 'shot'?" in told
    assert "        ^" in told


def test_unwritable_output_is_a_clear_error(small: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "file").write_text("not a folder")
    assert run(["render", str(small), "-o", "file/pages", "--width", "300"]) == 4
    assert "cannot write" in capsys.readouterr().err


def test_no_control_characters_reach_the_terminal(small: Path, capsys: pytest.CaptureFixture[str]) -> None:
    small.write_text(SMALL.replace("title: Small", 'title: "\\e]0;owned\\a"'), encoding="utf-8")
    run(["render", str(small), "--width", "300"])
    streams = capsys.readouterr()
    assert "\x1b" not in streams.out + streams.err


@pytest.mark.parametrize("story", STORIES, ids=lambda p: p.stem)
def test_shipped_stories_have_no_findings(story: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code = run(["check", str(story), "-q"])
    assert capsys.readouterr().out == ""
    assert code == 0


def test_a_reader_that_leaves_early_is_no_fault(small: Path) -> None:
    words = [sys.executable, "-m", "comicgen", "schema"]
    with subprocess.Popen(words, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as tool:
        tool.stdout.read(1)
        tool.stdout.close()
        told = tool.stderr.read()
        assert tool.wait() in (0, 141)
    assert b"Traceback" not in told


HEEDING = (
    "import signal; signal.signal(signal.SIGINT, signal.default_int_handler); from comicgen.cli import main; main()"
)
"""The command, heeding interrupts also where a shell made its background jobs ignore them."""


@pytest.mark.parametrize(("number", "code"), [(signal.SIGINT, 130), (signal.SIGTERM, 143)])
def test_interrupted_renders_leave_nothing_half_made(number: int, code: int, tmp_path: Path) -> None:
    long = SMALL + "".join(
        f"  - panels:\n      - {{id: n{i}, shot: full shot, place: park, characters: {{ann: running}}}}\n"
        for i in range(40)
    )
    (tmp_path / "long.yaml").write_text(long)
    words = ["render", "long.yaml", "-o", "out", "--format", "pdf,cbz", "--jobs", "2", "--width", "600"]
    with subprocess.Popen([sys.executable, "-c", HEEDING, *words], stderr=subprocess.PIPE, text=True) as tool:
        tool.stderr.readline()
        tool.send_signal(number)
        tool.stderr.read()
        assert tool.wait() == code
    assert list((tmp_path / "out").iterdir()) == []


def test_json_tells_faults_with_their_place(small: Path, capsys: pytest.CaptureFixture[str]) -> None:
    small.write_text(SMALL.replace("shot: close-up", "shto: close-up"), encoding="utf-8")
    for command in ("render", "check"):
        assert run([command, str(small), "--json"]) == 2
        event = json.loads(capsys.readouterr().out)
        assert (event["event"], event["line"], event["column"], event["exit"]) == ("error", 15, 9, 2)


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("model: skech", "skech"),
        ("title: T\nmodel: nowhere/model", "no model directory"),
    ],
)
def test_check_sees_what_render_would_refuse(
    line: str, said: str, small: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    small.write_text(
        SMALL.replace("title: Small", line if "title" in line else f"title: Small\n{line}"), encoding="utf-8"
    )
    assert run(["check", str(small)]) == 1
    assert said in capsys.readouterr().out


@pytest.mark.parametrize(
    ("word", "said"), [("weather: frogs", "frogs"), ("effects: [rain, sped lines]", "speed lines")]
)
def test_check_names_words_that_nobody_draws(
    word: str, said: str, small: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    small.write_text(SMALL.replace("shot: close-up", f"shot: close-up\n        {word}"), encoding="utf-8")
    assert run(["check", str(small)]) == 1
    assert said in capsys.readouterr().out


def test_a_finding_about_an_effect_points_at_its_word(small: Path, capsys: pytest.CaptureFixture[str]) -> None:
    effects = "        effects:\n          - rain\n          - sped lines"
    small.write_text(SMALL.replace("shot: close-up", f"shot: close-up\n{effects}"), encoding="utf-8")
    row = small.read_text().splitlines().index("          - sped lines") + 1
    assert run(["check", str(small)]) == 1
    assert f"{small}:{row}:13: no effect 'sped lines'" in capsys.readouterr().out


def test_a_shorter_book_leaves_no_page_of_the_longer_one(small: Path) -> None:
    longer = SMALL + "  - panels:\n      - {id: last, shot: full shot, place: park, characters: {ann: running}}\n"
    small.write_text(longer, encoding="utf-8")
    run(["render", str(small), "--width", "300", "-q"])
    assert Path("out/small/page-002.png").exists()
    Path("out/small/page-009.png").write_text("mine")
    run(["render", str(small), "--width", "300", "-q", "--pages", "1"])
    assert Path("out/small/page-002.png").exists()
    run(["render", str(small), "--width", "300", "-q"])
    small.write_text(SMALL, encoding="utf-8")
    run(["render", str(small), "--width", "300", "-q"])
    assert sorted(p.name for p in Path("out/small").glob("*.png")) == ["page-001.png", "page-009.png"]


def test_a_killed_render_leaves_no_process_behind(small: Path, tmp_path: Path) -> None:
    page = "  - panels:\n      - {{id: n{}, shot: full shot, place: park, characters: {{ann: running}}}}\n"
    small.write_text(SMALL + "".join(page.format(i) for i in range(30)), encoding="utf-8")
    words = [sys.executable, "-m", "comicgen", "render", str(small), "--jobs", "2", "--width", "300"]
    with subprocess.Popen(words, stderr=subprocess.PIPE) as tool:
        tool.stderr.readline()
        tool.kill()
        tool.stderr.read()  # ends only when the last process that holds the pipe has gone
        assert tool.wait() == -signal.SIGKILL
