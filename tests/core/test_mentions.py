"""Messages in HTML and text become one text with bound mentions."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from bot.core.parsing.text.mentions import Said, read


def person(person_id: str, label: str) -> str:
    return (
        f'<spark-mention data-object-type="person" data-object-id="{person_id}">'
        f"{label}</spark-mention>"
    )


BOT = person("BOT", "Connect")
BOB = person("Qk9C", "Bob Builder")
BOB_READ = "<@personId:Qk9C|Bob Builder>"


def words(html: str | None, text: str | None = "not to be read") -> str:
    return " ".join(read(html, text, "BOT").text.split())


def test_the_bots_own_mention_is_removed_wherever_it_stands_and_however_often() -> None:
    assert words(f"<p>{BOT} meet {BOT}{BOB} {BOT}</p>") == f"meet {BOB_READ}"


def test_a_mention_touching_the_next_word_does_not_swallow_it() -> None:
    assert words(f"{BOT}meet") == "meet"


def test_another_bot_with_the_same_label_is_somebody_else() -> None:
    assert words(f"{BOT} meet {person('T1RI', 'Connect')}") == "meet <@personId:T1RI|Connect>"


def test_a_mention_of_all_names_nobody() -> None:
    everybody = (
        '<spark-mention data-object-type="groupMention" data-group-type="all">All</spark-mention>'
    )
    assert words(f"{BOT} meet {everybody} here") == "meet here"


def test_a_label_cannot_end_its_own_mention() -> None:
    assert words(person("Qk9C", "B|o&gt;b")) == "<@personId:Qk9C|B o b>"


def test_the_text_is_read_if_there_is_no_html() -> None:
    assert words(None, "meet alice@x.com") == "meet alice@x.com"
    assert words("", "meet") == "meet"


def test_a_message_of_a_file_alone_says_nothing() -> None:
    assert read(None, None, "BOT") == Said("")


def test_a_mail_link_is_read_as_its_address_and_another_link_as_its_words() -> None:
    assert words('<a href="mailto:alice@x.com">Alice</a>') == "[Alice](mailto:alice@x.com)"
    assert words('about <a href="https://x.com">the site</a>') == "about the site"


def test_paragraphs_and_breaks_part_words() -> None:
    assert words("<p>meet</p><p>alice@x.com<br/>bob@y.org</p>") == "meet alice@x.com bob@y.org"


def test_cells_of_a_table_part_words() -> None:
    cells = "<tr><th>meet</th><td>alice@x.com</td></tr><tr><td>bob@y.org</td></tr>"
    assert words(f"<table>{cells}</table>").split() == ["meet", "alice@x.com", "bob@y.org"]


def test_html_entities_are_decoded() -> None:
    assert words("Alice &lt;alice@x.com&gt; &amp; co") == "Alice <alice@x.com> & co"


def test_invisible_characters_are_gone_and_joiners_in_words_stay() -> None:
    assert words("<p>\ufeffme\u200bet\u00a0\u202ehere\u0007</p>") == "meet here"
    assert words("👩\u200d⚕") == "👩\u200d⚕"


def test_an_incomplete_tag_is_text() -> None:
    assert words("meet <a <a <!-- x") == "meet <a <a <!-- x"
    assert words("meet <!-- x --> here") == "meet <!-- x --> here"


@given(st.text(max_size=200), st.text(max_size=50))
def test_no_html_raises(html: str, label: str) -> None:
    read(html, html, "BOT")
    read(f"<p>{BOT}{person('X', label)}{html}", None, "BOT")
