"""The desk's page end to end: a real server, a real browser, and everybody else kept out."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from http.client import HTTPConnection
from pathlib import Path
from typing import NamedTuple
from urllib.parse import urlsplit

import pytest
from tests.browser import Page

ROOT = Path(__file__).parents[2]
FILES = {
    "factcheck.toml": '[library]\nsources = ["sources/*.txt"]\n[verify]\ndrafts = ["drafts/*.md"]\n',
    "sources/report.txt": "The harbour report\n\nTurnout in the harbour vote of 3 May 2020 was 67 percent.\n",
    "sources/letter.txt": "A letter <script>document.title = 'owned'</script>\n\n"
    "Turnout in the harbour vote of 3 May 2020 was 41 percent.\n",
    "drafts/first.md": "Turnout in the harbour vote of 3 May 2020 was 76 percent. <b onclick='x'>&</b>\n",
    "claims/secret.toml": '[[claim]]\nid = "whisper"\nkind = "percentage"\nsubject = "harbour vote"\n'
    'measure = "turnout"\nvalue = "67 percent"\nstatus = "confirmed"\nchecked-by = "Ann Weaver"\nconfidential = true\n'
    '[[claim.source]]\ndocument = "report.txt"\nexact = "was 67 percent"\n',
}


class Served(NamedTuple):
    """A project and the address at which it is served."""

    folder: Path
    address: str

    @property
    def host(self) -> str:
        return urlsplit(self.address).netloc

    def read(self, name: str) -> str:
        return (self.folder / name).read_text(encoding="utf-8")


@pytest.fixture
def served(tmp_path: Path) -> Iterator[Served]:
    for name, text in FILES.items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(text, encoding="utf-8")
    command = [sys.executable, "-m", "factcheck", "serve", "--by", "Bo Odby"]
    environment = {**os.environ, "PYTHONPATH": str(ROOT / "src")}
    with subprocess.Popen(command, cwd=tmp_path, env=environment, stdout=subprocess.PIPE, text=True) as server:
        assert server.stdout is not None
        yield Served(tmp_path, server.stdout.readline().strip())
        server.terminate()


def ask(served: Served, path: str, method: str = "GET", **headers: str) -> int:
    connection = HTTPConnection(served.host)
    connection.request(method, path, headers={name.replace("_", "-"): value for name, value in headers.items()})
    with closing(connection):
        return connection.getresponse().status


def test_nobody_else_gets_in(served: Served) -> None:
    token = served.address.split("token=")[1]
    cookie, ours = f"factcheck={token}", f"http://{served.host}"
    refused = [
        ask(served, "/"),
        ask(served, "/?token=guess"),
        ask(served, f"/draft?token={token}"),
        ask(served, "/", Cookie="factcheck=guess"),
        ask(served, "/", Cookie=cookie, Host="evil.example:80"),
        ask(served, f"/?token={token}", Host="evil.example"),
        ask(served, "/rule", "POST", Cookie=cookie, Content_Length="0"),
        ask(served, "/rule", "POST", Cookie=cookie, Content_Length="0", Origin="http://evil.example"),
        ask(served, "/rule", "POST", Cookie=cookie, Content_Length="0", Origin="null"),
        ask(served, "/rule", "POST", Cookie=cookie, Content_Length="9999999", Origin=ours),
        ask(served, "/", "OPTIONS", Cookie=cookie),
        ask(served, "/draft?path=../factcheck.toml", Cookie=cookie),
        ask(served, "/draft?path=/etc/passwd", Cookie=cookie),
        ask(served, "/document?id=nothing", Cookie=cookie),
    ]
    assert refused == [403, 403, 403, 403, 421, 421, 403, 403, 403, 413, 405, 400, 400, 400]
    assert ask(served, "/", Cookie=cookie) == 200
    assert ask(served, "/rule", "POST", Cookie=cookie, Content_Length="0", Origin=ours) == 400


def test_an_editor_works_through_a_draft(served: Served, page: Page) -> None:
    page.open(served.address)
    assert page.run("document.querySelector('td a').textContent") == "drafts/first.md"
    assert page.run("document.cookie") == "", "no script can read it"
    visit(page, "document.querySelector('td a').click()", "/draft")

    # A finding is noted with its reason.
    page.run("document.querySelector('form[action=\"/note\"] [name=note]').focus()")
    page.write("the second count")
    assert page.run("document.querySelector('.finding [name=owner]').value") == "Bo Odby"
    page.run("document.querySelector('form[action=\"/note\"] [name=status]').value = 'ok'")
    visit(page, "document.querySelector('form[action=\"/note\"] button').click()", "/draft")
    assert "The desk: ok, Bo Odby: the second count" in page.run("document.body.innerText")
    assert 'note = "the second count"' in served.read("checks/drafts/first.md.toml")

    # A claim is made of a passage, and the source is read at its place.
    visit(page, "document.querySelector('form[action=\"/claim\"] button').click()", "/draft")
    assert any('status = "proposed"' in path.read_text("utf-8") for path in (served.folder / "claims").iterdir())
    page.run("document.querySelector('.finding details').open = true")
    visit(page, "document.querySelector('.finding details a').click()", "/document")
    assert page.run("document.querySelector('mark:target') !== null")


def visit(page: Page, act: str, path: str) -> None:
    """Do something that leads to another page, and wait for that."""
    page.run("window.before = true")
    page.run(f"{act}; 0")
    page.until(f"!window.before && document.readyState === 'complete' && location.pathname === '{path}'")


def test_a_saved_draft_is_shown_anew_but_no_half_written_reason_is_lost(served: Served, page: Page) -> None:
    page.open(served.address)
    visit(page, "document.querySelector('td a').click()", "/draft")
    (served.folder / "drafts" / "first.md").write_text("It lasted 12 days.\n", encoding="utf-8")
    page.until("document.querySelector('.draft')?.textContent.includes('12 days')")
    page.run("document.querySelector('[name=note]').focus()")
    page.write("half a rea")
    (served.folder / "drafts" / "first.md").write_text("It lasted 13 days.\n", encoding="utf-8")
    page.until("document.getElementById('live').textContent.includes('saved meanwhile')")
    assert page.run("document.querySelector('[name=note]').value") == "half a rea"


def test_a_conflict_is_ruled_on(served: Served, page: Page) -> None:
    page.open(served.address)
    visit(page, "document.querySelector('a[href=\"/conflicts\"]').click()", "/conflicts")
    page.run("document.querySelector('[name=reason]').focus()")
    page.write("the register says so")
    visit(page, "document.querySelector('form[action=\"/rule\"] button').click()", "/conflicts")
    assert "Ruled: " in page.run("document.body.innerText")
    assert page.run("document.querySelector('form[action=\"/rule\"]')") is None
    assert 'reason = "the register says so"\nby = "Bo Odby"' in served.read("claims/rulings.toml")


def test_the_library_is_looked_up(served: Served, page: Page) -> None:
    page.open(served.address)
    visit(page, "document.querySelector('a[href=\"/lookup\"]').click()", "/lookup")
    page.run("document.querySelector('[type=search]').focus()")
    page.write("turnout")
    visit(page, "document.querySelector('[role=search] button').click()", "/lookup")
    assert page.run("document.querySelectorAll('blockquote').length") > 1
    assert page.run("document.querySelector('[name=back]').value") == "/lookup?q=turnout"


def test_no_page_keeps_anybody_out_or_asks_elsewhere_or_tells_a_secret(served: Served, page: Page) -> None:
    page.open(served.address)
    paths = ["/", "/draft?path=drafts%2Ffirst.md", "/conflicts", "/lookup?q=turnout", "/document?id=letter.txt"]
    for path in paths:
        page.open(f"http://{served.host}{path}")
        assert page.faults() == [], path
        assert [url for url in page.requests if urlsplit(url).netloc != served.host] == [], path
        assert page.errors == [], path
        text = page.run("document.documentElement.outerHTML")
        assert "whisper" not in text
        assert "Ann Weaver" not in text
        assert page.run("document.title") != "owned"


def test_the_keyboard_alone_suffices(served: Served, page: Page) -> None:
    page.open(served.address)
    page.open(f"http://{served.host}/draft?path=drafts%2Ffirst.md")
    page.press("j")
    reached = []
    for _ in range(8):
        page.press("Tab")
        reached.append(page.run("document.activeElement.name || document.activeElement.textContent"))
    assert [name for name in reached if name in ("status", "owner", "note", "Note")] == [
        "status",
        "owner",
        "note",
        "Note",
    ]
