"""What is published and what a newcomer finds: archives, least versions, issue forms, the paths that pages name."""

from __future__ import annotations

import re
import subprocess
import sys
import tarfile
import tomllib
import zipfile
from pathlib import Path
from typing import Any

import pytest
import yaml
from tools.lowest import least

ROOT = Path(__file__).parents[1]
PROJECT: dict[str, Any] = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
PAGES = ["CONTRIBUTING.md", "NOTICE", "SECURITY.md", "docs/design.md"]
# A path of the repository that a page names: a folder and what is in it.
PATH = re.compile(r"(?<![\w/.<])(?:src|tests|tools|docs|benchmarks|\.ci|\.github)/[\w./-]*\w/?")
PLACES = {"src", "docs", "README.md", "CHANGELOG.md", "LICENSE", "NOTICE", "pyproject.toml", "PKG-INFO", ".gitignore"}


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("dist")
    command = [sys.executable, "-m", "hatchling", "build", "-t", "sdist", "-t", "wheel", "-d", str(folder)]
    subprocess.run(command, cwd=ROOT, check=True, capture_output=True)
    return folder


@pytest.mark.slow
def test_the_source_archive_holds_no_text_of_others_and_no_claim_about_anybody(built: Path) -> None:
    with tarfile.open(next(built.glob("*.tar.gz"))) as archive:
        names = [Path(*Path(name).parts[1:]) for name in archive.getnames()]
    assert {name.parts[0] for name in names} == PLACES
    assert Path("src/factcheck/lexicon/units.psv") in names
    assert Path("src/factcheck/__main__.py") in names


@pytest.mark.slow
def test_the_wheel_holds_the_package_with_its_tables(built: Path) -> None:
    with zipfile.ZipFile(next(built.glob("*.whl"))) as archive:
        names = archive.namelist()
    assert {name.split("/")[0].split("-")[0] for name in names} == {"factcheck", "factcheck_cli"}
    package = {path.relative_to(ROOT / "src").as_posix() for path in (ROOT / "src").rglob("*.p[sy]*") if path.is_file()}
    assert {name for name in package if name.endswith((".py", ".psv"))} <= set(names)
    assert {Path(name).name for name in names if "/licenses/" in name} == {"LICENSE", "NOTICE"}


def test_every_dependency_names_its_least_version() -> None:
    assert "tomli==2.1" in list(least(PROJECT))


@pytest.mark.parametrize("line", ["click", "click<9", "click~=8.1"])
def test_a_dependency_without_a_least_version_is_refused(line: str) -> None:
    with pytest.raises(ValueError, match=re.escape(line)):
        list(least({"dependencies": [line]}))


def test_one_address_is_named_and_the_readme_clones_it() -> None:
    address = PROJECT["urls"]["Repository"]
    assert all(url.startswith(address) for url in PROJECT["urls"].values())
    assert f"`git clone {address}`" in (ROOT / "README.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("page", PAGES)
def test_every_path_that_a_page_names_is_there(page: str) -> None:
    assert [
        path for path in PATH.findall((ROOT / page).read_text(encoding="utf-8")) if not (ROOT / path).exists()
    ] == []


@pytest.mark.parametrize("form", ["false-alarm", "missed-error"])
def test_an_issue_form_is_well_formed(form: str) -> None:
    asked = yaml.safe_load((ROOT / ".github" / "ISSUE_TEMPLATE" / f"{form}.yml").read_text(encoding="utf-8"))
    assert {"name", "description", "body"} <= set(asked)
    ids = [field["id"] for field in asked["body"] if field["type"] != "markdown"]
    assert len(ids) == len(set(ids))
    assert {"draft", "source", "output", "version"} <= set(ids)


def test_hosted_checks_call_the_same_script_on_every_python_we_name() -> None:
    jobs = yaml.safe_load((ROOT / ".github" / "workflows" / "ci.yml").read_text(encoding="utf-8"))["jobs"]
    assert jobs["all"]["strategy"]["matrix"]["python"] == ["3.11", "3.12", "3.13", "3.14"]
    assert jobs["all"]["steps"][-1]["run"] == ".ci/run"
    assert jobs["lowest"]["steps"][-1]["run"] == "python tools/lowest.py"
