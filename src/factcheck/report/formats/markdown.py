"""The findings as Markdown, for a comment on a pull request or the summary of a run."""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.report.formats import Style
from factcheck.report.formats.issue import Issue, issues
from factcheck.report.formats.text import closing
from factcheck.report.notations import markdown
from factcheck.report.outcome import Report
from factcheck.report.visible import unheard


def render(report: Report, style: Style) -> str:
    """A table of findings for each draft that has some, and the line that counts."""
    by_path: dict[str, list[Issue]] = {}
    for issue in issues(report):
        by_path.setdefault(issue.path, []).append(issue)
    parts = ["\n".join(_table(path, found)) for path, found in by_path.items()]
    return unheard("\n\n".join([*parts, closing(report, style.width)]) + "\n")


def _table(path: str, found: list[Issue]) -> Iterator[str]:
    yield f"### {markdown(path)}"
    yield ""
    yield "| line | | finding | sources |"
    yield "|---|---|---|---|"
    for issue in found:
        passages = "<br>".join(map(markdown, issue.passages))
        place = str(issue.line) if issue.finding.claim.place.has_lines else issue.finding.claim.place.words()
        code = f"[{issue.code}]({issue.page}) {issue.name}"
        yield f"| {markdown(place)} | {code} | {markdown(issue.message)} | {passages} |"
