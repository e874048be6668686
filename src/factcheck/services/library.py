"""The library of a project as programs use it; the command line goes through the same door."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cached_property
from pathlib import Path, PurePath
from typing import TYPE_CHECKING

from factcheck.disk.closing import Closing
from factcheck.lean.record import replace
from factcheck.model import Kind

if TYPE_CHECKING:
    from factcheck.claims import Curation, Ruling
    from factcheck.config import Config
    from factcheck.conflicts import Conflict
    from factcheck.extract.reading import Reading
    from factcheck.lookup import Filters
    from factcheck.lookup.known import Answer
    from factcheck.model import Claim, Document, Finding, Source
    from factcheck.report.choice import Choice
    from factcheck.report.outcome import Report
    from factcheck.report.settled import Checks
    from factcheck.services.persons import Profile
    from factcheck.store import protocol


# What a text is called that is in no file.
NO_FILE = "-"


class Library(Closing):
    """The sources and curated claims of a project, as they are when it is opened; made by `factcheck.open`.

    Open it anew to see what has changed since. It is for one thread at a time.

    project: the project file, read; store: the index, for what this class does not do
    hidden_too: whether what confidential claims say may be told
    strictness: how much a verdict has to be proved, as the project file says unless it is given
    """

    def __init__(
        self, project: Config, store: protocol.Library, *, hidden_too: bool = False, strictness: str = ""
    ) -> None:
        self.project, self.store, self._hidden_too = project, store, hidden_too
        self.strictness = strictness or project.strictness

    def close(self) -> None:
        """Let go of the index; called at the end of a `with`."""
        self.store.close()

    @cached_property
    def curation(self) -> Curation:
        """The curated claims as far as their words may leave the house today. Raises ConfigError."""
        from factcheck.workspace.claims import all_claims, disclosed_claims

        return all_claims(self.project) if self._hidden_too else disclosed_claims(self.project)

    def verify(self, draft: str | os.PathLike[str], name: str = NO_FILE) -> Report:
        """Check every figure and quotation of a draft: a text (`str`) or a file (`Path`).

        name: what a text is called in the report; its ending says how it is marked up ("draft.md")
        What is reported and what fails is as the project file says. Raises InputError for a file that cannot be read.

        >>> library = factcheck.open(".")
        >>> report = library.verify("Turnout in the harbour vote of 3 May 2020 was 76 percent.")
        >>> report.failed
        True
        >>> for finding in report.shown:
        ...     print(finding.rule, finding.claim.text, finding.suggestion)
        FC101 76 percent 67 percent
        >>> report.summary()["supported"]
        1
        """
        from factcheck.report.choice import Choice

        source = source_of(draft, name)
        return self.report([(source, self.judge_source(source))], Choice.of_project(self.project))

    def judge_source(self, draft: Source) -> list[Finding]:
        """As `judge`, for a draft whose file was opened."""
        from factcheck.extract import read_source

        return self.judge(read_source(draft))

    def judge(self, reading: Reading, named: Reading | None = None) -> list[Finding]:
        """All findings on a draft that was read, by place, before comments and options silence any.

        named: the part of it whose names are to be checked, if not all
        """
        from factcheck.verify import verify

        return verify(reading, self.store, self.curation, named, self.strictness)

    def report(
        self,
        judged: Sequence[tuple[Source, Sequence[Finding]]],
        choice: Choice,
        silenced: Callable[[Finding], bool] = lambda finding: False,
    ) -> Report:
        """The report on drafts that were judged, without what the project's editors have accepted.

        silenced: what else is not reported
        Raises StoreError where the index does not say what was read in the files of the evidence.
        """
        from factcheck.report import accepted, outcome
        from factcheck.workspace.claims import today

        findings = [finding for _, found in judged for finding in found]
        self.vouch(findings)
        lets = accepted.load(self.project.root, today())

        def is_silenced(finding: Finding) -> bool:
            return silenced(finding) or lets.lets(finding)

        made = outcome.of(judged, choice, silenced=is_silenced, noted=self.checks)
        void = lets.problems((source.path for source, _ in judged), findings) if lets.all else ()
        return replace(made, problems=(*made.problems, *void))

    def checks(self, draft: str) -> Checks:
        """What the desk has noted of the findings of a draft, by key. Raises ConfigError for what cannot be used."""
        from factcheck.report import settled

        return settled.load(settled.place_of(self.project.root, draft))

    def vouch(self, findings: Iterable[Finding]) -> None:
        """Make sure that what the index says of the files of all evidence is what was read in them."""
        self.store.vouch({one.document.path for finding in findings for one in finding.evidence})

    def lookup(
        self, query: str, *, limit: int = 10, kind: str = "", document: str = "", value: str = ""
    ) -> list[Answer]:
        """The figures and quotations that answer a query, the best first: words, names, figures, or a question.

        kind, document, value: only claims of this kind (`Kind`), document (its id), value ("43.8", "2022-06", "P27Y")
        Raises ValueError for a kind or value that is none.

        >>> library = factcheck.open(".")
        >>> best = library.lookup("turnout harbour vote")[0]
        >>> best.claim.text, best.document.title
        ('67 percent', 'The harbour report')
        """
        from factcheck.claims.knowledge import Knowledge
        from factcheck.lookup import search
        from factcheck.lookup.known import known

        hits = search(query, self.store, limit, self._filters(kind, document, value))
        self.store.vouch({hit.document.path for hit in hits})
        return known(hits, self.store, Knowledge(self.curation)) if hits else []

    def _filters(self, kind: str, document: str, value: str) -> Filters:
        from factcheck.lookup import Filters
        from factcheck.values import parse

        filters = Filters(Kind(kind) if kind else None, document, parse(value) if value else None)
        number = self.store.find_documents([document]).get(document)
        return filters if number is None else replace(filters, document=self.store.documents([number])[number].id)

    def conflicts(self) -> list[Conflict]:
        """Where the sources disagree: claims about one fact that cannot all be true, by their first claim.

        >>> library = factcheck.open(".")
        >>> library.conflicts()
        []
        """
        from factcheck import conflicts

        return conflicts.find(self.store)

    def rulings(self, conflicts: Iterable[Conflict]) -> Mapping[str, Ruling]:
        """What the project's checkers have decided about conflicts, by their ids; a ruling may name any pair of one."""
        decided = {ruling.conflict: ruling for ruling in self.curation.rulings}
        return {one.id: decided[pair] for one in conflicts for pair in reversed(one.pairs) if pair in decided}

    def who(self, name: str) -> Profile:
        """All that the project knows of somebody: what sources say that they are, by date, and what checkers recorded.

        >>> library = factcheck.open(".")
        >>> library.who("Weaver").people[0].name
        'Ann Weaver'
        """
        from factcheck.services.persons import profile

        return profile(self, name)

    def claim(self, identifier: str) -> Claim | None:
        """The figure or quotation of an id, as `lookup` and evidence name it; None where the library has none.

        >>> library = factcheck.open(".")
        >>> identifier = library.lookup("storm boats", kind="count")[0].claim.id
        >>> library.claim(identifier).sentence
        'The storm sank twelve boats in November 2019.'
        """
        stored = self.store.find_claims([identifier]).get(identifier)
        if stored is None:
            return None
        self.store.vouch([stored.claim.path])
        return stored.claim

    def document(self, identifier: str) -> Document | None:
        """The document of an id, as claims name it; None where the library has none.

        >>> library = factcheck.open(".")
        >>> library.document("report.txt").title
        'The harbour report'
        """
        number = self.store.find_documents([identifier]).get(identifier)
        return None if number is None else self.store.documents([number])[number]

    def path_of(self, document: Document) -> Path:
        """The file that a document stands in."""
        return self.project.root / document.path


def source_of(draft: str | os.PathLike[str], name: str = NO_FILE) -> Source:
    """A draft opened whole: a text of some name, or the file of a path. Raises InputError."""
    from factcheck import readers

    if isinstance(draft, str):
        return readers.read_text(draft, PurePath(name).suffix or ".txt", name, whole=True)
    return readers.read(Path(draft), whole=True)
