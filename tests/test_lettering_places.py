"""Where balloons stand: clear of frame lines or joined to them, across one on purpose; where tails go; captions."""

import math

import numpy as np
import pytest
from lettering_pages import FRAME, head, lettered, line, panel
from shapely import LineString, Polygon, affinity, box
from shapely.geometry import Point as Dot

from comicgen.drawing import BLACK, WHITE
from comicgen.geometry import Rect, area
from comicgen.layout import lay_out_page
from comicgen.lettering.bodies import CAPTIONS, KINDS
from comicgen.lettering.room import Head, Room, Saying, Spot
from comicgen.lettering.setting import fits
from comicgen.lettering.tails import Tail, route
from comicgen.pages import Desk, settle
from comicgen.script import resolve
from comicgen.story import read_story

HOUSE = box(FRAME[0], FRAME[1], FRAME[0] + FRAME[2], FRAME[1] + FRAME[3])
SPEECH = "I read that sign every morning on my way to work."


def body(balloon):
    return Polygon(balloon.outline)


def oval(h):
    return affinity.scale(Dot(h.centre).buffer(1), h.w / 2, h.h / 2)


@pytest.mark.parametrize("kind", ["speech", "thought", "shout", "radio", "whisper", "caption"])
@pytest.mark.parametrize("x", [22, 55, 88])
@pytest.mark.parametrize("text", ["Yes.", SPEECH, SPEECH + " " + SPEECH])
def test_a_balloon_is_joined_to_the_frame_or_clearly_away_from_it(kind, x, text):
    _, done = lettered(panel([line(text, "ann", kind)]), (head("ann", x, 48, 14),))
    for balloon in done.balloons:
        apart = HOUSE.exterior.distance(body(balloon))
        assert apart < 0.45 or apart > 0.5 * 3.07


def test_a_joined_balloon_shows_the_frame_line_whole_and_keeps_its_letters_off_it():
    joined = 0
    frame = box(10, 10, 54, 60)
    for y in range(24, 46, 2):
        _, done = lettered(panel([line(SPEECH)]), (head("ann", 32, y, 26),), (10, 10, 44, 50))
        for balloon in done.balloons:
            assert frame.buffer(-0.2).contains(body(balloon)), "half of the line's 0.8 mm lies inside"
            text = balloon.text_box
            assert frame.buffer(-1.2).contains(box(text.x, text.y, text.right, text.bottom))
            joined += frame.exterior.distance(body(balloon)) < 0.3
    assert joined > 2, "where a head leaves no other room"


BESIDE = ((10, 85, 90, 60), (105, 10, 60, 135))


@pytest.mark.parametrize(
    "kinds", [("speech", "breakout"), ("shout", "breakout"), ("breakout",), ("caption", "breakout")]
)
def test_a_balloon_crosses_the_border_only_on_purpose_and_only_over_paper(kinds):
    ann = head("ann", 50, 52, 12)
    kind = next((k for k in kinds if k != "breakout"), "speech")
    _, asked = lettered(panel([line("I am not staying in here.", "ann", *kinds)]), (ann,), others=BESIDE)
    _, usual = lettered(panel([line("I am not staying in here.", "ann", kind)]), (ann,), others=BESIDE)
    (crossing,), (staying,) = asked.balloons, usual.balloons
    assert crossing.kind == kind
    assert HOUSE.buffer(0.01).contains(body(staying))
    assert 0.05 < body(crossing).difference(HOUSE).area / body(crossing).area < 0.5
    for x, y, w, h in BESIDE:
        assert not body(crossing).intersects(box(x, y, x + w, y + h))
    assert box(6, 6, 176, 251).contains(body(crossing))


def test_a_breakout_that_has_no_paper_to_cross_to_stays_inside():
    tight = ((10, 80.5, 90, 60), (100.5, 10, 60, 135), (10, 6, 90, 3.6), (6, 10, 3.6, 70))
    _, done = lettered(panel([line("Out!", "ann", "breakout")]), (head("ann", 50, 52, 12),), others=tight)
    assert HOUSE.buffer(0.01).contains(body(done.balloons[0]))


def test_whispers_are_smaller_and_shouts_are_larger():
    def size(kind):
        return lettered(panel([line("Now!", "ann", kind)]), (head("ann", 50, 52, 12),))[1].balloons[0].size

    whisper, speech, shout = size("whisper"), size("speech"), size("shout")
    assert whisper == pytest.approx(0.9 * speech)
    assert shout == pytest.approx(1.14 * speech)
    assert KINDS["whisper"].dash


@pytest.mark.parametrize("x", [25, 40, 55, 70, 85])
@pytest.mark.parametrize("y", [35, 50, 62])
@pytest.mark.parametrize("side", [-0.3, 0.0, 0.3])
def test_a_tail_comes_to_the_mouth_without_covering_its_own_head(x, y, side):
    ann = head("ann", x, y, 18)
    ann = type(ann)(ann.character, ann.head, (ann.mouth[0] + side * ann.head.w, ann.mouth[1]), ann.body)
    _, done = lettered(panel([line("You said it would never happen.")]), (ann,))
    (balloon,) = done.balloons
    tail = LineString(balloon.tail)
    assert tail.intersection(oval(ann.head)).length < 0.3 * ann.head.h
    tip, before = np.array(balloon.tail[-1]), np.array(balloon.tail[-2])
    towards, on = np.array(ann.mouth) - tip, tip - before
    turn = math.degrees(math.acos(np.clip(towards @ on / np.hypot(*towards) / np.hypot(*on), -1, 1)))
    assert turn < 25, "its tip points at the mouth"


@pytest.mark.parametrize("beside", [-1.2, 0.9, 1.4])
def test_a_tail_keeps_off_another_that_lies_close(beside):
    ann = Head("ann", Rect(45, 55, 16, 18), (53, 68), Rect(40, 55, 26, 30))
    room = Room(Rect(*FRAME).corners, (ann,), (), False, 3.07, "en", False, True)
    said = Saying("Was.", "speech", "ann", 0, 0)
    spot = Spot(said, fits(said.text, room.hand(said))[0], 40, 25, 3.07)
    alone, _ = route(room, spot, [], [])
    other = Tail(alone.line + np.array((beside, 0.0)), 1)
    found, crossed = route(room, spot, [], [other])
    assert crossed == 0
    assert LineString(found.line).distance(LineString(other.line)) > 1.2


@pytest.mark.parametrize("style", CAPTIONS)
def test_a_caption_in_every_style_has_all_its_text_and_can_be_read(style):
    _, done = lettered(panel([line("The last *train* of the year.", "", "caption", style=style)]))
    (caption,) = done.balloons
    assert (caption.kind, caption.style, caption.tail) == ("caption", style, ())
    assert "".join(t.actual for t in caption.letters).replace(" ", "") == "Thelasttrainoftheyear."
    ink = {t.fill for t in caption.letters}
    assert len(ink) == 1
    under = [p.fill or p.stroke for p in caption.shapes]
    assert under[0] == (WHITE if ink == {BLACK} else BLACK), "letters stand on their opposite"


def test_styles_differ():
    looks = set()
    for style in CAPTIONS:
        (caption,) = lettered(panel([line("Later.", "", "caption", style=style)]))[1].balloons
        looks.add((caption.shapes, caption.letters, caption.size))
    assert len(looks) == len(CAPTIONS)


def test_a_house_style_goes_for_captions_that_name_none():
    lines = [line("Dear Ann.", "", "caption"), line("New York.", "", "caption", style="place")]
    _, done = lettered(panel(lines), caption="diary")
    assert [b.style for b in done.balloons] == ["diary", "place"]


def test_an_editors_note_is_small_and_stands_at_the_foot():
    lines = [line("* See issue 12.", "", "caption", style="note")]
    _, done = lettered(panel(lines), (head("ann", 50, 40, 12),))
    (note,) = done.balloons
    assert note.size < 0.9 * 3.07
    assert note.text_box.bottom > 70


CAPTIONED = """
style: {caption: diary}
characters: {mei: {look: girl}}
pages:
  - panels:
      - caption: Dear Ann.
      - caption: {text: "Seoul, 9 p.m.", style: location}
      - caption: [One., {text: Two., style: note}]
      - characters: {mei: smile}
        dialogue: ["mei (diary): I was there.", "narrator (inverted): Nobody saw it.", "mei (breakout, shout): NO!"]
"""


def test_captions_and_breakouts_are_read_from_the_story():
    story = read_story("c.yaml", CAPTIONED)
    found = [[(n.text, n.speaker, n.kinds, n.style) for n in p.lines] for p in story.pages[0].panels]
    assert story.style.caption == "diary"
    assert found == [
        [("Dear Ann.", "", ("caption",), "")],
        [("Seoul, 9 p.m.", "", ("caption",), "place")],
        [("One.", "", ("caption",), ""), ("Two.", "", ("caption",), "note")],
        [
            ("I was there.", "mei", ("caption",), "diary"),
            ("Nobody saw it.", "", ("caption",), "inverted"),
            ("NO!", "mei", ("breakout", "shout"), ""),
        ],
    ]
    assert story.pages[0].panels[3].lines[2].kind == "shout"
    row = CAPTIONED.splitlines().index("      - caption: [One., {text: Two., style: note}]") + 1
    assert (story.pages[0].panels[2].lines[1].where.line, story.pages[0].panels[2].lines[1].where.column) == (row, 32)


HARD = {
    "a close-up with four lines": ([head("ann", 55, 48, 40)], [SPEECH] * 4, ["ann"] * 4, FRAME),
    "six speakers": (
        [head(f"c{k}", 18 + 16 * k, 62, 8) for k in range(6)],
        ["Yes.", "No!", "Maybe so.", "Who says?", "I do.", "Then it is so."],
        [f"c{k}" for k in range(6)],
        (10, 10, 98, 70),
    ),
    "a tiny panel": ([head("ann", 24, 36, 12)], ["I know."], ["ann"], (10, 10, 28, 34)),
}


@pytest.mark.parametrize("case", HARD)
@pytest.mark.parametrize("reading", ["ltr", "rtl"])
def test_hard_panels_are_lettered_legibly_and_cover_no_face(case, reading):
    people, texts, speakers, rect = HARD[case]
    lines = [line(t, s) for t, s in zip(texts, speakers, strict=True)]
    _, done = lettered(panel(lines), people, rect, reading)
    assert " ".join(w for b in done.balloons for n in b.lines for w in n.split()) == " ".join(texts)
    assert min(b.size for b in done.balloons) >= 0.72 * 3.07 - 1e-6
    bodies = [body(b) for b in done.balloons]
    for person in people:
        h = person.head
        covered = sum(b.intersection(box(h.x, h.y, h.right, h.bottom)).area for b in bodies)
        assert covered <= 0.02 * h.w * h.h
    for k, one in enumerate(bodies):
        assert not any(one.intersection(two).area > 0.01 for two in bodies[k + 1 :])


STORY = """
template: manga-b5
characters: {mei: {name: Mei, look: girl}, ken: {name: Ken, look: boy}}
pages:
  - panels:
      - {id: a, shot: medium shot, characters: {mei: {}}, dialogue: ["mei: Hello."]}
      - {id: b, shot: close-up, characters: {mei: {}}, dialogue: [%s]}
      - {id: c, shot: medium shot, characters: {ken: {}}, dialogue: ["ken: Well."]}
      - {id: d, shot: medium shot, characters: {mei: {}, ken: {}}, dialogue: ["ken: So.", "mei: So."]}
      - {id: e, shot: long shot, characters: {mei: {}, ken: {}}}
"""


def test_a_page_is_laid_out_again_for_a_panel_too_full_for_its_words():
    talk = ", ".join([f'"mei: {SPEECH} And then I read it again, slowly, word by word, until dark."'] * 4)
    script = resolve(read_story("full.yaml", STORY % talk))
    (plain,) = lay_out_page(script.pages[0], script)
    (sheet,) = settle(script.pages[0], Desk(script))
    before, after = (area(page.frames[1].polygon) for page in (plain, sheet.page.layout))
    assert after > 1.25 * before
    sizes = [b.size for b in sheet.page.panels[1].balloons]
    assert min(sizes) >= 0.8 * 3.07 - 1e-6
    calm = resolve(read_story("calm.yaml", STORY % '"mei: Yes."'))
    (quiet,) = settle(calm.pages[0], Desk(calm))
    assert quiet.page.layout == lay_out_page(calm.pages[0], calm)[0], "an easy page is laid out once"
