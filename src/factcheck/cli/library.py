"""`factcheck library`: the library as a small site for those who do not run factcheck."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from factcheck.cli.context import Session, pass_session
from factcheck.errors import InputError
from factcheck.text.wording import counted

if TYPE_CHECKING:
    from factcheck.desk.library_pages import Holdings
    from factcheck.services.library import Library
    from factcheck.store.protocol import StoredClaim

# Names the files that were written, so that those of documents that are gone can be taken away.
LIST = ".factcheck-pages"


@click.command("library", short_help="Write the library as a small site that needs no server.")
@click.option("-o", "--output", type=click.Path(path_type=Path), metavar="FOLDER", required=True, help="Where to.")
@pass_session
def command(session: Session, output: Path) -> None:
    """Write pages of the library into FOLDER: its documents with their figures marked, checked claims, names, what
    people are said to be, conflicts with the values drawn by source and date, and a search that runs in the browser.
    They load nothing from elsewhere: a newsroom can put them on its intranet, or open them as files.

    Confidential claims are left out. FOLDER must be new, empty, or one that this command has written.

    \b
    Examples:
      factcheck library -o site
    """
    from factcheck.cli.output import write_whole
    from factcheck.desk.library_pages import pages

    before = _written_before(output)
    library = session.open()
    holdings = _holdings(library)
    (output / "documents").mkdir(parents=True, exist_ok=True)
    names = []
    for name, text in pages(library.store, holdings):
        write_whole(output / name, text)
        names.append(name)
    write_whole(output / LIST, "".join(f"{name}\n" for name in names))
    for name in before - set(names):
        (output / name).unlink(missing_ok=True)
    session.say(f"wrote {output}: {counted(len(holdings.documents), 'document')}, {counted(len(names), 'page')}")


def _written_before(folder: Path) -> set[str]:
    """The files that an earlier run has written. Raises InputError for a folder of anybody else's."""
    if not folder.exists():
        return set()
    listed = folder / LIST
    if folder.is_dir() and listed.is_file() and not listed.is_symlink():
        names = listed.read_text(encoding="utf-8").splitlines()
        return {name for name in names if name.endswith(".html") and ".." not in name and not name.startswith("/")}
    if not folder.is_dir() or any(folder.iterdir()):
        raise InputError(f"{folder}: is not empty, and not of an earlier run; name a new folder")
    return set()


def _holdings(library: Library) -> Holdings:
    from factcheck.desk.library_pages import Holdings
    from factcheck.lean.record import replace
    from factcheck.report.stamp import stamp
    from factcheck.workspace.claims import today

    store, curation, day = library.store, library.curation, today()
    documents = store.documents()
    store.vouch({document.path for document in documents.values()})
    claims: dict[int, list[StoredClaim]] = {number: [] for number in documents}
    for stored in store.all_claims():
        claims[stored.document].append(stored)
    open_ones = tuple(claim for claim in curation.claims if not claim.hidden(day))
    return Holdings(documents, claims, replace(curation, claims=open_ones), library.conflicts(), stamp(store))
