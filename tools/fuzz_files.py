"""Damages files of every format, and has them read: each is read or refused, in its time, and nothing else happens.

    python tools/fuzz_files.py FOLDER --seconds 600 [--seed 7] [--only docx --only pdf] [--keep FOLDER]

FOLDER holds sound files, as many of each format as one has; LibreOffice makes most. Of files that are zipped, the XML
of a part or two is damaged: values, texts and elements are changed, taken away, doubled or nested without end. Of
others, bytes are. An input that fails is told, and with --keep kept. Exit status 1 then.
"""

from __future__ import annotations

import argparse
import random
import re
import sys
import time
import traceback
from collections import Counter
from io import BytesIO
from pathlib import Path
from zipfile import ZIP_DEFLATED, BadZipFile, ZipFile

from factcheck.errors import FactcheckError
from factcheck.extract import read_source
from factcheck.readers import is_read, read_data

ODD = (
    b"", b"0", b"-1", b"true", b"1e400", b"nan", b"\xff", b"&amp;", "²\u202e".encode(), b"9" * 60, b"x" * 5000,
    b"A1:XFD1048576",
)  # fmt: skip
VALUE, TEXT = re.compile(rb'="([^"]*)"'), re.compile(rb">([^<]+)<")
ATTRIBUTE, BEGUN = re.compile(rb' [\w:]+="[^"]*"'), re.compile(rb"<([\w:]+)(?: [^>]*)?(?<!/)>")
ELEMENT = re.compile(rb"<([\w:]+)(?: [^>]*)?>.{0,400}?</\1>|<[\w:]+(?: [^>]*)?/>", re.DOTALL)
# Seconds of CPU that no file may take.
PATIENCE = 20.0


class Damage:
    """Damages files; in the same way for the same seed."""

    def __init__(self, seed: int) -> None:
        self.pick = random.Random(seed)

    def file(self, sound: bytes) -> bytes:
        if self.pick.random() < 0.8:
            try:
                return self._package(sound)
            except BadZipFile:
                pass
        return self.markup(sound) if b"</" in sound and self.pick.random() < 0.5 else self._bytes(sound)

    def _package(self, sound: bytes) -> bytes:
        package, written = ZipFile(BytesIO(sound)), BytesIO()
        parts = [part for part in package.namelist() if part.endswith(("ml", ".rels", ".opf"))] or package.namelist()
        hit = self.pick.sample(parts, min(len(parts), self.pick.randint(1, 2)))
        with ZipFile(written, "w", ZIP_DEFLATED) as out:
            for part in package.namelist():
                if part not in hit or self.pick.random() < 0.9:
                    data = package.read(part)
                    out.writestr(part, self.markup(data) if part in hit else data)
        return written.getvalue()

    def markup(self, data: bytes) -> bytes:
        """Some markup with one to three of its parts damaged."""
        for _ in range(self.pick.randint(1, 3)):
            what = self.pick.choice((VALUE, VALUE, TEXT, ATTRIBUTE, ELEMENT, BEGUN))
            found = list(what.finditer(data))
            if not found:
                continue
            at = self.pick.choice(found)
            if what in (VALUE, TEXT):
                data = data[: at.start(1)] + self.pick.choice(ODD) + data[at.end(1) :]
            elif what is BEGUN:
                data = data[: at.start()] + at[0] * self.pick.choice((5, 300, 3000)) + data[at.start() :]
            else:
                times = self.pick.choice((0, 0, 2, 50)) if what is ELEMENT else 0
                data = data[: at.start()] + at[0] * times + data[at.end() :]
        return data

    def _bytes(self, sound: bytes) -> bytes:
        data = bytearray(sound)
        for _ in range(self.pick.randint(1, 8)):
            at = self.pick.randrange(len(data) + 1)
            lost = self.pick.choice((0, 1, self.pick.randint(1, 60)))
            put = self.pick.choice(
                (b"", bytes([self.pick.randrange(256)]), self.pick.choice(ODD), data[at : at + 200] * 3)
            )
            data[at : at + lost] = put
        return bytes(data[: self.pick.randrange(len(data) + 1)] if self.pick.random() < 0.2 else data)


def attempt(data: bytes, suffix: str, *, whole: bool) -> bool:
    """Whether a file is read and not refused; what is found in it stands in its text and can say where."""
    try:
        source = read_data(data, suffix, f"x{suffix}", whole=whole)
    except FactcheckError:
        return False
    for block in source.blocks:
        assert 0 <= block.span.start <= block.span.end <= len(source.view.text), f"{block.span} is outside"
    for claim in read_source(source).claims():
        assert 0 <= claim.span.start < claim.span.end <= len(source.text), f"{claim.span} is outside"
        claim.place.words()
    return True


def main() -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("--seconds", type=float, default=600)
    parser.add_argument("--seed", type=int, default=int(time.strftime("%Y%m%d")))
    parser.add_argument("--only", action="append", default=[], help="a suffix, without its dot")
    parser.add_argument("--keep", type=Path, help="a folder for the inputs that fail")
    options = parser.parse_args()
    files = [path for path in sorted(options.folder.iterdir()) if path.is_file() and is_read(path.suffix)]
    files = [path for path in files if not options.only or path.suffix[1:] in options.only]
    if not files:
        parser.error("there is no file of a format that is read")
    damage, failed, done, began = Damage(options.seed), Counter[str](), Counter[str](), time.monotonic()
    while time.monotonic() - began < options.seconds:
        path = damage.pick.choice(files)
        data, started = damage.file(path.read_bytes()), time.process_time()
        try:
            done["read" if attempt(data, path.suffix, whole=damage.pick.random() < 0.2) else "refused"] += 1
            assert time.process_time() - started < PATIENCE, "took too long"
        except Exception as error:
            place = traceback.extract_tb(error.__traceback__)[-1]
            kind = f"{path.suffix}: {type(error).__name__} in {Path(place.filename).name}:{place.lineno}"
            failed[kind] += 1
            if failed[kind] == 1:
                print(f"{kind}: {error} ({path.name} damaged)")
            if options.keep:
                options.keep.mkdir(parents=True, exist_ok=True)
                (options.keep / f"{options.seed}-{done.total()}-{failed.total()}{path.suffix}").write_bytes(data)
    print(f"{done['read']:,} read, {done['refused']:,} refused, {failed.total()} failed; seed {options.seed}")
    return int(bool(failed))


if __name__ == "__main__":
    sys.exit(main())
