"""Methods by which the bot says how it receives updates."""

from __future__ import annotations

import ipaddress
import re
from urllib.parse import urlsplit

from telegram.constants import WebhookLimit

from bot.telegram.server import parameters as take
from bot.telegram.server.errors import ApiError, conflict, malformed
from bot.telegram.server.methods.registry import Call, method
from bot.telegram.server.receiving import Webhook
from bot.telegram.server.views import present
from bot.telegram.server.world import Json

SECRET = re.compile(r"[A-Za-z0-9_-]{1,256}")
PORTS = {80, 88, 443, 8443}


@method("getUpdates", take.GetUpdates)
async def get_updates(call: Call, given: take.GetUpdates) -> list[Json]:
    """Long polling."""
    return await call.receiving.get_updates(given)


@method("setWebhook", take.SetWebhook)
def set_webhook(call: Call, given: take.SetWebhook) -> bool:
    """Send updates to an address from now on; an empty one is like deleteWebhook."""
    receiving = call.receiving
    if given.certificate is not None and b"-----BEGIN CERTIFICATE-----" not in given.certificate.content:
        raise malformed("bad webhook: Failed to load certificate")
    if given.url:
        _check_address(given.url)
    if given.secret_token is not None and not SECRET.fullmatch(given.secret_token):
        raise malformed("secret token contains unallowed characters")
    connections = given.max_connections or WebhookLimit.MAX_CONNECTIONS_LIMIT
    if not WebhookLimit.MIN_CONNECTIONS_LIMIT <= connections <= WebhookLimit.MAX_CONNECTIONS_LIMIT:
        raise malformed("max_connections must be between 1 and 100")
    if given.url:
        receiving.interrupt(conflict("terminated by setWebhook request"))
    receiving.updates.allow(given.allowed_updates)
    if given.drop_pending_updates:
        receiving.updates.waiting.clear()
    receiving.webhook = Webhook(
        given.url,
        given.secret_token,
        given.certificate.content if given.certificate else None,
        given.max_connections or 40,
        given.ip_address,
    )
    receiving.changed.set()
    return True


@method("deleteWebhook", take.DeleteWebhook)
def delete_webhook(call: Call, given: take.DeleteWebhook) -> bool:
    """Keep updates until the bot asks for them."""
    if given.drop_pending_updates:
        call.receiving.updates.waiting.clear()
    call.receiving.webhook = Webhook()
    call.receiving.changed.set()
    return True


@method("getWebhookInfo", take.Nothing)
def get_webhook_info(call: Call, given: take.Nothing) -> Json:  # noqa: ARG001  all methods take the same
    """How the delivery goes."""
    webhook, updates = call.receiving.webhook, call.receiving.updates
    allowed = updates.asked_for
    return {
        "url": webhook.url,
        "has_custom_certificate": webhook.certificate is not None,
        "pending_update_count": len(updates.waiting),
    } | present(
        ip_address=webhook.address,
        last_error_date=webhook.error_at,
        last_error_message=webhook.error,
        max_connections=webhook.connections if webhook.url else None,
        allowed_updates=sorted(allowed) if allowed else None,
    )


@method("logOut", take.Nothing)
def log_out(call: Call, given: take.Nothing) -> bool:  # noqa: ARG001
    """Leave this server for another."""
    call.receiving.logged_out = True
    return True


@method("close", take.Nothing)
def close(call: Call, given: take.Nothing) -> bool:  # noqa: ARG001
    """Stop here before starting on another server."""
    call.receiving.interrupt(ApiError(401, "Unauthorized"))
    return True


def _check_address(url: str) -> None:
    """Telegram wants HTTPS on four ports; on this very machine, as with a server of one's own, anything goes."""
    parts = urlsplit(url)
    if parts.scheme not in {"http", "https"} or not parts.hostname:
        raise malformed("bad webhook: invalid webhook URL specified")
    if _on_this_machine(parts.hostname):
        return
    if parts.scheme != "https":
        raise malformed("bad webhook: An HTTPS URL must be provided for webhook")
    if (parts.port or 443) not in PORTS:
        raise malformed("bad webhook: Webhook can be set up only on ports 80, 88, 443 or 8443")


def _on_this_machine(host: str) -> bool:
    if host == "localhost":
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False
