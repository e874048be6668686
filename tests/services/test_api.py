"""The Python API: its examples run, its names are all there is, and importing it costs nothing."""

from __future__ import annotations

import doctest
import inspect
import subprocess
import sys
from pathlib import Path

import pytest
from tests.cli.conftest import PROJECT, SOURCE
from tests.rows import each

import factcheck
from factcheck import report, services, verify

PAGE = Path(__file__).parents[2] / "docs" / "python.md"
# The public names that a program calls; the others are values whose docstrings tell their members.
CALLED = ("open", "extract", "compare", "check")
METHODS = {factcheck.Library: ("verify", "lookup", "conflicts", "claim", "document"), factcheck.Report: ("render",)}


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with a project file and one source, made the current folder."""
    (tmp_path / "factcheck.toml").write_text(PROJECT, encoding="utf-8")
    (tmp_path / "sources").mkdir()
    (tmp_path / "sources" / "report.txt").write_text(SOURCE, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def examples(docstring: str | None, name: str) -> doctest.DocTest:
    return doctest.DocTestParser().get_doctest(docstring or "", {"factcheck": factcheck}, name, None, None)


DOCSTRINGS = {name: inspect.getdoc(getattr(factcheck, name)) for name in CALLED} | {
    f"{owner.__name__}.{method}": inspect.getdoc(getattr(owner, method))
    for owner, methods in METHODS.items()
    for method in methods
}


@pytest.mark.parametrize("name", [*DOCSTRINGS, "docs/python.md"])
def test_every_example_runs(name: str, project: Path) -> None:
    test = examples(DOCSTRINGS.get(name) or PAGE.read_text(encoding="utf-8"), name)
    assert test.examples, "no example"
    said: list[str] = []
    doctest.DocTestRunner(verbose=False, optionflags=doctest.ELLIPSIS).run(test, out=said.append)
    assert "".join(said) == ""


def test_no_public_name_is_without_a_docstring() -> None:
    assert [name for name in factcheck.__all__ if name != "__version__" and not getattr(factcheck, name).__doc__] == []


def test_the_page_names_every_public_name() -> None:
    page = PAGE.read_text(encoding="utf-8")
    assert [name for name in factcheck.__all__ if f"`{name}" not in page and f"factcheck.{name}" not in page] == []


def test_importing_the_package_imports_no_room() -> None:
    code = "import sys, factcheck; print([name for name in sys.modules if name.startswith('factcheck.')])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "[]\n"


def test_a_room_does_not_hide_the_function_of_its_name() -> None:
    import factcheck.compare.dates  # here, for its effect on the package
    import factcheck.extract.frame

    assert callable(factcheck.extract)
    assert callable(factcheck.compare)
    assert report
    assert services
    assert verify


@each(
    ("text", "verdicts"),
    [
        ("Nothing to check.", []),
        ("The pier took 14 months.", ["supported"]),
        ("The pier took 18 months. <!-- factcheck: ignore FC101: hush -->", ["contradicted"]),  # no text excuses itself
    ],
)
def test_a_text_is_checked_against_given_passages(text: str, verdicts: list[str]) -> None:
    found = factcheck.check(text, ["Repairs of the pier took 14 months."]).findings
    assert [finding.verdict.value for finding in found] == verdicts


def test_no_passage_supports_nothing() -> None:
    assert factcheck.check("The pier took 14 months.", []).summary()["unverified"] == 1


def test_a_folder_without_a_project_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(factcheck.ConfigError, match="no project here"):
        factcheck.open(tmp_path)


def test_files_and_texts_are_verified_alike(project: Path) -> None:
    draft = project / "draft.md"
    draft.write_text("Turnout was **76 percent** on 3 May 2020.\n", encoding="utf-8")
    with factcheck.open(project) as library:
        of_file = library.verify(draft).findings
        of_text = library.verify(draft.read_text(encoding="utf-8"), str(draft)).findings
    assert of_file == of_text
    assert len(of_file) == 2


def test_what_a_library_does_not_hold(project: Path) -> None:
    with factcheck.open(project / "sources") as library:
        assert library.claim("none") is None
        assert library.document("none") is None
        assert library.lookup("zeppelin") == []
        with pytest.raises(ValueError, match="is not a valid Kind"):
            library.lookup("turnout", kind="colour")
