"""`factcheck index` with a cluster: which options go together, and one that is started here."""

from __future__ import annotations

from importlib.util import find_spec
from pathlib import Path

import pytest
from tests.cli.conftest import Run
from tests.workspace.real_cluster import certificates
from tests.workspace.small_project import rows


@pytest.mark.parametrize(
    ("options", "problem"),
    [
        (["--workers", "2", "--jobs", "2"], "name one of --jobs, --workers and --scheduler"),
        (["--workers", "2", "--scheduler", "tcp://127.0.0.1:9"], "name one of --jobs, --workers and --scheduler"),
        (["--scheduler", "127.0.0.1:8786"], "'127.0.0.1:8786' is no scheduler; write tcp://HOST:PORT"),
        (["--scheduler", "tcp://brenk.example"], "'tcp://brenk.example' is no scheduler; write tcp://HOST:PORT"),
        (["--scheduler", "tcp://127.0.0.1:port"], "'tcp://127.0.0.1:port' is no scheduler"),
        (["--workers", "0"], "0 is not in the range 1<=x<=64"),
        (["--scheduler", "tls://127.0.0.1:9", "--tls-ca", "none.pem"], "File 'none.pem' does not exist"),
    ],
)
def test_options_that_name_no_cluster(options: list[str], problem: str, project: Path, run: Run) -> None:
    outcome = run("index", *options)
    assert (outcome.status, problem in outcome.stderr) == (2, True)


def test_the_extra_is_named_where_it_is_missing(project: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def found(name: str) -> object:
        return None if name == "distributed" else find_spec(name)

    monkeypatch.setattr("factcheck.cli.cluster.find_spec", found)
    outcome = run("index", "--workers", "2")
    assert (outcome.status, "pip install 'factcheck-cli[cluster]'" in outcome.stderr) == (2, True)


def test_a_scheduler_that_is_not_there(project: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("factcheck.workspace.cluster.PATIENCE", 0.2)
    outcome = run("index", "--scheduler", "tcp://127.0.0.1:9")
    assert outcome.status == 2
    assert outcome.stderr.startswith("factcheck: the scheduler tcp://127.0.0.1:9 does not answer: ")
    assert outcome.stderr.count("\n") == 1


@pytest.mark.parametrize(
    ("files", "problem"),
    [
        ([], "asks for certificates: name them with --tls-ca, --tls-cert and --tls-key"),
        (["--tls-ca", "ca.pem"], "asks for certificates: name them with --tls-ca, --tls-cert and --tls-key"),
        (["--tls-ca", "cert.pem", "--tls-cert", "cert.pem", "--tls-key", "ca.pem"], "certificates for the scheduler "),
    ],
)
def test_certificates_that_are_missing_or_no_good(files: list[str], problem: str, project: Path, run: Run) -> None:
    certificates(project)
    outcome = run("index", "--scheduler", "tls://127.0.0.1:9", *files)
    assert (outcome.status, outcome.stderr.count("\n"), problem in outcome.stderr) == (2, 1, True)


def test_a_cluster_of_this_machine_makes_the_same_index(project: Path, run: Run) -> None:
    for number in range(9):
        (project / f"sources/{number}.txt").write_text(f"It has {number + 2} cranes.\n")
    run("index")
    expected = rows(project / ".factcheck/index.sqlite")
    outcome = run("index", "--rebuild", "--workers", "1")
    assert outcome.status == 0
    assert outcome.stderr == "factcheck: 1 worker of the cluster of this machine read 10 files\n"
    assert rows(project / ".factcheck/index.sqlite") == expected
