"""The language server as an editor meets it: a process of its own, asked over its standard streams."""

from __future__ import annotations

import ast
import asyncio
import os
import sys
import threading
import time
from collections.abc import Awaitable, Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from lsprotocol import types
from pygls.lsp.client import LanguageClient
from tests.cli.conftest import PROJECT, SOURCE

WRONG = "Turnout in the harbour vote was 61 percent.\n\nTwelve boats sank in November 2019.\n"
PATIENCE = 60.0
CLAIM = '[[claim]]\nid = "open-boats"\nkind = "count"\nsubject = "The storm"\nvalue = 12\n'
HIDDEN = CLAIM.replace("open-boats", "open-secret") + "confidential = true\n"


class Editor:
    """An editor with one server: what it sends, and what it was sent."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.client = LanguageClient("editor", "1")
        self.sent: asyncio.Queue[types.PublishDiagnosticsParams] = asyncio.Queue()
        self.messages: list[str] = []
        self.shown: list[types.ShowDocumentParams] = []

        self.client.feature(types.TEXT_DOCUMENT_PUBLISH_DIAGNOSTICS)(lambda params: self.sent.put_nowait(params))
        self.client.feature(types.WINDOW_SHOW_MESSAGE)(lambda params: self.messages.append(params.message))
        self.client.feature(types.WINDOW_SHOW_DOCUMENT)(lambda params: self._show(params))

    def _show(self, params: types.ShowDocumentParams) -> types.ShowDocumentResult:
        self.shown.append(params)
        return types.ShowDocumentResult(True)

    async def start(self) -> None:
        await self.client.start_io(sys.executable, "-m", "factcheck", "lsp", cwd=self.root, env=dict(os.environ))
        await self.client.initialize_async(
            types.InitializeParams(types.ClientCapabilities(), root_uri=self.root.as_uri())
        )
        self.client.initialized(types.InitializedParams())

    async def stop(self) -> None:
        await self.client.shutdown_async(None)
        self.client.exit(None)
        await self.client.stop()  # type: ignore[no-untyped-call] # pygls types it not

    def uri(self, name: str) -> str:
        return (self.root / name).as_uri()

    async def open(self, name: str, text: str) -> list[types.Diagnostic]:
        item = types.TextDocumentItem(self.uri(name), "markdown", 1, text)
        self.client.text_document_did_open(types.DidOpenTextDocumentParams(item))
        return await self.diagnostics(name, 1)

    def save(self, name: str, text: str) -> None:
        """Save a file of the project that is no draft."""
        (self.root / name).write_text(text, encoding="utf-8")
        identifier = types.TextDocumentIdentifier(self.uri(name))
        self.client.text_document_did_save(types.DidSaveTextDocumentParams(identifier))

    def change(self, name: str, text: str, version: int) -> None:
        place = types.VersionedTextDocumentIdentifier(version, self.uri(name))
        whole = types.TextDocumentContentChangeWholeDocument(text)
        self.client.text_document_did_change(types.DidChangeTextDocumentParams(place, [whole]))

    async def diagnostics(self, name: str, version: int) -> list[types.Diagnostic]:
        """Those of a version of a text, once they are sent."""
        while True:
            params = await asyncio.wait_for(self.sent.get(), PATIENCE)
            if (params.uri, params.version) == (self.uri(name), version):
                return list(params.diagnostics)

    async def actions(self, name: str, line: int, column: int) -> dict[str, types.CodeAction]:
        place = types.Position(line, column)
        asked = types.CodeActionParams(
            types.TextDocumentIdentifier(self.uri(name)), types.Range(place, place), types.CodeActionContext([])
        )
        found = await self.client.text_document_code_action_async(asked) or []
        return {action.title: _action(action) for action in found}

    async def hover(self, name: str, line: int, column: int) -> str:
        asked = types.HoverParams(types.TextDocumentIdentifier(self.uri(name)), types.Position(line, column))
        found = await self.client.text_document_hover_async(asked)
        return found.contents.value if found and isinstance(found.contents, types.MarkupContent) else ""

    async def complete(self, name: str, line: int, column: int) -> list[str]:
        asked = types.CompletionParams(types.TextDocumentIdentifier(self.uri(name)), types.Position(line, column))
        found = await self.client.text_document_completion_async(asked)
        return [item.label for item in found] if isinstance(found, list) else []

    async def command(self, name: str, *arguments: Any) -> None:
        await self.client.workspace_execute_command_async(types.ExecuteCommandParams(name, list(arguments)))


def _action(read: types.CodeAction | types.Command) -> types.CodeAction:
    """An action as it was sent: lsprotocol 2025.0.0 reads one that holds a command as that command, written out."""
    if isinstance(read, types.CodeAction):
        return read
    command = ast.literal_eval(read.command)
    return types.CodeAction(read.title, command=types.Command(**command))


def lay_out(root: Path) -> Path:
    """A project with one source and two claims, one of them confidential."""
    files = {"factcheck.toml": PROJECT, "sources/report.txt": SOURCE, "claims/a.toml": CLAIM + HIDDEN}
    for name, text in files.items():
        (root / name).parent.mkdir(exist_ok=True)
        (root / name).write_text(text, encoding="utf-8")
    return root


Conversation = Callable[[Editor], Awaitable[None]]
Talk = Callable[[Conversation], None]


@contextmanager
def server(root: Path) -> Iterator[Talk]:
    """A server that has been running for a while: each starts for a second."""
    loop = asyncio.new_event_loop()
    thread = threading.Thread(target=loop.run_forever)
    thread.start()

    async def begin() -> Editor:
        editor = Editor(lay_out(root))
        await editor.start()
        return editor

    def wait(work: Any) -> Any:
        return asyncio.run_coroutine_threadsafe(work, loop).result(4 * PATIENCE)

    editor = wait(begin())
    yield lambda conversation: wait(conversation(editor))
    wait(editor.stop())
    loop.call_soon_threadsafe(loop.stop)
    thread.join()
    loop.close()


@pytest.fixture(scope="module")
def chat(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Talk]:
    """Each about a text of its own."""
    with server(tmp_path_factory.mktemp("texts")) as talk:
        yield talk


@pytest.fixture(scope="module")
def changing(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Talk]:
    """Each changes the project, and makes it again what it was."""
    with server(tmp_path_factory.mktemp("project")) as talk:
        yield talk


def applied(text: str, action: types.CodeAction) -> str:
    """A text with the edits of an action, none of which overlap."""
    assert action.edit
    assert action.edit.changes
    (edits,) = action.edit.changes.values()
    starts = [0]
    for line in text.splitlines(keepends=True):
        starts.append(starts[-1] + len(line))

    def offset(position: types.Position) -> int:
        return min(len(text), starts[min(position.line, len(starts) - 1)] + position.character)

    for edit in sorted(edits, key=lambda one: offset(one.range.start), reverse=True):
        text = text[: offset(edit.range.start)] + edit.new_text + text[offset(edit.range.end) :]
    return text


def test_a_text_is_checked_when_it_is_opened_and_when_it_changes(chat: Talk) -> None:
    async def conversation(editor: Editor) -> None:
        (found,) = await editor.open("a.md", WRONG)
        assert (found.code, found.severity, found.source) == ("FC101", types.DiagnosticSeverity.Error, "factcheck")
        assert found.range == types.Range(types.Position(0, 32), types.Position(0, 42))
        assert found.code_description
        assert found.code_description.href.endswith("docs/rules.md#fc101-figure-differs")
        assert found.related_information
        assert found.related_information[0].location.uri == (editor.root / "sources" / "report.txt").as_uri()
        editor.change("a.md", WRONG.replace("61 percent", "67 percent"), 2)
        assert await editor.diagnostics("a.md", 2) == []
        editor.change("a.md", WRONG + "\nThe festival drew 812 visitors.\n", 3)
        found, hint = await editor.diagnostics("a.md", 3)
        assert (hint.code, hint.severity) == ("FC103", types.DiagnosticSeverity.Hint)

    chat(conversation)


def test_of_versions_that_follow_one_another_the_last_is_checked(chat: Talk) -> None:
    async def conversation(editor: Editor) -> None:
        await editor.open("b.md", WRONG)
        for version in range(2, 12):
            editor.change("b.md", WRONG + f"\nIt drew {version} visitors.\n", version)
        await editor.diagnostics("b.md", 11)
        assert editor.sent.empty()

    chat(conversation)


def test_places_are_counted_as_the_editor_counts(chat: Talk) -> None:
    async def conversation(editor: Editor) -> None:
        (found,) = await editor.open("c.md", f"🌊🌊 {WRONG}")
        assert (found.range.start.character, found.range.end.character) == (32 + 5, 42 + 5)

    chat(conversation)


def test_under_the_pointer_stands_what_the_sources_say(chat: Talk) -> None:
    async def conversation(editor: Editor) -> None:
        await editor.open("d.md", WRONG)
        wrong, right = await editor.hover("d.md", 0, 34), await editor.hover("d.md", 2, 2)
        assert "FC101 figure-differs" in wrong
        assert "> Turnout in the harbour vote of 3 May 2020 was 67 percent." in wrong
        assert right.startswith("**supported**")
        assert await editor.hover("d.md", 0, 2) == ""

    chat(conversation)


def test_what_can_be_done_at_once(changing: Talk) -> None:
    async def conversation(editor: Editor) -> None:
        await editor.open("draft.md", WRONG)
        actions = await editor.actions("draft.md", 0, 34)
        assert list(actions) == [
            "Write “67 percent”, as the source has it",
            "Let it stand, with a reason in the text",
            "Let it stand, with a reason in factcheck-accepted.toml",
            "Open “The harbour report”",
        ]
        first, comment, accept, open_source = actions.values()
        assert applied(WRONG, first) == WRONG.replace("61", "67")
        assert applied(WRONG, comment).splitlines()[0].endswith("61 percent. <!-- factcheck: ignore FC101: -->")
        assert open_source.command
        await editor.command(open_source.command.command, *(open_source.command.arguments or ()))
        assert [shown.uri for shown in editor.shown] == [editor.uri("sources/report.txt")]
        assert editor.shown[0].selection
        assert editor.shown[0].selection.start.line == 2
        cite = (await editor.actions("draft.md", 2, 2))["Cite “The harbour report”"]
        assert applied(WRONG, cite).splitlines()[2:] == [
            "Twelve[^1] boats sank in November 2019.",
            "",
            "[^1]: “The harbour report”, 2020-05-03 or later.",
        ]
        assert accept.command
        await editor.command(accept.command.command, *(accept.command.arguments or ()))
        assert "Say why" in editor.messages[-1]
        uri, mark, *_ = accept.command.arguments or ()
        await editor.command(accept.command.command, uri, mark, "our own count", "2199-12-31")
        assert await editor.diagnostics("draft.md", 1) == []
        (editor.root / "factcheck-accepted.toml").unlink()

    changing(conversation)


def test_keys_and_claims_complete_what_is_cited(chat: Talk) -> None:
    async def conversation(editor: Editor) -> None:
        text = "Twelve boats sank [@rep] and [see @open-].\nWrite to me@open.example\n"
        await editor.open("e.md", text)
        assert await editor.complete("e.md", 0, text.index("]")) == ["report"]
        assert await editor.complete("e.md", 0, text.index(".") - 1) == ["open-boats"]
        assert await editor.complete("e.md", 1, 15) == []

    chat(conversation)


@pytest.mark.parametrize("name", ["sources/report.txt", "sources/new.txt"])
def test_a_source_is_no_draft(name: str, chat: Talk) -> None:
    async def conversation(editor: Editor) -> None:
        item = types.TextDocumentItem(editor.uri(name), "plaintext", 1, WRONG)
        editor.client.text_document_did_open(types.DidOpenTextDocumentParams(item))
        await editor.open("f.md", WRONG)
        assert editor.sent.empty()

    chat(conversation)


def test_a_broken_project_file_is_told(changing: Talk) -> None:
    async def conversation(editor: Editor) -> None:
        said = len(editor.messages)
        editor.save("factcheck.toml", "[library]\nsources = [\n")
        item = types.TextDocumentItem(editor.uri("broken.md"), "markdown", 1, WRONG)
        editor.client.text_document_did_open(types.DidOpenTextDocumentParams(item))
        end = time.monotonic() + PATIENCE
        while len(editor.messages) == said and time.monotonic() < end:
            await asyncio.sleep(0.05)
        assert "factcheck.toml:" in editor.messages[said]
        editor.save("factcheck.toml", PROJECT)
        assert len(await editor.diagnostics("broken.md", 1)) == 1

    changing(conversation)


def test_a_saved_source_is_seen(changing: Talk) -> None:
    async def conversation(editor: Editor) -> None:
        assert len(await editor.open("saved.md", WRONG)) == 1
        editor.save("sources/report.txt", SOURCE.replace("67 percent", "61 percent"))
        assert await editor.diagnostics("saved.md", 1) == []
        editor.save("sources/report.txt", SOURCE)
        assert len(await editor.diagnostics("saved.md", 1)) == 1

    changing(conversation)
