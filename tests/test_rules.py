"""The catalogue of rules: codes and names are for ever, and every code that the program reports is in it."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from tests.rows import each

from factcheck import rules
from factcheck.errors import InputError
from factcheck.rules import RULES
from factcheck.rules.catalogue import CATALOGUE

ROOT = Path(__file__).parents[1]

# Published codes and names. A line may be added, none changed or taken away: drafts and configurations name them.
PERMANENT = """
FC101 figure-differs
FC102 sources-disagree
FC103 figure-unsourced
FC104 weekday-mismatch
FC105 draft-contradicts-itself
FC106 parts-do-not-add-up
FC107 figure-superseded
FC201 misquotation
FC202 wrong-speaker
FC203 quotation-unsourced
FC301 name-misspelt
FC302 role-differs
FC303 person-unknown
FC304 mistaken-identity
FC401 citation-without-fact
FC402 unknown-citation
FC901 claims-malformed
FC902 claim-value-unreadable
FC903 claimed-twice
FC904 broken-succession
FC905 unknown-claim
FC906 unknown-document
FC907 claim-without-source
FC908 unknown-conflict
FC909 claim-unread
FC911 passage-missing
FC912 passage-altered
FC913 passage-shifted
FC914 passage-ambiguous
FC915 passage-disagrees
FC921 source-left-out
FC931 comment-void
FC932 acceptance-void
"""


def test_codes_and_names_are_unique_and_permanent() -> None:
    assert [f"{rule.code} {rule.name}" for rule in CATALOGUE] == PERMANENT.split("\n")[1:-1]
    assert len(RULES) == len({rule.name for rule in CATALOGUE}) == len(CATALOGUE)


def test_every_rule_is_told_in_whole_sentences() -> None:
    for rule in CATALOGUE:
        for text in (rule.message, rule.why, rule.advice):
            assert re.fullmatch(r"[A-Z].*[.)]", text), rule.code
        assert rule.example


def test_every_code_in_the_program_is_in_the_catalogue() -> None:
    files = [*(ROOT / "src").rglob("*.py"), *(ROOT / "docs").glob("*.md"), ROOT / "README.md", ROOT / "factcheck.toml"]
    named = {code for path in files for code in re.findall(r"\bFC\d{3}\b", path.read_text(encoding="utf-8"))}
    assert named <= RULES.keys()


SELECTIONS = [
    (["FC101"], "FC101"),
    (["fc101 "], "FC101"),
    (["misquotation"], "FC201"),
    (["FC2"], "FC201 FC202 FC203"),
    (["FC102", "FC301"], "FC102 FC301"),
    ([], ""),
]


@each(("names", "codes"), SELECTIONS)
def test_selecting(names: list[str], codes: str) -> None:
    assert rules.select(names) == set(codes.split())


def test_levels_select_all_their_rules() -> None:
    assert rules.select(["error", "warning"]) == RULES.keys()
    assert "FC103" not in rules.select(["error"])


@each("name", ["", "F", "FC", "FC9999", "figure", "*"])
def test_a_name_of_no_rule_is_refused(name: str) -> None:
    with pytest.raises(InputError, match="no rule is called"):
        rules.select([name])
