"""The look-up of expressions: English and Chinese words, their forms and phrases."""

import pytest

from comicgen.staging.words.expression_words import CHINESE, ENGLISH
from comicgen.staging.words.expressions import EXPRESSIONS, find_expression
from comicgen.story.moods import is_mood


@pytest.mark.parametrize("name", sorted(EXPRESSIONS))
def test_every_expression_is_found_by_its_name_and_by_words_of_both_languages(name: str) -> None:
    assert find_expression(name) == name
    assert ENGLISH[name]
    assert CHINESE[name]


def test_no_word_names_two_expressions() -> None:
    for table in (ENGLISH, CHINESE):
        words = [w.strip() for line in table.values() for w in line.split(",")]
        assert sorted(words) == sorted(set(words))


@pytest.mark.parametrize("name", sorted(EXPRESSIONS))
def test_a_story_takes_the_name_of_an_expression_for_a_mood(name: str) -> None:
    assert is_mood(name)


@pytest.mark.parametrize(
    ("phrase", "name"),
    [
        ("Happily", "smile"),
        ("grinned", "grin"),
        ("very angry", "angry"),
        ("looks sad", "sad"),
        ("crying loudly", "cry"),
        ("wide-eyed", "surprised"),
        ("in_love", "love"),
        ("一脸惊讶", "surprised"),
        ("微笑着", "smile"),
        ("非常生气", "angry"),
        ("泪流满面", "cry"),
    ],
)
def test_forms_and_phrases_are_understood(phrase: str, name: str) -> None:
    assert find_expression(phrase) == name


@pytest.mark.parametrize("word", ["", "running", "the red train", "study", "city", "站台", "走路"])
def test_other_words_are_no_expression(word: str) -> None:
    assert find_expression(word) is None
