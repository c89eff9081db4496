"""A script into its laid-out pages, each page by the manner of its template."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from itertools import count

from ..errors import StoryError
from ..script import Script, ScriptPage
from . import Frame, Layout, PageLayout, Template
from .automatic import arrange, follow
from .bleed import bleeding
from .columns import column_sheets
from .lean import lean, settle
from .notation import Block, fill_stars, parse_cut, patterns, rows_block
from .planning import planning_sheets
from .presets import template
from .strip import strip_sheets
from .tree import Grid, boxes
from .wish import wishes

Need = Mapping[str, float]
Sheets = list[PageLayout]


def lay_out(script: Script, need: Need = {}) -> Layout:  # noqa: B006 - never changed
    """Give every panel of a script a frame.

    ``need`` maps panel ids to how many times more room they want (1 usual); it moves frames only on the
    page of the panel that it names. Raises UsageError for an unknown template, StoryError for rows or a
    cut that do not hold the page's panels.
    """
    main = template(script.template, script.source)
    pages = [sheet for page in script.pages for sheet in lay_out_page(page, script, need)]
    return Layout(script.reading or main.reading, main.name, tuple(pages))


def lay_out_page(page: ScriptPage, script: Script, need: Need = {}) -> tuple[PageLayout, ...]:  # noqa: B006
    """Lay out one page of a script by itself; several sheets where a planning sheet or strips overflow.

    Errors as in ``lay_out``. Sheets are numbered as in the whole book, whichever page is laid out first.
    """
    preset = _template_of(page, script)
    reading = script.reading or template(script.template, script.source).reading
    first = _first_number(page, script)
    page = replace(page, number=first)
    if page.rows or page.cut or preset.manner == "auto":
        return (_tree_page(page, preset, reading, script.seed, need),)
    sheets = _MANNERS[preset.manner](page, preset, reading, need)
    return tuple(replace(sheet, number=number) for sheet, number in zip(sheets, count(first), strict=False))


_MANNERS: dict[str, Callable[[ScriptPage, Template, str, Need], Sheets]] = {
    "columns": column_sheets,
    "strip": strip_sheets,
    "sheet": planning_sheets,
}


def _template_of(page: ScriptPage, script: Script) -> Template:
    return template(page.template or script.template, script.source, page.where)


def _first_number(page: ScriptPage, script: Script) -> int:
    """Return the number of a page's first sheet: a page may fill several, which follows from its panel count."""
    before = [p for p in script.pages if p.number < page.number]
    return 1 + sum(_sheet_count(p, _template_of(p, script)) for p in before)


def _sheet_count(page: ScriptPage, preset: Template) -> int:
    if page.rows or page.cut or preset.manner not in ("columns", "sheet"):
        return 1
    held = preset.columns.count * preset.columns.boxes if preset.manner == "columns" else preset.sheet.rows
    return -(-len(page.panels) // held)


def _tree_page(page: ScriptPage, preset: Template, reading: str, seed: int, need: Need) -> PageLayout:
    wanted = wishes(page, preset, need)
    grid = Grid(preset.frame, preset.tier, preset.column, reading == "rtl")
    block = _pattern(page, preset)
    tree = follow(block, wanted, grid, seed) if block else arrange(wanted, grid, seed)
    if block is None or not _leans(block):
        lean(tree, wanted, grid, seed)
    spine = "right" if (reading == "rtl") == (page.number % 2 == 1) else "left"
    frames, outer = settle(tree, grid, bleeding(wanted, boxes(tree, grid), preset, spine))
    drawn = zip(page.panels, frames, strict=True)
    return _sheet(page, preset, reading, [Frame(p, f, preset.border, k in outer) for k, (p, f) in enumerate(drawn)])


def _leans(block: Block) -> bool:
    return any(block.slants) or any(_leans(part) for part in block.parts if isinstance(part, Block))


def _pattern(page: ScriptPage, preset: Template) -> Block | None:
    """Return the author's pattern for a page, else one of the template's that fits, else None."""
    panels = len(page.panels)
    if page.rows or page.cut:
        try:
            block = rows_block(page.rows) if page.rows else parse_cut(page.cut)
        except StoryError as fault:
            raise StoryError(fault.message, where=page.where or "", hint=fault.hint) from None
        if (full := fill_stars(block, panels)) is None:
            raise _wrong_count(page, block)
        return full
    fitting = (fill_stars(parse_cut(cut), panels) for cut in preset.cuts)
    return next((block for block in fitting if block), None)


def _wrong_count(page: ScriptPage, block: Block) -> StoryError:
    what = "rows hold" if page.rows else f"cut {page.cut!r} holds"
    held = len(patterns(block))
    return StoryError(
        f"the {what} {held} frame{'s' * (held != 1)}, the page has {len(page.panels)} panels",
        where=page.where or "",
        hint="give one number for each panel, or leave the layout out and let it be solved",
    )


def _sheet(page: ScriptPage, preset: Template, reading: str, frames: Sequence[Frame]) -> PageLayout:
    return PageLayout(
        page.number, preset.trim, preset.bleed, preset.safe, reading, tuple(frames), preset.type_size, preset.width_px
    )
