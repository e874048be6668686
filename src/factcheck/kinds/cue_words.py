"""Named sets of words that decide whether a numeral is a figure, and of what kind."""

from __future__ import annotations

from factcheck.lexicon import forms, table

CUES = {row["cue"]: frozenset(forms(row["words"])) for name in ("cues", "figure_cues") for row in table(name)}
