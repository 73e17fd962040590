"""The chat page in a browser: by keyboard, in two windows, on a phone."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Any
from urllib.parse import urljoin

import pytest

from bot.sandbox.webex.world import Draft, Message
from tests.browser.conftest import PHONE, Chat, said

expect = pytest.importorskip("playwright.sync_api", reason="playwright is not installed").expect

FORM = {
    "type": "AdaptiveCard",
    "version": "1.3",
    "body": [
        {"type": "TextBlock", "text": "Plan with **whom**?", "wrap": True},
        {
            "type": "Input.Text",
            "id": "people",
            "label": "People",
            "isRequired": True,
            "errorMessage": "Name somebody.",
            "regex": "@",
        },
        {
            "type": "Input.ChoiceSet",
            "id": "devices",
            "label": "Devices",
            "style": "expanded",
            "isMultiSelect": True,
            "choices": [{"title": "Room 12", "value": "r12"}, {"title": "Desk", "value": "desk"}],
        },
        {"type": "Input.Toggle", "id": "remind", "title": "Remind me"},
        {"type": "TextBlock", "id": "fine-print", "text": "Fine print", "isVisible": False},
        {"type": "Media", "sources": []},
        {"type": "Image", "url": "https://example.com/logo.png", "altText": "Logo"},
    ],
    "actions": [
        {"type": "Action.Submit", "title": "Plan", "data": {"do": "plan"}},
        {
            "type": "Action.ShowCard",
            "title": "More",
            "card": {
                "type": "AdaptiveCard",
                "body": [{"type": "Input.Number", "id": "spare", "label": "Spare links", "max": 5}],
                "actions": [{"type": "Action.Submit", "title": "Plan more"}],
            },
        },
        {
            "type": "Action.ToggleVisibility",
            "title": "Read it",
            "targetElements": ["fine-print"],
        },
        {"type": "Action.OpenUrl", "title": "Help", "url": "https://example.com/help"},
    ],
}


def writing(page: Any) -> Any:
    """The field in which one writes."""
    return page.get_by_role("combobox", name="Message", exact=True)


def people(page: Any) -> Any:
    """The form's field for people."""
    return page.get_by_role("textbox", name="People (required)")


def post_form(chat: Chat) -> Message:
    """Let the bot post the form to Erin."""
    bot, erin = chat.world.named("Connect Bot"), chat.world.named("Erin Expert")
    card = {"contentType": "application/vnd.microsoft.card.adaptive", "content": FORM}
    return chat.world.post(bot, chat.world.direct(bot, erin), Draft(text="Plan", cards=(card,)))


def test_a_mention_is_completed_by_keyboard_and_reaches_the_bot(chat: Chat) -> None:
    page, bot = chat.open("Erin Expert", "Support"), chat.world.named("Connect Bot")
    field = writing(page)
    field.press_sequentially("@")
    options = page.get_by_role("listbox", name="People to mention").get_by_role("option")
    expect(options).to_have_text([re.compile("Connect Bot"), re.compile("Carl"), re.compile("Bob")])
    expect(options.nth(0)).to_have_attribute("aria-selected", "true")
    field.press("ArrowDown")
    expect(options.nth(1)).to_have_attribute("aria-selected", "true")
    expect(field).to_have_attribute("aria-activedescendant", "mention-1")
    field.press("ArrowUp")
    field.press("Enter")
    expect(field).to_have_value("@Connect Bot ")
    expect(field).to_have_attribute("aria-expanded", "false")
    field.press_sequentially("meet @bui")
    field.press("Tab")
    expect(field).to_have_value("@Connect Bot meet @Bob Builder ")
    field.press("Enter")
    expect(said(page, "@Connect meet @Bob Builder")).to_be_visible()
    (message,) = chat.world.messages_in(chat.world.titled("Support"), bot)
    assert message.mentioned_people == (bot.id, chat.world.named("Bob Builder").id)


@pytest.mark.long
def test_a_name_that_was_typed_and_not_chosen_is_a_mention_all_the_same(chat: Chat) -> None:
    page, bot = chat.open("Erin Expert", "Support"), chat.world.named("Connect Bot")
    field = writing(page)
    field.press_sequentially("@bot meet @Bob and @nobody or a@bot.example ")
    field.press("Enter")
    expect(said(page, "@Connect meet @Bob Builder and @nobody")).to_be_visible()
    (message,) = chat.world.messages_in(chat.world.titled("Support"), bot)
    assert message.mentioned_people == (bot.id, chat.world.named("Bob Builder").id)


@pytest.mark.long
def test_a_name_shared_by_two_people_mentions_neither(chat: Chat) -> None:
    erin, support = chat.world.named("Erin Expert"), chat.world.titled("Support")
    other = chat.world.add_person("Bob Baker", "baker@example.com")
    chat.world.join(support, other, erin)
    field = writing(chat.open("Erin Expert", "Support"))
    field.press_sequentially("@Bot meet @Bob ")
    field.press("Escape")  # the list still asks which
    field.press("Enter")
    field.press_sequentially("@bot meet @bob baker ")
    field.press("Enter")
    bot = chat.world.named("Connect Bot")
    chat.world.wait_for(lambda: len(chat.world.messages_in(support, bot)) == 2)
    first, second = chat.world.messages_in(support, bot)
    assert first.mentioned_people == (bot.id,)
    assert second.mentioned_people == (bot.id, other.id)


@pytest.mark.long
def test_the_best_match_completes_first(chat: Chat) -> None:
    field = writing(chat.open("Erin Expert", "Support"))
    for typed, completed in (("@Bo", "@Bob Builder "), ("@bot", "@Connect Bot ")):
        field.fill("")
        field.press_sequentially(typed)
        field.press("Tab")
        expect(field).to_have_value(completed)


@pytest.mark.long
def test_escape_closes_the_completion_and_keeps_what_was_written(chat: Chat) -> None:
    page = chat.open("Erin Expert", "Support")
    writing(page).press_sequentially("mail bob@")
    expect(page.get_by_role("listbox")).to_be_hidden()
    writing(page).press_sequentially(" @co")
    expect(page.get_by_role("option")).to_have_count(2)
    writing(page).press("Escape")
    expect(page.get_by_role("listbox")).to_be_hidden()
    expect(writing(page)).to_have_value("mail bob@ @co")


def test_a_message_appears_live_for_the_others(chat: Chat) -> None:
    erin, carl = chat.open("Erin Expert", "Support"), chat.open("Carl Colleague", "Support")
    expect(carl.locator("#examples")).to_contain_text("No messages yet")
    writing(erin).fill("hello **Carl**")
    writing(erin).press("Enter")
    expect(said(carl, "hello Carl").locator("strong", has_text="Carl")).to_be_visible()
    expect(carl.locator("#news")).to_have_text("Erin Expert in Support: hello Carl")
    expect(writing(erin)).to_have_value("")


@pytest.mark.long
def test_messages_missed_while_disconnected_are_caught_up(chat: Chat) -> None:
    page = chat.open("Erin Expert", "Support")
    expect(page.locator("#examples")).to_contain_text("No messages yet")
    listeners = chat.world._listeners  # noqa: SLF001 - cuts the connection, which nobody else does
    for listener in list(listeners):
        listener.close()
    assert listeners == [], "nobody is told of the next message"
    chat.world.say(chat.world.named("Bob Builder"), chat.world.titled("Support"), "missed me?")
    expect(said(page, "missed me?")).to_be_visible()


@pytest.mark.long
def test_shift_and_enter_start_a_new_line(chat: Chat) -> None:
    page = chat.open("Erin Expert", "Support")
    writing(page).press_sequentially("one")
    writing(page).press("Shift+Enter")
    writing(page).press_sequentially("two")
    writing(page).press("Enter")
    expect(said(page, "one")).to_contain_text("two")
    (message,) = chat.world.messages.values()
    assert "<br" in message.html


def test_each_message_says_who_can_see_it(chat: Chat) -> None:
    world = chat.world
    bot, erin = world.named("Connect Bot"), world.named("Erin Expert")
    world.say(erin, world.titled("Support"), f"<@personId:{bot.id}|Connect> meet")
    world.say(bot, world.direct(bot, erin), "Your host link: https://instant.example/visit/one")
    page = chat.open("Erin Expert", "Connect Bot")
    private = said(page, "Your host link").locator("summary")
    expect(private).to_have_text("Who can see this: Only you and Connect Bot")
    link = said(page, "Your host link").get_by_role("link")
    expect(link).to_have_attribute("href", "https://instant.example/visit/one")
    expect(link).to_have_attribute("target", "_blank")
    expect(link).to_have_attribute("rel", re.compile("noopener"))
    page.get_by_role("link", name="Support").click()
    expect(said(page, "meet").locator("summary")).to_contain_text("Everyone in Support")
    expect(said(page, "Your host link")).to_have_count(0)
    private = said(page, "meet").locator("summary")
    private.click()
    expect(said(page, "meet")).to_contain_text("Seen by you, Carl Colleague, Bob Builder")


@pytest.mark.long
def test_a_reply_is_shown_under_its_root(chat: Chat) -> None:
    world = chat.world
    root = world.say(world.named("Bob Builder"), world.titled("Support"), "who is free?")
    page = chat.open("Erin Expert", "Support")
    said(page, "who is free?").hover()
    page.get_by_role("button", name="Reply to Bob Builder").click()
    expect(page.locator("#replying")).to_contain_text("Replying to Bob Builder: who is free?")
    writing(page).fill("I am")
    writing(page).press("Enter")
    thread = page.get_by_role("list", name="Replies to Bob Builder")
    expect(thread).to_contain_text("I am")
    expect(page.locator("#replying")).to_be_hidden()
    assert {one.parent_id for one in world.messages.values()} == {"", root.id}


@pytest.mark.long
def test_a_draft_and_its_thread_wait_in_their_space(chat: Chat) -> None:
    world = chat.world
    world.say(world.named("Bob Builder"), world.titled("Support"), "who is free?")
    page = chat.open("Erin Expert", "Support")
    said(page, "who is free?").hover()
    page.get_by_role("button", name="Reply to Bob Builder").click()
    writing(page).fill("half a sent")
    page.get_by_role("link", name="Front desk").click()
    expect(writing(page)).to_have_value("")
    expect(page.locator("#replying")).to_be_hidden()
    page.reload()
    page.get_by_role("link", name="Support").click()
    expect(writing(page)).to_have_value("half a sent")
    expect(page.locator("#replying")).to_contain_text("who is free?")


@pytest.mark.long
def test_a_card_that_is_half_filled_in_waits_in_its_space(chat: Chat) -> None:
    world = chat.world
    content = {
        "type": "AdaptiveCard",
        "version": "1.3",
        "body": [{"type": "Input.Text", "id": "who", "label": "Guests"}],
        "actions": [{"type": "Action.Submit", "title": "Invite"}],
    }
    card = {"contentType": "application/vnd.microsoft.card.adaptive", "content": content}
    bot, erin = world.named("Connect Bot"), world.named("Erin Expert")
    world.post(bot, world.direct(bot, erin), Draft(text="Plan", cards=(card,)))
    page = chat.open("Erin Expert", "Connect Bot")
    page.get_by_label("Guests").fill("alice@")
    page.get_by_role("link", name="Support").click()
    expect(page.get_by_label("Guests")).to_have_count(0)
    page.reload()
    page.get_by_role("link", name="Connect Bot").click()
    expect(page.get_by_label("Guests")).to_have_value("alice@")


@pytest.mark.long
def test_edited_and_deleted_messages_show_it(chat: Chat) -> None:
    world, support = chat.world, chat.world.titled("Support")
    bob = world.named("Bob Builder")
    first, second = world.say(bob, support, "moning"), world.say(bob, support, "a secret")
    page = chat.open("Erin Expert", "Support")
    expect(said(page, "a secret")).to_be_visible()
    world.edit(first, bob, Draft(markdown="morning"))
    world.delete(second, bob)
    expect(said(page, "morning")).to_contain_text("edited")
    expect(said(page, "Bob Builder deleted this message.")).to_be_visible()
    expect(said(page, "a secret")).to_have_count(0)


@pytest.mark.long
def test_an_example_is_written_into_the_field(chat: Chat) -> None:
    page = chat.open("Erin Expert", "Support")
    page.get_by_role("button", name="@Connect Bot meet alice@x.com about the invoice").click()
    expect(writing(page)).to_have_value("@Connect Bot meet alice@x.com about the invoice")
    writing(page).press("Enter")
    expect(said(page, "meet alice@x.com")).to_be_visible()
    expect(page.locator("#examples")).to_be_empty()


@pytest.mark.long
def test_a_direct_chat_with_the_bot_needs_no_mention(chat: Chat) -> None:
    page = chat.open("Alice Customer")
    expect(page.locator("#nothing-open")).to_contain_text("No messages yet")
    page.get_by_role("button", name="Message someone").click()
    page.get_by_role("dialog").get_by_role("button").filter(has_text="Connect Bot").click()
    expect(page.get_by_role("heading", name="Connect Bot")).to_be_visible()
    page.get_by_role("button", name="help", exact=True).click()
    writing(page).press("Enter")
    expect(said(page, "help")).to_contain_text("Only you and Connect Bot")


@pytest.mark.long
def test_the_bot_is_invited_by_hand(chat: Chat) -> None:
    page = chat.open("Erin Expert", "Front desk")
    page.get_by_role("button", name="Invite", exact=True).click()
    page.get_by_role("dialog").get_by_role("button").filter(has_text="Connect Bot").click()
    expect(page.locator("#space-people")).to_have_text("You, Bob Builder, Connect Bot")


@pytest.mark.long
def test_a_space_with_news_is_marked_until_it_is_opened(chat: Chat) -> None:
    world, page = chat.world, chat.open("Erin Expert", "Support")
    desk = page.get_by_role("navigation", name="Spaces").get_by_role("link", name="Front desk")
    expect(desk).not_to_contain_text("unread")
    world.say(world.named("Bob Builder"), world.titled("Front desk"), "anybody here?")
    expect(desk).to_contain_text("unread")
    desk.click()
    expect(said(page, "anybody here?")).to_be_visible()
    page.get_by_role("link", name="Support").click()
    expect(desk).not_to_contain_text("unread")


def test_the_field_has_the_focus_before_all_is_read(chat: Chat) -> None:
    page, held = chat.open("Erin Expert", "Support"), list[Any]()
    post_form(chat)
    page.route("**/mails?*", lambda route: held.append(route))  # noqa: PLW0108 - it marks what it is given
    page.get_by_role("link", name="Connect Bot").click()
    expect(writing(page)).to_be_focused()
    people(page).click()
    with page.expect_response("**/mails?*"):
        held.pop().continue_()
    expect(people(page)).to_be_focused()


def test_a_card_is_sent_with_its_inputs_and_its_data(chat: Chat) -> None:
    page = chat.open("Erin Expert", "Support")
    post_form(chat)
    page.get_by_role("link", name="Connect Bot").click()
    page.get_by_role("button", name="Plan", exact=True).click()
    expect(page.get_by_text("Name somebody.")).to_be_visible()
    expect(people(page)).to_be_focused()
    assert chat.world.actions == {}
    people(page).fill("alice@x.com")
    page.get_by_label("Room 12").check()
    page.get_by_label("Desk").check()
    page.get_by_role("button", name="Plan", exact=True).click()
    expect(page.get_by_text("Submitted", exact=True)).to_be_visible()
    (action,) = chat.world.actions.values()
    assert action.person_id == chat.world.named("Erin Expert").id
    assert action.inputs == {
        "do": "plan",
        "people": "alice@x.com",
        "devices": "r12,desk",
        "remind": "false",
    }


@pytest.mark.long
def test_a_card_inside_a_card_sends_both(chat: Chat) -> None:
    post_form(chat)
    page = chat.open("Erin Expert", "Connect Bot")
    more = page.get_by_role("button", name="More", exact=True)
    expect(page.get_by_label("Spare links")).to_be_hidden()
    more.click()
    expect(more).to_have_attribute("aria-expanded", "true")
    page.get_by_label("Spare links").fill("9")
    people(page).fill("bob@y.org")
    page.get_by_role("button", name="Plan more").click()
    expect(page.get_by_text("Please choose a value not after 5.")).to_be_visible()
    page.get_by_label("Spare links").fill("3")
    page.get_by_role("button", name="Plan more").click()
    expect(page.get_by_text("Submitted", exact=True)).to_be_visible()
    (action,) = chat.world.actions.values()
    assert (action.inputs["spare"], action.inputs["people"]) == ("3", "bob@y.org")


@pytest.mark.long
def test_a_card_shows_hides_links_and_names_what_cannot_be_drawn(chat: Chat) -> None:
    post_form(chat)
    page = chat.open("Erin Expert", "Connect Bot")
    expect(page.get_by_text("Fine print")).to_be_hidden()
    page.get_by_role("button", name="Read it").click()
    expect(page.get_by_text("Fine print")).to_be_visible()
    expect(page.get_by_text("“Media” element, which this page doesn’t support")).to_be_visible()
    expect(page.get_by_text("Picture: Logo (example.com")).to_be_visible()
    expect(page.get_by_role("link", name="Help")).to_have_attribute("target", "_blank")


@pytest.mark.long
def test_a_half_filled_card_survives_what_others_write(chat: Chat) -> None:
    post_form(chat)
    page = chat.open("Erin Expert", "Connect Bot")
    people(page).fill("alice@")
    bot, erin = chat.world.named("Connect Bot"), chat.world.named("Erin Expert")
    chat.world.say(bot, chat.world.direct(bot, erin), "still there?")
    expect(said(page, "still there?")).to_be_visible()
    expect(people(page)).to_have_value("alice@")


def test_a_half_filled_card_is_still_filled_after_leaving_the_chat(chat: Chat) -> None:
    post_form(chat)
    page = chat.open("Erin Expert", "Connect Bot")
    people(page).fill("alice@")
    page.get_by_label("Desk").check()
    page.get_by_label("Remind me").check()
    page.get_by_role("link", name="Support").click()
    expect(page.get_by_role("heading", name="Support")).to_be_visible()
    page.reload()
    page.get_by_role("link", name="Connect Bot").click()
    expect(people(page)).to_have_value("alice@")
    expect(page.get_by_label("Desk")).to_be_checked()
    expect(page.get_by_label("Room 12")).not_to_be_checked()
    expect(page.get_by_label("Remind me")).to_be_checked()


def test_a_bot_that_is_not_in_the_space_can_be_invited_when_it_is_mentioned(chat: Chat) -> None:
    page = chat.open("Erin Expert", "Front desk")
    writing(page).fill("@Connect Bot meet bob@example.com")
    writing(page).press("Enter")
    expect(page.locator("#absent-bot")).to_contain_text("Connect Bot isn’t in Front desk")
    page.get_by_role("button", name="Invite Connect Bot").click()
    expect(page.locator("#space-people")).to_have_text("You, Bob Builder, Connect Bot")
    expect(page.locator("#absent-bot")).to_be_empty()
    writing(page).fill("hello Bob")
    writing(page).press("Enter")
    expect(said(page, "hello Bob")).to_be_visible()
    expect(page.locator("#absent-bot")).to_be_empty()


def test_by_keyboard_one_can_skip_to_the_messages(chat: Chat) -> None:
    page = chat.open("Erin Expert", "Support")
    expect(page.get_by_role("heading", name="Support")).to_be_visible()
    page.evaluate("document.activeElement.blur()")
    page.keyboard.press("Tab")
    skip = page.get_by_role("link", name="Skip to the messages")
    expect(skip).to_be_focused()
    expect(skip).to_be_in_viewport()
    skip.press("Enter")
    page.keyboard.press("Tab")
    expect(page.get_by_role("button", name="Invite", exact=True)).to_be_focused()


def test_messages_cannot_inject_html(chat: Chat) -> None:
    page = chat.open("Erin Expert", "Support")
    writing(page).fill('<img src=x onerror="document.title=1"> [x](javascript:alert(1)) **ok**')
    writing(page).press("Enter")
    message = said(page, "ok")
    expect(message).to_be_visible()
    expect(message.locator(".words img, .words a, .words script")).to_have_count(0)
    expect(page).to_have_title(re.compile("Erin Expert"))


@pytest.mark.long
def test_html_that_slips_past_the_sandbox_is_not_run(chat: Chat) -> None:
    world = chat.world
    message = world.say(world.named("Bob Builder"), world.titled("Support"), "placeholder")
    hostile = (
        '<img src="https://evil.example/x.png" onerror="alert(1)"><script>alert(1)</script>'
        '<a href="javascript:alert(1)">tap</a> <form><input></form>'
        '<strong onclick="alert(1)">ok</strong>'
    )
    world.messages[message.id] = replace(message, html=hostile)
    page = chat.open("Erin Expert", "Support")
    words = said(page, "tap").locator(".words")
    expect(words.locator("strong")).to_have_text("ok")
    expect(words.locator("img, a, script, form, input, [onclick]")).to_have_count(0)
    assert all("Content Security Policy" in fault for fault in chat.faults), chat.faults
    chat.faults.clear()


def test_a_card_cannot_carry_a_script(chat: Chat) -> None:
    bot, erin = chat.world.named("Connect Bot"), chat.world.named("Erin Expert")
    content = {
        "type": "AdaptiveCard",
        "version": "1.3",
        "body": [{"type": "TextBlock", "text": "[tap](javascript:alert) <b>bold</b>"}],
        "actions": [{"type": "Action.OpenUrl", "title": "Open", "url": "javascript:alert(1)"}],
    }
    card = {"contentType": "application/vnd.microsoft.card.adaptive", "content": content}
    draft = Draft(text="Look", cards=(card,))
    chat.world.post(bot, chat.world.direct(bot, erin), draft)
    page = chat.open("Erin Expert", "Connect Bot")
    drawn = page.get_by_role("region", name="Card")
    expect(drawn).to_contain_text("tap <b>bold</b>")
    expect(drawn).to_contain_text("“Open” leads to no web address.")
    expect(drawn.locator("a")).to_have_count(0)


@pytest.mark.long
def test_a_message_that_is_refused_comes_back_with_the_reason(chat: Chat) -> None:
    page = chat.open("Erin Expert", "Support")
    writing(page).fill("x" * 7440)
    writing(page).press("Enter")
    expect(page.locator("#refusal")).to_contain_text("Not sent. Message length limited to 7439")
    expect(writing(page)).to_have_value("x" * 7440)
    (fault,) = chat.faults
    assert "400" in fault, "the browser notes the refusal"
    chat.faults.clear()


def test_a_phone_shows_one_column_with_a_way_back(chat: Chat) -> None:
    page = chat.open("Erin Expert", size=PHONE)
    spaces = page.get_by_role("navigation", name="Spaces")
    expect(spaces).to_be_visible()
    expect(page.get_by_role("main")).to_be_hidden()
    spaces.get_by_role("link", name="Support").click()
    expect(writing(page)).to_be_visible()
    expect(spaces).to_be_hidden()
    assert page.evaluate("document.documentElement.scrollWidth") == PHONE["width"]
    page.get_by_role("link", name="Back to all spaces").click()
    expect(spaces).to_be_visible()
    page.go_back()
    expect(writing(page)).to_be_visible()


@pytest.mark.long
def test_one_browser_can_show_two_people_side_by_side(chat: Chat) -> None:
    page = chat.open("Erin Expert", "Support")
    cast = page.get_by_role("navigation", name="Who you are")
    expect(cast.get_by_role("link", name="Erin Expert")).to_have_attribute("aria-current", "page")
    # Chromium 150 crashes in a tab that a click with Control has opened.
    bob = page.context.new_page()
    bob.goto(urljoin(page.url, cast.get_by_role("link", name="Bob Builder").get_attribute("href")))
    bob.get_by_role("link", name="Support").click()
    writing(bob).fill("hello from Bob")
    writing(bob).press("Enter")
    expect(said(page, "hello from Bob")).to_be_visible()
    expect(said(page, "hello from Bob")).not_to_contain_text("You")
