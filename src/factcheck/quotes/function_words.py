"""The small words of English by which a sentence shows who does what in it, and the nouns in which people speak."""

from __future__ import annotations

from functools import cache

from factcheck.lexicon import table

# Before these a form is a noun or adjective: "the claim", "its stated aim", "no comment".
DETERMINERS = frozenset(
    """
    the a an his her its their our my your this these those any no each every some such another of few several many
    other
    """.split()
)
BE = frozenset("is are was were be been being 's 're isn't wasn't aren't weren't gets got".split())
HAVE = frozenset("has have had having hasn't haven't hadn't 've 'd".split())
MODALS = frozenset(
    "will would can could may might should must shall do does did doesn't didn't don't won't wouldn't".split()
)
ADVERBS = frozenset(
    """
    also then later now again once never not even just still already often soon first further always ever thus
    today yesterday tonight there afterwards afterward earlier therefore instead too famously once-again
    """.split()
)
# Contracted forms of "be" and "have" on a subject: "he's claiming".
CLITICS = ("'s", "'re", "'m")
# After these a verb may have a capital.
OPENING = frozenset('.!?:;,"\u201d\u2019')
# Subjects that take a verb, never a noun.
SUBJECTS = frozenset("i we you they he she it who which that to".split())
# After these stands a noun: "in hopes that".
PREPOSITIONS = frozenset("in on at of for from by with about into over through under between among as".split())
# What can follow a verb that reports: the words themselves, or the start of a clause.
COMPLEMENTS = frozenset(
    """
    that the a an he she it they we his her its their there to for on , : \u201c " \u2018 this these such those what
    """.split()
)
PRONOUNS = frozenset("he she it they i we who which".split())
ARTICLES = frozenset(
    "the a an one another his her its their our this that these those some many several two three".split()
)
# Prepositions that tie a phrase to the noun before it: "spokesman for the ministry", "director of the museum".
LINKS = frozenset("of for at in from with on to".split())
# No phrase reaches over these.
STOPS = frozenset(
    """
    , . ; : ! ? \u2014 \u2013 " \u201c \u201d \u2018 that and but or as when while if because than then after before
    since although though where so what how why by into about is are was were be been has have had do does did will
    would can could may might should must not
    """.split()
)
# Words that open a clause or phrase before the subject: "In 2005, a banker said ...".
OPENERS = frozenset(
    """
    in on at after during before while when since as for with according from by despite following because if although
    though until upon under over amid among through throughout without within to about against besides beyond unlike
    like meanwhile however instead still yet but and so also then later earlier now today yesterday once asked speaking
    referring citing responding writing noting last this next
    """.split()
)
# Prepositions whose phrase tells where or how, and is no subject: "people walking through the streets chanted".
PLACED = frozenset("through across along over under into during against between among around behind near".split())
CONJUNCTIONS = frozenset("and but so yet then still meanwhile now later".split())
RELATIVES = frozenset(("who", "which", "that"))
# What can stand between a subject and its verb.
HIDDEN = ADVERBS | BE | HAVE | MODALS


@cache
def utterances() -> frozenset[str]:
    """Folded nouns of what is said or written: "statement", "report"."""
    rows = table("utterances")
    return frozenset(row["noun"] for row in rows) | frozenset(row["plural"] for row in rows)
