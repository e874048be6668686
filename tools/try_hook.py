"""Tries the hooks as another project has them: real git, real pre-commit, a clone of this project, configured as the
README shows it.

    python tools/try_hook.py

The environment of the hooks is built from the clone, which takes a while; the tests try the same hooks with the program
that is at hand.
"""

from __future__ import annotations

import json
import os
import re
import shlex
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).parents[1]
# The configuration that the README shows.
EXAMPLE = re.compile(r"^```yaml\n(repos:\n.*?)```$", re.MULTILINE | re.DOTALL)
# What a hook runs.
ENTRY = re.compile(r"(?<=entry: )factcheck ([^#\n]*)")
FILES = {
    "factcheck.toml": '[library]\nsources = ["sources/*.txt"]\n',
    "sources/report.txt": "The harbour report\n\nTurnout in the harbour vote of 3 May 2020 was 67 percent.\n",
    "drafts/right.md": "Turnout in the harbour vote was 67 percent.\n",
    "drafts/wrong.md": "Turnout in the harbour vote was 61 percent.\n",
}
BROKEN = '[[claim]]\nkindd = "date"\n'
# A hook, the file that it is given, its status, and what it then says.
TRIED = (
    ("factcheck-verify", "drafts/wrong.md", 1, "drafts/wrong.md:1:33: FC101 figure-differs"),
    ("factcheck-verify", "drafts/right.md", 0, "1 supported"),
    ("factcheck-claims", "claims/broken.toml", 1, "claims/broken.toml:2: FC901"),
)


def try_hooks(folder: Path, *, install: bool) -> None:
    """Fail where a hook does not do what it should. install: build its environment; else the program at hand runs"""
    clone, project = folder / "factcheck", folder / "project"
    _git(folder, "clone", "--quiet", "--shared", str(_repository(folder)), clone.name)
    if not install:
        manifest = clone / ".pre-commit-hooks.yaml"
        text = manifest.read_text(encoding="utf-8").replace("language: python", "language: system")
        _write(manifest, ENTRY.sub(_at_hand, text))
        _git(clone, "commit", "--quiet", "--all", "--message", "The program at hand")
    example = EXAMPLE.search((ROOT / "README.md").read_text(encoding="utf-8"))
    assert example, "the README shows no configuration"
    for name, text in FILES.items() | {(".pre-commit-config.yaml", example[1])}:
        _write(project / name, text)
    _git(project, "init", "--quiet")
    _git(project, "add", "--all")
    # Of what is installed, only what runs needs compiling.
    home = {"PRE_COMMIT_HOME": str(folder / "cache"), "PIP_NO_COMPILE": "1", "NO_COLOR": "1"}
    for hook, file, status, said in TRIED:
        _write(project / file, FILES.get(file, BROKEN))
        command = [sys.executable, "-m", "pre_commit", "run", hook, "--verbose", "--files", file]
        done = subprocess.run(command, cwd=project, env=os.environ | home, capture_output=True, text=True, check=False)
        assert (done.returncode, said in done.stdout) == (status, True), f"{hook}: {done.stdout}{done.stderr}"


def _at_hand(entry: re.Match[str]) -> str:
    """What a hook runs, with the program that is at hand; as JSON, which is YAML."""
    return json.dumps(f"{shlex.quote(Path(sys.executable).as_posix())} -m factcheck {entry[1]}".strip()) + " "


def _repository(folder: Path) -> Path:
    """This project as a git repository, from which hooks are installed; one of its own where the tree is in none."""
    if (ROOT / ".git").exists():
        return ROOT
    tree = shutil.copytree(ROOT, folder / "tree", ignore=shutil.ignore_patterns(".venv", ".factcheck", "__pycache__"))
    _git(tree, "init", "--quiet")
    _git(tree, "add", "--all")
    _git(tree, "commit", "--quiet", "--message", "Everything")
    return tree


def _git(folder: Path, *args: str) -> None:
    identity = ("-c", "user.name=Test", "-c", "user.email=test@example.org", "-c", "init.defaultBranch=main")
    subprocess.run(["git", *identity, *args], cwd=folder, check=True, capture_output=True)


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8", newline="")


if __name__ == "__main__":
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as made:
        try_hooks(Path(made), install=True)
    print("the hooks stop what is wrong and let pass what is right")
