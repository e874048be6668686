"""The pages say what the program does: generated ones are up to date, shown output is real, commands are the same."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest
from tests.rows import each
from tools.manual import manual
from tools.walk import walked
from tools.write_docs import WALKED, cli_page, readme, rules_page, schema_page, walked_page

from factcheck.cli.main import COMMANDS
from factcheck.report.formats.contract import VERSION
from factcheck.report.schemas import SCHEMAS
from factcheck.rules.online import DOCUMENTATION

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")
# A page or file of ours that a page links to.
LINK = re.compile(r"\]\((?!https?://)([^)#\s]*)(?:#([^)\s]*))?\)")
HEADING = re.compile(r"^#{1,6} (.*)$", re.MULTILINE)
CODE = re.compile(r"^```.*?^```", re.MULTILINE | re.DOTALL)


GENERATED = {"docs/rules.md": rules_page, "docs/cli.md": cli_page, "README.md": readme, "docs/factcheck.1": manual}


@pytest.mark.parametrize("page", GENERATED)
def test_generated_pages_are_up_to_date(page: str) -> None:
    """If this fails, run `python tools/write_docs.py` and look at the difference before you commit it."""
    assert GENERATED[page]() == (ROOT / page).read_text(encoding="utf-8")


@pytest.mark.parametrize("page", WALKED)
def test_every_command_of_a_page_that_teaches_prints_what_stands_there(page: str) -> None:
    text = (ROOT / "docs" / page).read_text(encoding="utf-8")
    assert text.count("\n$ factcheck ") >= 5
    assert walked_page(page) == text


def test_a_walk_shows_what_is_printed_and_nothing_that_was_there() -> None:
    file = "<!-- file: a/b.txt -->\n```text\nhello\n```\n"
    page = f"{file}\n```console\n$ cat a/b.txt\nold\n$ echo one &&\n> echo two\n```\nend\n"
    assert walked(page) == page.replace("old\n", "hello\n").replace("> echo two\n", "> echo two\none\ntwo\n")


@pytest.mark.parametrize("name", SCHEMAS)
def test_published_schemas_are_what_the_program_prints(name: str) -> None:
    assert schema_page(name) == (ROOT / "docs" / "schemas" / f"v{VERSION}" / f"{name}.json").read_text(encoding="utf-8")


def test_the_documentation_has_one_address() -> None:
    urls = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["urls"]
    assert urls["Documentation"] == f"{DOCUMENTATION}/README.md"


def test_the_readme_lists_every_command() -> None:
    assert dict(re.findall(r"^\| `factcheck (\w+)` \| (.*) \|$", README, re.MULTILINE)) == COMMANDS


def test_the_readme_shows_real_output_first() -> None:
    assert README.index("$ factcheck verify") < README.index("## Set up")
    assert "FC101 figure-differs" in README


def setup(name: str) -> str:
    block = re.search(rf"<!-- setup: {name} -->\n```\n(.*)\n```\n", README)
    assert block, name
    return block[1]


def test_set_up_is_two_commands_and_the_ci_runs_both() -> None:
    assert setup("run").startswith("python3 -m venv .venv && ")
    assert setup("test").endswith(".venv/bin/python -m pytest")
    ci = (ROOT / ".ci" / "run").read_text(encoding="utf-8")
    assert "$(setup test)" in ci
    assert "$(setup run)" in ci


@each("page", sorted([*ROOT.glob("*.md"), *ROOT.glob("docs/*.md")]))
def test_links_lead_somewhere(page: Path) -> None:
    text = CODE.sub("", page.read_text(encoding="utf-8"))
    places = [(page.parent / name if name else page, anchor) for name, anchor in LINK.findall(text)]
    assert [str(path) for path, _ in places if not path.exists()] == []
    assert [f"{path}#{anchor}" for path, anchor in places if anchor and anchor not in anchors(path)] == []


def anchors(page: Path) -> set[str]:
    """The places in a page that can be led to, as forges make them of its headings."""
    headings = HEADING.findall(CODE.sub("", page.read_text(encoding="utf-8")))
    return {re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in headings}
