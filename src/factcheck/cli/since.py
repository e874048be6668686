"""What has changed in drafts since a revision of git."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from factcheck.model import Finding


def since(revision: str, paths: Sequence[str]) -> tuple[Callable[[Finding], bool], Sequence[str]]:
    """What tells a finding on lines that have not changed since a revision, and the drafts with lines that have.

    Raises InputError where git does not know the revision.
    """
    from factcheck.readers import FILES
    from factcheck.workspace.git import ALL_LINES, changed_lines

    changed = changed_lines(Path.cwd(), revision, paths)
    for path in changed:
        # A file that is no text has no lines of its own.
        if changed[path] and Path(path).suffix.lower() in FILES:
            changed[path] = [ALL_LINES]

    def unchanged(finding: Finding) -> bool:
        claim = finding.claim
        first, last = claim.line, claim.line + claim.text.count("\n")
        return not any(hunk.start <= last and first < hunk.stop for hunk in changed[claim.path])

    return unchanged, [path for path in paths if changed.get(path)]
