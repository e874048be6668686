"""What the command line says is the same, byte for byte, whether a file or a server keeps the index."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest
from tests.cli.conftest import PROJECT, Run
from tests.postgres import fresh_project, shared_server

from factcheck import config
from factcheck.errors import InputError
from factcheck.store.protocol import Library
from factcheck.workspace import Order, refresh

ROOT = Path(__file__).parents[2]
ASKED = (
    "verify --no-cache --all --format json examples",
    "conflicts --format json",
    "lookup --format json court trial",
    "sources --format json",
    "export --format csv",
)


@pytest.fixture(scope="module")
def indexed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the demo project with its index, which is built once."""
    folder = tmp_path_factory.mktemp("demo")
    for name in ("seeds", "claims", "examples"):
        shutil.copytree(ROOT / name, folder / name)
    shutil.copyfile(ROOT / "factcheck.toml", folder / "factcheck.toml")
    refresh(config.load(folder / "factcheck.toml"), Order())
    return folder


@pytest.fixture
def demo(indexed: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of that, made the current folder."""
    monkeypatch.chdir(shutil.copytree(indexed, tmp_path, dirs_exist_ok=True))
    return tmp_path


def keep_at(folder: Path, url: str) -> None:
    """From now on, the project of a folder keeps its index at this address."""
    file = folder / "factcheck.toml"
    file.write_text(file.read_text(encoding="utf-8") + f'index = "{url}"\n', encoding="utf-8")


def test_every_answer_is_the_same(demo: Path, run: Run) -> None:
    url = shared_server().url(fresh_project())
    sent = json.loads(run("index", "--to", url, "--format", "json").stdout)
    assert (sent["sent"], sent["files"], sent["to"]) == (5, 5, url)
    at_home = {line: run(*line.split()) for line in ASKED}
    keep_at(demo, url)
    (demo / "seeds").rename(demo / "elsewhere")  # nobody needs them any more
    on_server = {line: run(*line.split()) for line in ASKED}
    assert on_server == at_home
    assert all(said.stdout for said in at_home.values())
    assert run("export", "--sqlite", "home.sqlite").stderr == "factcheck: wrote home.sqlite\n"
    assert (demo / "home.sqlite").read_bytes()[:15] == b"SQLite format 3"


def test_what_is_copied_is_there_before_its_conflicts_are_sought(
    demo: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    url = shared_server().url(fresh_project())

    def sought(_: Library) -> None:
        raise InputError("sought")

    with monkeypatch.context() as stopped:
        stopped.setattr("factcheck.conflicts.keep", sought)
        assert run("index", "--to", url).stderr.endswith("sought\n")
    at_home = run("sources", "--format", "json")
    keep_at(demo, url)
    assert json.loads(at_home.stdout)["documents"]
    assert run("sources", "--format", "json") == at_home


def test_no_password_is_printed(project: Path, run: Run) -> None:
    (project / "factcheck.toml").write_text(PROJECT, encoding="utf-8")
    keep_at(project, "postgresql://ann:tide@127.0.0.1:1/news?project=x")
    said = [run(*line.split()) for line in ("config", "config --format json", "index", "sources", "lookup quay")]
    assert [one.status for one in said] == [0, 0, 2, 2, 2]
    assert not [one for one in said if "tide" in one.stdout + one.stderr]
    assert all("ann:***@127.0.0.1:1" in one.stdout + one.stderr for one in said)
    assert all(one.stderr.count("\n") == 1 for one in said[2:])
