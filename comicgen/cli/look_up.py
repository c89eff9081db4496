"""``comicgen templates``, ``models``, ``fonts`` and ``cache``: what there is; a name after it shows one."""

from pathlib import Path
from typing import Annotated

import typer

from ..doors import names, shelf, unknown
from ..errors import UsageError
from .console import note, out

Name = Annotated[str, typer.Argument(help="Show this one.")]


def register(app: typer.Typer) -> None:
    """Add this family's commands."""
    for command in (templates, models, fonts, cache):
        app.command()(command)


def templates(name: Name = "") -> None:
    """List page templates and story templates, or print one."""
    shelves = {"page": shelf("templates"), "story": shelf("templates") / "stories"}
    known = {path.stem: path for folder in reversed(shelves.values()) for path in sorted(folder.glob("*.yaml"))}
    if name:
        if name not in known:
            raise unknown("template", name, sorted(known))
        out(known[name].read_text(encoding="utf-8").rstrip())
        return
    from ..layout import templates as page_templates

    for page in page_templates():
        out(f"{page.name:<12} page template: {page.about}")
    for path in sorted(shelves["story"].glob("*.yaml")):
        out(f"{path.stem:<12} story template: {_first_comment(path)}")


def _first_comment(path: Path) -> str:
    first = path.read_text(encoding="utf-8").partition("\n")[0]
    return first.removeprefix("#").strip() if first.startswith("#") else ""


def models(
    name: Name = "",
    what: Annotated[
        str, typer.Argument(help="After 'pull': the model to download. After 'sketch --words': one table.")
    ] = "",
    words: Annotated[bool, typer.Option("--words", help="With 'sketch': the words that the artist knows.")] = False,
    sheet: Annotated[bool, typer.Option("--sheet", help="With 'sketch': draw the artist's contact sheets.")] = False,
    folder: Annotated[Path, typer.Option("-o", "--out", help="Where the sheets go.")] = Path("out/sheets"),
    yes: Annotated[bool, typer.Option("--yes", help="The licence that 'pull' shows was read and is kept.")] = False,
) -> None:
    """List the models that can take pictures, show one, or pull one from its hub."""
    if name == "pull":
        from ..picture.cascade.pull import pull

        for line in pull(what, yes):
            note(line)
        return
    if name == "sketch" and sheet:
        from ..picture.sketch.sheets import draw_sheets

        for path in draw_sheets(folder):
            out(str(path))
        return
    if words:
        _show_words(name, what)
        return
    presets = {path.stem: path for path in sorted((shelf("templates") / "models").glob("*.yaml"))}
    if name and name not in presets and name not in names("picture"):
        raise unknown("model", name, sorted({*presets, *names("picture")}))
    if name in presets:
        out(presets[name].read_text(encoding="utf-8").rstrip())
        return
    for model in [name] if name else names("picture"):
        out(f"{model:<18} {_first_doc_line(model)}")
    for preset, path in presets.items() if not name else ():
        if preset not in names("picture"):
            out(f"{preset:<18} {_first_comment(path)}")


def _show_words(name: str, table: str) -> None:
    """Print a table, one entry a line with its synonyms; without a name all tables, each after its table's name."""
    from ..staging.vocabulary import TABLES

    if name != "sketch":
        raise UsageError("--words are the sketch artist's", hint="comicgen models sketch --words")
    if table and table not in TABLES:
        raise unknown("table of words", table, list(TABLES))
    for key in [table] if table else TABLES:
        for entry, synonyms in TABLES[key]().items():
            line = f"{entry}: {', '.join(synonyms)}" if synonyms else entry
            out(line if table else f"{key}: {line}")


def _first_doc_line(model: str) -> str:
    from ..doors import find

    return (find("picture", model).__doc__ or "").partition("\n")[0]


def fonts(name: Name = "") -> None:
    """List the faces that letter the pages, or show one."""
    from ..fonts import face, faces

    for known in [name] if name else faces():
        found = face(known)
        out(f"{found.name:<18} cap height {found.cap_height:.2f} em  {found.path}")


def cache(
    clear: Annotated[bool, typer.Option("--clear", help="Forget every picture.")] = False,
) -> None:
    """Show where pictures are kept and how much they take, or clear them."""
    from ..files import cache_folder

    files = [p for p in cache_folder().glob("pictures/*/*") if p.is_file()]
    out(f"{cache_folder()}\t{len(files)} files\t{sum(p.stat().st_size for p in files) / 1e6:.1f} MB")
    if clear:
        for path in files:
            path.unlink(missing_ok=True)
        note(f"cleared {len(files)} files")
