"""A small library of invented facts."""

from __future__ import annotations

from typing import Any

from tests.store.engines import Engine

from factcheck.model import Claim, Document, Frame, Kind, Origin, Qualifier, Role
from factcheck.store.protocol import Contents, FileState, StoredClaim, StoredPassage
from factcheck.text import Span
from factcheck.text.stem import stems
from factcheck.text.tokens import tokenise
from factcheck.values import UNKNOWN, Value, date, number

Figure = tuple[str, Kind, Value]

FRAME = Frame(
    owner=Qualifier("Port of Brenk", "the port’s", Origin.EARLIER),
    measure=Qualifier("crane", "cranes", Origin.CLAUSE),
    time=Qualifier("2019/2020", "in 2019 and 2020", Origin.HEADING),
    time_role="during",
    place=Qualifier("Brenk", "in Brenk", Origin.CAPTION),
    part="from",
    direction=Qualifier("change:up", "rose", Origin.PAIRING),
    per="100000",
)

HARBOUR: list[tuple[str, list[Figure]]] = [
    ("The harbour opened in 1907.", [("1907", Kind.DATE, date("1907"))]),
    ("It has 43 cranes and 1,200 berths.", [("43", Kind.COUNT, number(43)), ("1,200", Kind.COUNT, number(1200))]),
    ("Nobody counted the gulls.", []),
]
RAILWAY: list[tuple[str, list[Figure]]] = [
    ("The railway opened last spring with more than 43 engines.",
     [("last spring", Kind.DATE, UNKNOWN), ("more than 43", Kind.COUNT, number(43, bound=">"))]),
]  # fmt: skip


def contents(path: str, sentences: list[tuple[str, list[Figure]]]) -> Contents:
    """One document of one passage a sentence, numbered from 0."""
    passages, claims, start = [], [], 0
    for place, (text, figures) in enumerate(sentences, 1):
        tokens = tokenise(text)
        span = Span(start, start + len(text))
        passages.append(
            StoredPassage(place, 0, place - 1, Role.PROSE, text, stems(tokens), ("Ports", "Trade"), (), span, place)
        )
        for words, kind, value in figures:
            mark = Span(text.index(words), text.index(words) + len(words))
            name = f"{path}-{place}-{mark.start}"
            claim = Claim(name, kind, path, path, mark.shift(start), place, mark.start + 1, words, value,
                          sentence=text, mark=mark, frame=FRAME if kind is Kind.COUNT else Frame())  # fmt: skip
            inside = [i for i in range(len(tokens)) if mark.start <= tokens.starts[i] < mark.end]
            claims.append(StoredClaim(claim, place, 0, inside[0], inside[-1]))
        start += len(text) + 1
    about = Document(path, path, Span(0, start), title=f"The {path}", published="1998-05" if path == "harbour" else "")
    return Contents({0: about}, passages, claims)


def state(path: str, **known: Any) -> FileState:
    """A file as it was when it was read, of which nothing matters but what is given."""
    return FileState(path, 1, 1, 1, 1, 1, "hash")._replace(**known)


def build(engine: Engine, *files: tuple[str, list[tuple[str, list[Figure]]]]) -> None:
    """Add files to the library of a store."""
    with engine.building() as builder:
        for path, sentences in files:
            builder.add(state(path), contents(path, sentences))
        builder.finish({"version": "test"})
