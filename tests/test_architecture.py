"""The order of the rooms, and the habits of the house that a machine can see."""

from __future__ import annotations

import ast
import re
from collections import Counter
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from factcheck.workspace.version import LATER

ROOT = Path(__file__).parents[1]
PACKAGE = ROOT / "src" / "factcheck"
FILES = sorted(PACKAGE.rglob("*.py"))
# The line of docs/design.md that lists the rooms.
ORDER = re.compile(r"^`(errors · .*)`$", re.MULTILINE)
# More rooms than that nobody holds in mind, nor longer files and functions.
MOST_ROOMS, MOST_LINES, MOST_OF_A_FUNCTION = 32, 300, 45
# What would cost every command its start: these are imported inside the functions that need them.
HEAVY = {"rich", "rapidfuzz", "sqlite3", "tomli", "tomlkit", "multiprocessing", "concurrent", "difflib", "html",
         "mcp", "pygls"}  # fmt: skip


@cache
def rooms() -> list[str]:
    line = ORDER.search((ROOT / "docs" / "design.md").read_text(encoding="utf-8"))
    assert line, "docs/design.md lists no rooms"
    return [room.strip(" /") for room in line[1].split("·")]


@cache
def tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


def within(node: ast.AST) -> Iterator[ast.AST]:
    """The statements in a node, however deep, without the expressions in them, which are ten times as many."""
    for part in ("body", "orelse", "handlers", "finalbody", "cases"):
        for inner in getattr(node, part, ()):
            yield inner
            yield from within(inner)


@cache
def statements(path: Path) -> tuple[ast.AST, ...]:
    """Every statement of a file, walked once."""
    return tuple(within(tree(path)))


def room(path: Path) -> str:
    return path.relative_to(PACKAGE).parts[0].removesuffix(".py")


def for_types_only(path: Path) -> set[ast.AST]:
    """Everything under `if TYPE_CHECKING:`, which never runs."""
    blocks = (node for node in statements(path) if isinstance(node, ast.If) and isinstance(node.test, ast.Name))
    return {inner for block in blocks if block.test.id == "TYPE_CHECKING" for inner in within(block)}  # type: ignore[attr-defined] # a Name, as tested above


def imported_rooms(path: Path) -> Iterator[str]:
    """The room of every module of ours that a file imports when it runs."""
    silent = for_types_only(path)
    for node in statements(path):
        if isinstance(node, ast.ImportFrom) and node not in silent and node.module:
            if node.module == "factcheck":
                yield from (alias.name for alias in node.names if alias.name != "__version__")
            elif node.module.startswith("factcheck."):
                yield node.module.split(".")[1]


def offenders(found: Iterator[tuple[Path, str]]) -> list[str]:
    return [f"{path.relative_to(PACKAGE)}: {problem}" for path, problem in found]


def test_every_module_has_a_room_and_every_room_a_module() -> None:
    assert sorted({room(path) for path in FILES} - {"__init__", "__main__"}) == sorted(rooms())


def test_the_rooms_are_few_enough_to_know() -> None:
    assert len(rooms()) <= MOST_ROOMS


def test_imports_go_left() -> None:
    order = {name: place for place, name in enumerate(rooms())}
    inner = [path for path in FILES if room(path) in order]
    wrong = ((path, other) for path in inner for other in imported_rooms(path) if order[other] > order[room(path)])
    assert offenders(wrong) == []


def test_nothing_heavy_is_imported_before_it_is_needed() -> None:
    """Of the command line and of what every command loads; deeper rooms are themselves imported on demand."""

    def found() -> Iterator[tuple[Path, str]]:
        for path in (path for path in FILES if room(path) in ("cli", "errors", "rules", "config")):
            for node in tree(path).body:
                names = [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
                names += [node.module or ""] if isinstance(node, ast.ImportFrom) else []
                yield from ((path, name) for name in names if name.split(".")[0] in HEAVY)

    assert offenders(found()) == []


def test_every_module_says_what_it_is_for() -> None:
    assert offenders((path, "no docstring") for path in FILES if not ast.get_docstring(tree(path))) == []


def test_modules_and_functions_stay_short() -> None:
    def found() -> Iterator[tuple[Path, str]]:
        for path in FILES:
            lines = path.read_text(encoding="utf-8").count("\n")
            if lines > MOST_LINES:
                yield path, f"{lines} lines"
            for node in statements(path):
                if isinstance(node, ast.FunctionDef):
                    length = (node.end_lineno or 0) - node.lineno + 1
                    if length > MOST_OF_A_FUNCTION:
                        yield path, f"{node.name} has {length} lines"

    assert offenders(found()) == []


def test_no_figure_is_a_float() -> None:
    def found() -> Iterator[tuple[Path, str]]:
        for path in (path for path in FILES if room(path) in ("values", "kinds")):
            for node in ast.walk(tree(path)):
                if room(path) == "values" and isinstance(node, ast.Constant) and isinstance(node.value, float):
                    yield path, f"line {node.lineno}: {node.value}"
                if isinstance(node, ast.Name) and node.id == "float":
                    yield path, f"line {node.lineno}: float"

    assert offenders(found()) == []


def test_what_an_index_depends_on_is_all_that_comes_before_matching() -> None:
    """A change to a room that extracts makes every index stale; a change to a later one makes none."""
    order = rooms()
    first_later = order.index("workspace")
    assert set(order[first_later:]) == LATER


def test_no_module_name_means_two_things() -> None:
    """But commands and output formats, called what users call them, and lengths of time, which are one thing."""
    free = {PACKAGE / "cli", PACKAGE / "report" / "formats"}
    names = Counter(path.stem for path in FILES if path.stem != "__init__" and path.parent not in free)
    assert sorted(name for name, times in names.items() if times > 1) == ["duration"]
