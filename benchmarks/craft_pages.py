"""Pages by chance: words, weights and figures, laid out, lettered, and told as the plan tells them."""

from random import Random

import numpy as np

from comicgen.errors import Mark
from comicgen.geometry import Rect
from comicgen.layout import Frame, PageLayout, lay_out_page
from comicgen.lettering import LetteredPanel, Page, crowding, letter
from comicgen.picture import Picture
from comicgen.script import Panel, Script, ScriptPage
from comicgen.staging import Anchor
from comicgen.story import Line, Style

WORDS = [
    "I",
    "you",
    "we",
    "they",
    "never",
    "always",
    "thought",
    "knew",
    "saw",
    "heard",
    "the",
    "old",
    "lighthouse",
    "harbour",
    "storm",
    "ghost",
    "sword",
    "signal",
    "engine",
    "is",
    "was",
    "will",
    "be",
    "back",
    "here",
    "there",
    "tonight",
    "tomorrow",
    "again",
    "before",
    "after",
    "if",
    "only",
    "someone",
    "nobody",
    "everything",
    "listen",
    "wait",
    "run",
    "stop",
    "look",
    "careful",
    "impossible",
    "promise",
    "remember",
    "behind",
    "and",
    "but",
    "so",
    "for",
    "my",
    "your",
    "its",
    "his",
    "her",
    "in",
    "on",
    "at",
    "with",
    "without",
]
HAN = "我们从来没有想过今天晚上会在这里遇见你如果早一点知道就好了快跑不要回头看那座灯塔风暴要来了"
KINDS = ("speech",) * 7 + ("thought", "whisper", "shout", "caption", "radio")
NAMES = ("ann", "ben", "cho", "dan")
BLANK = Picture(np.full((1, 1), 255, np.uint8))
WHERE = Mark("random", 1, 1)
ROUNDS = 6


def sentence(dice: Random, language: str) -> str:
    """Return 1 to 30 words, or as much Chinese."""
    count = min(30, max(1, round(dice.lognormvariate(1.9, 0.75))))
    if language == "zh":
        return "".join(dice.choice(HAN) for _ in range(min(45, count * 2))) + dice.choice("。！？")
    return " ".join(dice.choice(WORDS) for _ in range(count)).capitalize() + dice.choice(("!", ".", "?", "...", "?!"))


def random_script(dice: Random, number: int, reading: str, language: str) -> tuple[Script, ScriptPage]:
    """Return a page of 1 to 9 panels with 0 to 6 balloons each, and the script it stands in."""
    panels = tuple(_panel(dice, f"p{number}-{k}", language) for k in range(dice.randint(1, 9)))
    page = ScriptPage(1, panels, "manga-b5")
    script = Script(
        "Random", "random", "", language, reading, "manga-b5", number, "panel", "sketch", Style(), (), (page,)
    )
    return script, page


def _panel(dice: Random, name: str, language: str) -> Panel:
    shot = dice.choices(("close-up", "medium shot", "long shot"), (0.27, 0.45, 0.28))[0]
    count = dice.choices(range(7), (0.13, 0.32, 0.26, 0.15, 0.08, 0.04, 0.02))[0]
    lines = tuple(_line(dice, language) for _ in range(count))
    return Panel(
        id=name, where=WHERE, shot=shot, angle="eye", place="", place_text="", time="day", weather="", action="",
        cast=(), lines=lines, sfx=("KRAK",) if dice.random() < 0.1 else (), effects=(),
        weight=dice.choice((0.7, 1, 1, 1.5, 2.2)), crop=None, prompt="", scene="s",
    )  # fmt: skip


def _line(dice: Random, language: str) -> Line:
    kind = dice.choice(KINDS)
    off = ("off",) if dice.random() < 0.05 and kind != "caption" else ()
    return Line(sentence(dice, language), "" if kind == "caption" else dice.choice(NAMES), (kind, *off))


def figures(panel: Panel, box: Rect) -> tuple[Anchor, ...]:
    """Return heads, mouths and bodies for a frame: one large face, one to three people, or small ones."""
    dice = Random(panel.id)
    close = panel.shot == "close-up"
    count = 1 if close else dice.choice((1, 2, 2, 3)) if panel.shot == "medium shot" else dice.choice((0, 1, 2, 3, 4))
    tall = {"close-up": dice.uniform(0.34, 0.52), "medium shot": dice.uniform(0.18, 0.28)}.get(panel.shot, 0.1) * box.h
    return tuple(_figure(dice, box, k, count, tall, close) for k in range(count))


def _figure(dice: Random, box: Rect, k: int, count: int, tall: float, close: bool) -> Anchor:
    h = min(tall * dice.uniform(0.9, 1.1), 0.9 * box.w / count / 0.8)
    w = h * 0.8
    x = box.x + box.w / count * (k + 0.5 + dice.uniform(-0.18, 0.18))
    x = min(max(x, box.x + 0.6 * w), box.right - 0.6 * w)
    y = box.y + box.h * (dice.uniform(0.45, 0.62) if close else dice.uniform(0.4, 0.6))
    head = Rect(x - w / 2, y - h / 2, w, h)
    body = Rect(x - 1.1 * w, y - h / 2, 2.2 * w, min(5 * h, box.bottom - y + h / 2))
    return Anchor(NAMES[k], head, (x, y + 0.27 * h), body)


def make(page: ScriptPage, script: Script) -> Page:
    """Lay a page out and letter it, giving crowded panels more room for at most four rounds; keep the best."""
    need: dict[str, float] = {}
    best: tuple[float, PageLayout, list[LetteredPanel]] | None = None
    for _ in range(ROUNDS):
        (layout,) = lay_out_page(page, script, need)
        panels = [LetteredPanel(f, BLANK, f.box, figures(f.panel, f.box)) for f in layout.frames]
        more = crowding(layout, panels, script.language)
        unease = sum(more.values())
        if best is None or unease < best[0]:
            best = (unease, layout, panels)
        if not more:
            break
        need |= {k: need.get(k, 1.0) * v for k, v in more.items()}
    assert best is not None
    return letter(best[1], best[2], script.language)


def plan(page: Page) -> dict:
    """Return a page as the plan's JSON has it, in millimetres."""
    layout: PageLayout = page.layout
    return {
        "reading": layout.reading, "type": layout.type_size, "safe": _rect(layout.safe),
        "panels": [_plan_panel(p.frame, p) for p in page.panels],
    }  # fmt: skip


def _plan_panel(frame: Frame, panel: LetteredPanel) -> dict:
    return {
        "id": frame.panel.id,
        "weight": frame.panel.weight,
        "polygon": frame.polygon,
        "texts": [line.text for line in frame.panel.lines],
        "figures": [{"character": a.character, "head": _rect(a.head), "mouth": a.mouth} for a in panel.anchors],
        "balloons": [
            {
                "kind": b.kind, "speaker": b.speaker, "text": b.text, "lines": b.lines, "vertical": b.vertical,
                "outline": b.outline, "text_box": _rect(b.text_box), "tail": b.tail, "size": b.size, "linked": b.linked,
                "off": any(b.text in k.text and "off" in k.kinds for k in frame.panel.lines),
                "ink": [(g.id, g.x, g.y) for t in b.letters for g in t.glyphs],
            }
            for b in panel.balloons
        ],
        "sfx": [s.outline for s in panel.sfx],
    }  # fmt: skip


def _rect(r: Rect) -> tuple[float, float, float, float]:
    return (r.x, r.y, r.w, r.h)
