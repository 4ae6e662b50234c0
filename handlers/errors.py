"""What went wrong inside: the operator gets a report, whoever asked a short apology, both with the same id."""

from __future__ import annotations

from telegram import Update

from bot.telegram.messages import apology_target, whom_of
from handlers.context import Context


async def trouble(update: object, context: Context) -> None:
    """An error that a handler did not expect."""
    if context.error is None:
        return
    edge = context.edge
    happened = await edge.reporter.report(context.error, update)
    target = apology_target(update, edge.me) if isinstance(update, Update) else None
    if isinstance(update, Update) and target is not None:
        await edge.say(await edge.apology(whom_of(update), happened), target)
