"""Panels lettered: places, shapes, tails, order, effects and sounds, checked by plain geometry."""

import sys
from pathlib import Path
from random import Random

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lettering_pages import BLANK, head, laid, lettered, line, panel
from shapely import LineString, Polygon, box
from shapely.geometry import Point as Dot

from comicgen.drawing import Contour, Text
from comicgen.errors import ComicError
from comicgen.geometry import Rect
from comicgen.layout import Frame, PageLayout
from comicgen.lettering import LetteredPanel, crowding, letter
from comicgen.lettering.bodies import CAPTIONS, KINDS, Body
from comicgen.lettering.markup import plain
from comicgen.staging import Anchor
from comicgen.story import CAPTIONS as CAPTION_NAMES
from comicgen.story import KINDS as KIND_NAMES

sys.path.insert(0, str(Path(__file__).parents[1] / "benchmarks"))


@pytest.mark.parametrize("kind", KINDS | CAPTIONS)
@given(wide=st.floats(1.2, 8), high=st.floats(0.8, 6), seed=st.integers(0, 999), squarish=st.booleans())
@settings(max_examples=20)
def test_every_shape_is_closed_and_holds_its_text(kind, wide, high, seed, squarish):
    size = 3.07
    a, b = wide * size, high * size
    body = Body(a, b, size, seed, 4.0 if squarish else 2.35)
    look = (KINDS | CAPTIONS)[kind]
    outline = Polygon(look.outline(body))
    assert outline.is_valid
    power, far = body.exponent, look.rim * size + 1e-6
    t = np.linspace(0, 2 * np.pi, 90)
    c, s = np.cos(t), np.sin(t)
    inner = np.stack([a * np.sign(c) * abs(c) ** (2 / power), b * np.sign(s) * abs(s) ** (2 / power)], axis=1)
    assert outline.buffer(0.02 * min(a, b) if not look.box else 0.3 * size).contains(Polygon(inner))
    assert box(-a - far, -b - far, a + far, b + far).contains(outline)


def test_every_kind_of_the_story_has_a_shape():
    assert set(KINDS) == set(KIND_NAMES)
    assert tuple(CAPTIONS) == CAPTION_NAMES


@pytest.mark.parametrize("kind", [k for k in KINDS if k not in ("caption", "off")])
def test_a_tail_points_at_the_mouth_and_ends_half_way(kind):
    ann, ben = head("ann", 35, 60, 14), head("ben", 75, 60, 14)
    _, done = lettered(panel([line("You said it would never happen.", "ben", kind)]), (ann, ben))
    (balloon,) = done.balloons
    root, tip = np.array(balloon.tail[0]), np.array(balloon.tail[-1])
    share = np.hypot(*(tip - root)) / np.hypot(*(np.array(ben.mouth) - root))
    assert 0.5 <= share <= 0.6
    aim = LineString([root, root + (tip - root) * 2.2])
    assert aim.intersects(box(ben.head.x, ben.head.y, ben.head.right, ben.head.bottom))
    assert not LineString(balloon.tail).intersects(box(ann.head.x, ann.head.y, ann.head.right, ann.head.bottom))


def test_captions_have_no_tail_and_voices_from_outside_point_at_the_side():
    ann = head("ann", 50, 60, 14)
    _, done = lettered(panel([line("Later.", "", "caption"), line("Hello?", "zoe", "off")]), (ann,))
    caption, voice = done.balloons
    assert caption.tail == ()
    assert min(abs(voice.tail[-1][0] - 10), abs(voice.tail[-1][0] - 100)) < 0.2


def test_two_beats_of_one_speaker_are_one_body():
    _, done = lettered(panel([line("I never said that."), line("But I thought it.")]), (head("ann", 50, 60, 14),))
    first, second = done.balloons
    assert second.linked
    assert not first.linked
    assert second.shapes == ()
    assert bool(first.tail) != bool(second.tail)
    whole = Polygon(first.shapes[-1].contours[0].points)
    assert whole.contains(Dot(Polygon(first.outline).centroid))
    assert whole.contains(Dot(Polygon(second.outline).centroid))


@pytest.mark.parametrize("left", [10, 16, 18, 20])
def test_two_beats_stay_together_where_a_head_leaves_room_on_one_side_alone(left):
    bob = Anchor("bob", Rect(23, 32.5, 37, 43.3), (51, 67.3), Rect(12, 32.5, 60, 57))
    said = [line("I only wanted...", "bob"), line("...a quiet Sunday.", "bob")]
    _, done = lettered(panel(said), (bob,), (left, 12, 85 - left, 80))
    assert [b.linked for b in done.balloons] == [False, True]


def test_emphasis_and_text_are_kept_as_written():
    _, done = lettered(panel([line("I *never* said…")]), (head("ann", 50, 60, 14),))
    (balloon,) = done.balloons
    assert balloon.text == "I *never* said…"
    assert " ".join(balloon.lines) == "I never said…"
    assert "".join(t.actual for t in balloon.letters).replace(" ", "") == "Ineversaid…"


@pytest.mark.parametrize("text", ["word " * 200, "W" * 120, "字" * 900, "a"])
@pytest.mark.parametrize("rect", [(10, 10, 25, 22), (10, 10, 140, 12), (10, 10, 9, 90)])
def test_nothing_is_refused(text, rect):
    language = "zh" if text[0] == "字" else "en"
    _, done = lettered(
        panel([line(text), line(text, "ben")]), (head("ann", rect[0] + 8, 16, 6),), rect, language=language
    )
    frame = box(rect[0], rect[1], rect[0] + rect[2], rect[1] + rect[3])
    said = "".join("".join(b.lines) for b in done.balloons)
    assert "".join(said.split()) == "".join((text + text).split())
    for balloon in done.balloons:
        for t in balloon.letters:
            assert all(frame.contains(Dot(g.x, g.y)) for g in t.glyphs)


@given(
    texts=st.lists(
        st.text("aI .,!?…—-*{}|'“”「」。！？ーゃょ漢字我们好é\u200b\u3000\n", max_size=60), min_size=1, max_size=3
    ),
    language=st.sampled_from(["en", "ja", "zh"]),
    wide=st.sampled_from([14, 60]),
)
@settings(max_examples=12)
def test_whatever_is_written_is_lettered(texts, language, wide):
    _, done = lettered(
        panel([line(t) for t in texts]), (head("ann", 20, 40, 9),), (10, 10, wide, 40), language=language
    )
    said = "".join("".join("".join(b.lines).split()) for b in done.balloons)
    assert said == "".join("".join(plain(t).split()) for t in texts)


def test_a_character_that_no_font_has_is_an_error_with_its_panel():
    with pytest.raises(ComicError, match=r"panel 'p': no font has '\U0001f600'"):
        lettered(panel([line("Hello \U0001f600")]))


def test_a_full_panel_asks_for_more_room_and_an_easy_one_does_not():
    many = [line("This is a good deal more than a panel of this size can hold at all.", n) for n in "abcabc"]
    crowded = crowding(*laid(panel(many), (head("a", 22, 30, 8),), (10, 10, 40, 40)))
    assert 1.35 <= crowded["p"] <= 2.5
    assert crowding(*laid(panel([line("Yes.")]), (head("ann", 50, 60, 14),))) == {}


@given(seed=st.integers(0, 10_000), reading=st.sampled_from(["ltr", "rtl"]), language=st.sampled_from(["en", "zh"]))
@settings(max_examples=12)
def test_random_pages_keep_the_rules_of_the_craft(seed, reading, language):
    from craft_checks import check_page
    from craft_pages import make, plan, random_script

    script, page = random_script(Random(seed), seed, reading, language)
    if len(page.panels) > 6:
        return
    faults = check_page(plan(make(page, script))).count
    never = (
        "face covered > 2 %", "balloons overlap", "balloon outside panel", "letters outside balloon", "missing glyph",
        "text lost", "outside safe area", "tail misses its speaker", "tail not 50-60 %", "type under 72 %",
    )  # fmt: skip
    assert {n: faults[n] for n in never if faults[n]} == {}


def test_the_checks_see_faults():
    from craft_checks import check_page

    frame = ((0, 0), (50, 0), (50, 50), (0, 50))

    def balloon(x, y, tail=()):
        outline = ((x, y), (x + 20, y), (x + 20, y + 10), (x, y + 10))
        return {
            "kind": "speech", "speaker": "a", "text": "Hi", "lines": ["Hi"], "vertical": False, "outline": outline,
            "text_box": (x + 5, y + 3, 10, 4), "tail": tail, "size": 2.0, "linked": False, "off": False,
            "ink": [(0, x + 60, y)],
        }  # fmt: skip

    bad = {
        "id": "p", "polygon": frame, "texts": ["Hi"], "sfx": [],
        "figures": [
            {"character": "a", "head": (10, 10, 8, 8), "mouth": (14, 16)},
            {"character": "b", "head": (30, 30, 8, 8), "mouth": (34, 36)},
        ],
        "balloons": [balloon(5, 8), balloon(8, 9, ((20, 20), (36, 34))), balloon(45, 2)],
    }  # fmt: skip
    faults = check_page({"reading": "ltr", "type": 3.0, "safe": (0, 0, 50, 50), "panels": [bad]}).count
    for name in (
        "face covered > 2 %", "balloons overlap", "balloon outside panel", "letters outside balloon", "missing glyph",
        "text lost", "tail over another face", "tail misses its speaker", "type under 72 %",
        "balloon order (own pairs)",
    ):  # fmt: skip
        assert faults[name], name


@pytest.mark.parametrize(
    ("sound", "language"), [("KRAK!", "en"), ("ゴゴゴ", "ja"), ("轰隆", "zh"), ("tick tock", "en")]
)
def test_sounds_keep_off_faces_and_balloons_inside_the_frame(sound, language):
    ann = head("ann", 50, 48, 16)
    _, done = lettered(panel([line("What was that?")], (sound,)), (ann,), language=language or "en")
    (sfx,) = done.sfx
    shape = Polygon(sfx.outline)
    assert box(10, 10, 100, 80).contains(shape)
    assert not shape.intersects(box(ann.head.x, ann.head.y, ann.head.right, ann.head.bottom))
    assert not shape.intersects(Polygon(done.balloons[0].outline))
    texts = [t for t in sfx.letters if isinstance(t, Text)]
    assert "".join(t.actual for t in texts) == sound
    assert all(t.outline for t in texts)


def test_a_planning_sheets_words_stand_beside_the_frame():
    spec = panel([line("Hello, it is me.")], ("BANG",), action="Ann opens the door.")
    frame = Frame(spec, Rect(10, 10, 80, 50).corners, note=Rect(95, 10, 70, 50))
    page = PageLayout(1, Rect(0, 0, 182, 257), 0, Rect(6, 6, 170, 245), "ltr", (frame,))
    done = letter(page, [LetteredPanel(frame, BLANK, frame.box, ())]).panels[0]
    assert done.balloons == ()
    words = " ".join("".join(t.actual for t in done.notes).split())
    for part in ("medium shot", "Ann opens", "Hello, it is me.", "BANG"):
        assert part.replace(" ", "") in words.replace(" ", "")
    note = box(95, 10, 165, 60).buffer(0.5)
    assert all(note.contains(Dot(g.x, g.y)) for t in done.notes for g in t.glyphs)


def test_the_same_page_is_lettered_the_same_way():
    from comicgen.lettering.balloons import balloons
    from comicgen.lettering.search import place

    spec, people = panel([line("One thing."), line("Another!", "ben", "shout")], ("KRAK",)), (head("ann", 40, 60, 12),)
    _, first = lettered(spec, people)
    place.cache_clear()
    balloons.cache_clear()
    _, second = lettered(spec, people)
    assert first.balloons == second.balloons
    assert [c.outline for c in first.sfx] == [c.outline for c in second.sfx]


def test_contours_are_closed():
    _, done = lettered(panel([line("A thought.", "ann", "thought")]), (head("ann", 50, 60, 14),))
    for path in done.balloons[0].shapes:
        assert all(isinstance(c, Contour) and c.closed for c in path.contours)
