"""The claim package on disk: reading its tables, series and words, and describing them for other tools."""
