"""The page in a browser: keys, filter, other readers, other screens, and that hostile text stays text."""

from __future__ import annotations

import time
from dataclasses import replace
from pathlib import Path

import pytest
from tests.browser import Page

from factcheck.model import Verdict
from factcheck.readers import read_text
from factcheck.report.formats import Style
from factcheck.report.formats.html import render
from factcheck.report.outcome import Report
from factcheck.text import Span

CURRENT = "document.activeElement.id"
SEEN = "[...document.querySelectorAll('article.finding')].filter(f => !f.hidden).map(f => f.id)"


@pytest.fixture
def opened(page: Page, report: Report, tmp_path: Path) -> Page:
    return page.open(written(report, tmp_path))


def written(report: Report, folder: Path) -> str:
    path = folder / "report.html"
    path.write_text(render(report, Style()), encoding="utf-8")
    return path.as_uri()


def test_the_keyboard_leads_through_the_findings(opened: Page) -> None:
    seen = []
    for keys in ("j", "j", "k", "jjjj", "j", "t", "f"):
        opened.press(*keys)
        seen.append(opened.run(f"{CURRENT} || document.activeElement.value"))
    assert seen == ["f1", "f3", "f1", "f2", "f2", "m2", "contradicted"]


def test_the_filter_hides_by_verdict_and_rule(opened: Page) -> None:
    opened.press("f", " ")
    assert opened.run(SEEN) == ["f3", "f5", "f2"]
    opened.press(" ")
    opened.run("(s => { s.value = 'FC201'; s.dispatchEvent(new Event('input', {bubbles: true})) })"
               "(document.querySelector('select'))")  # fmt: skip
    assert opened.run(SEEN) == ["f4"]
    assert opened.run("document.querySelector('output').textContent") == "1 of 5 shown"


def test_a_click_shows_the_pair(opened: Page) -> None:
    opened.run("document.getElementById('m5').click()")
    assert opened.run("[location.hash, ...[...document.querySelectorAll('.current')].map(e => e.id)]") == [
        "#f5", "m5", "f5"
    ]  # fmt: skip


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1280, 360])
def test_readers_with_other_senses_find_no_barrier(opened: Page, scheme: str, width: int) -> None:
    opened.media(prefers_color_scheme=scheme)
    opened.size(width, 800)
    assert opened.faults() == []
    assert opened.run("document.documentElement.scrollWidth <= innerWidth")


def test_on_paper_all_is_there_and_nothing_to_press(opened: Page) -> None:
    opened.media("print")
    assert opened.run("getComputedStyle(document.querySelector('form')).display") == "none"
    assert opened.run("getComputedStyle(document.querySelector('.findings')).overflow") == "visible"
    opened.media()


def test_hostile_text_stays_text(page: Page, hostile_report: Report, tmp_path: Path) -> None:
    page.open(written(hostile_report, tmp_path))
    assert page.errors == []
    assert page.requests == [page.run("location.href")]
    assert page.run("document.scripts.length") == 1
    assert page.faults() == []


def test_a_script_that_got_in_would_not_run(page: Page, report: Report, tmp_path: Path) -> None:
    path = tmp_path / "broken.html"
    evil = "<script>document.title = 'owned'</script><img src=x onerror=\"document.title = 'owned'\">"
    path.write_text(render(report, Style()).replace("<main>", f"<main>{evil}"), encoding="utf-8")
    page.open(path.as_uri())
    assert page.run("document.title") == "factcheck report"
    assert len(page.errors) == 3, "the policy refuses the script, the picture and its handler"


def test_two_thousand_findings_load_within_two_seconds(page: Page, report: Report, tmp_path: Path) -> None:
    sample = report.findings[0]
    text = "Turnout was 61 percent in the north. " * 2000
    findings = tuple(
        replace(sample, claim=replace(sample.claim, span=Span(start, start + 10)), verdict=Verdict.CONTRADICTED)
        for start in range(12, len(text), len(text) // 2000)
    )
    long = replace(report, findings=findings, drafts={"draft.md": read_text(text, ".md", "draft.md")})
    address = written(long, tmp_path)
    start = time.monotonic()
    page.open(address)
    page.press("j")
    assert page.run(CURRENT) == "f1"
    assert page.run("document.querySelectorAll('article.finding').length") == 2000
    assert time.monotonic() - start < 2
