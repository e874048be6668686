"""The workers of a Dask cluster: one that runs elsewhere, or one on this machine for the time of a build."""

from __future__ import annotations

import time
from collections import deque
from collections.abc import Generator, Iterable, Iterator
from concurrent.futures import CancelledError
from contextlib import ExitStack, contextmanager, suppress
from itertools import islice
from typing import Any

from factcheck.errors import FactcheckError, InputError
from factcheck.lean.record import dataclass
from factcheck.text.wording import counted
from factcheck.workspace.chunk import Answer, Chunk, read_chunk
from factcheck.workspace.processes import uninterrupted

# How many chunks each thread of a worker is given ahead.
AHEAD = 4
# Seconds that a scheduler is waited for, and a worker of it, however crowded their machines are; and between two looks
# at whether there still is one.
PATIENCE, ARRIVAL, LOOK = 60.0, 60.0, 5.0
GOOD_BYES = 2
# What a build says, and nothing else does: a cluster comes and goes without a word of its own, unless asked.
QUIET = dict.fromkeys(("distributed", "distributed.client", "distributed.worker"), "critical")
# A cluster for one build shows nothing in a browser and does not watch itself, which costs an eighth of a processor;
# a chunk that has ended its worker is given up the second time.
PLAIN = {
    "distributed.admin.system-monitor.interval": "10s",
    "distributed.admin.tick.interval": "1s",
    "distributed.scheduler.work-stealing-interval": "1s",
    "distributed.worker.profile.enabled": False,
    "distributed.scheduler.http.routes": [],
    "distributed.worker.http.routes": [],
    "distributed.scheduler.allowed-failures": 1,
}


@dataclass(frozen=True, slots=True)
class Cluster:
    """Which workers read: those of a scheduler, or else so many that are started here.

    ca, cert, key: files of the certificates by which this machine and a cluster know each other, for `tls://`
    """

    scheduler: str = ""
    workers: int = 0
    ca: str = ""
    cert: str = ""
    key: str = ""

    def __str__(self) -> str:
        return f"the scheduler {self.scheduler}" if self.scheduler else "the cluster of this machine"


class LostError(Exception):
    """The scheduler cannot be reached, or not any more."""


class Workers:
    """The workers of a cluster that can be reached."""

    def __init__(self, client: Any, cluster: Cluster) -> None:
        self._client, self._cluster = client, cluster
        self._threads, self._looked = 0, 0.0
        self._look()

    def __str__(self) -> str:
        return counted(len(self._client.nthreads()), "worker")

    def answers(self, chunks: Iterable[Chunk]) -> Generator[Answer | None, None, None]:
        """What they answer to some chunks, in their order; None where a chunk has ended more than one of them.

        Raises LostError, ConfigError, InputError.
        """
        left, under_way = iter(chunks), deque[Any]()
        while True:
            room = max(0, AHEAD * max(1, self._threads) - len(under_way))
            with _reaching():
                under_way.extend(self._client.submit(read_chunk, chunk, pure=False) for chunk in islice(left, room))
            if not under_way:
                return
            yield self._answer(under_way.popleft())

    def _answer(self, future: Any) -> Answer | None:
        from distributed.scheduler import KilledWorker

        while True:
            if time.monotonic() > self._looked + LOOK:
                self._look()
            try:
                answer: Answer = future.result(timeout=LOOK)
                return answer
            except KilledWorker:
                return None
            except TimeoutError:
                continue
            except (CancelledError, OSError) as error:
                raise LostError(str(error)) from error
            except FactcheckError:
                raise
            except Exception as error:
                raise InputError(f"the workers of {self._cluster} cannot read: {_line(error)}") from error

    def _look(self) -> None:
        """See how many threads there are, and wait for one where there is none. Raises InputError if none comes."""
        with _reaching():
            self._threads = sum(self._client.nthreads().values())
            if not self._threads:
                try:
                    self._client.wait_for_workers(1, timeout=ARRIVAL)
                except TimeoutError:
                    raise InputError(f"{self._cluster} has no worker; what was read is kept for the next run") from None
        self._looked = time.monotonic()


@contextmanager
def _reaching() -> Iterator[None]:
    """Raise LostError for whatever goes wrong: a client that has lost its scheduler fails in many ways."""
    try:
        yield
    except FactcheckError:
        raise
    except Exception as error:
        raise LostError(_line(error)) from error


@contextmanager
def connected(cluster: Cluster) -> Iterator[Workers]:
    """The workers of a cluster. Raises LostError where it cannot be reached, InputError."""
    import dask

    dask.config.set({"logging": QUIET | dask.config.get("logging", {})})
    from distributed import Client

    with ExitStack() as stack:
        try:
            place: Any = stack.enter_context(_local(cluster.workers)) if cluster.workers else cluster.scheduler
            security = place.security if cluster.workers else _security(cluster)
            client = Client(place, security=security, timeout=PATIENCE, set_as_default=False, name="factcheck")
            stack.callback(_close, client)
            workers = Workers(client, cluster)
        except OSError as error:
            raise LostError(_line(error)) from error
        yield workers


@contextmanager
def _local(workers: int) -> Iterator[Any]:
    """So many workers here; nobody else on this machine can give them work."""
    import logging

    import dask
    from distributed import LocalCluster, Security

    with dask.config.set(PLAIN), uninterrupted():
        cluster = LocalCluster(
            n_workers=workers,
            threads_per_worker=1,
            host="127.0.0.1",
            dashboard_address="127.0.0.1:0",
            memory_limit=0,
            security=Security.temporary(),
            silence_logs=logging.CRITICAL,
        )
    with cluster:
        yield cluster


def _security(cluster: Cluster) -> Any:
    """What Dask itself is told by its own configuration, and over it what we are told. Raises InputError."""
    from distributed import Security

    if not cluster.scheduler.startswith("tls://"):
        return None

    files = {"tls_ca_file": cluster.ca, "tls_client_cert": cluster.cert, "tls_client_key": cluster.key}
    given = {name: file for name, file in files.items() if file}
    known = Security(require_encryption=True, **given)
    try:
        context = known.get_connection_args("client")["ssl_context"]
    except OSError as error:
        raise InputError(f"the certificates for {cluster} cannot be used: {_line(error)}") from error
    if context is None:
        raise InputError(f"{cluster} asks for certificates: name them with --tls-ca, --tls-cert and --tls-key")
    return known


def _close(client: Any) -> None:
    """Close a client, threads and all. Where its scheduler is gone, the first good-bye may fail, the next needs none; a
    client that is left half closed would try once more when its memory is freed, wherever we then are."""
    for _ in range(GOOD_BYES):
        with suppress(Exception):
            client.close(timeout=PATIENCE)
        if client.status == "closed":
            return


def _line(error: BaseException) -> str:
    """An exception of a library's in one line."""
    return " ".join(f"{type(error).__name__}: {error}".split())
