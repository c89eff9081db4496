"""A function over many items in several processes, results in order, few in flight."""

import os
import signal
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from multiprocessing import get_context, parent_process
from multiprocessing.connection import wait
from threading import Thread
from typing import TypeVar

from .errors import DiskError

Given = TypeVar("Given")
Made = TypeVar("Made")


def in_order(work: Callable[[Given], Made], items: Iterable[Given], jobs: int) -> Iterator[Made]:
    """Yield ``work(item)`` for each item, in order, made by ``jobs`` processes.

    At most ``jobs + 2`` results wait at once, so memory does not grow with the book. Processes are
    spawned, not forked: each starts clean, whatever threads this one runs. Raises DiskError when a
    worker was killed, most often for memory.
    """
    if jobs <= 1:
        yield from map(work, items)
        return
    pool = ProcessPoolExecutor(jobs, mp_context=get_context("spawn"), initializer=_settle_in)
    waiting: deque[Future[Made]] = deque()
    try:
        for item in items:
            waiting.append(pool.submit(work, item))
            if len(waiting) > jobs + 2:
                yield waiting.popleft().result()
        while waiting:
            yield waiting.popleft().result()
    except BrokenProcessPool:
        raise DiskError("a worker process was killed", hint="memory may be short: try --jobs 1") from None
    finally:
        pool.shutdown(wait=True, cancel_futures=True)


def _settle_in() -> None:
    """Leave interrupts to the parent, and never outlive it: a killed render leaves no process behind."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    Thread(target=_follow_parent, daemon=True).start()


def _follow_parent() -> None:
    parent = parent_process()
    if parent is not None:
        wait([parent.sentinel])
        os._exit(1)
