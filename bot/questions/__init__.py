"""From words to a Question: tokens, dates, clauses, roles, readings, joined in `understand`. No Telegram here."""
