"""Frozen records of our own: what `dataclass(frozen=True, slots=True)` of the standard library does, they do."""

from __future__ import annotations

import copy
import dataclasses
import pickle
from typing import Any

import pytest
from tests.rows import each

from factcheck.lean import record
from factcheck.values import Sort, Value


@record.dataclass(frozen=True, slots=True)
class Boat:
    """A boat."""

    name: str
    crew: int = 4

    @property
    def loud(self) -> str:
        return self.name.upper()


@dataclasses.dataclass(frozen=True, slots=True)
class Theirs:
    name: str
    crew: int = 4


@record.dataclass(frozen=True, slots=True)
class Fleet:
    boats: tuple[Boat, ...] = ()
    berths: dict[str, int] = record.field(default_factory=dict)


ODBY = Boat("Odby")


def test_a_default_that_is_made_is_made_for_each_record() -> None:
    one, other = Fleet(), Fleet((ODBY,))
    one.berths["Odby"] = 3
    assert other.berths == {} != one.berths
    assert record.replace(one, boats=(ODBY,)) == Fleet((ODBY,), {"Odby": 3})
    assert [field.name for field in dataclasses.fields(Fleet)] == ["boats", "berths"]


@each(
    "wrong",
    [
        lambda: setattr(ODBY, "crew", 5),
        lambda: setattr(ODBY, "sails", 2),
        lambda: delattr(ODBY, "crew"),
    ],
)
def test_nothing_of_a_record_can_be_changed(wrong: Any) -> None:
    with pytest.raises(dataclasses.FrozenInstanceError):
        wrong()
    assert not hasattr(ODBY, "__dict__")


@each("arguments", [{}, {"crew": 3}, {"name": "Odby", "sails": 2}])
def test_a_record_is_made_of_its_fields_alone(arguments: dict[str, Any]) -> None:
    with pytest.raises(TypeError):
        Boat(**arguments)


def test_a_record_is_not_given_another_field() -> None:
    more: Any = {"sails": 2}
    with pytest.raises(TypeError, match="sails"):
        record.replace(ODBY, **more)


def test_records_are_equal_by_class_and_fields() -> None:
    assert ODBY == Boat("Odby", 4) == Boat(crew=4, name="Odby")
    assert hash(ODBY) == hash(Boat("Odby"))
    assert Boat("Odby", 5) != ODBY
    others: list[Any] = [Theirs("Odby"), ("Odby", 4)]
    assert ODBY not in others


@each(
    "same", [copy.copy, copy.deepcopy, record.replace, dataclasses.replace, lambda one: pickle.loads(pickle.dumps(one))]
)
def test_a_copy_is_the_same(same: Any) -> None:
    assert same(ODBY) == ODBY
    assert type(same(ODBY)) is Boat


def test_what_is_asked_of_a_dataclass_is_answered() -> None:
    assert record.replace(ODBY, crew=5) == dataclasses.replace(ODBY, crew=5) == Boat("Odby", 5)
    assert [field.name for field in dataclasses.fields(Boat)] == ["name", "crew"]
    assert dataclasses.asdict(ODBY) == {"name": "Odby", "crew": 4}
    assert repr(ODBY) == repr(Theirs("Odby")).replace("Theirs", "Boat")
    assert Boat.__match_args__ == Theirs.__match_args__
    assert ODBY.loud == "ODBY"


def test_other_options_are_left_to_the_standard_library() -> None:
    @record.dataclass(frozen=True, slots=True)
    class Listed:
        names: list[str] = record.field(default_factory=list)

    assert record.replace(Listed(), names=["Odby"]) == Listed(["Odby"])
    assert Listed().names is not Listed().names


def test_the_values_of_the_package_are_such_records() -> None:
    assert type(Value.__dict__["__dataclass_fields__"]).__name__ == "_Fields"
    assert Value("4", Sort.NUMBER, None, None).bound == ""
