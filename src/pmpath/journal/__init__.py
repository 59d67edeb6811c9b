"""What is kept on disk: one append-only file of lines. Knows no screen and no content, only records and where they stand."""
