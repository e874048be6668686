"""A quotation held against a library: where its words stand, how faithfully, and whose they are."""
