"""`factcheck explain`: what a rule says, why it is there, and what to do about it."""

from __future__ import annotations

import click

from factcheck import rules
from factcheck.cli.output import tell


@click.command("explain", short_help="Explain a rule: what it says, why, and what to do.")
@click.argument("names", metavar="[RULE]...", nargs=-1)
def command(names: tuple[str, ...]) -> None:
    """Explain rules by code or name; without one, list all rules.

    \b
    Examples:
      factcheck explain
      factcheck explain FC101
      factcheck explain wrong-speaker
    """
    if not names:
        tell("\n".join(f"{rule.code}  {rule.level:7}  {rule.name}" for rule in rules.RULES.values()))
        return
    codes = sorted(rules.select(names), key=list(rules.RULES).index)
    tell("\n\n".join(_explain(rules.RULES[code]) for code in codes))


def _explain(rule: rules.Rule) -> str:
    import textwrap

    parts = (rule.message, f"Why: {rule.why}", f"Example: {rule.example}", f"What to do: {rule.advice}")
    paragraphs = [textwrap.fill(part, 88, initial_indent="  ", subsequent_indent="  ") for part in parts]
    return "\n\n".join([f"{rule.code} {rule.name} ({rule.level})", *paragraphs])
