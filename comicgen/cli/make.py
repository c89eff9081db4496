"""``comicgen new`` and ``comicgen schema``: what a writer starts from."""

import json
from pathlib import Path
from typing import Annotated

import typer

from ..errors import UsageError
from ..files import atomic_write, slug
from .console import note, out


def register(app: typer.Typer) -> None:
    """Add this family's commands."""
    app.command()(new)
    app.command()(schema)


def new(
    name: Annotated[str, typer.Argument(help="A title, or a path ending in .yaml.")],
    template: Annotated[str, typer.Option(help="Which commented story to start from.")] = "manga",
    force: Annotated[bool, typer.Option("--force", help="Write over a file that is there.")] = False,
) -> None:
    """Write a commented story to start from, that renders as it is."""
    from ..story.new import new_story

    path = Path(name) if name.endswith((".yaml", ".yml")) else Path(f"{slug(name).lower()}.yaml")
    text = new_story(path.stem if name == str(path) else name, template)
    if path.exists() and not force:
        raise UsageError(f"{path} is already there", hint="choose another name, or add --force")
    atomic_write(path, text.encode())
    out(str(path))
    note(f"next: comicgen render {path}")


def schema() -> None:
    """Print the JSON Schema of the story format, for editors."""
    from ..story import schema as story_schema

    out(json.dumps(story_schema(), ensure_ascii=False, indent=2))
