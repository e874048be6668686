"""What a desk hands to other people, and takes back: comments in a draft, the checker's sheet, pages of the library."""
