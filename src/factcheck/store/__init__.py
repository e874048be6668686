"""Libraries that can be searched for claims: one protocol, an in-memory one for given texts, SQLite for the index."""
