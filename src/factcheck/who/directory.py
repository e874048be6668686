"""What a library says of people, looked up when it is asked for, each question once."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from decimal import Decimal
from itertools import combinations

from factcheck.model import Document
from factcheck.names import Sort, find
from factcheck.roles import words
from factcheck.roles.attribution import is_personal
from factcheck.roles.words import Office
from factcheck.store.protocol import Library, StoredClaim
from factcheck.text.stem import stem
from factcheck.text.tokens import Tokens, tokenise
from factcheck.variants.written import read_names
from factcheck.who import birthplaces, bodies
from factcheck.who.declared import Declarations, Declared
from factcheck.who.held import near, period
from factcheck.who.said import Said, agree, said

# So many passages are read for those who hold an office; two names so few words apart may be one body's.
PASSAGES, CLOSE = 400, 6


class Directory:
    """Who holds what, in one library."""

    def __init__(self, library: Library, declarations: Declarations | None = None) -> None:
        self._library = library
        self._declarations = declarations or Declarations()
        self._roles: dict[str, Sequence[StoredClaim]] = {}
        self._longer_names: dict[str, tuple[str, ...]] = {}
        self._found: dict[frozenset[int], Sequence[StoredClaim]] = {}
        self._stems: dict[str, Sequence[int]] = {}
        self._sets: dict[str, frozenset[int]] = {}
        self._documents: dict[int, Document] = {}
        self._latest: tuple[Decimal | None] | None = None
        self._drafted: Sequence[StoredClaim] = ()
        self._several: dict[Office, bool] = {}

    def roles(self, bearer: str) -> Sequence[StoredClaim]:
        """All that the library says somebody is, under any name, in reading order."""
        names = self._declarations.names(bearer)
        self._look_up(names)
        found = [role for name in names for role in self._roles[name]]
        return [*found, *(role for name in self._longer(bearer) if name not in names for role in self._roles[name])]

    def _longer(self, bearer: str) -> tuple[str, ...]:
        """The one name of the library that has a given name more or less; none where there are several: then they may
        be different people's."""
        if bearer not in self._longer_names:
            found = _longer(bearer, self._in(self._all(_ends(bearer))))
            self._look_up(found)
            self._longer_names[bearer] = tuple(found) if len(found) == 1 else ()
        return self._longer_names[bearer]

    def declared(self, bearer: str) -> list[Declared]:
        """What checkers have recorded of somebody."""
        return self._declarations.roles(bearer)

    def foresee(self, drafted: Sequence[StoredClaim]) -> None:
        """Look up what the offices of a draft are judged by, in a few questions for all of them."""
        self._drafted = drafted
        bearers = {one.claim.subject for one in drafted}
        words = {word for bearer in bearers for word in (*bearer.split(), *tokenise(bearer).words)}
        for body in {said(one.claim).body for one in drafted} - {""}:
            words.update((*bodies.words(body), bodies.initials(body)))
        self._find(map(_stem, filter(None, words)))
        near = {bearer: self._all(_ends(bearer)) for bearer in bearers}
        self._read_in(near.values())
        names = {name for bearer in bearers for name in self._declarations.names(bearer)}
        self._look_up(names.union(*(_longer(bearer, self._in(passages)) for bearer, passages in near.items())))

    def given(self, role: StoredClaim, body: str) -> bool:
        """Whether the sentence of a draft's role gives a body to somebody else."""
        beside = (one.claim for one in self._drafted if one.claim.sentence == role.claim.sentence)
        return any(one.scope and one.subject != role.claim.subject and bodies.same(one.scope, body) for one in beside)

    def _look_up(self, names: Iterable[str]) -> None:
        asked = set(names) - set(self._roles)
        self._roles |= dict.fromkeys(asked, ()) | dict(self._library.roles(asked)) if asked else {}

    def knows(self, name: str) -> bool:
        """Whether the library speaks of somebody: a passage holds all words of the name."""
        return bool(self._all(tokenise(name).words))

    def apart(self, mine: str, theirs: str) -> bool:
        """Whether a document names one body without the other: else the two may be names of one."""
        documents = [
            {self._library.document_of(number) for number in sorted(self._naming(name))[:PASSAGES]}
            for name in (mine, theirs)
        ]
        return bool(documents[0] - documents[1])

    def side_by_side(self, mine: str, theirs: str) -> bool:
        """Whether a passage names two bodies, and neither right beside the other, as names of one are: else the library
        speaks of the one only where it speaks of the other."""
        gaps = self._gaps(mine, theirs)
        return bool(gaps) and min(gaps) > CLOSE

    def touch(self, mine: str, theirs: str) -> bool:
        """Whether a passage names two bodies right beside each other, as names of one are."""
        return min(self._gaps(mine, theirs), default=CLOSE + 1) <= CLOSE

    def _gaps(self, mine: str, theirs: str) -> list[int]:
        """How many words stand between two names, wherever a passage has both."""
        return [
            max(first - end, start - last)
            for text in self._texts(self._naming(mine) & self._naming(theirs))
            for start, end in birthplaces.places_of(text, mine)
            for first, last in birthplaces.places_of(text, theirs)
        ]

    def hints(self, bearer: str, some: Iterable[str]) -> bool:
        """Whether a passage that has the last word of somebody's name has one of some words."""
        told = frozenset(some)
        return any(told & set(text.lower) for text in self._texts(self._all(_ends(bearer)[-1:]) & self._any(told)))

    def _texts(self, passages: frozenset[int]) -> list[Tokens]:
        return [tokenise(one.text) for one in self._library.passages(sorted(passages)[:PASSAGES]).values()]

    def foreign(self, bearer: str, nation: str) -> bool:
        """Whether the documents that name somebody name nations, and not this one."""
        told = {(word,) for word in self.story_words(bearer)}
        return bool(told & set(words.nations())) and not told & {(word,) for word in words.nation_words(nation)}

    def story_words(self, bearer: str) -> frozenset[str]:
        """The words of the documents that name somebody, folded."""
        return frozenset(word for text in self._story(bearer) for word in tokenise(text).lower)

    def is_named(self, body: str) -> bool:
        """Whether any passage has the name of a body, or its initials."""
        return bool(self._naming(body))

    def together(self, bearer: str, body: str) -> bool:
        """Whether a document that names somebody names a body, under any form of its name."""
        return any(bodies.names(seen.name.text, body) for text in self._story(bearer) for seen in read_names(text))

    def _story(self, bearer: str) -> list[str]:
        numbers = sorted(self._all(tokenise(bearer).words))[:PASSAGES]
        passages = self._library.passages_of(sorted({self._library.document_of(number) for number in numbers}))
        return [one.text for some in passages.values() for one in some]

    def is_party(self, body: str) -> bool:
        """Whether a body is known as a party, or several members of parliament are of it."""
        if body.removesuffix(" Party") in words.parties():
            return True
        members = (one.claim for one in self._in(self._naming(body)) if one.claim.unit == "member" and one.claim.scope)
        return len({one.subject for one in members if bodies.same(one.scope, body)}) > 1

    def hold_several(self, office: Office) -> bool:
        """Whether the library has people who hold an office for several fields at a time, as small cabinets do."""
        if office not in self._several:
            held: defaultdict[str, list[tuple[int, Said]]] = defaultdict(list)
            for one in self._in(self._any(words.title_words(office.title))):
                own = said(one.claim)
                if own.office == office and own.fields and not own.statuses:
                    held[one.claim.subject].append((one.document, own))
            self._several[office] = sum(map(_at_once, held.values())) > 1
        return self._several[office]

    def holders(self, office: Said) -> list[StoredClaim]:
        """Those to whom the library gives just this office."""
        passages = self._naming(office.body) if office.body else self._any(words.nation_words(office.place))
        held = self._in(passages & self._any(words.title_words(office.office.title)))
        return [one for one in held if agree(office, said(one.claim)) and _told(office, said(one.claim))]

    def variously(self, mine: str, theirs: str) -> bool:
        """Whether the library calls one body by both names: somebody has an office under the one and the same under the
        other, or the claims files say so."""
        if any(bodies.same(name, theirs) for name in self._declarations.names(mine)):
            return True
        for one in self._in(self._naming(mine)):
            own = said(one.claim)
            if own.body and bodies.same(own.body, mine):
                others = (said(other.claim) for other in self.roles(one.claim.subject))
                if any(
                    other.office == own.office and other.body and bodies.same(other.body, theirs) for other in others
                ):
                    return True
        return False

    def one_in_the_other(self, mine: str, theirs: str) -> bool:
        """Whether a passage names one place as lying in the other: the narrowest name of each, for two towns of one
        nation both lie in that."""
        mine, theirs = mine.split(", ")[0], theirs.split(", ")[0]
        passages = self._all(tokenise(mine).words) & self._all(tokenise(theirs).words)
        return any(birthplaces.adjoin(text, mine, theirs) for text in self._texts(passages))

    def latest(self) -> Decimal | None:
        """The last day that a document of the library is of; None where none is dated."""
        if self._latest is None:
            days = map(period, set(self._library.published().values()))
            known = [one.last for one in days if one is not None and one.last is not None]
            self._latest = (max(known, default=None),)
        return self._latest[0]

    def beside(self, claim: StoredClaim) -> Sequence[StoredClaim]:
        """What is said of people in the passage of a claim."""
        return self._library.roles_in([claim.passage])

    def says(self, claim: StoredClaim, place: str) -> bool:
        """Whether the passage of a claim has the narrowest name of a place."""
        return bool(birthplaces.places_of(tokenise(claim.claim.sentence), place.split(", ")[0]))

    def people(self, claim: StoredClaim) -> list[str]:
        """Those whom the sentence of a claim names in full, as far as names tell."""
        namings = find(tokenise(claim.claim.sentence)).namings
        return [one.name for one in namings if one.sort is not Sort.BODY and is_personal(one.name)]

    def document(self, claim: StoredClaim) -> Document:
        if claim.document not in self._documents:
            # What one person is shown by may be shown of the next: those of all that was looked up are asked for once.
            near = {role.document for own in self._roles.values() for role in own}
            new = {number for number in (claim.document, *near) if number not in self._documents}
            self._documents.update(self._library.documents(new))
        return self._documents[claim.document]

    def _in(self, passages: frozenset[int]) -> Sequence[StoredClaim]:
        self._read_in([passages])
        return self._found[passages]

    def _read_in(self, several: Iterable[frozenset[int]]) -> None:
        """Read what people are said to be in several sets of passages."""
        new = {passages: frozenset(sorted(passages)[:PASSAGES]) for passages in several if passages not in self._found}
        every = frozenset[int]().union(*new.values())
        roles = self._library.roles_in(every) if every else ()
        self._found |= {passages: [one for one in roles if one.passage in some] for passages, some in new.items()}

    def _naming(self, name: str) -> frozenset[int]:
        """The passages that hold all words of a name, or its initials."""
        forms = (bodies.words(name), (bodies.initials(name),))
        return frozenset[int]().union(*(self._all(form) for form in forms if all(form)))

    def _all(self, some: Iterable[str]) -> frozenset[int]:
        """The passages that hold all of some words."""
        stems = [found for word in some if (found := _stem(word))]
        self._find(stems)
        numbers = list(map(self._postings, stems))
        return frozenset.intersection(*numbers) if numbers else frozenset()

    def _any(self, some: Iterable[str]) -> frozenset[int]:
        """The passages that hold one of some words."""
        stems = sorted(map(_stem, some))
        self._find(stems)
        return frozenset[int]().union(*map(self._postings, stems))

    def _postings(self, stemmed: str) -> frozenset[int]:
        if stemmed not in self._sets:
            self._sets[stemmed] = frozenset(self._stems[stemmed])
        return self._sets[stemmed]

    def _find(self, stems: Iterable[str]) -> None:
        """Look up the passages that some stems stand in."""
        new = {found for found in stems if found not in self._stems}
        self._stems |= dict.fromkeys(new, ()) | dict(self._library.postings(new)) if new else {}


def _stem(word: str) -> str:
    """The stem of a word of a name; a short one may be an abbreviation, and no function word."""
    return stem(word.upper() if len(word) < 4 else word)


def _ends(bearer: str) -> tuple[str, ...]:
    """The first and the last word of a name; of one with an initial, the last."""
    names = bearer.split()
    return (names[0], names[-1]) if not _is_initial(names[0]) else (names[-1],)


def _is_initial(word: str) -> bool:
    return len(word.rstrip(".")) == 1 and word.isupper()


def _longer(bearer: str, roles: Iterable[StoredClaim]) -> set[str]:
    """Those of the people that are spoken of who may be somebody under another form of the name."""
    around = {role.claim.subject for role in roles} - {bearer}
    return {name for name in around if bodies.one_bearer(bearer, name)}


def _at_once(held: Sequence[tuple[int, Said]]) -> bool:
    """Whether somebody has two fields in one document, or in two of about one day."""
    return any(
        not mine.fields & its.fields and (a == b or near(mine.period, its.period))
        for (a, mine), (b, its) in combinations(held, 2)
    )


def _told(a: Said, b: Said) -> bool:
    """Whether both name the same body, or both the nation that they are of."""
    if a.body or b.body:
        return bool(a.body and b.body)
    return bool(a.place and a.place == b.place)
