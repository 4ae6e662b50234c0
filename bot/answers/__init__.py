"""From a Question to an Answer, and the Answer's renderings. Knows nothing of Telegram."""
