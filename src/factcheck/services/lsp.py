"""A language server: what `verify` says of a text, while it is written. Needs the extra `[lsp]`.

Judging is the work of one thread beside the server's own, which owns the libraries: it waits until nothing has been
typed for a moment, and gives up as soon as there is a newer version.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any, TypeVar

from lsprotocol import types
from pygls import uris
from pygls.lsp.server import LanguageServer

from factcheck import __version__
from factcheck.errors import ConfigError, FactcheckError
from factcheck.lean import regex as re
from factcheck.lean.record import dataclass, field
from factcheck.model import Finding
from factcheck.report import outcome
from factcheck.report.choice import Choice
from factcheck.report.fingerprint import fingerprint
from factcheck.services import diagnostics as shown
from factcheck.services.library import Library, source_of
from factcheck.services.revised import Revised

# How long nothing is typed before a text is judged, in seconds.
PAUSE = 0.3
# What is behind the pointer when a key is typed.
KEY = re.compile(r"\[[^\]\n]*@([\w:.#/-]*)$")

T = TypeVar("T")


@dataclass(slots=True)
class Open:
    """A text in the editor. version: the last one known; findings: of the version that was judged last."""

    version: int = 0
    is_draft: bool = False
    revised: Revised = field(default_factory=Revised)
    findings: list[Finding] = field(default_factory=list)
    waiting: asyncio.Task[None] | None = None


class Server(LanguageServer):
    """The server, with the texts that are open and the libraries of their projects."""

    def __init__(self, config: Path | None = None) -> None:
        super().__init__(shown.NAME, __version__)
        self._config = config
        self._judge = ThreadPoolExecutor(1, "judge")
        self._libraries: dict[Path, Library] = {}
        self.texts: dict[str, Open] = {}

    async def judged(self, work: Callable[..., T], *arguments: Any) -> T:
        """What work gives that asks a library: all of it is done by one thread."""
        return await asyncio.get_running_loop().run_in_executor(self._judge, work, *arguments)

    def library_of(self, path: Path, *, fresh: bool = False) -> Library | None:
        """The library of the project that a text lies in; None for a text of no project, and for a source."""
        from factcheck import config, workspace
        from factcheck.workspace.survey import counts

        try:
            file = self._config or config.find(path.parent)
        except ConfigError:
            return None
        project = config.load(file)
        if counts(project, str(path)):
            return None
        if fresh and (old := self._libraries.pop(project.path, None)):
            old.close()
        if project.path not in self._libraries:
            self._libraries[project.path] = Library(project, workspace.open_library(project))
        return self._libraries[project.path]

    def schedule(self, uri: str, version: int, *, whole: bool = False) -> None:
        """Judge a text soon, and none of its older versions any more."""
        text = self.texts.setdefault(uri, Open())
        text.version = version
        if text.waiting:
            text.waiting.cancel()
        text.waiting = asyncio.ensure_future(self._soon(uri, text, version, whole))

    async def _soon(self, uri: str, text: Open, version: int, whole: bool) -> None:
        if not whole:
            await asyncio.sleep(PAUSE)
        document = self.workspace.get_text_document(uri)
        try:
            found = await self.judged(self._found, Path(document.path), document.source, text, version, whole)
        except FactcheckError as error:
            self.window_show_message(types.ShowMessageParams(types.MessageType.Warning, str(error)))
            return
        if found is None or text.version != version or uri not in self.texts:
            return
        text.findings, reported, library = found
        sent = shown.diagnostics(reported, shown.reach(document), library)
        self.text_document_publish_diagnostics(types.PublishDiagnosticsParams(uri, sent, version))

    def _found(
        self, path: Path, source: str, text: Open, version: int, whole: bool
    ) -> tuple[list[Finding], list[Finding], Library] | None:
        """All findings on a text and those to report; None where it is no draft or there is a newer version."""
        if text.version != version:
            return None
        library = self.library_of(path, fresh=whole)
        text.is_draft = library is not None
        if library is None:
            return None
        draft = source_of(source, str(path))
        if whole:
            found = text.revised.whole(library, draft)
        else:
            found = text.revised.changed(library, draft, lambda: text.version == version)
        if text.version != version:
            return None
        report: outcome.Report = library.report([(draft, found)], Choice.of_project(library.project))
        return found, list(report.shown), library

    def finding_at(self, uri: str, fingerprint_: str) -> Finding | None:
        """The finding of a text that a command means."""
        text = self.texts.get(uri)
        return next((one for one in text.findings if fingerprint(one) == fingerprint_), None) if text else None


def serve(config: Path | None) -> None:
    """Answer an editor on standard input and output until it leaves."""
    server(config).start_io()


def server(config: Path | None) -> Server:
    """The server with all it answers, not yet running."""
    made = Server(config)
    _follow(made)
    _answer(made)
    _obey(made)
    return made


def _follow(made: Server) -> None:
    """What the editor tells of its texts."""

    @made.feature(types.TEXT_DOCUMENT_DID_OPEN)
    def opened(ls: Server, params: types.DidOpenTextDocumentParams) -> None:
        ls.schedule(params.text_document.uri, params.text_document.version, whole=True)

    @made.feature(types.TEXT_DOCUMENT_DID_CHANGE)
    def changed(ls: Server, params: types.DidChangeTextDocumentParams) -> None:
        ls.schedule(params.text_document.uri, params.text_document.version)

    @made.feature(types.TEXT_DOCUMENT_DID_SAVE)
    def saved(ls: Server, params: types.DidSaveTextDocumentParams) -> None:
        saved_one = ls.texts.get(params.text_document.uri)
        for uri, text in ls.texts.items():
            # A file that is no draft may be a source or a claim, on which all drafts hang.
            if text is saved_one or not (saved_one and saved_one.is_draft):
                ls.schedule(uri, text.version, whole=True)

    @made.feature(types.TEXT_DOCUMENT_DID_CLOSE)
    def closed(ls: Server, params: types.DidCloseTextDocumentParams) -> None:
        text = ls.texts.pop(params.text_document.uri, None)
        if text and text.waiting:
            text.waiting.cancel()
        ls.text_document_publish_diagnostics(types.PublishDiagnosticsParams(params.text_document.uri, []))


def _answer(made: Server) -> None:
    """What the editor asks."""

    def within(ls: Server, uri: str, place: types.Range) -> list[Finding]:
        text = ls.texts.get(uri)
        document = ls.workspace.get_text_document(uri)
        start, end = (document.offset_at_position(position) for position in (place.start, place.end))
        found = text.findings if text else []
        return [one for one in found if one.claim.span.start <= end and start <= one.claim.span.end]

    @made.feature(types.TEXT_DOCUMENT_HOVER)
    def hover(ls: Server, params: types.HoverParams) -> types.Hover | None:
        uri = params.text_document.uri
        found = within(ls, uri, types.Range(params.position, params.position))
        narrow = sorted(found, key=lambda one: one.claim.span.end - one.claim.span.start)
        where = shown.reach(ls.workspace.get_text_document(uri))
        return shown.hover(narrow[0], where(narrow[0])) if narrow else None

    @made.feature(
        types.TEXT_DOCUMENT_CODE_ACTION, types.CodeActionOptions(code_action_kinds=[types.CodeActionKind.QuickFix])
    )
    def actions(ls: Server, params: types.CodeActionParams) -> list[types.CodeAction]:
        document = ls.workspace.get_text_document(params.text_document.uri)
        where = shown.reach(document)
        found = within(ls, params.text_document.uri, params.range)
        given = params.context.diagnostics
        return [action for one in found for action in shown.actions(one, document, where(one), given)]

    @made.feature(types.TEXT_DOCUMENT_COMPLETION, types.CompletionOptions(trigger_characters=["@"]))
    async def complete(ls: Server, params: types.CompletionParams) -> list[types.CompletionItem]:
        document = ls.workspace.get_text_document(params.text_document.uri)
        offset = document.offset_at_position(params.position)
        begun = KEY.search(document.source, max(0, offset - 200), offset)
        return await ls.judged(_completions, ls, Path(document.path), begun[1]) if begun else []


def _completions(ls: Server, path: Path, begun: str) -> list[types.CompletionItem]:
    library = ls.library_of(path)
    return shown.completions(library, begun) if library else []


def _obey(made: Server) -> None:
    """What the editor has done for it."""

    @made.command(shown.ACCEPT)
    async def accept(ls: Server, uri: str, mark: str, reason: str, until: str) -> None:
        finding = ls.finding_at(uri, mark)
        if finding is None:
            return
        if not reason.strip():
            words = f"Say why: factcheck accept {mark} --draft {uris.to_fs_path(uri)} --reason …"
            ls.window_show_message(types.ShowMessageParams(types.MessageType.Info, words))
            return
        await ls.judged(_accepted, ls, Path(uris.to_fs_path(uri) or ""), finding, reason, until)
        ls.schedule(uri, ls.texts[uri].version, whole=True)

    @made.command(shown.OPEN)
    async def open_source(ls: Server, uri: str, mark: str, number: int) -> None:
        finding, path = ls.finding_at(uri, mark), Path(uris.to_fs_path(uri) or "")
        library = await ls.judged(ls.library_of, path)
        if finding is None or library is None or number >= len(finding.evidence):
            return
        place = shown.location(finding.evidence[number], library)
        await ls.window_show_document_async(types.ShowDocumentParams(place.uri, take_focus=True, selection=place.range))


def _accepted(ls: Server, path: Path, finding: Finding, reason: str, until: str) -> None:
    from factcheck.report.accepted import accept
    from factcheck.workspace.claims import today

    library = ls.library_of(path)
    if library:
        accept(library.project.root, finding, today(), reason=reason, until=until)
