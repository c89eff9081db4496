"""``comicgen plan``: everything decided, nothing drawn."""

import json as json_text
from typing import TYPE_CHECKING, Annotated, Any

import typer

from .console import counted, note, out, printable, warnings_as_notes
from .load import load

if TYPE_CHECKING:
    from ..lettering import LetteredPanel, Page


def register(app: typer.Typer) -> None:
    """Add this family's commands."""
    app.command()(plan)


def plan(
    story: Annotated[str, typer.Argument(metavar="STORY", help="A story file; - reads stdin.")],
    json: Annotated[bool, typer.Option("--json", help="One JSON document, lengths in page pixels.")] = False,
    width: Annotated[int | None, typer.Option(min=64, max=20000, help="Pixels across the page [1600].")] = None,
    seed: Annotated[int | None, typer.Option(help="Instead of the story's own seed.")] = None,
) -> None:
    """Show layout, shots, prompts, seeds, figures and balloons; no model is loaded."""
    from ..pages import Desk, settle
    from ..planning import plan as make_plan

    script = load(story, seed=seed)
    desk = Desk(script, width=width)
    with warnings_as_notes():
        if json:
            out(json_text.dumps(make_plan(script, desk), ensure_ascii=False))
            return
        for page in script.pages:
            for sheet in settle(page, desk):
                _show(sheet.page)
    note(f"{script.title}: {counted(len(script.pages), 'page')}")


def _show(sheet: "Page") -> None:
    from ..layout import plan_picture

    out(f"page {sheet.layout.number}")
    out(plan_picture(sheet.layout, 48))
    for order, panel in enumerate(sheet.panels, 1):
        _show_panel(order, panel)
    out("")


def _show_panel(order: int, panel: "LetteredPanel") -> None:
    spec = panel.frame.panel
    who = ", ".join(f"{c.character.id} ({', '.join(filter(None, (c.pose, c.expression)))})" for c in spec.cast)
    out(printable(f"{order:>3}  {spec.id}: {spec.shot}, {spec.angle}; {who or 'nobody'}"))
    for field, reason in spec.why:
        out(printable(f"       {field}: {reason}"))
    for balloon in panel.balloons:
        out(printable(f"       {_line(balloon)}"))


def _line(balloon: Any) -> str:
    speaker = balloon.speaker or "narrator"
    return f"{speaker} ({balloon.kind}): {balloon.text}"
