"""The lexicon of converses: words that say which way a figure goes."""

from __future__ import annotations

from functools import cache

from factcheck.lexicon import forms, table


@cache
def poles() -> dict[str, str]:
    """Folded word → pair and pole."""
    return {form: f"{row['pair']}:{row['pole']}" for row in table("converses") for form in forms(row["words"])}


def is_of_change(word: str) -> bool:
    """Whether a folded word says that something rose or fell."""
    return poles().get(word, "").startswith("change:")
