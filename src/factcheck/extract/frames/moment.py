"""When a figure holds: the date of its own clause, a date before it in the paragraph, or the document's day."""

from __future__ import annotations

from typing import NamedTuple

from factcheck.extract.frame import Figure
from factcheck.extract.frames.setting import Setting
from factcheck.model import Kind, Origin, Qualifier

# The words before a date that say how a figure hangs on it.
ROLES = {
    "since": "since",
    "until": "until",
    "till": "until",
    "through": "until",
    "by": "by",
    "of": "as_of",
    "in": "during",
    "during": "during",
    "on": "during",
}


class Told(NamedTuple):
    """The time that the paragraph's sentences so far speak of."""

    paragraph: int = -1
    time: Qualifier | None = None

    def after(self, setting: Setting) -> Told:
        paragraph = setting.passage.paragraph
        dates = _dates(setting)
        if len(dates) == 1:
            return Told(paragraph, Qualifier(dates[0].mention.value.text, _words(setting, dates[0]), Origin.EARLIER))
        return Told(paragraph, self.time if paragraph == self.paragraph and not dates else None)


def of_document(published: str) -> Qualifier | None:
    """The document's own date, the weakest time there is."""
    return Qualifier(published, "", Origin.DOCUMENT) if published else None


def time(setting: Setting, figure: Figure, told: Told) -> tuple[Qualifier | None, str] | None:
    """The time of a figure and its role; None where only the document's is left."""
    dates = _dates(setting)
    if not dates:
        return (told.time, "") if told.time and told.paragraph == setting.passage.paragraph else None
    nearest = min(dates, key=lambda date: (_apart(setting, figure, date), abs(date.first - figure.first), date.first))
    if _apart(setting, figure, nearest) >= 100:
        return (None, "")
    return Qualifier(nearest.mention.value.text, _words(setting, nearest), _origin(nearest)), _role(setting, nearest)


def _dates(setting: Setting) -> list[Figure]:
    return [f for f in setting.figures if f.mention.kind is Kind.DATE and f.mention.value.low is not None]


def _apart(setting: Setting, figure: Figure, date: Figure) -> int:
    return (
        setting.apart(figure.last, date.first) if date.first > figure.last else setting.apart(date.last, figure.first)
    )


def _origin(date: Figure) -> Origin:
    """A date whose year the text does not write is no date of its clause's own."""
    expression = date.mention.expression
    written = expression is None or bool(expression.year) or (expression.shift and expression.shift.base == "document")
    return Origin.CLAUSE if written else Origin.EARLIER


def _role(setting: Setting, date: Figure) -> str:
    return ROLES.get(setting.tokens.lower[date.first - 1], "") if date.first else ""


def _words(setting: Setting, date: Figure) -> str:
    return setting.words(date.first, date.last)
