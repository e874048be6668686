"""Named sets of words that decide whose a figure is, when it holds, of which part it is, and per what."""

from __future__ import annotations

from collections import defaultdict

from factcheck.lexicon import forms, table

# Cue → word → what the word says.
MEANINGS: defaultdict[str, dict[str, str]] = defaultdict(dict)
for _row in table("frame_cues"):
    MEANINGS[_row["cue"]] |= dict.fromkeys(forms(_row["words"]), _row["value"])
CUES = {cue: frozenset(words) for cue, words in MEANINGS.items()}
