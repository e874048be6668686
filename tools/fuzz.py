"""Feeds the tool what nobody would write, for as long as it is asked to: nothing may break, overlap or point astray.

    python tools/fuzz.py --count 200000 --seed 7     # every night; about an hour

Texts and bytes go through the readers and the figure grammar and into every output; claims, project and notes files are
damaged and read, and claims files changed. An input that fails is printed, and with --keep kept. Exit status 1 then.
"""

# ruff: noqa: E501 # lists of odd pieces are easier to read and to extend whole

from __future__ import annotations

import argparse
import json
import random
import sys
import tempfile
import time
import traceback
from collections import Counter
from collections.abc import Callable
from pathlib import Path

from factcheck import config
from factcheck.claims import Curation, edit, load
from factcheck.claims.check import check
from factcheck.errors import FactcheckError
from factcheck.export.curated_records import curated_record
from factcheck.extract import read_text
from factcheck.extract.reading import Reading
from factcheck.model import Claim, Kind
from factcheck.readers import notes
from factcheck.readers.decode import decode
from factcheck.report import outcome
from factcheck.report.choice import Choice
from factcheck.report.footnotes import cited
from factcheck.report.formats import REPORTERS, Style, reporter
from factcheck.report.formats.contract import claim_record
from factcheck.report.notations import MARKDOWN
from factcheck.report.visible import unheard, visible
from factcheck.store.contents import contents
from factcheck.store.memory import MemoryLibrary
from factcheck.verify import verify

SUFFIXES = (".txt", ".md", ".html", ".rst", ".adoc", ".csv")
WORDS = (
    "the a of in on from to by about more than less between and or not its who said she they told two twelve hundred "
    "thousand million half third quarter per cent percent % years months days people votes seats tonnes km dollars € $ £ "
    "5 12 1,250 43.8 0.5 1/2 ½ 1999 2020 1990s 20th III 1e9 May June Monday last next since until century BC a.m. 12:30 "
    "No. Article p. Ann Weaver Norland (NHL) harbour mill quarry prison jailed aged -year-old “ ” ‘ ’ \" ' « » — – - / : ; , . ? ! ( ) "
    "[ ] { } # ## * ** _ ` ``` | |-|-| > >> --- === .. :: // [^1] [@key] <p> </p> <td> <table> <sup>2</sup> <!-- --> "
    "<!--factcheck:ignore&nbsp;FC103--> &amp; &#xD800; https://e.example/5 ::error:: ##[x] title: date: |=== == link:a[b]"
).split()
ODD = ("\n", "\n\n", "\r\n", "\r", "\t", "\u00a0", "\u00ad", "\u200b", "\u2028", "\x1b[2J", "\x07", "\x9b", "\u202e", "\x00", "\ufeff", "👍", "漢字", "١٢", "ﬁ", "9" * 60)  # fmt: skip
CLAIMS = """\
# kept
[[claim]]
id = "one"   # for good
kind = "count"
subject = "The mill"
value = "1,250"
status = "proposed"
confidential = true

[[claim.source]]
document = "report"
exact = "It has 1,250 seats"

[[claim]]
id = "two"
kind = "date"
subject = "The quarry"
value = 1911-05-05

[[entity]]
name = "Norland Harbour League"
aliases = ["NHL"]
"""
CONFIG = '[library]\nsources = ["a/*.txt"]\nexclude = []\n[verify]\ndrafts = ["d/*.md"]\nfail-on = "error"\n'
NOTES = '[[document]]\nfile = "a.txt"\ntitle = "T"\npublished = 2022-06-14\nurl = "https://example.org"\n'
VALUES = ("1", "-1", "1e400", "nan", "true", "[]", '["a"]', "[[1]]", "{a=1}", "2022-01-01T00:00:00Z", '""', "9" * 5000, '"""x\ny"""', "'z'", "[" * 3000)  # fmt: skip


class Maker:
    """Makes inputs; the same ones for the same seed."""

    def __init__(self, seed: int) -> None:
        self.pick = random.Random(seed)

    def text(self) -> str:
        pick = self.pick
        joints = (" ", " ", " ", "", "\n", "\n\n")
        pieces = (pick.choice(WORDS if pick.random() < 0.9 else ODD) for _ in range(pick.randint(1, 60)))
        return "".join(piece + pick.choice(joints) for piece in pieces)

    def data(self) -> bytes:
        data = bytearray(self.text().encode(self.pick.choice(("utf-8", "utf-16", "utf-32", "cp1252")), "replace"))
        for _ in range(self.pick.randint(0, 4)):
            data[self.pick.randrange(len(data))] = self.pick.randrange(256)
        return self.pick.choice((b"", b"\xff\xfe", b"coding: hex\n", b"<meta charset=utf-7>", b"\xef\xbb\xbf")) + data

    def toml(self, sound: str) -> str:
        """A sound file with a few of its lines taken away, doubled, broken or given other values."""
        pick, lines = self.pick, sound.split("\n")
        for _ in range(pick.randint(1, 3)):
            at = pick.randrange(len(lines))
            key = lines[at].partition("=")[0]
            lines[at] = pick.choice(("", f"{lines[at]}\n{lines[at]}", f"{key}= {pick.choice(VALUES)}", lines[at][::-1], lines[at] + "\r", f"{key}= {json.dumps(self.text())}"))  # fmt: skip
        return "\n".join(lines)


def reading(text: str, suffix: str) -> None:
    examine(read_text(text, f"x{suffix}", suffix), text)


def examine(read: Reading, text: str) -> None:
    """Spans are in range and in order, their text is the text, and what is found can be written down."""
    end: dict[str, int] = {}
    for claim in read.claims():
        assert 0 <= claim.span.start < claim.span.end <= len(text), f"{claim.span} is outside"
        assert not claim.place.has_lines or text[claim.span.start : claim.span.end] == claim.text, (
            f"{claim.text!r} is not there"
        )
        json.dumps(claim_record(claim), allow_nan=False)
        if claim.kind is not Kind.QUOTE:
            assert end.get(claim.document, 0) <= claim.span.start, f"{claim.text!r} overlaps another"
            end[claim.document] = claim.span.end
            bounded(claim)


def bounded(claim: Claim) -> None:
    low, high = claim.value.low, claim.value.high
    assert low is None or high is None or low <= high, f"{claim.value.text!r} is upside down"


def reported(text: str, suffix: str) -> None:
    """No output holds what a terminal or a runner would obey."""
    read = read_text(text, f"x{suffix}", suffix)
    library = MemoryLibrary(contents(read_text(f"{text}\n\nThe mill has 42 seats.", "report.txt")))
    findings = verify(read, library, Curation())
    report = outcome.of([(read.source, findings)], Choice.of([], [], ["error"], True))
    for name in REPORTERS:
        written = reporter(name)(report, Style(width=60, why=True))
        if name in ("json", "sarif"):
            json.loads(written)
        if name != "github":
            assert unheard(written) == written, f"{name} speaks to a runner"
        assert all(visible(line) == line for line in written.split("\n")), f"{name} shows what is hidden"
    cited(read.source.text, findings, MARKDOWN)


def claims_file(text: str, folder: Path) -> None:
    path = folder / "claims.toml"
    path.write_bytes(text.encode("utf-8", "surrogatepass"))
    curation = load([path])
    check(curation, lambda _: "It has 1,250 seats.")
    json.dumps([curated_record(claim) for claim in curation.claims], allow_nan=False)
    if not curation.problems and len({claim.id for claim in curation.claims}) == len(curation.claims) > 0:
        edit.revise(path, curation.claims[-1].id, lambda _: {"status": "retracted", "note": 'why "it"\n'})
        after = load([path])
        assert [claim.id for claim in after.claims] == [claim.id for claim in curation.claims]
        assert after.claims[-1].status == "retracted", "the change did not take"
    assert [left.name for left in folder.iterdir() if left.name.startswith(".")] == []


def settings_file(text: str, folder: Path, read: Callable[[Path], object]) -> None:
    path = folder / "settings.toml"
    path.write_bytes(text.encode("utf-8", "surrogatepass"))
    read(path)


def one(maker: Maker, folder: Path) -> tuple[str, str | bytes, Callable[[], None]]:
    """What to do next: its name, its input, and itself."""
    text, suffix = maker.text(), maker.pick.choice(SUFFIXES)
    data, claims = maker.data(), maker.toml(CLAIMS)
    chosen, given = maker.toml(CONFIG), maker.toml(NOTES)
    ways: list[tuple[str, str | bytes, Callable[[], None]]] = [
        ("text", text, lambda: reading(text, suffix)),
        ("bytes", data, lambda: reading(decode(data, "x").text, suffix)),
        ("report", text, lambda: reported(text, suffix)),
        ("claims", claims, lambda: claims_file(claims, folder)),
        ("project", chosen, lambda: settings_file(chosen, folder, config.load)),
        ("notes", given, lambda: settings_file(given, folder, notes.load)),
    ]
    return maker.pick.choices(ways, (70, 10, 5, 9, 3, 3))[0]


def main() -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("--count", type=int, default=20_000)
    parser.add_argument("--seconds", type=float, default=7200)
    parser.add_argument("--seed", type=int, default=int(time.strftime("%Y%m%d")))
    parser.add_argument("--keep", type=Path, help="a folder for the inputs that fail")
    options = parser.parse_args()
    maker, failed, done, began = Maker(options.seed), Counter[str](), 0, time.monotonic()
    with tempfile.TemporaryDirectory() as folder:
        while done < options.count and time.monotonic() - began < options.seconds:
            done += 1
            name, given, work = one(maker, Path(folder))
            try:
                work()
            except FactcheckError:
                continue
            except Exception as error:
                place = traceback.extract_tb(error.__traceback__)[-1]
                kind = f"{name}: {type(error).__name__} in {Path(place.filename).name}:{place.lineno}"
                failed[kind] += 1
                if failed[kind] == 1:
                    print(f"{kind}: {error}\n  {given!r}")
                if options.keep:
                    options.keep.mkdir(parents=True, exist_ok=True)
                    data = given if isinstance(given, bytes) else given.encode("utf-8", "surrogatepass")
                    (options.keep / f"{name}-{options.seed}-{done}").write_bytes(data)
    print(f"{done:,} inputs of seed {options.seed} in {time.monotonic() - began:.0f} s: {failed.total()} failed")
    return int(bool(failed))


if __name__ == "__main__":
    sys.exit(main())
