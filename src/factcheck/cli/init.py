"""`factcheck init`: makes a folder a project."""

from __future__ import annotations

from pathlib import Path

import click

from factcheck.cli.context import Session, pass_session
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
"""
IGNORED = ".factcheck/"


@click.command("init", short_help="Make the current folder a factcheck project.")
@click.option("--sources", multiple=True, metavar="PATTERN", help="Your source files. Default: sources/**/* by suffix.")
@click.option("--drafts", multiple=True, metavar="PATTERN", help="Your drafts. Default: drafts/*.md")
@pass_session
def command(session: Session, sources: tuple[str, ...], drafts: tuple[str, ...]) -> None:
    """Write factcheck.toml here, with the folders that it names, and let git ignore the index. Nothing that exists is
    changed.

    \b
    Examples:
      factcheck init
      factcheck init --sources 'reports/*.txt' --sources 'archive/**/*.html' --drafts 'articles/*.md'
    """
    from factcheck.config import NAME

    project = Path(NAME)
    if project.exists():
        raise InputError(f"{project}: is already there; nothing was changed")
    sources = sources or tuple(f"sources/**/*.{suffix}" for suffix in ("txt", "md", "html"))
    drafts = drafts or ("drafts/*.md",)
    for folder in dict.fromkeys(_folder(pattern) for pattern in (*sources, *drafts, "claims/*.toml")):
        folder.mkdir(parents=True, exist_ok=True)
    _ignore_index(Path(".gitignore"))
    project.write_text(PROJECT.format(sources=_listed(sources), drafts=_listed(drafts)), encoding="utf-8")
    session.say(f"wrote {project}. Put your sources in {_folder(sources[0])}/, then try: factcheck sources")


def _folder(pattern: str) -> Path:
    """The folder that a pattern begins in."""
    parts = Path(pattern).parts[:-1]
    plain = next((place for place, part in enumerate(parts) if set(part) & set("*?[")), len(parts))
    return Path(*parts[:plain])


def _listed(patterns: tuple[str, ...]) -> str:
    """Patterns as members of a TOML list."""
    import json

    return ", ".join(json.dumps(pattern, ensure_ascii=False) for pattern in patterns)


def _ignore_index(path: Path) -> None:
    """Add the index's folder to git's list once; the rest of the list stays as it is."""
    text = path.read_text(encoding="utf-8") if path.exists() else ""
    if IGNORED not in text.splitlines():
        path.write_text(f"{text}{'' if text.endswith(chr(10)) or not text else chr(10)}{IGNORED}\n", encoding="utf-8")
