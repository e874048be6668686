"""What `import factcheck` offers besides the types: a project opened, and texts read and compared without one."""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from factcheck.model import Claim
    from factcheck.report.outcome import Report
    from factcheck.services.library import Library
    from factcheck.verify.pair import Comparison


def open(path: str | os.PathLike[str] = ".", *, strictness: str = "") -> Library:  # as gzip.open is called
    """The library of a project: `path` is its folder, one inside it, or its `factcheck.toml`.

    strictness: "low", "normal" or "high", how much a verdict has to be proved; else as the project file says
    The index is refreshed first, which takes seconds for a library that was never read. Raises ConfigError where there
    is no project or its file cannot be used, StoreError where the index cannot be built, ValueError for a strictness
    that is none.

    >>> with factcheck.open(".") as library:
    ...     print(library.verify("Twelve boats sank in November 2019.").summary()["supported"])
    2
    """
    from factcheck import config, workspace
    from factcheck.services.library import Library

    if strictness and strictness not in config.STRICTNESS:
        raise ValueError(f"no strictness: {strictness!r}; known are {', '.join(config.STRICTNESS)}")
    place = Path(path)
    project = config.load(None, place) if place.is_dir() else config.load(place)
    return Library(project, workspace.open_library(project), strictness=strictness)


def extract(text: str, *, date: str = "") -> list[Claim]:
    """The figures and quotations of a text, by place, each with its value and what it says.

    date: the text's own date (EDTF), by which "last week" is resolved

    >>> for claim in factcheck.extract("Turnout rose from 41 to 43.8 percent."):
    ...     print(claim.text, claim.kind, claim.value.text, claim.unit)
    41 percentage 41 %
    43.8 percent percentage 43.8 %
    """
    from factcheck.extract import read_text

    return list(read_text(text, date=date).claims())


def compare(claim: str, evidence: str) -> Comparison:
    """Whether a passage supports a sentence, and the findings on the sentence's figures and quotations.

    >>> compared = factcheck.compare("The storm sank 15 boats.", "Twelve boats sank in the storm.")
    >>> compared.verdict
    <Verdict.CONTRADICTED: 'contradicted'>
    >>> compared.findings[0].suggestion
    'Twelve'
    """
    from factcheck.verify.pair import compare_pair

    return compare_pair(claim, evidence)


def check(text: str, sources: Iterable[str]) -> Report:
    """Check a text, such as a generated one, against the passages that it was made from; no project is needed.

    Every figure and quotation of the text is found in the report. Comments in the text silence nothing.

    >>> passages = ["The storm of 2019 sank twelve boats.", "Repairs of the pier took 14 months."]
    >>> report = factcheck.check("The storm sank twelve boats, and repairs of the pier took 18 months.", passages)
    >>> [(finding.claim.text, finding.verdict.value) for finding in report.findings]
    [('twelve', 'supported'), ('18 months', 'contradicted')]
    """
    from factcheck.extract import read_text
    from factcheck.report import outcome
    from factcheck.report.choice import Choice
    from factcheck.store.contents import contents
    from factcheck.store.memory import MemoryLibrary
    from factcheck.verify.pair import check as check_against

    draft = read_text(text)
    given = [read_text(source, f"source-{number}") for number, source in enumerate(sources, 1)]
    findings = check_against(MemoryLibrary(contents(draft)), MemoryLibrary(contents(*given)))
    return outcome.of([(draft.source, findings)], Choice.of((), (), ("error",)), obeyed=False)
