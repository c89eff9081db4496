"""An author's wish for columns or lines reaches every balloon; without one the language decides."""

import pytest

from comicgen.pages import Desk, settle
from comicgen.script import resolve
from comicgen.story import read_story

STORY = """
title: 竖排
language: {language}
style: {{{style}}}
characters:
  boy: {{name: 小明, look: boy}}
pages:
  - panels:
      - {{shot: medium shot, characters: {{boy: {{}}}}, caption: 星期天下午, dialogue: ["boy: 第三章，到底是谁？"]}}
"""


@pytest.mark.parametrize(
    ("language", "style", "vertical"),
    [
        ("zh", "", False),
        ("zh", "lettering: vertical", True),
        ("ja", "", True),
        ("ja", "lettering: horizontal", False),
    ],
)
def test_columns_or_lines(language: str, style: str, vertical: bool) -> None:
    script = resolve(read_story("choice.yaml", STORY.format(language=language, style=style)))
    (sheet,) = settle(script.pages[0], Desk(script))
    found = [b.vertical for panel in sheet.page.panels for b in panel.balloons]
    assert found == [vertical, vertical]
