"""What may be told of claims that are confidential or under embargo: that they count, and where they stand."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Mapping
from functools import lru_cache
from typing import Any

from factcheck.claims.curation import CuratedClaim, Curation, Problem, Ruling
from factcheck.lean.record import replace
from factcheck.rules import RULES
from factcheck.text.wording import nearest

# The keys that make a claim hidden. What is wrong with themselves may be told: it is nothing that the claim says.
KEYS = ("confidential", "embargo-until")
# The last time zone in which a day begins.
LAST_ZONE = datetime.timezone(datetime.timedelta(hours=-12))


def day(now: datetime.datetime) -> str:
    """The ISO date by which embargoes are judged: a day counts once it has begun everywhere on earth."""
    return now.astimezone(LAST_ZONE).date().isoformat()


def disclosed(curation: Curation, today: str) -> Curation:
    """The same without what hidden claims say, their ids included: they still count, and their words stay in the house.

    A ruling for one of them still stands, without its reason.
    """
    secret = [claim.id for claim in curation.claims if claim.hidden(today)]
    if not secret:
        return curation
    names = {id: f"(confidential {number})" for number, id in enumerate(dict.fromkeys(secret), 1)}
    claims = (_blank(claim, names) if claim.hidden(today) else _renamed(claim, names) for claim in curation.claims)
    rulings = (_ruling(ruling, names) for ruling in curation.rulings)
    return replace(curation, claims=tuple(claims), rulings=tuple(rulings))


def _blank(claim: CuratedClaim, names: Mapping[str, str]) -> CuratedClaim:
    """Kind, value and passages, by which a claim counts; nothing that is printed."""
    return replace(_renamed(claim, names), id=names[claim.id], subject="", notation="", measure="", scope="", unit="",
                   speaker="", valid="", note="", checked_by="", checked_on="")  # fmt: skip


def _renamed(claim: CuratedClaim, names: Mapping[str, str]) -> CuratedClaim:
    return replace(claim, superseded_by=names.get(claim.superseded_by, claim.superseded_by))


def _ruling(ruling: Ruling, names: Mapping[str, str]) -> Ruling:
    return replace(ruling, keep=names[ruling.keep], reason="", by="") if ruling.keep in names else ruling


def is_secret(row: Mapping[str, Any]) -> bool:
    """Whether a table as it was read may be meant to be hidden: in doubt, and where a key is misspelt, it is."""
    return any(row[key] is not False for key in row if _may_hide(key))


@lru_cache(maxsize=1 << 8)
def _may_hide(key: str) -> bool:
    """Whether a key is one of those that hide, or may be meant for one. (All claims have the same few keys.)"""
    return key in KEYS or bool(nearest(key, KEYS))


def discreet(rule: str) -> str:
    """What is said of a problem of a hidden claim."""
    return f"{RULES[rule].message} The claim is confidential: see what it says in its file."


def discreetly(problems: Iterable[Problem], curation: Curation, today: str) -> list[Problem]:
    """Problems of claims, in few words where they stand in a hidden one or in one that has its id."""
    secret = {claim.id for claim in curation.claims if claim.hidden(today)}
    claims = [claim for claim in curation.claims if claim.id in secret]
    places = {claim.origin for claim in claims} | {cited.origin for claim in claims for cited in claim.citations}
    return [
        problem._replace(message=discreet(problem.rule)) if problem[:2] in places else problem for problem in problems
    ]
