"""Sources in a bucket, over HTTP, from moto's server, which speaks as S3 does."""

from __future__ import annotations

import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import fsspec
import pytest
from tests.workspace.small_project import FILES, refresh, rows, write

from factcheck import config
from factcheck.errors import InputError
from factcheck.workspace import Order, remote

BUCKET = "brenk-archive"
# Seconds that a busy machine may take to start a process.
START = 120


@pytest.fixture(scope="module")
def server() -> Iterator[str]:
    """The address of the server."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [sys.executable, "-m", "moto.server", "-H", "127.0.0.1", "-p", str(port)]
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as process:
        try:
            _wait(process, f"http://127.0.0.1:{port}/moto-api/data.json")
            yield f"http://127.0.0.1:{port}"
        finally:
            process.kill()


def _wait(process: subprocess.Popen[bytes], url: str) -> None:
    end = time.monotonic() + START
    while time.monotonic() < end and process.poll() is None:
        try:
            urllib.request.urlopen(url, timeout=START).close()
        except OSError:
            time.sleep(0.1)
        else:
            return
    raise AssertionError("the server of the test has not started")


@pytest.fixture
def bucket(server: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Any:
    """A store with the files of a small project; this process and those that it starts find it by the environment."""
    given = {"ACCESS_KEY_ID": "tester", "SECRET_ACCESS_KEY": "secret", "DEFAULT_REGION": "us-east-1"}
    own = {"ENDPOINT_URL": server, "CONFIG_FILE": str(tmp_path / "none"), "EC2_METADATA_DISABLED": "true"}
    for name, value in (given | own).items():
        monkeypatch.setenv(f"AWS_{name}", value)
    store = fsspec.filesystem("s3", skip_instance_cache=True)
    if store.exists(BUCKET):
        store.rm(BUCKET, recursive=True)
    store.mkdir(BUCKET)
    for path, text in FILES.items():
        store.pipe(f"{BUCKET}/{path}", text.encode())
    return store


def test_a_bucket_is_read_as_a_folder_is(bucket: Any, tmp_path: Path) -> None:
    for folder, sources in (("here", "news/**/*.txt"), ("there", f"s3://{BUCKET}/news/**/*.txt")):
        write(tmp_path / folder / config.NAME, f'[library]\nsources = ["{sources}"]\n')
    for path, text in FILES.items():
        write(tmp_path / "here" / path, text)
    here, there = (config.load(tmp_path / folder / config.NAME) for folder in ("here", "there"))
    index, changes = refresh(there, Order(jobs=1))
    assert [file.path for file in changes.read] == [f"s3://{BUCKET}/{path}" for path in sorted(FILES)]
    said = {claim[4:10] for claim in rows(refresh(here, Order())[0])["claims"]}
    assert said == {claim[4:10] for claim in rows(index)["claims"]} != set()
    assert not any(refresh(there, Order(examine=True))[1])
    bucket.pipe(f"{BUCKET}/news/harbour.txt", b"The harbour has 44 cranes.\n")
    bucket.rm(f"{BUCKET}/news/old/mill.txt")
    _, changes = refresh(there, Order())
    assert [file.path for file in changes.read] == [f"s3://{BUCKET}/news/harbour.txt"]
    assert changes.drop == (f"s3://{BUCKET}/news/old/mill.txt",)


def test_single_objects(bucket: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    place = f"s3://{BUCKET}/news"
    with pytest.raises(InputError, match=r"harbor\.txt: no such file"):
        remote.read(f"{place}/harbor.txt")
    bucket.pipe(f"{BUCKET}/news/empty.txt", b"")
    assert remote.read(f"{place}/empty.txt") == b""
    monkeypatch.setattr(remote, "LARGEST_FILE", 20)
    with pytest.raises(InputError, match=r"harbour\.txt: is larger than"):
        remote.read(f"{place}/harbour.txt")
