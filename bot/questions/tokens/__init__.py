"""What was typed, as words of the vocabulary: spelling, scripts, languages, typos."""
