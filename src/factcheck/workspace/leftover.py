"""Says what lies among the sources of a project and is not read, and why, with the way out."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from pathlib import PurePosixPath

from factcheck.config import Config
from factcheck.lean.record import NamedTuple
from factcheck.readers import is_read
from factcheck.readers.notes import NAME
from factcheck.readers.unread import way_out
from factcheck.text.wording import counted, is_remote
from factcheck.workspace.files import expression, find

UNNAMED = "no pattern of `sources` in factcheck.toml takes them"
# Named one by one; more are counted.
MOST_NAMED = 3


class Leftover(NamedTuple):
    """Files of one kind in one folder that are not read, and why."""

    suffix: str
    paths: tuple[str, ...]
    reason: str

    def words(self) -> str:
        """All in one line."""
        names = ", ".join(self.paths[:MOST_NAMED])
        more = f" and {len(self.paths) - MOST_NAMED:,} more" if len(self.paths) > MOST_NAMED else ""
        return f"{counted(len(self.paths), f'{self.suffix} file')} not read ({names}{more}): {self.reason}"


def leftovers(project: Config) -> list[Leftover]:
    """What lies in the folders of the sources and is none of them, by kind."""
    found: dict[tuple[str, str], list[str]] = defaultdict(list)
    for path, reason in _unread(project):
        found[PurePosixPath(path).suffix.lower(), reason].append(path)
    return [Leftover(suffix, tuple(paths), reason) for (suffix, reason), paths in sorted(found.items())]


def _unread(project: Config) -> Iterator[tuple[str, str]]:
    patterns = [pattern for pattern in project.sources if not is_remote(pattern)]
    taken = {file.path for file in find(project.root, patterns)}
    beside = {pattern.rpartition("/")[0] for pattern in patterns}
    apart = [expression(pattern) for pattern in (*project.exclude, *project.drafts, *project.claims)]
    for file in find(project.root, [f"{folder}/*" if folder else "*" for folder in sorted(beside)]):
        suffix = PurePosixPath(file.path).suffix
        if any(pattern.fullmatch(file.path) for pattern in apart) or file.path.endswith(NAME):
            continue
        if advice := way_out(suffix):
            yield file.path, advice.removeprefix("is ")
        elif file.path not in taken and is_read(suffix):
            yield file.path, UNNAMED
