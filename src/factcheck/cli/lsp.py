"""`factcheck lsp`: a language server for editors."""

from __future__ import annotations

import click

from factcheck.cli.context import Session, pass_session
from factcheck.errors import InputError


@click.command("lsp", short_help="Answer an editor over the Language Server Protocol.")
@pass_session
def command(session: Session) -> None:
    """Check texts while they are written: editors start this themselves, and talk to it on standard input and output.
    Needs the extra: pip install 'factcheck-cli[lsp]'. How to set an editor up is told in docs/editors.md.

    Each text belongs to the project that its folder lies in, unless --config names one.

    \b
    Examples:
      factcheck lsp
      factcheck --config reports/factcheck.toml lsp
    """
    try:
        from factcheck.services.lsp import serve
    except ImportError as error:
        raise InputError(f"the server needs an extra: pip install 'factcheck-cli[lsp]' ({error})") from None
    serve(session.config)
