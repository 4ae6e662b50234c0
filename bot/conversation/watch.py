"""What happens, told to whoever keeps count of it (bot.operation), in few words: never a person's or a message's."""

from __future__ import annotations

from collections.abc import Collection


class Watch:
    """Is told what happens, and does nothing about it. What is told must not raise, and be done in no time."""

    def answered(self, chat: int, outcome: str, topics: Collection[str]) -> None:
        """A question was answered in a chat, whose number is for telling chats apart and must not be kept."""

    def limited(self) -> None:
        """A question, a press or a search was not answered, for it was one too many."""

    def called(self, outcome: str) -> None:
        """A call to Telegram on behalf of a chat has ended for good."""

    def repeated(self, why: str) -> None:
        """Such a call failed and is repeated."""

    def fetched(self) -> None:
        """Telegram told which updates there are."""

    def failed(self, kind: str) -> None:
        """There was an error inside, of that class."""

    def delivering(self, delivery: int) -> None:
        """The task that calls this delivers a digest from now on."""

    def delivered(self, state: str) -> None:
        """An attempt to deliver a digest has come to this."""


UNWATCHED = Watch()
