"""Digests as a chat sees them: what stands under one, all of a long one page by page, a preview, one in doubt."""

from __future__ import annotations

import hmac
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import lru_cache

from bot.answers.blocks import Block
from bot.conversation.actions import Action, ChangedError, ForgedError
from bot.conversation.desk import Desk, fit
from bot.conversation.digests.phrases import Phrases
from bot.conversation.keyboards import Row, Rows, column, navigation, numbered, page_of, press, rows, text, topic_button
from bot.conversation.links import to_digest, to_subscription
from bot.conversation.memory import Turn
from bot.conversation.reply import Button, Reply
from bot.digests.delivery.outbox import Outgoing
from bot.digests.model import Content, Delivery, Kind, Pause, Wishes

_SEAL_LENGTH = 10  # hexadecimal digits
_MOST_TOPICS = 8  # buttons
_MOST_DOUBTS = 2  # told of under a digest
_FOOTER = text("–" * 120)  # room for the line that says which page it is

Unit = tuple[Block | None, Block]  # a block with one item, and the title it stands under


class News:
    """Shows digests."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def dress(self, outgoing: Outgoing) -> Reply:
        """What is sent for a delivery."""
        match outgoing.kind:
            case Kind.NOTICE:
                return self._notice(outgoing)
            case Kind.DIGEST if outgoing.content is not None:
                return self._digest(outgoing, outgoing.content)
            case _:
                return Reply(outgoing.content.summary if outgoing.content else ())

    def preview(self, wishes: Wishes) -> Reply:
        """What a digest with these choices would have told lately; composed off the event loop."""
        digests = self._desk.digests
        return Reply(later=lambda: Reply(digests.preview(wishes).summary))

    def full(self, turn: Turn, action: Action) -> Reply:
        """A page of all that a digest tells: delivery, page; of another chat's also that chat and a link's seal."""
        delivery, page = action.number(0), action.number(1)
        elsewhere = action.arguments[2:4]
        reply = self._page(turn, delivery, max(page, 1), elsewhere)
        return replace(reply, replaces=page > 0)

    def linked(self, turn: Turn, parts: str) -> Reply:
        """The first page of a digest, by the link under it in a group or channel, which all have who read it there."""
        delivery, _, rest = parts.partition("_")
        chat, _, seal = rest.partition("_")
        if not delivery.isdecimal():
            raise ForgedError(parts)
        return self._page(turn, int(delivery), 1, (chat, seal))

    def topics(self, turn: Turn, action: Action) -> Reply:
        """The topics that a digest tells of, each a button to its answer, with its chart."""
        wording = self._desk.wording(turn.language)
        content = self._content(turn.whom.chat, action.number(0))
        cells = {
            (figure.topic, figure.place): None
            for figure in self._desk.store.find.by_ids([claim for claim, _ in content.claims])
            if figure.topic
        }
        totals = {(count.topic, count.place): 0 for count in self._desk.store.find.topics()}
        for count in self._desk.store.find.topics():
            totals[count.topic, count.place] += count.total
        buttons = [topic_button(wording, *cell, totals[cell]) for cell in cells if cell in totals]
        if not buttons:
            raise ChangedError(action.verb)
        return Reply(text(wording.texts.say("subscribe-topics")), column(buttons[:_MOST_TOPICS]))

    def doubt(self, delivery: Delivery, phrases: Phrases, zone: str | None) -> str:
        """That a digest may not have arrived."""
        return phrases.say("subscribe-doubtful", moment=phrases.moment(delivery.due_at, zone or "UTC"))

    def doubt_buttons(self, delivery: Delivery, phrases: Phrases) -> Row:
        """What can be done about it."""
        return (
            press(phrases.say("button-show-again"), "ds", delivery.id, "s"),
            press(phrases.say("button-it-arrived"), "ds", delivery.id, "a"),
        )

    def settle(self, turn: Turn, action: Action) -> Reply:
        """Show a digest again that may not have arrived, or take it that it has."""
        delivery, chat, texts = action.number(0), turn.whom.chat, self._desk.texts(turn.language)
        if not turn.whom.may_manage(chat):
            raise ChangedError(action.verb)
        if action.text(1) == "a":
            self._desk.digests.settle(delivery, chat)
            return Reply(alert=texts.say("alert-thank-you"))
        content = self._content(chat, delivery)
        self._desk.digests.settle(delivery, chat)
        return Reply(content.summary, self._buttons(delivery, chat, content))

    def _digest(self, outgoing: Outgoing, content: Content) -> Reply:
        phrases = Phrases(self._desk, content.language)
        where = "private" if outgoing.chat > 0 else "group"
        notes = [*self._doubts(outgoing, phrases), phrases.say(f"subscribe-how-to-stop-{where}")]
        return Reply(
            (*content.summary, *text(*notes)), self._buttons(outgoing.id, outgoing.chat, content, outgoing.subscription)
        )

    def _doubts(self, outgoing: Outgoing, phrases: Phrases) -> Iterator[str]:
        doubtful = [one for one in self._desk.digests.doubtful(outgoing.chat) if one.due_at < outgoing.due]
        for one in doubtful[:_MOST_DOUBTS]:
            yield f"{self.doubt(one, phrases, self._zone(one))} {phrases.say('subscribe-doubtful-how')}"

    def _zone(self, delivery: Delivery) -> str | None:
        found = self._desk.digests.get(delivery.subscription, delivery.chat) if delivery.subscription else None
        return found.wishes.rhythm.zone if found else None

    def _buttons(self, delivery: int, chat: int, content: Content, subscription: int | None = None) -> Rows:
        say = self._desk.texts(content.language).say
        longer = content.full != content.summary
        if chat < 0:  # a press there would speak to everybody, and readers of a channel must not make it speak
            link = self._desk.link(to_digest(delivery, chat, self._seal(delivery, chat)))
            change = self._desk.link(to_subscription(subscription, chat)) if subscription else None
            return rows(
                [Button(say("button-whole-digest"), url=link) if link and longer else None],
                [Button(say("button-for-admins"), url=change) if change else None],
            )
        return rows(
            [
                press(say("button-whole-digest"), "dg", delivery) if longer else None,
                press(say("button-charts"), "dt", delivery) if content.claims else None,
            ],
            [press(say("button-change-or-stop"), "sv", 0, subscription, "n") if subscription else None],
        )

    def _notice(self, outgoing: Outgoing) -> Reply:
        """To whoever set a subscription up: it is paused, and why."""
        found = self._desk.digests.get(outgoing.subscription or 0, outgoing.chat)
        language = self._desk.chats.chat(outgoing.chat).language or (found.wishes.language if found else "en")
        phrases = Phrases(self._desk, language)
        why = outgoing.paused or Pause.NO_RIGHTS
        lines = [phrases.say(f"subscribe-notice-{why.value}")]
        if found is None:
            return Reply(text(*lines))
        named = phrases.say("subscribe-for", chat=self._desk.title(found.chat, phrases.texts))
        card = press(phrases.say("button-change-or-stop"), "sv", found.chat, found.id, "n")
        return Reply(text(*lines, named, phrases.in_short(found.wishes)), rows([card]))

    def _page(self, turn: Turn, delivery: int, page: int, elsewhere: Sequence[str]) -> Reply:
        chat = turn.whom.chat
        if len(elsewhere) == 2:
            named, seal = elsewhere
            if not named.removeprefix("-").isdecimal():
                raise ForgedError("dg")
            chat = int(named)
            if not hmac.compare_digest(seal.encode(), self._seal(delivery, chat).encode()):
                raise ForgedError("dg")
        content = self._content(chat, delivery)
        every = _pages(content.full)
        page, pages = page_of(every, page, 1)
        texts = self._desk.texts(content.language)
        where = text(texts.say("subscribe-page", page=page, pages=pages)) if pages > 1 else ()
        stops = numbered(page, pages, delivery)
        turning = navigation("dg", stops)
        if elsewhere:
            turning = tuple(replace(one, action=f"{one.action}:{chat}:{elsewhere[1]}") for one in turning)
        return Reply((*every[page - 1], *where), rows(turning))

    def _content(self, chat: int, delivery: int) -> Content:
        content = self._desk.digests.content(delivery, chat)
        if content is None:
            raise ChangedError(str(delivery))
        return content

    def _seal(self, delivery: int, chat: int) -> str:
        """What makes a link to a digest one that only the bot can have made."""
        token = self._desk.settings.telegram.token
        secret = token.get_secret_value().encode() if token else b""
        return hmac.new(secret, f"digest {delivery} {chat}".encode(), "sha256").hexdigest()[:_SEAL_LENGTH]


@lru_cache(64)
def _pages(blocks: tuple[Block, ...]) -> tuple[tuple[Block, ...], ...]:
    """The blocks in portions of one message each; a block is cut between its items, and its title stands again."""
    units, made = list(_units(blocks)), []
    while units:
        takes = 1 + bisect_right(range(2, len(units) + 1), 0, key=lambda count: _is_too_much(units[:count]))
        made.append(_joined(units[:takes]))
        units = units[takes:]
    return tuple(made) or ((),)


def _is_too_much(units: Sequence[Unit]) -> bool:
    return not fit((*_joined(units), *_FOOTER))


def _units(blocks: tuple[Block, ...]) -> Iterator[Unit]:
    heading: Block | None = None
    for block in blocks:
        if block.title and not block.items:
            heading = block
        for item in block.items:
            yield heading, replace(block, items=(item,))


def _joined(units: Sequence[Unit]) -> tuple[Block, ...]:
    """Blocks whole again; headings where they begin."""
    joined: list[Block] = []
    heading: Block | None = None
    for above, block in units:
        if above is not None and above != heading:
            joined.append(above)
        last = joined[-1] if joined else None
        if last is not None and last.items and above == heading and replace(last, items=()) == replace(block, items=()):
            joined[-1] = replace(last, items=(*last.items, *block.items))
        else:
            joined.append(block)
        heading = above
    return tuple(joined)
