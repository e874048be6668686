"""Named sets of words that decide whose a figure is, of which part, and per what."""

from __future__ import annotations

from factcheck.lexicon import forms, table

CUES = {row["cue"]: frozenset(forms(row["words"])) for row in table("frame_cues")}
