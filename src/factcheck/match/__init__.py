"""Finds which claim of a library a figure of a draft is about, if any."""
