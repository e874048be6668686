"""A saved page and transcripts as a newcomer drops them in: whose words they are, and what is none of the article's."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

PAGE = """<!doctype html><html lang="en"><head><title>Barge adrift off Odby | The Harle Courier</title>
<meta property="og:site_name" content="The Harle Courier"></head><body><a href="#text">Jump to the text</a>
<div class="consent-banner"><h2>Your choice</h2><p>We and 311 partners keep data for up to 25 months.</p></div>
<div id="text"><h1>Barge adrift off Odby</h1><p>The barge Tarnholm broke loose off Odby on Monday. Eleven sailors were
rescued from the barge Tarnholm, the harbour master said.</p><p>The barge Tarnholm was built in 1976.</p></div>
<div class="related"><h3>More news</h3><ul><li><a>More than 9 sailors rescued from the barge Tarnholm</a></li>
<li><a>Six facts about barges</a></li></ul></div><footer>© 2025 The Harle Courier. 64 comments</footer></body></html>"""
INTERVIEW = """Interview with Ida Brenk, 3 June 2020

Interviewer: How many nets did the harbour lose?
Ida Brenk: We lost thirteen nets in the storm of 2018. Nobody helped us.

[00:14:05] Q: And the council?
[00:14:11] Ida Brenk: The council promised 5 million marks.
"""
HEARING = """---
title: Hearing on the storm
date: 2020-07-01
---

**Olga Tarn:** The wall was tested in 2017 and found sound. We spent 6 million marks on it.

**Per Harle:** I warned the council four times. Nobody listened.

Speaker 1: 00:00:21
"""


@pytest.fixture
def sources(project: Path) -> Path:
    for name, text in (("page.html", PAGE), ("interview.txt", INTERVIEW), ("hearing.md", HEARING)):
        (project / "sources" / name).write_text(text, encoding="utf-8")
    (project / "factcheck.toml").write_text('[library]\nsources = ["sources/*"]\n', encoding="utf-8")
    return project


def test_only_the_article_of_a_page_speaks(sources: Path, run: Callable[..., Any]) -> None:
    assert "Barge adrift off Odby\tThe Harle Courier" in run("sources").stdout
    told = map(json.loads, run("extract", "sources/page.html", "--format", "jsonl").stdout.splitlines())
    assert {claim["text"] for claim in told if claim.get("role") != "aside"} == {"Monday", "Eleven", "1976"}


# A sentence of a draft, and the code of what is found in it.
DRAFTS = [
    ("Eleven sailors were rescued from the barge Tarnholm.", ""),
    ('"We lost thirteen nets in the storm of 2018," said Ida Brenk.', ""),
    ('"I warned the council four times," Per Harle told the hearing.', ""),
    ("Thirty sailors were rescued from the barge Tarnholm.", "FC101"),
    ("The barge Tarnholm was built in 1967.", "FC101"),
    ('"The council promised 5 million marks," Olga Tarn said.', "FC202"),
    ('"I warned the council four times," Olga Tarn told the hearing.', "FC202"),
]


@pytest.mark.parametrize(("draft", "code"), DRAFTS)
def test_words_are_those_of_who_said_them(sources: Path, run: Callable[..., Any], draft: str, code: str) -> None:
    (sources / "draft.md").write_text(f"{draft}\n", encoding="utf-8")
    findings = json.loads(run("verify", "--format", "json", "draft.md").stdout)["findings"]
    assert {finding["rule"] for finding in findings if finding["verdict"] != "supported"} == ({code} if code else set())


def test_labels_and_time_codes_are_no_figures(sources: Path, run: Callable[..., Any]) -> None:
    for name in ("interview.txt", "hearing.md"):
        told = run("extract", f"sources/{name}", "--format", "jsonl").stdout.splitlines()
        texts = {json.loads(claim)["text"] for claim in told}
        assert not {text for text in texts if ":" in text or text in ("1", "21", "14", "Q", "00")}
        assert texts & {"5 million marks", "6 million marks"}
