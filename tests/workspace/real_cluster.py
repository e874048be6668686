"""A Dask cluster of processes that know each other by certificates: a scheduler and two workers, over TCP."""

from __future__ import annotations

import datetime
import os
import socket
import subprocess
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
    from distributed import Client

HOST, WORKERS = "127.0.0.1", 2
# Seconds that a busy machine may take to start a process.
START = 120
# What keeps an idle cluster at work: it watches itself, and shows what it sees in a browser.
IDLE = {
    "DASK_DISTRIBUTED__ADMIN__SYSTEM_MONITOR__INTERVAL": "10s",
    "DASK_DISTRIBUTED__ADMIN__TICK__INTERVAL": "1s",
    "DASK_DISTRIBUTED__WORKER__PROFILE__ENABLED": "False",
    "DASK_DISTRIBUTED__SCHEDULER__HTTP__ROUTES": "[]",
    "DASK_DISTRIBUTED__WORKER__HTTP__ROUTES": "[]",
}


class RealCluster:
    """A cluster that is started with the commands that docs/cluster.md names, and whose parts can be killed."""

    def __init__(self, folder: Path) -> None:
        self._files = certificates(folder)
        with socket.socket() as free:
            free.bind((HOST, 0))
            self._port = free.getsockname()[1]
        self.address = f"tls://{HOST}:{self._port}"
        self.cluster = Cluster(self.address, 0, *map(str, self._files))
        self._scheduler: subprocess.Popen[bytes] | None = None
        self._workers: list[subprocess.Popen[bytes]] = []

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
            self._workers.pop().wait(START)

    def stop(self) -> None:
        for process in (*self._workers, *([self._scheduler] if self._scheduler else [])):
            _kill(process)

    def _process(self, *what: str) -> subprocess.Popen[bytes]:
        ca, cert, key = map(str, self._files)
        known = ["--tls-ca-file", ca, "--tls-cert", cert, "--tls-key", key]
        command = [sys.executable, "-m", "dask", *what, *known]
        environment = os.environ | IDLE
        return subprocess.Popen(command, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


def _kill(process: subprocess.Popen[bytes]) -> None:
    process.kill()
    process.wait(START)


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
