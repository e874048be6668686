"""The address of an index in a database: where it is, which project's it is, and what of it may be shown."""

from __future__ import annotations

from urllib.parse import unquote

from factcheck.errors import StoreError
from factcheck.lean import regex as re
from factcheck.lean.record import NamedTuple

SCHEMES = ("postgresql://", "postgres://")
# What is between the name of a user and the last @ is a password, whatever stands in it.
PASSWORD = re.compile(r"(?<=://)([^:/?#@]*):(.*)@")
SECRET_KEYS = frozenset({"password", "sslpassword"})
PROJECT = "project"
# A name that is one in any database, whole: with what stands before it below the 63 bytes that a name may have.
NAME = re.compile(r"[a-z0-9][a-z0-9_-]{0,39}")
HIDDEN = "***"


class Address(NamedTuple):
    """Where the index of one project is in a database.

    link: the URL as the database's own library reads it, password and all
    project: whose index it is; shown: the URL as it may be printed; secrets: the texts that no message may hold
    """

    link: str
    project: str
    shown: str
    secrets: tuple[str, ...]

    @property
    def schema(self) -> str:
        """What the database calls the place of the project's tables."""
        return f"factcheck_{self.project}"

    def discreet(self, text: str) -> str:
        """A text of the database's in one line, without what is secret."""
        line = " ".join(text.split())
        for secret in self.secrets:
            line = line.replace(secret, HIDDEN)
        return line


def is_address(url: str) -> bool:
    """Whether a text is meant as the URL of a database."""
    return url.startswith(SCHEMES)


def address(url: str, project: str) -> Address:
    """The address that a URL names. project: whose index it is where the URL does not say. Raises StoreError."""
    if not is_address(url):
        raise StoreError(
            f"{masked(url)!r} is no address of an index; write: postgresql://USER@HOST/DATABASE?project=NAME"
        )
    place, _, query = url.partition("?")
    pairs = [pair for pair in query.split("&") if pair]
    named = [unquote(value) for key, value in map(_cut, pairs) if key == PROJECT]
    name = named[-1] if named else _slug(project)
    if not NAME.fullmatch(name):
        raise StoreError(f"project={name!r} is no name of a project: a-z, 0-9, _ and -, 40 at most")
    rest = [pair for pair in pairs if _cut(pair)[0] != PROJECT]
    link = f"{place}?{'&'.join(rest)}" if rest else place
    shown = masked(f"{link}{'&' if rest else '?'}{PROJECT}={name}")
    return Address(link, name, shown, tuple(_secrets(place, rest)))


def masked(url: str) -> str:
    """A URL without its passwords; any other text as it is."""
    if not is_address(url):
        return url
    place, mark, query = url.partition("?")
    pairs = (
        f"{pair.partition('=')[0]}={HIDDEN}" if _cut(pair)[0] in SECRET_KEYS else pair for pair in query.split("&")
    )
    # A password may hold a question mark that nobody has written as %3f.
    return PASSWORD.sub(rf"\1:{HIDDEN}@", f"{place}{mark}{'&'.join(pairs)}")


def _secrets(place: str, pairs: list[str]) -> list[str]:
    found = [match[2] for match in PASSWORD.finditer(place)]
    found += [value for key, value in map(_cut, pairs) if key in SECRET_KEYS]
    return sorted({form for secret in found for form in (secret, unquote(secret)) if form}, key=len, reverse=True)


def _cut(pair: str) -> tuple[str, str]:
    """The key of a pair, which may be written with percent signs, and its value as it is written."""
    key, _, value = pair.partition("=")
    return unquote(key), value


def _slug(name: str) -> str:
    """The name of a folder as that of a project."""
    return re.compile(r"[^a-z0-9_]+").sub("-", name.lower()).strip("-_")[:40] or "project"
