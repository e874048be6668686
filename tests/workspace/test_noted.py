"""What a sources.toml states of files reaches the index, and a change of it is seen."""

from pathlib import Path

import pytest
from tests.workspace.small_project import MakeProject, write

from factcheck.config import Config
from factcheck.errors import ConfigError
from factcheck.workspace import Order, open_library, refresh

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


def test_documents_that_share_an_id_are_named(make_project: MakeProject) -> None:
    remarks: list[str] = []
    files = {"news/2021/report.txt": "It has 43 cranes.\n", "news/2022/report.txt": "It has 44 cranes.\n"}
    open_library(make_project(files), remarks.append).close()
    (remark,) = remarks
    assert remark.startswith("news/2021/report.txt and news/2022/report.txt both hold a document 'report'")


def test_a_note_on_a_file_that_is_none_is_said(project: Config) -> None:
    write(project.root / "news/sources.toml", NOTE + '[[document]]\nfile = "habrour.txt"\ntitle = "The harbour"\n')
    for _ in range(2):
        remarks: list[str] = []
        open_library(project, remarks.append).close()
        assert remarks == ["news/sources.toml:5: no source is called news/habrour.txt"]
    write(project.root / "news/habrour.txt", "It has 43 cranes.\n")
    remarks = []
    open_library(project, remarks.append).close()
    assert remarks == []
