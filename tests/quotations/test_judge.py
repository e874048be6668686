"""A draft's quotation against its sources: faithful, altered, in another mouth, nowhere, disputed."""

from __future__ import annotations

from collections.abc import Sequence

from tests.rows import each

from factcheck.extract import read_text
from factcheck.model import Finding, Kind, Verdict
from factcheck.quotations.verdict import judge
from factcheck.store.contents import contents
from factcheck.store.memory import MemoryLibrary

SOURCE = (
    "“We lost the whole harvest in the spring flood, and nobody came to help us,” said Mara Lund, a farmer. "
    "“The river [Berg] took the bridge, uh, and then it took the barn.”\n\n"
    "Ida Falk, the mayor, said: “The town has never paid a single krone for the old stone bridge.”\n\n"
    "The report lists the bridges by age and by length, and it names the engineers who built them."
)


def findings(draft: str, *sources: str) -> list[Finding]:
    library = MemoryLibrary(contents(*(read_text(source, f"source-{i}") for i, source in enumerate(sources))))
    own = MemoryLibrary(contents(read_text(draft, "draft", ".md")))
    return judge((stored.claim for stored in own.all_claims(Kind.QUOTE)), library, own)


def verdicts(draft: str, *sources: str) -> list[tuple[Verdict, str]]:
    return [(finding.verdict, finding.rule) for finding in findings(draft, *(sources or (SOURCE,)))]


@each(
    "draft",
    [
        "Lund said: “We lost the whole harvest in the spring flood.”",
        'Lund said: "we lost the whole harvest".',
        "Lund said they “lost the whole harvest in the spring-flood”.",
        "Lund said: “We lost the whole harvest … and nobody came to help us.”",
        "Lund said: “[The farmers] lost the whole harvest in the spring flood.”",
        "Lund said: “[W]e lost the whole harvest in the spring flood.”",
        "Lund said: “The river took the bridge, and then it took the barn.”",
        "Lund said: “Nobody came to help us. The river took the bridge, and then it took the barn.”",
        "The report “names the engineers who built them”.",
        "A neighbour heard that “nobody came to help us”.",
    ],
)
def test_faithful(draft: str) -> None:
    assert verdicts(draft) == [(Verdict.SUPPORTED, "")]


@each(
    ("draft", "shown"),
    [
        ("Lund said: “We lost the whole crop in the spring flood.”", 'the draft has "whole crop in"'),
        ("Lund said: “We lost the harvest in the spring flood.”", 'the source has "the whole harvest"'),
        ("Lund said: “We lost nearly the whole harvest in the spring flood.”", '"lost nearly the"'),
        ("Lund said: “We lost the spring harvest in the whole flood.”", "the draft has"),
        ("Falk said: “The town has … paid a single krone for the old stone bridge.”", 'leaves out "never"'),
        ("Falk said: “The town has always paid a single krone for the old stone bridge.”", '"has always paid"'),
        ("“Nobody came to help us. The town has never paid a single krone,” said Lund.", "runs together"),
    ],
)
def test_altered(draft: str, shown: str) -> None:
    (finding,) = findings(draft, SOURCE)
    assert (finding.verdict, finding.rule) == (Verdict.CONTRADICTED, "FC201")
    assert shown in finding.message


def test_in_another_mouth() -> None:
    (finding,) = findings("“We lost the whole harvest in the spring flood,” said Ida Falk.", SOURCE)
    assert (finding.verdict, finding.rule, finding.suggestion) == (Verdict.CONTRADICTED, "FC202", "Mara Lund")


MATCH = (
    "# A final at Odby\n\nMara Lund beat Ida Falk in three sets. “I was nervous and could not find my feet at all,” "
    "said Lund."
)


@each(
    ("draft", "verdict"),
    [
        # "she" may be the winner, whom the section or a heading names
        ("Mara Lund won. Then Ms Ida Falk had a meal. “I was nervous and could not find my feet,” she said.", None),
        ("# Mara Lund wins\n\nMs Ida Falk left. “I was nervous and could not find my feet,” she said.", None),
        ("Mara Lund won.\n\nMs Ida Falk left. “I was nervous and could not find my feet,” the loser said.", None),
        ("Ms Ida Falk left. “I was nervous and could not find my feet,” she said.", "FC202"),
        ("# Mara Lund\n\nShe won.\n\n# Ida Falk\n\nMs Ida Falk left. “I was nervous and could not find my feet,” she "
         "said.", "FC202"),
        ("Mara Lund won. “I was nervous and could not find my feet,” said Ida Falk.", "FC202"),
    ],
)  # fmt: skip
def test_a_pronoun_accuses_nobody_where_it_may_mean_the_speaker(draft: str, verdict: str | None) -> None:
    assert [rule or None for _, rule in verdicts(draft, MATCH)] == [verdict]


def test_a_quotation_within_a_turn_of_a_transcript_is_its_own_speakers() -> None:
    turns = "OLA BERG: Good morning to all.\n\nTOM HALL: “We lost the whole harvest in the flood,” joked Ida Falk.\n"
    source = f"{turns}\nOLA BERG: She did.\n\nTOM HALL: So it was.\n"
    assert verdicts("“We lost the whole harvest in the flood,” said Ida Falk.", source) == [(Verdict.SUPPORTED, "")]


@each(
    ("source", "rule"),
    [
        ("Ms Ola Brenk rose. Mara Lund beat Ms Brenk. “I was nervous and could not find my feet,” she said.", ""),
        ("Mara Lund beat Ms Falk.\n\nMs Brenk rose. “I was nervous and could not find my feet,” she said.", ""),
        (
            "Mara Lund beat Ms Falk.\n\nMs Ola Brenk rose. “I was nervous and could not find my feet,” she said.",
            "FC202",
        ),
        ("Ms Ola Brenk rose. “I was nervous and could not find my feet,” she said. Mara Lund sat.", "FC202"),
    ],
)
def test_nor_does_a_pronoun_of_the_source(source: str, rule: str) -> None:
    assert verdicts("“I was nervous and could not find my feet,” said Mara Lund.", source)[0][1] == rule


@each(
    "draft",
    [
        "Lund said: “Nothing in this valley will ever grow again.”",
        "Nils Berg called it “the old stone bridge”.",
    ],
)
def test_in_no_source(draft: str) -> None:
    assert verdicts(draft) == [(Verdict.UNVERIFIED, "FC203")]


def test_sources_that_differ_make_it_disputed() -> None:
    other = "“We lost the whole herd in the spring flood, and nobody came to help us,” said Mara Lund."
    draft = "“We lost the whole harvest in the spring flood,” said Mara Lund."
    assert verdicts(draft, SOURCE, other) == [(Verdict.DISPUTED, "FC102")]


def test_evidence_is_the_source_quotation() -> None:
    (finding,) = findings("Lund said they “lost the whole harvest”.", SOURCE)
    spans: Sequence[str] = [SOURCE[e.claim.span.start : e.claim.span.end] for e in finding.evidence]
    assert spans[0].startswith("We lost the whole harvest in the spring flood")


def test_a_phrase_of_common_words_is_found_among_many_that_share_them() -> None:
    many = "\n\n".join(f"They were going home with {number} others." for number in range(200))
    source = f"{many}\n\nNobody asked who was moving about in there.\n\n{many}"
    assert verdicts("She wondered who was “moving about in there”.", source) == [(Verdict.SUPPORTED, "")]


def test_a_title_is_no_utterance_and_needs_no_speaker() -> None:
    source = "The prize for the best play went to Mara Lund, 26, for “Low Tide”, which ran for 19 days."
    before = "He thanked them “for looking at it for many hours”.\n\n"
    for title, verdict in (("Low Tide", Verdict.SUPPORTED), ("High Tide", Verdict.UNVERIFIED)):
        draft = f"{before}“{title}”, written by Mara Lund, 26, took the prize."
        assert [v for v, _ in verdicts(draft, source)][1:] == [verdict]


SHORT = (
    "“We lost the whole harvest,” said Mara Lund. Ida Falk spoke of “an old stone bridge”, "
    "and Nils Berg spoke of “the very long iron bridge”. The report names the engineers."
)


@each(
    ("draft", "verdict", "rule"),
    [
        # a word or two stand anywhere, but as a short quotation of the source
        ("A neighbour spoke of “old stone”.", Verdict.SUPPORTED, ""),
        ("A neighbour spoke of “long iron”.", Verdict.UNVERIFIED, "FC203"),
        ("A neighbour spoke of “very long iron”.", Verdict.SUPPORTED, ""),
        ("Nils Berg spoke of “long iron”.", Verdict.SUPPORTED, ""),
        ("A neighbour spoke of “the engineers”.", Verdict.UNVERIFIED, "FC203"),
        # an altered phrase needs three words
        ("Mara Lund spoke of “whole crop”.", Verdict.UNVERIFIED, "FC203"),
        ("Mara Lund spoke of “the whole crop”.", Verdict.CONTRADICTED, "FC201"),
    ],
)
def test_short_phrases(draft: str, verdict: Verdict, rule: str) -> None:
    assert verdicts(draft, SHORT) == [(verdict, rule)]


TALK = (
    "Mara Lund, the keeper, urged “utmost care”. Mara Lund warned of “increased danger”. “They have stormy eyes,” "
    "said Mara Lund. “So, no, we do not have wolves here,” said a hand. Dr. Tarn called it “a frozen sticky mess”. "
    "Ola Brenk, the mayor, said that the old lighthouse was sold for a song. "
    "“It is wet. It is dark. It is slippery,” said Tom Harle. “It is a monster. No tool can stop it. You simply run,” "
    "said Tom Harle.\n\nWade Odby ran as well.\n\n“I wish the weather agreed with him,” said Odby.\n"
)


@each(
    ("draft", "verdict", "rule"),
    [
        # all that is quoted there, but for one word; a phrase within another is none
        ("Mara Lund warned of “extreme danger”.", Verdict.UNVERIFIED, "FC203"),
        ("Mara Lund said: “They have sleepy eyes.”", Verdict.CONTRADICTED, "FC201"),
        ("Tom Harle said: “It is a tool.”", Verdict.UNVERIFIED, "FC203"),
        # nothing but a "not"
        ("“So, yes, we do have wolves here.”", Verdict.CONTRADICTED, "FC201"),
        ("“So, no, we do soon have wolves here.”", Verdict.UNVERIFIED, "FC203"),
        # a phrase that is all that somebody is quoted with
        ("Mara Lund called it “a frozen sticky mess”.", Verdict.CONTRADICTED, "FC202"),
        ("Mara Lund called it “a frozen sticky”.", Verdict.UNVERIFIED, "FC203"),
        # words that the source reports without marks
        ("Ola Brenk said “the old lighthouse was sold for a song”.", Verdict.SUPPORTED, ""),
        ("Tom Harle said “the old lighthouse was sold for a song”.", Verdict.CONTRADICTED, "FC202"),
        ("The town said “the old lighthouse was sold for a song”.", Verdict.SUPPORTED, ""),
        # sentences as short as one word, and the last of several
        ("Tom Harle said: “It is wet. It is dark. It is slippery.”", Verdict.SUPPORTED, ""),
        ("Mara Lund said: “It is wet. It is dark. It is slippery.”", Verdict.CONTRADICTED, "FC202"),
        ("Mara Lund said: “You simply run.”", Verdict.UNVERIFIED, "FC203"),
        # a surname shows a person where the text has him in full
        ("Odby said: “I wish the weather agreed with him.”", Verdict.SUPPORTED, ""),
        ("Brenk said: “I wish the weather agreed with him.”", Verdict.CONTRADICTED, "FC202"),
        ("Oslo said: “I wish the weather agreed with him.”", Verdict.SUPPORTED, ""),
    ],
)
def test_what_is_close_and_whose_it_is(draft: str, verdict: Verdict, rule: str) -> None:
    flock = ("wolves", "wolves", *["sheep"] * 38)
    many = "\n\n".join(f"The {number} {beasts} of the farm went up." for number, beasts in enumerate(flock))
    assert verdicts(draft, f"{TALK}\n\n{many}") == [(verdict, rule)]
