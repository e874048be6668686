"""Everything that is said about a draft, in the order in which it is decided: `STAGES` is that order.

What binds figures is loaded for drafts that have any: of the files that a hook is given, many have none.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING

from factcheck.claims.knowledge import Knowledge
from factcheck.lean import cached_property
from factcheck.lean.record import dataclass
from factcheck.model import Claim, Finding, Kind, Verdict
from factcheck.rules.codes import NAME_MISSPELT
from factcheck.store.contents import contents
from factcheck.store.memory import MemoryLibrary
from factcheck.text import lines_of
from factcheck.values import NO_VALUE
from factcheck.variants import misspellings
from factcheck.verify.strictness import STRICTNESS, Demands

if TYPE_CHECKING:
    from factcheck.claims import Curation
    from factcheck.extract.reading import Reading
    from factcheck.store.protocol import Library
    from factcheck.verify.binding import Bound


@dataclass(frozen=True)
class Case:
    """A draft and what it is held against.

    draft: what was read in it, as a library of its own
    named: the part of the draft whose names are checked
    demands: how much a verdict on a figure has to be proved
    """

    reading: Reading
    draft: MemoryLibrary
    library: Library
    knowledge: Knowledge
    named: Reading
    demands: Demands

    @cached_property
    def bound(self) -> Bound:
        """Its figures with the library's that may be the same facts."""
        from factcheck.verify import binding

        return binding.bound(self.draft, self.library)


Findings = Sequence[Finding]
Stage = Callable[[Findings, Case], Findings]


def _figures(found: Findings, case: Case) -> Findings:
    """Each figure is bound to the library's figures of the same fact, and judged by them."""
    from factcheck.verify import binding

    return [*found, *binding.judged(case.bound, case.demands)]


def _quotations(found: Findings, case: Case) -> Findings:
    """Each quotation is sought word for word; a figure inside one that is found is judged by its source."""
    from factcheck.verify import accompanied, binding, namesakes, quoted

    own = list(namesakes.told_apart(binding.quotations(case.draft, case.library, case.bound.rarity.kin), case.library))
    settled = list(quoted.settle(found, own, case.library))
    heard = dict(zip(case.draft.all_claims(Kind.QUOTE), own, strict=True))
    dates = [b.draft for b in case.bound.bindings if b.draft.kind is Kind.DATE]
    return [*accompanied.quoted(settled, heard, dates, case.library), *own]


def _checks(found: Findings, case: Case) -> Findings:
    """What is wrong with a figure whatever the sources say: a weekday, a sum, the draft against itself."""
    from factcheck.verify import checks

    published = {document.id: document.published for document in case.draft.documents().values()}
    return sorted(checks.applied(found, published), key=_place)


def _curated(found: Findings, case: Case) -> Findings:
    """What checkers have decided about a claim counts for more than what its source says."""
    from factcheck.verify import curated

    return curated.revise(found, case.knowledge)


def _disputes(found: Findings, case: Case) -> Findings:
    """A figure that one source supports and another contradicts is disputed; where a ruling or a confirmed claim says
    which stands, the other is contradicted."""
    from factcheck.verify import disputes

    return disputes.dispute(found, case.bound.bindings, case.library, case.knowledge)


def _cited(found: Findings, case: Case) -> Findings:
    """A source that the draft names for a figure has to hold it."""
    from factcheck.verify import cited

    return cited.check(case.reading.source, found, case.library)


def _names(found: Findings, case: Case) -> Findings:
    """Names that the sources spell otherwise."""
    return [*found, *_misspelt(case)]


def _roles(found: Findings, case: Case) -> Findings:
    """What people are said to be, where the sources say otherwise."""
    drafted = list(case.draft.all_claims(Kind.ROLE))
    if not drafted:
        return found
    from factcheck import who

    return who.merged(found, who.findings(drafted, case.library, case.knowledge.curation.entities))


STAGES: tuple[Stage, ...] = (_figures, _quotations, _checks, _curated, _disputes, _cited, _names, _roles)
# Those that have something to say of a draft in which no figure, quotation or role was read.
WITHOUT_CLAIMS: tuple[Stage, ...] = (_cited, _names)


def verify(
    reading: Reading, library: Library, curation: Curation, named: Reading | None = None, strictness: str = "normal"
) -> list[Finding]:
    """All findings on a draft, by place: on each figure and quotation, each misspelt name, each unknown citation.

    named: the part of the draft whose names are to be checked, where that is not all of it
    strictness: a key of `STRICTNESS`, how much a verdict on a figure has to be proved
    """
    told, demands = contents(reading), STRICTNESS[strictness]
    case = Case(reading, MemoryLibrary(told), library, Knowledge(curation), named or reading, demands)
    found: Findings = ()
    for stage in STAGES if told.claims else WITHOUT_CLAIMS:
        found = stage(found, case)
    return sorted(found, key=_place)


def _place(finding: Finding) -> tuple[int, int]:
    return finding.claim.span


def _misspelt(case: Case) -> Iterator[Finding]:
    source, lines = case.reading.source, lines_of(case.reading.source.text)
    declared = {name for entity in case.knowledge.curation.entities for name in entity.names}
    for slip in misspellings(case.named, case.library, declared):
        span = source.view.origin(slip.span)
        claim = Claim("", Kind.NAME, "", source.path, span, *lines.position(span.start), slip.written, NO_VALUE)
        message = f"the draft writes {slip.written}; the sources write {slip.right}"
        yield Finding(claim, Verdict.UNVERIFIED, NAME_MISSPELT, message, slip.right)
