"""A panel into what it wishes of its frame: room, shape, least size and how much the gutters lean."""

import hashlib
import math
import re
from dataclasses import dataclass, replace

from ..script import Panel
from .job import Job

SHAPES: dict[str, tuple[float, float]] = {
    "extreme close-up": (1.9, 0.75),
    "close-up": (1.05, 0.85),
    "medium close-up": (1.1, 0.95),
    "medium shot": (1.2, 1.0),
    "cowboy shot": (0.95, 1.05),
    "full shot": (0.78, 1.2),
    "long shot": (1.5, 1.3),
    "extreme long shot": (1.9, 1.4),
}
"""Width by height, and room beside a medium shot, of each shot size with one figure."""

FORCEFUL = re.compile(
    r"\b(run|sprint|dash|rush|charg|leap|jump|lung|dive|fall|crash|smash|slam|punch|kick|hit|strik|slash|swing|throw"
    r"|explo|burst|chas|flee|race|speed|whirl|tackl|fight|attack|scream|collid|shatter)\w*|[跑奔跳冲撞打踢劈砍摔爆追逃]"
    r"|走る|飛|殴|蹴|叩|斬|駆|突進",
    re.IGNORECASE,
)
FORCEFUL_EFFECTS = ("speed", "flash", "impact", "burst", "focus", "motion")
NARROWER, WIDER = -0.2, 0.16
"""How far, in logarithms, a panel's drawn shape may lie from its shot's usual one."""
TEXT_STEPS = (0, 1, 40, 100, 200, 340, 520, 800)
"""Letters at which a panel's text asks for more room: steps so coarse that an edit seldom moves a frame."""


@dataclass(frozen=True, slots=True)
class Wish:
    """What a panel asks of its frame. Areas in square millimetres, lengths in millimetres."""

    id: str
    weight: float
    room: float
    """Share of the page beside its neighbours' shares."""
    aspect: float
    """Width by height."""
    strict: float
    """How much its shape matters: 1 usual."""
    least: float
    """Area under which its text would crowd the picture."""
    narrowest: float
    force: float
    """0 calm .. 1 violent: forceful panels lean their gutters."""
    scene: str
    need: float = 1.0
    """How many times the usual room its balloons were found to need."""


def chance(*words: object) -> float:
    """Return a number in 0..1 that depends on the words alone, the same in every process."""
    digest = hashlib.sha256("\x1f".join(map(str, words)).encode()).digest()
    return int.from_bytes(digest[:8], "big") / 2**64


def wishes(job: Job) -> list[Wish]:
    """Return each panel's wish; the job's ``need`` multiplies the room of the panels that it names.

    A shot size fits many shapes, so each panel's seed draws one of them: pages of like panels come out varied.
    """
    page = job.page
    found = [_wish(panel, job) for panel in page.panels]
    if page.number > 1 and page.number % 2 == 0 and len(found) > 1:
        found[0] = replace(found[0], room=found[0].room * 1.2)  # seen first when the leaf is turned
    return found


def _wish(panel: Panel, job: Job) -> Wish:
    need, type_size = max(1.0, job.need.get(panel.id, 1.0)), job.preset.type_size
    aspect, room = SHAPES.get(panel.shot, SHAPES["medium shot"])
    weight = min(max(panel.weight, 0.1), 20.0)
    balloons = len(panel.lines)
    step = text_step(sum(_letters(line.text) for line in panel.lines))
    crowd = max(0, len(panel.cast) - 1)
    aspect *= 1 + 0.18 * min(crowd, 4) + 0.1 * min(max(0, balloons - 2), 4)
    aspect *= 1 if panel.cast else 1.15
    aspect *= math.exp(NARROWER + (WIDER - NARROWER) * chance(job.seed, "shape", panel.id))
    if panel.crop:
        aspect = _crop_aspect(panel, aspect)
    talk = 1 + 0.09 * max(0, step - 1) + 0.07 * max(0, balloons - 2)
    least = _text_area(TEXT_STEPS[step], balloons, type_size)
    return Wish(
        id=panel.id,
        weight=weight,
        room=weight * room * talk * need,
        aspect=min(max(aspect, 0.5), 3.0),
        strict=math.sqrt(min(max(weight, 0.5), 3.0)),
        least=least * need,
        narrowest=8.5 * type_size * (1.15 if step > 2 else 1.0) * min(need, 1.6),
        force=_force(panel),
        scene=panel.scene,
        need=need,
    )


def text_step(letters: float) -> int:
    """Return the step of TEXT_STEPS that a number of letters reaches."""
    return max(k for k, least in enumerate(TEXT_STEPS) if letters >= least)


def _letters(text: str) -> float:
    """Count letters, a full-width one as two."""
    return sum(2.0 if ord(c) > 0x2E80 else 1.0 for c in text)


def _text_area(letters: float, balloons: int, type_size: float) -> float:
    """Balloons take about twice their letters' block, and may fill half of a panel."""
    block = letters * 0.5 * 1.12 * type_size**2
    return 2.0 * (2.0 * block + balloons * 9 * type_size**2)


def _crop_aspect(panel: Panel, aspect: float) -> float:
    """A detail wants the shape of its box; the source picture is about as wide as 4 by 3."""
    assert panel.crop is not None
    _, _, w, h = panel.crop.box
    return min(max(w * 4 / 3 / h, 0.6), 2.4) if w > 0 and h > 0 else aspect


def _force(panel: Panel) -> float:
    if any(word in effect.name.lower() for effect in panel.effects for word in FORCEFUL_EFFECTS):
        return 1.0
    words = [panel.action, *(cast.pose for cast in panel.cast)]
    if any(FORCEFUL.search(text) for text in words):
        return 0.8
    return 0.4 if any("shout" in line.kinds for line in panel.lines) else 0.0
