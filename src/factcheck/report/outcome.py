"""From findings to a report: which are silenced, which are shown, which fail the run, and what was left unread."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from factcheck.lean import regex as re
from factcheck.lean.record import dataclass, field
from factcheck.model import Finding, Kind, Source, Verdict
from factcheck.report import suppress
from factcheck.report.choice import Choice
from factcheck.report.settled import Check, Checks, settled
from factcheck.rules import OFF, codes
from factcheck.text import Span, lines_of
from factcheck.text.places import located

# A number as it stands in any text, markup included.
NUMBER = re.compile(r"\d++(?:[.,]\d++)*+")


@dataclass(frozen=True, slots=True)
class Report:
    """The outcome of one run of `verify`.

    findings: one for every figure and quotation found and not silenced, in the order of the drafts
    shown:    those that a reader should see, problems first, each in the order of the drafts
    failed:   whether one of them fails the run
    drafts:   each draft as read, by path
    ignored:  how many findings comments and options have silenced
    unread:   the numbers of the drafts that were not taken for figures (in code, links, names, list marks), each as
              `path:line:column: number`
    problems: what is wrong with the drafts' own comments, as `path:line: CODE problem`
    checks:   what the desk has noted of findings, each with its finding
    pictures: passages as they are printed, as PNG, by the id of the claim
    stamp:    what was held against the drafts, in a sentence: which library, in what state
    """

    findings: tuple[Finding, ...]
    shown: tuple[Finding, ...]
    failed: bool
    drafts: Mapping[str, Source]
    ignored: int = 0
    unread: tuple[str, ...] = ()
    problems: tuple[str, ...] = ()
    checks: tuple[tuple[Finding, Check], ...] = ()
    pictures: Mapping[str, bytes] = field(default_factory=dict)
    stamp: str = ""

    @property
    def texts(self) -> dict[str, str]:
        """Each draft's text as decoded, by path."""
        return {path: source.text for path, source in self.drafts.items()}

    def check_of(self) -> Callable[[Finding], Check | None]:
        """Tells what the desk has noted of a finding of this report, None for nothing."""
        by_place = {_known_by(finding): check for finding, check in self.checks}
        return lambda finding: by_place.get(_known_by(finding)) if by_place else None

    def summary(self) -> dict[str, int]:
        """The contract's counts by verdict, how many are weakly supported, and what was ignored or left unread."""
        found = Counter(finding.verdict for finding in self.findings)
        return {verdict.value: found[verdict] for verdict in Verdict} | {
            "weak": sum(finding.grade == "weak" for finding in self.findings),
            "ignored": self.ignored,
            "unread": len(self.unread),
        }

    def render(self, form: str = "json") -> str:
        """The report as `verify --format` prints it; docs/json.md describes the JSON.

        >>> print(factcheck.check("It took 18 months.", ["It took 14 months."]).render("github"), end="")
        ::error file=-,line=1,endLine=1,title=FC101 figure-differs,col=9,endColumn=18::the draft says "18 months"; ...
        """
        from factcheck.report.formats import Style, reporter

        return reporter(form)(self, Style())


def of(
    judged: Iterable[tuple[Source, Sequence[Finding]]],
    choice: Choice,
    *,
    obeyed: bool = True,
    silenced: Callable[[Finding], bool] = lambda finding: False,
    noted: Callable[[str], Checks] = lambda path: {},
) -> Report:
    """The report on some drafts, each with everything that was found in it.

    obeyed: whether comments in the drafts silence findings; silenced: what else does
    noted: what the desk has noted of the findings of a draft, by its path
    """
    findings: list[Finding] = []
    problems: list[str] = []
    unread: list[str] = []
    drafts: dict[str, Source] = {}
    checks: list[tuple[Finding, Check]] = []
    ignored = 0
    for source, everything in judged:
        found = [finding for finding in everything if finding.rule not in OFF or _is_reported(finding, choice)]
        path = source.path
        ignores = suppress.read(source) if obeyed else ()
        heard = (finding for finding in suppress.standing(found, ignores) if _is_reported(finding, choice))
        kept = [finding for finding in heard if not silenced(finding)]
        ignored += len(found) - len(kept)
        kept.sort(key=_place)
        checks += (noted_here := tuple(settled(kept, noted(path))))
        findings += _left_open(kept, noted_here) if choice.only_open else kept
        problems += [
            f"{path}:{line}: {codes.COMMENT_VOID} {problem}" for line, problem in suppress.problems(ignores, found)
        ]
        drafts[path] = source
        figures = (finding.claim.span for finding in found if finding.claim.kind not in (Kind.QUOTE, Kind.ROLE))
        unread += _unread(source, [*figures, *(ignore.span for ignore in ignores)])
    problems_first = sorted(findings, key=lambda finding: not finding.rule)
    shown = [finding for finding in problems_first if finding.rule or choice.show_all]
    failed = any(finding.rule in choice.failing for finding in shown)
    return Report(tuple(findings), tuple(shown), failed, drafts, ignored, tuple(unread), tuple(problems), tuple(checks))


def _is_reported(finding: Finding, choice: Choice) -> bool:
    return not finding.rule or finding.rule in choice.reported


def _left_open(findings: Sequence[Finding], checks: Iterable[tuple[Finding, Check]]) -> list[Finding]:
    done = {_known_by(finding) for finding, check in checks if check.is_settled}
    return [finding for finding in findings if _known_by(finding) not in done]


def _unread(source: Source, read: Iterable[Span]) -> Iterator[str]:
    """Each number of a draft that stands outside of what was read, with its place."""
    lines = lines_of(source.text)
    for number in _numbers_outside(source.text, read):
        line, column = lines.position(number.start())
        yield f"{located(source.path, line, column, source.place(number.start()))}: {number[0]}"


def _known_by(finding: Finding) -> tuple[str, Span, str]:
    return finding.claim.path, finding.claim.span, finding.rule


def _place(finding: Finding) -> tuple[int, int, str]:
    return (*finding.claim.span, finding.rule)


def _numbers_outside(text: str, spans: Iterable[Span]) -> Iterator[re.Match[str]]:
    """The numbers of a text that stand outside the spans."""
    end = 0
    for span in [*sorted(spans), Span(len(text), len(text))]:
        yield from NUMBER.finditer(text, end, max(end, span.start))
        end = max(end, span.end)
