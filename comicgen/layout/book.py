"""A script into its laid-out pages, each page by the manner of its template."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from itertools import count

from ..errors import StoryError
from ..geometry import Polygon
from ..script import Script, ScriptPage
from . import Frame, Layout, PageLayout, Template
from .automatic import arrange, follow
from .bleed import bleeding
from .columns import column_sheets
from .inset import insets_of, set_in
from .job import Job, sheet_of
from .lean import lean, settle
from .notation import Block, fill_stars, holds, parse_cut, rows_block
from .planning import planning_sheets
from .presets import template
from .spread import keep_off_fold, opened
from .strip import strip_sheets
from .tree import Grid, boxes
from .wish import wishes

Need = Mapping[str, float]
SCREEN = 1.5
"""Height by width of rows in a strip."""


def lay_out(script: Script, need: Need = {}) -> Layout:  # noqa: B006 - never changed
    """Give every panel of a script a frame.

    ``need`` maps panel ids to how many times more room they want (1 usual); it moves frames only on the
    page of the panel that it names. Raises StoryError as ``check_layout`` does.
    """
    main = template(script.template, script.source, script.template_where)
    pages = [sheet for page in script.pages for sheet in lay_out_page(page, script, need)]
    return Layout(script.reading or main.reading, main.name, tuple(pages))


def check_layout(script: Script) -> None:
    """Look at what an author wrote of the layout, without solving it.

    Raises StoryError for an unknown template, for rows or a cut that do not hold the page's panels, and for a
    spread that cannot be, at the place where it is written.
    """
    template(script.template, script.source, script.template_where)
    for page in script.pages:
        preset = _template_of(page, script)
        if page.spread:
            opened(preset, page, _first_number(page, script))
        if _by_tree(page, preset):
            _pattern(page, preset)


def lay_out_page(page: ScriptPage, script: Script, need: Need = {}) -> tuple[PageLayout, ...]:  # noqa: B006
    """Lay out one page of a script by itself; several sheets where a planning sheet or strips overflow.

    Errors as in ``lay_out``. Sheets are numbered as in the whole book, whichever page is laid out first.
    """
    preset = _template_of(page, script)
    reading = script.reading or template(script.template, script.source).reading
    first = _first_number(page, script)
    job = Job(
        replace(page, number=first), opened(preset, page, first) if page.spread else preset, reading, script.seed, need
    )
    sheets = [_tree_page(job)] if _by_tree(page, preset) else _MANNERS[preset.manner](job)
    return tuple(replace(sheet, number=number) for sheet, number in zip(sheets, count(first), strict=False))


_MANNERS: dict[str, Callable[[Job], list[PageLayout]]] = {
    "columns": column_sheets,
    "strip": strip_sheets,
    "sheet": planning_sheets,
}


def _by_tree(page: ScriptPage, preset: Template) -> bool:
    """Tell whether a page is cut as a tree; an author's rows go before any manner but a planning sheet's."""
    return preset.manner == "auto" or (preset.manner != "sheet" and bool(page.rows or page.cut))


def _template_of(page: ScriptPage, script: Script) -> Template:
    if page.template:
        return template(page.template, script.source, page.where)
    return template(script.template, script.source, script.template_where)


def _first_number(page: ScriptPage, script: Script) -> int:
    """Return the number of a page's first sheet: a page may fill several, which follows from its panel count."""
    before = [p for p in script.pages if p.number < page.number]
    return 1 + sum(_sheet_count(p, _template_of(p, script)) for p in before)


def _sheet_count(page: ScriptPage, preset: Template) -> int:
    if _by_tree(page, preset) or preset.manner == "strip":
        return 2 if page.spread else 1
    held = preset.columns.count * preset.columns.boxes if preset.manner == "columns" else preset.sheet.rows
    return -(-len(page.panels) // held)


def _tree_page(job: Job) -> PageLayout:
    job = job if job.preset.frame.h else replace(job, preset=_screenful(job.preset))
    page, preset, wanted = job.page, job.preset, wishes(job)
    grid = Grid(preset.frame, preset.tier, preset.column, job.rtl)
    block = _pattern(page, preset)
    guests = insets_of(block)
    hosts = [k for k in range(len(wanted)) if k not in guests]
    asked = [wanted[k] for k in hosts]
    tree = follow(block, asked, grid, job.seed) if block else arrange(asked, grid, job.seed)
    lean(tree, asked, grid, job.seed)
    polygons, outer = settle(tree, grid, {} if block else bleeding(asked, boxes(tree, grid), preset, job.spine))
    found = dict(zip(hosts, polygons, strict=True))
    if guests:
        found = set_in(found, guests, wanted, grid)
    frames = [Frame(page.panels[k], found[k], preset.border, k in outer) for k in found]
    frames = [_hollowed(frame, k, found, guests) for k, frame in enumerate(frames)]
    return sheet_of(job, keep_off_fold(frames, preset) if page.spread else frames)


def _hollowed(frame: Frame, panel: int, found: Mapping[int, Polygon], guests: Mapping[int, int]) -> Frame:
    """Return the frame with what it knows of frames set into it, or of being set into another."""
    holes = tuple(found[k] for k, host in guests.items() if host == panel)
    return replace(frame, inset=panel in guests, holes=holes) if guests else frame


def _screenful(preset: Template) -> Template:
    """Return an endless strip's template as one page, for rows that an author wrote: it needs a height."""
    height = round(preset.trim.w * SCREEN, 4)
    frame, safe = preset.frame, preset.safe
    return replace(
        preset,
        trim=replace(preset.trim, h=height),
        frame=replace(frame, h=height - 2 * frame.y),
        safe=replace(safe, h=height - 2 * safe.y),
    )


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
    held = holds(block)
    return StoryError(
        f"the {what} {held} frame{'s' * (held != 1)}, the page has {len(page.panels)} panels",
        where=page.where or "",
        hint="give one number for each panel, or leave the layout out and let it be solved",
    )
