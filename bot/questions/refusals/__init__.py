"""What is not answered: other matters, statements that ask nothing, words that may change a question."""
