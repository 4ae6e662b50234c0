"""Short random ids that are easy to read aloud, to type and to put into a link."""

from __future__ import annotations

import re
import secrets

ALPHABET = "abcdefghijklmnopqrstuvwxyz234567"  # base32: nothing that looks like 0 or 1 beside o and l
RECEIPT_LENGTH = 8  # 40 bits

_RECEIPT = re.compile(rf"[{ALPHABET}]{{{RECEIPT_LENGTH}}}")


def short_id(length: int) -> str:
    """A new id; two are the same by chance only."""
    return "".join(secrets.choice(ALPHABET) for _ in range(length))


def as_receipt_id(typed: str) -> str | None:
    """The id of a receipt as people type it, in capitals too; None where it cannot be one."""
    id_ = typed.strip().lower()
    return id_ if _RECEIPT.fullmatch(id_) else None
