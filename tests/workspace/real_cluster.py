"""A Dask cluster of processes that know each other by certificates: a scheduler and two workers, over TCP."""

from __future__ import annotations

import datetime
import multiprocessing
import os
import socket
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

from factcheck.workspace.cluster import Cluster

if TYPE_CHECKING:
    from multiprocessing.context import ForkServerProcess

    from distributed import Client

HOST, WORKERS = "127.0.0.1", 2
# Seconds that a busy machine may take to start a process.
START = 120
# What keeps an idle cluster at work: it watches itself, and shows what it sees in a browser.
IDLE = {
    "distributed.admin.system-monitor.interval": "10s",
    "distributed.admin.tick.interval": "1s",
    "distributed.worker.profile.enabled": False,
    "distributed.scheduler.http.routes": [],
    "distributed.worker.http.routes": [],
}
PRELOADED = ["distributed.cli.dask_scheduler", "distributed.cli.dask_worker", "factcheck.workspace.chunk"]


class RealCluster:
    """A cluster that runs the commands that docs/cluster.md names, and whose parts can be killed."""

    def __init__(self, folder: Path) -> None:
        self._files = certificates(folder)
        with socket.socket() as free:
            free.bind((HOST, 0))
            self._port = free.getsockname()[1]
        self.address = f"tls://{HOST}:{self._port}"
        self.cluster = Cluster(self.address, 0, *map(str, self._files))
        self._scheduler: ForkServerProcess | None = None
        self._workers: list[ForkServerProcess] = []
        # Of one process that has loaded all of it: each of eight would be at that for a second.
        self._begins = multiprocessing.get_context("forkserver")
        self._begins.set_forkserver_preload(PRELOADED)

    def start(self) -> None:
        """Start what is not running, and wait until it is."""
        if self._scheduler is None:
            listens = ["--host", HOST, "--port", str(self._port), "--no-dashboard", "--protocol", "tls"]
            self._scheduler = self._process("scheduler", *listens)
        while len(self._workers) < WORKERS:
            alone = ["--nthreads", "1", "--no-nanny", "--no-dashboard", "--memory-limit", "0"]
            self._workers.append(self._process("worker", self.address, *alone))
        with self.client() as client:
            client.wait_for_workers(WORKERS, timeout=START)

    def client(self) -> Client:
        from distributed import Client, Security

        ca, cert, key = map(str, self._files)
        known = Security(tls_ca_file=ca, tls_client_cert=cert, tls_client_key=key, require_encryption=True)
        return Client(self.address, security=known, timeout=START, set_as_default=False)

    def kill_worker(self) -> None:
        _kill(self._workers.pop(0))

    def kill_scheduler(self) -> None:
        """Kill it, and wait for the end of the workers, which do not stay without one."""
        if self._scheduler:
            _kill(self._scheduler)
            self._scheduler = None
        while self._workers:
            self._workers.pop().join(START)

    def stop(self) -> None:
        for process in (*self._workers, *([self._scheduler] if self._scheduler else [])):
            _kill(process)

    def _process(self, *what: str) -> ForkServerProcess:
        ca, cert, key = map(str, self._files)
        known = ["--tls-ca-file", ca, "--tls-cert", cert, "--tls-key", key]
        process = self._begins.Process(target=_dask, args=([*what, *known],))
        process.start()
        return process


def _dask(words: list[str]) -> None:
    """In a process of its own: the command line `dask`, which says nothing."""
    import dask
    from dask.__main__ import main

    for stream in (1, 2):
        os.dup2(os.open(os.devnull, os.O_WRONLY), stream)
    sys.argv = ["dask", *words]
    with dask.config.set(IDLE):
        main()


def _kill(process: ForkServerProcess) -> None:
    process.kill()
    process.join(START)


def certificates(folder: Path) -> tuple[Path, Path, Path]:
    """Files of one who vouches, of a certificate that is vouched for, and of its key."""
    ca_key, own_key = (ec.generate_private_key(ec.SECP256R1()) for _ in range(2))
    ca = _certificate("Brenk", ca_key, lambda builder: builder.sign(ca_key, hashes.SHA256()))
    own = _certificate("Odby", own_key, lambda builder: builder.sign(ca_key, hashes.SHA256()))
    pem = serialization.Encoding.PEM
    private = own_key.private_bytes(pem, serialization.PrivateFormat.PKCS8, serialization.NoEncryption())
    files = folder / "ca.pem", folder / "cert.pem", folder / "key.pem"
    for file, data in zip(files, (ca.public_bytes(pem), own.public_bytes(pem), private), strict=True):
        file.write_bytes(data)
    return files


def _certificate(
    name: str,
    key: ec.EllipticCurvePrivateKey,
    signed: Callable[[x509.CertificateBuilder], x509.Certificate],
) -> x509.Certificate:
    now = datetime.datetime.now(datetime.UTC)
    who = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, name)])
    vouching = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "Brenk")])
    builder = x509.CertificateBuilder().subject_name(who).issuer_name(vouching).public_key(key.public_key())
    builder = builder.serial_number(x509.random_serial_number())
    builder = builder.not_valid_before(now - datetime.timedelta(days=1)).not_valid_after(
        now + datetime.timedelta(days=9)
    )
    return signed(builder.add_extension(x509.BasicConstraints(ca=name == "Brenk", path_length=None), critical=True))
