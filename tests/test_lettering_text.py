"""Texts into pieces, lines and columns."""

import math
from itertools import pairwise

import numpy as np
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from comicgen.lettering.block import Hand
from comicgen.lettering.breaking import (
    EXPONENT,
    LOOSE_CELLS,
    SLACK,
    SLACK_CELLS,
    Leading,
    Measure,
    even_breakings,
    oval_breakings,
)
from comicgen.lettering.markup import NOT_FIRST, NOT_LAST, breakable, pieces, plain
from comicgen.lettering.setting import fits, make_out

LATIN = st.text("abcdefghijklmnoprstuvwyI ,.!?'-", min_size=1, max_size=90).filter(lambda t: t.strip())
HAN = st.text("我们从来没有想过今天晚上会在这里遇见你，。！？「」（）…ー々っょ", min_size=1, max_size=40)


def _joined(fit):
    return "".join("".join(make_out(fit).lines).split())


@settings(deadline=None)
@given(LATIN)
@example("? - ?")
def test_pieces_keep_every_letter(text):
    # A dash that stands alone stays with the word before it, and so does the space between them.
    assert "".join("".join(p.source for p in pieces(text)).split()) == "".join(plain(text).split())


@settings(deadline=None)
@given(HAN)
def test_kinsoku_holds_in_every_breaking(text):
    hand = Hand(language="ja", vertical=True, cjk=True)
    for fit in fits(text, hand):
        columns = make_out(fit).lines
        assert "".join(columns) == text
        for left, right in pairwise(columns):
            assert breakable(left[-1], right[0])
            assert right[0] not in NOT_FIRST
            assert left[-1] not in NOT_LAST


@given(st.lists(st.floats(0.5, 6), min_size=1, max_size=14))
def test_every_breaking_lies_in_its_oval(widths):
    measure = Measure(tuple(widths), (0.0, *(0.3 for _ in widths[1:])), cells=False)
    leading = Leading(1.12, 0.42, 0.38, 0.5)
    for breaking in oval_breakings(measure, leading):
        for row, (i, j) in enumerate(breaking.cuts):
            half = (sum(widths[i:j]) + 0.3 * (j - i - 1)) / 2
            y = abs(row - (len(breaking.cuts) - 1) / 2) * leading.pitch + leading.half
            inside = (half / breaking.a) ** breaking.exponent + (y / breaking.b) ** breaking.exponent
            assert inside < 1


@given(st.lists(st.floats(0.5, 6), min_size=1, max_size=9))
def test_even_breaking_is_the_best_there_is(widths):
    measure = Measure(tuple(widths), tuple(0.0 for _ in widths), cells=True)
    slack = SLACK_CELLS if sum(widths) < LOOSE_CELLS else SLACK
    for cuts, lone in even_breakings(measure):
        longest = max(sum(widths[i:j]) for i, j in cuts)
        if not lone:
            assert longest <= slack * _shortest(widths, len(cuts)) + 1e-9 or _forced(widths, len(cuts))


def _shortest(widths, lines):
    if lines == 1:
        return sum(widths)
    return min(max(sum(widths[:k]), _shortest(widths[k:], lines - 1)) for k in range(1, len(widths) - lines + 2))


def _forced(widths, lines):
    """The shortest breaking would leave a lone last cell, which is avoided where another exists."""
    return widths[-1] < 2.3 or sum(widths[-2:]) < 2.3 or lines == len(widths)


@pytest.mark.parametrize(
    ("text", "lines"),
    [("最后一页，一起看吧。", ("最后一页，", "一起看吧。")), ("快跑！不要回头！", ("快跑！", "不要回头！"))],
)
def test_short_chinese_breaks_after_its_stops(text, lines):
    two = [f for f in fits(text, Hand(language="zh", cjk=True)) if len(f.cuts) == 2]
    assert all(make_out(f).lines == lines for f in two)
    assert two


def test_emphasis_stands_wider():
    calm, strong = (fits(t, Hand())[0] for t in ("million", "*million*"))
    assert strong.a > calm.a + 0.1


def test_dashes_among_chinese_are_joined():
    (strip,) = make_out(fits("好——", Hand(language="zh", cjk=True))[0]).strips
    assert strip.face.startswith("Noto")
    assert len(strip.glyphs) == 2


@pytest.mark.parametrize("text", ["I never said you could come with us.", "Wait for me at the old lighthouse, please!"])
def test_no_lone_last_word_where_another_breaking_exists(text):
    best = fits(text, Hand())[0]
    lines = make_out(best).lines
    assert len(lines) == 1 or len(lines[-1].split()) > 1


def test_no_word_is_broken():
    words = ["Everything", "impossible", "remembers", "lighthouses", "tonight"]
    for fit in fits(" ".join(words), Hand()):
        assert [w for line in make_out(fit).lines for w in line.split()] == words


def test_latin_is_shown_in_capitals_and_kept_as_written():
    block = make_out(fits("Wait… it's *really* you — here!", Hand())[0])
    assert " ".join(block.lines) == "Wait… it's really you — here!"
    assert "".join(g.text for s in block.strips for g in s.glyphs).replace(" ", "") == "Wait…it'sreallyyou—here!"
    assert " ".join(s.actual.strip() for s in block.strips).replace("  ", " ") == "Wait… it's really you — here!"
    assert any(s.slant and s.actual.strip() == "really" for s in block.strips)


def test_only_the_pronoun_keeps_its_bars():
    from comicgen.fonts import shape

    barred = shape("I", "dialogue", "en")[0].glyphs[0].id
    block = make_out(fits("I think it is fine", Hand())[0])
    strokes = [g for s in block.strips for g in s.glyphs if g.text in "Ii"]
    assert [g.id == barred for g in strokes] == [True, False, False, False, False]


def test_mixed_case_can_be_had():
    block = make_out(fits("Wait", Hand(capitals=False))[0])
    from comicgen.fonts import shape

    assert [g.id for s in block.strips for g in s.glyphs] == [g.id for r in shape("Wait") for g in r.glyphs]


def test_tate_chu_yoko_stands_in_one_cell_in_reading_order():
    hand = Hand(language="ja", vertical=True, cjk=True)
    fit = next(f for f in fits("12月だ!!", hand) if len(f.cuts) == 1)
    block = make_out(fit)
    assert "".join(s.actual for s in block.strips) == "12月だ!!"
    assert block.boxes[0].h == pytest.approx(4.0, abs=0.05)
    digits = next(s for s in block.strips if s.actual == "12")
    assert digits.glyphs[0].y == digits.glyphs[1].y


def test_ruby_stands_beside_its_base_at_half_size():
    hand = Hand(language="ja", vertical=True, cjk=True)
    block = make_out(fits("{漢字|かんじ}だ", hand)[0])
    (ruby,) = [s for s in block.strips if s.actual == "かんじ"]
    base = next(s for s in block.strips if "漢字" in s.actual)
    assert ruby.scale == 0.5
    assert ruby.x > base.x
    assert "".join(block.lines) == "漢字だ"


def test_ruby_is_never_broken():
    hand = Hand(language="ja", vertical=True, cjk=True, loose=True)
    for fit in fits("とても{長い漢字熟語列|ながいかんじじゅくご}です", hand):
        assert any("長い漢字熟語列" in column for column in make_out(fit).lines)


def test_columns_are_top_aligned_right_to_left():
    hand = Hand(language="ja", vertical=True, cjk=True)
    for fit in fits("本当にあなたなの？こんなに長い年月が経って、戻ってこないと思っていた。", hand):
        boxes = make_out(fit).boxes
        assert len({round(b.y, 6) for b in boxes}) == 1
        assert [b.x for b in boxes] == sorted((b.x for b in boxes), reverse=True)
        for b in boxes:
            for x, y in b.corners:
                if math.isfinite(fit.exponent):
                    assert (abs(x) / fit.a) ** fit.exponent + (abs(y) / fit.b) ** fit.exponent < 1


def test_vertical_punctuation_takes_the_fonts_own_form():
    from comicgen.fonts import shape

    (flat,) = shape("。", "dialogue", "ja")
    hand = Hand(language="ja", vertical=True, cjk=True)
    block = make_out(fits("はい。", hand)[0])
    stop = next(g for s in block.strips for g in s.glyphs if g.text == "。")
    assert stop.id != flat.glyphs[0].id


def test_regional_forms_differ():
    def glyph(language):
        block = make_out(fits("骨直", Hand(language=language, cjk=True))[0])
        return [g.id for s in block.strips for g in s.glyphs]

    assert glyph("zh") != glyph("ja")


def test_exponent_of_speech_is_the_squarer_ovals_rival():
    exponents = {f.exponent for f in fits("A text that is long enough to be broken in many ways, as you see.", Hand())}
    assert EXPONENT in exponents
    assert np.isfinite(list(exponents)).all()


@pytest.mark.parametrize(
    ("text", "phrases"),
    [
        ("明日の朝に東京へ行きます", ("明日の", "朝に", "東京へ", "行きます")),
        ("ずぶ濡れじゃない。傘は？", ("ずぶ", "濡れじゃない。", "傘は？")),
    ],
)
def test_columns_end_between_phrases(text, phrases):
    """BudouX tells the phrases; a column holds whole ones wherever it can."""
    ends = {sum(map(len, phrases[: k + 1])) for k in range(len(phrases))}
    assert [p.source for p in pieces(text, "ja", capitals=False)] == list(phrases)
    for fit in fits(text, Hand(language="ja", vertical=True, cjk=True))[:4]:
        at = 0
        for column in make_out(fit).lines:
            at += len(column)
            assert at in ends


def test_latin_words_lie_on_their_side_in_a_column_and_digits_one_under_the_other():
    block = make_out(fits("駅はABCDEと2025年", Hand(language="ja", vertical=True, cjk=True))[0])
    turned = [s for s in block.strips if s.turn]
    assert [s.actual for s in turned] == ["ABCDE"]
    assert turned[0].turn == pytest.approx(math.pi / 2)
    upright = "".join(s.actual for s in block.strips if not s.turn)
    assert "2025" in upright
