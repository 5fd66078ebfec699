"""Work that must neither hold up the keys nor the end of the program."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Coroutine
from contextlib import suppress
from functools import partial
from threading import Thread
from typing import TYPE_CHECKING, Any, ParamSpec, TypeVar, cast

if TYPE_CHECKING:
    from textual.worker import WorkType

T = TypeVar("T")
P = ParamSpec("P")


def begun(work: Callable[P, Coroutine[Any, Any, T]], *args: P.args, **kwargs: P.kwargs) -> WorkType[T]:
    """``work`` with its arguments, for ``run_worker``: there is a coroutine only once the worker runs.

    Python complains on the terminal of one that was made and never run, as when one quits before that.
    """
    return cast("WorkType[T]", partial(work, *args, **kwargs))


async def in_background(work: Callable[[], T]) -> T:
    """Do ``work`` in a thread of its own and return what it returns, or raise what it raises.

    The interpreter waits for the threads of asyncio's pool, in which Textual's thread workers run; for this
    one it does not, so that quitting takes no time whatever is going on.
    """
    loop = asyncio.get_running_loop()
    outcome: asyncio.Future[T] = loop.create_future()

    def succeed(result: T) -> None:
        if not outcome.done():  # cancelled meanwhile
            outcome.set_result(result)

    def fail(error: Exception) -> None:
        if not outcome.done():
            outcome.set_exception(error)

    def run() -> None:
        with suppress(RuntimeError):  # the loop is closed: nobody wants the result any more
            try:
                result = work()
            except Exception as error:
                loop.call_soon_threadsafe(fail, error)
            else:
                loop.call_soon_threadsafe(succeed, result)

    Thread(target=run, daemon=True).start()
    return await outcome
