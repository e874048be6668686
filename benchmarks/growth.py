"""Shows how an index grows: a library of so many claims, made by rule, in a file and on a server.

    python -m benchmarks.growth DIR 1000000 [--to URL]

The files are written, but nothing reads them: the rule that makes a sentence knows its claims as extraction would find
them, and hands them to the builder. So a million claims take minutes and not hours, and what is measured is the store
and what asks it. A document has 60 sentences of a count and a date each; a name stands in 25 sentences.

In DIR the index is a file; with --to it is copied to PostgreSQL, and measured there from DIR-shared, too.
A line for each command: seconds of CPU of the process, seconds on the clock, most memory in MB; medians of three runs,
but for what is kept: the first search for conflicts is run once. warm: questions to a library that is open.
"""

from __future__ import annotations

import argparse
import random
import time
from collections.abc import Iterator
from pathlib import Path
from statistics import median

from benchmarks import libraries, speed

from factcheck import config
from factcheck.extract.assemble import claim_id
from factcheck.lookup import search
from factcheck.model import Claim, Document, Frame, Kind, Origin, Qualifier, Role
from factcheck.store.file_rows import packed
from factcheck.store.numbering import file_number
from factcheck.store.protocol import Contents, StoredClaim, StoredPassage
from factcheck.text import Span
from factcheck.text.stem import stems
from factcheck.text.tokens import tokenise
from factcheck.values import date, number
from factcheck.workspace import open_library
from factcheck.workspace.files import content_hash
from factcheck.workspace.index_site import site_of
from factcheck.workspace.pool import Read
from factcheck.workspace.survey import RACY_NS, scan
from factcheck.workspace.version import version

SENTENCES, RUNS, TOLD, FOLDER = 60, 3, 50, 1000
THINGS = {"boats": "boat", "schools": "school", "pumps": "pump", "bridges": "bridge", "tickets": "ticket"}
VERBS = ("repaired", "counted", "inspected", "moved")
LINE = "{:16} {:>10} {:>10} {:>8}"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("claims", type=int)
    parser.add_argument("--to", metavar="URL", default="")
    arguments = parser.parse_args()
    folder: Path = arguments.folder.absolute()
    print(LINE.format("", "CPU s", "clock s", "MB"))
    started, used = time.perf_counter(), time.process_time()
    make(folder, arguments.claims)
    print(LINE.format("made", f"{time.process_time() - used:.1f}", f"{time.perf_counter() - started:.1f}", ""))
    measure(folder)
    if arguments.to:
        say("index --to", speed.run(["-m", "factcheck", "index", "--quiet", "--to", arguments.to], speed.HERE, folder))
        shared = folder.with_name(f"{folder.name}-shared")
        shared.mkdir(exist_ok=True)
        (shared / config.NAME).write_text(f'[library]\nsources = ["**/*.txt"]\nindex = "{arguments.to}"\n')
        measure(shared)


def make(folder: Path, claims: int) -> None:
    """Write a library of so many claims, and its index."""
    count, documents = claims // TOLD, -(-claims // SENTENCES // 2)
    chance = random.Random(claims)
    names = ["".join(chance.choices(libraries.SYLLABLES, k=4)).capitalize() for _ in range(count)]
    paths = [f"{at // FOLDER:03}/note-{at:06}.txt" for at in range(documents)]
    for path in paths:
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(document(path, names)[0], encoding="utf-8")
    (folder / config.NAME).write_text('[library]\nsources = ["**/*.txt"]\n', encoding="utf-8")
    time.sleep(RACY_NS / 1e9 + 0.1)  # a file that has just been written may be another the next moment
    project = config.load(folder / config.NAME)
    seen = scan(project)
    with site_of(project).writable(print).alone(print, lambda: True) as site:
        assert site
        with site.building(fresh=True) as builder:
            for file in sorted(seen.files, key=lambda file: file_number(file.path)):
                text, contents = document(file.path, names)
                read = Read(file.path, content_hash(text.encode()), packed(contents, file.path))
                builder.add(read.state(file, seen), read.parcel)
            builder.finish({"version": version(), "scan": seen.mark(), "taken_ns": str(seen.taken_ns)})


def document(path: str, names: list[str]) -> tuple[str, Contents]:
    """The document of a path, and what a store takes in of it."""
    chance, name = random.Random(path), Path(path).stem
    passages: list[StoredPassage] = []
    claims: list[StoredClaim] = []
    start = 0
    for at in range(SENTENCES):
        passage, own = sentence(chance, names, name, path, at, start)
        passages.append(passage)
        claims += own
        start = passage.span.end + 2
    text = "\n\n".join(passage.text for passage in passages) + "\n"
    return text, Contents({0: Document(name, path, Span(0, len(text)))}, passages, claims)


def sentence(
    chance: random.Random, names: list[str], name: str, path: str, at: int, start: int
) -> tuple[StoredPassage, Iterator[StoredClaim]]:
    owner, verb, things = chance.choice(names), chance.choice(VERBS), chance.choice(list(THINGS))
    at_month, year, amount = chance.randrange(12), chance.randint(1990, 2025), chance.randint(2, 90_000)
    when, month = f"{libraries.MONTHS[at_month]} {year}", f"{year}-{at_month + 1:02}"
    text = f"In {when} {owner} {verb} {amount:,} {things}."
    span, unit = Span(start, start + len(text)), THINGS[things]
    who = Qualifier(owner, owner, Origin.CLAUSE)
    day = Frame(who, Qualifier(verb, verb, Origin.CLAUSE))
    what = Qualifier(f"{unit} {verb}", f"{things} {verb}", Origin.CLAUSE)
    counted = Frame(who, what, Qualifier(month, when, Origin.CLAUSE), "during")

    def claims() -> Iterator[StoredClaim]:
        for kind, words, value, own, frame, scope, first, last in (
            (Kind.DATE, when, date(month), "", day, "", 1, 2),
            (Kind.COUNT, f"{amount:,}", number(amount), unit, counted, month, 5, 5),
        ):
            mark = Span(text.rindex(words), text.rindex(words) + len(words))
            yield StoredClaim(
                Claim(
                    claim_id(name, kind, words, at), kind, name, path, mark.shift(start), 2 * at + 1, mark.start + 1,
                    words, value, own, owner, verb, scope, "", text, mark, frame,
                ), at + 1, 0, first, last,
            )  # fmt: skip

    stored = StoredPassage(at + 1, 0, at, Role.PROSE, text, stems(tokenise(text)), (), (), span, 2 * at + 1)
    return stored, claims()


def measure(folder: Path) -> None:
    """What commands cost in a project whose index is there."""
    with open_library(config.load(folder / config.NAME)) as library:
        size = sum(file.size for file in library.files().values())
        print(f"{library.meta['claims']} claims, {size / 1e6:.1f} MB of sources")
        index = folder / ".factcheck" / "index.sqlite"
        if index.exists():
            print(f"index {index.stat().st_size / 1e6:.1f} MB, {index.stat().st_size / size:.2f} times the sources")
        (folder / "draft.md").write_text(speed.draft(library), encoding="utf-8")
        questions = [f"{thing} {VERBS[at % 4]} {1990 + 7 * at}" for at, thing in enumerate(THINGS)]
        search(questions[0], library)
        started, used = time.perf_counter(), time.process_time()
        for question in questions:
            search(question, library)
        took = (
            (now - then) / len(questions) * 1000
            for now, then in ((time.process_time(), used), (time.perf_counter(), started))
        )
        print("lookup, warm: {:.1f} ms of CPU, {:.1f} on the clock".format(*took))
    for name, runs, arguments in (
        ("conflicts, first", 1, ("conflicts", "--quiet")),
        ("conflicts", RUNS, ("conflicts", "--quiet")),
        ("verify", RUNS, ("verify", "--no-cache", "--format", "json", "draft.md")),
        ("lookup", RUNS, ("lookup", questions[0])),
    ):
        costs = [speed.run(["-m", "factcheck", *arguments], speed.HERE, folder) for _ in range(runs)]
        say(name, speed.Cost(*map(median, zip(*costs, strict=True))))


def say(name: str, cost: speed.Cost) -> None:
    print(LINE.format(name, f"{cost.cpu:.2f}", f"{cost.wall:.2f}", f"{cost.memory:.0f}"), flush=True)


if __name__ == "__main__":
    main()
