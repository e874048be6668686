"""Gathers what conflicts are sought in: a library's figures, without those of form letters and series."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from factcheck.conflicts.form import LONG, form_of
from factcheck.store.protocol import StoredClaim

# A sentence that stands in this many versions, alike but for their figures, is a form that is filled in anew each time:
# a weekly report, a match table. Its versions are about different occasions.
VERSIONS = 3


def figures(claims: Iterable[StoredClaim]) -> list[StoredClaim]:
    """The figures among some claims that are not part of a series, in order."""
    kept = [claim for claim in claims if claim.claim.kind.is_figure and claim.claim.value.plain != "?"]
    versions: dict[str, set[str]] = defaultdict(set)
    for sentence in {claim.claim.sentence for claim in kept}:
        form = form_of(sentence)
        if len(form) >= LONG and len(versions[form]) < VERSIONS:
            versions[form].add(sentence)
    series = {form for form, found in versions.items() if len(found) >= VERSIONS}
    return [claim for claim in kept if form_of(claim.claim.sentence) not in series]
