"""The findings as JUnit XML, which nearly every build server shows: a suite a draft, a case a finding."""

from __future__ import annotations

from collections.abc import Iterator
from xml.sax.saxutils import escape, quoteattr

from factcheck.lean import regex as re
from factcheck.report.formats import Style
from factcheck.report.formats.issue import Issue, issues
from factcheck.report.outcome import Report
from factcheck.report.visible import visible
from factcheck.rules import Level

# What XML 1.0 has no way to write.
UNWRITABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def render(report: Report, style: Style) -> str:
    """An error is a failure, a warning a skipped case with its message; a draft without either is one passing case."""
    by_path: dict[str, list[Issue]] = {path: [] for path in report.texts}
    for issue in issues(report):
        by_path[issue.path].append(issue)
    body = "".join(line for path, found in by_path.items() for line in _suite(path, found))
    failures, skipped = _counts([issue for found in by_path.values() for issue in found])
    cases = sum(max(1, len(found)) for found in by_path.values())
    head = f'<testsuites name="factcheck" tests="{cases}" failures="{failures}" errors="0" skipped="{skipped}">'
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{head}\n{body}</testsuites>\n'


def _suite(path: str, found: list[Issue]) -> Iterator[str]:
    failures, skipped = _counts(found)
    name = _attribute(path)
    yield (
        f'<testsuite name={name} tests="{max(1, len(found))}" failures="{failures}" errors="0" skipped="{skipped}">\n'
    )
    if not found:
        yield f'<testcase classname={name} name="factcheck"/>\n'
    for issue in found:
        case = _attribute(f"{issue.code} {issue.name} at {issue.line}:{issue.column}")
        yield f'<testcase classname={name} name={case} file={name} line="{issue.line}">\n'
        yield from _outcome(issue)
        yield "</testcase>\n"
    yield "</testsuite>\n"


def _outcome(issue: Issue) -> Iterator[str]:
    message = _attribute(issue.message)
    if issue.level is Level.WARNING:
        yield f"<skipped message={message}/>\n"
        return
    words = "\n".join([issue.message, *issue.passages, issue.page])
    yield f"<failure message={message} type={_attribute(issue.code)}>{escape(_written(words))}</failure>\n"


def _counts(found: list[Issue]) -> tuple[int, int]:
    failures = sum(issue.level is Level.ERROR for issue in found)
    return failures, len(found) - failures


def _attribute(text: str) -> str:
    return quoteattr(_written(visible(text)))


def _written(text: str) -> str:
    return UNWRITABLE.sub("\ufffd", text)
