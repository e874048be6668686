"""Which files patterns name."""

from pathlib import Path

import pytest
from tests.rows import each

from factcheck.workspace.files import Found, Walked, content_hash, find
from factcheck.workspace.noted import Digests
from factcheck.workspace.survey import Scan, is_source

TREE = [
    "a.txt",
    "b.md",
    "deep/c.txt",
    "deep/er/d.txt",
    "deep/er/e.html",
    ".hidden/f.txt",
    ".g.txt",
    "x[1].txt",
    "é.txt",
]


@pytest.fixture
def tree(tmp_path: Path) -> Path:
    for name in TREE:
        path = tmp_path / "root" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(name, encoding="utf-8")
    (tmp_path / "beside.txt").touch()
    return tmp_path / "root"


@each(
    ("patterns", "exclude", "expected"),
    [
        ([], [], ""),
        (["nothing.txt", "nowhere/*.txt", "deep"], [], ""),
        (["a.txt"], [], "a.txt"),
        (["*.txt"], [], "a.txt x[1].txt é.txt"),
        (["[ab].*"], [], "a.txt b.md"),
        (["[!b].*"], [], "a.txt é.txt"),
        (["?.md"], [], "b.md"),
        (["x[[]1].txt"], [], "x[1].txt"),
        (["deep/*.txt"], [], "deep/c.txt"),
        (["*/er/*"], [], "deep/er/d.txt deep/er/e.html"),
        (["**/*.txt"], [], "a.txt deep/c.txt deep/er/d.txt x[1].txt é.txt"),
        (["deep/**"], [], "deep/c.txt deep/er/d.txt deep/er/e.html"),
        (["deep/**/er/*.txt"], [], "deep/er/d.txt"),
        (["**/*.txt", "a.*"], ["deep/**"], "a.txt x[1].txt é.txt"),
        ([".g.txt", ".hidden/*.txt"], [], ".g.txt .hidden/f.txt"),
        (["../*.txt"], [], "../beside.txt"),
    ],
)
def test_patterns(tree: Path, patterns: list[str], exclude: list[str], expected: str) -> None:
    assert " ".join(file.path for file in find(tree, patterns, exclude)) == expected


def test_links_do_not_lead_in_circles(tree: Path) -> None:
    (tree / "deep" / "loop").symlink_to(tree)
    assert len(find(tree, ["**/*.txt"])) == 5
    assert len(find(tree, ["deep/loop/*.md"])) == 1


@pytest.mark.parametrize("page", ["page.html", "page.htm"])
def test_what_a_browser_saves_beside_a_page_is_no_source(tree: Path, page: str) -> None:
    (tree / "page_files" / "ads").mkdir(parents=True)
    (tree / "page_files" / "frame.html").touch()
    (tree / "page_files" / "ads" / "x.txt").touch()
    everything = [file.path for file in find(tree, ["**/*"])]
    assert {"page_files/frame.html", "page_files/ads/x.txt"} < set(everything)
    (tree / page).touch()
    assert {file.path for file in find(tree, ["**/*"])} == {*everything, page} - {
        "page_files/frame.html",
        "page_files/ads/x.txt",
    }
    assert [file.path for file in find(tree, ["page_files/*.html"])] == ["page_files/frame.html"]


def test_size_and_time_are_those_of_the_file(tree: Path) -> None:
    status = (tree / "a.txt").stat()
    assert find(tree, ["a.txt"]) == (("a.txt", status.st_size, status.st_mtime_ns, status.st_ctime_ns, status.st_ino),)


def test_a_name_shows_what_can_be_no_source() -> None:
    names = [".zip", "zip", "a.", "a.txt", "a.zip.txt", "b.zip/a", "sources.toml.txt", "é.md"]
    assert [name for name in names if not is_source(name)] == []
    names = ["a.zip", "a.ZIP", "b/a.txt.zip", "..zip", "sources.toml", "b/sources.toml"]
    assert [name for name in names if is_source(name)] == []


@pytest.mark.parametrize("count", [0, 1, 3])
def test_the_mark_of_files_is_that_of_all_they_are(tmp_path: Path, count: int) -> None:
    files = tuple(Found(f"it's {at}.txt", at, at + 1, at + 2, at + 3) for at in range(count))
    seen = Scan(tmp_path, Walked(files), Digests(tmp_path), 0)
    assert seen.mark() == content_hash(repr((files, [""] if files else [])).encode())
