"""``comicgen check``: all that can be known without drawing."""

import json as json_text
from collections.abc import Iterator
from typing import TYPE_CHECKING, Annotated

import typer

from ..doors import unknown
from ..errors import ComicError, Finding, Mark
from .console import fail, note, out, printable, tell_script
from .load import load

if TYPE_CHECKING:
    from ..picture.cascade.reading import PromptReader
    from ..script import Script


def register(app: typer.Typer) -> None:
    """Add this family's commands."""
    app.command()(check)


def check(
    stories: Annotated[list[str], typer.Argument(metavar="STORY...", help="Story files; - reads stdin.")],
    json: Annotated[bool, typer.Option("--json", help="One finding a line as JSON.")] = False,
    quiet: Annotated[bool, typer.Option("-q", "--quiet", help="Only findings.")] = False,
    model: Annotated[str, typer.Option(help="Read the prompts as this model would, instead of the story's.")] = "",
) -> int:
    """Look for everything that can be known without drawing; exit 1 on findings."""
    code = 0
    for story in stories:
        try:
            found = list(findings(load(story), model))
        except ComicError as fault:
            if json:
                tell_script(fault)
            code = max(code, fail(fault))
            continue
        for finding in found:
            out(_as_json(finding) if json else printable(str(finding)))
        if not quiet and not found:
            note(f"{story}: nothing found")
        code = max(code, 1 if found else 0)
    return code


def findings(script: "Script", model: str = "") -> Iterator[Finding]:
    """Yield what a story, its staging, its fonts and its prompts give cause to say.

    Raises MissingError where ``model`` is named and not on this machine.
    """
    from ..script import findings as in_script
    from ..staging import findings as in_staging

    yield from in_script(script)
    yield from in_staging(script)
    yield from _model(script, model)
    yield from _effects(script)
    yield from _glyphs(script)
    yield from _prompts(script, model)


def _model(script: "Script", model: str) -> Iterator[Finding]:
    """Ask for the story's own model by name; nothing is loaded."""
    from ..picture import Options, open_backend

    if model or script.model == "sketch":
        return
    try:
        open_backend(script.model, Options())
    except ComicError as fault:
        yield Finding(fault.where or script.source, fault.message, fault.hint)


def _effects(script: "Script") -> Iterator[Finding]:
    from ..story.effects import EFFECTS, effect_name

    for page in script.pages:
        for panel in page.panels:
            for effect in panel.effects:
                if effect_name(effect.name) is None:
                    near = unknown("effect", effect.name, sorted(EFFECTS))
                    yield Finding(effect.where or panel.where, near.message, hint=near.hint)


def _glyphs(script: "Script") -> Iterator[Finding]:
    from ..fonts import missing

    for page in script.pages:
        for panel in page.panels:
            for text, where in [
                *((line.text, line.where) for line in panel.lines),
                *((s, panel.mark("sfx").at(s)) for s in panel.sfx),
            ]:
                if lost := missing(text):
                    yield Finding((where or panel.where).at(lost[0]), f"no font has {lost!r} (panel {panel.id})",
                                  hint="change the character, or give a font that has it")  # fmt: skip


def _prompts(script: "Script", model: str) -> Iterator[Finding]:
    from ..shots import lost_words, prompt

    reader = _reader(script, model)
    for page in script.pages:
        for panel in page.panels:
            text = prompt(panel, script).positive
            if lost := reader.lost(text) if reader else lost_words(panel, script):
                yield Finding(panel.where, f"panel {panel.id}: the prompt is too long for the model's text encoder",
                              hint=f"these words would be lost: {lost}")  # fmt: skip
            if reader and (words := reader.unknown(text)[0]):
                told = " ".join(words)
                yield Finding(panel.where, f"panel {panel.id}: the model's text encoder does not know: {told}",
                              hint="write them in the model's language, or name a --translate model")  # fmt: skip


def _reader(script: "Script", model: str) -> "PromptReader | None":
    """Return the reader of the named model, or of the story's where it is on this machine."""
    wanted = model or script.model
    if wanted == "sketch":
        return None
    from ..picture.cascade.reading import prompt_reader

    try:
        return prompt_reader(wanted)
    except ComicError:
        if model:
            raise
        return None


def _as_json(finding: Finding) -> str:
    where = finding.where
    place = {"file": where.file, "line": where.line, "column": where.column} if isinstance(where, Mark) else {}
    return json_text.dumps({"event": "finding", **place, "message": finding.message, "hint": finding.hint},
                           ensure_ascii=False)  # fmt: skip
