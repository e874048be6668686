"""Files as bytes: how they are decoded, what is said of it, and what is refused."""

from __future__ import annotations

from pathlib import Path

import pytest

from factcheck import readers
from factcheck.errors import InputError

WORDS = "Café – 5 €"
XML = '<?xml version="1.0" encoding="cp1251"?>Да'
POLISH = '<meta charset="iso-8859-2"><p>łódź 5'
META = '<meta charset="{}"><p>'
# As an archive saves it: its own scripts stand before what the page declares.
ARCHIVED = '<script src="a.js" charset="utf-8"></script>' + "<!-- saved -->" * 200 + POLISH
# Name, bytes, text, words of the warning ("" for none)
READ = [
    ("a.txt", WORDS.encode(), WORDS, ""),
    ("a.txt", b"", "", ""),
    ("a.txt", b"\xef\xbb\xbf" + WORDS.encode(), "\ufeff" + WORDS, ""),
    ("a.txt", WORDS.encode("utf-16"), WORDS, ""),
    ("a.txt", b"\xfe\xff" + WORDS.encode("utf-16-be"), WORDS, ""),
    ("a.txt", b"\x00\x00\xfe\xff" + WORDS.encode("utf-32-be"), WORDS, ""),
    ("a.txt", b"one\r\ntwo\rthree\n", "one\r\ntwo\rthree\n", ""),
    ("a.txt", ("one\n" + WORDS).encode("cp1252"), "one\n" + WORDS, "not UTF-8 (line 2): decoded as cp1252"),
    ("a.txt", b"caf\xe9 \x81", "café \x7f", "decoded as cp1252"),
    ("a.txt", b"\x1b[31mred\x1b[0m", "\x1b[31mred\x1b[0m", ""),
    ("a.html", POLISH.encode("iso-8859-2"), POLISH, ""),
    ("a.html", ARCHIVED.encode("iso-8859-2"), ARCHIVED, ""),
    ("a.html", META.format("gb2312").encode() + b"\xe9F", META.format("gb2312") + "镕", ""),
    ("a.xhtml", XML.encode("cp1251"), XML, ""),
    ("a.rst", ".. -*- coding: latin-1 -*-\n\né".encode("latin-1"), ".. -*- coding: latin-1 -*-\n\né", ""),
    ("a.html", META.format("utf-8").encode() + b"\xe9", META.format("utf-8") + "é", "decoded as cp1252"),
    ("a.html", META.format("klingon").encode() + b"\xe9", META.format("klingon") + "é", "decoded as cp1252"),
]  # fmt: skip


@pytest.mark.parametrize(("name", "data", "text", "warning"), READ)
def test_is_read(tmp_path: Path, name: str, data: bytes, text: str, warning: str) -> None:
    path = tmp_path / name
    path.write_bytes(data)
    source = readers.read(path)
    assert source.text == text
    assert bool(source.warnings) == bool(warning)
    assert warning in " ".join(source.warnings)


def test_text_is_what_any_program_reads_as_utf8(tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    path.write_bytes("\ufeff# Fünf\r\n\r\n**5** 😀\r\n".encode())
    with path.open(encoding="utf-8", newline="") as file:
        assert readers.read(path).text == file.read()


# What is done to the path, and the words of the complaint
REFUSED = [
    (lambda path: None, "no such file"),
    (lambda path: path.mkdir(), "is a directory"),
    (lambda path: path.write_bytes(b"PK\x03\x04\x00\x00"), "is a binary file"),
    (lambda path: path.write_bytes(b"text \x00 text"), "is a binary file"),
    (lambda path: path.write_bytes(b"\xff\xfea"), "is marked as UTF-16 but is not"),
    (lambda path: path.symlink_to(path), "cannot be read"),
]


@pytest.mark.parametrize(("make", "words"), REFUSED, ids=[words for _, words in REFUSED])
def test_is_refused_in_one_line(tmp_path: Path, make: object, words: str) -> None:
    path = tmp_path / "a.txt"
    assert callable(make)
    make(path)
    with pytest.raises(InputError) as caught:
        readers.read(path)
    assert str(caught.value).startswith(f"{path}: {words}")
    assert "\n" not in str(caught.value)
