"""The dates of a question: spans of days, and the limits that they set."""
