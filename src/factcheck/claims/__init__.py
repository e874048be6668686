"""The curated claims of an organisation: what its checkers confirmed, corrected and ruled on, kept as TOML in git."""

from __future__ import annotations

from factcheck.claims.curation import RELIABLE, CuratedClaim, Curation, Entity, Problem, Ruling, Status
from factcheck.claims.load import load, load_sound

__all__ = ["RELIABLE", "CuratedClaim", "Curation", "Entity", "Problem", "Ruling", "Status", "load", "load_sound"]
