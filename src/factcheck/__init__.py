"""Fact-check drafts against an organisation's own sources: figure by figure, quotation by quotation."""

__version__ = "0.1.0"
