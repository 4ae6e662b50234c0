"""Which methods there are, with the parameters each takes."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Any, TypeVar

from bot.telegram.server.errors import bad_request
from bot.telegram.server.parameters import Parameters
from bot.telegram.server.profile import Profile
from bot.telegram.server.queries import Queries
from bot.telegram.server.receiving import Receiving
from bot.telegram.server.shapes import Upload
from bot.telegram.server.world import Chat, World

P = TypeVar("P", bound=Parameters)


@dataclass(frozen=True, slots=True)
class Call:
    """One request: what it may touch, and the files that came with it."""

    world: World
    queries: Queries
    receiving: Receiving
    profile: Profile
    pace: Callable[[Chat], None]  # raises 429 where the bot sends too fast
    files: dict[str, Upload]

    def file(self, given: str | Upload) -> str | Upload:
        """A file as it was meant: `attach://name` is the part of that name."""
        if isinstance(given, str) and given.startswith("attach://"):
            found = self.files.get(given.removeprefix("attach://"))
            if found is None:
                raise bad_request("wrong file identifier/HTTP URL specified")
            return found
        return given


@dataclass(frozen=True, slots=True)
class Method:
    """A method: its name, the table of its parameters, and what it does."""

    name: str
    parameters: type[Parameters]
    run: Callable[[Call, Any], Any | Awaitable[Any]]


METHODS: dict[str, Method] = {}


def method(name: str, parameters: type[P]) -> Callable[[Callable[[Call, P], Any]], Callable[[Call, P], Any]]:
    """Enter a function into the registry under a method's name."""

    def enter(run: Callable[[Call, P], Any]) -> Callable[[Call, P], Any]:
        METHODS[name.lower()] = Method(name, parameters, run)
        return run

    return enter
