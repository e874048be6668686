"""The small words of English by which a sentence shows who does what in it, and the nouns in which people speak."""

from __future__ import annotations

from functools import cache

from factcheck.lexicon import table

USES = {row["use"]: frozenset(row["words"].split()) for row in table("function_words")}
DETERMINERS, BE, HAVE, MODALS = (USES[use] for use in ("determiner", "be", "have", "modal"))
ADVERBS, PREPOSITIONS, CONJUNCTIONS = (USES[use] for use in ("adverb", "preposition", "conjunction"))
SUBJECTS, PRONOUNS, RELATIVES, ARTICLES = (USES[use] for use in ("subject", "pronoun", "relative", "article"))
LINKS, STOPS, OPENERS, PLACED = (USES[use] for use in ("link", "stop", "opener", "place"))
# What can follow a verb that reports: the words themselves, or the start of a clause.
COMPLEMENTS = USES["complement"]
# What somebody does who is about to be quoted: "Lund began speaking to the hall. "...""
SPEAKING = USES["speaking"]
# Contracted forms of "be" and "have" on a subject: "he's claiming".
CLITICS = ("'s", "'re", "'m")
# After these a verb may have a capital.
OPENING = frozenset('.!?:;,"\u201d\u2019')
# What can stand between a subject and its verb.
HIDDEN = ADVERBS | BE | HAVE | MODALS


@cache
def utterances() -> frozenset[str]:
    """Folded nouns of what is said or written: "statement", "report"."""
    rows = table("utterances")
    return frozenset(row["noun"] for row in rows) | frozenset(row["plural"] for row in rows)
