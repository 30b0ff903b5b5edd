import subprocess
import sys

import pytest

from pmflash.model.nearness import did_you_mean, near

WORDS = ("signal", "Noise", "noises")


def test_the_nearest_word_comes_first_whatever_its_case() -> None:
    assert near("NOSE", WORDS, most=3) == ("Noise", "noises")


def test_no_more_words_come_than_are_wanted() -> None:
    assert near("noise", WORDS) == ("Noise",)


@pytest.mark.parametrize("word", ["xyz", "", "noise" * 1_000_000])
def test_a_word_that_nothing_is_like_has_no_near_one(word: str) -> None:
    assert near(word, WORDS) == ()


def test_several_words_are_offered_with_an_or() -> None:
    assert did_you_mean("`a`") == "did you mean `a`?"
    assert did_you_mean("`a`", "`b`", "`c`") == "did you mean `a`, `b` or `c`?"


def test_the_comparison_is_loaded_only_when_a_word_is_unknown() -> None:
    code = "import sys, pmflash.model.nearness; sys.exit('difflib' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
