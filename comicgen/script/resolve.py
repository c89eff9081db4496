"""A Story into a Script: nothing is left open, and each choice of the program's has its reason.

Place, time and weather carry on from the panel before, over page ends too. A new place keeps the time and
drops the weather, so that rain does not follow people indoors. An empty text ends what was carried.

A panel without ``characters`` shows those whom its action names and those who speak in it, not off. A panel
with ``characters`` shows only them: another's line comes from off the panel.

A panel's id is its author's. Else it is made of what the panel shows (the first words of its action, else
who is there), with a number where the book has that already. So an insert renames no other panel, but for
later ones that show the very same; and an edited line of dialogue renames none.
"""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace

from ..errors import Mark
from ..files import slug
from ..story import Character, Line, PageSpec, PanelSpec, Part, Story
from . import Cast, Panel, Script, ScriptPage
from .beats import Beat, Sheaf, beats
from .binding import bind
from .sizes import settle_shots
from .talk import settle_talk
from .words import named_in, time_in

Why = tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Setting:
    """What carries on from panel to panel."""

    place: str = ""
    time: str = ""
    weather: str = ""
    marks: tuple[tuple[str, Mark], ...] = ()
    """Where each was written."""

    def next(self, panel: PanelSpec) -> "Setting":
        """Return the setting of the panel that comes after this one."""
        place = self.place if panel.place is None else panel.place
        time = self.time if panel.time is None else panel.time
        carried = self.weather if place == self.place else ""
        here = ((key, mark) for key, mark in panel.marks if key in ("place", "time", "weather"))
        marks = tuple((dict(self.marks) | dict(here)).items())
        return Setting(place, time, carried if panel.weather is None else panel.weather, marks)


def resolve(story: Story) -> Script:
    """Settle a story into complete panels.

    Raises StoryError for a role line in prose that nobody can speak.
    """
    pages = bind(beats(story), story) if story.scenes else _written(story.pages)
    people = {c.id: c for c in story.characters}
    named = _named(_panels(story, people, [beat for page in pages for beat in page.beats]))
    panels = settle_talk(settle_shots(named))
    done, settled = iter(_with_crops(panels)), []
    for number, page in enumerate(pages, 1):
        held = tuple(next(done) for _ in page.beats)
        settled.append(ScriptPage(number, held, page.template, page.rows, page.cut, page.where, page.spread))
    return Script(
        story.title, story.source, story.author, story.language, story.reading, story.template, story.seed,
        story.seeds, story.model, story.style, story.characters, tuple(settled),
        story.template_where,
    )  # fmt: skip


def _written(pages: tuple[PageSpec, ...]) -> list[Sheaf]:
    return [
        Sheaf(tuple(Beat(p) for p in page.panels), page.where, page.template, page.rows, page.cut, page.spread)
        for page in pages
    ]


def _panels(story: Story, people: dict[str, Character], beats: list[Beat]) -> Iterator[Panel]:
    places, setting = dict(story.places), Setting()
    for beat in beats:
        spec, before = beat.panel, setting
        setting = setting.next(spec)
        place_text = places.get(setting.place, setting.place)
        time = setting.time or time_in(place_text)
        cast, lines, why = _present(spec, people)
        carried = _carried(spec, before, setting)
        told = (("time", "the place's words tell it"),) if time and not setting.time else ()
        yield Panel(
            spec.id, spec.where, spec.shot, spec.angle, setting.place, place_text, time, setting.weather,
            spec.action, cast, lines, spec.sfx, spec.effects, spec.weight, spec.crop, spec.prompt,
            _scene(setting), (*beat.why, *carried, *told, *why),
            tuple((dict(spec.marks) | dict(setting.marks)).items()),
        )  # fmt: skip


def _scene(setting: Setting) -> str:
    return ", ".join(part for part in (setting.place, setting.time) if part)


def _carried(spec: PanelSpec, before: Setting, now: Setting) -> Why:
    kept = [name for name in ("place", "time", "weather") if getattr(spec, name) is None and getattr(now, name)]
    dropped = spec.weather is None and before.weather and not now.weather
    ended = (("weather", "a new place: the weather stays behind"),) if dropped else ()
    return (*((name, "as in the panel before") for name in kept), *ended)


def _present(spec: PanelSpec, people: dict[str, Character]) -> tuple[tuple[Cast, ...], tuple[Line, ...], Why]:
    order = {id_: k for k, id_ in enumerate(people)}
    if spec.cast is not None:
        parts = sorted(spec.cast, key=lambda p: order[p.character])
        present = {p.character for p in parts}
        absent = [
            line.speaker for line in spec.lines if line.speaker and line.speaker not in present and not _off(line)
        ]
        lines = tuple(replace(n, kinds=(*n.kinds, "off")) if n.speaker in absent else n for n in spec.lines)
        why: Why = tuple(("dialogue", f"{who} is not in the panel: off") for who in dict.fromkeys(absent))
    else:
        named, spoken = named_in(spec.action, tuple(people.values())), [n.speaker for n in spec.lines if not _off(n)]
        ids = sorted({who for who in (*named, *spoken) if who} if not spec.crop else (), key=lambda who: order[who])
        parts, lines = [Part(who, where=spec.where) for who in ids], spec.lines
        why = (("characters", "named in the action or speaking"),) if parts else ()
    return tuple(_cast(p, people, spec.where) for p in parts), lines, why


def _off(line: Line) -> bool:
    return "off" in line.kinds or "caption" in line.kinds


def _cast(part: Part, people: dict[str, Character], where: Mark) -> Cast:
    return Cast(
        people[part.character], part.pose, part.expression, part.at, part.depth or "middle", part.facing, part.look,
        part.size, part.holds, part.where or where, part.marks,
    )  # fmt: skip


def _named(panels: Iterator[Panel]) -> list[Panel]:
    """Give every panel an id that its neighbours do not decide."""
    found = list(panels)
    taken, count = {p.id for p in found if p.id}, Counter[str]()
    return [p if p.id else replace(p, id=_new_id(_shown(p), taken, count)) for p in found]


def _new_id(base: str, taken: set[str], count: Counter[str]) -> str:
    while True:
        count[base] += 1
        name = base if count[base] == 1 else f"{base}-{count[base]}"
        if name not in taken:
            taken.add(name)
            return name


def _shown(panel: Panel) -> str:
    people = " ".join(c.character.id for c in panel.cast)
    told = " ".join(panel.action.split()[:4]) if panel.action else people or panel.place or "panel"
    return slug(told.lower(), "panel", 40)


def _with_crops(panels: list[Panel]) -> list[Panel]:
    """Give each crop what its source shows: setting, cast and shot are one picture's."""
    by_id = {p.id: p for p in panels}
    return [_cropped(p, by_id[p.crop.of]) if p.crop else p for p in panels]


def _cropped(panel: Panel, source: Panel) -> Panel:
    lines = tuple(
        replace(n, kinds=tuple(k for k in n.kinds if k != "off") or ("speech",))
        if n.speaker in {c.character.id for c in source.cast}
        and ("dialogue", f"{n.speaker} is not in the panel: off") in panel.why
        else n
        for n in panel.lines
    )
    return replace(
        panel, shot=source.shot, angle=source.angle, place=source.place, place_text=source.place_text, time=source.time,
        weather=source.weather, cast=source.cast, lines=lines, scene=source.scene,
        why=(*panel.why, ("crop", f"shows what {source.id} shows")),
    )  # fmt: skip
