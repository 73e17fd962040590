"""A message in a terminal: paragraphs, lines and lists."""

from __future__ import annotations

from bot.sandbox.plain_text import plain_text
from tests.rows import for_each


@for_each(
    ("html", "text"),
    [
        ("<p>one<br>two</p>", "one\ntwo"),
        ("<p>one</p><p>two &amp; three</p>", "one\n\ntwo & three"),
        (
            "<p>Say:</p><ul><li>one</li><li><b>two</b></li></ul><p>end</p>",
            "Say:\n\n- one\n- two\n\nend",
        ),
        ("<ol><li>one</li><li>two</li></ol>", "1. one\n2. two"),
        ("<ul><li>one<ul><li><p>two</p></li></ul></li></ul>", "- one\n  - two"),
        ('<a href="https://x.com">here</a>', "here"),
    ],
)
def test_html_becomes_lines(html: str, text: str) -> None:
    assert plain_text(html) == text
