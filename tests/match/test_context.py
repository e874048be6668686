"""What a figure's context holds, on sentences."""

from __future__ import annotations

import pytest
from tests.rows import each

from factcheck.extract import read_text
from factcheck.lexicon.concepts import concept
from factcheck.match.context import Context
from factcheck.match.rarity import Rarity
from factcheck.match.scene import Scene
from factcheck.store.contents import contents
from factcheck.store.memory import MemoryLibrary
from factcheck.text.stem import stem


def context(text: str, figure: str, suffix: str = ".txt") -> Context:
    library = MemoryLibrary(contents(read_text(text, suffix=suffix)))
    claim = next(c for c in library.all_claims() if c.claim.text == figure)
    return Scene(library, Rarity(library)).context(claim)


def words(*forms: str) -> tuple[str, ...]:
    return tuple(concept(stem(form)) for form in forms)


def test_nearer_words_weigh_more_and_clauses_count() -> None:
    near = context("The ferry sank in June, and the crew of 14 sailors swam to a lighthouse.", "14").near
    sailors, lighthouse, ferry = (near[word] for word in words("sailors", "lighthouse", "ferry"))
    assert sailors > lighthouse > ferry


@each(
    ("text", "weight"),
    [
        ("It had 12 gulls.", 1.05),
        ("It had 12 of gulls.", 0.9325),
        ("Gulls had 12.", 0.9325),
        ("It had 12 of of of of of of of of gulls.", 0.4179),
        ("It had 12; gulls.", 0.7119),
        ("Gulls; it had 12.", 0.5655),
        ("Gulls had gulls of 12 gulls.", 1.05),
        ("Gulls came. It had 12.", None),
    ],
)
def test_what_a_word_near_a_figure_weighs(text: str, weight: float | None) -> None:
    found = context(text, "12").near.get(*words("gulls"))
    assert found == (weight and pytest.approx(weight, abs=0.0001))


def test_what_the_header_of_its_column_weighs() -> None:
    near = context("| Port | Gulls |\n|---|---|\n| Brenk | 12 |", "12", suffix=".md").near
    assert [near[word] for word in words("gulls", "brenk")] == pytest.approx([0.8, 0.8])


def test_a_figure_without_words_is_worth_as_much_as_one_word() -> None:
    alone = context("They had 12.", "12")
    assert (alone.sum, alone.total, alone.mass, alone.union) == (1.0, 1.0, 1.0, 1.0)


@each(
    ("text", "beside"),
    [
        ("It had 12 boats. It had 14 carts.", False),
        ("It had 12 boats.\n\nIt had 14 carts.", False),
        ("| Port | Boats |\n|---|---|\n| Brenk | 12 |\n| Odby | 14 |", False),
        ("| Port | Boats | Carts |\n|---|---|---|\n| Brenk | 12 | 14 |", True),
        ("It had 12 boats and 14 carts.", True),
    ],
)
def test_what_stands_beside_a_figure(text: str, beside: bool) -> None:
    library = MemoryLibrary(contents(read_text(text, suffix=".md")))
    one, other = map(Scene(library, Rarity(library)).context, library.all_claims())
    assert one.is_beside(other) is other.is_beside(one) is beside


@each(
    ("before", "named"),
    [
        ("It rained.", ()),
        ("So wrote Tarn of it.", ("tarn",)),
        # of a sentence's first word only a label tells whether it is a name
        ("Tarn wrote it all.", ()),
        ("Tarn wrote it.", ("tarn",)),
        ("Tarn.\n\nSo it was.", ()),
    ],
)
def test_who_is_named_before_a_figure(before: str, named: tuple[str, ...]) -> None:
    assert context(f"{before} It drew 300 guests.", "300").named_before == set(words(*named))


@each(
    ("text", "figure", "beside"),
    [
        ("It had 12 boats.", "12", ""),
        ("In May 2019 it rained.", "May 2019", ""),
        ("In May it had 12 boats.", "12", "may"),
        ("In May it had 12 and 8 in June.", "12", "may"),
        ("In May it had 12 by June.", "12", "june"),
        # a border between counts as two words; of two that are equally far, the one behind
        ("In May it had 12 boats by June.", "12", "june"),
        ("It rained in May; 12 boats came by June.", "12", "june"),
        ("It rained in May; 12 boats came here by June.", "12", "may"),
    ],
)
def test_which_date_stands_nearest(text: str, figure: str, beside: str) -> None:
    assert context(text, figure).beside == beside


def test_which_of_its_sentence_a_figure_is() -> None:
    library = MemoryLibrary(contents(read_text("It had 7 boats, 12 carts and 300 cows on 3 May 2019.")))
    seats = [Scene(library, Rarity(library)).context(claim).seat for claim in library.all_claims()]
    assert [(seat.place, seat.places) for seat in seats] == [(0, 3), (1, 3), (2, 3), (0, 1)]


@each(
    ("between", "dated"),
    [(" on", False), (", so it was said on", False), (", so it was said then on", True)],
)
def test_a_date_behind_what_was_is_that_of_nothing_else(between: str, dated: bool) -> None:
    text = f"It fell to 12 boats from 19 boats{between} 3 May 2018."
    assert (context(text, "12").moment is not None) is dated


def test_anchors_and_noun() -> None:
    seen = context("The mill paid 420 workers a bonus.", "420")
    assert seen.left == words("paid", "mill")
    assert seen.right == words("workers", "bonus")
    assert seen.noun in words("workers")


@each(("between", "known"), [(10, False), (9, True)])
def test_how_far_the_nearest_words_and_its_own_may_stand(between: int, known: bool) -> None:
    small = " of" * between
    before, behind = context(f"Gulls{small} 12.", "12"), context(f"It had 12{small} gulls.", "12")
    assert before.left == behind.right == (words("gulls") if known else ())
    assert before.own == behind.own == set(before.left)


@each(
    ("text", "figure", "noun"),
    [
        ("Brenk lost 20 boats, 16 of them in May.", "16", ""),
        ("Brenk lost 20 boats and won 16.", "16", "boats"),
        ("Brenk lost 20 boats, and 16 swam.", "16", ""),
        ("Twenty people came, against 16 in May.", "16", ""),
        ("The yards rose from 20 boats, with three sheds, to 16 by May.", "16", "shed"),
        ("The yards rose from 20 boats, including 3 sheds, to 16 by May.", "16", "boats"),
        ("In May Brenk had 20 boats, against 16 a year before.", "16", "boats"),
        ("Brenk had 20, including 3 sheds, and Odby had 16.", "16", ""),
    ],
)
def test_a_count_that_leaves_its_noun_out_counts_what_the_one_before_counts(text: str, figure: str, noun: str) -> None:
    assert context(text, figure).noun == "".join(words(*noun.split()))


@each(
    ("text", "figure", "own"),
    [
        # words on both sides of a figure, and what others of its kind leave it
        ("The yard lost 12 boats.", "12", ("yard", "lost", "boats")),
        ("The yard lost 12 boats in 2019.", "12", ("yard", "lost", "boats")),
        ("The yard had 294 boxes and 391 cars.", "294", ("boxes",)),
        ("The yard had 294 boxes and 391 cars.", "391", ("cars",)),
        ("Boxes came to 34, and cars rose to 57.", "34", ("boxes", "came")),
        ("Boxes came to 34, and cars rose to 57.", "57", ("cars", "rose")),
        ("It sold 4 boats, 5 cars and 6 trucks.", "5", ("cars",)),
        # where a new member begins, whatever commas stand in it
        ("Boxes in Odby came to 34, and in Harle, Norland, to 57.", "34", ("boxes", "odby", "came")),
        ("Boxes in Odby came to 34, and in Harle, Norland, to 57.", "57", ("harle", "norland")),
        ("Boxes came to 34; cars, trucks, to 57.", "57", ("cars", "trucks")),
        ("Boxes came to 34, cars, trucks, to 57.", "57", ("cars", "trucks")),
        ("Boxes came to 34 in Harle, cars, to 57.", "34", ("boxes", "came", "harle", "cars")),
        ("It sold 4 boats, old, and 5 cars, new, but kept 6 trucks.", "5", ("cars", "new")),
        ("Boxes came to 34, and in Harle, and in Odby, to 57.", "34", ("boxes", "came")),
        ("Boxes came to 34, and in Harle, and in Odby, to 57.", "57", ("harle", "odby")),
        ("Boxes came to 34 in Odby, and cars, old, to 57.", "57", ("cars", "old")),
        ("They took 34, cars to 57 trucks.", "57", ("cars",)),
        ("They took 34, to 57 trucks.", "57", ()),
        ("Gulls took 34 , 57 trucks.", "34", ("gulls", "took")),
        ("Gulls took 34 of 57 trucks.", "34", ("gulls", "took")),
        ("They took 34 in 57 trucks.", "57", ("trucks",)),
        # no border between the two: each has what is nearer
        ("They took 34 cars to 57 trucks.", "57", ("trucks",)),
        ("They took 34 old boxes, 57 trucks.", "34", ("old", "boxes")),
        ("A profit of 34 was followed by a loss of 57.", "34", ("profit", "followed")),
        ("A profit of 34 was followed by a loss of 57.", "57", ("loss",)),
        ("One took 3, then 4.", "4", ()),
    ],
)
def test_own_words(text: str, figure: str, own: tuple[str, ...]) -> None:
    assert context(text, figure).own == set(words(*own))


def test_years_come_from_the_sentence_before_the_neighbours() -> None:
    text = "The fair of 2011 drew 300 guests.\n\nIn 2014 it drew 500 guests."
    assert context(text, "300").years == {2011}
    assert context(text, "500").years == {2014}


@each(
    ("text", "published", "years", "certain"),
    [
        ("It drew 300 guests.", "", set(), False),
        ("It drew 300 guests.", "2018-05-03", {2018}, False),
        ("It rained in 2011. It drew 300 guests.", "2018-05-03", {2011}, False),
        ("# The fair of 2012\n\nIt rained in 2011. It drew 300 guests.", "2018-05-03", {2012}, True),
        ("# The fair of 2012\n\nIn 2013 it drew 300 guests.", "2018-05-03", {2013}, True),
        ("It drew 300 guests (2013: 120).", "2018-05-03", {2018}, False),
        ("It drew 120 (2013: 300 guests).", "2018-05-03", {2013}, True),
        ("It drew 120 (2013: 300 guests in all", "2018-05-03", {2013}, True),
        ("2013: 300 guests came.", "2018-05-03", {2013}, True),
    ],
)
def test_who_names_the_year_of_a_figure(text: str, published: str, years: set[int], certain: bool) -> None:
    library = MemoryLibrary(contents(read_text(text, suffix=".md", date=published)))
    claim = next(c for c in library.all_claims() if c.claim.value.plain == "300")
    found = Scene(library, Rarity(library)).context(claim)
    assert (set(found.years), found.certain) == (years, certain)


@each(
    ("text", "topic"),
    [
        # the sentences of its paragraph before it, and the one behind it
        ("Gulls cried. It drew 300.", {"gulls": 0.7}),
        ("Gulls cried. Rain fell. It drew 300.", {"gulls": 0.5}),
        ("Gulls cried. Rain fell. Snow fell. It drew 300.", {"gulls": 0.35}),
        ("Gulls cried. Rain fell. Gulls flew. It drew 300.", {"gulls": 0.7}),
        ("Gulls cried. Rain fell. Snow fell. Ice fell. It drew 300.", {}),
        ("Rain.\n\nGulls cried.\n\nIt drew 300.", {}),
        ("Rain.\n\nIt drew 300. Gulls cried.", {"gulls": 0.3}),
        ("It drew 300.\n\nGulls cried.", {}),
        ("It drew 300. Rain fell. Gulls cried.", {}),
        # headings, the nearest first
        ("## Gulls\n\nIt drew 300.", {"gulls": 0.5}),
        ("# Rain\n\nIce.\n\n## Gulls\n\nIce.\n\n### Terns\n\nIt drew 300.", {"terns": 0.5, "gulls": 0.4}),
        # the title
        ("Gulls cried.\n\nIt drew 300.", {"gulls": 0.4}),
        # what stands in its own sentence is none of it
        ("Gulls cried. It drew 300 gulls.", {}),
    ],
)
def test_what_the_sentences_around_are_about(text: str, topic: dict[str, float]) -> None:
    found = context(text, "300", suffix=".md").topic
    known = {word: found[key] for word in ("gulls", "terns") if (key := concept(stem(word))) in found}
    assert known == pytest.approx(topic)


def test_the_year_of_a_comparison_in_brackets_is_not_that_of_the_figure_before_them() -> None:
    text = "# The fair in 2014\n\nThe fair drew 500 guests (2013: 300 guests)."
    assert context(text, "500").years == {2014}
    assert context(text, "300").years == {2013}


@each(("between", "year"), [(5, None), (4, 2011), (0, 2011)])
def test_a_year_holds_for_so_many_sentences(between: int, year: int | None) -> None:
    text = "The fair of 2011 was fair." + " It rained." * between + " It drew 300 guests."
    assert context(text, "300").years == ({year} if year else set())


@each(("between", "month"), [(2, None), (1, 5), (0, 5)])
def test_a_date_dates_so_many_sentences_behind_it(between: int, month: int | None) -> None:
    text = "On 3 May it was fair." + " It rained." * between + " It drew 300 guests."
    moment = context(text, "300").moment
    assert (moment.month if moment else None) == month


@each(
    ("before", "behind", "around"),
    [(3, 1, ()), (2, 1, ("gulls",)), (3, 0, ("terns",)), (0, 0, ("gulls", "terns"))],
)
def test_how_far_the_words_around_reach(before: int, behind: int, around: tuple[str, ...]) -> None:
    rain = " It rained."
    text = f"Gulls cried.{rain * before} It drew 300 guests.{rain * behind} Terns cried."
    assert context(text, "300").wide & set(words("gulls", "terns")) == set(words(*around))


@each(
    ("text", "flanks"),
    [
        # so many tokens off
        (f"It had 12 boats,{' and' * 8} 300 guests.", ("", "")),
        (f"It had 12 boats,{' and' * 7} 300 guests.", ("12", "")),
        (f"It had 300 guests,{' and' * 8} 12 boats.", ("", "")),
        (f"It had 300 guests,{' and' * 7} 12 boats.", ("", "12")),
        ("It had 7 carts, 12 boats, 300 guests, 8 cats and 9 dogs.", ("12", "8")),
    ],
)
def test_the_figures_on_either_side(text: str, flanks: tuple[str, str]) -> None:
    assert context(text, "300").flanks == flanks


@each(("cells", "known"), [(13, False), (12, True)])
def test_how_far_a_row_reaches(cells: int, known: bool) -> None:
    between = "|".join(["x"] * (cells - 1))
    row = f"| 412 |{between}| 77 |"
    head = f"|{'|'.join(f'h{at}' for at in range(cells + 1))}|"
    text = f"{head}\n|{'-|' * (cells + 1)}\n{row}\n"
    library = MemoryLibrary(contents(read_text(text, suffix=".md")))
    scene = Scene(library, Rarity(library))
    assert [bool(scene.context(claim).siblings) for claim in library.all_claims()] == [known, known]


def test_contexts_are_the_same_in_whatever_order_they_are_made() -> None:
    text = "\n\n".join(
        f"In {1900 + at} the yard of Brenk had {at + 2} boats, and Odby {at + 3}." for at in range(2 * 64)
    )
    library = MemoryLibrary(contents(read_text(text)))
    claims = list(library.all_claims())
    turned = [*claims[1::2], *claims[::2]]
    made, single = (Scene(library, Rarity(library)) for _ in range(2))
    made.make(turned)
    assert [made.known(claim) for claim in claims] == [made.context(claim) for claim in claims]
    assert {claim.claim.id: single.context(claim) for claim in turned} == {
        claim.claim.id: made.context(claim) for claim in claims
    }
