"""What a sources.toml states of files reaches the index, and a change of it is seen."""

from pathlib import Path

import pytest
from tests.workspace.small_project import MakeProject, refresh, write

from factcheck.config import Config
from factcheck.errors import ConfigError
from factcheck.workspace import Order, open_library

NOTE = '[[document]]\nfile = "harbour.txt"\ntitle = "The harbour"\npublished = "1999"\n'


def titles(project: Config) -> dict[str, str]:
    with open_library(project) as library:
        return {document.path: document.title for document in library.documents().values()}


@pytest.mark.parametrize("place", ["project", "elsewhere"])
def test_a_note_is_heard_whatever_the_current_folder(
    project: Config, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, place: str
) -> None:
    monkeypatch.chdir(project.root if place == "project" else tmp_path)
    write(project.root / "news/sources.toml", NOTE)
    assert titles(project)["news/harbour.txt"] == "The harbour"
    assert titles(project)["news/railway.txt"] != "The harbour"


def test_a_changed_note_is_seen_although_its_files_did_not_change(project: Config) -> None:
    titles(project)
    assert not any(refresh(project, Order())[1])
    write(project.root / "news/sources.toml", NOTE)
    assert titles(project)["news/harbour.txt"] == "The harbour"
    (project.root / "news/sources.toml").unlink()
    assert titles(project)["news/harbour.txt"] != "The harbour"


@pytest.mark.parametrize("jobs", [1, 2])
def test_a_broken_note_is_an_error_with_its_line(project: Config, jobs: int) -> None:
    write(project.root / "news/sources.toml", NOTE + '[[document]]\nfile = "harbour.txt"\nbegins = "Nowhere"\n')
    with pytest.raises(ConfigError) as caught:
        refresh(project, Order(jobs=jobs))
    assert (caught.value.path.name, caught.value.line) == ("sources.toml", 5)
    assert list((project.root / ".factcheck").glob("*.building")) == []


def test_documents_of_files_with_one_name_are_told_apart(make_project: MakeProject) -> None:
    remarks: list[str] = []
    files = {"news/2021/report.txt": "It has 43 cranes.\n", "news/2022/report.txt": "It has 44 cranes.\n"}
    config = make_project(files)
    with open_library(config, Order(remarks.append)) as library:
        assert [document.id for document in sorted(library.documents().values(), key=lambda d: d.path)] == [
            "2021/report",
            "2022/report",
        ]
        assert {claim.claim.document for claim in library.all_claims()} == {"2021/report", "2022/report"}
        (number,) = library.find_documents(["2022/report"]).values()
        assert number is not None
        assert library.documents([number])[number].path == "news/2022/report.txt"
        assert len(set(library.find_documents(["report", "2021/report"]).values())) == 1
    (config.root / "news/2022/report.txt").unlink()
    with open_library(config, Order(remarks.append)) as library:
        assert [document.id for document in library.documents().values()] == ["report"]
        assert len(set(library.find_documents(["report", "2021/report"]).values())) == 1
        assert library.find_documents(["2022/report"]) == {}
    assert remarks == []


def test_an_id_that_is_given_twice_is_said(make_project: MakeProject) -> None:
    remarks: list[str] = []
    files = {"news/a.txt": "It has 43 cranes.\n", "news/b.txt": "It has 44 cranes.\n"}
    config = make_project(files)
    note = "".join(f'[[document]]\nfile = "{name}.txt"\nid = "report"\n' for name in "ab")
    write(config.root / "news/sources.toml", note)
    open_library(config, Order(remarks.append)).close()
    assert remarks[0].startswith("news/a.txt and news/b.txt both hold a document 'report'")


def test_a_note_on_a_file_that_is_none_is_said(project: Config) -> None:
    write(project.root / "news/sources.toml", NOTE + '[[document]]\nfile = "habrour.txt"\ntitle = "The harbour"\n')
    for _ in range(2):
        remarks: list[str] = []
        open_library(project, Order(remarks.append)).close()
        assert remarks == ["news/sources.toml:5: no source is called news/habrour.txt"]
    write(project.root / "news/habrour.txt", "It has 43 cranes.\n")
    remarks = []
    open_library(project, Order(remarks.append)).close()
    assert remarks == []
