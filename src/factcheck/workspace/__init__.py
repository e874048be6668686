"""The project on disk: its files, its index kept fresh, its library opened."""
