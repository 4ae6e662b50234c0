"""What every handler works with: the conversation, and the way its replies take to the chat.

What a handler does with the private database it does in `kept`: nothing else may touch it on the event loop.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from typing import TypeVar

from telegram import Update, User

from bot.chats.chats import Chats, ChatsError
from bot.conversation.desk import DEFAULT_LANGUAGE
from bot.conversation.keyboards import text
from bot.conversation.memory import Turn
from bot.conversation.reply import SILENCE, Reply
from bot.conversation.service import Conversation
from bot.conversation.whom import Whom
from bot.telegram.incidents import Incident, apology
from bot.telegram.limits import Limits, Verdict
from bot.telegram.managing import administers, may_post, title_of
from bot.telegram.messages import message_of, target_of, whom_of
from bot.telegram.reporting import Reporter
from bot.telegram.rights import may_change
from bot.telegram.send import Sender, Target
from bot.telegram.together import Together
from bot.telegram.updates import at_last

T = TypeVar("T")

DRAWN_AT_ONCE = 2  # pictures; answers wait for none of them


@dataclass(slots=True)
class Edge:
    """Between Telegram and the conversation."""

    conversation: Conversation
    chats: Chats
    sender: Sender
    limits: Limits
    reporter: Reporter
    together: Together
    drawing: asyncio.Semaphore = field(default_factory=lambda: asyncio.Semaphore(DRAWN_AT_ONCE))

    @property
    def me(self) -> User:
        """The bot itself."""
        return self.sender.bot.bot

    async def kept(self, work: Callable[[], T]) -> T:
        """What some work with the private database gives, all of it one transaction: see `Together`."""
        return await self.together.do(work)

    async def seen(self, update: int) -> bool:
        """Whether an update was handled before."""
        return await self.kept(partial(self.chats.seen_update, update))

    async def handled(self, update: int, last: Sequence[Callable[[], object]]) -> None:
        """Remember that an update was handled, and do with it what was left to the last."""

        def remember() -> None:
            for work in last:
                work()
            self.chats.remember_update(update)

        await self.kept(remember)

    async def answer(
        self, update: Update, say: Callable[[Whom], Reply], concerned: frozenset[int] = frozenset()
    ) -> None:
        """Send what is said to a message, unless whoever asks has asked too often.

        `concerned` are groups and channels about which it is said: see `Whom.manages`.
        """
        message = message_of(update)
        if message is None:
            return
        whom = whom_of(update)
        verdict = self.judge(whom)  # once, however often the work is begun
        if concerned and verdict is Verdict.ANSWER:
            whom = await self.with_rights(update, whom, concerned, new=True)
        reply = await self.kept(lambda: self._refused(whom, verdict) or say(whom))
        await self.say(reply, target_of(message))

    async def manage(self, update: Update, say: Callable[[Turn], Reply], concerned: frozenset[int]) -> None:
        """The same for what is said about digests: in a group or channel, to its admins only."""

        def answer(whom: Whom) -> Reply:
            if whom.private or whom.chat in whom.manages:
                return self.conversation.digest(whom, say)
            return self.line(whom, "subscribe-admins-only")

        await self.answer(update, answer, concerned)

    async def with_rights(self, update: Update, whom: Whom, concerned: frozenset[int], *, new: bool = False) -> Whom:
        """The same user, with which of some groups and channels he or she administers; `new`: and may the bot write?"""
        bot, desk = self.sender.bot, self.conversation.desk
        manages = frozenset([chat for chat in concerned if await administers(update, bot, chat)])
        elsewhere = manages - {whom.chat}
        for chat in elsewhere - desk.titles.keys():
            if title := await title_of(bot, chat):
                desk.hear_title(chat, title)
        mute = frozenset([chat for chat in elsewhere if new and not await may_post(bot, chat)])
        return replace(whom, manages=manages, mute=mute)

    async def change(self, update: Update, say: Callable[[Whom], Reply]) -> None:
        """The same for what only those may say who may change the settings of the chat."""
        if not await self._may_change(update):
            say = self._not_allowed
        await self.answer(update, say)

    async def pressed(self, update: Update) -> Reply:
        """What the press of a button brings."""
        query, whom = update.callback_query, whom_of(update)
        action = (query.data if query else None) or ""
        message = query.message.message_id if query and query.message else None
        changes = self.conversation.changes_settings(action)
        verdict = self.judge(whom)

        def press() -> Reply | frozenset[int]:
            """What it brings, or of which chats whoever presses must be an admin first."""
            if verdict is not Verdict.ANSWER:
                return Reply(alert=self.words(whom, "limit-reached"))
            concerned = self.conversation.concerns(whom, action)
            return concerned if concerned or changes else self.conversation.pressed(whom, action, message)

        found = await self.kept(press)
        if isinstance(found, Reply):
            return found
        if changes and not await self._may_change(update):
            return await self._alert(whom, "not-an-admin")
        admin = await self.with_rights(update, whom, found)
        if whom.chat in found and whom.chat not in admin.manages:
            deletes = self.conversation.deletes_chat(action)
            return await self._alert(whom, "forget-admins-only" if deletes else "subscribe-admins-only")
        return await self.kept(lambda: self.conversation.pressed(admin, action, message))

    async def say(self, reply: Reply, target: Target) -> None:
        """Send a reply, and remember which messages show the answer in it."""
        if reply.later is not None:
            async with self.drawing:
                reply = await asyncio.to_thread(reply.later)
        messages = await self.sender.deliver(reply, target)
        if reply.remember and messages:
            # At once: what is said next in this update may have the same receipt.
            await self.kept(partial(self.chats.answer_sent, target.chat, reply.remember, messages))
        if reply.draft and messages:
            shown = partial(self.conversation.digesting.shown, target.chat, reply.draft, messages[-1])
            await self._at_last(shown)
        if reply.then is not None and messages:
            await self.say(reply.then, target)

    async def too_often(self, whom: Whom) -> Reply | None:
        """What to say to whoever asks too often: one polite line, then nothing; None where it is not too often."""
        verdict = self.judge(whom)
        return await self.kept(lambda: self._refused(whom, verdict))

    def _refused(self, whom: Whom, verdict: Verdict) -> Reply | None:
        match verdict:
            case Verdict.ANSWER:
                return None
            case Verdict.SAY_WAIT:
                return self.line(whom, "limit-reached")
            case Verdict.IGNORE:
                return SILENCE

    def judge(self, whom: Whom) -> Verdict:
        """Count a question or a press, and tell whether it is to be answered."""
        group = whom.chat if whom.kind == "group" else None
        verdict = self.limits.judge(whom.user, group)
        if verdict is not Verdict.ANSWER:
            self.conversation.desk.watch.limited()
        return verdict

    def lets_search(self, user: int) -> bool:
        """Count an inline query, and tell whether it is to be answered."""
        allowed = self.limits.lets_search(user)
        if not allowed:
            self.conversation.desk.watch.limited()
        return allowed

    def line(self, whom: Whom, message: str, /, **arguments: str) -> Reply:
        """A line of the program's own as a message."""
        return Reply(text(self.words(whom, message, **arguments)))

    def words(self, whom: Whom, message: str, /, **arguments: str) -> str:
        """A line of the program's own, in the language of the chat."""
        desk = self.conversation.desk
        return desk.texts(desk.language(whom)).say(message, **arguments)

    async def apology(self, whom: Whom, happened: Incident) -> Reply:
        """What is said after an error inside: in the language of the chat, unless that cannot be found out either."""
        said, arguments = apology(happened)
        try:
            return await self.kept(lambda: self.line(whom, said, **arguments))
        except ChatsError:
            desk = self.conversation.desk
            return Reply(text(desk.texts(desk.client(whom) or DEFAULT_LANGUAGE).say(said, **arguments)))

    def _not_allowed(self, whom: Whom) -> Reply:
        return self.line(whom, "not-an-admin")

    async def _alert(self, whom: Whom, message: str) -> Reply:
        return Reply(alert=await self.kept(lambda: self.words(whom, message)))

    async def _may_change(self, update: Update) -> bool:
        return await may_change(update, self.sender.bot, self.chats, self.together)

    async def _at_last(self, work: Callable[[], object]) -> None:
        """Leave some work to the end of the update that is being handled; do it at once where there is none."""
        if not at_last(work):
            await self.kept(work)
