"""What every page that the tool writes has in common: it loads nothing, runs nothing, and shows text as text."""

from __future__ import annotations

import re
from base64 import b64encode
from hashlib import sha256
from html import escape
from pathlib import Path

from factcheck.report.visible import HEARD, visible

STYLE_SHEET = (Path(__file__).parent / "page.css").read_text(encoding="utf-8")
STYLE_HASH = b64encode(sha256(STYLE_SHEET.encode()).digest()).decode()
# Forbids all but the page's own style sheet.
POLICY = f"default-src 'none'; style-src 'sha256-{STYLE_HASH}'; base-uri 'none'; form-action 'none'"
PAGE = """\
<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="{policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{title}</title>
<style>{style}</style>
</head>
<body>
<h1>{heading}</h1>
<p>{summary}</p>
{body}
</body>
</html>
"""


def page(title: str, heading: str, summary: str, body: str) -> str:
    """A whole page. All but the body is shown as it stands; the body is markup."""
    return PAGE.format(policy=POLICY, style=STYLE_SHEET, title=title, heading=heading, summary=summary, body=body)


def disarmed(markup: str) -> str:
    """Markup that a browser shows as before, in which no runner that prints it into its log finds a command."""
    return re.sub(HEARD, lambda found: f"{found[0][:-1]}&#{ord(found[0][-1])};", markup)


def shown(text: str) -> str:
    """Text as markup: line ends kept, controls made visible."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n").expandtabs(4).split("\n")
    return disarmed(escape("\n".join(map(visible, lines))))


def linked(title: str, url: str) -> str:
    """A title as markup, with a link only to the web: a source's metadata may hold any scheme."""
    if not url.lower().startswith(("https://", "http://")):
        return shown(title)
    return f'<a href="{escape(visible(url))}" rel="noreferrer noopener">{shown(title)}</a>'
