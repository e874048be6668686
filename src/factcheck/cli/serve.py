"""`factcheck serve`: a page in the browser for what a file cannot do."""

from __future__ import annotations

from importlib.util import find_spec

import click

from factcheck.cli.context import Session, pass_session
from factcheck.errors import InputError

HOST = "127.0.0.1"


@click.command("serve", short_help="Serve the desk's page on this machine.")
@click.option("--port", type=click.IntRange(0, 65535), default=0, metavar="N", help="The port. [default: a free one]")
@click.option("--by", envvar="FACTCHECK_BY", default="", metavar="NAME", help="Who decides. [env: FACTCHECK_BY]")
@click.option("--confidential", is_flag=True, help="Show confidential claims too.")
@pass_session
def command(session: Session, port: int, by: str, confidential: bool) -> None:
    """Serve a page on 127.0.0.1 until interrupted: the project's drafts and how far they are; each with its findings,
    anew whenever it is saved; a note or an acceptance with its reason; rulings on conflicts; claims made of passages;
    the sources at their places; a search. It writes the same files as the commands do (checks/, claims/).

    Only a browser that opens the address that is printed gets in, and nothing is reached from another machine.
    It needs the extra [serve].

    \b
    Examples:
      factcheck serve
      factcheck serve --port 8600 --by "Ann Weaver"
    """
    if find_spec("starlette") is None or find_spec("uvicorn") is None:
        raise InputError(
            "serve needs starlette and uvicorn, which are not installed: pip install 'factcheck-cli[serve]'"
        )
    import secrets
    import socket
    import sys

    import uvicorn

    from factcheck.cli.output import tell
    from factcheck.services.desk_guard import Guard
    from factcheck.services.desk_server import Desk, application

    project = session.project()
    session.library()
    listening = socket.socket()
    listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listening.bind((HOST, port))
        # From now on whoever opens the address is answered, if not at once.
        listening.listen()
    except OSError as error:
        raise InputError(f"port {port} cannot be served: {error.strerror}") from None
    own = listening.getsockname()[1]
    token = secrets.token_urlsafe(32)
    guarded = Guard(application(Desk(project.path, by, hidden_too=confidential)), token, own)
    tell(f"http://{HOST}:{own}/?token={token}")
    sys.stdout.flush()
    options = uvicorn.Config(guarded, log_level="warning", access_log=False, server_header=False, lifespan="off")
    uvicorn.Server(options).run(sockets=[listening])
