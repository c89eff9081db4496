"""Stories for the tests of reading and settling: small texts, and random ones by hypothesis."""

import json
from typing import Any

import yaml
from hypothesis import strategies as st

from comicgen.script import Script, resolve
from comicgen.story import ANGLES, SHOTS, Story, read_story

PEOPLE = """\
characters:
  mei: {name: Mei, look: girl in a red scarf}
  ken: {name: Ken, look: tall guard}
  ming: {name: 小明, look: 蓝色外套的男孩}
"""


def read(body: str) -> Story:
    """Read a story's text under the name s.yaml."""
    return read_story("s.yaml", body)


def panels_text(*panels: str) -> str:
    """Return the text of a one-page story; each panel is its lines."""
    listed = "".join("      - " + panel.strip().replace("\n", "\n        ") + "\n" for panel in panels)
    return f"title: T\n{PEOPLE}pages:\n  - panels:\n{listed}"


def prose(text: str, head: str = "", scene: str = "place: platform") -> Script:
    """Settle one scene of prose."""
    lines = "".join(f"      {line}\n" for line in text.strip().split("\n"))
    return resolve(read(f"title: T\n{head}{PEOPLE}scenes:\n  - {scene}\n    text: |\n{lines}"))


PLAIN = st.text(
    st.characters(exclude_categories=("Cs", "Cc", "Cn", "Zl", "Zp", "Zs"), exclude_characters="\ufffe\uffff\ufeff"),
    min_size=1, max_size=20,
)  # fmt: skip
"""Words without spaces or control characters at their ends."""
WORD_TRAPS = st.sampled_from(
    ["yes", "no", "on", "null", "~", "12:30", "1e3", "08", "0777", "=", "2001-01-01", "0x1f", ".nan"]
)
TEXT = PLAIN | WORD_TRAPS
LINE = st.tuples(st.sampled_from(["mei", "ken (shout)", "小明（心想）", "narrator", "Mei (thinking, off)"]), TEXT)


@st.composite
def story_data(draw: st.DrawFn) -> dict[str, Any]:
    """Draw a valid story as plain data."""
    panel = st.fixed_dictionaries(
        {},
        optional={
            "shot": st.sampled_from(SHOTS),
            "angle": st.sampled_from(ANGLES),
            "place": TEXT,
            "time": st.sampled_from(["dawn", "day", "dusk", "night", ""]),
            "weather": TEXT,
            "action": TEXT,
            "characters": st.dictionaries(st.sampled_from(["mei", "ken"]), TEXT, max_size=2),
            "dialogue": st.lists(LINE.map(lambda pair: {pair[0]: pair[1]}), max_size=3),
            "caption": TEXT,
            "sfx": st.lists(TEXT, max_size=2),
            "effects": st.lists(TEXT, max_size=2),
            "weight": st.floats(0.1, 10, allow_nan=False),
            "prompt": TEXT,
        },
    )
    pages = st.lists(st.fixed_dictionaries({"panels": st.lists(panel, min_size=1, max_size=4)}), min_size=1, max_size=3)
    return {
        "title": draw(TEXT),
        "seed": draw(st.integers(0, 2**63 - 1)),
        "characters": {"mei": {"name": "Mei"}, "ken": {"name": "Ken"}, "ming": {"name": "小明"}},
        "pages": draw(pages),
    }


def as_json(data: dict[str, Any]) -> str:
    """Write a story in YAML's flow style."""
    return json.dumps(data, ensure_ascii=False)


def as_yaml(data: dict[str, Any]) -> str:
    """Write a story in YAML's block style, every text quoted."""
    dumped: str = yaml.safe_dump(data, allow_unicode=True, sort_keys=False, default_style='"', width=1000)
    return dumped.replace('!!float "', '"').replace('!!int "', '"')
