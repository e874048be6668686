"""Gathers what a document says of each bearer: full name, the roles it goes by, and the sex its pronouns show."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence

from factcheck.names.inventory import Naming, Sort
from factcheck.names.titles import bodies, honorifics, roles, verbs_of_speech
from factcheck.text.stem import FUNCTION_WORDS
from factcheck.text.tokens import Tokens

SEX_OF_PRONOUN = {
    "he": "m",
    "him": "m",
    "his": "m",
    "himself": "m",
    "she": "f",
    "her": "f",
    "hers": "f",
    "herself": "f",
}
# After these a name is more likely a place than a person.
PLACE_WORDS = frozenset("in at from near to of outside across throughout into".split())
# How far a role noun may stand from the name it describes: "Mara Lund, a former secretary of state".
APPOSITION = 9


def roles_of(tokens: Tokens, namings: Sequence[Naming]) -> dict[str, frozenset[str]]:
    """Full name → the folded nouns that the text gives it, in titles, beside it and in its own words."""
    found: defaultdict[str, set[str]] = defaultdict(set)
    for naming in namings:
        nouns = found[naming.name]
        if naming.sort is Sort.BODY:
            for at in range(naming.first, naming.last + 1):
                nouns.update(bodies().get(tokens.words[at], ()))
        else:
            nouns.update(_title(tokens, naming), _apposition(tokens, naming))
    return {name: frozenset(nouns) for name, nouns in found.items()}


def _title(tokens: Tokens, naming: Naming) -> list[str]:
    """Role nouns in the title, and in the small words at its front ("opposition leader Mara Lund")."""
    start = naming.title
    if start and tokens.lower[start - 1] in roles():
        while start > 0 and naming.title - start < 4 and tokens.words[start - 1].isalpha():
            start -= 1
            if tokens.lower[start] in FUNCTION_WORDS:
                break
    return [word for word in tokens.lower[start : naming.first] if word in roles()]


def _apposition(tokens: Tokens, naming: Naming) -> list[str]:
    """Role nouns between the comma after a name and the next comma or full stop."""
    end = naming.last + 1
    if tokens.words[end : end + 1] != (",",):
        return []
    found = []
    for word in tokens.lower[end + 1 : end + 1 + APPOSITION]:
        if word in ",.;:":
            break
        if word in roles():
            found.append(word)
    return found


def sexes(tokens: Tokens, namings: Sequence[Naming]) -> dict[str, str]:
    """Full name → m or f, by its form of address and by the pronouns of sentences that name no other person."""
    votes: defaultdict[str, Counter[str]] = defaultdict(Counter)
    people = [naming for naming in namings if naming.sort is Sort.PERSON]
    for place, naming in enumerate(people):
        address = next((honorifics().get(word, "") for word in tokens.words[naming.title : naming.first]), "")
        if address:
            votes[naming.name][address] += 5
        limit = people[place + 1].title if place + 1 < len(people) else len(tokens)
        sex = _pronoun_after(tokens, naming, limit)
        if sex and not (place and _same_sentence(tokens, people[place - 1].last, naming.first)):
            votes[naming.name][sex] += 1
    return {name: count.most_common(1)[0][0] for name, count in votes.items()}


def _pronoun_after(tokens: Tokens, naming: Naming, limit: int) -> str:
    for at in range(naming.last + 1, min(limit, naming.last + 25)):
        if tokens.words[at] in '.!?"\u201c\u201d':
            return ""
        if tokens.lower[at] in SEX_OF_PRONOUN:
            return SEX_OF_PRONOUN[tokens.lower[at]]
    return ""


def _same_sentence(tokens: Tokens, first: int, last: int) -> bool:
    return not any(word in ".!?" for word in tokens.words[first:last])


def proved(tokens: Tokens, namings: Sequence[Naming], alone: frozenset[str]) -> set[str]:
    """The names whose words are a person's: titled, or credited with words, or used by surname alone."""
    return {n.name for n in namings if n.sort is Sort.PERSON and (n.title < n.first or _acts(tokens, n, alone))}


def _acts(tokens: Tokens, naming: Naming, alone: frozenset[str]) -> bool:
    words = naming.name.split()
    if len(words) > 1 and words[-1] in alone:
        return True
    before = tokens.lower[naming.first - 1] if naming.first else ""
    after = tokens.lower[naming.last + 1 : naming.last + 3]
    if before in verbs_of_speech() or before in roles():
        return True
    if before not in PLACE_WORDS and verbs_of_speech().intersection(after[:1]):
        return True
    if after[:1] != (",",) or len(after) < 2:
        return False
    return after[1] in ("who", "whose") or after[1] in verbs_of_speech() or bool(_apposition(tokens, naming))


def full_names(namings: Sequence[Naming]) -> dict[str, str]:
    """Short form → full name: surname, first name or both, of the person named in full where only one fits."""
    whole: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for naming in namings:
        words = naming.name.split()
        if naming.sort is Sort.PERSON and len(words) > 1:
            whole[words[-1]][naming.name] += 2
            whole[words[0]][naming.name] += 1
            if len(words) > 2:
                whole[f"{words[0]} {words[-1]}"][naming.name] += 1
    return {short: _clear(count) for short, count in whole.items() if _clear(count)}


def _clear(count: Counter[str]) -> str:
    """The only candidate, or the one that leads two to one; "" where two compete."""
    (best, votes), *rest = count.most_common(2)
    return best if not rest or votes >= 2 * rest[0][1] else ""
