"""Documents that are zip files of XML: Word, Writer, PowerPoint, e-books, with the care that such files need."""
