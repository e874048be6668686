"""What a draft cites: the document must be there and must hold the figure."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from factcheck import config, workspace
from factcheck.claims.curation import Curation
from factcheck.extract import read_text
from factcheck.model import Block, Finding, Source
from factcheck.store.protocol import Library
from factcheck.text import Span, View
from factcheck.verify import cited as citations
from factcheck.verify import verify

FILES = {
    "harbour.txt": "The harbour report\n\nTurnout in the harbour vote of 3 May 2020 was 67 percent.\n",
    "mill.txt": "A letter from the paper mill\n\nThe paper mill employed 420 people in 2019. Its river froze.\n",
    "twelve.txt": "Town letters\n\nThe town wrote nine letters.\n",
    "eleven.txt": "Town letter\n\nThe town wrote eight letters.\n",
    "sources.toml": """\
[[document]]
file = "harbour.txt"
id = "harbour-2020"
url = "https://example.org/harbour"

[[document]]
file = "mill.txt"
id = "mill#2"
url = "https://example.org/mill/"
""",
    config.NAME: '[library]\nsources = ["*.txt"]\n',
}


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    root = tmp_path_factory.mktemp("project")
    for name, text in FILES.items():
        (root / name).write_text(text, encoding="utf-8")
    with workspace.open_library(config.load(root / config.NAME)) as opened:
        yield opened


FACT = "Turnout in the harbour vote was 67 percent"
SOUND = [
    f"{FACT}.",
    f"{FACT} [@harbour-2020].",
    f"{FACT}. [@harbour-2020, p. 3]",
    f"{FACT} [@harbour-2020; @mill-2].",
    f"{FACT}.[^1]\n\n[^1]: Port Press, “The harbour report”, 2020.",
    f"{FACT}[^a].\n\n[^a]: See https://example.org/harbour for more.",
    f"[{FACT}](https://example.org/harbour).",
    f"{FACT}. The river froze, too [@mill-2].",  # another sentence
    f"{FACT} [^1].\n\n[^1]: Our own note.",  # names no document
    f"{FACT}, see [here](https://example.org/elsewhere).",
    f"{FACT}; write to [me@example.org].",
    f"{FACT}.[^1]\n\n[^1]: Town letter, 2020.",  # too short a title to name anything
]
UNSOUND = [
    (f"{FACT} [@mill-2].", "FC401", "67 percent"),
    (f"{FACT}. [@mill#2, p. 3]", "FC401", "67 percent"),
    (f"{FACT}.[^1]\n\n[^1]: Port Press, “A letter from the\npaper mill”, 2020.", "FC401", "67 percent"),
    (f"[{FACT}](https://example.org/mill).", "FC401", "67 percent"),
    (f"{FACT}.[^1]\n\n[^1]: Town letters, 2020.", "FC401", "67 percent"),
    (f"{FACT} [@harbor-2020].", "FC402", "harbor-2020"),
    (f"{FACT} [-@harbour-2020; @nobody].", "FC402", "nobody"),
]


def findings(text: str, library: Library) -> list[Finding]:
    return [f for f in verify(read_text(text, suffix=".md"), library, Curation()) if f.rule.startswith("FC4")]


@pytest.mark.parametrize("text", SOUND)
def test_a_citation_that_leads_to_the_figure(text: str, library: Library) -> None:
    assert findings(text, library) == []


@pytest.mark.parametrize(("text", "rule", "words"), UNSOUND)
def test_a_citation_that_leads_nowhere(text: str, rule: str, words: str, library: Library) -> None:
    assert [(finding.rule, finding.claim.text) for finding in findings(text, library)] == [(rule, words)]


def test_the_message_names_both_documents(library: Library) -> None:
    (finding,) = findings(f"{FACT} [@mill-2].", library)
    assert finding.message == "the cited “A letter from the paper mill” does not say it; “The harbour report” does"


@pytest.mark.parametrize("part", ["[@", "[@a", "[^", "[^a]:", "[^a]: b\n", "](https://", "[@a] ", "x. "])
def test_hostile_repetition_comes_to_an_end(part: str, library: Library) -> None:
    text = part * 4000
    source = Source("a.md", text, View(text), (Block(Span(0, len(text))),))
    assert all(finding.rule == "FC402" for finding in citations.check(source, [], library))
