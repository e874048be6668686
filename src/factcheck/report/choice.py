"""Which rules are reported and which fail a run: as the command line says, else as the project file does."""

from __future__ import annotations

from collections.abc import Sequence

from factcheck import config
from factcheck.config import Config
from factcheck.errors import ConfigError, InputError
from factcheck.lean.record import dataclass
from factcheck.rules import OFF, RULES, select


@dataclass(frozen=True, slots=True)
class Choice:
    """Which rules are reported, which of them fail the run, and whether to show what needs no attention.

    only_open: whether what the desk has settled is left out
    """

    reported: frozenset[str]
    failing: frozenset[str]
    show_all: bool = False
    only_open: bool = False

    @staticmethod
    def of(chosen: Sequence[str], ignored: Sequence[str], failing: Sequence[str], show_all: bool = False) -> Choice:
        """The choice that names stand for; none chosen is all but those off. Raises InputError for an unknown rule."""
        reported = select(chosen) if chosen else frozenset(RULES) - OFF
        return Choice(reported - select(ignored), select(failing), show_all)

    @staticmethod
    def of_project(
        project: Config, chosen: str = "", ignored: str = "", fail_on: str = "", *, show_all: bool = False
    ) -> Choice:
        """The project's choice, each part replaced by rules that are given, separated by commas.

        Raises InputError for an unknown rule, ConfigError where the project file names it.
        """
        failing = (fail_on or project.fail_on).strip().lower()
        return Choice.of(
            chosen.split(",") if chosen else _stated(project, "select", project.select),
            ignored.split(",") if ignored else _stated(project, "ignore", project.ignore),
            ()
            if failing == "none"
            else fail_on.split(",")
            if fail_on
            else _stated(project, "fail-on", failing.split(",")),
            show_all,
        )


def _stated(project: Config, key: str, names: Sequence[str]) -> Sequence[str]:
    """The rules that the project file names, unless it names one that is none: an error of that line."""
    try:
        select(names)
    except InputError as error:
        raise ConfigError(project.path, f"{key}: {error}", config.line_of(project.path, "verify", key)) from None
    return names
