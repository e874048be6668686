"""What the standard library has as well, made cheap: a run makes and asks these many thousand times."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Generic, TypeVar

__all__ = ["Memo", "cached_property"]

Key = TypeVar("Key")
Made = TypeVar("Made")

if TYPE_CHECKING:
    from functools import cached_property
else:

    class cached_property:  # noqa: N801
        """A property that is made once: what makes it is pure, so nothing is locked, as from Python 3.12 on."""

        def __init__(self, make):
            self._make, self.__doc__ = make, make.__doc__

        def __set_name__(self, owner, name):
            self._name = name

        def __get__(self, instance, owner=None):
            if instance is None:
                return self
            made = instance.__dict__[self._name] = self._make(instance)
            return made


class Memo(dict[Key, Made], Generic[Key, Made]):
    """The answers of a function by what it was asked, for a look-up that costs no call; it forgets all when full."""

    __slots__ = ("_answer", "_most")

    def __init__(self, answer: Callable[[Key], Made], most: int) -> None:
        super().__init__()
        self._answer, self._most = answer, most

    def __missing__(self, key: Key) -> Made:
        if len(self) >= self._most:
            self.clear()
        made = self[key] = self._answer(key)
        return made
