"""Says whether two speakers, as two texts name them, are the same, clearly different, or cannot be told."""

from __future__ import annotations

from functools import lru_cache

from factcheck.names.titles import PARTICLES, bodies, honorifics, roles, short_names
from factcheck.text.tokens import is_capital

# Words that stand between the parts of a body's name.
SMALL = frozenset("of for the and on in at to a an &".split())


def same_speaker(one: str, other: str) -> bool | None:
    """True where the names agree, False where both are whole names that have nothing in common, None otherwise."""
    if not one or not other:
        return None
    first, second = telling_names(one), telling_names(other)
    if first & second or _stands_for(one, second) or _stands_for(other, first):
        return True
    return False if _whole_person(one) and _whole_person(other) else _two_bodies(one, other)


def _two_bodies(one: str, other: str) -> bool | None:
    return False if _whole_body(one) and _whole_body(other) else None


@lru_cache(maxsize=4096)
def telling_names(speaker: str) -> frozenset[str]:
    """The folded words of a name that tell it from others."""
    full = short_names().get(speaker, speaker)
    cleaned = "".join(c if c.isalnum() or c in "-'" else " " for c in full.replace("\u2019", "'"))
    proper = (word.removesuffix("'s") for word in cleaned.split() if is_capital(word))
    return frozenset(word.lower() for word in proper if word.lower() not in roles() and word not in honorifics())


def _stands_for(short: str, names: frozenset[str]) -> bool:
    """Whether an abbreviation has the initials of a name: "HRW"."""
    return 1 < len(short) < 9 and short.isupper() and sorted(short.lower()) == sorted(word[0] for word in names)


@lru_cache(maxsize=4096)
def _whole_person(speaker: str) -> bool:
    """Two to four capitalised words, none of which belongs to a body or an office: a person's full name."""
    # A transcript labels its turns in capitals.
    words = (speaker.title() if speaker.isupper() else speaker).split()
    if not 2 <= len(words) <= 4 or speaker in short_names().values():
        return False
    return all(_personal(word) for word in words)


def _personal(word: str) -> bool:
    if word in PARTICLES:
        return True
    return (
        is_capital(word)
        and not (len(word) > 2 and word.isupper())
        and word not in bodies()
        and word.lower() not in roles()
    )


@lru_cache(maxsize=4096)
def _whole_body(speaker: str) -> bool:
    """A body's full name, and no person in an office of it."""
    words = speaker.split()
    named = (
        any(word in bodies() for word in words) or words[-1:] == ["International"] or speaker in short_names().values()
    )
    return (
        len(words) > 1
        and named
        and all(is_capital(word) or word in SMALL for word in words)
        and not any(word.lower() in roles() for word in words)
    )
