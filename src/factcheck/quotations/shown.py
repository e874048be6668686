"""Shows a quotation as the reader of its file sees it."""

from __future__ import annotations

from factcheck.lean import regex as re
from factcheck.model import Claim

# Markup inside a quotation that runs over several sentences.
TAG = re.compile(r"<[^<>]{1,200}>")


def visible(claim: Claim) -> str:
    """The quotation's words: from its sentence where it ends there, else from the file, without its markup."""
    if claim.mark.end < len(claim.sentence.rstrip()) and claim.mark.start < claim.mark.end:
        return claim.sentence[claim.mark.start : claim.mark.end]
    from html import unescape

    return unescape(TAG.sub(" ", claim.text))
