"""A server by which language models ask a project: the Model Context Protocol over standard input and output.

Needs the extra `[mcp]`. Every tool only reads.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from pathlib import Path
from typing import Any

from mcp.server.mcpserver import MCPServer
from mcp.server.mcpserver.exceptions import ToolError
from mcp_types import ToolAnnotations

from factcheck import __version__
from factcheck.errors import FactcheckError
from factcheck.report.formats.contract import Record
from factcheck.services.answers import NOTICE, Answers

INSTRUCTIONS = (
    "Checks figures, dates and quotations against a project's own sources, and cites the passage of each. Use lookup"
    " to find a fact before you state it, verify_text on what you have written, and get_source to read on. A verdict"
    f" of 'unverified' means that no source speaks of it, not that it is wrong. {NOTICE}"
)
READING = ToolAnnotations(read_only_hint=True, destructive_hint=False, idempotent_hint=True, open_world_hint=False)
# The tools, each a method of `Answers`, with its title.
TOOLS = {
    "lookup": "Search the sources",
    "verify_text": "Check a text",
    "compare": "Check a sentence against a passage",
    "conflicts": "Where the sources disagree",
    "who": "What somebody is said to be",
    "get_claim": "Read a claim",
    "get_source": "Read a document",
    "explain_rule": "Explain a rule",
}


def server(project: Path) -> MCPServer[Any]:
    """The server of a project, not yet running."""
    answers = Answers(project)
    made: MCPServer[Any] = MCPServer(
        "factcheck", title="factcheck", instructions=INSTRUCTIONS, version=__version__, log_level="WARNING"
    )
    for name, title in TOOLS.items():
        tool = _told(getattr(answers, name))
        made.tool(name, title, annotations=READING, structured_output=True)(tool)
    for address, read in _resources(answers).items():
        made.resource(address, mime_type="application/json")(_told(read))
    return made


def _resources(answers: Answers) -> dict[str, Callable[..., Record]]:
    """What can be read by an address."""

    def source(id: str) -> Record:
        """A document of the library."""
        return answers.get_source(id)

    def claim(id: str) -> Record:
        """A claim of the library, or a curated one."""
        return answers.get_claim(id)

    return {
        "factcheck://sources": answers.sources,
        "factcheck://sources/{+id}": source,
        "factcheck://claims/{+id}": claim,
    }


def serve(project: Path) -> None:
    """Answer on standard input and output until they are closed."""
    server(project).run("stdio")


def _told(answer: Callable[..., Record]) -> Callable[..., Record]:
    """An answer whose errors are told to the one who asks: what is wrong with the project, or with the question."""

    @wraps(answer)
    def told(*args: Any, **kwargs: Any) -> Record:
        try:
            return answer(*args, **kwargs)
        except FactcheckError as error:
            raise ToolError(str(error)) from None

    return told
