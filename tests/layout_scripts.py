"""Scripts for the layout tests: panels with everything that a layout looks at, by hand or by hypothesis."""

from collections.abc import Sequence
from typing import Any

from hypothesis import strategies as st

from comicgen.errors import Mark
from comicgen.layout import PageLayout, templates
from comicgen.script import Cast, Panel, Script, ScriptPage
from comicgen.story import SHOTS, Character, Effect, Line, Style

MARK = Mark("story.yaml", 3, 5, "  - template: here")
AUTOMATIC = ("manga-b5", "manga-a5", "us-comic", "a4")
EVERY = tuple(t.name for t in templates())


def panel(name: str = "p", **given: Any) -> Panel:
    """Return a quiet medium shot of one person; ``cast`` and ``talk`` are counts of people and of letters a line."""
    people, talk = given.pop("cast", 1), given.pop("talk", ())
    cast = tuple(
        Cast(Character(f"c{k}", "C", "", MARK), given.get("pose", ""), "", None, "", "", "", 1.0, (), MARK)
        for k in range(people)
    )
    given.pop("pose", None)
    given["effects"] = tuple(Effect(name) for name in given.get("effects", ()))
    lines = tuple(Line(("word " * 200)[:n], "c0") for n in talk)
    fields: dict[str, Any] = {
        "shot": "medium shot", "angle": "eye", "place": "hall", "place_text": "a hall", "time": "", "weather": "",
        "action": "", "cast": cast, "lines": lines, "sfx": (), "effects": (), "weight": 1.0, "crop": None,
        "prompt": "", "scene": "hall",
    }  # fmt: skip
    return Panel(name, MARK, **(fields | given))


def page(panels: Sequence[Panel], number: int = 1, **given: Any) -> ScriptPage:
    fields: dict[str, Any] = {"template": "", "where": MARK}
    return ScriptPage(number, tuple(panels), **(fields | given))


def script(*pages: ScriptPage, template: str = "manga-b5", reading: str = "", seed: int = 7) -> Script:
    return Script("T", "story.yaml", "", "en", reading, template, seed, "panel", "sketch", Style(), (), tuple(pages))


def numbered(count: int, **given: Any) -> list[Panel]:
    return [panel(f"p{k}", **given) for k in range(count)]


@st.composite
def panels(draw: st.DrawFn, least: int = 1, most: int = 9) -> list[Panel]:
    """Draw a page's panels: any shots, crowds, talk, force, weights and scenes."""
    scene = 0
    found = []
    for k in range(draw(st.integers(least, most))):
        scene += draw(st.sampled_from((0, 0, 0, 1)))
        found.append(
            panel(
                f"p{k}",
                shot=draw(st.sampled_from(SHOTS)),
                cast=draw(st.integers(0, 4)),
                talk=tuple(draw(st.lists(st.integers(1, 160), max_size=5))),
                action=draw(st.sampled_from(("", "they talk", "Mei runs", "他跳起来"))),
                effects=draw(st.sampled_from(((), (), ("speed lines",), ("flash",)))),
                weight=draw(st.sampled_from((0.3, 0.7, 1.0, 1.0, 1.5, 2.0, 4.0))),
                scene=f"s{scene}",
                place=f"s{scene}",
            )
        )
    return found


def tiers_of(layout: PageLayout) -> list[list[int]]:
    """Return the frames' numbers, gathered by the height of their upper edge."""
    rows: dict[float, list[int]] = {}
    for k, frame in enumerate(layout.frames):
        rows.setdefault(round(frame.box.y, 1), []).append(k)
    return [rows[y] for y in sorted(rows)]
