"""Pairs the figures of one sentence with the labels that stand beside them: "Brenk has 514 boats and Odby 73"."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from factcheck.extract.frame import Actor, Figure
from factcheck.extract.frames.clause import OPENERS, Clause
from factcheck.extract.frames.clause_subject import head_name, own_subject
from factcheck.extract.frames.frame_cues import CUES
from factcheck.extract.frames.setting import Setting
from factcheck.extract.frames.verb import AUXILIARIES, PREPOSITIONS
from factcheck.kinds.noun import is_plural
from factcheck.model import Kind, Origin, Qualifier
from factcheck.text.stem import FUNCTION_WORDS

Labels = Mapping[int, Qualifier]
# Kinds that nobody shares out among several.
NOT_SHARED = frozenset({Kind.DATE, Kind.REFERENCE, Kind.RANK, Kind.ORDINAL})
LINKS, IN_ORDER = CUES["link to a label"], CUES["in order"]
LONGEST_LABEL = 6
LONGEST_NOUN = 4
# What stands before a figure and is no part of its label.
APART = CUES["no part of a label"]


def pairings(setting: Setting) -> Labels:
    """The first token of each figure that has a label of its own, and the label."""
    found: dict[int, Qualifier] = {}
    for group in _groups(setting):
        for way in (_bracketed, _in_order, _behind, _before):
            labels = way(setting, group)
            if labels:
                found |= labels
                break
    return found


def _groups(setting: Setting) -> Iterator[Sequence[Figure]]:
    """The figures of one kind that may be shared out: two and more."""
    kinds: defaultdict[str, list[Figure]] = defaultdict(list)
    for figure in setting.values:
        if figure.mention.kind not in NOT_SHARED:
            kinds[figure.mention.kind].append(figure)
    return (group for group in kinds.values() if len(group) > 1)


def _whole(found: Mapping[int, Qualifier], group: Sequence[Figure]) -> Labels:
    """The labels if every figure has one, and no two the same."""
    return found if len(found) == len(group) == len({label.value for label in found.values()}) else {}


def as_label(setting: Setting, first: int, end: int) -> Qualifier | None:
    """Some tokens as a label: the name that they are, else their words."""
    while first < end and setting.lower(first) in APART and setting.lower(first + 1) != "-":
        first += 1
    while end > first and (setting.lower(end - 1) in APART or not setting.tokens.words[end - 1][0].isalnum()):
        end -= 1
    if not 0 < end - first <= LONGEST_LABEL or _is_length(setting, first):
        return None
    name = head_name(setting, range(first, end))
    if name:
        return setting.named(name, Origin.PAIRING)
    if setting.between(first, end):
        return None
    words = setting.words(first, end - 1)
    if first == 0 and is_plural(setting.lower(0)):
        words = words[0].lower() + words[1:]
    if not PREPOSITIONS.isdisjoint(setting.tokens.lower[first + 1 : end]):
        return None
    content = [word for word in setting.tokens.lower[first:end] if word not in FUNCTION_WORDS and word[-1].isalpha()]
    return Qualifier(words, words, Origin.PAIRING) if content else None


def _is_length(setting: Setting, first: int) -> bool:
    """Whether a length of time begins at a token, which is nobody: "12 boats; two months afterwards 14"."""
    return any(figure.first == first and figure.mention.kind is Kind.DURATION for figure in setting.figures)


def _bracketed(setting: Setting, group: Sequence[Figure]) -> Labels:
    """ "Brenk (514), Odby (73)"."""
    found = {}
    for figure in group:
        if setting.lower(figure.first - 1) == "(" and _closes(setting, figure.last + 1):
            name = _before_bracket(setting, figure)
            if name:
                found[figure.first] = setting.named(name, Origin.PAIRING)
    return _whole(found, group)


def _before_bracket(setting: Setting, figure: Figure) -> Actor | None:
    """The name before a figure's bracket; of a place and its state, "Brenk, Norl. (514)", the place."""
    end = figure.first - 2
    end -= setting.lower(end) == "."
    at = next((at for at, actor in enumerate(setting.actors) if actor.last == end), None)
    if at is None:
        return None
    whole = setting.actors[at]
    before = setting.actors[at - 1] if at else None
    stated = before is not None and before.last == whole.first - 2 and setting.lower(whole.first - 1) == ","
    short = setting.lower(end + 1) == "."
    return before if stated and short else whole


def _closes(setting: Setting, at: int) -> bool:
    """Whether a bracket closes behind no more than a noun."""
    return not {")", ","}.isdisjoint(setting.tokens.lower[at : at + 3])


def _in_order(setting: Setting, group: Sequence[Figure]) -> Labels:
    """ "Brenk and Odby have 514 and 73 boats, respectively"."""
    if IN_ORDER.isdisjoint(setting.tokens.lower):
        return {}
    runs: list[list[Qualifier]] = [[]]
    last = -1
    for actor in setting.actors:
        gap = setting.tokens.lower[last + 1 : actor.first]
        if runs[-1] and not {",", "and", "the", "to", "&"}.issuperset(gap):
            runs.append([])
        runs[-1].append(setting.named(actor, Origin.PAIRING))
        last = actor.last
    fitting = [run for run in runs if len(run) == len(group)] or [_listed(setting, len(group))]
    return _whole(dict(zip((f.first for f in group), fitting[0], strict=False)), group) if len(fitting) == 1 else {}


def _listed(setting: Setting, count: int) -> list[Qualifier]:
    """The members of a subject without names: "men and women earned 514 and 73, respectively"."""
    seat = own_subject(setting, setting.clauses[0])
    ends = [at for at in seat if setting.lower(at) in (",", "and")] + [seat.stop]
    starts = [seat.start, *(at + 1 for at in ends[:-1])]
    labels = [as_label(setting, start, end) for start, end in zip(starts, ends, strict=True) if start < end]
    known = [label for label in labels if label]
    return known if len(known) == count else []


def _behind(setting: Setting, group: Sequence[Figure]) -> Labels:
    """ "514 boats in Brenk and 73 in Odby", "$3m to the north, $2m to the south"."""
    found, links = {}, set()
    for figure in group:
        at = figure.last + 1
        while at - figure.last <= LONGEST_NOUN and setting.lower(at).isalpha() and not _stops(setting, at):
            at += 1
        link = setting.lower(at)
        end = _end(setting, at + 1)
        if link not in LINKS or any(date.first < end and date.last > at for date in setting.dates):
            return {}
        label = as_label(setting, at + 1, end)
        if label is None or (link == "of" and label.words == label.value.lower()):
            return {}
        links.add(link)
        found[figure.first] = label
    return _whole(found, group) if len(links) == 1 else {}


def _stops(setting: Setting, at: int) -> bool:
    word = setting.lower(at)
    return word in PREPOSITIONS or word in OPENERS or word in AUXILIARIES


def _end(setting: Setting, at: int) -> int:
    """Where a label ends that begins at a token: at a border, a verb, a preposition or a figure."""
    start = at
    while at < len(setting.tokens) and at - start <= LONGEST_LABEL:
        if "-" in setting.tokens.lower[at - 1 : at + 2] and setting.tokens.words[at][0] not in ".,;:)":
            at += 1
            continue
        if at not in setting.name_tokens and (
            at in setting.figure_tokens or _stops(setting, at) or not setting.lower(at)[0].isalnum()
        ):
            break
        at += 1
    return at


def _before(setting: Setting, group: Sequence[Figure]) -> Labels:
    """ "Brenk has 514 boats and Odby 73", "Unison 800,000, Moss 600,000": a subject, or a label and its figure."""
    places = [setting.clause(figure.first) for figure in group]
    if len(set(places)) < len(group):
        return {}
    verbs = {setting.lower(clause.verb) for clause in places if clause.verb is not None}
    if len(verbs) > 1 or any(clause.hanging for clause in places):
        return {}
    found = {}
    for figure, clause in zip(group, places, strict=True):
        label = _seat(setting, figure, clause)
        if label:
            found[figure.first] = label
    return _whole(found, group)


def _seat(setting: Setting, figure: Figure, clause: Clause) -> Qualifier | None:
    """The label of a figure in its clause: the subject before the verb, or all before the figure where no verb is."""
    seat = own_subject(setting, clause)
    end = figure.first if clause.verb is None or clause.verb > figure.first else seat.stop
    if figure.first < seat.start or end > figure.first:
        return None
    return as_label(setting, seat.start, end)
