"""The hooks that other projects install: real git, real pre-commit, an environment built from a clone of this one,
configured as the README shows it."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from importlib import import_module
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
DRAFTS = {
    "drafts/right.md": "Turnout in the harbour vote was 67 percent.\n",
    "drafts/wrong.md": "Turnout in the harbour vote was 61 percent.\n",
}
# The configuration that the README shows.
EXAMPLE = re.compile(r"^```yaml\n(repos:\n.*?)```$", re.MULTILINE | re.DOTALL)
FILES = DRAFTS | {
    "factcheck.toml": '[library]\nsources = ["sources/*.txt"]\n',
    "sources/report.txt": "The harbour report\n\nTurnout in the harbour vote of 3 May 2020 was 67 percent.\n",
}


def git(folder: Path, *args: str) -> str:
    identity = ("-c", "user.name=Test", "-c", "user.email=test@example.org", "-c", "init.defaultBranch=main")
    return subprocess.run(
        ["git", *identity, *args], cwd=folder, check=True, capture_output=True, text=True
    ).stdout.strip()


def _repository(tmp_path: Path) -> Path:
    """This project as a git repository, from which hooks are installed; one of its own where the tree is in none."""
    if (ROOT / ".git").exists():
        return ROOT
    tree = shutil.copytree(ROOT, tmp_path / "tree", ignore=shutil.ignore_patterns(".venv", ".factcheck", "__pycache__"))
    git(tree, "init", "--quiet")
    git(tree, "add", "--all")
    git(tree, "commit", "--quiet", "--message", "Everything")
    return tree


@pytest.mark.slow
def test_a_wrong_draft_or_claim_is_stopped_and_a_right_one_passes(tmp_path: Path) -> None:
    git(tmp_path, "clone", "--quiet", "--no-hardlinks", str(_repository(tmp_path)), "factcheck")
    project = tmp_path / "project"
    for name, text in FILES.items():
        (project / name).parent.mkdir(parents=True, exist_ok=True)
        (project / name).write_text(text, encoding="utf-8")
    example = EXAMPLE.search((ROOT / "README.md").read_text(encoding="utf-8"))
    assert example
    (project / ".pre-commit-config.yaml").write_text(example[1], encoding="utf-8")
    git(project, "init", "--quiet")
    git(project, "add", "--all")

    def hook(file: str, name: str = "factcheck-verify") -> subprocess.CompletedProcess[str]:
        command = [sys.executable, "-m", "pre_commit", "run", name, "--verbose", "--files", file]
        # Of what is installed, only what runs needs compiling.
        home = {"PRE_COMMIT_HOME": str(tmp_path / "cache"), "PIP_NO_COMPILE": "1"}
        environment = os.environ | home | {"NO_COLOR": "1"}
        return subprocess.run(command, cwd=project, env=environment, capture_output=True, text=True, check=False)

    wrong, right = hook("drafts/wrong.md"), hook("drafts/right.md")
    assert (wrong.returncode, right.returncode) == (1, 0), wrong.stdout + right.stdout
    assert "drafts/wrong.md:1:33: FC101 figure-differs" in wrong.stdout
    assert "1 supported" in right.stdout
    (project / "claims").mkdir()
    (project / "claims" / "broken.toml").write_text('[[claim]]\nkindd = "date"\n', encoding="utf-8")
    claims = hook("claims/broken.toml", "factcheck-claims")
    assert claims.returncode == 1
    assert "claims/broken.toml:2: FC901" in claims.stdout


@pytest.mark.parametrize(
    ("kind", "name"), [("manifest", ".pre-commit-hooks.yaml"), ("config", ".pre-commit-config.yaml")]
)
def test_the_files_are_what_pre_commit_expects(kind: str, name: str) -> None:
    validate = getattr(import_module(f"pre_commit.commands.validate_{kind}"), f"validate_{kind}")
    assert validate([str(ROOT / name)]) == 0
