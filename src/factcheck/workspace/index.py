"""Keeps the index of a project fresh: sees what changed, reads that again, and builds the index that says so."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import closing, contextmanager
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from factcheck.config import Config
from factcheck.errors import StoreError
from factcheck.lean.record import dataclass
from factcheck.store.numbering import file_number
from factcheck.store.protocol import Builder, DamagedError, Known, Library
from factcheck.workspace.index_site import Site, site_of
from factcheck.workspace.survey import Changes, Scan, scan
from factcheck.workspace.version import version

if TYPE_CHECKING:
    from factcheck.workspace.cluster import Cluster
    from factcheck.workspace.files import Found
    from factcheck.workspace.pool import Read

# So many bytes take seconds to read: whoever waits is told why.
NOTICEABLE = 2_000_000
MOST_JOBS = 64


def _silent(*_: object) -> None:
    """Says nothing."""


@dataclass(frozen=True, slots=True)
class Order:
    """How to build: what to tell the user, and how.

    say: a remark; progress: bytes read so far and in all; jobs: processes that read, None: as many as are worth while
    cluster: the workers that read, in the place of processes of this machine
    rebuild: read every file again; examine: look for damage on every page of the index, which is more than a glance
    """

    say: Callable[[str], None] = _silent
    progress: Callable[[int, int], None] | None = None
    jobs: int | None = None
    cluster: Cluster | None = None
    rebuild: bool = False
    examine: bool = False


def refresh(config: Config, order: Order) -> tuple[Site, Changes]:
    """Where a fresh index of a project is, and what was done for it. Raises ConfigError without sources, StoreError."""
    site = site_of(config)
    if site.is_shared and not order.examine:
        return site, Changes()
    seen = scan(config)
    for remark in seen.remarks():
        order.say(remark)
    if not (order.rebuild or order.examine) and _is_fresh(site, seen):
        site.sweep()
        return site, Changes()
    known, _ = _known(site, order)
    changes = seen.changes(known, thorough=order.examine)
    if known is not None and not any(changes):
        site.sweep()
        return site, changes
    return _refreshed(site, seen, order)


def remarks(library: Library) -> Iterator[str]:
    """What the user should know at every use of a library."""
    yield from library.problems()
    if library.meta.get("version") != version():
        yield "the index was made by another version of factcheck; `factcheck index` builds it anew"


def _refreshed(site: Site, seen: Scan, order: Order) -> tuple[Site, Changes]:
    """Build alone; where another process is at work and its last index will do, that one."""
    site = site.writable(order.say)
    with site.alone(order.say, partial(_waits, site, order)) as own:
        return (own, _build(own, seen, order)) if own else (site, Changes())


def _waits(site: Site, order: Order) -> bool:
    """Whether to wait for another process that builds, which is said either way."""
    usable = not order.examine and not order.rebuild and _known(site, order)[0] is not None
    order.say(f"another process is building the index; {'its last one is used' if usable else 'waiting'}")
    return not usable


def _is_fresh(site: Site, seen: Scan) -> bool:
    """Whether an index was built from the very files that were seen; at a glance, since every start asks."""
    try:
        with site.open() as library:
            meta = library.meta
        return site.is_trusted() and meta["version"] == version() and seen.is_as(meta["scan"], int(meta["taken_ns"]))
    except (OSError, StoreError, KeyError):
        return False


def _build(site: Site, seen: Scan, order: Order) -> Changes:
    """Build what is still to be done now that nobody else can build."""
    known, reason = _known(site, order)
    changes = seen.changes(known, thorough=order.examine)
    if known is not None and not any(changes):
        return changes
    if reason:
        order.say(f"{reason}; building it anew")
    try:
        with site.building(fresh=known is None) as builder:
            return _apply(builder, seen, order, site.interim())
    except DamagedError:
        order.say("the index is damaged; building it anew")
        with site.building(fresh=True) as builder:
            return _apply(builder, seen, order, site.interim())


def _apply(builder: Builder, seen: Scan, order: Order, kept: Path | None) -> Changes:
    # Most runs find nothing new, and are over before this.
    from factcheck.store.parcel import NOTHING

    # A build that was killed may have left more than what readers know.
    changes = seen.changes(builder.known(), thorough=order.examine)
    for path in changes.drop:
        builder.remove(path)
    for state in changes.touch:
        builder.touch(state)
    # In the order of their numbers, in which tables and full-text search grow fastest.
    files = sorted(changes.read, key=lambda file: file_number(file.path))
    total, done = sum(file.size for file in files), 0
    if total > NOTICEABLE and order.progress is None:
        order.say(f"reading {total // 1_000_000} MB of sources, once; the index keeps what is found")
    progress = order.progress or _silent
    progress(0, total)
    with _reading(seen, files, order, kept) as reads:
        for file, read in zip(files, reads, strict=True):
            state = read.state(file, seen)
            try:
                builder.add(state, read.parcel)
            except StoreError as error:
                builder.add(state._replace(problem=str(error)), NOTHING)
            done += file.size
            progress(done, total)
    builder.finish(
        {"version": version(), "scan": seen.mark(), "taken_ns": str(seen.taken_ns)},
        seen.notes.idle(file.path for file in seen.files),
    )
    return changes


@contextmanager
def _reading(seen: Scan, files: Sequence[Found], order: Order, kept: Path | None) -> Iterator[Iterator[Read]]:
    """What reads some files, in their order: processes of this machine, or a cluster."""
    if order.cluster is None:
        from factcheck.workspace.pool import read_all, suitable_jobs

        jobs = suitable_jobs(sum(file.size for file in files)) if order.jobs is None else order.jobs
        yield read_all(seen.root, [file.path for file in files], min(MOST_JOBS, jobs))
        return
    from factcheck.workspace.cluster_reader import ClusterReader

    with ClusterReader(order.cluster, seen, kept, order.say) as reader, closing(reader.read(files)) as reads:
        yield reads


def _known(site: Site, order: Order) -> tuple[Known | None, str]:
    """The files of an index that can be used; otherwise None, and why if there is one that cannot."""
    if doubt := site.doubt():
        return None, doubt
    try:
        with site.open() as library:
            if library.meta.get("version") != version():
                return None, "the index was made by another version of factcheck"
            if order.rebuild:
                return None, ""
            if order.examine:
                library.examine()
            return library.files(), ""
    except (FileNotFoundError, NotADirectoryError):  # nothing was built, or it was deleted this moment
        return None, ""
    except StoreError as error:
        # Where others use it, too, it may be the way there that is wrong, and nothing with the index.
        if site.is_shared and not isinstance(error, DamagedError):
            raise
        return None, str(error) if site.is_shared else "the index is damaged"
