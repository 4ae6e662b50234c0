"""Numbers, dates and texts in the languages of the program: reading them, and writing them."""
