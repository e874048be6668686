"""Files of the user's on disk: read within bounds, locked while they are changed, replaced whole."""
