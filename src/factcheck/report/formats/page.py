"""What every page that the tool writes has in common: it loads nothing, runs no script but ours, shows text as text."""

from __future__ import annotations

import re
from base64 import b64encode
from hashlib import sha256
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING

from factcheck.report.visible import HEARD, visible
from factcheck.text import Span

if TYPE_CHECKING:
    from factcheck.model import Claim

FOLDER = Path(__file__).parent
SERVED = "form-action 'self'; connect-src 'self'"
PAGE = """\
<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="{policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="{referrer}">
<title>{title}</title>
<style>{style}</style>
</head>
<body>
<header>
{nav}<h1>{heading}</h1>
{summary}
</header>
{body}
{script}</body>
</html>
"""


def asset(name: str) -> str:
    """A style sheet or script of ours, as it is put into a page."""
    return (FOLDER / name).read_text(encoding="utf-8")


def page(
    title: str, heading: str, summary: str, body: str, script: str = "", nav: str = "", *, served: bool = False
) -> str:
    """A whole page. Title and heading are text; summary, body and a site's links are markup; the script is ours."""
    style = asset("page.css")
    return PAGE.format(
        policy=policy(style, script, served=served),
        style=style,
        # Without any, a form of ours would be sent as if from nowhere.
        referrer="same-origin" if served else "no-referrer",
        title=shown(title),
        heading=shown(heading),
        nav=nav,
        summary=summary,
        body=body,
        script=f"<script>{script}</script>\n" if script else "",
    )


def policy(style: str, script: str = "", *, served: bool = False) -> str:
    """Forbids all but one style sheet, one script and pictures that stand in the page itself; a page that we serve may
    send forms to and ask its own server."""
    sends = SERVED if served else "form-action 'none'"
    runs = f"script-src 'sha256-{_digest(script)}'; " if script else ""
    return f"default-src 'none'; style-src 'sha256-{_digest(style)}'; {runs}img-src data:; base-uri 'none'; {sends}"


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


def passage(claim: Claim) -> str:
    """The sentence of a claim as markup, its words marked."""
    sentence, mark = (claim.sentence, claim.mark) if claim.sentence else (claim.text, Span(0, len(claim.text)))
    before, words, after = sentence[: mark.start], sentence[mark.start : mark.end], sentence[mark.end :]
    return f"<bdi>{shown(before)}<mark>{shown(words)}</mark>{shown(after)}</bdi>"


def linked(title: str, url: str) -> str:
    """A title as markup, with a link only to the web: a source's metadata may hold any scheme."""
    if not url.lower().startswith(("https://", "http://")):
        return foreign(title)
    return f'<a href="{escape(visible(url))}" rel="noreferrer noopener">{foreign(title)}</a>'
