"""The ways in for programs: the Python API, the language server, the server for language models' tools."""
