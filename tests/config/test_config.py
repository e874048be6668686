"""The project file: found from below, read whole, and refused with file, line and key where it is wrong."""

from pathlib import Path

import pytest

from factcheck import config
from factcheck.errors import ConfigError

LEAST = '[library]\nsources = ["notes/*.txt"]\n'


def write(folder: Path, text: str) -> Path:
    path = folder / config.NAME
    path.write_text(text, encoding="utf-8")
    return path


def test_what_is_left_out_has_a_default(tmp_path: Path) -> None:
    read = config.load(write(tmp_path, LEAST))
    assert read.root == tmp_path
    assert read.sources == ("notes/*.txt",)
    assert (read.claims, read.exclude, read.drafts, read.fail_on) == (("claims/*.toml",), (), (), "error")


def test_every_key_is_read(tmp_path: Path) -> None:
    text = '\ufeff[library]\nsources = ["a"]\nclaims = ["b"]\nexclude = ["c"]\n\n[verify]\ndrafts = ["d"]\n'
    read = config.load(write(tmp_path, text + 'select = ["FC1"]\nignore = ["FC103"]\nfail-on = "none"\n'))
    assert (read.sources, read.claims, read.exclude, read.drafts) == (("a",), ("b",), ("c",), ("d",))
    assert (read.select, read.ignore, read.fail_on) == (("FC1",), ("FC103",), "none")


def test_the_project_is_found_from_any_folder_inside(tmp_path: Path) -> None:
    path = write(tmp_path, LEAST)
    (tmp_path / "a" / "b").mkdir(parents=True)
    (tmp_path / "a" / config.NAME).mkdir()  # a folder of that name is no project
    assert config.load(start=tmp_path / "a" / "b").path == path


def test_no_project(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match="no project here or in any folder above; `factcheck init` makes one"):
        config.load(start=tmp_path)


def test_a_named_file_must_exist(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match=r"other\.toml: cannot be read: No such file"):
        config.load(tmp_path / "other.toml")


SHARED = '[project]\nname = "book"\n\n[tool.factcheck.library]\nsources = ["a"]\n'


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ('[project]\nname = "book"\n', False),
        ("[tool.ruff]\n", False),
        (SHARED, True),
    ],
)
def test_a_python_project_may_keep_the_tables_in_its_own_file(tmp_path: Path, text: str, found: bool) -> None:
    path = tmp_path / config.SHARED_NAME
    path.write_text(text, encoding="utf-8")
    if found:
        assert config.load(start=tmp_path).sources == ("a",)
    else:
        with pytest.raises(ConfigError, match="no project here"):
            config.load(start=tmp_path)
        with pytest.raises(ConfigError, match=r"has no table \[tool.factcheck.library\]"):
            config.load(path)


def test_a_file_of_our_own_comes_before_a_shared_one(tmp_path: Path) -> None:
    (tmp_path / config.SHARED_NAME).write_text(SHARED, encoding="utf-8")
    assert config.load(start=tmp_path).path.name == config.SHARED_NAME
    assert config.load(start=write(tmp_path, LEAST).parent).path.name == config.NAME


def test_mistakes_in_a_shared_file_have_its_lines(tmp_path: Path) -> None:
    path = tmp_path / config.SHARED_NAME
    path.write_text(SHARED + '[tool.factcheck.verify]\nselct = ["FC1"]\n', encoding="utf-8")
    with pytest.raises(ConfigError, match=r"pyproject\.toml:7: unknown key 'selct' in \[verify\]"):
        config.load(path)


def test_what_the_file_states_is_told_from_what_it_leaves_out(tmp_path: Path) -> None:
    assert config.load(write(tmp_path, LEAST)).stated == {("library", "sources")}


@pytest.mark.parametrize(
    ("text", "line", "problem"),
    [
        ("", None, "names no sources"),
        ("[library]\nsources = []\n", None, "names no sources"),
        ('# a\n[libary]\nsources = ["a"]\n', 2, "unknown table [libary]; did you mean 'library'?"),
        ('[library]\n"source" = ["a"]\n', 2, "unknown key 'source' in [library]; did you mean 'sources'?"),
        (LEAST + "[verify]\nsources = []\n", 4, "unknown key 'sources' in [verify]; known are drafts, exclude,"),
        ('[library]\nsources = "a"\n', 2, "'sources' must be a list of texts"),
        ('[library]\nsources = ["a", 3]\n', 2, "'sources' must be a list of texts"),
        ('[library]\nsources = [""]\n', 2, "'sources' must be a list of texts"),
        (LEAST + "[verify]\nfail-on = 3\n", 4, "'fail-on' must be a text"),
        ("library = 3\n", 1, "'library' must be a table"),
        ('[library]\nsources = ["a"\nclaims\n', 3, ""),
        ("[library\n", 1, ""),
        ("[library]\nsources =", 2, ""),
    ],
)
def test_mistakes_are_shown_where_they_stand(tmp_path: Path, text: str, line: int | None, problem: str) -> None:
    path = write(tmp_path, text)
    with pytest.raises(ConfigError) as caught:
        config.load(path)
    assert caught.value.line == line
    assert problem in caught.value.problem
    assert str(caught.value).startswith(f"{path}:{line}: " if line else f"{path}: ")


def test_another_encoding_is_refused(tmp_path: Path) -> None:
    path = tmp_path / config.NAME
    path.write_bytes('[library]\nsources = ["é"]\n'.encode("utf-16"))
    with pytest.raises(ConfigError, match="is not UTF-8 text"):
        config.load(path)
