"""Pictures over the processor's cores, one on each, with one thread: a panel alone is the panel in the book.

On a processor a batch is no less work than its pictures one by one, and several threads in one picture
wait for each other at every layer. So each core walks a picture of its own; the weights are shared.
"""

import copy
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, ThreadPoolExecutor, wait
from contextlib import contextmanager
from functools import partial
from queue import SimpleQueue
from threading import Event
from typing import Any, TypeVar

import torch

Worker = TypeVar("Worker")
Part = TypeVar("Part")
Check = Callable[[], None]
"""Raises where the run was interrupted."""


class HaltedError(BaseException):
    """Unwinds a core's picture after an interrupt."""


@contextmanager
def threads(count: int) -> Iterator[None]:
    """Let every operation inside use ``count`` threads; 0 leaves their number alone."""
    before = torch.get_num_threads()
    torch.set_num_threads(count or before)
    try:
        yield
    finally:
        torch.set_num_threads(before)


def twin(worker: Worker, shared: Iterable[Any]) -> Worker:
    """Return a copy with a state of its own; of networks among the ``shared`` things only the weights are shared."""
    kept: dict[int, Any] = {}
    for thing in shared:
        tensors = [*thing.parameters(), *thing.buffers()] if isinstance(thing, torch.nn.Module) else [thing]
        kept |= {id(t): t for t in tensors}
    return copy.deepcopy(worker, kept)


def over_cores(
    workers: Sequence[Worker], parts: Sequence[Part], make: Callable[[Worker, Part, Check], None]
) -> Iterator[Part]:
    """Yield each part when ``make(worker, part, check)`` is done with it, as many at once as there are workers.

    ``check`` is to be called often: it raises where the run was interrupted, so that no core goes on
    with a long picture that nobody waits for.
    """
    if len(workers) == 1:
        for part in parts:
            make(workers[0], part, go_on)
            yield part
        return
    halt, free = Event(), SimpleQueue[Worker]()
    for worker in workers:
        free.put(worker)

    def one(part: Part) -> Part:
        worker = free.get()
        try:
            make(worker, part, partial(_check, halt))
        finally:
            free.put(worker)
        return part

    pool = ThreadPoolExecutor(len(workers))
    begun = [pool.submit(one, part) for part in parts]
    try:
        waiting = set(begun)
        while waiting:
            done, waiting = wait(waiting, return_when=FIRST_COMPLETED)
            yield from (future.result() for future in done)
    finally:
        _let_finish(pool, begun, halt)


def _let_finish(pool: ThreadPoolExecutor, begun: list[Future[Part]], halt: Event) -> None:
    """Wait for the cores' present steps: a process that ends under them ends badly, however often it is told to.

    Waiting for a thread cannot be interrupted and begun again: the first time marks it as ended. For its work it can.
    """
    while True:
        try:
            halt.set()
            pool.shutdown(wait=False, cancel_futures=True)
            wait([future for future in begun if not future.cancelled()])
            return pool.shutdown(wait=True)
        except KeyboardInterrupt:
            continue


def go_on() -> None:
    """Check nothing: an interrupt reaches the main thread by itself."""


def _check(halt: Event) -> None:
    if halt.is_set():
        raise HaltedError
