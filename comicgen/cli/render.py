"""``comicgen render``: the main job."""

import os
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from ..doors import find, names, unknown
from ..errors import ComicError, UsageError
from ..files import slug
from .console import Progress, TimeLeft, counted, emit, note, out, tell_script, warnings_as_notes
from .load import load

if TYPE_CHECKING:
    from ..export import Target
    from ..pages import Desk
    from ..pipeline import Order
    from ..script import Script

PRINT_DPI = 600
"""Of black and white plates."""
STAGES = ("sketch", "base", "sr256", "final")


def register(app: typer.Typer) -> None:
    """Add this family's commands."""
    app.command()(render)


@dataclass(frozen=True, slots=True)
class Wish:
    """The words of one ``render`` call, by the names of its options."""

    stories: list[str]
    out_path: str
    formats: str
    model: str
    until: str
    translate: str
    previews: str
    pages: str
    panels: str
    seed: int | None
    width: int | None
    dpi: float | None
    jobs: int
    vectors: bool
    print_: bool
    split_spreads: bool
    force: bool
    dry_run: bool
    json: bool
    quiet: bool
    max_panels: int

    @property
    def streaming(self) -> bool:
        """One format to stdout instead of files."""
        return self.out_path == "-"


def render(  # noqa: PLR0913, PLR0917 - a command's options are its parameters
    ctx: typer.Context,
    stories: Annotated[list[str], typer.Argument(metavar="STORY...", help="Story files; - reads stdin.")],
    out_path: Annotated[
        str, typer.Option("-o", "--out", help="A folder, or FILE.pdf, FILE.cbz ...; - writes one format to stdout.")
    ] = "",
    formats: Annotated[
        str, typer.Option("--format", help="png, pdf, cbz, svg, webtoon: one or several, by commas.")
    ] = "",
    model: Annotated[str, typer.Option(help="sketch, a preset of 'comicgen models', or a directory.")] = "",
    until: Annotated[str, typer.Option(help="Stop a cascade early: sketch, base, sr256 or final.")] = "final",
    translate: Annotated[str, typer.Option(help="A local translation model for foreign prompts: its directory.")] = "",
    previews: Annotated[str, typer.Option(help="A folder for each stage's pictures, as the stage finishes.")] = "",
    pages: Annotated[str, typer.Option(help="Only these pages: 1-3,5.")] = "",
    panels: Annotated[str, typer.Option(help="Only these panels' pictures, by id: arrival,p2-1.")] = "",
    seed: Annotated[int | None, typer.Option(min=0, help="Instead of the story's own seed.")] = None,
    width: Annotated[int | None, typer.Option(min=64, max=20000, help="Pixels across the page [1600].")] = None,
    dpi: Annotated[float | None, typer.Option(min=10, max=2400, help="Instead of --width.")] = None,
    jobs: Annotated[
        int, typer.Option("-j", "--jobs", min=0, help="Processes, and a model's pictures at once; 0: what fits.")
    ] = 0,
    vectors: Annotated[bool, typer.Option("--vectors", help="Let a PDF keep drawn pictures as paths.")] = False,
    print_: Annotated[
        bool, typer.Option("--print", help="1-bit pages for the press: pure black and white, 600 dpi.")
    ] = False,
    split_spreads: Annotated[
        bool, typer.Option("--split-spreads", help="Write a spread as its two facing pages.")
    ] = False,
    force: Annotated[bool, typer.Option("--force", help="Take every picture again.")] = False,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Say what would be written; write nothing.")] = False,
    json: Annotated[bool, typer.Option("--json", help="One event a line on stdout.")] = False,
    quiet: Annotated[bool, typer.Option("-q", "--quiet", help="Only errors on stderr.")] = False,
    max_panels: Annotated[int, typer.Option(min=1, help="The limit of panels in one story.")] = 500,
) -> int:
    """Render stories into pages: pictures, balloons, effects, files."""
    wish = Wish(**ctx.params)
    _no_two_alike(wish)
    try:
        with warnings_as_notes():
            return max(_render_one(story, wish) for story in stories)
    except ComicError as fault:
        if json:
            tell_script(fault)
        raise


def _no_two_alike(wish: Wish) -> None:
    """Refuse words that contradict each other, and stories that would be written over one another."""
    if wish.width and wish.dpi:
        raise UsageError("--width and --dpi together", hint="one of them decides the size")
    stems = [story_name(story) for story in wish.stories]
    if twice := next((name for name in stems if stems.count(name) > 1), None):
        raise UsageError(
            f"two stories would both be written as {twice!r}", hint="render them apart, each with its own -o"
        )


def story_name(story: str) -> str:
    """Return the safe name that a story's folder and books get."""
    return slug("story" if story == "-" else Path(story).stem)


def _render_one(story: str, wish: Wish) -> int:
    script = load(story, seed=wish.seed, max_panels=wish.max_panels)
    order, desk = _order(story, script, wish), _desk(story, script, wish)
    _fits_stdout(order, script)
    if wish.dry_run:
        return _dry_run(order, script, wish)
    from ..pipeline import render as run
    from ..pipeline import render_panels

    with Progress(script.title, len(order.chosen(script)), quiet=wish.quiet or wish.json) as progress:
        say = TimeLeft(emit if wish.json else progress)
        paths, record = (render_panels if wish.panels else run)(script, desk, order, say)
    if not wish.streaming:
        for path in paths:
            emit({"event": "written", "path": str(path)}) if wish.json else out(str(path))
    for panel, reason in record.faults:
        note(f"panel {panel}: a placeholder stands for its picture: {reason}")
    _tell_findings(story, script, wish)
    return 1 if record.faults else 0


def _tell_findings(story: str, script: "Script", wish: Wish) -> None:
    """Say how much ``check`` has to say: a word that nobody draws should not go unseen."""
    from .check import findings

    count = sum(1 for _ in findings(script))
    if count and wish.json:
        emit({"event": "findings", "count": count})
    elif count and not wish.quiet:
        note(f"{counted(count, 'finding')}: see comicgen check {story}")


def _fits_stdout(order: "Order", script: "Script") -> None:
    """Refuse several files for stdout before anything is drawn. Raises UsageError."""
    from ..layout import lay_out_page

    (target, *_) = order.targets
    if target.path is not None:
        return
    module = find("export", target.format)
    if hasattr(module, "file_names"):
        raise UsageError("slices are several files, stdout takes one", hint="name a folder with -o")
    pages = [page for page in order.chosen(script) for _ in lay_out_page(page, script)]
    files = len(order.panels) or len(pages) + order.split * sum(page.spread for page in pages)
    if (module.PAGES or order.panels) and files > 1:
        one = "--panels" if order.panels else "--pages"
        hint = f"choose one with {one}, name a folder with -o, or take a book: --format pdf"
        raise UsageError(f"one {target.format} file fits stdout, these are {files}", hint=hint)


def _order(story: str, script: "Script", wish: Wish) -> "Order":
    from ..pipeline import Order

    name = story_name(story)
    count = len(script.pages)
    order = Order(
        targets=_targets(name, wish),
        pages=page_numbers(wish.pages, count),
        panels=tuple(p for p in wish.panels.split(",") if p),
        jobs=wish.jobs or min(os.cpu_count() or 1, max(1, count // 2)),
        vectors=wish.vectors,
        print=wish.print_,
        split=wish.split_spreads,
    )
    known = {p.id for page in script.pages for p in page.panels}
    for panel in order.panels:
        if panel not in known:
            raise unknown("panel", panel, sorted(known))
    return order


def _targets(name: str, wish: Wish) -> "tuple[Target, ...]":
    """Return where each format goes: a folder for pages, a file for books, or stdout."""
    from ..export import Target

    formats = [f.strip().lower() for f in wish.formats.split(",") if f.strip()]
    for f in formats:
        if f not in names("export"):
            raise unknown("format", f, names("export"))
    if wish.streaming:
        if len(formats) != 1 or len(wish.stories) != 1:
            raise UsageError("-o - writes one story in one format", hint="add --format pdf, for example")
        return (Target(formats[0], None, name),)
    path = Path(wish.out_path) if wish.out_path else Path("out")
    suffix = path.suffix[1:].lower()
    if wish.out_path and suffix in names("export"):
        if len(wish.stories) != 1 or formats not in ([], [suffix]):
            raise UsageError(
                f"{path} is one file of one story", hint="name a folder with -o, and formats with --format"
            )
        return (Target(suffix, path, name),)
    if path.suffix[1:].isalpha() and len(suffix) <= 4 and not path.is_dir():
        raise unknown("format", suffix, names("export"))
    folder = path / name if not wish.out_path or len(wish.stories) > 1 else path
    return tuple(Target(f, folder, name) for f in formats or ["png"])


def _desk(story: str, script: "Script", wish: Wish) -> "Desk":
    from ..files import cache_folder
    from ..pages import Desk
    from ..picture import Options
    from ..takes import read_takes, takes_path

    if wish.until not in STAGES:
        raise unknown("stage", wish.until, list(STAGES))
    model = "sketch" if wish.until == "sketch" else wish.model or script.model
    return Desk(
        script,
        width=wish.width or _own_width(wish),
        dpi=wish.dpi or (PRINT_DPI if wish.print_ and not wish.width else None),
        takes=read_takes(takes_path(story), script),
        model=model,
        options=Options(until=wish.until, extra=_extra(model, wish)),
        cache=cache_folder(),
        force=wish.force,
    )


def _own_width(wish: Wish) -> int | None:
    """Return the width that a format is made for, where the author asked for none."""
    if "webtoon" not in wish.formats or wish.dpi or wish.print_:
        return None
    from ..export.webtoon import WIDTH

    return WIDTH


def _extra(model: str, wish: Wish) -> tuple[tuple[str, str], ...]:
    """Return what only a model with stages knows."""
    if model == "sketch" and wish.until not in ("sketch", "final") and not wish.quiet:
        note(f"--until {wish.until} has no effect: the sketch artist has no stages")
    if wish.previews and model == "sketch":
        raise UsageError("--previews without stages to look at", hint="name a model with --model, or leave it out")
    found = {"translate": wish.translate, "previews": wish.previews, "cores": str(wish.jobs or "")}
    return tuple((name, value) for name, value in found.items() if value)


def _dry_run(order: "Order", script: "Script", wish: Wish) -> int:
    for page in order.chosen(script):
        event = {"event": "page.plan", "page": page.number, "panels": [p.id for p in page.panels]}
        emit(event) if wish.json else note(f"page {page.number}: {', '.join(p.id for p in page.panels)}")
    for target in order.targets:
        for path in target.files([page.number for page in order.chosen(script)]):
            emit({"event": "would.write", "path": path}) if wish.json else out(path)
    return 0


def page_numbers(words: str, count: int) -> frozenset[int]:
    """Return the page numbers of ``1-3,5``; empty means all. Raises UsageError outside 1..count."""
    numbers: set[int] = set()
    for part in filter(None, words.split(",")):
        first, _, last = part.partition("-")
        if not first.strip().isdigit() or not (last or first).strip().isdigit():
            raise UsageError(f"--pages {words!r} is not a list of pages", hint="for example 1-3,5")
        if int(last or first) < int(first):
            raise UsageError(f"--pages {words!r} runs backwards", hint=f"write {last}-{first}")
        numbers |= set(range(int(first), int(last or first) + 1))
    if numbers and not numbers <= set(range(1, count + 1)):
        raise UsageError(f"--pages {words!r}: the story has pages 1 to {count}")
    return frozenset(numbers)
