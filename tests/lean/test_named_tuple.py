"""Named tuples of our own: what those of the standard library do, they do."""

from __future__ import annotations

import copy
import inspect
import pickle
import typing
from typing import Any

import pytest
from tests.rows import each

from factcheck.lean import record
from factcheck.text.places import Place


class Boat(record.NamedTuple):
    """A boat."""

    name: str
    crew: int = 4

    @property
    def loud(self) -> str:
        return self.name.upper()


class Theirs(typing.NamedTuple):
    """A boat."""

    name: str
    crew: int = 4


class Ferry(Boat):
    """One that is made before any other boat is."""

    __slots__ = ()


FERRY = Ferry("Tarn")
ODBY = Boat("Odby")


@each(
    "wrong",
    [
        lambda: setattr(ODBY, "crew", 5),
        lambda: setattr(ODBY, "sails", 2),
        lambda: delattr(ODBY, "crew"),
    ],
)
def test_nothing_of_a_tuple_can_be_changed(wrong: Any) -> None:
    with pytest.raises(AttributeError):
        wrong()
    assert not hasattr(ODBY, "__dict__")


@each("arguments", [{}, {"crew": 3}, {"name": "Odby", "sails": 2}])
def test_a_tuple_is_made_of_its_fields_alone(arguments: dict[str, Any]) -> None:
    for boat in (Boat, Theirs):
        with pytest.raises(TypeError):
            boat(**arguments)


@each("values", [[], ["Odby"], ["Odby", 4, 2]])
def test_one_made_of_a_row_has_a_value_for_each_field(values: list[Any]) -> None:
    for boat in (Boat, Theirs):
        with pytest.raises(TypeError):
            boat._make(values)


def test_no_other_field_is_replaced() -> None:
    more: Any = {"sails": 2}
    for boat in (ODBY, Theirs("Odby")):
        with pytest.raises(ValueError, match="sails"):
            boat._replace(**more)


def test_a_subclass_is_made_with_the_constructor_of_its_own_tuple() -> None:
    assert type(FERRY) is Ferry
    assert type(Boat("Tarn")) is Boat
    assert FERRY == ("Tarn", 4)


@each(
    "same",
    [copy.copy, copy.deepcopy, lambda one: one._replace(), lambda one: pickle.loads(pickle.dumps(one))],
)
def test_a_copy_is_the_same(same: Any) -> None:
    assert same(ODBY) == ODBY
    assert type(same(ODBY)) is Boat


def test_what_is_asked_of_a_named_tuple_is_answered() -> None:
    theirs: Any = Theirs("Odby", 4)
    assert ODBY == theirs == ("Odby", 4) == Boat(crew=4, name="Odby") == Boat._make(["Odby", 4])
    assert hash(ODBY) == hash(theirs)
    assert repr(ODBY) == repr(theirs).replace("Theirs", "Boat")
    assert ODBY._replace(crew=5)._asdict() == theirs._replace(crew=5)._asdict()
    for asked in ("_fields", "_field_defaults", "__match_args__", "__doc__", "__slots__"):
        assert getattr(Boat, asked) == getattr(Theirs, asked)
    assert (ODBY.name, ODBY.crew, ODBY.loud) == ("Odby", 4, "ODBY")
    assert typing.get_type_hints(Boat) == typing.get_type_hints(Theirs)


def test_a_tuple_of_more_fields_than_can_be_read_is_refused() -> None:
    fields = dict.fromkeys((f"f{at}" for at in range(record.WIDEST + 1)), "int")  # type: ignore[attr-defined] # of the running module
    maker: Any = type(record.NamedTuple)
    with pytest.raises(TypeError, match="more than"):
        maker("Wide", (record.NamedTuple,), {"__annotations__": fields})


def test_the_tuples_of_the_package_are_such() -> None:
    assert inspect.get_annotations(Place)["page"] == "int"
    assert Place(page=3).page == 3
