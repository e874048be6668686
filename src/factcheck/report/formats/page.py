"""What every page that the tool writes has in common: it loads nothing, runs no script but ours, shows text as text."""

from __future__ import annotations

import re
from base64 import b64encode
from hashlib import sha256
from html import escape
from pathlib import Path

from factcheck.report.visible import HEARD, visible

FOLDER = Path(__file__).parent
PAGE = """\
<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="{policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>{title}</title>
<style>{style}</style>
</head>
<body>
<header>
<h1>{heading}</h1>
{summary}
</header>
{body}
{script}</body>
</html>
"""


def asset(name: str) -> str:
    """A style sheet or script of ours, as it is put into a page."""
    return (FOLDER / name).read_text(encoding="utf-8")


def page(title: str, heading: str, summary: str, body: str, script: str = "") -> str:
    """A whole page. `title` and `heading` are shown as they stand; summary and body are markup, the script is ours."""
    style = asset("page.css")
    return PAGE.format(
        policy=policy(style, script),
        style=style,
        title=title,
        heading=heading,
        summary=summary,
        body=body,
        script=f"<script>{script}</script>\n" if script else "",
    )


def policy(style: str, script: str = "") -> str:
    """Forbids all but one style sheet, one script and pictures that stand in the page itself."""
    runs = f"script-src 'sha256-{_digest(script)}'; " if script else ""
    return (
        f"default-src 'none'; style-src 'sha256-{_digest(style)}'; {runs}img-src data:;"
        " base-uri 'none'; form-action 'none'"
    )


def _digest(text: str) -> str:
    return b64encode(sha256(text.encode()).digest()).decode()


def disarmed(markup: str) -> str:
    """Markup that a browser shows as before, in which no runner that prints it into its log finds a command."""
    return re.sub(HEARD, lambda found: f"{found[0][:-1]}&#{ord(found[0][-1])};", markup)


def shown(text: str) -> str:
    """Text as markup: line ends kept, controls made visible."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n").expandtabs(4).split("\n")
    return disarmed(escape("\n".join(map(visible, lines))))


def foreign(text: str) -> str:
    """Words of a draft or source as markup, kept apart from ours: letters that run the other way turn only theirs."""
    return f"<bdi>{shown(text)}</bdi>"


def linked(title: str, url: str) -> str:
    """A title as markup, with a link only to the web: a source's metadata may hold any scheme."""
    if not url.lower().startswith(("https://", "http://")):
        return foreign(title)
    return f'<a href="{escape(visible(url))}" rel="noreferrer noopener">{foreign(title)}</a>'
