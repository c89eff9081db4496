"""A staged frame into a Shot: the prompt, the seed, and the picture's size on the page's pixel grid."""

import math
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from functools import lru_cache
from hashlib import sha256
from pathlib import Path

from .errors import ComicError
from .geometry import Rect
from .layout import Frame
from .picture import Shot
from .script import Cast, Panel, Script
from .staging import Staging

LARGEST = 64_000_000
"""Pixels of one picture."""
SCREEN_MM = 0.42
"""Screentone pitch in print: 60 lines to the inch."""
FINEST = 3.0
"""Pixels of screentone pitch below which dots run into grey."""
_MEDIUM = {"mono": "monochrome comic panel", "grey": "greyscale comic panel", "colour": "full colour comic panel"}
_ANGLE = {
    "eye": "", "low": "low angle", "high": "high angle", "bird's-eye": "bird's-eye view",
    "worm's-eye": "worm's-eye view", "dutch": "dutch angle", "over-the-shoulder": "over the shoulder",
    "pov": "point of view",
}  # fmt: skip
_TIME = {"dawn": "at dawn", "day": "by day", "dusk": "at dusk", "night": "at night"}
_PIECE = re.compile(r"[A-Za-z]+|[0-9]|[\u2e80-\U0010ffff]|[^\sA-Za-z0-9]")


@dataclass(frozen=True, slots=True)
class Prompt:
    """What a model is told. ``phrases`` are (character id, the words of ``positive`` about it)."""

    positive: str
    negative: str
    phrases: tuple[tuple[str, str], ...]


def prompt(panel: Panel, script: Script) -> Prompt:
    """Write a panel's prompt, in the same order in every panel.

    Medium, shot, angle, place, time, weather; then each character in the story's order with its
    descriptor as it stands and what it does; then the action, the author's own words, and the style.
    """
    order = {c.id: k for k, c in enumerate(script.characters)}
    cast = sorted(panel.cast, key=lambda c: order.get(c.character.id, len(order)))
    names = {c.character.id: c.character.name for c in panel.cast}
    phrases = tuple((c.character.id, phrase(c, names)) for c in cast)
    parts = (
        _MEDIUM[script.style.tone], panel.shot, _ANGLE.get(panel.angle, panel.angle), panel.place_text,
        _TIME.get(panel.time, panel.time), panel.weather, *(words for _, words in phrases),
        panel.action.rstrip(".。"), panel.prompt, script.style.look,
    )  # fmt: skip
    return Prompt(", ".join(p for p in parts if p), script.style.negative, phrases)


def phrase(cast: Cast, names: dict[str, str]) -> str:
    """Return the words about one character: its descriptor verbatim, then what it does here."""
    expression = cast.expression and f"{cast.expression} expression"
    seen = {"camera": "the camera", "left": "left", "right": "right", "away": "away"} | names
    facing = cast.facing in seen and f"facing {seen[cast.facing]}"
    holds = cast.holds and f"holding {' and '.join(cast.holds)}"
    look = cast.character.look or cast.character.name
    return ", ".join(p for p in (look, cast.pose, expression, facing, holds) if p)


def seed(script: Script, panel: Panel, take: int = 0) -> int:
    """Return the shot's seed, 0 to 2**32 - 1, by SHA-256 of the story's seed, what shares it, and the take.

    Each part is written with its length, so that no two lists of parts are the same words.
    """
    shared = {"panel": f"panel {panel.id}", "scene": f"scene {panel.scene}", "story": "story"}[script.seeds]
    parts = (str(script.seed), shared, str(take))
    digest = sha256("".join(f"{len(p)}:{p}" for p in parts).encode()).digest()
    return int.from_bytes(digest[:4], "big")


def shoot(frame: Frame, staging: Staging, script: Script, px_per_mm: float, take: int = 0) -> tuple[Shot, Rect]:
    """Return a frame's shot and the box in page mm that its picture covers.

    The box is the frame's bounds grown outwards to the page's pixel grid, so that one pixel of the
    picture is one pixel of the page. Raises ComicError for a picture of more than 64 megapixels.
    """
    panel, box = frame.panel, frame.box
    left, top = (math.floor(v * px_per_mm + 1e-6) for v in (box.x, box.y))
    right, bottom = (math.ceil(v * px_per_mm - 1e-6) for v in (box.right, box.bottom))
    width, height = max(right - left, 1), max(bottom - top, 1)
    if width * height > LARGEST:
        raise ComicError(
            f"the picture of panel {panel.id} would be {width}x{height}, more than {LARGEST // 1_000_000} megapixels",
            where=panel.where, hint="choose a smaller --width or --dpi",
        )  # fmt: skip
    told, style = prompt(panel, script), script.style
    shot = Shot(
        panel.id, told.positive, told.negative, width, height, seed(script, panel, take), staging, style.tone,
        style.sketch, told.phrases, panel.scene and f"{script.seed} {panel.scene}",
        max(SCREEN_MM * px_per_mm, FINEST), style.composition,
    )  # fmt: skip
    return shot, Rect(left / px_per_mm, top / px_per_mm, width / px_per_mm, height / px_per_mm)


def for_model(shot: Shot, panel: Panel, script: Script, takes: Mapping[str, int]) -> Shot:
    """Return a shot with what a model needs beyond the sketch artist: who was placed, pictures, the scene's lead."""
    first = next((p for page in script.pages for p in page.panels if p.scene == panel.scene and not p.crop), panel)
    placed = tuple(c.character.id for c in panel.cast if c.at is not None)
    seen = {c.character.id: c.character.references for c in panel.cast}
    looked_at = tuple((who, _digest(path), path) for who, _ in shot.phrases for path in seen[who])
    shot = replace(shot, placed=placed, references=looked_at)
    if not panel.scene or first.id == panel.id:
        return shot
    told = prompt(first, script).positive
    return replace(shot, lead=(told, seed(script, first, takes.get(first.id, 0))))


def _digest(path: str) -> str:
    state = Path(path).stat()
    return _digest_of(path, state.st_size, state.st_mtime_ns)


@lru_cache(maxsize=256)
def _digest_of(path: str, _size: int, _time: int) -> str:
    return sha256(Path(path).read_bytes()).hexdigest()


def estimate(text: str) -> list[str]:
    """Cut a prompt into about the pieces that a text encoder's tokenizer would make of it.

    Only an estimate, on the careful side: English words of up to nine letters are one piece and longer
    ones a piece for each nine; a digit, a sign and a CJK character are one each.
    """
    found = []
    for piece in _PIECE.findall(text):
        found += [piece[k : k + 9] for k in range(0, len(piece), 9)]
    return found


def over_limit(text: str, limit: int = 77, tokenize: Callable[[str], list[str]] | None = None) -> str:
    """Return the words of a prompt that a text encoder of ``limit`` tokens would lose, or an empty text.

    ``tokenize`` is the model's own, without start and end, which take two of the tokens; without it
    the pieces are estimated.
    """
    count, room = tokenize or estimate, limit - 2
    if len(count(text)) <= room:
        return ""
    ends = [m.end() for m in re.finditer(r"[^\s\u2e80-\U0010ffff]+|[\u2e80-\U0010ffff]", text)]
    low, high = 0, len(ends)
    while low < high:
        middle = (low + high + 1) // 2
        fits = len(count(text[: ends[middle - 1]])) <= room
        low, high = (middle, high) if fits else (low, middle - 1)
    return text[ends[low - 1] if low else 0 :].strip(" ,，")


def lost_words(
    panel: Panel, script: Script, limit: int = 77, tokenize: Callable[[str], list[str]] | None = None
) -> str:
    """Return the words of a panel's prompt that the story's model would lose; the sketch artist reads them all."""
    return "" if script.model == "sketch" else over_limit(prompt(panel, script).positive, limit, tokenize)
