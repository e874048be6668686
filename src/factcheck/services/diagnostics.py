"""Findings as an editor takes them: diagnostics, what is shown under the pointer, and what can be done at once."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from lsprotocol import types

from factcheck.model import Evidence, Finding, Verdict
from factcheck.report.fingerprint import fingerprint
from factcheck.report.footnotes import cited
from factcheck.report.notations import MARKDOWN, markdown
from factcheck.report.visible import visible_line
from factcheck.rules import RULES, Level, codes
from factcheck.rules.online import page
from factcheck.text.wording import imprint, title

if TYPE_CHECKING:
    from pygls.workspace import TextDocument

    from factcheck.services.library import Library

NAME = "factcheck"
# More than this is too much for any editor, and for any eye.
MOST = 200
# What no source speaks of is a hint: most of it is right.
HINTS = frozenset({codes.FIGURE_UNSOURCED, codes.QUOTATION_UNSOURCED})
SEVERITY = {Level.ERROR: types.DiagnosticSeverity.Error, Level.WARNING: types.DiagnosticSeverity.Warning}
ACCEPT, OPEN = f"{NAME}.accept", f"{NAME}.openSource"

Reach = Callable[[Finding], types.Range]


def reach(document: TextDocument) -> Reach:
    """Tells where a finding stands in a document, in the units that the editor counts in."""

    def of(finding: Finding) -> types.Range:
        start, end = finding.claim.span
        return types.Range(document.client_position_at_offset(start), document.client_position_at_offset(end))

    return of


def diagnostics(findings: Sequence[Finding], where: Reach, library: Library) -> list[types.Diagnostic]:
    """The findings that have a rule, the most that an editor takes."""
    return [_diagnostic(finding, where(finding), library) for finding in findings if finding.rule][:MOST]


def _diagnostic(finding: Finding, place: types.Range, library: Library) -> types.Diagnostic:
    rule = RULES[finding.rule]
    return types.Diagnostic(
        place,
        visible_line(finding.message),
        severity=types.DiagnosticSeverity.Hint if finding.rule in HINTS else SEVERITY[rule.level],
        code=rule.code,
        code_description=types.CodeDescription(page(rule)),
        source=NAME,
        related_information=[_related(finding, evidence, library) for evidence in finding.evidence[:2]],
        data=fingerprint(finding),
    )


def _related(finding: Finding, evidence: Evidence, library: Library) -> types.DiagnosticRelatedInformation:
    words = f"{finding.bearing(evidence)}: {visible_line(title(evidence.document))}: {visible_line(_passage(evidence))}"
    return types.DiagnosticRelatedInformation(location(evidence, library), words)


def location(evidence: Evidence, library: Library) -> types.Location:
    """The line of a source that a passage begins on; of a file that is no text, its beginning."""
    line = evidence.claim.line - 1 if evidence.claim.place.has_lines else 0
    place = types.Position(max(0, line), 0)
    return types.Location(uri_of(library.path_of(evidence.document)), types.Range(place, place))


def uri_of(path: Path) -> str:
    """The address of a file."""
    return path.absolute().as_uri()


def _passage(evidence: Evidence) -> str:
    return evidence.claim.sentence or evidence.claim.text


def hover(finding: Finding, place: types.Range) -> types.Hover:
    """What is known of a figure: the verdict, and each passage with where it stands."""
    return types.Hover(types.MarkupContent(types.MarkupKind.Markdown, "\n\n".join(_told(finding))), place)


def _told(finding: Finding) -> Iterator[str]:
    rule = RULES.get(finding.rule)
    head = f"[{rule.code} {rule.name}]({page(rule)})" if rule else f"**{finding.verdict.value}**"
    yield f"{head}: {markdown(finding.message)}"
    for evidence in finding.evidence[:3]:
        about = imprint(evidence.document)
        source = f"{title(evidence.document)}{f' ({about})' if about else ''}, {evidence.claim.where}"
        yield f"*{finding.bearing(evidence)}*: {markdown(source)}"
        yield f"> {markdown(_passage(evidence))}"


def actions(
    finding: Finding, document: TextDocument, place: types.Range, given: Sequence[types.Diagnostic]
) -> Iterator[types.CodeAction]:
    """What can be done about a finding, the likeliest first."""
    own = [one for one in given if one.data == fingerprint(finding)] or None
    if finding.rule and finding.suggestion:
        edit = types.TextEdit(place, finding.suggestion)
        yield _edits(f"Write “{visible_line(finding.suggestion)}”, as the source has it", document, [edit], own)
    stands = finding.verdict is Verdict.SUPPORTED and not finding.rule
    if stands and finding.evidence and document.path.endswith((".md", ".markdown")):
        edits = _citation(finding, document)
        if edits:
            yield _edits(f"Cite {visible_line(title(finding.evidence[0].document))}", document, edits, own)
    if finding.rule:
        yield _edits("Let it stand, with a reason in the text", document, [_comment(finding, document, place)], own)
        # The reason and the last day are for the editor to fill in, if it can ask for them.
        arguments = [document.uri, fingerprint(finding), "", ""]
        command = types.Command("Let it stand, with a reason in factcheck-accepted.toml", ACCEPT, arguments=arguments)
        yield types.CodeAction(command.title, types.CodeActionKind.QuickFix, diagnostics=own, command=command)
    for number, evidence in enumerate(finding.evidence[:2]):
        words = f"Open {visible_line(title(evidence.document))}"
        command = types.Command(words, OPEN, arguments=[document.uri, fingerprint(finding), number])
        yield types.CodeAction(words, types.CodeActionKind.Empty, command=command)


def _edits(
    words: str, document: TextDocument, edits: list[types.TextEdit], own: Sequence[types.Diagnostic] | None
) -> types.CodeAction:
    change = types.WorkspaceEdit(changes={document.uri: edits})
    return types.CodeAction(words, types.CodeActionKind.QuickFix, diagnostics=own, edit=change)


def _comment(finding: Finding, document: TextDocument, place: types.Range) -> types.TextEdit:
    """A comment at the end of the line, whose reason is still to be written: until then it is reported itself."""
    line = document.lines[place.start.line].rstrip("\r\n")
    end = types.Position(place.start.line, document.position_codec.client_num_units(line))
    return types.TextEdit(types.Range(end, end), f" <!-- factcheck: ignore {finding.rule}: -->")


def _citation(finding: Finding, document: TextDocument) -> list[types.TextEdit]:
    """The lines that `cite` would change for this figure alone: its own, and those put at the end."""
    old = document.source
    new, _ = cited(old, [finding], MARKDOWN)
    before, after = old.splitlines(keepends=True), new.splitlines(keepends=True)
    edits = []
    for number, (was, becomes) in enumerate(zip(before, after, strict=False)):
        if was != becomes:
            edits.append(types.TextEdit(_line(number, was, document), becomes))
    if rest := "".join(after[len(before) :]):
        end = document.client_position_at_offset(len(old))
        edits.append(types.TextEdit(types.Range(end, end), rest))
    return edits


def _line(number: int, text: str, document: TextDocument) -> types.Range:
    end = document.position_codec.client_num_units(text.rstrip("\r\n"))
    whole = types.Position(number + 1, 0) if text.endswith("\n") else types.Position(number, end)
    return types.Range(types.Position(number, 0), whole)


def completions(library: Library, begun: str) -> list[types.CompletionItem]:
    """What can stand behind `[@`: documents by their keys, and curated claims."""
    from factcheck.workspace.claims import today

    kind = types.CompletionItemKind.Reference
    documents = library.store.documents().values()
    items = [types.CompletionItem(one.id, kind=kind, detail=title(one)) for one in documents]
    items += [
        types.CompletionItem(one.id, kind=types.CompletionItemKind.Constant, detail=f"{one.subject} {one.notation}")
        for one in library.curation.claims
        if not one.hidden(today())
    ]
    return [item for item in items if item.label.casefold().startswith(begun.casefold())][:MOST]
