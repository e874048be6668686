"""Frozen values, at an eighth of the price: what `dataclass(frozen=True, slots=True)` and `typing.NamedTuple` make.

A run makes tens of thousands of values and imports two hundred classes of them. The standard library writes each class
its methods as source code, and compiles them and every annotation; and it sets each field of a frozen record by a call.
Here all classes share their methods, annotations stay words, and a class's constructor is compiled when its first value
is made. That of a record fills the fields of an open twin, of the same shape, which then becomes a record; that of a
named tuple is the standard library's own. What is asked of dataclasses (`fields`, type checkers) is answered as ever:
for type checkers, this module is the standard library's.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

__all__ = ["NamedTuple", "dataclass", "field", "replace"]

if TYPE_CHECKING:
    from dataclasses import dataclass, field, replace
    from typing import NamedTuple
else:
    from collections import namedtuple
    from operator import attrgetter

    def dataclass(**options):
        """The decorator; `frozen=True, slots=True` are made here, the few others by the standard library."""

        def decorate(cls):
            if options == {"frozen": True, "slots": True} and _is_plain(cls):
                return _record(cls)
            import dataclasses

            return dataclasses.dataclass(**options)(cls)

        return decorate

    def replace(record, /, **changes):
        """The record with some fields changed."""
        cls = record.__class__
        if cls.__dict__.get("__dataclass_fields__").__class__ is not _Fields:
            import dataclasses

            return dataclasses.replace(record, **changes)
        read, places = _PLACES.get(cls) or _placed(cls)
        values = [*read(record)]
        for name, value in changes.items():
            if name not in places:
                raise TypeError(f"{cls.__name__} has no {name}")
            values[places[name]] = value
        return cls(*values)

    # How the fields of a record are read, and the place of each: a call of a million asks this of few classes.
    _PLACES = {}

    def _placed(cls):
        names = cls.__slots__
        many = attrgetter(*names) if len(names) > 1 else lambda record: (getattr(record, names[0]),)
        made = _PLACES[cls] = many, {name: place for place, name in enumerate(names)}
        return made

    def __getattr__(name):
        if name == "field":
            from dataclasses import field

            return field
        raise AttributeError(name)

    class _Fields:
        """The fields of a class as the standard library knows them, made when somebody asks."""

        def __init__(self, annotations, defaults):
            self._body = {"__annotations__": annotations, **defaults}

        def __get__(self, instance, owner):
            import dataclasses

            made = dataclasses.dataclass(frozen=True)(type(owner.__name__, (), dict(self._body)))
            return made.__dataclass_fields__

    def _is_plain(cls):
        """Whether a class inherits nothing and its fields have values of their own for defaults, if any."""
        own = cls.__dict__
        notes = own.get("__annotations__", {})
        special = any("ClassVar" in str(note) or not _is_value(own.get(name)) for name, note in notes.items())
        return cls.__bases__ == (object,) and bool(notes) and not special and "__post_init__" not in own

    def _is_value(default):
        """Whether a default is a value, or makes one and is nothing more."""
        if type(default).__name__ != "Field":
            return True
        from dataclasses import field

        plain = field(default_factory=default.default_factory)
        told = ("default", "init", "repr", "hash", "compare", "metadata", "kw_only")
        return callable(default.default_factory) and all(getattr(default, t) == getattr(plain, t) for t in told)

    def _record(cls):
        body = dict(cls.__dict__)
        names = tuple(body.get("__annotations__", {}))
        defaults = {name: body.pop(name) for name in names if name in body}
        for unwanted in ("__dict__", "__weakref__"):
            body.pop(unwanted, None)
        shared = {
            "__slots__": names,
            "__match_args__": names,
            "__dataclass_fields__": _Fields(body["__annotations__"], defaults),
            "__setattr__": _refuse,
            "__delattr__": _refuse,
            "__reduce__": _reduced,
            "__new__": _first(names, defaults),
            **_compared(names),
        }
        return type(cls)(cls.__name__, (object,), shared | body)

    def _first(names, defaults):
        """A constructor that makes the real one when it is first called."""

        def __new__(cls, *arguments, **named):  # noqa: N807
            cls.__new__ = made = _constructor(cls, names, defaults)
            return made(cls, *arguments, **named)

        return __new__

    def _constructor(cls, names, defaults):
        twin = type(cls.__name__, (object,), {"__slots__": names})
        makers = {name: value for name, value in defaults.items() if type(value).__name__ == "Field"}
        known = {f"_{name}": value for name, value in defaults.items()}
        parameters = ", ".join(f"{name}=_{name}" if name in defaults else name for name in names)
        given = {name: f"{name} if {name} is not _{name} else _{name}.default_factory()" for name in makers}
        filled = "".join(f"    self.{name} = {given.get(name, name)}\n" for name in names)
        source = f"""
def {cls.__name__}(cls, {parameters}):
    self = _make(_twin)
{filled}    self.__class__ = cls
    return self
"""
        exec(source, known | {"_make": object.__new__, "_twin": twin}, known)
        return staticmethod(known[cls.__name__])

    def _compared(names):
        values = attrgetter(*names)

        def __eq__(self, other):  # noqa: N807
            if self is other:
                return True
            return values(self) == values(other) if other.__class__ is self.__class__ else NotImplemented

        def __hash__(self):  # noqa: N807
            return hash(values(self))

        def __repr__(self):  # noqa: N807
            shown = ", ".join(f"{name}={getattr(self, name)!r}" for name in names)
            return f"{type(self).__qualname__}({shown})"

        return {"__eq__": __eq__, "__hash__": __hash__, "__repr__": __repr__}

    def _refuse(self, name, *value):
        from dataclasses import FrozenInstanceError

        raise FrozenInstanceError(f"cannot change field {name!r}")

    def _reduced(self):
        return type(self), tuple(getattr(self, name) for name in self.__slots__)

    # What reads a field depends on its place alone: these are those of all classes.
    WIDEST = 64
    FIELDS = namedtuple("FIELDS", [f"at_{place}" for place in range(WIDEST)])
    READ = [vars(FIELDS)[name] for name in FIELDS._fields]

    class _Maker(type):
        """Makes a tuple of what is written like a class."""

        def __new__(cls, name, bases, body):
            if not bases:
                return super().__new__(cls, name, bases, body)
            fields = tuple(body.get("__annotations__", ()))
            if len(fields) > WIDEST:
                raise TypeError(f"{name} has more than {WIDEST} fields")
            defaults = {field: body.pop(field) for field in fields if field in body}
            shared = {
                "__slots__": (),
                "__match_args__": fields,
                "_fields": fields,
                "_field_defaults": defaults,
                "__new__": _borrowing(name, fields, defaults),
                "_make": classmethod(_make),
                **{method.__name__: method for method in (_replace, _asdict, __repr__, __getnewargs__)},
                **dict(zip(fields, READ, strict=False)),
            }
            return type(name, (tuple,), shared | body)

    class NamedTuple(metaclass=_Maker):
        """What the classes are written as subclasses of; none of them is one."""

    def _borrowing(name, fields, defaults):
        """A constructor that puts the standard library's in its place when it is first called."""

        def __new__(cls, *values, **named):  # noqa: N807
            owner = next(base for base in cls.__mro__ if vars(base).get("_fields") is fields)
            made = namedtuple(name, fields, defaults=defaults.values()).__new__
            owner.__new__ = made
            return made(cls, *values, **named)

        return __new__

    def _make(cls, values):
        made = tuple.__new__(cls, values)
        if len(made) != len(cls._fields):
            raise TypeError(f"{cls.__name__} has {len(cls._fields)} fields, not {len(made)}")
        return made

    def _replace(self, /, **changes):
        made = self._make(map(changes.pop, self._fields, self))
        if changes:
            raise ValueError(f"{type(self).__name__} has no {', '.join(changes)}")
        return made

    def _asdict(self):
        return dict(zip(self._fields, self, strict=True))

    def __repr__(self):  # noqa: N807
        shown = ", ".join(f"{name}={value!r}" for name, value in zip(self._fields, self, strict=True))
        return f"{type(self).__name__}({shown})"

    def __getnewargs__(self):  # noqa: N807
        return tuple(self)
