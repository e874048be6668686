"""Walks through a page that teaches: lays out its files, runs its commands, and writes what they print under them.

A file is a block behind `<!-- file: NAME -->`; a command is a line behind `$ ` in a block of `console`, with the lines
that go on with it behind `> `. All run in one folder of their own, one after the other: what the shell has to do with
by a shell, a command of ours that stands alone in this process.
"""

from __future__ import annotations

import io
import os
import re
import shlex
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import chdir, redirect_stderr, redirect_stdout
from pathlib import Path
from unittest.mock import patch

from factcheck.cli.main import main

BLOCK = re.compile(
    r"^<!-- file: (?P<name>\S+) -->\n```\w*\n(?P<file>(?:.*\n)*?)```$|^```console\n(?P<console>(?:.*\n)*?)```$",
    re.MULTILINE,
)
# What only a shell understands.
SHELL = re.compile(r"[|&;<>$`*?~]")
# What would change what is printed.
UNTOLD = ("NO_COLOR", "FORCE_COLOR", "PRE_COMMIT")
# The command as a page calls it, though it is not installed.
SCRIPT = """#!/bin/sh
exec "{python}" -m factcheck "$@"
"""


def walked(page: str) -> str:
    """The page with what its commands print now."""
    with tempfile.TemporaryDirectory() as folder:
        root, programs = Path(folder, "work"), Path(folder, "bin")
        root.mkdir()
        programs.mkdir()
        script = programs / "factcheck"
        script.write_text(SCRIPT.format(python=sys.executable), encoding="utf-8")
        script.chmod(0o755)
        env = {name: value for name, value in os.environ.items() if name not in UNTOLD}
        env |= {"PATH": f"{programs}{os.pathsep}{os.environ['PATH']}", "FACTCHECK_BY": "M. Brenk"}
        parts, at = [], 0
        for block in BLOCK.finditer(page):
            if block["name"]:
                path = root / block["name"]
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_text(block["file"], encoding="utf-8")
                continue
            parts += [page[at : block.start("console")], *_run(block["console"], root, env)]
            at = block.end("console")
        return "".join([*parts, page[at:]])


def _run(console: str, root: Path, env: dict[str, str]) -> Iterator[str]:
    """Each command of a block as it stands, and what it prints on both streams."""
    for command in _commands(console):
        yield f"$ {command[0]}\n" + "".join(f"> {line}\n" for line in command[1:])
        if len(command) == 1 and command[0].startswith("factcheck ") and not SHELL.search(command[0]):
            yield _here(shlex.split(command[0])[1:], root, env)
            continue
        done = subprocess.run(
            ["bash", "-c", "\n".join(command)],
            cwd=root, env=env, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, check=False,
        )  # fmt: skip
        yield done.stdout


def _here(words: Sequence[str], root: Path, env: dict[str, str]) -> str:
    """What a command of ours prints on both streams."""
    said = io.StringIO()
    with chdir(root), patch.dict(os.environ, env, clear=True), redirect_stdout(said), redirect_stderr(said):
        main(words)
    return said.getvalue()


def _commands(console: str) -> Iterator[list[str]]:
    command: list[str] = []
    for line in console.splitlines():
        if line.startswith("$ "):
            if command:
                yield command
            command = [line[2:]]
        elif line.startswith("> ") and command:
            command.append(line[2:])
    if command:
        yield command
