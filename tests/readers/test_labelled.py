"""The extra that tells the article of a saved page too: what it leaves out is set aside, where it is asked for."""

from __future__ import annotations

import sys
from collections.abc import Callable
from importlib.machinery import ModuleSpec
from pathlib import Path
from types import ModuleType

import pytest
from tests.rows import each

from factcheck.errors import ConfigError
from factcheck.model import Role, Source
from factcheck.readers import notes, read_text
from factcheck.readers.web.labelled import Article
from factcheck.store.parcel import unpacked
from factcheck.workspace.pool import read_one

TOLD = "The harbour board agreed on Tuesday to rebuild the northern pier. It has 43 cranes, it said."
# Blocks, and whether they are in the article above.
BLOCKS = [
    ("What the readers said", False),
    ("It has 44 cranes", False),
    ("Boats", False),
    ("43 cranes", True),
    ("IT HAS 43 CRANES", True),
    ("The harbour board agreed on Tuesday to rebuild the northern pier.", True),
    ("The harbour board agreed on Tuesday to rebuild the northern pier [map]", True),
    ("The harbour board agreed [1] on Tuesday [2] to rebuild [3] the pier", False),
]


@each(("text", "held"), BLOCKS)
def test_blocks_are_known_by_their_runs_of_words(text: str, held: bool) -> None:
    assert Article(TOLD).holds(text) is held


PAGE = (
    f"<h1>The pier of 1911</h1><p>{TOLD}</p><div><p>Orlow has 88 boats, readers wrote to us.</p></div>"
    "<aside><p>It has 43 cranes</p></aside><h1>Orlow in 1950</h1>"
)


@pytest.fixture
def stand_in(monkeypatch: pytest.MonkeyPatch) -> Callable[[str], None]:
    """Puts in the place of trafilatura what finds a given text."""

    def put(text: str) -> None:
        module = ModuleType("trafilatura")
        module.__spec__ = ModuleSpec("trafilatura", None)
        module.extract = lambda page, include_comments: text or None  # type: ignore[attr-defined]
        monkeypatch.setitem(sys.modules, "trafilatura", module)

    return put


def kept(source: Source) -> list[str]:
    text = source.view.text
    return [text[block.span.start : block.span.end] for block in source.blocks if block.role is not Role.ASIDE]


def test_what_either_leaves_out_is_set_aside(stand_in: Callable[[str], None]) -> None:
    stand_in(TOLD)
    assert kept(read_text(PAGE, ".html", labelled=True)) == ["The pier of 1911", TOLD]


def test_the_item_of_a_menu_is_no_title(stand_in: Callable[[str], None]) -> None:
    stand_in(TOLD)
    assert kept(read_text(f"<ul><li>Orlow has 88 boats</li></ul>{PAGE}", ".html", labelled=True)) == [
        "The pier of 1911", TOLD,
    ]  # fmt: skip


def test_where_it_finds_nothing_our_rule_stands(stand_in: Callable[[str], None]) -> None:
    stand_in("")
    assert kept(read_text(PAGE, ".html", labelled=True)) == kept(read_text(PAGE, ".html"))
    assert len(kept(read_text(PAGE, ".html"))) == 4


def test_drafts_and_other_formats_have_none(stand_in: Callable[[str], None]) -> None:
    stand_in(TOLD)
    assert len(kept(read_text(PAGE, ".html", whole=True, labelled=True))) == 5
    assert len(kept(read_text("Nothing of it.", ".md", labelled=True))) == 1


def lay_out(folder: Path, labeller: str) -> Path:
    (folder / "pier.html").write_text(PAGE, encoding="utf-8")
    (folder / "sources.toml").write_text(f'[[document]]\nfile = "*.html"\nlabeller = {labeller}\n', encoding="utf-8")
    return folder / "sources.toml"


def test_asked_for_in_the_notes(tmp_path: Path, stand_in: Callable[[str], None]) -> None:
    stand_in(TOLD)
    lay_out(tmp_path, '"trafilatura"')
    read = read_one(tmp_path, "pier.html")
    assert not read.problem
    told = [stored.claim.text for stored in unpacked(read.parcel).claims]
    assert told == ["1911", "Tuesday", "43"]


def test_one_that_is_missing_or_unknown_is_told_in_one_line(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(notes, "find_spec", lambda name: None)
    for labeller, problem in (
        ('"trafilatura"', "trafilatura is not installed: pip install 'factcheck-cli[web]'"),
        ('"readability"', "'labeller' must be one of trafilatura"),
        ("true", "'labeller' must be one of trafilatura"),
    ):
        with pytest.raises(ConfigError, match=r"sources\.toml:3: ") as raised:
            notes.load(lay_out(tmp_path, labeller))
        assert problem in str(raised.value)


def test_the_extra_itself_finds_the_article() -> None:
    story = "".join(
        f"<p>The board of pier {n} agreed on Tuesday to rebuild it before the winter storms.</p>" for n in range(9)
    )
    source = read_text(
        f"<html><body><article><h1>Pier</h1>{story}</article><footer>43 cranes</footer></body></html>",
        ".html",
        labelled=True,
    )
    assert len(kept(source)) == 10
