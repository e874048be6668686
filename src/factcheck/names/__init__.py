"""Finds who and what a document names, and folds every short form of a name into its full one."""

from __future__ import annotations

from factcheck.names.acronyms import defined
from factcheck.names.inventory import Names, Naming, Sort
from factcheck.names.people import full_names, proved, roles_of, sexes
from factcheck.names.runs import Run, runs
from factcheck.names.title_and_name import Part, bare, part
from factcheck.names.titles import honorifics, short_names
from factcheck.text import Span
from factcheck.text.tokens import Tokens, is_capital, tokenise

__all__ = ["Names", "Naming", "Sort", "entities", "find", "written"]


def find(tokens: Tokens, known: Names | None = None) -> Names:
    """The names of a document's text, in order. `known`: the names of the document that it is an excerpt of."""
    found = runs(tokens)
    used_inside = set(known.full if known else ()) | {
        bare(tokens.words[run.last]) for run in found if not run.initial or run.last > run.first
    }
    common = frozenset(tokens.words)
    kept = [run for run in (_checked(tokens, run, used_inside, common) for run in found) if run]
    surnames = frozenset(bare(tokens.words[run.last]) for run in kept if _short(tokens, run))
    parts = [part(tokens, run, surnames) for run in kept]
    return _named(tokens, [p for p in parts if p.first <= p.last], surnames)


def entities(text: str, known: Names | None = None) -> set[str]:
    """The full names of what a text names, read against the names of its document where they are known."""
    full = known.full if known else {}
    return {full.get(naming.name, naming.name) for naming in find(tokenise(text), known).namings}


def _checked(tokens: Tokens, run: Run, inside: set[str], common: frozenset[str]) -> Run | None:
    """A run whose first word is a name too; the capital of a sentence's first word proves nothing."""
    word = tokens.words[run.first]
    if not run.initial or (word.isupper() and len(word) > 1):
        return run
    if word.lower() in common and word not in inside:
        return Run(run.first + 1, run.last, False) if _goes_on(tokens, run) else None
    return run if run.last > run.first or bare(word) in inside else None


def _short(tokens: Tokens, run: Run) -> bool:
    """Whether a name stands as one word, alone or behind a form of address."""
    words = [word for word in tokens.words[run.first : run.last] if word not in honorifics() and word != "."]
    return not words


def _goes_on(tokens: Tokens, run: Run) -> bool:
    return run.last > run.first and is_capital(tokens.words[run.first + 1])


def _named(tokens: Tokens, parts: list[Part], alone: frozenset[str]) -> Names:
    """The finished names: persons proved, short forms resolved, and what each bearer is called."""
    rough = [_rough(tokens, p) for p in parts]
    people = proved(tokens, rough, alone)
    rough = [n._replace(sort=Sort.OTHER) if n.sort is Sort.PERSON and n.name not in people else n for n in rough]
    full = dict(short_names()) | full_names(rough)
    for short, (first, last) in defined(tokens).items():
        full[short] = _long_form(tokens, rough, first, last)
    namings = tuple(_resolved(naming, full, people) for naming in rough)
    introduced = {naming.name: naming.first for naming in reversed(namings)}
    return Names(namings, full, roles_of(tokens, namings), sexes(tokens, namings), introduced)


def _rough(tokens: Tokens, p: Part) -> Naming:
    return Naming(p.first, p.last, _span(tokens, p), written(tokens, p.first, p.last), p.sort, p.title)


def _resolved(naming: Naming, full: dict[str, str], people: set[str]) -> Naming:
    name = full.get(naming.name, naming.name)
    sort = Sort.PERSON if name in people else naming.sort
    return naming if name == naming.name and sort is naming.sort else naming._replace(name=name, sort=sort)


def _long_form(tokens: Tokens, rough: list[Naming], first: int, last: int) -> str:
    """The long form of an abbreviation, whole: from the start of the name that it lies in."""
    around = next((n for n in rough if n.first <= first <= n.last and n.last >= last), None)
    return written(tokens, around.first if around else first, last)


def written(tokens: Tokens, first: int, last: int) -> str:
    """The text of some tokens on one line, without a final possessive."""
    joined = " ".join(tokens.text[tokens.starts[first] : tokens.ends[last]].split())
    return bare(joined).replace("\u2019", "'")


def _span(tokens: Tokens, p: Part) -> Span:
    return Span(tokens.starts[p.first], tokens.starts[p.last] + len(bare(tokens.words[p.last])))
