"""What is said depends on the files alone: not on processes, seeds, locale, clock zone, folder, or which Python."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Mapping
from itertools import zip_longest
from pathlib import Path
from typing import NamedTuple

import pytest

import factcheck

# One process says all of it. The draft is named by its whole path, which is the same in every folder.
PROGRAM = """
import sys
from factcheck.cli.main import main
for line in sys.argv[2:]:
    print("==", line, flush=True)
    print("==", main([word.replace("DRAFT", sys.argv[1]) for word in line.split()]), flush=True)
"""
ASKED = (
    "verify --all --why DRAFT",
    "verify --format json DRAFT",
    "verify --format sarif DRAFT",
    "verify --format html DRAFT",
    "verify --format github DRAFT",
    "cite DRAFT",
    "extract --format jsonl DRAFT",
    "lookup --format json harbour boats storm",
    "conflicts",
    "conflicts --format json",
    "names --format json",
    "sources --format json",
    "claims list --format json",
    "claims check",
    "export",
    "export --format csv",
    "export --format bibtex",
)
SOURCES = {
    "report.txt": "The Dockers League lost 27 of 60 seats on 3 May 2020.\n\nThe harbour of Ulvik opened in 1907.\n",
    "letter.md": "# Ulvik\n\nThe harbour of Ulvik opened in 1911. It has 43 cranes, said Café owner Åsa Öst.\n",
    "page.html": "<title>Storm</title><p>The storm sank twelve boats; the “Dockers’ League” told Ann Weaver.</p>",
}
DRAFT = "The harbour of Ulvik has 34 cranes and opened in 1907. The Docker League lost 27 seats on 3 May 2020.\n"
CLAIM = '[[claim]]\nid = "opened"\nkind = "date"\nsubject = "harbour of Ulvik"\nvalue = "1907"\n'
PROJECT = '[library]\nsources = ["sources/*"]\nclaims = ["claims/*.toml"]\n'


# Where what Python compiles is kept, if elsewhere than beside the code.
COMPILED = "PYTHONPYCACHEPREFIX"


class Way(NamedTuple):
    """How the tool is run: what comes first, by which Python, in which folder and environment."""

    first: str = "index --rebuild"
    python: str = sys.executable
    folder: str = "."
    environment: Mapping[str, str] = {}


# Pythons beside the one that runs the tests.
OTHERS = [minor for minor in (11, 12, 13, 14) if sys.version_info[:2] != (3, minor)]
# Several changes a way, as each way is 17 commands in a process of its own: one that told on the answers would show.
WAYS = {
    "two processes, a seed of 42, the locale of no country, a wide terminal": Way(
        "index --rebuild --jobs 2",
        environment={"PYTHONHASHSEED": "42", "LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0",
                     "COLUMNS": "300", "TERM": "xterm-256color"},
    ),
    "optimised, a locale of dotless letters, a day later, a folder below": Way(
        "names", folder="drafts/new",
        environment={"PYTHONOPTIMIZE": "2", "LC_ALL": "tr_TR.UTF-8", "TZ": "Pacific/Kiritimati"},
    ),
}  # fmt: skip


@pytest.fixture(scope="module")
def say(tmp_path_factory: pytest.TempPathFactory) -> Callable[[Way], str]:
    """All that is said on a small project, run in a way."""
    root = tmp_path_factory.mktemp("same")
    for name in ("sources", "claims", "drafts/new"):
        (root / name).mkdir(parents=True)
    (root / "factcheck.toml").write_text(PROJECT, encoding="utf-8")
    (root / "claims" / "claims.toml").write_text(CLAIM, encoding="utf-8")
    (root / "drafts" / "draft.md").write_text(DRAFT, encoding="utf-8")
    for name, text in SOURCES.items():
        (root / "sources" / name).write_text(text, encoding="utf-8")
    # Another Python finds the packages of this one, as far as they are Python.
    found = [str(Path(factcheck.__file__).parents[1]), *(path for path in sys.path if path.endswith("-packages"))]

    def said(way: Way) -> str:
        command = [way.python, "-c", PROGRAM, str(root / "drafts" / "draft.md"), way.first, *ASKED]
        ours = ("PYTHON", "LC_")
        plain = {name: value for name, value in os.environ.items() if not name.startswith(ours) or name == COMPILED}
        environment = plain | {"PYTHONPATH": os.pathsep.join(found), **way.environment}
        done = subprocess.run(command, cwd=root / way.folder, env=environment, capture_output=True, check=True)
        return done.stdout.decode("utf-8").partition(f"== {ASKED[0]}")[2]

    return said


@pytest.fixture(scope="module")
def expected(say: Callable[[Way], str]) -> str:
    text = say(Way("index --rebuild --jobs 1"))
    assert text.count("\n== 0\n") + text.count("\n== 1\n") == len(ASKED)
    assert "FC101" in text
    return text


@pytest.mark.slow
@pytest.mark.parametrize(("name", "minor"), [*zip_longest(WAYS, OTHERS)])
def test_the_same_is_said(name: str | None, minor: int, say: Callable[[Way], str], expected: str) -> None:
    """In every way, and by every other Python that is at hand, by its usual name: two of them go one of the ways."""
    way = WAYS.get(name or "", Way("index"))
    program, needed = f"python3.{minor}", {"PYENV_VERSION": f"3.{minor}"}  # where one program stands for many
    alive = [program, "-c", "pass"]
    if shutil.which(program) and not subprocess.run(alive, env=os.environ | needed, check=False).returncode:
        assert say(way._replace(python=program, environment={**needed, **way.environment})) == expected
    else:
        assert not name or say(way) == expected
        pytest.skip(f"there is no {program}")
