"""`factcheck init`: makes a folder a project."""

from __future__ import annotations

from contextlib import ExitStack
from pathlib import Path

import click

from factcheck.cli.context import Session, pass_session
from factcheck.disk.rewrite import rewrite
from factcheck.errors import InputError

PROJECT = """\
# What drafts are checked against. Patterns are relative to this file; ** means any number of folders.
[library]
sources = [{sources}]
claims = ["claims/*.toml"]

# What `factcheck verify` checks when it is given no draft, and how strictly (`factcheck explain` lists the rules).
[verify]
drafts = [{drafts}]
# ignore = ["FC103"]
# fail-on = "error"
# strictness = "normal"
"""
IGNORED = b".factcheck/"


@click.command("init", short_help="Make the current folder a factcheck project.")
@click.option("--sources", multiple=True, metavar="PATTERN", help="Your source files. Default: sources/**/*")
@click.option("--drafts", multiple=True, metavar="PATTERN", help="Your drafts. Default: drafts/ by suffix.")
@pass_session
def command(session: Session, sources: tuple[str, ...], drafts: tuple[str, ...]) -> None:
    """Write factcheck.toml here, with the folders that it names, and let git ignore the index. Nothing that exists is
    changed.

    \b
    Examples:
      factcheck init
      factcheck init --sources 'reports/*.txt' --sources 'archive/**/*.html' --drafts 'articles/*.md'
    """
    from factcheck.config import NAME, load
    from factcheck.workspace.leftover import leftovers

    project = Path(NAME)
    if project.exists():
        raise InputError(f"{project}: is already there; nothing was changed")
    sources = sources or ("sources/**/*",)
    drafts = drafts or tuple(f"drafts/*.{suffix}" for suffix in ("md", "txt", "html", "docx", "odt"))
    text = PROJECT.format(sources=_listed(sources), drafts=_listed(drafts))
    with ExitStack() as undo:
        for folder in dict.fromkeys(_folder(pattern) for pattern in (*sources, *drafts, "claims/*.toml")):
            _make(folder, undo)
        _ignore_index(Path(".gitignore"), undo)
        # Last of all, since it makes the folder a project.
        rewrite(project, lambda _: text.encode("utf-8"))
        undo.pop_all()
    for leftover in leftovers(load(project)):
        session.say(leftover.words())
    session.say(f"wrote {project}. Put your sources in {_folder(sources[0])}/, then try: factcheck sources")


def _make(folder: Path, undo: ExitStack) -> None:
    """Make a folder and those that it lies in."""
    for path in (*reversed(folder.parents), folder):
        if not path.is_dir():
            path.mkdir()
            undo.callback(path.rmdir)


def _folder(pattern: str) -> Path:
    """The folder that a pattern begins in."""
    parts = Path(pattern).parts[:-1]
    plain = next((place for place, part in enumerate(parts) if set(part) & set("*?[")), len(parts))
    return Path(*parts[:plain])


def _listed(patterns: tuple[str, ...]) -> str:
    """Patterns as members of a TOML list."""
    import json

    return ", ".join(json.dumps(pattern, ensure_ascii=False) for pattern in patterns)


def _ignore_index(path: Path, undo: ExitStack) -> None:
    """Put the index's folder on git's list, below what stands there, which stays byte for byte as it is."""
    old = path.read_bytes() if path.exists() else b""
    if IGNORED in old.splitlines():
        return
    end = b"\r\n" if b"\r\n" in old else b"\n"
    gap = b"" if not old or old.endswith(b"\n") else end
    undo.callback(lambda: rewrite(path, lambda _: old) if old else path.unlink(missing_ok=True))
    rewrite(path, lambda _: old + gap + IGNORED + end)
