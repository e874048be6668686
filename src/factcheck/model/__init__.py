"""The frozen types that travel between the stages; nothing here computes."""

from factcheck.model.claim import (
    Claim,
    Evidence,
    Finding,
    Frame,
    Kind,
    Mention,
    Origin,
    Qualifier,
    Quotation,
    Term,
    Verdict,
)
from factcheck.model.source import (
    NOWHERE,
    Block,
    Document,
    Passage,
    Role,
    Source,
    Voice,
)

__all__ = [
    "NOWHERE",
    "Block",
    "Claim",
    "Document",
    "Evidence",
    "Finding",
    "Frame",
    "Kind",
    "Mention",
    "Origin",
    "Passage",
    "Qualifier",
    "Quotation",
    "Role",
    "Source",
    "Term",
    "Verdict",
    "Voice",
]
