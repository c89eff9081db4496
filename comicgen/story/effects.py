"""An effect as an author asks for it: its name in any language, and what may be set of it. One table of each.

``effects: [speed lines, {focus lines: {density: 1.5, aim: mei}}]``
"""

import re
from dataclasses import dataclass, field
from typing import Any

from ..errors import Mark
from .readers import Found, Key, Reader, form, many, nearest, number, refuse, text, whole, words
from .readers import choice as one_of
from .source import Source
from .tree import Items, Mapping, Node, Scalar

Colour = tuple[int, int, int]


@dataclass(frozen=True, slots=True)
class Effect:
    """One effect with what the author set. Numbers are times the usual unless said."""

    name: str
    """As written; ``effect_name`` gives the table's own."""
    where: Mark | None = field(default=None, compare=False)
    density: float = 1.0
    width: float = 1.0
    length: float = 1.0
    size: float = 1.0
    gap: float = 1.0
    bundle: int = 0
    """Lines in a bundle; 0 leaves it to the effect."""
    jitter: float = 1.0
    taper: float = 1.0
    clear: float = 1.0
    direction: float | None = None
    """Degrees clockwise from the right along which movement goes; None follows the action."""
    turn: float = 0.0
    """Degrees clockwise."""
    aim: str | tuple[float, float] = ""
    """A character's id or a point in fractions of the frame; empty is the largest head."""
    subject: str = ""
    """Whose movement it is, or whom it is about: a character's id, ``all``, ``none``; empty follows the action."""
    spread: str = ""
    """trail or frame."""
    underlay: float | None = None
    """White on either side of a line, in its own widths; None leaves it to the page."""
    colour: Colour | None = None
    """None leaves it to the page."""
    opacity: float = 1.0
    tone: float | None = None
    """Share of ink, 0 paper to 1 black."""
    fade: float | None = None
    """Share of ink at a gradient's far end."""
    lpi: float | None = None
    """Screen ruling in lines an inch."""
    seed: int = 0
    marks: tuple[tuple[str, Mark], ...] = field(default=(), compare=False)
    """Where each thing that was set is written."""


EVERYBODY = ("all", "none")
SIDES = {"right": 0.0, "down": 90.0, "left": 180.0, "up": 270.0}
COLOURS: dict[str, Colour] = {
    "black": (0, 0, 0), "white": (255, 255, 255), "grey": (128, 128, 128), "red": (200, 30, 30),
    "blue": (40, 80, 190), "yellow": (250, 215, 60), "pink": (245, 150, 180), "brown": (110, 70, 40),
}  # fmt: skip
_HEX = re.compile(r"#[0-9a-fA-F]{6}")
_TURN = re.compile(r"[-+]?[0-9]{1,3}(\.[0-9]{1,6})?")


def _read_direction(node: Node, source: Source) -> float:
    found = words(node, source, "a direction", 40).lower()
    if found in SIDES:
        return SIDES[found]
    if not _TURN.fullmatch(found) or abs(float(found)) > 360:
        raise source.error(node.start, f"{found!r} is no direction", nearest(found, list(SIDES), "degrees, or one of"))
    return float(found)


def _read_colour(node: Node, source: Source) -> Colour:
    found = words(node, source, "a colour", 40).lower()
    if _HEX.fullmatch(found):
        return (int(found[1:3], 16), int(found[3:5], 16), int(found[5:7], 16))
    if found not in COLOURS:
        raise source.error(node.start, f"no colour {found!r}", nearest(found, list(COLOURS), "#rrggbb, or one of"))
    return COLOURS[found]


_POINT = many(number(0, 1), "numbers", 2, least=2)


def _read_aim(node: Node, source: Source) -> str | tuple[float, float]:
    if isinstance(node, Items):
        x, y = _POINT.read(node, source)
        return (x, y)
    return text(64, required=True).read(node, source)


_TIMES = "times the usual"
PARAMETERS: dict[str, Key] = {
    "density": Key(number(0.1, 5), f"How close lines or shapes stand, {_TIMES}."),
    "width": Key(number(0.1, 8), f"How thick they are, {_TIMES}."),
    "length": Key(number(0.1, 4), f"How long they are, {_TIMES}."),
    "size": Key(number(0.1, 5), f"How large shapes are, {_TIMES}."),
    "gap": Key(number(0, 6), f"Room between bundles, {_TIMES}."),
    "bundle": Key(whole(1, 40), "Lines in a bundle, at most."),
    "jitter": Key(number(0, 3), f"How uneven lengths, widths and places are, {_TIMES}; 0 is as with a ruler."),
    "taper": Key(number(0, 1), "How far line ends thin out: 1 to a needle, 0 not at all."),
    "clear": Key(number(0.2, 4), f"How large the free room round the subject is, {_TIMES}."),
    "direction": Key(Reader(_read_direction, {"anyOf": [{"enum": list(SIDES)}, number(-360, 360).schema]}),
                     "Where movement goes: left, right, up, down, or degrees clockwise from the right."),
    "turn": Key(number(-360, 360), "Degrees clockwise by which it is turned."),
    "aim": Key(Reader(_read_aim, {"anyOf": [{"type": ["string", "number"]}, _POINT.schema]}),
               "A character's id, or [x, y] in 0..1 of the frame."),
    "subject": Key(text(64, required=True), "Whose it is: a character's id, all or none."),
    "spread": Key(one_of("spread", ("trail", "frame")), "Behind who moves, or over the whole frame."),
    "underlay": Key(number(0, 6), "White on either side of lines, in their own widths."),
    "colour": Key(Reader(_read_colour, {"type": "string", "pattern": f"^({'|'.join(COLOURS)}|#[0-9a-fA-F]{{6}})$"}),
                  "A colour's name or #rrggbb."),
    "opacity": Key(number(0.05, 1), "1 hides what lies under it."),
    "tone": Key(number(0.02, 1), "Share of ink, 0 paper to 1 black."),
    "fade": Key(number(0, 1), "Share of ink at a gradient's far end."),
    "lpi": Key(number(20, 133), "Screen ruling: lines of dots an inch."),
    "seed": Key(whole(0, 2**31), "Another number is another drawing."),
}  # fmt: skip
"""What may be set, each in one sense for all effects."""

_INK = ("colour", "opacity", "seed")
_LINES = ("density", "width", "length", "jitter", "taper", "underlay", *_INK)
_TONES = ("tone", "lpi", "clear", "opacity")
_SHAPES = ("density", "size", "jitter", *_INK)
EFFECTS: dict[str, tuple[str, ...]] = {
    "speed lines": ("gap", "bundle", "direction", "subject", "spread", "clear", *_LINES),
    "focus lines": ("gap", "bundle", "aim", "clear", "turn", *_LINES),
    "flash": ("density", "length", "jitter", "aim", "clear", "turn", *_INK),
    "uni flash": ("aim", "clear", "turn", *_LINES),
    "white-out": ("clear", "aim", "colour", "opacity"),
    "impact": ("density", "size", "width", "length", "jitter", "aim", *_INK),
    "motion arcs": ("density", "width", "length", "jitter", "taper", "underlay", "direction", "subject", *_INK),
    "trembling": ("density", "width", "length", "size", "jitter", "underlay", "subject", *_INK),
    "screentone": _TONES,
    "gradient": ("fade", "turn", *_TONES),
    "rising gradient": ("fade", "turn", *_TONES),
    "vignette": _TONES,
    "darkness": ("tone", "lpi", "clear", "colour"),
    "fog": ("density", "size", *_INK),
    "rain": ("density", "width", "length", "jitter", "direction", "underlay", *_INK),
    "snow": _SHAPES,
    "petals": _SHAPES,
    "dust": ("density", "size", "subject", *_INK),
    "gloom": ("density", "width", "length", "jitter", "tone", "lpi", *_INK),
    "sparkle": ("subject", *_SHAPES),
    "hearts": ("subject", *_SHAPES),
    "bubbles": ("subject", *_SHAPES),
    "shock": ("density", "width", "length", "jitter", "subject", *_INK),
    "rays": ("density", "width", "length", "jitter", "subject", *_INK),
}
"""Every effect and what may be set of it."""

SYNONYMS = {
    "action lines": "speed lines", "motion lines": "speed lines", "速度线": "speed lines", "流線": "speed lines",
    "concentration lines": "focus lines", "集中线": "focus lines", "集中線": "focus lines", "zoom lines": "focus lines",
    "beta flash": "flash", "ベタフラッシュ": "flash", "闪光": "flash",
    "ウニフラッシュ": "uni flash", "urchin flash": "uni flash",
    "white out": "white-out", "whiteout": "white-out", "flashback": "white-out",
    "impact burst": "impact", "burst": "impact", "hit": "impact", "爆炸": "impact",
    "motion arc": "motion arcs", "swoosh": "motion arcs",
    "tremble": "trembling", "shaking": "trembling",
    "tone": "screentone", "网点": "screentone", "トーン": "screentone",
    "gradient tone": "gradient", "渐变": "gradient",
    "dark": "darkness", "mist": "fog", "雾": "fog", "雨": "rain", "雪": "snow", "snowfall": "snow",
    "cherry blossoms": "petals", "花瓣": "petals", "smoke": "dust",
    "gloom lines": "gloom", "despair": "gloom", "sparkles": "sparkle", "glitter": "sparkle",
    "heart": "hearts", "爱心": "hearts", "soap bubbles": "bubbles",
    "lightning": "shock", "shock lines": "shock", "electric": "shock",
    "surprise": "rays", "surprise lines": "rays",
}  # fmt: skip
"""An author's words, in any language, and the table's name for them."""


def effect_name(word: str) -> str | None:
    """Return the table's name for an author's word, or None where no effect is called that."""
    name = " ".join(word.lower().replace("_", " ").split())
    name = SYNONYMS.get(name, name)
    return name if name in EFFECTS else None


def _build(found: Found) -> dict[str, Any]:
    return {**found.values, "marks": tuple(found.marks.items())}


_FORMS = {name: form(name, {p: PARAMETERS[p] for p in keys}, _build) for name, keys in EFFECTS.items()}


def _read_effect(node: Node, source: Source) -> Effect:
    """Read an effect: a word, or one key with what is set of it. A word that names none is left to ``check``."""
    if not isinstance(node, Mapping):
        return Effect(text(80, required=True).read(node, source), source.mark(node.start))
    if len(node.pairs) != 1:
        refuse(node, source, "one effect with what is set of it", "such as {focus lines: {density: 1.5}}")
    ((key, value),) = node.pairs.values()
    if (name := effect_name(key.text)) is None:
        raise source.error(key.start, f"no effect {key.text[:60]!r}", nearest(key.text, list(EFFECTS)))
    empty = isinstance(value, Scalar) and not value.text
    found = {} if empty else _FORMS[name].read(value, source)
    return Effect(key.text, source.mark(key.start), **found)


def _schema() -> dict[str, Any]:
    words = {**{name: name for name in EFFECTS}, **SYNONYMS}
    settings = {
        word: {"$ref": f"#/$defs/{name.replace(' ', '-')}", "description": f"What is set of {name}."}
        for word, name in words.items()
    }
    one = {"type": "object", "properties": settings, "additionalProperties": False}
    return {"anyOf": [{"type": "string"}, {**one, "minProperties": 1, "maxProperties": 1}]}


EFFECT = Reader(_read_effect, _schema())
DEFINITIONS = {name.replace(" ", "-"): {"anyOf": [f.schema, {"type": "null"}]} for name, f in _FORMS.items()}
"""Schemas of what may be set of each effect, for the root of the story's schema."""
