"""`factcheck mcp`: a server by which language models ask the library."""

from __future__ import annotations

import click

from factcheck.cli.context import Session, pass_session
from factcheck.errors import InputError


@click.command("mcp", short_help="Answer language models over the Model Context Protocol.")
@pass_session
def command(session: Session) -> None:
    """Answer the tools of a language model on standard input and output, by the Model Context Protocol, until they are
    closed. Needs the extra: pip install 'factcheck-cli[mcp]'.

    The tools lookup, verify_text, compare, conflicts, who, get_claim, get_source and explain_rule read and change
    nothing.
    Confidential claims are left out, and no tool takes a path.

    \b
    Examples:
      claude mcp add factcheck -- factcheck --config /path/to/factcheck.toml mcp
      factcheck mcp --config reports/factcheck.toml
    """
    try:
        from factcheck.services.mcp import serve
    except ImportError as error:
        raise InputError(f"the server needs an extra: pip install 'factcheck-cli[mcp]' ({error})") from None
    serve(session.project().path)
