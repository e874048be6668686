"""A headless Chromium, driven through the pipe of its DevTools protocol: what a page is to those who read it."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import tempfile
import time
from base64 import b64decode
from collections.abc import Iterator
from contextlib import contextmanager
from fcntl import F_DUPFD, fcntl
from importlib.util import find_spec
from pathlib import Path
from typing import Any

PROGRAM = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
# It may be root who tests, in a container without user namespaces; the pages are our own.
FLAGS = [
    "--headless=new", "--remote-debugging-pipe", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage",
    "--no-first-run", "--disable-extensions", "--disable-background-networking", "--hide-scrollbars",
]  # fmt: skip
PATIENCE = 30
# The names of keys as the protocol wants them, and the text that they write.
KEYS = {"Tab": ("Tab", 9, ""), "Enter": ("Enter", 13, "\r"), "Escape": ("Escape", 27, ""), " ": (" ", 32, " ")}


class NavigatedError(Exception):
    """The page went elsewhere while it was asked."""


class Page:
    """One page. What it asked the network for and what its console said is kept in `requests` and `errors`."""

    def __init__(self, send: int, receive: int) -> None:
        self._send, self._receive = send, receive
        self._left, self._number = b"", 0
        self._session: str | None = None
        self.requests: list[str] = []
        self.errors: list[str] = []
        target = self.call("Target.createTarget", url="about:blank")["targetId"]
        self._session = self.call("Target.attachToTarget", targetId=target, flatten=True)["sessionId"]
        for domain in ("Page", "Runtime", "Network", "Log"):
            self.call(f"{domain}.enable")

    def call(self, method: str, **params: Any) -> dict[str, Any]:
        """One command, answered; what happens meanwhile is noted."""
        self._number += 1
        message = {"id": self._number, "method": method, "params": params}
        if self._session:
            message["sessionId"] = self._session
        os.write(self._send, json.dumps(message).encode() + b"\0")
        while True:
            answer = self._next()
            if answer.get("id") == self._number:
                if "navigated" in str(answer.get("error")) or "context" in str(answer.get("error")):
                    raise NavigatedError
                assert "error" not in answer, answer
                return dict(answer["result"])
            self._note(answer)

    def open(self, address: str, width: int = 1280, height: int = 900) -> Page:
        """Go to an address and wait until all of it is there."""
        self.size(width, height)
        # What the page before asks on its way out is none of this one's.
        self.call("Page.navigate", url="about:blank")
        self.until("location.href === 'about:blank'")
        self.requests.clear()
        self.errors.clear()
        self.call("Page.navigate", url=address)
        self.until("document.readyState === 'complete' && location.href !== 'about:blank'")
        return self

    def size(self, width: int, height: int, *, phone: bool = False) -> None:
        self.call("Emulation.setDeviceMetricsOverride", width=width, height=height, deviceScaleFactor=1, mobile=phone)

    def media(self, kind: str = "", **features: str) -> None:
        """Show the page as on another medium ("print"), or to a reader with preferences."""
        wanted = [{"name": name.replace("_", "-"), "value": value} for name, value in features.items()]
        self.call("Emulation.setEmulatedMedia", media=kind, features=wanted)

    def run(self, script: str) -> Any:
        """The value of an expression in the page; a promise is waited for."""
        result = self.call("Runtime.evaluate", expression=script, awaitPromise=True, returnByValue=True)
        assert "exceptionDetails" not in result, result["exceptionDetails"]
        return result["result"].get("value")

    def until(self, condition: str) -> None:
        """Wait until an expression is true."""
        end = time.monotonic() + PATIENCE
        while not self._is_true(condition):
            assert time.monotonic() < end, f"never true: {condition}"
            time.sleep(0.02)

    def _is_true(self, condition: str) -> bool:
        try:
            return bool(self.run(condition))
        except NavigatedError:
            return False

    def press(self, *keys: str) -> None:
        """Press keys one after another, as on a keyboard."""
        for name in keys:
            key, code, text = KEYS.get(name, (name, ord(name.upper()[0]), name))
            common = {"key": key, "windowsVirtualKeyCode": code}
            self.call("Input.dispatchKeyEvent", type="keyDown", text=text, **common)
            self.call("Input.dispatchKeyEvent", type="keyUp", **common)

    def write(self, text: str) -> None:
        """Type into what has the focus."""
        self.call("Input.insertText", text=text)

    def faults(self) -> list[str]:
        """What axe finds wrong for readers with other senses or hands."""
        spec = find_spec("axe_core_python")
        assert spec is not None, "axe-core-python is among the development tools"
        assert spec.origin is not None
        self.run((Path(spec.origin).parent / "axe.min.js").read_text(encoding="utf-8") + "; 0")
        found = self.run("axe.run(document, {resultTypes: ['violations']}).then(r => r.violations.map("
                         "v => v.id + ': ' + v.nodes.slice(0, 3).map(n => n.html).join(' | ')))")  # fmt: skip
        return list(found)

    def picture(self, path: Path) -> None:
        """For a look with one's own eyes."""
        path.write_bytes(b64decode(self.call("Page.captureScreenshot", format="png")["data"]))

    def _next(self) -> dict[str, Any]:
        while b"\0" not in self._left:
            more = os.read(self._receive, 1 << 16)
            assert more, "the browser has ended"
            self._left += more
        message, _, self._left = self._left.partition(b"\0")
        return dict(json.loads(message))

    def _note(self, event: dict[str, Any]) -> None:
        params = event.get("params", {})
        match event.get("method"):
            case "Network.requestWillBeSent":
                self.requests.append(params["request"]["url"])
            case "Runtime.exceptionThrown":
                self.errors.append(str(params["exceptionDetails"]))
            case "Log.entryAdded":
                self.errors.append(params["entry"]["text"])


@contextmanager
def browser() -> Iterator[Page]:
    """A page in a browser of its own, which ends with the block."""
    assert PROGRAM is not None
    here, theirs = os.pipe(), os.pipe()
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        # The browser reads commands from its descriptor 3 and writes answers to 4.
        command = ["bash", "-c", 'exec "$0" "$@" 3<&$IN 4>&$OUT', PROGRAM, *FLAGS, f"--user-data-dir={folder}"]
        ends = [fcntl(end, F_DUPFD, 10) for end in (here[0], theirs[1])]
        environment = {**os.environ, "IN": str(ends[0]), "OUT": str(ends[1]), "HOME": folder}
        process = subprocess.Popen(
            command, env=environment, pass_fds=ends, stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL, start_new_session=True,
        )  # fmt: skip
        for end in (here[0], theirs[1], *ends):
            os.close(end)
        try:
            yield Page(here[1], theirs[0])
        finally:
            os.close(here[1])
            os.close(theirs[0])
            process.terminate()
            process.wait(PATIENCE)
