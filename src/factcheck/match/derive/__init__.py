"""Figures that no source states but that follow from what the sources say."""
