"""Every fault that a story can have: the kind of error, its exit code, its place and its words."""

import re
from pathlib import Path

import pytest
from story_texts import panels_text

from comicgen.errors import Mark, StoryError
from comicgen.script import resolve
from comicgen.story import read_story

BAD = sorted((Path(__file__).parent / "bad").glob("*.yaml"))
EXPECT = re.compile(r"# expect: (\d+):(\d+): (.*) \| ?(.*)")


def fault(source: str | Path, text: str | bytes | None = None) -> StoryError:
    with pytest.raises(StoryError) as caught:
        resolve(read_story(source, text))
    assert caught.value.exit_code == 2
    return caught.value


@pytest.mark.parametrize("path", BAD, ids=lambda p: p.stem)
def test_bad_story(path: Path) -> None:
    first = path.read_text(encoding="utf-8").partition("\n")[0]
    expected = EXPECT.fullmatch(first)
    assert expected, first
    error = fault(path)
    line, column, message, hint = expected.groups()
    assert isinstance(error.where, Mark)
    assert (error.where.line, error.where.column) == (int(line), int(column))
    assert (error.message, error.hint) == (message, hint)
    assert error.where.file == str(path)
    assert error.where.source == path.read_text(encoding="utf-8").split("\n")[int(line) - 1]


def test_there_is_a_file_for_every_fault() -> None:
    assert len(BAD) >= 60


DEEP = 3000
BOMB = "a: &a [x]\n" + "".join(
    f"{chr(98 + k)}: &{chr(98 + k)} [{', '.join(['*' + chr(97 + k)] * 9)}]\n" for k in range(9)
)
LONG = panels_text(f"action: {'x' * 10_001}")
MADE = {
    "nul": (b"title: a\x00b\n", "1:9", "the control character U+0000 cannot be part of a story"),
    "escape": (b"title: x\nauthor: \x1b[2J\n", "2:9", "the control character U+001B cannot be part of a story"),
    "surrogate": ("title: a\ud800b\n", "1:9", "half of a surrogate pair U+D800 cannot be part of a story"),
    "non-character": ("title: a\nauthor: \ufffe\n", "2:9", "the control character U+FFFE cannot be part of a story"),
    "latin-1": ("title: Café\n".encode("latin-1"), "1:11", "byte 0xe9 is not UTF-8"),
    "latin-1 later": ("title: 屋\r\nauthor: ".encode() + b"Andr\xe9", "2:13", "byte 0xe9 is not UTF-8"),
    "utf-16": ("title: x".encode("utf-16"), "1:1", "the file is UTF-16, not UTF-8"),
    "ten megabytes": (b"title: " + b"x" * 10_000_000, "1:1", "the file is larger than 4 MB"),
    "deep flow": ("a: " + "[" * DEEP, "1:23", "nested too deeply: more than 20 levels"),
    "deep list": ("- " * DEEP, "1:41", "nested too deeply: more than 20 levels"),
    "deep mapping": ("{a: " * DEEP, "1:81", "nested too deeply: more than 20 levels"),
    "alias bomb": (BOMB, "2:8", "aliases (*a) are not part of the story format"),
    "too many values": ("- \n" * 200_001, "200000:2", "the story holds more than 200000 values"),
    "long text": (LONG, "8:17", "the text has 10001 characters; at most 10000 are allowed"),
    "only a BOM": (b"\xef\xbb\xbf", "1:1", "the story is empty"),
    "only spaces": ("  \n\n", "1:1", "the story is empty"),
    "panels": (panels_text(*["action: Mei waits"] * 501), "508:9", "the story has more than 500 panels"),
}  # fmt: skip


@pytest.mark.parametrize("name", MADE)
def test_made_fault(name: str) -> None:
    text, place, message = MADE[name]
    error = fault("s.yaml", text)
    assert error.message == message
    assert str(error.where) == f"s.yaml:{place}"


def test_a_flag_raises_the_number_of_panels() -> None:
    text = panels_text(*["action: Mei waits"] * 501)
    assert len(read_story("s.yaml", text, max_panels=600).pages[0].panels) == 501


def test_prose_may_not_make_more_panels_than_allowed() -> None:
    scene = "scenes:\n  - text: |\n" + "      Mei runs.\n\n" * 30
    text = f"characters: {{mei: girl}}\n{scene}"
    assert len(resolve(read_story("s.yaml", text, max_panels=30)).pages) > 1
    with pytest.raises(StoryError, match="more than 29 panels"):
        resolve(read_story("s.yaml", text, max_panels=29))


def test_missing_file_and_folder(tmp_path: Path) -> None:
    assert "no such file" in fault(tmp_path / "none.yaml").message
    assert "folder" in fault(tmp_path).message
    assert "cannot read" in fault("a\0b").message


def test_the_error_shows_line_caret_and_hint() -> None:
    told = str(fault("s.yaml", "title: 屋顶\npgaes: []\n"))
    assert told.split("\n") == [
        "s.yaml:2:1: error: unknown key 'pgaes' in a story",
        "    pgaes: []",
        "    ^",
        "  hint: did you mean 'pages'?",
    ]
