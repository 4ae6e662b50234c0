"""Questions as they are typed: asked, edited, followed up, chosen among, passed on to the editors."""

from __future__ import annotations

import secrets
from collections import OrderedDict
from dataclasses import replace
from functools import partial

from bot.conversation.actions import Action, ChangedError, write
from bot.conversation.answers import Answers
from bot.conversation.desk import DEFAULT_LANGUAGE, Desk
from bot.conversation.keyboards import column, examples, press, rows, text
from bot.conversation.memory import Turn, last_question, slots_of
from bot.conversation.reply import Reply
from bot.conversation.whom import Whom
from bot.questions.question import Question
from bot.questions.understand import understand

LONGEST_QUESTION = 1000  # characters: a longer text is an article, to be checked rather than answered
_MOST_PENDING = 1000


class Questions:
    """Answers what is typed."""

    def __init__(self, desk: Desk, answers: Answers) -> None:
        self._desk = desk
        self._answers = answers
        # Questions that may be passed on once their askers agree: in memory only, for texts are never stored unasked.
        self._pending: OrderedDict[str, tuple[Whom, str]] = OrderedDict()

    def ask(self, whom: Whom, typed: str, message: int | None, replied_to: int | None) -> Reply:
        """The answer to a question."""
        return self._answer(whom, typed, message, last_question(self._desk, whom, replied_to))

    def asked_again(self, whom: Whom, typed: str, message: int) -> Reply | None:
        """The answer to a question that was edited, in place of the one before; None where that is long ago."""
        remembered = self._desk.chats.answer_to(whom.chat, message, self._desk.clock())
        if remembered is None:
            return None
        before = slots_of(self._desk, remembered, "before")
        return replace(self._answer(whom, typed, message, before), replaces=True)

    def example(self, turn: Turn, action: Action) -> Reply:
        """The answer to one of the example questions."""
        questions = examples(self._desk.texts(turn.language))
        number = action.number(0)
        if not 1 <= number <= len(questions):
            raise ChangedError(action.verb)
        return self._answer(turn.whom, questions[number - 1], None, None, turn.language)

    def none_of_these(self, turn: Turn) -> Reply:
        """What to do where no reading offered was meant."""
        texts = self._desk.texts(turn.language)
        buttons = [press(example, "ex", number) for number, example in enumerate(examples(texts), start=1)]
        keyboard = (*column(buttons), *rows([press(texts.say("button-topics"), "tt")]))
        return Reply(text(texts.say("chat-none-of-these")), keyboard)

    def offer_to_tell(self, turn: Turn, action: Action) -> Reply:
        """Ask whether a question may be passed on to the editors."""
        texts, token = self._desk.texts(turn.language), action.text(0)
        if not self._is_pending(turn.whom, token):
            return Reply(alert=texts.say("alert-text-gone"))
        yes, no = press(texts.say("button-yes-tell"), "edy", token), press(texts.say("button-no"), "edn", token)
        return Reply(text(texts.say("chat-tell-editors")), rows([yes, no]))

    def tell(self, turn: Turn, action: Action) -> Reply:
        """Pass a question on, now that its asker agreed."""
        texts, token = self._desk.texts(turn.language), action.text(0)
        if not self._is_pending(turn.whom, token):
            return Reply(alert=texts.say("alert-text-gone"))
        _, typed = self._pending[token]
        self._desk.chats.editor_question(typed, turn.language, self._desk.clock())
        del self._pending[token]
        return Reply(text(texts.say("chat-told-editors")), replaces=True)

    def keep_quiet(self, turn: Turn, action: Action) -> Reply:
        """Pass nothing on."""
        if self._is_pending(turn.whom, token := action.text(0)):
            del self._pending[token]
        return Reply(text(self._desk.texts(turn.language).say("chat-not-told")), replaces=True)

    def forget(self, user: int) -> None:
        """Forget what a person typed."""
        for token in [token for token, (whom, _) in self._pending.items() if user in (whom.user, whom.chat)]:
            del self._pending[token]

    def _answer(
        self, whom: Whom, typed: str, message: int | None, before: Question | None, language: str | None = None
    ) -> Reply:
        desk, chosen = self._desk, self._desk.chosen(whom)
        question = understand(
            typed[:LONGEST_QUESTION],
            desk.claimbot.vocabulary,
            today=desk.today,
            previous=before,
            language=chosen or desk.client(whom) or DEFAULT_LANGUAGE,
        )
        spoken = language or chosen or question.language
        tell = partial(self._keep, whom, typed) if whom.private else None
        return self._answers.give(Turn(whom, spoken, message, before, tell), question)

    def _keep(self, whom: Whom, typed: str) -> str:
        token = secrets.token_hex(6)
        self._pending[token] = (whom, typed)
        while len(self._pending) > _MOST_PENDING:
            self._pending.popitem(last=False)
        return write("ed", token)

    def _is_pending(self, whom: Whom, token: str) -> bool:
        asker, _ = self._pending.get(token, (None, ""))
        return asker is not None and (asker.chat, asker.user) == (whom.chat, whom.user)
