"""From words to a Question: normalise, vocabulary, dates, roles, understand. Knows nothing of Telegram."""
