"""A real PostgreSQL server: data of its own, no port, a socket in its own folder, gone with the last who needs it."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from itertools import count
from pathlib import Path

import psycopg
from tests.programs import need

from factcheck.disk.lock import Lock

# Debian keeps the programs of a server out of the way of its users, version by version.
PLACES = [*sorted(map(str, Path("/usr/lib/postgresql").glob("*/bin")), reverse=True), os.environ.get("PATH", "")]
PROGRAM = shutil.which("initdb", path=os.pathsep.join(PLACES))
# It may be root who tests, whom the server refuses to serve as.
USER = ("postgres", "nobody") if hasattr(os, "geteuid") and os.geteuid() == 0 else ()
# Texts that name no order are ordered as readers of English want them: not as in a file.
ORDER = ["--encoding=UTF8", "--locale=C", "--locale-provider=icu", "--icu-locale=en-US"]
# Nothing that is tested outlives the machine.
QUICK = "-c fsync=off -c full_page_writes=off -c shared_buffers=32MB -c max_connections=60"

# Seconds that a server may take to start or to end where the whole machine is busy.
LONG = "600"


class Server:
    """A server in a folder, which is made. `url` says how to reach it."""

    def __init__(self, folder: Path) -> None:
        self._folder, self._data = folder, folder / "data"
        self._user = _user()

    def url(self, project: str, **given: str) -> str:
        """The address of a project's index on this server."""
        more = "".join(f"&{key}={value}" for key, value in given.items())
        return f"postgresql://tester@/postgres?host={self._folder}&project={project}{more}"

    def make(self) -> None:
        """Make the data of a server, and start it."""
        self._folder.mkdir(mode=0o755)
        self._folder.chmod(0o755)
        self._data.mkdir(mode=0o700)
        if self._user:
            shutil.chown(self._data, self._user)
            shutil.chown(self._folder, self._user)
        self._run("initdb", "--no-sync", "--auth=trust", "--username=tester", *ORDER, "-D", str(self._data))
        self.start()

    def start(self) -> None:
        own = f"-c listen_addresses= -c unix_socket_directories={self._folder} {QUICK}"
        self._run("pg_ctl", "-D", str(self._data), "-w", "-t", LONG, "-l", str(self._data / "log"), "-o", own, "start")

    def stop(self) -> None:
        self._run("pg_ctl", "-D", str(self._data), "-m", "immediate", "-w", "-t", LONG, "stop")

    def settle(self) -> None:
        """Let all that was committed reach the disk, as it does within a second on a machine that is not busy."""
        with psycopg.connect(self.url("any").partition("&project")[0], autocommit=True) as db:
            db.execute("CHECKPOINT")

    def kill(self) -> None:
        """End the server and all that serve for it without a word, as a machine does that loses its power."""
        first = int((self._data / "postmaster.pid").read_text().split()[0])
        # It starts nobody else while they are counted: one that was left would keep its memory from the next server.
        os.kill(first, signal.SIGSTOP)
        serving = [first, *(pid for pid, parent in _processes() if parent == first)]
        for pid in serving:
            os.kill(pid, signal.SIGKILL)
        while {pid for pid, _ in _processes()} & set(serving):
            time.sleep(0.02)
        # Nobody has to have taken note of the end of the first, which then seems to live.
        for left in (self._data / "postmaster.pid", *self._folder.glob(".s.PGSQL.*")):
            left.unlink()

    def _run(self, program: str, *arguments: str) -> None:
        assert PROGRAM is not None
        command = [str(Path(PROGRAM).with_name(program)), *arguments]
        # What a server keeps open of ours would keep those waiting who wait for our output to end.
        run = subprocess.run(
            command, cwd="/", user=self._user, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL, check=False,
        )  # fmt: skip
        log = self._data / "log"
        said = log.read_text(encoding="utf-8", errors="replace")[-2000:] if log.exists() else ""
        assert run.returncode == 0, f"{' '.join(command)} failed: {said}"


def _processes() -> list[tuple[int, int]]:
    """All processes that live, each with the one that started it."""
    listed = subprocess.run(["ps", "-eo", "pid=,ppid=,stat="], capture_output=True, text=True, check=True).stdout
    rows = (line.split() for line in listed.splitlines())
    return [(int(pid), int(parent)) for pid, parent, state in rows if not state.startswith("Z")]


def _user() -> str | None:
    """Who serves in the place of root."""
    import pwd

    known = {entry.pw_name for entry in pwd.getpwall()}
    return next((name for name in USER if name in known), None)


@contextmanager
def own_server() -> Iterator[Server]:
    """A server for one test, which may do to it what it likes."""
    need(PROGRAM, "PostgreSQL")
    folder = Path(tempfile.mkdtemp(prefix="factcheck-pg-"))
    folder.rmdir()
    server = Server(folder)
    folder.with_suffix(".users").write_text(f"{os.getpid()}\n")
    _watch(folder)
    server.make()
    try:
        yield server
    finally:
        server.stop()


@cache
def shared_server() -> Server:
    """One server for all processes of a test run, from the first that needs it to the last that ends."""
    need(PROGRAM, "PostgreSQL")
    run = os.environ.get("PYTEST_XDIST_TESTRUNUID", f"alone-{os.getpid()}")
    folder = Path(tempfile.gettempdir()) / f"factcheck-pg-{run[:20]}"
    server = Server(folder)
    with Lock(folder.with_suffix(".lock")) as lock:
        lock.take(wait=True)
        with folder.with_suffix(".users").open("a") as users:
            users.write(f"{os.getpid()}\n")
        if not folder.exists():
            _watch(folder)
            server.make()
    return server


# Ends a server, and removes what is left of it, once none of its users lives, however they ended.
WATCH = """
lives() { for user in $(cat "$1.users"); do kill -0 "$user" && return 0; done; return 1; }
while lives "$1"; do sleep 1; done
kill -QUIT "$(head -n 1 "$1/data/postmaster.pid")" && sleep 1
rm -rf "$1" "$1.users" "$1.lock"
"""


def _watch(folder: Path) -> None:
    # A shell of its own, which nobody waits for: who is killed cleans up nothing.
    command = ["sh", "-c", f"({WATCH}) </dev/null >/dev/null 2>&1 &", "watch", str(folder)]
    subprocess.run(command, check=True, start_new_session=True)


_numbers = count()


def fresh_project() -> str:
    """The name of a project that no other test has."""
    return f"test-{os.getpid()}-{next(_numbers)}"
