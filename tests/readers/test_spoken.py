"""Captions and transcripts: whose words they are, when they were said, and what of them is no text."""

from __future__ import annotations

import pytest
from tests.rows import each

from factcheck.extract import read_source
from factcheck.model import Kind, Role, Source
from factcheck.readers import read_text


def heard(source: Source) -> list[str]:
    """The blocks with their times and speakers."""
    voices = {voice.span: voice.speaker for voice in source.voices}
    lines = []
    for block in source.blocks:
        time = source.place(source.view.origin(block.span).start).time
        text = source.view.text[block.span.start : block.span.end]
        lines.append(" ".join(filter(None, (time, f"[{voices.get(block.span, '')}]", text))))
    return lines


CAPTIONS = [
    ("a sentence over several cues", "1\n00:00:01,000 --> 00:00:02,000\nIt has\n\n2\n00:00:02,000 --> 00:00:03,000\n43 cranes.\n",
     ["00:00:01.000 [] It has 43 cranes."]),
    ("a silence parts", "1\n00:00:01,000 --> 00:00:02,000\nIt has\n\n2\n00:01:02,000 --> 00:01:03,000\n43 cranes.\n",
     ["00:00:01.000 [] It has", "00:01:02.000 [] 43 cranes."]),
    ("a silence behind a comma", "1\n00:00:01,000 --> 00:00:02,000\nThe quay,\n\n2\n00:00:06,000 --> 00:00:07,000\nsince 1931,\n\n3\n00:00:19,000 --> 00:00:20,000\n43 cranes.\n",
     ["00:00:01.000 [] The quay, since 1931,", "00:00:19.000 [] 43 cranes."]),
    ("a dash is another voice", "1\n00:00:01,000 --> 00:00:02,000\n- Really?\n- Yes, 43.\n", ["00:00:01.000 [] Really?", "00:00:01.000 [] Yes, 43."]),
    ("captions that roll", "1\n00:00:01,000 --> 00:00:02,000\nIt has\n\n2\n00:00:02,000 --> 00:00:03,000\nIt has\n43 cranes.\n",
     ["00:00:01.000 [] It has 43 cranes."]),
    ("voices, tags and inner times", "WEBVTT\n\nNOTE made 2025\n\nSTYLE\n::cue { color: #224466 }\n\n00:01.000 --> 00:02.000 align:start\n<v Mira Dahl>It has <c.loud>43</c> &amp; <00:01.500>more.\n",
     ["00:00:01.000 [Mira Dahl] It has 43 & more."]),
    ("two voices in a cue", "WEBVTT\n\n00:01.000 --> 00:02.000\n<v Ana>Where?</v> <v Tom>Here.</v>\n",
     ["00:00:01.000 [Ana] Where?", "00:00:01.000 [Tom] Here."]),
    ("words before a colon", "1\n00:00:01,000 --> 00:00:02,000\nThe quay: 43 cranes.\n\n2\n00:00:02,000 --> 00:00:03,000\nThe harbour\n\n3\n00:00:03,000 --> 00:00:04,000\nis old.\n",
     ["00:00:01.000 [] The quay: 43 cranes. The harbour is old."]),
    ("labels", "WEBVTT\n\n1\n00:01.000 --> 00:02.000\nAna Lima: It has\n\n2\n00:06.000 --> 00:07.000\n43 cranes.\n\n3\n00:07.000 --> 00:08.000\nSpeaker 2: Where?\n",
     ["00:00:01.000 [Ana Lima] It has", "00:00:06.000 [Ana Lima] 43 cranes.", "00:00:07.000 [] Where?"]),
    ("a label before every cue", "WEBVTT\n\n00:01.000 --> 00:02.000\nSpeaker 1: It\n\n00:02.000 --> 00:03.000\nSpeaker 1: has 43 cranes.\n\n00:03.000 --> 00:04.000\nSpeaker 2: Where?\n",
     ["00:00:01.000 [] It has 43 cranes.", "00:00:03.000 [] Where?"]),
    ("times without their noughts", "1\n0:0:1.5 --> 0:0:2.0\nIt has 43 cranes.\n", ["00:00:01.500 [] It has 43 cranes."]),
    ("no cues at all", "WEBVTT\n\nIt has 43 cranes.\n", []),
]  # fmt: skip


@each(("text", "lines"), [pytest.param(*case[1:], id=case[0]) for case in CAPTIONS])
def test_captions(text: str, lines: list[str]) -> None:
    assert heard(read_text(text, ".vtt")) == lines


def test_a_figure_has_the_time_of_its_own_cue() -> None:
    text = "1\n00:00:01,000 --> 00:00:02,000\nIt has\n\n2\n00:00:02,000 --> 00:00:03,000\n43 cranes.\n"
    (claim,) = read_source(read_text(text, ".srt")).claims()
    assert (claim.place.time, claim.where) == ("00:00:02.000", "-, 00:00:02")


# Texts that are no transcripts: nothing of them goes, and nobody speaks.
SILENT = [
    "Note: the pier is closed.\n\nUpdate: it is open.\n\nNote: it has 43 cranes.\n",
    "The pier opened at 10:30.\n\nThe board met at 12:15 and 43 came.\n",
    "Ana Lima: a life in the harbour\n\nShe was born in 1962.\n\nShe died in 2020.\n\nThe pier bears her name.\n",
    "10:30 opening\n\n",
    "The Latest: cranes moved\n\n8:00 p.m.\n\n43 cranes came.\n\n6:50 pm\n\nThey were late.\n",
    "Cranes: 43\n",
]
TURNS = [
    ("a name and a time above", "MIRA DAHL 00:01:02\nIt has 43 cranes.\n\nREPORTER 00:01:09\nWhen?\n",
     ["00:01:02 [MIRA DAHL] It has 43 cranes.", "00:01:09 [] When?"]),
    ("a time and a name before", "[00:01:02] Ana Lima: It has 43 cranes.\n\n[00:01:09] Q: When?\n",
     ["00:01:02 [Ana Lima] It has 43 cranes.", "00:01:09 [] When?"]),
    ("names that take turns", "Interviewer: How many?\nAna Lima: It has 43.\nInterviewer: When?\nAna Lima: In 2020.\n",
     ["[] How many?", "[Ana Lima] It has 43.", "[] When?", "[Ana Lima] In 2020."]),
    ("a turn of two paragraphs", "ANA LIMA 00:01:02\nIt has 43 cranes.\n\nAnd it is old.\n\nTOM HALL 00:01:30\nYes.\n",
     ["00:01:02 [ANA LIMA] It has 43 cranes.", "00:01:02 [ANA LIMA] And it is old.", "00:01:30 [TOM HALL] Yes."]),
]  # fmt: skip


@each("text", SILENT)
def test_no_transcript(text: str) -> None:
    source = read_text(text, ".txt")
    assert (source.voices, source.places) == ((), ())
    assert "".join(source.view.text[slice(*block.span)] for block in source.blocks) == text.replace("\n", "")


@pytest.mark.parametrize(("text", "lines"), [pytest.param(*case[1:], id=case[0]) for case in TURNS])
def test_turns(text: str, lines: list[str]) -> None:
    assert heard(read_text(text, ".txt")) == lines


def test_what_a_recorder_lists_above_the_turns_is_not_said() -> None:
    head = "Quay board\n\nMon, Mar 01, 2021 10:03AM • 32:45\n\nSUMMARY KEYWORDS\nquay, 43 boats\n\nSPEAKERS\nAna Lima, Jon Odby\n\n"
    turns = "Ana Lima  00:02\nIt has 12 cranes.\n\nJon Odby  01:15\nSpeakers were few.\n"
    source = read_text(head + turns, ".txt")
    said = [source.view.text[slice(*block.span)] for block in source.blocks if block.role is not Role.ASIDE]
    assert said == ["Quay board", "Mon, Mar 01, 2021", "It has 12 cranes.", "Speakers were few."]


def test_lists_are_read_where_no_times_stand_before_turns() -> None:
    text = "Speakers:\n\nAna Lima has 43 boats.\n\nKeywords and 12 quays were told on 1 March 2021 10:03 | 32:45\n"
    source = read_text(text, ".txt")
    assert [source.view.text[slice(*block.span)] for block in source.blocks] == text.strip().split("\n\n")


def test_labels_in_markdown() -> None:
    text = "**Ana Lima:** It has 43 cranes.\n\n**Tom Hall:** It is old.\n\nSpeaker 1: 00:00:15\n\nIt rained for nine days.\n"
    assert heard(read_text(text, ".md")) == [
        "[Ana Lima] It has 43 cranes.", "[Tom Hall] It is old.", "00:00:15 [] It rained for nine days.",
    ]  # fmt: skip


def test_what_a_voice_says_is_quotable_as_its_own() -> None:
    text = "ANA LIMA 00:01:02\nIt has 43 cranes. It is old.\n\nTOM HALL 00:01:30\nYes.\n"
    claims = read_source(read_text(text, ".txt")).claims()
    said = [(claim.text, claim.speaker) for claim in claims if claim.kind is Kind.QUOTE]
    assert said == [("It has 43 cranes.", "ANA LIMA"), ("It is old.", "ANA LIMA"), ("Yes.", "TOM HALL")]


def test_a_draft_speaks_for_itself() -> None:
    text = "Interviewer: How many?\nAna Lima: It has 43.\nInterviewer: When?\nAna Lima: In 2020.\n"
    assert read_text(text, ".txt", whole=True).voices == ()
