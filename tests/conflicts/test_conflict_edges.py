"""What parts a conflict from none, on either side of each bound: how far apart, how alike, how many, how rare."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from itertools import pairwise
from types import SimpleNamespace
from typing import cast

import pytest
from tests.rows import each

from factcheck import conflicts
from factcheck.conflicts import once, pairs, penalties
from factcheck.conflicts.events import figures
from factcheck.conflicts.form import form_to_fill, of_no_form
from factcheck.conflicts.group import Copies, group
from factcheck.conflicts.likeness import Alike, Likeness
from factcheck.conflicts.near import Near
from factcheck.conflicts.searcher import Searcher, keys_of
from factcheck.conflicts.subject import subject_before
from factcheck.extract import read_text
from factcheck.match.alone import Alone
from factcheck.model import Kind
from factcheck.store.contents import contents
from factcheck.store.memory import MemoryLibrary
from factcheck.store.protocol import Library, StoredClaim
from factcheck.store.shelf import spot_of


def _library(*texts: str) -> MemoryLibrary:
    return MemoryLibrary(contents(*(read_text(text, f"{at}.txt") for at, text in enumerate(texts))))


def _notes(*texts: str) -> list[str]:
    return [conflict.note for conflict in conflicts.find(_library(*texts))]


def _claims(text: str) -> Sequence[StoredClaim]:
    return list(_library(text).all_claims())


def _long(length: int) -> str:
    """Small words of that length together, with a space on either side."""
    return f" {'a' * (length - 2)} "


@each(
    ("before", "framed", "subject"),
    [
        ("", "", ""),
        ("the mayor was ", "", ""),
        ("Mara Lund; then ", "", ""),
        ("Mara Lund" + _long(61), "", ""),
        ("Mara Lund" + _long(60), "", "Mara Lund"),
        ("Mara Lund was ", "", "Mara Lund"),
        ("Mara Lund’s rule ", "", "Mara Lund"),
        ("When Lund was ", "Mara Lund", "Mara Lund"),
        ("When Lund was ", "Mara Berg", "Lund"),
        ("The Quay was ", "", "Quay"),
        ("Mara Lund told Jon Berg who was ", "", "Jon Berg"),
        # Of a name that begins twice as far back, only what stands within is read.
        ("Mara" + " Lund" * 20 + " was born" + _long(30), "", "Lund" + " Lund" * 15),
    ],
)
def test_whose_name_stands_before_a_verb(before: str, framed: str, subject: str) -> None:
    assert subject_before(before, framed) == subject


@each(
    ("sentence", "told"),
    [
        (f"Mara Lund was born{_long(46)}in 1951.", None),
        (f"Mara Lund was born{_long(45)}in 1951.", ("Mara Lund", "born")),
        # The telling words begin no further back than this, the link among what follows.
        (f"The Bank of Harle incorporated{_long(43)}since 1951.", None),
        (f"The Bank of Harle incorporated{_long(42)}since 1951.", ("Bank of Harle", "founded")),
        ("Born in 1951, a singer spoke.", None),
        ("Born in 1951, Mara Lund spoke.", ("Mara Lund", "born")),
        ("Born in 1951; Mara Lund spoke.", None),
    ],
)
def test_what_a_date_tells_of_whom(sentence: str, told: tuple[str, str] | None) -> None:
    (figure,) = (claim for claim in _claims(sentence) if claim.claim.kind is Kind.DATE)
    assert once.told_by(figure) == told


BRIDGE = (
    "The bridge over the Elle was opened in Port Ellis on 31 May 1931.\n\n"
    "Port Ellis Post – Bridge over the Elle opened – {}"
)


@each(
    ("reported", "notes"),
    [
        ("31 May 1931", []),
        ("20 May 1931", []),
        ("21 May 1931", ["reported on 1931-05-21, dated 1931-05-31"]),
        ("30 May 1931", ["reported on 1931-05-30, dated 1931-05-31"]),
    ],
)
def test_how_long_before_its_event_a_report_is_of_it(reported: str, notes: list[str]) -> None:
    assert _notes(BRIDGE.format(reported)) == notes


@each(
    ("text", "keys"),
    [
        ("Mara Lund had nine boats for nine years.", []),
        ("Mara Lund was sentenced to more than nine years in prison.", []),
        ("Mara Lund was sentenced to nine years in prison.", ["term:P9Y"]),
    ],
)
def test_which_figures_meet_by_their_length(text: str, keys: list[str]) -> None:
    assert [key for claim in contents(read_text(text)).claims for key in keys_of(claim)] == keys


COURT = "The court tried Mara Lund, Jon Berg and six activists."


@each(
    ("text", "notes"),
    [
        (f"{COURT} All eight defendants were jailed.", []),
        (f"{COURT} All six activists were jailed.", []),
        (f"{COURT} All two leaders were jailed.", []),
        (f"{COURT} Some nine defendants were jailed.", []),
        (f"{COURT}\n\nAll nine defendants were jailed.", []),
        (f"{COURT} All nine defendants were jailed.", ["2 and 6 make 8, not 9"]),
        (f"{COURT} They had 3 boats. All nine defendants were jailed.", ["2 and 6 make 8, not 9"]),
        (f"In all 3 boats sank. {COURT} All nine defendants were jailed.", ["2 and 6 make 8, not 9"]),
        # The nearest enumeration is the one that is spoken of.
        (f"{COURT} Ida Harle and three sailors fled. All eight were caught.", ["1 and 3 make 4, not 8"]),
        ("The storm sank four boats and seven ferries. All eleven vessels were lost.", []),
        ("The storm sank four boats and seven ferries. All twelve vessels were lost.", ["4 and 7 make 11, not 12"]),
        ("The storm sank four boats. It tore seven sails. All twelve things were lost.", []),
    ],
)
def test_what_parts_make(text: str, notes: list[str]) -> None:
    assert _notes(text) == notes


@each(
    ("sentence", "is_form"),
    [
        ("It carried 12 people and a cart all day.", False),  # a letter too short
        ("It carried 12 people and a horse all day.", True),
        ("It carried 12 people and a dog on 3 May 2019.", False),  # it names its day
        ("It carried many people and a dog on 3 May 2019.", True),  # which is all that it says
        ("It carried 12 people and 14 carts all day.", True),
    ],
)
def test_what_may_be_a_form_that_is_filled_in(sentence: str, is_form: bool) -> None:
    assert (form_to_fill(_claims(sentence)) is not None) == is_form


def _table(figures: int) -> str:
    return f"It has {', '.join(f'{at + 30} boats' for at in range(figures - 1))} and {figures + 30} cranes."


@each(("figures", "told"), [(13, 0), (12, 12), (2, 2)])
def test_a_sentence_of_many_figures_is_a_table(figures: int, told: int) -> None:
    assert len(pairs.told(_claims(_table(figures)))) == told


@each(
    ("one", "other", "may_differ"),
    [
        ("The yard sold 12 boats.", "The yard sold 12 boats.", []),
        ("The yard sold 12 boats.", "The yard grew by 14 percent.", []),
        ("The yard sold 12 boats and 3 cars.", "The yard sold 14 boats and 5 cars.", []),  # of another occasion
        ("The yard sold 12 boats in May 2019.", "The yard sold 14 boats in June 2019.", []),
        ("The yard sold 12 boats.", "The yard sold 14 boats.", [("12", "14")]),
        ("The yard sold 12 boats.", "The yard sold 14 boats in June 2019.", [("12", "14")]),
        ("The yard sold 12 boats and 3 cars.", "The yard sold 14 boats and 3 cars.", [("12", "14")]),
        ("The yard sold 12 boats in May 2019.", "The yard sold 12 boats in June 2019.", [("May 2019", "June 2019")]),
    ],
)
def test_which_figures_of_two_sentences_may_disagree(one: str, other: str, may_differ: list[tuple[str, str]]) -> None:
    found = pairs.glance(*(pairs.told(_claims(text)) for text in (one, other)))
    assert [(a.claim.text, b.claim.text) for a, b in found] == may_differ


@each(("births", "pairs_found"), [(1, 0), (2, 1), (12, 66), (13, 0)])
def test_a_fact_that_a_crowd_has_is_that_of_many(births: int, pairs_found: int) -> None:
    library = _library(*(f"Mara Lund was born in {1901 + at}." for at in range(births)))
    spots = sorted(map(spot_of, library.all_claims()))
    assert len(Searcher(library).meet("once:Mara Lund:born", spots)) == pairs_found


@each(("terms", "pairs_found"), [(1, 0), (2, 1), (20, 100), (21, 0)])
def test_a_term_that_a_crowd_has_is_that_of_many(terms: int, pairs_found: int) -> None:
    kinds = ("in prison", "under house arrest")
    texts = (f"Mara Lund was sentenced to nine years {kinds[at % 2]} for smuggling." for at in range(terms))
    library = _library(*texts)
    spots = sorted(spot_of(claim) for claim in library.all_claims() if claim.claim.kind is Kind.SENTENCE)
    assert len(Searcher(library).meet("term:P9Y", spots)) == pairs_found


def test_a_side_is_worded_as_its_first_source_has_it() -> None:
    born = ("born on 3 May 1951.", "born on May 3, 1951, in Norland.", "born on 8 May 1951.")
    (conflict,) = conflicts.find(_library(*(f"Mara Lund was {told}" for told in born)))
    assert [conflict.words(side) for side in conflict.sides] == ['"3 May 1951"', '"8 May 1951"']


@each(
    ("sentence", "told"),
    [
        ("After ruling for ten years it fell.", None),
        ("After ruling for ten years; Mara Lund left.", None),
        ("After ruling for ten years, nobody left.", None),
        (f"After ruling for ten years,{_long(41)}Lund left.", None),
        (f"Mara Lund fell: after ruling for ten years,{_long(40)}Lund left.", ("Mara Lund", "in power")),
        ("After ruling for ten years, Mara Lund left.", ("Mara Lund", "in power")),
        ("After ruling for ten years, Mara Lund's party left.", ("Mara Lund", "in power")),
        ("Mara Lund ruled for ten years.", ("Mara Lund", "in power")),
        ("Mara Lund was born for ten years.", None),
        ("Mara Lund ruled for ten crowns.", None),
    ],
)
def test_what_a_length_of_time_tells_of_whom(sentence: str, told: tuple[str, str] | None) -> None:
    figure, *_ = (claim for claim in _claims(sentence) if claim.claim.kind.is_figure)
    assert once.told_by(figure) == told


@contextmanager
def _alike(of_a: float, of_b: float, cosine: float, *words: str) -> Iterator[None]:
    """All sentences are found to be so much alike."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Likeness, "alike", lambda *_: Alike(of_a, of_b, cosine, words))
        yield


TERM, ARREST = "Mara Lund was sentenced to nine years in prison.", "Mara Lund got nine years of house arrest."
ANOTHER = "Jon Berg got nine years of house arrest."


@each(
    ("one", "other", "of_a", "of_b", "found"),
    [
        (TERM, TERM, 1.0, 1.0, False),
        (f"{TERM} {ARREST}", "It rained.", 1.0, 1.0, False),
        (f"{TERM} {ARREST}", ARREST, 1.0, 1.0, False),
        (TERM, ARREST, 0.24, 1.0, False),
        (TERM, ARREST, 1.0, 0.24, False),
        (TERM, ANOTHER, 0.41, 1.0, False),
        (TERM, ANOTHER, 1.0, 0.41, False),
        (TERM, ARREST, 0.25, 0.25, True),
        (TERM, ANOTHER, 0.42, 0.42, True),
    ],
)
def test_how_alike_two_penalties_are_told(one: str, other: str, of_a: float, of_b: float, found: bool) -> None:
    library = _library(one, other)
    a, b, *_ = library.all_claims()
    with _alike(of_a, of_b, 0.0):
        assert (penalties.disagree(a, b, Alone(library)) is not None) is found


FAR = "Mara Lund, a sailor of the port of Odby, got nine years in prison."


@each(
    ("one", "other", "subject"),
    [
        # the nearest before the term is the likeliest to be right
        (FAR, "Jon Berg got nine years of house arrest.", "Jon Berg"),
        (FAR.replace("in prison", "of house arrest"), "Nine years in prison was what Jon Berg got.", "Mara Lund"),
        (FAR, "The court gave him nine years of house arrest there.", "Mara Lund"),
    ],
)
def test_whose_penalty_it_is(one: str, other: str, subject: str) -> None:
    library = _library(one, other)
    a, b = library.all_claims()
    with _alike(1.0, 1.0, 1.0):
        found = penalties.disagree(a, b, Alone(library)), penalties.disagree(b, a, Alone(library))
    assert [told and told.fact.subject for told in found] == [subject, subject]


TRIED = "The court in Port Ellis tried Mara Lund, Jon Berg, Tove Kolvik and Ane Strand for smuggling. "
SIX, EIGHT = f"{TRIED}Six activists were jailed.", f"{TRIED}Eight activists were jailed."
SIX6, EIGHT8 = f"{TRIED}6 activists were jailed.", f"{TRIED}8 activists in all were jailed."
WORTH = f"{TRIED}Some 3 million dollars worth of boats sank."
TWO, THREE = f"{TRIED}They stole boats for 2 million dollars.", f"{TRIED}They stole boats for 3 million dollars."


@each(
    ("one", "other", "cosine", "words", "found"),
    [
        # too little alike, a copy, one word but that of what is counted
        (SIX, EIGHT, 0.19, ("court", "jail"), 0),
        (SIX, EIGHT, 0.8, ("court", "jail"), 0),
        (SIX, EIGHT, 0.5, ("court",), 0),
        (SIX, EIGHT, 0.5, ("court", "activist"), 0),
        (SIX, SIX, 0.5, ("court", "jail"), 0),
        (SIX, EIGHT.replace("activists", "sailors"), 0.5, ("court", "jail"), 0),
        (SIX, f"{EIGHT} Six activists swam.", 0.5, ("court", "jail"), 0),
        (f"{SIX} Eight activists swam.", EIGHT, 0.5, ("court", "jail"), 0),
        (SIX.replace("Six", "In 2018 six"), EIGHT.replace("Eight", "In 2019 eight"), 0.5, ("court", "jail"), 0),
        (SIX.replace("Six", "In 2018 six"), EIGHT.replace("Eight", "In 2018 eight"), 0.5, ("court", "jail"), 1),
        (SIX.replace("Six", "In 2018 six"), EIGHT, 0.5, ("court", "jail"), 1),
        # either document has the other's sentence too, with other figures
        (f"{SIX6} 9 activists in all were jailed.", EIGHT8, 0.5, ("court", "jail"), 0),
        (SIX6, f"{EIGHT8} 7 activists were jailed.", 0.5, ("court", "jail"), 0),
        (SIX6, EIGHT8, 0.5, ("court", "jail"), 1),
        (SIX, EIGHT, 0.2, ("court", "jail"), 1),
        (SIX, EIGHT, 0.79, ("court", "jail"), 1),
        # what sums are of is told by two words right beside them
        (TWO, THREE.replace("boats for", "sheds worth"), 0.5, ("court", "jail"), 0),
        (TWO, THREE.replace("had boats", "sold boats, all told,"), 0.5, ("court", "jail"), 0),
        (TWO, THREE.replace("stole", "sold"), 0.5, ("court", "jail"), 0),
        (TWO, THREE, 0.5, ("court", "jail"), 0),
        (TWO, THREE.replace("They stole", "There they stole old"), 0.5, ("court", "jail"), 1),
        (TWO, THREE.replace("boats for", "boats there, it said, for"), 0.5, ("court", "jail"), 0),
        (f"{TRIED}It took 2 million dollars worth of boats.", WORTH, 0.5, ("court", "jail"), 1),
        (f"{TRIED}It took 2 million dollars worth of old and new boats.", WORTH, 0.5, ("court", "jail"), 0),
    ],
)
def test_which_figures_of_one_event_disagree(
    one: str, other: str, cosine: float, words: tuple[str, ...], found: int
) -> None:
    library = _library(one, other)
    passages = [passage.id for passage in library.all_passages()]
    mine, theirs = (
        min(
            p
            for p in passages
            if library.document_of(p) == d and p != min(q for q in passages if library.document_of(q) == d)
        )
        for d in library.documents()
    )
    with _alike(0.0, 0.0, cosine, *words):
        assert len(Searcher(library).happened([(mine, theirs)])) == found


@each(
    ("text", "told"),
    [
        ("Mara Lund, 35, spoke.", []),
        ("It closed on 3 May 2019.", []),
        ("It took 12 days.", []),
        ("Of these it has 12.", []),
        ("It has 12 boats for $14, or 16 percent, of 18 km.", ["12", "$14", "16 percent", "18 km"]),
    ],
)
def test_which_figures_are_told_of_an_event(text: str, told: list[str]) -> None:
    assert [figure.claim.text for figure in figures(_claims(text))] == told


def _sold(*boats: int) -> list[conflicts.Disagreement]:
    """Two by two, sayings that are alike but for their figures."""
    said = [_claims(f"“We sold {count} boats in all this long year,” said Mara Lund.") for count in boats]
    quotes = [next(one for one in claims if one.claim.kind is Kind.QUOTE) for claims in said]
    fact = conflicts.Fact(Kind.QUOTE, "Mara Lund", "said")
    return [conflicts.Disagreement(a, b, fact, conflicts.Reason.WORDING) for a, b in pairwise(quotes)]


@each(("boats", "kept"), [((3, 4, 5), 0), ((3, 4, 3, 4), 3), ((3, 4), 1)])
def test_sayings_that_are_filled_in_anew(boats: tuple[int, ...], kept: int) -> None:
    found = _sold(*boats)
    assert len(of_no_form(found)) == kept
    others = [one._replace(reason=conflicts.Reason.VALUE) for one in found]
    assert of_no_form(others) == others
    assert of_no_form([*found, *_disagreeing()])[-1:] == _disagreeing()


def _disagreeing() -> list[conflicts.Disagreement]:
    first, second = (_claims(f"“We {did} it all this year,” said Mara Lund.")[0] for did in ("sold", "kept"))
    fact = conflicts.Fact(Kind.QUOTE, "Mara Lund", "said")
    return [conflicts.Disagreement(first, second, fact, conflicts.Reason.WORDING)]


def test_a_conflict_is_about_what_the_first_of_its_pairs_is_about() -> None:
    library = _library(*(f"Mara Lund was born in {year}." for year in (1951, 1952, 1953)))
    a, b, c = library.all_claims()
    facts = [conflicts.Fact(Kind.DATE, "Mara Lund", measure) for measure in ("first", "second")]
    pairs = [
        conflicts.Disagreement(x, y, f, conflicts.Reason.VALUE)
        for (x, y), f in zip([(a, b), (b, c)], facts, strict=True)
    ]
    (found,) = group(reversed(pairs), Copies(Alone(library), {}))
    assert found.fact.measure == "first"
    assert [side.value for side in found.sides] == ["1951", "1952", "1953"]


@each(("cosine", "notes"), [(0.29, 0), (0.3, 1)])
def test_how_alike_a_report_is_to_its_event(cosine: float, notes: int) -> None:
    with _alike(0.0, 0.0, cosine):
        assert len(_notes(BRIDGE.format("21 May 1931"))) == notes


@each(
    ("of_a", "of_b", "sources"),
    [(0.74, 0.74, [2, 1]), (0.75, 0.0, [1, 1]), (0.0, 0.75, [1, 1])],
)
def test_from_when_on_one_sentence_is_a_copy_of_another(of_a: float, of_b: float, sources: list[int]) -> None:
    library = _library(*(f"Mara Lund was born in {year}." for year in (1951, 1951, 1952)))
    with _alike(of_a, of_b, 0.0):
        (found,) = conflicts.find(library)
    assert [side.sources for side in found.sides] == sources


DAY = "On 3 May 2019 boats of Brenk, Odby and Tarn sank."
FIVE = "The boats of Brenk, Odby, Tarn, Velm and Harle sank."


@each(
    ("one", "other", "joined"),
    [
        # four names, three and no day or another one, two of a day; what begins a sentence is none
        ("The boats of Brenk, Odby, Tarn and Velm sank.", "The boats of Brenk, Odby, Tarn and Velm sank.", False),
        (DAY, "Boats of Brenk, Odby and Tarn sank.", False),
        (DAY, "On 4 May 2019 boats of Brenk, Odby and Tarn sank.", False),
        ("On 3 May 2019 boats of Brenk and Odby sank.", "On 3 May 2019 boats of Brenk and Odby sank.", False),
        (DAY, "Brenk had, on 3 May 2019, boats of Odby and Tarn.", False),
        ("In May 2019 boats of Brenk, Odby and Tarn sank.", "In May 2019 boats of Brenk, Odby and Tarn sank.", False),
        ("On 3 May boats of Brenk, Odby and Tarn sank.", "On 3 May boats of Brenk, Odby and Tarn sank.", False),
        (FIVE, f"{FIVE} Then it rained." + " It rained." * 11, False),
        (FIVE, "\n\n".join([FIVE, *["It was Brenk."] * 4]), False),
        (FIVE, "\n\n".join([FIVE, *["It was Brenk."] * 3]), True),
        (FIVE, f"{FIVE} Then it rained." + " It rained." * 10, True),
        (FIVE, FIVE, True),
        (FIVE, "Sunk: boats of Odby, Tarn, Velm. And of Harle and Brenk.", True),
        (DAY, DAY, True),
        (DAY, "On 3 May 2019 it rained. It sank boats of Brenk, Odby and Tarn.", True),
    ],
)
def test_which_paragraphs_may_tell_of_one_event(one: str, other: str, joined: bool) -> None:
    library = _library(one, other)
    events, (here, *_) = Searcher(library).events, (passage.id for passage in library.all_passages())
    there = next(p.id for p in library.all_passages() if p.document != library.document_of(here) and "Odby" in p.text)
    assert events.joins(here, there) is events.joins(there, here) is joined
    assert (there in events.companions(here, later=True)) is joined
    assert events.companions(there, later=True) == []


@each(("others", "joined"), [(28, True), (29, False)])
def test_a_name_that_the_library_is_full_of_tells_no_event(others: int, joined: bool) -> None:
    library = _library(FIVE, FIVE, *["It was of Brenk."] * others)
    here, there, *_ = (passage.id for passage in library.all_passages())
    assert Searcher(library).events.joins(here, there) is joined


class Bags:
    """As much of a library as says which words its passages have; each is a document of its own."""

    def __init__(self, *bags: str) -> None:
        self._bags = [bag.split() for bag in bags]

    def document_of(self, passage: int) -> int:
        return passage

    def passages(self, numbers: Iterable[int]) -> Mapping[int, object]:
        return {number: SimpleNamespace(stems=self._bags[number], paragraph=number) for number in numbers}

    def postings(self, stems: Iterable[str]) -> Mapping[str, Sequence[int]]:
        return {stem: [at for at, bag in enumerate(self._bags) if stem in bag] for stem in stems}

    def frequencies(self, stems: Iterable[str]) -> Mapping[str, int]:
        return {stem: len(found) for stem, found in self.postings(stems).items()}


@each(
    ("others", "held_against"),
    [
        (["a k l m n o p q r s"], []),  # one word in common
        (["a b"], [1]),
        (["a b 3 4 5 6 7 8 9"], [1]),  # figures are no words
        (["a b c k l m n o p q"], [1]),  # three in ten
        (["a b c k l m n o p q r s"], []),  # three in eleven
        (["a b c", "k l m", "b c d"], [1, 3]),
        (["a b c", *["a b"] * 98], list(range(1, 100))),
        (["a b c", *["a b"] * 99], []),  # what a hundred and one have tells nothing
    ],
)
def test_which_sentences_are_held_against_each_other(others: list[str], held_against: list[int]) -> None:
    near = Near(cast(Library, Bags("a b c d e f g h i j", *others)), ())
    assert list(near.of(0)) == held_against
    assert [at for at in range(1, len(others) + 1) if near.joins(0, at)] == held_against


def test_of_all_pairs_each_is_told_once() -> None:
    bags = cast(Library, Bags("a b c", "a b c", "a b c"))
    assert [list(Near(bags, ()).of(at, later=True)) for at in range(3)] == [[1, 2], [2], []]
    assert [list(Near(bags, {1}).of(at)) for at in range(3)] == [[2], [], [0]]
