"""The frame of the command line: what it costs, what it promises, and how it ends."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import click
import pytest

from factcheck import __version__
from factcheck.cli import explain
from factcheck.cli.main import COMMANDS, cli, main
from factcheck.errors import FactcheckError

Run = Callable[..., Any]
PACKAGE = Path(click.__file__).parent


def leaves(command: click.Command, name: str) -> list[tuple[str, click.Command]]:
    """A command, or those inside a group."""
    if not isinstance(command, click.Group):
        return [(name, command)]
    return [leaf for inner, sub in command.commands.items() for leaf in leaves(sub, f"{name} {inner}")]


def all_commands() -> list[tuple[str, click.Command]]:
    context = click.Context(cli, info_name="factcheck", **cli.context_settings)
    found = [(name, cli.get_command(context, name)) for name in COMMANDS]
    return [leaf for name, command in found if command for leaf in leaves(command, name)]


def test_every_command_is_there_and_is_summed_up_alike_in_both_places() -> None:
    context = click.Context(cli, info_name="factcheck", **cli.context_settings)
    summaries = {
        name: command.get_short_help_str(200) for name in COMMANDS if (command := cli.get_command(context, name))
    }
    assert summaries == COMMANDS


def test_every_command_has_examples_that_name_it() -> None:
    missing = [name for name, command in all_commands() if f"factcheck {name}" not in (command.help or "")]
    assert missing == []


def test_every_option_is_explained() -> None:
    bare = [
        f"{name} {option.opts[0]}"
        for name, command in all_commands()
        for option in command.params
        if isinstance(option, click.Option) and not option.help and option.name not in ("form", "help")
    ]
    assert bare == []


@pytest.mark.parametrize("args", [[], ["--help"], ["--version"], ["verify", "--help"]])
def test_help_imports_nothing_but_click(args: list[str]) -> None:
    program = (
        "import sys; from factcheck.cli.main import main; before = {'click', 'factcheck'}; main(sys.argv[1:]);"
        "print(sorted({name.split('.')[0] for name in sys.modules} & set(sys.argv[0].split(','))), file=sys.stderr)"
    )
    heavy = "rich,rapidfuzz,sqlite3,tomli,decimal,json,html,multiprocessing"
    code = program.replace("sys.argv[0].split(',')", repr(heavy.split(",")))
    done = subprocess.run([sys.executable, "-c", code, *args], capture_output=True, text=True, check=True)
    assert done.stderr.splitlines()[-1] == "[]"


def test_shared_options_stand_before_or_after_the_command(project: Path, run: Run) -> None:
    (project / "draft.md").write_text("Nothing.\n", encoding="utf-8")
    (project / "factcheck.toml").rename(project / "other.toml")
    before = run("--config", "other.toml", "verify", "draft.md")
    after = run("verify", "draft.md", "--config", "other.toml")
    assert (before.status, before.stdout) == (after.status, after.stdout) == (0, after.stdout)


@pytest.mark.parametrize(
    ("args", "environment", "colored"),
    [
        ([], {}, False),  # no terminal here
        (["--color", "always"], {}, True),
        (["--color", "always"], {"NO_COLOR": "1"}, True),
        (["--color", "never"], {}, False),
    ],
)
def test_colour(
    args: list[str],
    environment: dict[str, str],
    colored: bool,
    project: Path,
    run: Run,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    (project / "draft.md").write_text("The festival drew 812 visitors.\n", encoding="utf-8")
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    assert ("\x1b[" in run("verify", "draft.md", *args).stdout) is colored


@pytest.mark.parametrize(
    ("error", "status", "said"),
    [
        (RuntimeError("odd"), 3, "RuntimeError: odd"),
        (OSError("nameless"), 3, "this is a bug of ours"),
        (KeyboardInterrupt(), 130, ""),
        (PermissionError(13, "Permission denied", "locked.txt"), 2, "factcheck: locked.txt: permission denied"),
        (OSError(28, "No space left on device"), 2, "factcheck: no space left on device"),
        (FactcheckError("x\x1b[2J"), 2, "factcheck: x␛[2J"),
        (BrokenPipeError(), 141, ""),
        (MemoryError(), 3, "MemoryError"),
    ],
)
def test_how_a_run_ends(
    error: BaseException, status: int, said: str, run: Run, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    def fail() -> None:
        raise error

    with (tmp_path / "out").open("w") as file:  # a broken pipe takes the place of standard output
        monkeypatch.setattr(sys, "stdout", file)
        monkeypatch.setattr(explain, "command", click.command("explain")(fail))
        outcome = run("explain")
    assert outcome.status == status
    assert said in outcome.stderr
    assert ("Traceback" in outcome.stderr) == (status == 3)


def test_the_real_program_says_its_version_and_closes_quietly_on_a_broken_pipe() -> None:
    program = [sys.executable, "-m", "factcheck"]
    done = subprocess.run([*program, "--version"], capture_output=True, text=True, check=True)
    assert done.stdout == f"factcheck, version {__version__}\n"
    read, write = os.pipe()
    os.close(read)
    piped = subprocess.run([*program, "explain"], stdout=write, stderr=subprocess.PIPE, text=True, check=False)
    os.close(write)
    assert (piped.returncode, piped.stderr) == (141, "")


def test_a_file_name_that_is_no_text_is_printed_all_the_same(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["verify", os.fsdecode(b"\xff.md")]) == 2
    assert "factcheck: <U+DCFF>.md: " in capsys.readouterr().err


def test_who_has_to_wait_is_told_why_and_only_once(project: Path, run: Run) -> None:
    (project / "sources" / "long.txt").write_text("x" * 2_100_000, encoding="utf-8")
    (project / "draft.md").write_text("Nothing.\n", encoding="utf-8")
    assert "reading 2 MB of sources" in run("verify", "draft.md").stderr
    assert run("verify", "draft.md").stderr == ""


def test_programs_get_utf_8_whatever_the_locale(project: Path) -> None:
    (project / "draft.md").write_text(
        "“We will rebuild the pier before the winter,” said Ann Weaver.\n", encoding="utf-8"
    )
    program = [sys.executable, "-X", "utf8=0", "-m", "factcheck"]
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONIOENCODING"} | {"LC_ALL": "C"}
    command = [*program, "verify", "--all", "--format", "json", "draft.md"]
    done = subprocess.run(command, capture_output=True, env=environment | {"PYTHONCOERCECLOCALE": "0"}, check=True)
    assert "“We will rebuild" in json.loads(done.stdout.decode("utf-8"))["findings"][0]["evidence"][0]["passage"]
