"""What every handler works with: the conversation, and the way its replies take to the chat."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from dataclasses import dataclass, field, replace

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

DRAWN_AT_ONCE = 2  # pictures; answers wait for none of them


@dataclass(slots=True)
class Edge:
    """Between Telegram and the conversation."""

    conversation: Conversation
    chats: Chats
    sender: Sender
    limits: Limits
    reporter: Reporter
    drawing: asyncio.Semaphore = field(default_factory=lambda: asyncio.Semaphore(DRAWN_AT_ONCE))

    @property
    def me(self) -> User:
        """The bot itself."""
        return self.sender.bot.bot

    async def answer(
        self, update: Update, say: Callable[[Whom], Reply], concerned: frozenset[int] = frozenset()
    ) -> None:
        """Send what is said to a message, unless whoever asks has asked too often.

        `concerned` are groups and channels about which it is said: see `Whom.manages`.
        """
        message = message_of(update)
        if message is not None:
            whom = whom_of(update)
            reply = self.too_often(whom) or say(await self.with_rights(update, whom, concerned, new=True))
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
        if not await may_change(update, self.sender.bot, self.chats):
            say = self._not_allowed
        await self.answer(update, say)

    async def pressed(self, update: Update) -> Reply:
        """What the press of a button brings."""
        query, whom = update.callback_query, whom_of(update)
        action = (query.data if query else None) or ""
        if self.judge(whom) is not Verdict.ANSWER:
            return Reply(alert=self.words(whom, "limit-reached"))
        changes = self.conversation.changes_settings(action)
        if changes and not await may_change(update, self.sender.bot, self.chats):
            return Reply(alert=self.words(whom, "not-an-admin"))
        concerned = self.conversation.concerns(whom, action)
        whom = await self.with_rights(update, whom, concerned)
        if whom.chat in concerned and whom.chat not in whom.manages:
            deletes = self.conversation.deletes_chat(action)
            return Reply(alert=self.words(whom, "forget-admins-only" if deletes else "subscribe-admins-only"))
        message = query.message.message_id if query and query.message else None
        return self.conversation.pressed(whom, action, message)

    async def say(self, reply: Reply, target: Target) -> None:
        """Send a reply, and remember which messages show the answer in it."""
        if reply.later is not None:
            async with self.drawing:
                reply = await asyncio.to_thread(reply.later)
        messages = await self.sender.deliver(reply, target)
        if reply.remember and messages:
            self.chats.answer_sent(target.chat, reply.remember, messages)
        if reply.draft and messages:
            self.conversation.digesting.shown(target.chat, reply.draft, messages[-1])
        if reply.then is not None and messages:
            await self.say(reply.then, target)

    def too_often(self, whom: Whom) -> Reply | None:
        """What to say to whoever asks too often: one polite line, then nothing; None where it is not too often."""
        match self.judge(whom):
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

    def apology(self, whom: Whom, happened: Incident) -> Reply:
        """What is said after an error inside: in the language of the chat, unless that cannot be found out either."""
        said, arguments = apology(happened)
        try:
            return self.line(whom, said, **arguments)
        except ChatsError:
            desk = self.conversation.desk
            return Reply(text(desk.texts(desk.client(whom) or DEFAULT_LANGUAGE).say(said, **arguments)))

    def _not_allowed(self, whom: Whom) -> Reply:
        return self.line(whom, "not-an-admin")
