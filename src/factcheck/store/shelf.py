"""Keeps beside an index what was found by holding its files against each other."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager

from factcheck.lean.record import NamedTuple
from factcheck.store.beside import Beside
from factcheck.store.numbering import numbers_of
from factcheck.store.protocol import StoredClaim

TABLES = """
CREATE TABLE forms (passage INTEGER PRIMARY KEY, form INTEGER NOT NULL, sentence INTEGER NOT NULL);
CREATE INDEX forms_by_form ON forms (form);
CREATE TABLE keys (key TEXT NOT NULL, passage INTEGER NOT NULL, first INTEGER NOT NULL, last INTEGER NOT NULL);
CREATE INDEX keys_by_key ON keys (key);
CREATE INDEX keys_by_passage ON keys (passage);
CREATE TABLE bearers (bearer TEXT NOT NULL, passage INTEGER NOT NULL, PRIMARY KEY (bearer, passage)) WITHOUT ROWID;
CREATE INDEX bearers_by_passage ON bearers (passage);
CREATE TABLE contested (bearer TEXT PRIMARY KEY) WITHOUT ROWID;
CREATE TABLE copies (passage INTEGER NOT NULL, other INTEGER NOT NULL, copied INTEGER NOT NULL,
    PRIMARY KEY (passage, other)) WITHOUT ROWID;
CREATE INDEX copies_by_other ON copies (other);
CREATE TABLE common (stem TEXT PRIMARY KEY, level INTEGER NOT NULL) WITHOUT ROWID;
CREATE TABLE pairs (
    way TEXT NOT NULL,
    passage INTEGER NOT NULL, first INTEGER NOT NULL, last INTEGER NOT NULL,
    other INTEGER NOT NULL, other_first INTEGER NOT NULL, other_last INTEGER NOT NULL,
    reason TEXT NOT NULL, kind TEXT NOT NULL, subject TEXT NOT NULL, measure TEXT NOT NULL, scope TEXT NOT NULL,
    note TEXT NOT NULL
);
CREATE UNIQUE INDEX pairs_by_passage ON pairs (passage, first, other, other_first, reason, way);
CREATE INDEX pairs_by_other ON pairs (other);
CREATE INDEX pairs_by_way ON pairs (way);
"""
# What goes with the passages of a file.
CELLS = [(table, "passage") for table in ("forms", "keys", "bearers", "copies", "pairs")]
CELLS += [("copies", "other"), ("pairs", "other")]
# So many sentences alike but for their figures are a form that is filled in anew.
VERSIONS = 3


class Spot(NamedTuple):
    """Where a claim stands: its passage, its first and last token there."""

    passage: int
    first: int
    last: int


def spot_of(claim: StoredClaim) -> Spot:
    """Where a claim stands."""
    return Spot(claim.passage, claim.first_token, claim.last_token)


class Kept(NamedTuple):
    """A pair of claims that cannot both be true, as it is kept. way: how the two met."""

    way: str
    a: Spot
    b: Spot
    reason: str
    kind: str
    subject: str
    measure: str
    scope: str
    note: str


class Shelf(Beside):
    """The disagreements of a library, and what they depend on."""

    tables = TABLES

    @contextmanager
    def changing(self) -> Iterator[None]:
        """As of any file beside an index. What is there can be read until all is done: a search may take minutes."""
        self._db.execute("PRAGMA cache_spill = OFF")
        with super().changing():
            yield

    def drop(self, files: Iterable[int]) -> None:
        """Forget what stands in some files."""
        for number in files:
            low, high = numbers_of(number)
            within = {"low": low, "high": high, "number": number}
            for table, cell in CELLS:
                self._db.execute(f"DELETE FROM {table} WHERE {cell} >= :low AND {cell} < :high", within)
            self._db.execute("DELETE FROM files WHERE number = :number", within)

    def add_forms(self, forms: Iterable[tuple[int, int, int]]) -> None:
        """The forms of some passages: passage, form, the sentence itself, each by a number made of its words."""
        self._db.executemany("INSERT OR REPLACE INTO forms VALUES (?, ?, ?)", forms)

    def recurring(self) -> set[int]:
        """The passages whose forms are filled in anew again and again."""
        many = "SELECT form FROM forms GROUP BY form HAVING COUNT(DISTINCT sentence) >= ?"
        return {
            number for (number,) in self._db.execute(f"SELECT passage FROM forms WHERE form IN ({many})", (VERSIONS,))
        }

    def add_keys(self, keys: Iterable[tuple[str, Spot]]) -> None:
        """Under which keys some figures meet others."""
        self._db.executemany("INSERT INTO keys VALUES (?, ?, ?, ?)", ((key, *spot) for key, spot in keys))

    def keys_in(self, files: Iterable[int]) -> set[str]:
        """The keys of the figures of some files."""
        found: set[str] = set()
        for number in files:
            rows = self._db.execute(
                "SELECT DISTINCT key FROM keys WHERE passage >= ? AND passage < ?", numbers_of(number)
            )
            found |= {key for (key,) in rows}
        return found

    def keys_at(self, passages: Iterable[int]) -> set[str]:
        """The keys of the figures of some passages."""
        rows = (self._db.execute("SELECT key FROM keys WHERE passage = ?", (passage,)) for passage in passages)
        return {key for found in rows for (key,) in found}

    def meeting(self, key: str) -> list[Spot]:
        """The figures that meet under a key, in order."""
        rows = self._db.execute("SELECT passage, first, last FROM keys WHERE key = ? ORDER BY passage, first", (key,))
        return [Spot(*row) for row in rows]

    def add_bearers(self, bearers: Iterable[tuple[str, int]]) -> None:
        """In which passages something is said of whom."""
        self._db.executemany("INSERT OR IGNORE INTO bearers VALUES (?, ?)", bearers)

    def bearers_in(self, files: Iterable[int]) -> set[str]:
        """Those of whom some files say something."""
        sql = "SELECT DISTINCT bearer FROM bearers WHERE passage >= ? AND passage < ?"
        rows = (self._db.execute(sql, numbers_of(number)) for number in files)
        return {bearer for found in rows for (bearer,) in found}

    def contested(self) -> list[str]:
        """The people on whom statements may exclude each other."""
        return [bearer for (bearer,) in self._db.execute("SELECT bearer FROM contested ORDER BY bearer")]

    def contest(self, bearers: Iterable[str], contested: Iterable[str]) -> None:
        """Note which of some people these are now."""
        self._db.executemany("DELETE FROM contested WHERE bearer = ?", ((bearer,) for bearer in bearers))
        self._db.executemany("INSERT INTO contested VALUES (?)", ((bearer,) for bearer in contested))

    def copies(self) -> dict[tuple[int, int], bool]:
        """Of which passages it is known whether they are copies of one text, and whether they are."""
        return {(passage, other): bool(copied) for passage, other, copied in self._db.execute("SELECT * FROM copies")}

    def add_copies(self, copies: Mapping[tuple[int, int], bool]) -> None:
        rows = ((*passages, copied) for passages, copied in copies.items())
        self._db.executemany("INSERT OR IGNORE INTO copies VALUES (?, ?, ?)", rows)

    def common(self) -> Mapping[str, int]:
        """The stems that were common, each with how many of the bounds of that it passed."""
        return dict(self._db.execute("SELECT stem, level FROM common"))

    def set_common(self, stems: Mapping[str, int]) -> None:
        self._db.execute("DELETE FROM common")
        self._db.executemany("INSERT INTO common VALUES (?, ?)", stems.items())

    def pairs(self) -> list[Kept]:
        """All pairs, in the order of their claims."""
        rows = self._db.execute("SELECT * FROM pairs ORDER BY passage, first, other, other_first, way")
        return [Kept(way, Spot(*row[:3]), Spot(*row[3:6]), *row[6:]) for way, *row in rows]

    def add_pairs(self, pairs: Iterable[Kept]) -> None:
        self._db.executemany(
            f"INSERT OR IGNORE INTO pairs VALUES ({', '.join('?' * 13)})", ((p.way, *p.a, *p.b, *p[3:]) for p in pairs)
        )

    def drop_pairs(self, way: str, passages: Iterable[tuple[int, int]] | None = None) -> None:
        """Forget the pairs that met in one way: all, or those of some pairs of passages."""
        if passages is None:
            self._db.execute("DELETE FROM pairs WHERE way = ?", (way,))
        else:
            rows = ((way, *pair) for pair in passages)
            self._db.executemany("DELETE FROM pairs WHERE way = ? AND passage = ? AND other = ?", rows)
