"""A Story whose names all lead somewhere, or the error at the first that does not."""

from dataclasses import replace

from ..errors import Mark, StoryError
from . import Character, Effect, Line, PageSpec, PanelSpec, Part, Story
from .effects import EVERYBODY
from .pieces import SIDES
from .readers import fail, nearest
from .roles import NARRATORS, Role, find_character, speak, unknown_character


def check_story(story: Story) -> Story:
    """Return the story with speakers looked up.

    Raises StoryError for doubled ids and names, unknown characters, crops of no earlier panel and too
    many panels.
    """
    _own_names(story.characters)
    _count(story)
    pages, seen = [], dict[str, PanelSpec]()
    for page in story.pages:
        panels = tuple(_panel(p, story.characters, seen) for p in page.panels)
        _rows_hold(page)
        pages.append(replace(page, panels=panels))
    return replace(story, pages=tuple(pages))


def _own_names(people: tuple[Character, ...]) -> None:
    owner: dict[str, Character] = {}
    for c in people:
        for name in dict.fromkeys((c.id.casefold(), c.name.casefold())):
            if name in owner:
                raise fail(
                    c.where, f"{c.id!r} and {owner[name].id!r} share the name {name!r}", "give each its own name"
                )
            owner[name] = c


def _count(story: Story) -> None:
    over = [p for page in story.pages for p in page.panels][story.max_panels :]
    hint = "split the story, or raise the limit with --max-panels"
    if over:
        raise fail(over[0].where, f"the story has more than {story.max_panels} panels", hint)
    if story.scenes[story.max_panels :]:
        where = story.scenes[story.max_panels].where
        raise fail(where, f"the story has more than {story.max_panels} scenes", hint)


def _rows_hold(page: PageSpec) -> None:
    held = sum(len(row) for row in page.rows)
    if page.rows and held != (count := len(page.panels)):
        frames, panels = f"{held} frame{'s' * (held != 1)}", f"{count} panel{'s' * (count != 1)}"
        raise fail(page.where, f"the rows hold {frames}, the page has {panels}", "one width for each panel")


def _panel(panel: PanelSpec, people: tuple[Character, ...], seen: dict[str, PanelSpec]) -> PanelSpec:
    if panel.crop:
        _crop(panel, panel.crop.of, seen)
    if panel.id:
        if panel.id in seen:
            where = seen[panel.id].where
            raise fail(panel.where, f"the panel id {panel.id!r} is used twice", f"the first is in line {where.line}")
        seen[panel.id] = panel
    for part in panel.cast or ():
        _part(part, people)
    for effect in panel.effects:
        _effect(effect, {c.id for c in people})
    return replace(panel, lines=tuple(_line(line, people) for line in panel.lines))


def _effect(effect: Effect, known: set[str]) -> None:
    marks = dict(effect.marks)
    for key, who, words in (("aim", effect.aim, ()), ("subject", effect.subject, EVERYBODY)):
        if who and isinstance(who, str) and who not in known and who not in words:
            hint = nearest(who, [*words, *sorted(known)])
            raise fail(marks.get(key, effect.where), f"{key}: {who[:60]!r} is no character", hint)


def _crop(panel: PanelSpec, of: str, seen: dict[str, PanelSpec]) -> None:
    if of not in seen:
        raise fail(panel.where, f"no earlier panel {of!r} to crop", nearest(of, list(seen)) or "give that panel an id")
    if seen[of].crop:
        raise fail(panel.where, f"{of!r} is itself a crop", f"crop {seen[of].crop.of!r} instead")  # type: ignore[union-attr]


def _part(part: Part, people: tuple[Character, ...]) -> None:
    known = {c.id for c in people}
    if part.character not in known:
        raise unknown_character(part.character, part.where, people)
    for key, target in (("facing", part.facing), ("look", part.look)):
        if target and target not in SIDES and target not in known:
            raise _nowhere(key, target, part.where, [*SIDES, *sorted(known)])


def _nowhere(key: str, target: str, where: Mark | None, known: list[str]) -> StoryError:
    return fail(where, f"{key}: {target!r} is neither a side nor a character", nearest(target, known))


def _line(line: Line, people: tuple[Character, ...]) -> Line:
    if not line.speaker and line.kinds == ("caption",):
        return line
    role = Role(line.speaker, (*line.kinds, *([line.style] if line.style else [])))
    if "caption" in line.kinds and find_character(line.speaker, people) is None:
        role = Role(NARRATORS[0], line.kinds)
    return speak(role, line.text, line.where, people)
