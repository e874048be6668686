"""A draft against a library whose sources disagree, whose checkers have ruled, and whose names are known."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from factcheck import config, workspace
from factcheck.claims import Curation, load_sound
from factcheck.extract import read_text
from factcheck.model import Finding
from factcheck.store.contents import contents
from factcheck.store.protocol import Library
from factcheck.verify import STAGES, WITHOUT_CLAIMS, verify
from factcheck.workspace.claims import claim_files

SOURCES = {
    "a.txt": """\
The mill on the Arle

The paper mill on the Arle was founded by Jonas Feldmann in 1911.
In May 2020 its owner Jonas Feldmann employed 420 people.
""",
    "b.txt": """\
Paper on the Arle

The paper mill on the Arle was founded by Jonas Feldmann in 1913, the town records say. Jonas Feldmann died there.
""",
}
CLAIMS = """\
[[claim]]
id = "mill-staff-2020"
kind = "count"
subject = "paper mill"
measure = "employs"
value = "420"
unit = "person"
status = "superseded"
superseded-by = "mill-staff-2021"

[[claim.source]]
document = "a"
exact = "employed 420 people"

[[claim]]
id = "mill-staff-2021"
kind = "count"
subject = "paper mill"
measure = "employs"
value = "395"
unit = "person"
status = "confirmed"
"""


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Library, Curation]]:
    root = tmp_path_factory.mktemp("project")
    for name, text in (SOURCES | {"claims.toml": CLAIMS}).items():
        (root / name).write_text(text, encoding="utf-8")
    (root / config.NAME).write_text('[library]\nsources = ["*.txt"]\nclaims = ["claims.toml"]\n', encoding="utf-8")
    project = config.load(root / config.NAME)
    with workspace.open_library(project) as opened:
        yield opened, load_sound(claim_files(project))


def findings(text: str, library: tuple[Library, Curation]) -> dict[str, Finding]:
    return {finding.claim.text: finding for finding in verify(read_text(text), *library)}


DRAFTS = [
    # draft, what is found, rule, words of the message
    ("The paper mill on the Arle was founded by Jonas Feldmann.", "", "", ""),
    ("The paper mill was founded by Jonas Feldmann in 1911.", "1911", "FC102", "the sources disagree"),
    ("In 2020 Jonas Feldmann of the paper mill employed 420 people.", "420", "FC107", "395"),
    ("The paper mill was founded by Jonas Feldnann.", "Jonas Feldnann", "FC301", "the sources write Jonas Feldmann"),
]


@pytest.mark.parametrize(("text", "words", "rule", "message"), DRAFTS)
def test_review(text: str, words: str, rule: str, message: str, library: tuple[Library, Curation]) -> None:
    found = findings(text, library)
    if not words:
        assert found == {}
        return
    assert found[words].rule == rule
    assert message in found[words].message


def test_findings_stand_in_the_order_of_the_draft_and_each_once(library: tuple[Library, Curation]) -> None:
    text = "Jonas Feldnann, who founded the mill in 1911, employed 420 people of the paper mill on the Arle in 2020.\n"
    found = verify(read_text(text), *library)
    assert [finding.claim.span for finding in found] == sorted({finding.claim.span for finding in found})


def test_a_draft_without_figures_is_told_by_few_stages_what_all_would_tell(
    library: tuple[Library, Curation], monkeypatch: pytest.MonkeyPatch
) -> None:
    reading = read_text("Jonas Feldnann left the mill [@nobody-here].\n", "draft", ".md")
    assert not contents(reading).claims
    few = verify(reading, *library)
    assert sorted(finding.rule for finding in few) == ["FC301", "FC402"]
    monkeypatch.setattr("factcheck.verify.WITHOUT_CLAIMS", STAGES)
    assert verify(reading, *library) == few
    assert set(WITHOUT_CLAIMS) < set(STAGES)
