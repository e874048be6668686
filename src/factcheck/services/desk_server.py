"""The web page of `factcheck serve`: what it shows is asked anew each time, and what it writes are the same files."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Iterator, Mapping
from contextlib import closing, contextmanager
from hashlib import blake2b
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import parse_qs

from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse, RedirectResponse, Response
from starlette.routing import Route

from factcheck import config, workspace
from factcheck.errors import FactcheckError, InputError
from factcheck.report.choice import Choice
from factcheck.report.settled import place_of
from factcheck.report.stamp import stamp
from factcheck.services import decisions, desk_pages
from factcheck.services.desk_pages import DraftState
from factcheck.services.library import Library, source_of
from factcheck.workspace.files import find

if TYPE_CHECKING:
    from factcheck.config import Config
    from factcheck.report.outcome import Report

MOST_ANSWERS = 30
Handler = Callable[["Desk", Mapping[str, str]], Response]


class Desk:
    """A project as the page sees it; everything is done in the thread that answers, one thing after another.

    by: who decides, where the page does not say; hidden_too: whether confidential claims are shown as well
    """

    def __init__(self, project_file: Path, by: str = "", *, hidden_too: bool = False) -> None:
        self.project_file, self.by, self.hidden_too = project_file, by, hidden_too
        self._states: dict[tuple[str, str, str], DraftState] = {}

    def project(self) -> Config:
        """The project file as it is now."""
        return config.load(self.project_file)

    @contextmanager
    def library(self) -> Iterator[Library]:
        """The library as it is now."""
        project = self.project()
        with closing(workspace.open_library(project)) as store:
            yield Library(project, store, hidden_too=self.hidden_too)

    def drafts(self) -> list[str]:
        """The drafts of the project, named from its folder."""
        project = self.project()
        return [found.path for found in find(project.root, project.drafts, project.passed_by)]

    def draft(self, name: str) -> Path:
        """A draft of the project. Raises InputError for any other file."""
        if name not in self.drafts():
            raise InputError(f"{name}: is no draft of the project")
        return self.project().root / name

    def report(self, library: Library, name: str) -> Report:
        """The report on a draft."""
        path = self.draft(name)
        source = source_of(path)
        return library.report(
            [(source, library.judge_source(source))], Choice.of_project(library.project, show_all=True)
        )

    def state(self, name: str) -> str:
        """A mark of what a draft says and of what is noted of it."""
        path = self.draft(name)
        noted = place_of(self.project().root, path)
        kept = noted.read_bytes() if noted is not None and noted.is_file() else b""
        return blake2b(path.read_bytes() + b"\0" + kept, digest_size=8).hexdigest()

    def counted(self, library: Library, name: str, mark: str) -> DraftState:
        """How far a draft is; a draft that has not changed is not checked again against the same library."""
        key = (name, self.state(name), mark)
        if key not in self._states:
            try:
                report = self.report(library, name)
                settled = sum(check.is_settled for _, check in report.checks)
                self._states[key] = DraftState(name, report.summary(), settled)
            except InputError as error:
                self._states[key] = DraftState(name, {}, 0, str(error))
        return self._states[key]


def drafts(desk: Desk, asked: Mapping[str, str]) -> Response:
    """Every draft with its state."""
    with desk.library() as library:
        mark = stamp(library.store)
        return HTMLResponse(desk_pages.drafts([desk.counted(library, name, mark) for name in desk.drafts()], mark))


def draft(desk: Desk, asked: Mapping[str, str]) -> Response:
    """A draft with its findings."""
    name = asked.get("path", "")
    with desk.library() as library:
        state = desk.state(name)
        return HTMLResponse(desk_pages.draft(name, desk.report(library, name), state, desk.by))


def state(desk: Desk, asked: Mapping[str, str]) -> Response:
    """Whether a draft has changed since."""
    return JSONResponse({"state": desk.state(asked.get("path", ""))})


def document(desk: Desk, asked: Mapping[str, str]) -> Response:
    """A source of the library."""
    with desk.library() as library:
        identifier = asked.get("id", "")
        number = library.store.find_documents([identifier]).get(identifier)
        if number is None:
            raise InputError("the library has no such document")
        about = library.store.documents([number])[number]
        ids = [passage.id for passage in library.store.passages_of([number])[number]]
        claims = [stored for own in library.store.claims(ids).values() for stored in own]
        return HTMLResponse(desk_pages.document(library.store, number, about, claims))


def conflicts(desk: Desk, asked: Mapping[str, str]) -> Response:
    """The conflicts of the library."""
    with desk.library() as library:
        found = library.conflicts()
        decided = {ruling.conflict: ruling for ruling in library.curation.rulings}
        rulings = {c.id: decided[pair] for c in found for pair in reversed(c.pairs) if pair in decided}
        documents = library.store.documents({one.document for c in found for side in c.sides for one in side.claims})
        return HTMLResponse(desk_pages.conflicts(found, documents, rulings, desk.by))


def lookup(desk: Desk, asked: Mapping[str, str]) -> Response:
    """Answers to a query."""
    query = asked.get("q", "").strip()
    with desk.library() as library:
        answers = library.lookup(query, limit=MOST_ANSWERS) if query else []
        return HTMLResponse(desk_pages.lookup(query, answers))


def note(desk: Desk, asked: Mapping[str, str]) -> Response:
    """Note what came of a finding."""
    name = asked.get("path", "")
    noted = (asked.get("status", ""), asked.get("owner", "").strip(), asked.get("note", "").strip())
    with desk.library() as library:
        decisions.note(library, desk.draft(name), asked.get("key", ""), noted)
    return _back(desk_pages.draft_address(name))


def claim(desk: Desk, asked: Mapping[str, str]) -> Response:
    """Propose a claim made of a passage."""
    with desk.library() as library:
        found, passage = decisions.claim_of(library, asked.get("id", ""))
        decisions.propose(library.project, found, passage, {"subject": asked.get("subject", "").strip()})
    return _back(asked.get("back", "/"))


def rule(desk: Desk, asked: Mapping[str, str]) -> Response:
    """Rule on a conflict."""
    reason = asked.get("reason", "").strip()
    if not reason:
        raise InputError("a ruling needs a reason")
    with desk.library() as library:
        decisions.rule(library, asked.get("conflict", ""), asked.get("keep", ""), reason, asked.get("by", "").strip())
    return _back("/conflicts")


def _back(address: str) -> Response:
    """To a page of ours, and to nowhere else."""
    ours = address.startswith("/") and not address.startswith(("//", "/\\"))
    return RedirectResponse(address if ours else "/", status_code=303)


SHOWN: Mapping[str, Handler] = {
    "/": drafts, "/draft": draft, "/state": state, "/document": document, "/conflicts": conflicts, "/lookup": lookup,
}  # fmt: skip
DONE: Mapping[str, Handler] = {"/note": note, "/claim": claim, "/rule": rule}


def application(desk: Desk) -> Starlette:
    """The pages and what can be sent to them; whoever may ask is for `desk_guard` to say."""
    routes = [Route(path, _shows(desk, handler), methods=["GET"]) for path, handler in SHOWN.items()]
    routes += [Route(path, _does(desk, handler), methods=["POST"]) for path, handler in DONE.items()]
    return Starlette(routes=routes)


def _shows(desk: Desk, handler: Handler) -> Callable[[Request], Awaitable[Response]]:
    # `async`, so that it runs in the one thread that opened the index.
    async def shows(request: Request) -> Response:
        return _answered(desk, handler, dict(request.query_params), "/")

    return shows


def _does(desk: Desk, handler: Handler) -> Callable[[Request], Awaitable[Response]]:
    async def does(request: Request) -> Response:
        sent = parse_qs((await request.body()).decode("utf-8", "replace"), keep_blank_values=True)
        given = {name: values[0] for name, values in sent.items()}
        return _answered(desk, handler, given, given.get("back", "/"))

    return does


def _answered(desk: Desk, handler: Handler, asked: Mapping[str, str], back: str) -> Response:
    try:
        return handler(desk, asked)
    except FactcheckError as error:
        return HTMLResponse(desk_pages.problem(str(error), back if back.startswith("/") else "/"), status_code=400)
