"""The library as a site of files: what is on its pages, what is left out, and that nothing of a source acts."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.browser import Page
from tests.cli.conftest import Run, project, run

__all__ = ["project", "run"]  # fixtures
HOSTILE = """\
<script>document.title = "owned"</script> </script><img src=x onerror="document.title='owned'">

Turnout was 41 percent in the harbour vote of 3 May 2020. </script><script>document.title = "owned"</script>
"""
CLAIMS = """\
[[claim]]
id = "turnout"
kind = "percentage"
subject = "harbour vote"
measure = "turnout"
value = "67 percent"
status = "confirmed"
checked-by = "Ann Weaver"

[[claim]]
id = "the-secret-source"
kind = "count"
subject = "a clerk we protect"
measure = "letters"
value = "12"
confidential = true
note = "met in the park"

[[entity]]
name = "harbour vote"
aliases = ["poll of the quays"]
"""


@pytest.fixture
def site(project: Path, run: Run) -> Path:
    (project / "claims").mkdir()
    (project / "claims" / "all.toml").write_text(CLAIMS, encoding="utf-8")
    (project / "sources" / "hostile.txt").write_text(HOSTILE, encoding="utf-8")
    assert run("library", "-o", "site").status == 0
    return project / "site"


def everything(site: Path) -> str:
    return "".join(path.read_text(encoding="utf-8") for path in sorted(site.rglob("*.html")))


def test_people_have_what_is_said_of_them(project: Path, run: Run) -> None:
    (project / "sources" / "a.txt").write_text("A\n\nOn 3 May 2011 the trade minister Jonas Feld met us.\n", "utf-8")
    (project / "sources" / "b.txt").write_text(
        "B\n\nOn 9 May 2011 the finance minister Jonas Feld met <b>them</b>, the mayor.\n", "utf-8"
    )
    (project / "claims").mkdir()
    (project / "claims" / "all.toml").write_text('[[entity]]\nname = "Jonas Feld"\nroles = ["a poet"]\n', "utf-8")
    assert run("library", "-o", "site").status == 0
    page = (project / "site" / "people.html").read_text("utf-8")
    for words in (
        "<bdi>Jonas Feld</bdi>",
        "a poet",
        "trade minister",
        "finance minister",
        "another field",
        "3 May 2011",
    ):
        assert words in page, words
    assert "&lt;b&gt;them" in page
    assert page.count('href="documents/') >= 2


def test_documents_claims_names_and_conflicts_have_pages(site: Path) -> None:
    assert sorted(path.name for path in site.glob("*.html")) == [
        "claims.html", "conflicts.html", "index.html", "names.html", "people.html", "search.html",
    ]  # fmt: skip
    assert len(list((site / "documents").iterdir())) == 2
    assert "The harbour report" in (site / "index.html").read_text(encoding="utf-8")
    assert "confirmed, Ann Weaver" in (site / "claims.html").read_text(encoding="utf-8")
    assert "poll of the quays" in (site / "names.html").read_text(encoding="utf-8")


def test_what_is_confidential_is_on_no_page(site: Path) -> None:
    for words in ("the-secret-source", "a clerk we protect", "met in the park", "letters"):
        assert words not in everything(site)


def test_pages_of_documents_that_are_gone_go(site: Path, project: Path, run: Run) -> None:
    (project / "sources" / "hostile.txt").unlink()
    assert run("library", "-o", "site").status == 0
    assert len(list((site / "documents").iterdir())) == 1
    assert "onerror" not in everything(site)


def test_the_same_library_gives_the_same_site(site: Path, run: Run) -> None:
    before = everything(site)
    run("library", "-o", "site")
    assert everything(site) == before


def test_a_folder_of_other_things_is_left_alone(project: Path, run: Run) -> None:
    outcome = run("library", "-o", "sources")
    assert (outcome.status, "is not empty" in outcome.stderr) == (2, True)
    assert [path.name for path in (project / "sources").iterdir()] == ["report.txt"]


def test_every_page_is_open_to_all_and_asks_for_nothing(site: Path, page: Page) -> None:
    for path in sorted(site.rglob("*.html")):
        page.open(path.as_uri())
        assert page.faults() == [], path.name
        assert page.requests == [path.as_uri()], path.name
        assert page.errors == [], path.name
        assert "owned" not in page.run("document.title"), path.name


def test_the_search_finds_sentences_and_leads_to_their_document(site: Path, page: Page) -> None:
    page.open((site / "search.html").as_uri())
    page.run("document.querySelector('input').focus()")
    page.write("TURNOUT percent")
    assert page.run("document.querySelector('output').textContent") == "2 found"
    assert page.run("document.querySelectorAll('#found bdi')[0].textContent").startswith("Turnout")
    assert (
        "</script>"
        not in (site / "search.html").read_text(encoding="utf-8").split('id="data">')[1].split("</script>")[0]
    )
    page.run("document.querySelector('#found a').click()")
    page.until("location.href.includes('/documents/')")
    assert page.run("document.querySelectorAll('mark').length") > 0


def test_conflicts_lead_to_the_figure_in_its_document(site: Path, page: Page) -> None:
    page.open((site / "conflicts.html").as_uri())
    assert page.run("document.querySelector('svg.plot').getAttribute('aria-label')").startswith("Values on a scale: ")
    page.run("document.querySelector('article a').click()")
    page.until("document.querySelector('mark:target') !== null")
