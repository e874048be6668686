"""What makes a differing text a misquotation, whose words are evidence, and what an editor is shown of either."""

from __future__ import annotations

from tests.rows import each

from factcheck.extract import read_text
from factcheck.model import Claim, Document, Evidence, Finding, Kind, Verdict
from factcheck.quotations.align import Alignment
from factcheck.quotations.fidelity import Fault, Fidelity
from factcheck.quotations.locate import Place
from factcheck.quotations.verdict import counts, judge, misquotes
from factcheck.quotations.witness import Witness
from factcheck.store.contents import contents
from factcheck.store.memory import MemoryLibrary
from factcheck.text import Span
from factcheck.values import NO_VALUE

NOWHERE = Place(1, (), (), Alignment((), 0.0))
DOCUMENT = Document("report", "report.txt", Span(0, 100))


def witness(
    same: bool | None, likeness: float = 1.0, run: int = 9, proof: float = 9.0, faults: int = 1, text: str = "",
    speaker: str = "", id: str = "q1",
) -> Witness:  # fmt: skip
    fidelity = Fidelity(NOWHERE, (Fault((0,), (0,)),) * faults, 0, 0, likeness, run, frozenset())
    span = Span(0, len(text))
    claim = Claim(id, Kind.QUOTE, "report", "report.txt", span, 1, 1, text, NO_VALUE, speaker=speaker)
    return Witness(fidelity, Evidence(claim, DOCUMENT, not faults, likeness), same, proof)


# Whether the speaker is the draft's, the words of the quotation, their share in the source, the most in a row, proof.
NO_MISQUOTATION = [
    ("the same speaker, too little alike", True, 9, 0.59, 9, 0.5),
    ("the same speaker, too little proof", True, 9, 0.6, 9, 0.49),
    ("an unknown speaker, too little alike", None, 9, 0.74, 9, 1.0),
    ("an unknown speaker, too little proof", None, 9, 0.75, 6, 0.99),
    ("an unknown speaker, seven words in a row, too little proof", None, 9, 0.75, 7, 0.49),
    ("another speaker, too little alike", False, 9, 0.74, 9, 1.5),
    ("another speaker, too little proof", False, 9, 0.75, 9, 1.49),
    ("no three words in a row", True, 9, 1.0, 2, 9.0),
    ("two words", True, 2, 1.0, 2, 9.0),
    ("three words, none of them beside another", True, 3, 1.0, 1, 9.0),
]
MISQUOTATIONS = [
    ("the same speaker", True, 9, 0.6, 3, 0.5),
    ("an unknown speaker", None, 9, 0.75, 3, 1.0),
    ("an unknown speaker, seven words in a row", None, 9, 0.75, 7, 0.5),
    ("another speaker", False, 9, 0.75, 3, 1.5),
    ("three words, two in a row", True, 3, 0.6, 2, 0.5),
]


@each(("same", "said", "likeness", "run", "proof"), [case[1:] for case in NO_MISQUOTATION])
def test_no_misquotation(same: bool | None, said: int, likeness: float, run: int, proof: float) -> None:
    assert not misquotes(witness(same, likeness, run, proof), said)


@each(("same", "said", "likeness", "run", "proof"), [case[1:] for case in MISQUOTATIONS])
def test_misquotation(same: bool | None, said: int, likeness: float, run: int, proof: float) -> None:
    assert misquotes(witness(same, likeness, run, proof), said)
    assert not misquotes(witness(same, likeness, run, proof, faults=0), said), "what is faithful is none"


EVIDENCE = [
    ("three words", 3, witness(None, text="three words said"), True),
    ("two words of nobody", 2, witness(None, text="two of five whole words"), False),
    ("two words of the same speaker", 2, witness(True, text="two of five whole words", speaker="Lund"), True),
    ("two words of another", 2, witness(False, text="two words", speaker="Lund"), False),
    ("the title of a work", 2, witness(None, text="Low Tide of the North"), True),
    ("a name of one word", 1, witness(None, text="Lowtide", id=""), False),
    ("a short quotation", 2, witness(None, text="four words in all"), True),
    ("four words that nobody quotes", 2, witness(None, text="four words in all", id=""), False),
]


@each(("said", "one", "evidence"), [row[1:] for row in EVIDENCE])
def test_what_is_evidence(said: int, one: Witness, evidence: bool) -> None:
    assert counts(one, said) is evidence


def found(draft: str, *sources: str) -> Finding:
    library = MemoryLibrary(contents(*(read_text(source, f"source-{i}") for i, source in enumerate(sources))))
    own = MemoryLibrary(contents(read_text(draft, "draft")))
    return judge([next(own.all_claims(Kind.QUOTE)).claim], library, own)[0]


FERRY = "“We built the northern ferry in nine short weeks, and it never sank,” said Mara Lund, a captain."
BRIDGE = "“They sold the iron bridge to a man from Odby for a song.” That was in May. Nobody came to the feast at all."


def test_an_altered_quotation_is_shown_as_the_source_has_it() -> None:
    finding = found("Lund said: “We built the southern ferry in nine short weeks.”", FERRY)
    assert finding.suggestion == "We built the northern ferry in nine short weeks"
    assert [evidence.agrees for evidence in finding.evidence] == [False]
    finding = found("Lund said: “He said we built the southern ferry in nine short weeks.”", FERRY)
    assert finding.suggestion == "We built the northern ferry in nine short weeks"


def test_words_in_another_mouth_are_against_the_draft() -> None:
    five, four = "built the northern ferry in", "the northern ferry in"
    finding = found(f"“{five},” said Ida Falk.", FERRY)
    assert (finding.verdict, finding.suggestion) == (Verdict.CONTRADICTED, "Mara Lund")
    assert finding.message == "the draft gives these words to Ida Falk; in the source Mara Lund says them"
    assert not finding.evidence[0].agrees
    finding = found(f"“{four},” said Ida Falk.", FERRY)
    assert finding.verdict is Verdict.UNVERIFIED
    assert finding.message == "no source has these words from Ida Falk; Mara Lund uses them"
    altered = found("“We built the southern ferry in nine short weeks, and it never sank,” said Ida Falk.", FERRY)
    assert altered.message.endswith("; and in the source Mara Lund says them, not Ida Falk")


def test_the_speaker_of_a_misquotation_goes_before_the_closer_wording() -> None:
    other = FERRY.replace("northern", "southern").replace("Mara Lund", "Ida Falk")
    finding = found("“We built a southern ferry in nine short weeks, and it never sank,” said Mara Lund.", other, FERRY)
    assert finding.evidence[0].claim.speaker == "Mara Lund"
    assert [evidence.claim.speaker for evidence in finding.evidence] == ["Mara Lund", "Ida Falk"]


def test_four_sources_are_shown() -> None:
    assert len(found("Lund said: “We built the northern ferry in nine short weeks.”", *[FERRY] * 6).evidence) == 4


# A quotation that no source has, and what is said of the nearest words: two in five, and no fewer, are near.
NEAREST = [
    ("Ann Roe spoke of “a wooden ferry sinking”.", "no source has these words"),
    ("Ann Roe spoke of “the ferry northern, rebuilt badly”.",
     'no source has these words; the nearest are "the northern"'),
    ("Ann Roe spoke of “ferry northern, rebuilt the badly”.", "no source has these words"),
]  # fmt: skip


@each(("draft", "message"), NEAREST)
def test_nearest(draft: str, message: str) -> None:
    finding = found(draft, FERRY)
    assert (finding.verdict, finding.message) == (Verdict.UNVERIFIED, message)
    assert len(finding.evidence) == ("nearest" in message)


@each("words", ["it was not so at all", "so it was"])
def test_words_that_all_use_are_not_looked_for(words: str) -> None:
    assert found(f"Lund said: “{words}.”", FERRY).message == "the words are too common to be looked for"


def test_what_stands_apart_is_run_together_only_where_three_words_stand_at_either_place() -> None:
    apart = found("She said: “The iron bridge to a man came to the feast.”", BRIDGE)
    assert apart.verdict is Verdict.CONTRADICTED
    assert '"the iron bridge to a man" and "came to the feast"' in apart.message
    assert "runs together" not in found("She said: “The iron bridge to a man feast all.”", BRIDGE).message
    assert "runs together" not in found("She said: “Iron bridge came to the feast at all.”", BRIDGE).message
    two = found("She said: “The iron bridge to a man, northern ferry in nine.”", BRIDGE, FERRY)
    assert "runs together" not in two.message, "they stand in two sources"
