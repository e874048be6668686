"""The options that say which cluster reads the files of a library."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from factcheck.errors import InputError
from factcheck.lean import regex as re

if TYPE_CHECKING:
    from factcheck.workspace.cluster import Cluster

MOST = 64
ADDRESS = re.compile(r"(tcp|tls)://[^\s/]+:\d{1,5}")
NEEDED = ("distributed", "cryptography")


def _file(name: str, what: str) -> Callable[..., Any]:
    variable = f"FACTCHECK_TLS_{name.upper()}"
    path = click.Path(exists=True, dir_okay=False, path_type=Path)
    about = f"{what} For tls://. [env: {variable}]"
    return click.option(f"--tls-{name}", type=path, envvar=variable, metavar="FILE", help=about)


OPTIONS = (
    click.option(
        "--workers",
        type=click.IntRange(1, MOST),
        metavar="N",
        help="Read with a cluster of N workers on this machine, and go on where it was ended.",
    ),
    click.option("--scheduler", metavar="ADDRESS", help="Read with the workers of a Dask scheduler: tcp://HOST:PORT."),
    _file("ca", "The certificate of who vouches for the cluster."),
    _file("cert", "The certificate of this machine."),
    _file("key", "Its key."),
)


def with_cluster(command: Callable[..., None]) -> Callable[..., None]:
    """A command that is given a cluster to read with, or none, and has the options that name it."""

    @wraps(command)
    def bundled(
        *given: Any,
        workers: int | None,
        scheduler: str | None,
        tls_ca: Path | None,
        tls_cert: Path | None,
        tls_key: Path | None,
        **others: Any,
    ) -> None:
        files = [str(path.absolute()) if path else "" for path in (tls_ca, tls_cert, tls_key)]
        command(*given, cluster=_cluster(workers, scheduler, files, others.get("jobs")), **others)

    for option in reversed(OPTIONS):
        bundled = option(bundled)
    return bundled


def _cluster(workers: int | None, scheduler: str | None, files: list[str], jobs: int | None) -> Cluster | None:
    if workers is None and scheduler is None:
        return None
    if sum(one is not None for one in (workers, scheduler, jobs)) > 1:
        raise click.UsageError("name one of --jobs, --workers and --scheduler")
    if scheduler is not None and not ADDRESS.fullmatch(scheduler):
        raise click.UsageError(f"{scheduler!r} is no scheduler; write tcp://HOST:PORT, or tls://HOST:PORT")
    if any(find_spec(name) is None for name in NEEDED):
        raise InputError("a cluster is made of Dask, which is not installed: pip install 'factcheck-cli[cluster]'")
    from factcheck.workspace.cluster import Cluster

    return Cluster(scheduler or "", workers or 0, *files)
