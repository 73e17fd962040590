"""Webex's limits on messages and cards."""

from __future__ import annotations

import json
import re

from bot.sandbox.webex.model import Card, Draft, Message, Person, Refusal

# https://developer.webex.com/docs/api/v1/messages
LONGEST_TEXT = 7439  # bytes
MOST_EDITS = 10
# https://developer.webex.com/docs/api/guides/cards
CARD_TYPE = "application/vnd.microsoft.card.adaptive"
CARD_VERSIONS = ("1.0", "1.1", "1.2", "1.3")
LARGEST_CARD = 80_000  # bytes of JSON

SURROGATE = re.compile("[\ud800-\udfff]")  # JSON can contain them, UTF-8 can't


def check_draft(draft: Draft) -> None:
    """Check a draft.

    Raises:
        Refusal: 400, with the reason.
    """
    if not (draft.text or draft.markdown or draft.files or draft.cards):
        raise Refusal(400, "Message must contain text, markdown, a file or an attachment.")
    _check_length(draft)
    if len(draft.files) > 1 or len(draft.cards) > 1:
        raise Refusal(400, "Only one file and one attachment are allowed.")
    for card in draft.cards:
        _check_card(card)


def _check_length(draft: Draft) -> None:
    for words in (draft.text, draft.markdown):
        if SURROGATE.search(words):
            raise Refusal(400, "Message is not valid Unicode text.")
        if len(words.encode()) > LONGEST_TEXT:
            raise Refusal(400, f"Message length limited to {LONGEST_TEXT} bytes.")


def _check_card(card: Card) -> None:
    content = card.get("content")
    if card.get("contentType") != CARD_TYPE:
        raise Refusal(400, "The attachment's contentType is not supported.")
    if not isinstance(content, dict) or content.get("type") != "AdaptiveCard":
        raise Refusal(400, "The attachment's content is not an AdaptiveCard.")
    if content.get("version") not in CARD_VERSIONS:
        raise Refusal(400, "The card's version is not supported: 1.3 is the highest.")
    if len(json.dumps(content).encode()) > LARGEST_CARD:
        raise Refusal(400, "The card is larger than 80 KB.")


def check_edit(message: Message, author: Person) -> None:
    """Check an edit.

    Raises:
        Refusal: 403 for somebody else's message; 400 with a file or card, or after ten edits.
    """
    if message.author_id != author.id:
        raise Refusal(403, "You can only edit your own messages.")
    if message.files or message.cards:
        raise Refusal(400, "Editing messages with files or attachments is not supported.")
    if message.edits >= MOST_EDITS:
        raise Refusal(400, f"The message has been edited {MOST_EDITS} times; no more are possible.")
