"""Shows how an index grows: a library of so many claims, made by rule, in a file and on a server.

    python -m benchmarks.growth DIR 1000000 [--to URL [--server PID]] [--asked-alone]

The files are written, but nothing reads them: the rule that makes a sentence knows its claims as extraction would find
them, and hands them to the builder. So a million claims take minutes and not hours, and what is measured is the store
and what asks it. A document has 60 sentences of a count and a date each; a name stands in 25 sentences.

In DIR the index is a file, and one that is there is measured as it is; with --to it is copied to PostgreSQL, and
measured there instead, from DIR-shared. A line for each command: seconds of CPU of the process, and of the server where
PID names its first process on this Linux machine; seconds on the clock, most memory of the process in MB; medians of
three runs, but for what is kept: the first search for conflicts is run once. warm: questions to a library that is open.
asked: the conflicts of the claims of some passages, found alone. With --asked-alone the whole library is not held
against itself, which takes minutes for a million claims.
"""

from __future__ import annotations

import argparse
import os
import random
import resource
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import suppress
from functools import partial
from pathlib import Path
from statistics import median
from typing import NamedTuple

from benchmarks import libraries, speed

from factcheck import config, conflicts
from factcheck.extract import read_text
from factcheck.extract.assemble import claim_id
from factcheck.lookup import search
from factcheck.model import Claim, Document, Frame, Kind, Origin, Qualifier, Role
from factcheck.store.file_rows import packed
from factcheck.store.numbering import file_number
from factcheck.store.postgres import PostgresLibrary
from factcheck.store.protocol import Contents, Library, StoredClaim, StoredPassage
from factcheck.text import Span
from factcheck.text.stem import stems
from factcheck.text.tokens import tokenise
from factcheck.values import date, number
from factcheck.verify.disputes import BETWEEN_SOURCES
from factcheck.workspace import open_library
from factcheck.workspace.files import content_hash
from factcheck.workspace.index_site import site_of
from factcheck.workspace.pool import Read
from factcheck.workspace.survey import RACY_NS, scan
from factcheck.workspace.version import version

SENTENCES, RUNS, TOLD, FOLDER = 60, 3, 50, 1000
THINGS = {"boats": "boat", "schools": "school", "pumps": "pump", "bridges": "bridge", "tickets": "ticket"}
VERBS = ("repaired", "counted", "inspected", "moved")
# Words of drafts; documents whose claims are asked for, and how many passages of each.
DRAFTS, ASKED, BEGINNING = (200, 1000), 60, 5
LINE = "{:17} {:>10} {:>10} {:>10} {:>8}"
# A process of the server ends a moment after whom it served.
ENDING = 0.3
SIZE = """
SELECT sum(pg_total_relation_size(c.oid)) FROM pg_class c
WHERE c.relnamespace = current_schema()::regnamespace AND c.relkind = 'r' AND c.relname NOT LIKE 'staged%%'
"""


class Growth(NamedTuple):
    """What is measured where. server: the first process of a server, 0 for none"""

    folder: Path
    server: int = 0

    def command(self, name: str, *arguments: str, runs: int = 1) -> None:
        """Run a command so often, and say what it took, in the middle."""
        taken = [self._taken(arguments) for _ in range(runs)]
        own, served = zip(*taken, strict=True)
        self.say(name, speed.middle(own), median(served))

    def say(self, name: str, cost: speed.Cost, served: float = 0) -> None:
        shown = f"{served:.3f}" if self.server else ""
        print(LINE.format(name, f"{cost.cpu:.3f}", shown, f"{cost.wall:.3f}", f"{cost.memory:.0f}"), flush=True)

    def timed(self, name: str, count: int, steps: Iterable[Callable[[], object]]) -> None:
        """Take so many steps in this process, and say what one took."""
        served, started, used = self.serving(), time.perf_counter(), time.process_time()
        for step in steps:
            step()
        ends = time.perf_counter() - started, time.process_time() - used, self.serving() - served
        wall, cpu, server = (seconds / count for seconds in ends)
        self.say(name, speed.Cost(wall, cpu, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024), server)

    def _taken(self, arguments: Sequence[str]) -> tuple[speed.Cost, float]:
        before = self.serving()
        cost = speed.run(["-m", "factcheck", *arguments], speed.HERE, self.folder)
        time.sleep(ENDING if self.server else 0)
        return cost, self.serving() - before

    def serving(self) -> float:
        """Seconds of CPU that the server has taken: its first process, those that live, and those that have ended."""
        return sum(_ticks(self.server)) / os.sysconf("SC_CLK_TCK") if self.server else 0.0


def _ticks(first: int) -> Iterator[int]:
    for entry in Path("/proc").glob("[0-9]*/stat"):
        with suppress(OSError):  # one that has just ended
            # Behind the name, which may hold anything: the state, the parent; from the 12th on, times, those of the
            # children that have ended last.
            cells = entry.read_text().rpartition(")")[2].split()
            own = int(entry.parent.name) == first
            if own or int(cells[1]) == first:
                yield sum(map(int, cells[11 : 15 if own else 13]))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("claims", type=int)
    parser.add_argument("--to", metavar="URL", default="")
    parser.add_argument("--server", metavar="PID", type=int, default=0)
    parser.add_argument("--asked-alone", action="store_true")
    arguments = parser.parse_args()
    folder: Path = arguments.folder.absolute()
    print(LINE.format("", "CPU s", "server s", "clock s", "MB"))
    here = Growth(folder)
    if not (folder / config.NAME).exists():
        started, used = time.perf_counter(), time.process_time()
        make(folder, arguments.claims)
        most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        here.say("made", speed.Cost(time.perf_counter() - started, time.process_time() - used, most))
    if not arguments.to:
        measure(here, whole=not arguments.asked_alone)
        return
    Growth(folder, arguments.server).command("index --to", "index", "--quiet", "--to", arguments.to)
    shared = folder.with_name(f"{folder.name}-shared")
    shared.mkdir(exist_ok=True)
    (shared / config.NAME).write_text(f'[library]\nsources = ["**/*.txt"]\nindex = "{arguments.to}"\n')
    measure(Growth(shared, arguments.server), whole=not arguments.asked_alone)


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


def measure(growth: Growth, *, whole: bool) -> None:
    """What commands cost in a project whose index is there. whole: the conflicts of the whole library as well"""
    folder = growth.folder
    with open_library(config.load(folder / config.NAME)) as library:
        size = sum(file.size for file in library.files().values())
        kept = _kept(library)
        print(f"{library.meta['claims']} claims, {size / 1e6:.1f} MB of sources, index {kept / 1e6:.1f} MB")
        for words in DRAFTS:
            text = speed.draft(library, words)
            (folder / f"draft-{words}.md").write_text(text, encoding="utf-8")
            print(f"draft-{words}: {len(text.split())} words with {_figures(text)} figures")
        questions = [f"{thing} {VERBS[at % 4]} {1990 + 7 * at}" for at, thing in enumerate(THINGS)]
        search(questions[0], library)
        growth.timed("lookup, warm", len(questions), (partial(search, question, library) for question in questions))
        asked = _some(library)
        growth.timed("conflicts, asked", 1, [partial(conflicts.touching, library, asked, BETWEEN_SOURCES)])
    if whole:
        growth.command("conflicts, first", "conflicts", "--quiet")
        growth.command("conflicts", "conflicts", "--quiet", runs=RUNS)
    judged = ("verify", "--no-cache", "--format", "json")
    for words in DRAFTS:
        growth.command(f"verify draft-{words}", *judged, f"draft-{words}.md", runs=RUNS)
    growth.command("lookup", "lookup", questions[0], runs=RUNS)


def _some(library: Library) -> list[str]:
    """The ids of the claims of the first passages of some documents."""
    documents = list(library.documents())
    few = library.passages_of(documents[:: -(-len(documents) // ASKED)]).values()
    claims = library.claims(passage.id for passages in few for passage in passages[:BEGINNING])
    return [stored.claim.id for own in claims.values() for stored in own]


def _figures(draft: str) -> int:
    """How many figures are judged in a draft, which is what a `verify` takes its time for."""
    return sum(claim.kind.is_figure for claim in read_text(draft).claims())


def _kept(library: Library) -> int:
    """The bytes of an index."""
    if not isinstance(library, PostgresLibrary):
        return Path(library.name).stat().st_size
    ((size,),) = library._ask(SIZE)
    return int(size)


if __name__ == "__main__":
    main()
