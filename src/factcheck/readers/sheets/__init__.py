"""Tables of records and workbooks: what each cell shows, under its heads."""
