"""The addresses at which the rules are described."""

from __future__ import annotations

from factcheck.rules.rule import Rule

# As `[project.urls] Documentation` of pyproject.toml has it; a test holds the two together.
DOCUMENTATION = "https://example.org/your/clone/of/factcheck/blob/main"


def anchor(rule: Rule) -> str:
    """The heading of a rule in docs/rules.md, as forges make anchors of headings."""
    return f"{rule.code}-{rule.name}".lower()


def page(rule: Rule) -> str:
    """The address of a rule's description."""
    return f"{DOCUMENTATION}/docs/rules.md#{anchor(rule)}"
