"""A hostile file ends in one clear line, or costs itself alone: no command dies of it."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

import pytest

from factcheck.workspace import pool

Run = Callable[..., Any]
DEEP = "# head\nx = " + "[" * 5000 + "]" * 5000 + "\n"
LONG = "a = 1\nb = " + "9" * 5000 + "\n"
CLAIM = '[[claim]]\nid = "a"\nkind = "count"\nsubject = "S"\nvalue = '
SURROGATE = '<script type="application/ld+json">{"headline": "A \\ud800 day", "datePublished": "2020-01-01"}</script>'
DEEP_DATA = '<script type="application/ld+json">' + "[" * 99_999 + "</script>"
DEEP_PAIR = '{"claim": "a", "evidence": ' + "[" * 99_999 + "]" * 99_999 + "}\n"


@pytest.mark.parametrize("file", ["factcheck.toml", "sources/sources.toml", "claims/claims.toml"])
@pytest.mark.parametrize("text", [DEEP, LONG])
def test_it_stops_a_command_in_one_line(file: str, text: str, project: Path, run: Run) -> None:
    (project / "claims").mkdir(exist_ok=True)
    (project / file).write_text(text)
    (project / "draft.md").write_text("It has 5 cranes.\n")
    outcome = run("verify", "draft.md")
    assert outcome.status == 2
    assert f"{file}:2: " in outcome.stderr
    assert outcome.stderr.count("\n") == 1


@pytest.mark.parametrize("value", ["1e300000000", '"1e300000000"', "1e99", "-0.0"])
def test_a_value_that_no_text_could_mean_is_soon_told(value: str, project: Path, run: Run) -> None:
    (project / "claims").mkdir()
    (project / "claims" / "claims.toml").write_text(CLAIM + value + "\n")
    assert run("claims", "check").status in (0, 1)
    assert len(run("claims", "list").stdout) < 1000


# Name, content, and whether it is read all the same
SOURCES = [
    ("page.html", (SURROGATE + "<p>The mill has 42 cranes.</p>").encode(), True),
    (
        "page.html",
        ('<script type="application/ld+json">' + "[" * 99_999 + "</script><p>It has 42 cranes.").encode(),
        True,
    ),
    ("escapes.txt", b"coding: unicode_escape\n\nThe caf\xe9 has 42 cranes. \\ud800\n", True),
    ("names.txt", b"coding: idna\n\nThe caf\xe9 has 42 cranes.\n", True),
    ("money.txt", b"It cost " + b"9" * 29 + b" dollars 50. It has 42 cranes.\n", True),
    ("table.md", b"| | 2019 |\n|-|-|\n| | 42 |\n\nIt has 42 cranes.\n", True),
    ("binary.txt", b"\x00\x01\x02", False),
    ("long.txt", b"It has 42 cranes.\n" * 1_200_000, False),
]


@pytest.mark.parametrize(("name", "content", "read"), SOURCES, ids=[f"{row[0]} {n}" for n, row in enumerate(SOURCES)])
def test_one_bad_source_costs_one_source(name: str, content: bytes, read: bool, project: Path, run: Run) -> None:
    (project / "factcheck.toml").write_text('[library]\nsources = ["sources/*"]\n')
    (project / "sources" / name).write_bytes(content)
    told = json.loads(run("index", "--format", "json").stdout)
    assert told["files"] == 2
    assert [f"sources/{name}: FC921" in problem for problem in told["problems"]] == ([] if read else [True])
    for command in (["conflicts"], ["lookup", "turnout harbour", "--format", "json"], ["verify", "-"]):
        outcome = run(*command, stdin=b"Turnout in the harbour vote was 67 percent. It has 42 cranes.\n")
        assert outcome.status == 0, outcome.stderr
    assert ('"42"' in run("lookup", "cranes 42", "--format", "json").stdout) is read


def test_pairs_nested_too_deeply_are_an_error_with_their_line(project: Path, run: Run) -> None:
    (project / "pairs.jsonl").write_text('{"claim": "a", "evidence": "b"}\n' + DEEP_PAIR)
    outcome = run("compare", "pairs.jsonl")
    assert (outcome.status, "pairs.jsonl:2: " in outcome.stderr) == (2, True)


def test_no_number_of_processes_is_too_large(project: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    wanted: list[int] = []

    def read(root: Path, paths: Sequence[str], jobs: int) -> Iterator[pool.Read]:
        wanted.append(jobs)
        return honest(root, paths, min(jobs, 1))

    honest = pool.read_all
    monkeypatch.setattr(pool, "read_all", read)
    assert run("index", "--jobs", "1000000", "--rebuild").status == 0
    assert wanted == [64]
