"""`factcheck index`: builds or refreshes the index of the library."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

import click

from factcheck.cli.cluster import with_cluster
from factcheck.cli.context import Session, pass_session
from factcheck.cli.output import tell, write_json
from factcheck.cli.progress import reading
from factcheck.text.wording import counted

if TYPE_CHECKING:
    from factcheck.config import Config
    from factcheck.report.formats.contract import Record
    from factcheck.store.protocol import Library
    from factcheck.workspace import Changes
    from factcheck.workspace.cluster import Cluster


@click.command("index", short_help="Build or refresh the index of the library.")
@click.option(
    "--jobs",
    type=click.IntRange(min=1),
    metavar="N",
    help="Processes to read with, 64 at most. Default: by the work.",
)
@with_cluster
@click.option("--rebuild", is_flag=True, help="Read every file again.")
@click.option("--to", metavar="URL", help="Then copy the project's own index to this database.")
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True)
@pass_session
def command(
    session: Session, jobs: int | None, cluster: Cluster | None, rebuild: bool, to: str | None, form: str
) -> None:
    """Build the index of the library, or read what has changed since it was built.

    Other commands do this by themselves; here you see how far it is, and what the readers had to remark.
    A large archive is read faster by a cluster (extra [cluster], docs/cluster.md); the index is the same.
    Files are also held against each other for conflicts, so that no other command has to wait for that.

    \b
    Examples:
      factcheck index
      factcheck index --rebuild --jobs 4
      factcheck index --to "postgresql://desk@db.brenk.example/news?project=archive"
      factcheck index --workers 8
      factcheck index --scheduler tls://cluster.brenk.example:8786
      factcheck index --format json
    """
    from factcheck.conflicts import keep
    from factcheck.workspace import Order, opened
    from factcheck.workspace.index_site import own

    project, started = own(session.project()) if to else session.project(), time.monotonic()
    with reading(session) as progress:
        library, changes = opened(project, Order(session.say, progress, jobs, cluster, rebuild, examine=True))
    with library:
        # Those who share it need not wait for what is found by holding its files against each other.
        sent = _sent(session, library, to) if to else {}
        keep(library)
        record = _record(library, changes) | {
            "unread": unread(project),
            "path": library.name,
            "seconds": round(time.monotonic() - started, 3),
            **sent,
        }
    if form == "json":
        write_json(record)
    else:
        _print(session, record)


def _sent(session: Session, library: Library, url: str) -> Record:
    """Where the index was copied to, and how many files were not there yet."""
    from factcheck.workspace.copying import copy_up
    from factcheck.workspace.server import ServerSite

    site = ServerSite.at(session.project().root, url)
    return {"to": site.address.shown, "sent": copy_up(library, site, session.say)}


def unread(project: Config) -> list[str]:
    """What lies among the sources and is not read, a line for each kind."""
    from factcheck.workspace.leftover import leftovers

    return [leftover.words() for leftover in leftovers(project)]


def _record(library: Library, changes: Changes) -> Record:
    files = library.files().values()
    return {
        **{name: int(library.meta[name]) for name in ("documents", "passages", "claims")},
        "files": len(files),
        "read": len(changes.read),
        "dropped": len(changes.drop),
        "aside": sum(file.aside for file in files),
        "problems": library.problems(),
        "warnings": [{"path": f.path, "warning": line} for f in files for line in f.warnings.splitlines()],
    }


def aside_words(number: int) -> str:
    """So many figures that a file shows, but does not say."""
    many = "figures and quotations"
    where = "outside the articles of saved pages, in quoted mail or in bibliographies"
    return f"{counted(number, 'figure or quotation', many)} {where}"


def _print(session: Session, record: Record) -> None:
    for problem in (*record["problems"], *record["unread"]):
        session.say(problem)
    for warning in record["warnings"]:
        session.say(f"{warning['path']}: {warning['warning']}")
    tell(
        f"{counted(record['documents'], 'document')}, {counted(record['passages'], 'passage')},"
        f" {counted(record['claims'], 'figure or quotation', 'figures and quotations')}"
        f" in {counted(record['files'], 'file')}"
    )
    if record["aside"]:
        tell(f"{aside_words(record['aside'])} left out")
    tell(f"{counted(record['read'], 'file')} read, {record['dropped']:,} dropped, in {record['seconds']:.1f} s")
    if "to" in record:
        tell(f"{counted(record['sent'], 'file')} copied to {record['to']}")
