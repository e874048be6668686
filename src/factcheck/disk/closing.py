"""What is opened and closed again: `with` closes it, whatever happens inside."""

from __future__ import annotations

from types import TracebackType
from typing import Self


class Closing:
    """A thing with a method `close`, which `with` calls at its end."""

    def close(self) -> None:
        raise NotImplementedError

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()
