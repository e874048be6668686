"""Saved pages: what of them is the article, and what stands around it."""
