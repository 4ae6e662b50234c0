"""What the Bot API answers when it refuses: a code, Telegram's own words, and sometimes parameters."""

from __future__ import annotations

from typing import Any

NOT_MODIFIED = (
    "message is not modified: specified new message content and reply markup are exactly the same as a current "
    "content and reply markup of the message"
)
QUERY_TOO_OLD = "query is too old and response timeout expired or query ID is invalid"
OTHER_POLLER = "terminated by other getUpdates request; make sure that only one bot instance is running"
WEBHOOK_SET = "can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first"


class ApiError(Exception):
    """A refusal. `malformed`: no state of the world would have made this request right."""

    def __init__(
        self, code: int, description: str, parameters: dict[str, Any] | None = None, *, malformed: bool = False
    ) -> None:
        super().__init__(description)
        self.code = code
        self.description = description
        self.parameters = parameters
        self.malformed = malformed

    def body(self) -> dict[str, Any]:
        """The JSON object that goes over the wire."""
        answer: dict[str, Any] = {"ok": False, "error_code": self.code, "description": self.description}
        if self.parameters:
            answer["parameters"] = self.parameters
        return answer


class DroppedError(ApiError):
    """No answer at all, or none that can be read: a fault that a test ordered, or the bot has hung up."""

    def __init__(self) -> None:
        super().__init__(0, "no answer")


def bad_request(words: str, **parameters: Any) -> ApiError:
    """400: the world is not as the request supposes."""
    return ApiError(400, f"Bad Request: {words}", parameters or None)


def malformed(words: str) -> ApiError:
    """400: the request itself is wrong, whatever the world is like."""
    return ApiError(400, f"Bad Request: {words}", malformed=True)


def forbidden(words: str) -> ApiError:
    """403: the other side does not want the bot."""
    return ApiError(403, f"Forbidden: {words}")


def conflict(words: str) -> ApiError:
    """409: two ways of receiving updates at once."""
    return ApiError(409, f"Conflict: {words}")


def unauthorized() -> ApiError:
    """401: a well-formed token of nobody."""
    return ApiError(401, "Unauthorized")


def not_found(words: str = "") -> ApiError:
    """404: a malformed token, or a method that does not exist."""
    return ApiError(404, f"Not Found: {words}" if words else "Not Found", malformed=True)


def too_many_requests(retry_after: int) -> ApiError:
    """429: wait that many seconds."""
    return ApiError(429, f"Too Many Requests: retry after {retry_after}", {"retry_after": retry_after})
