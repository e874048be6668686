"""A file of the user's is changed whole or not at all, by one at a time, and keeps what it had around its content."""

from __future__ import annotations

import errno
import os
import stat
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from factcheck.disk.rewrite import UNDER_WAY, _dress, rewrite, sweep
from factcheck.errors import InputError

ADD = """
import sys
from pathlib import Path
from factcheck.disk.rewrite import _dress, rewrite
for number in range(20):
    rewrite(Path(sys.argv[1]), lambda old: (old or b"") + f"{sys.argv[2]}-{number}\\n".encode())
"""


def only(folder: Path, *names: str) -> bool:
    return sorted(path.name for path in folder.iterdir()) == sorted(names)


def fails_to_sync(_: int) -> None:
    raise OSError(errno.ENOSPC, "No space left on device")


def test_a_new_file_is_made_and_an_old_one_replaced(tmp_path: Path) -> None:
    file = tmp_path / "a.toml"
    rewrite(file, lambda old: b"first" if old is None else b"")
    rewrite(file, lambda old: (old or b"") + b", second")
    assert file.read_bytes() == b"first, second"
    assert only(tmp_path, "a.toml")


def test_what_stays_the_same_is_not_written(tmp_path: Path) -> None:
    file = tmp_path / "a.toml"
    file.write_bytes(b"same")
    before = file.stat()
    rewrite(file, lambda old: old or b"")
    assert (file.stat().st_ino, file.stat().st_mtime_ns) == (before.st_ino, before.st_mtime_ns)


def test_processes_that_add_at_once_lose_nothing(tmp_path: Path) -> None:
    file = tmp_path / "list"
    adding = [subprocess.Popen([sys.executable, "-c", ADD, str(file), str(n)]) for n in range(4)]
    assert [process.wait() for process in adding] == [0] * 4
    assert sorted(file.read_text().split()) == sorted(f"{n}-{number}" for n in range(4) for number in range(20))
    assert only(tmp_path, "list")


def test_what_an_editor_saves_meanwhile_stands(tmp_path: Path) -> None:
    file = tmp_path / "a.md"
    file.write_bytes(b"old")

    def change(_: bytes | None) -> bytes:
        file.write_bytes(b"saved meanwhile")
        return b"ours"

    with pytest.raises(InputError, match="was changed by somebody else meanwhile"):
        rewrite(file, change)
    assert file.read_bytes() == b"saved meanwhile"
    assert only(tmp_path, "a.md")


@pytest.mark.parametrize("mode", [0o600, 0o640, 0o644])
def test_the_mode_is_kept(tmp_path: Path, mode: int) -> None:
    file = tmp_path / "a.toml"
    file.write_bytes(b"old")
    file.chmod(mode)
    rewrite(file, lambda _: b"new")
    assert stat.S_IMODE(file.stat().st_mode) == mode


def test_the_owner_is_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "a.toml"
    file.write_bytes(b"old")
    given: list[tuple[int, int]] = []
    # Only root may give a file away: that it is done is seen by what is asked of the system.
    monkeypatch.setattr(os, "chown", lambda _, user, group: given.append((user, group)))
    theirs = list(file.stat())
    theirs[4:6] = 4321, 4322
    _dress(file, file, os.stat_result(theirs))
    assert given == [(4321, 4322)]


def test_a_link_stays_and_its_file_is_changed(tmp_path: Path) -> None:
    (tmp_path / "real").mkdir()
    link, real = tmp_path / "link.md", tmp_path / "real" / "draft.md"
    real.write_bytes(b"old")
    link.symlink_to(real)
    rewrite(link, lambda _: b"new")
    assert link.is_symlink()
    assert real.read_bytes() == b"new"
    assert only(tmp_path, "link.md", "real")


def raises(_: bytes | None) -> bytes:
    raise ValueError("no")


@pytest.mark.parametrize(
    ("change", "sync", "error"),
    [
        (raises, os.fsync, ValueError),
        (lambda _: b"new", fails_to_sync, InputError),
    ],
    ids=["the change is refused", "the disk is full"],
)
def test_a_failure_leaves_all_as_it_was(
    tmp_path: Path,
    change: Callable[[bytes | None], bytes],
    sync: Callable[[int], None],
    error: type[Exception],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    file = tmp_path / "a.toml"
    file.write_bytes(b"old")
    monkeypatch.setattr(os, "fsync", sync)
    with pytest.raises(error):
        rewrite(file, change)
    assert file.read_bytes() == b"old"
    assert only(tmp_path, "a.toml")


def test_a_read_only_file_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "a.toml"
    file.write_bytes(b"old")
    file.chmod(0o444)
    with pytest.raises(InputError, match="is read-only"):
        rewrite(file, lambda _: b"new")
    assert file.read_bytes() == b"old"


@pytest.mark.parametrize("name", ["none/a.toml", "folder"])
def test_what_cannot_be_a_file_is_one_clear_line(tmp_path: Path, name: str) -> None:
    (tmp_path / "folder").mkdir()
    with pytest.raises(InputError, match="cannot be written"):
        rewrite(tmp_path / name, lambda _: b"new")


def test_what_the_killed_have_left_is_swept_away(tmp_path: Path) -> None:
    left, own = tmp_path / f"{UNDER_WAY}x1", tmp_path / "a.toml"
    left.write_bytes(b"half")
    rewrite(own, lambda _: b"new")
    assert only(tmp_path, "a.toml")
    left.write_bytes(b"half")
    sweep([tmp_path, tmp_path / "none"])
    assert only(tmp_path, "a.toml")
