"""The hooks that other projects install, with real git and real pre-commit, configured as the README shows it.

`tools/try_hook.py`, which `.ci/run` runs, does the same with an environment that is built from a clone.
"""

from __future__ import annotations

from importlib import import_module
from pathlib import Path

import pytest
from tools.try_hook import try_hooks

ROOT = Path(__file__).parents[2]


def test_what_is_wrong_is_stopped_and_what_is_right_passes(tmp_path: Path) -> None:
    try_hooks(tmp_path, install=False)


@pytest.mark.parametrize(
    ("kind", "name"), [("manifest", ".pre-commit-hooks.yaml"), ("config", ".pre-commit-config.yaml")]
)
def test_the_files_are_what_pre_commit_expects(kind: str, name: str) -> None:
    validate = getattr(import_module(f"pre_commit.commands.validate_{kind}"), f"validate_{kind}")
    assert validate([str(ROOT / name)]) == 0
