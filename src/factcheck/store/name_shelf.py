"""Keeps beside an index the names that its passages write, by what two spellings of one name have in common."""

from __future__ import annotations

import zlib
from array import array
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager

from factcheck.lean.record import NamedTuple
from factcheck.store.beside import Beside
from factcheck.store.numbering import numbers_of

# Names have numbers of their own, by which nothing is ordered: they are given as names come.
TABLES = """
CREATE TABLE documents (number INTEGER PRIMARY KEY, names BLOB NOT NULL, words BLOB NOT NULL);
CREATE TABLE words (word TEXT PRIMARY KEY, documents INTEGER NOT NULL) WITHOUT ROWID;
CREATE TABLE names (
    number INTEGER PRIMARY KEY, text TEXT NOT NULL UNIQUE,
    passage INTEGER NOT NULL, start INTEGER NOT NULL,
    times INTEGER NOT NULL, documents INTEGER NOT NULL, opens INTEGER NOT NULL, closes INTEGER NOT NULL,
    passages BLOB NOT NULL, starts BLOB NOT NULL
);
CREATE TABLE parts (
    word TEXT NOT NULL, name INTEGER NOT NULL, words INTEGER NOT NULL, PRIMARY KEY (word, name)
) WITHOUT ROWID;
CREATE TABLE keys (key INTEGER NOT NULL, name INTEGER NOT NULL, PRIMARY KEY (key, name)) WITHOUT ROWID;
CREATE TABLE pairs (a INTEGER NOT NULL, b INTEGER NOT NULL, PRIMARY KEY (a, b)) WITHOUT ROWID;
CREATE INDEX pairs_by_b ON pairs (b);
"""
ROW = "number, text, passage, start, times, documents, opens, closes"
# How many numbers one question names.
CHUNK = 500


class Name(NamedTuple):
    """A name as it is kept: where it stands first, how often and in how many documents, and whether it is somewhere
    more than the end of a longer one, or more than the beginning."""

    number: int
    text: str
    passage: int
    start: int
    times: int
    documents: int
    opens: int
    closes: int


class Places(NamedTuple):
    """Where a name stands, in reading order: the passages, and in each where it starts."""

    passages: array[int]
    starts: array[int]


class NameShelf(Beside):
    """The names of a library, with all their places."""

    tables = TABLES

    def reading(self) -> AbstractContextManager[None]:
        """What is read meanwhile is of one moment."""
        return self._transaction("BEGIN")

    def drop(self, files: Iterable[int]) -> tuple[set[int], list[str]]:
        """Forget the documents of some files; their names, and the words of each document in turn."""
        names: set[int] = set()
        words: list[str] = []
        for number in files:
            within = numbers_of(number)
            for own, its in self._db.execute(
                "SELECT names, words FROM documents WHERE number >= ? AND number < ?", within
            ):
                names.update(array("q", own))
                words += zlib.decompress(its).decode().split()
            self._db.execute("DELETE FROM documents WHERE number >= ? AND number < ?", within)
            self._db.execute("DELETE FROM files WHERE number = ?", (number,))
        return names, words

    def add_document(self, number: int, names: Iterable[int], words: Iterable[str]) -> None:
        """Note which names a document has, and which words without a capital."""
        cells = array("q", sorted(names)).tobytes(), zlib.compress(" ".join(sorted(words)).encode(), 1)
        self._db.execute("INSERT INTO documents VALUES (?, ?, ?)", (number, *cells))

    def count_words(self, changes: Mapping[str, int]) -> None:
        """In how many documents more, or fewer, words stand without a capital."""
        more = "INSERT INTO words VALUES (?, ?) ON CONFLICT DO UPDATE SET documents = documents + excluded.documents"
        self._db.executemany(more, sorted(changes.items()))
        self._db.execute("DELETE FROM words WHERE documents <= 0")

    def last_number(self) -> int:
        ((last,),) = self._db.execute("SELECT IFNULL(MAX(number), 0) FROM names")
        return int(last)

    def number_of(self, text: str) -> int | None:
        row = self._db.execute("SELECT number FROM names WHERE text = ?", (text,)).fetchone()
        return row[0] if row else None

    def places(self, number: int) -> Places:
        """Where a name stands."""
        row = self._db.execute("SELECT passages, starts FROM names WHERE number = ?", (number,)).fetchone()
        passages, starts = row or (b"", b"")
        return Places(array("q", passages), array("I", starts))

    def put(self, name: Name, places: Places) -> None:
        """Keep a name as it is now."""
        cells = (*name, places.passages.tobytes(), places.starts.tobytes())
        self._db.execute("INSERT OR REPLACE INTO names VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", cells)

    def enter(self, number: int, words: Sequence[str], keys: Iterable[int]) -> None:
        """Note the words and keys of a new name."""
        self._db.executemany("INSERT INTO parts VALUES (?, ?, ?)", ((word, number, len(words)) for word in set(words)))
        self._db.executemany("INSERT INTO keys VALUES (?, ?)", ((key, number) for key in keys))

    def leave(self, number: int, words: Sequence[str], keys: Iterable[int]) -> None:
        """Forget a name that stands nowhere any more."""
        self._db.executemany("DELETE FROM parts WHERE word = ? AND name = ?", ((word, number) for word in set(words)))
        self._db.executemany("DELETE FROM keys WHERE key = ? AND name = ?", ((key, number) for key in keys))
        self._db.execute("DELETE FROM pairs WHERE a = ?", (number,))
        self._db.execute("DELETE FROM pairs WHERE b = ?", (number,))
        self._db.execute("DELETE FROM names WHERE number = ?", (number,))

    def blocks(self, keys: Iterable[int], most: int) -> Iterator[list[int]]:
        """The names under each of some keys, where they are two or more, and no more than `most`."""
        self._db.execute("CREATE TEMP TABLE IF NOT EXISTS touched (key INTEGER PRIMARY KEY)")
        self._db.execute("DELETE FROM temp.touched")
        self._db.executemany("INSERT OR IGNORE INTO temp.touched VALUES (?)", ((key,) for key in keys))
        sql = """SELECT GROUP_CONCAT(name) FROM temp.touched JOIN keys USING (key)
            GROUP BY key HAVING COUNT(*) BETWEEN 2 AND ? ORDER BY key"""
        for (names,) in self._db.execute(sql, (most,)):
            yield sorted(map(int, names.split(",")))

    def add_pairs(self, pairs: Iterable[tuple[int, int]]) -> None:
        self._db.executemany("INSERT OR IGNORE INTO pairs VALUES (?, ?)", pairs)

    def pairs(self) -> list[tuple[int, int]]:
        return list(self._db.execute("SELECT a, b FROM pairs ORDER BY a, b"))

    def names(self, numbers: Sequence[int]) -> list[Name]:
        """Names by their numbers."""
        found: list[Name] = []
        for start in range(0, len(numbers), CHUNK):
            some = numbers[start : start + CHUNK]
            sql = f"SELECT {ROW} FROM names WHERE number IN ({', '.join('?' * len(some))}) ORDER BY number"
            found += (Name(*row) for row in self._db.execute(sql, some))
        return found

    def named(self, text: str) -> Name:
        """A name by its text. Raises KeyError."""
        row = self._db.execute(f"SELECT {ROW} FROM names WHERE text = ?", (text,)).fetchone()
        if row is None:
            raise KeyError(text)
        return Name(*row)

    def under(self, key: int) -> list[Name]:
        """The names under a key."""
        return self.names([number for (number,) in self._db.execute("SELECT name FROM keys WHERE key = ?", (key,))])

    def with_word(self, word: str) -> list[Name]:
        """The names that a word stands in."""
        return self.names([number for (number,) in self._db.execute("SELECT name FROM parts WHERE word = ?", (word,))])

    def of_two_words(self, word: str) -> int:
        """In how many names of two words a word stands."""
        sql = "SELECT COUNT(*) FROM parts WHERE word = ? AND words = 2"
        ((count,),) = self._db.execute(sql, (word,))
        return int(count)

    def of_document(self, number: int) -> list[Name]:
        """The names of a document."""
        row = self._db.execute("SELECT names FROM documents WHERE number = ?", (number,)).fetchone()
        return self.names(array("q", row[0])) if row else []

    def of_one_word(self) -> list[str]:
        """The names of one word."""
        return [text for (text,) in self._db.execute("SELECT text FROM names WHERE INSTR(text, ' ') = 0")]

    def held(self) -> set[str]:
        """The words of names of two words or more."""
        return {word for (word,) in self._db.execute("SELECT DISTINCT word FROM parts WHERE words > 1")}

    def small(self) -> set[str]:
        """The words that are somewhere written without a capital."""
        return {word for (word,) in self._db.execute("SELECT word FROM words")}
