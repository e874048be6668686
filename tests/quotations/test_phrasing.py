"""What an editor is told of a quotation, word for word, and the lengths at which the judgement turns."""

from __future__ import annotations

from tests.rows import each

from factcheck.extract import read_text
from factcheck.model import Finding, Kind, Verdict
from factcheck.quotations.verdict import judge
from factcheck.store.contents import contents
from factcheck.store.memory import MemoryLibrary

SOURCE = "“We built the northern ferry in nine weeks, and it never once sank in the bay,” said Mara Lund, a captain."


def finding(draft: str, *sources: str) -> Finding:
    library = MemoryLibrary(contents(*(read_text(source, f"source-{i}") for i, source in enumerate(sources))))
    own = MemoryLibrary(contents(read_text(draft, "draft")))
    (stored,) = own.all_claims(Kind.QUOTE)
    return judge([stored.claim], library, own)[0]


@each(
    ("quotation", "message"),
    [
        ("We built the northern ferry in nine weeks", "a source has these words"),
        # at the beginning, in the middle, at the end
        ("They built the northern ferry in nine weeks", 'the draft has "They built"; the source has "We built"'),
        (
            "We built the southern ferry in nine weeks",
            'the draft has "the southern ferry"; the source has "the northern ferry"',
        ),
        ("We made the northern ferry in nine weeks", 'the draft has "We made the"; the source has "We built the"'),
        ("it never once sank in the lake", 'the draft has "the lake"; the source has "the bay"'),
        # a word too few, a word too many
        ("We built the ferry in nine weeks", 'the draft has "the ferry"; the source has "the northern ferry"'),
        (
            "We built the new northern ferry in nine weeks",
            'the draft has "the new northern"; the source has "the northern"',
        ),
        # at the very beginning, at the very end
        ("So we built the northern ferry in nine weeks", 'the draft has "So we"; the source has "We built"'),
        (
            "Built the old northern ferry in nine weeks",
            'the draft has "the old northern"; the source has "the northern"',
        ),
        ("never sank in the bay", 'the draft has "never sank"; the source has "never once sank"'),
        # two of them
        (
            "We built the southern ferry in nine weeks, and it never once sank in the lake",
            'the draft has "the southern ferry"; the source has "the northern ferry" (and 1 more)',
        ),
        # an omission that turns the sentence round
        ("it … once sank in the bay", 'the omission leaves out "never"'),
    ],
)
def test_message(quotation: str, message: str) -> None:
    assert finding(f"Lund said: “{quotation}.”", SOURCE).message == message


def test_the_first_word_of_a_source_that_quotes_nobody_has_no_neighbour_before_it() -> None:
    told = finding("A report says “ships sank in the old northern bay”.", "Boats sank in the old northern bay.")
    assert told.message == 'the draft has "ships sank"; the source has "Boats sank"'


TWO = "“We built the northern ferry in nine weeks. It never once sank in the bay. We are proud,” said Mara Lund."


@each(
    ("quotation", "message"),
    [
        (
            "in nine weeks. It never once sunk in the bay",
            'the draft has "once sunk in"; the source has "once sank in"',
        ),
        (
            "the northern ferry in nine days. It never once sank",
            'the draft has "nine days. It"; the source has "nine weeks. It"',
        ),
        (
            "the northern ferry in nine weeks. He never once sank in the bay",
            'the draft has "weeks. He never"; the source has "weeks. It never"',
        ),
    ],
)
def test_message_across_sentences(quotation: str, message: str) -> None:
    assert finding(f"Lund said: “{quotation}.”", TWO).message == message


@each(("left_out", "verdict"), [(61, Verdict.CONTRADICTED), (60, Verdict.SUPPORTED)])
def test_an_omission_mark_stands_for_so_many_words_at_the_most(left_out: int, verdict: Verdict) -> None:
    between = " ".join(["rain"] * left_out)
    source = f"“We built the northern ferry {between} in nine short weeks,” said Mara Lund."
    assert finding("Lund said: “We built the northern ferry … in nine short weeks.”", source).verdict is verdict


@each(("words", "problem"), [(0, "holds no words"), (1501, "is too long"), (1500, "no source has these words")])
def test_what_is_not_looked_for(words: int, problem: str) -> None:
    assert problem in finding(f"Lund said: “{'pier ' * words}!”", "The boats came in.").message


@each(
    ("quotation", "verdict"),
    [
        ("built the northern ferry in nine", Verdict.SUPPORTED),
        ("built the northern ferry in nine weeks", Verdict.DISPUTED),
    ],
)
def test_only_a_longer_quotation_is_one_utterance_in_two_wordings(quotation: str, verdict: Verdict) -> None:
    other = (
        "“We built the northern harbour in nine weeks, and it never once sank in the bay,” said Mara Lund, a captain."
    )
    assert finding(f"Lund said: “{quotation}.”", SOURCE, other).verdict is verdict
