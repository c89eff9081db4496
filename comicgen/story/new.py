"""A title and a story template's name into the text of a new story, commented, that renders as it is."""

import json
import re

from ..doors import shelf, unknown
from .source import FORBIDDEN


def story_templates() -> list[str]:
    """Return the names of all story templates, sorted."""
    return sorted(path.stem for path in (shelf("templates") / "stories").glob("*.yaml"))


def new_story(name: str, template: str = "manga") -> str:
    """Return the text of a story called ``name``. Raises UsageError with the list for an unknown template."""
    if template not in (known := story_templates()):
        raise unknown("story template", template, known)
    text = (shelf("templates") / "stories" / f"{template}.yaml").read_text(encoding="utf-8")
    title = json.dumps(" ".join(FORBIDDEN.sub("", name).split())[:300] or template, ensure_ascii=False)
    return re.sub(r"(?m)^title:.*$", lambda _: f"title: {title}", text, count=1)
