"""The safeguards that keep secrets in, and strangers out."""

from __future__ import annotations

from tests.bites.bite import Bite

DISCREET = ("tests/discreet/test_discreet.py",)

SECRECY = (
    Bite(
        "trusted hosts",
        "bot/edges/websocket/device_registration.py",
        "if not (ours and is_trustworthy",
        "if not (host and is_trustworthy",
        ("tests/websocket/test_lines.py",),
    ),
    Bite(
        "signature",
        "bot/core/incoming/notices.py",
        "hmac.compare_digest(",
        "bool or (",
        ("tests/core/test_notices.py", "tests/edges/test_receiver.py"),
    ),
    Bite(
        "redaction of a bug",
        "bot/edges/error_reports.py",
        "bug=kind, at=where(bug))",
        "bug=kind, at=where(bug), words=str(bug))",
        ("tests/stories/test_secrets.py", "tests/engine/test_engine.py"),
    ),
    Bite(
        "redaction of links",
        "bot/core/domain/links.py",
        'return f"{type(self).__name__}(…)"',
        "return self.__url",
        ("tests/core/test_texts.py",),
    ),
    Bite(
        "redaction of trouble",
        "bot/edges/http_calls.py",
        "    if not response.ok:\n",
        "    if False:\n",
        ("tests/contract/test_webex.py",),
    ),
    Bite(
        "inert text",
        "bot/core/wording/inert_text.py",
        "return _BLOCK.sub(",
        "return said or _BLOCK.sub(",
        ("tests/core/test_texts.py",),
    ),
    Bite(
        "names in private in discreet mode",
        "bot/core/conversations/delivery/receipts.py",
        "[(page, request.places) for page in pages(deliveries)]",
        "[(page, request.where_asked) for page in pages(deliveries)]",
        DISCREET,
    ),
    Bite(
        "a count for the space if the host is out of reach",
        "bot/core/conversations/delivery/receipts.py",
        "        if not request.moved_to_private:\n            raise\n",
        "        raise\n",
        DISCREET,
    ),
    Bite(
        "private answers to private buttons",
        "bot/core/conversations/requests/request.py",
        'return "" if self.in_private else self.requester.email',
        'return "" if self.requester.direct else self.requester.email',
        DISCREET,
    ),
    Bite(
        "who may ask",
        "bot/core/domain/access.py",
        "return bool({EVERYONE, address, domain} & self.allowed)",
        "return bool({EVERYONE, address, domain} | self.allowed)",
        ("tests/stories/test_who_may.py",),
    ),
    Bite(
        "whose meeting",
        "bot/edges/storage/meeting_queries.py",
        "hosts.c.person_id == person_id",
        "hosts.c.person_id != person_id",
        ("tests/stories/test_who_may.py", "tests/edges/test_finding.py"),
    ),
    Bite(
        "deadline of a request",
        "bot/edges/web/http_server.py",
        "late.handle_close()",
        "pass",
        ("tests/edges/test_serving.py",),
    ),
    Bite(
        "page's password",
        "bot/edges/web/admin.py",
        "        if self._is_known():",
        "        if True:",
        ("tests/observability/test_admin.py",),
    ),
    Bite(
        "page's proof",
        "bot/edges/web/admin.py",
        "if not _is_proof(proof(key)):",
        "if not proof(key):",
        ("tests/observability/test_admin.py",),
    ),
    Bite(
        "token of the metrics",
        "bot/edges/web/health.py",
        "if token and not is_bearer(token):",
        "if token is None and not is_bearer(token):",
        ("tests/observability/test_metrics.py",),
    ),
    Bite(
        "whose card",
        "bot/core/conversations/press_decisions.py",
        "if card.person_id != installation.bot_id:",
        "if card.person_id == who.person_id:",
        ("tests/stories/test_presses.py",),
    ),
    Bite(
        "hosts who may no longer ask",
        "bot/core/conversations/delivery/minting.py",
        "if installation.access.admits(each.email)]",
        "if each.email]",
        ("tests/stories/test_more_links.py",),
    ),
    Bite(
        "private addresses",
        "bot/edges/outbound_address.py",
        "if not all(here or _is_public(each)",
        "if not any(here or _is_public(each)",
        ("tests/edges/test_outbound_address.py",),
    ),
    Bite(
        "an address resolved once",
        "bot/edges/outbound_calls.py",
        "            connection = self._connection(place, address, rest)",
        "            address = self._rules.resolve(place.host, place.port)[0]\n"
        "            connection = self._connection(place, address, rest)",
        ("tests/edges/test_outbound_address.py",),
    ),
)
