"""``comicgen takes`` and ``comicgen pick``: cheap pictures to choose from, and the choice."""

from pathlib import Path
from typing import Annotated, Any

import typer

from ..doors import unknown
from ..files import atomic_write, slug
from .console import Progress, TimeLeft, emit, note, out, warnings_as_notes
from .load import load

Story = Annotated[str, typer.Argument(metavar="STORY", help="A story file.")]


def register(app: typer.Typer) -> None:
    """Add this family's commands."""
    app.command()(takes)
    app.command()(pick)


def takes(  # noqa: PLR0913, PLR0917 - a command's options are its parameters
    story: Story,
    count: Annotated[int, typer.Option("-n", "--count", min=1, max=64, help="Takes of each panel.")] = 8,
    panels: Annotated[str, typer.Option(help="Only these panels, by id: arrival,p2-1.")] = "",
    model: Annotated[str, typer.Option(help="Instead of the story's own model.")] = "",
    score: Annotated[Path | None, typer.Option(help="A CLIP or SigLIP directory that ranks the takes.")] = None,
    out_path: Annotated[str, typer.Option("-o", "--out", help="The folder for the sheets.")] = "",
    width: Annotated[int | None, typer.Option(min=64, max=20000, help="Pixels across the page, as in render.")] = None,
    seed: Annotated[int | None, typer.Option(help="Instead of the story's own seed.")] = None,
    json: Annotated[bool, typer.Option("--json", help="One event a line on stdout.")] = False,
    quiet: Annotated[bool, typer.Option("-q", "--quiet", help="Only errors on stderr.")] = False,
) -> int:
    """Make proof sheets: several takes of each panel by the model's first stage alone."""
    from ..files import cache_folder
    from ..pages import Desk
    from ..picture import Options
    from ..takes import proof_sheets, scored, take_many

    script = load(story, seed=seed)
    known = {p.id: p for page in script.pages for p in page.panels}
    wanted = _wanted(panels, known)
    desk = Desk(script, width=width, model=model or script.model, options=Options(until="base"), cache=cache_folder())
    if desk.model == "sketch" and not quiet:
        note("takes are for models: the sketch artist draws every take of a panel alike")
    with warnings_as_notes(), Progress(script.title, len(known) * count, quiet=quiet or json) as progress:
        say = TimeLeft(emit if json else progress)
        made = take_many(script, desk, wanted, count, lambda name, done, total: say(
            {"event": "stage", "stage": name, "done": done, "total": total}
        ))  # fmt: skip
        if score is not None:
            from ..picture.cascade.score import open_scorer

            made = scored(made, open_scorer(score))
    folder = Path(out_path) if out_path else Path("out") / slug(Path(story).stem)
    folder.mkdir(parents=True, exist_ok=True)
    for take in made if json else ():
        emit({"event": "take", "panel": take.panel, "take": take.number, "seed": take.shot.seed, "score": take.score,
              "fault": take.picture.fault})  # fmt: skip
    for number, sheet in enumerate(proof_sheets(made, known), 1):
        path = folder / f"takes-{number:03}.png"
        atomic_write(path, _png(sheet))
        emit({"event": "written", "path": str(path)}) if json else out(str(path))
    failed = [t for t in made if t.picture.fault]
    for take in failed:
        note(f"panel {take.panel}, take {take.number}: {take.picture.fault}")
    if not quiet and not json:
        note(f"choose with: comicgen pick {story} PANEL TAKE")
    return 1 if failed else 0


def _wanted(panels: str, known: dict[str, Any]) -> list[str]:
    """Return the panels' ids of a list by commas. Raises UsageError for one that there is not."""
    wanted = [p for p in panels.split(",") if p]
    for panel in wanted:
        if panel not in known:
            raise unknown("panel", panel, sorted(known))
    return wanted


def pick(
    story: Story,
    panel: Annotated[str, typer.Argument(metavar="PANEL", help="A panel's id.")],
    take: Annotated[int, typer.Argument(metavar="TAKE", help="Its number on the proof sheet.")],
) -> None:
    """Choose a panel's take: render finishes that one from now on."""
    from ..takes import pick as note_pick
    from ..takes import takes_path

    path = takes_path(story)
    note_pick(path, load(story), panel, take)
    out(str(path))


def _png(pixels: Any) -> bytes:
    from ..export._paint import png

    return png(pixels)
