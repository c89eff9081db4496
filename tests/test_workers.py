"""Work in several processes: order, bounded waiting, faults of authors, workers that die."""

import os
import signal

import pytest

from comicgen.errors import DiskError, StoryError
from comicgen.workers import in_order


def square(n: int) -> int:
    return n * n


def refuse(n: int) -> int:
    if n == 3:
        raise StoryError("three", where="a.yaml", hint="not three")
    return n


def die(n: int) -> int:
    os.kill(os.getpid(), signal.SIGKILL)
    return n


@pytest.mark.parametrize("jobs", [1, 2])
def test_results_come_in_order(jobs: int) -> None:
    assert list(in_order(square, range(9), jobs)) == [n * n for n in range(9)]


@pytest.mark.parametrize("jobs", [1, 2])
def test_an_authors_fault_keeps_its_place_and_hint(jobs: int) -> None:
    with pytest.raises(StoryError) as told:
        list(in_order(refuse, range(9), jobs))
    assert (told.value.message, told.value.where, told.value.hint) == ("three", "a.yaml", "not three")


def test_items_are_not_taken_far_ahead() -> None:
    taken = []

    def items():
        for n in range(50):
            taken.append(n)
            yield n

    results = in_order(square, items(), 2)
    next(results)
    assert len(taken) <= 6
    results.close()


def test_a_killed_worker_is_told_plainly() -> None:
    with pytest.raises(DiskError, match="killed"):
        list(in_order(die, range(2), 2))
