"""Writes a library's claims for other tools: JSON Lines, CSV, CSL-JSON, BibTeX, Web Annotations."""
