"""Processes that score blocks side by side; the results come back in order.

A worker is a program of its own that reads from a pipe and ends when that closes: it never outlives the command, whichever way
the command ends. A key of the terminal does not reach it.
"""

import os
import pickle
import sys
from collections import deque
from collections.abc import Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import suppress
from queue import SimpleQueue
from subprocess import DEVNULL, PIPE, Popen
from typing import IO, Final, Self

from pmpath.cli.batch import Batch, Scored
from pmpath.cli.signals import leave_to_the_main_thread
from pmpath.cli.worker import receive_scored, send_block, send_bytes
from pmpath.content.blocks import Block
from pmpath.errors import OutputError

_MOST_WAITING: Final = 8
"""Blocks that are read ahead of the workers, at most: memory does not grow with the workers' speed."""


class Workers:
    """So many processes that score blocks of one batch."""

    def __init__(self, batch: Batch, jobs: int) -> None:
        """Remember what to start."""
        self._batch = pickle.dumps(batch)
        self._in_flight = jobs + min(jobs, _MOST_WAITING)
        self._running = [_started() for _ in range(jobs)]
        self._free: SimpleQueue[Popen[bytes]] = SimpleQueue()
        self._threads = ThreadPoolExecutor(jobs, initializer=leave_to_the_main_thread)

    def __enter__(self) -> Self:
        """Let each process take the batch."""
        for process in self._running:
            self._threads.submit(self._prepare, process)
        return self

    def __exit__(self, *_: object) -> None:
        """End the processes at once, whatever they do."""
        for process in self._running:
            process.kill()
        self._threads.shutdown(cancel_futures=True)
        for process in self._running:
            with suppress(OSError), process:
                pass

    @property
    def processes(self) -> list[int]:
        """Return the ids of the processes."""
        return [process.pid for process in self._running]

    def score(self, blocks: Iterator[Block]) -> Iterator[tuple[Block, Scored]]:
        """Yield every block with what came of it, in order."""
        waiting: deque[tuple[Block, Future[Scored]]] = deque()
        for block in blocks:
            waiting.append((block, self._threads.submit(self._ask, block)))
            if len(waiting) == self._in_flight:
                yield _done(*waiting.popleft())
        while waiting:
            yield _done(*waiting.popleft())

    def _prepare(self, process: Popen[bytes]) -> None:
        try:
            send_bytes(_pipe(process.stdin), self._batch)
        except OSError:
            process.kill()  # the first block it gets says so
        self._free.put(process)

    def _ask(self, block: Block) -> Scored:
        process = self._free.get()
        try:
            send_block(_pipe(process.stdin), block)
            scored = receive_scored(_pipe(process.stdout))
        except OSError as err:
            raise OutputError(f"a worker process ended early ({_ending(process)})", hint="see whether --jobs 1 works") from err
        finally:
            self._free.put(process)
        return scored


def _started() -> Popen[bytes]:
    own_group = 0 if os.name == "posix" else None
    command = [sys.executable, "-P", "-m", "pmpath.cli.worker"]
    return Popen(command, stdin=PIPE, stdout=PIPE, stderr=DEVNULL, process_group=own_group)  # noqa: S603 - our own program


def _done(block: Block, result: Future[Scored]) -> tuple[Block, Scored]:
    return block, result.result()


def _pipe(stream: IO[bytes] | None) -> IO[bytes]:
    if stream is None:
        raise BrokenPipeError
    return stream


def _ending(process: Popen[bytes]) -> str:
    code = process.wait()
    return f"signal {-code}" if code < 0 else f"exit code {code}"
