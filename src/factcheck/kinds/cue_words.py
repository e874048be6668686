"""Named sets of words that decide what kind of figure a numeral is."""

from __future__ import annotations

from factcheck.lexicon import forms, table

CUES = {row["cue"]: frozenset(forms(row["words"])) for row in table("cues")}
