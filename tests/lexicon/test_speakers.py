"""Every row of the tables about speakers and names, proved both ways by the code that reads it."""

from __future__ import annotations

from tests.rows import each

from factcheck import names
from factcheck.extract import read_text
from factcheck.lexicon import table
from factcheck.model import Kind, Verdict
from factcheck.names import Sort
from factcheck.names.titles import bodies, honorifics, roles
from factcheck.quotations.verdict import judge
from factcheck.quotes.cues import cues
from factcheck.quotes.function_words import utterances
from factcheck.store.contents import contents
from factcheck.store.memory import MemoryLibrary
from factcheck.text.tokens import tokenise

Row = dict[str, str]


def lemmas(text: str) -> set[str]:
    tokens = tokenise(text)
    return {cue.lemma for cue in cues(tokens, 0, len(tokens))}


def titles(text: str) -> set[str]:
    return set(tokenise(text).lower) & roles()


def addressed(text: str) -> set[str]:
    tokens = tokenise(text)
    return {
        word
        for n in names.find(tokens).namings
        for word in tokens.text[tokens.starts[n.title] : n.span.start].split(". ")
    }


def body_words(text: str) -> set[str]:
    found = names.find(tokenise(text)).namings
    return {word for naming in found if naming.sort is Sort.BODY for word in naming.name.split()} & set(bodies())


@each("row", table("reporting"))
def test_reporting(row: Row) -> None:
    assert row["lemma"] in lemmas(row["yes"])
    assert row["lemma"] not in lemmas(row["no"])


@each("row", table("roles"))
def test_roles(row: Row) -> None:
    assert {row["noun"], row["plural"]} & titles(row["yes"])
    assert not {row["noun"], row["plural"]} & titles(row["no"])


@each("row", table("honorifics"))
def test_honorifics(row: Row) -> None:
    assert row["form"] in {word.strip(". ") for word in addressed(row["yes"])}
    assert row["form"] not in {word.strip(". ") for word in addressed(row["no"])}
    assert honorifics()[row["form"]] in ("m", "f", "")


@each("row", table("organisations"))
def test_organisations(row: Row) -> None:
    assert row["word"] in body_words(row["yes"])
    assert row["word"] not in body_words(row["no"])


@each("row", table("short_names"))
def test_short_names(row: Row) -> None:
    assert row["name"] in names.entities(row["yes"])
    assert row["name"] not in names.entities(row["no"])


@each("row", table("utterances"))
def test_utterances(row: Row) -> None:
    assert {row["noun"], row["plural"]} & set(tokenise(row["yes"]).lower) & utterances()
    assert not {row["noun"], row["plural"]} & set(tokenise(row["no"]).lower)


@each("row", table("function_words"))
def test_function_words(row: Row) -> None:
    for text, _, speaker in (row[cell].rpartition(">") for cell in ("yes", "no")):
        (quotation,) = (claim for claim in read_text(text.strip()).claims() if claim.kind is Kind.QUOTE)
        assert quotation.speaker == speaker.strip()
    assert row["words"].split() == list(dict.fromkeys(row["words"].split()))
    assert set(tokenise(row["yes"]).lower) & set(row["words"].split())


@each("row", table("name_parts"))
def test_name_parts(row: Row) -> None:
    for text, _, found in (row[cell].rpartition(">") for cell in ("yes", "no")):
        assert "; ".join(naming.name for naming in names.find(tokenise(text)).namings) == found.strip()
    assert row["words"].split() == list(dict.fromkeys(row["words"].split()))
    assert set(tokenise(row["yes"]).lower) & set(row["words"].split())


@each("row", table("quoted_words"))
def test_quoted_words(row: Row) -> None:
    supported = []
    for quotation, source in (row[cell].split(" < ") for cell in ("yes", "no")):
        library = MemoryLibrary(contents(read_text(f"“{source},” said Mara Lund.", "source")))
        draft = MemoryLibrary(contents(read_text(f"Mara Lund said: “{quotation}.”", "draft")))
        (stored,) = draft.all_claims(Kind.QUOTE)
        supported += [finding.verdict is Verdict.SUPPORTED for finding in judge([stored.claim], library, draft)]
    # A negation speaks where its omission is found out.
    assert supported == ([False, True] if row["use"] == "negation" else [True, False])
    assert {word.partition("=")[0] for word in row["words"].split()} & set(tokenise(row["yes"]).lower)
