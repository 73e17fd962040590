"""Sentences and the commands they mean: some as in a manual, some as people type."""

from __future__ import annotations

from bot.core.domain.commands import Command, Guest, Help, Meet, Nothing, Sayable, Thanks, Unclear
from bot.core.domain.hints import Hint

ALICE = Guest(email="alice@x.com")
ALICE_SMITH = Guest(email="alice@x.com", name="Alice Smith")
BOB = Guest(person_id="Qk9C", name="Bob")
BOB_BY_MAIL = Guest(email="bob@y.org")
CARL = Guest(email="carl@z.net")

INVOICE = "the invoice"


def meet(*guests: Guest, about: str | None = None, here: bool = False) -> Meet:
    return Meet(guests, about, here)


def ask(hint: Hint, said: str, meant: Sayable | None = None) -> Unclear:
    return Unclear(said, hint, meant)


# `@Bob` stands for a mention of Bob; `\@` for an @ that was typed and is none.
AS_WRITTEN: list[tuple[str, Command]] = [
    ("meet", meet()),
    ("meet here", meet(here=True)),
    ("meet now", meet()),
    ("meet alice@x.com", meet(ALICE)),
    ("meet @Bob", meet(BOB)),
    ("meet alice@x.com @Bob", meet(ALICE, BOB)),
    ("meet alice@x.com and @Bob", meet(ALICE, BOB)),
    ("meet alice@x.com, @Bob and carl@z.net", meet(ALICE, BOB, CARL)),
    ("meet with alice@x.com", meet(ALICE)),
    ("meet alice@x.com about the invoice", meet(ALICE, about=INVOICE)),
    ("meet about the invoice", meet(about=INVOICE)),
    ("meet about the invoice with alice@x.com", meet(ALICE, about=INVOICE)),
    (
        "meet about the invoice with alice@x.com and @Bob here",
        meet(ALICE, BOB, about=INVOICE, here=True),
    ),
    ("meet here about the invoice with alice@x.com", meet(ALICE, about=INVOICE, here=True)),
    ("meet about the invoice, here, with alice@x.com", meet(ALICE, about=INVOICE, here=True)),
    (
        "meet alice@x.com and @Bob about the invoice, here",
        meet(ALICE, BOB, about=INVOICE, here=True),
    ),
    ("meet here alice@x.com", meet(ALICE, here=True)),
    ('meet alice@x.com about "the problem here"', meet(ALICE, about="the problem here")),
    ('meet alice@x.com about "the problem" here', meet(ALICE, about="the problem", here=True)),
    ('meet alice@x.com "the invoice"', meet(ALICE, about=INVOICE)),
    ('meet "the invoice" alice@x.com', meet(ALICE, about=INVOICE)),
    ("meet alice@x.com re: the invoice", meet(ALICE, about=INVOICE)),
    ("meet alice@x.com subject: the invoice", meet(ALICE, about=INVOICE)),
    ("meet alice@x.com regarding the invoice", meet(ALICE, about=INVOICE)),
    ("meet about the problem here in Berlin", meet(about="the problem here in Berlin")),
    ("meet about what we deal with", meet(about="what we deal with")),
    ("meet about rock and roll", meet(about="rock and roll")),
    ("meet about help with alice@x.com", meet(ALICE, about="help")),
    ('meet about "a letter from @Bob"', meet(about="a letter from Bob")),
    ('meet about "alice@x.com" with @Bob', meet(BOB, about="alice@x.com")),
    ('meet about the "big" invoice', meet(about='the "big" invoice')),
    ('meet about "the ""big"" invoice"', meet(about='the "big" invoice')),
    ("meeting with alice@x.com", meet(ALICE)),
    ("start a meeting", meet()),
    ("start a meeting with alice@x.com about the invoice", meet(ALICE, about=INVOICE)),
    ("set up a call with alice@x.com", meet(ALICE)),
    ("call alice@x.com", meet(ALICE)),
    ("video call with @Bob", meet(BOB)),
    ("create a new meeting", meet()),
    ("connect with alice@x.com", meet(ALICE)),
    ("talk to alice@x.com", meet(ALICE)),
    ("meet Alice Smith <alice@x.com>", meet(ALICE_SMITH)),
    ('meet "Alice Smith" <alice@x.com>', meet(ALICE_SMITH)),
    ("meet alice@help.com", meet(Guest(email="alice@help.com"))),
    ("meet help@meet.com", meet(Guest(email="help@meet.com"))),
    ("help", Help()),
    ("help meet", Help("meet")),
    ("help meeting", Help("meeting")),
    ("help when", Help("when")),
    ("help how long", Help("how long")),
    ("help with", Help("devices")),
    ("help devices", Help("devices")),
    ("help call", Help("meet")),
    ("help foo", ask(Hint.NO_TOPIC, "foo")),
    ("help me with the cat", ask(Hint.NO_TOPIC, "cat")),
    ("help with everything", Help()),
    ("meet help", Help("meet")),
    ("commands", Help()),
    ("what can you do", Help()),
    ("?", Help()),
    ("", Nothing()),
    ("hello", Nothing()),
    ("meet alice", ask(Hint.WHO, "alice")),
    ("do not meet", ask(Hint.UNKNOWN, "do not meet")),
    ("do not meet alice@x.com", ask(Hint.UNKNOWN, "do not meet alice@x.com")),
    ("never meet @Bob", ask(Hint.UNKNOWN, "never meet Bob")),
    ("alice@x.com", ask(Hint.NO_VERB, "alice@x.com", meet(ALICE))),
    ("@Bob", ask(Hint.NO_VERB, "Bob", meet(BOB))),
    ("visio avec alice@x.com, sujet : devis toiture", Meet((ALICE,), "devis toiture")),
    ("meet alice@x.com about - the roof", Meet((ALICE,), "the roof")),
    ("triff alice@x.com regelmäßig um 15 uhr", ask(Hint.SERIES, "regelmäßig")),
    ("grüß gott, triff alice@x.com", Meet((ALICE,))),
    ("triff alice@x.com außer bob@x.com", ask(Hint.EXCEPT, "außer")),
    ("extend 45 min 20 min", ask(Hint.HOW_LONG, "45 min 20 min")),
    ("meet alice@x.com for 20 min 45 min", ask(Hint.HOW_LONG, "for 20 min 45 min")),
    ("meet alice@x.com not @Bob", ask(Hint.EXCEPT, "not")),
    ("meet alice@x.com tomorrow with carl", ask(Hint.WHAT_HOUR, "tomorrow")),
    ("meet about a letter from @Bob", ask(Hint.SUBJECT, "Bob")),
    ("meet about @Bob", ask(Hint.SUBJECT, "Bob")),
    ("meet about the invoice and @Bob", ask(Hint.SUBJECT, "Bob")),
    ("meet about the invoice of @Bob, urgently", ask(Hint.SUBJECT, "Bob")),
    ('meet "one" "two"', ask(Hint.WHO, '"two"')),
]

AS_TYPED: list[tuple[str, Command]] = [
    ("help time zone", Help("when")),
    ("help dates pls", Help("when")),
    ("help with meet", Help("meet")),
    ("help duration?", Help("how long")),
    ("help qr", Help("people")),
    ("help me please", Help()),
    ("how do I add somebody to the meeting", Help("add")),
    ("how to cancel?", Help("cancel")),
    ("what does extend do", Help("extend")),
    ("how does this work", Help()),
    ("hilfe", Help()),
    ("help cancle", ask(Hint.NO_TOPIC, "cancle")),
    ("MEET", meet()),
    ("Meet!", meet()),
    ("/meet", meet()),
    (" meet ", meet()),
    ("*meet*", meet()),
    ("`meet alice@x.com`", meet(ALICE)),
    ("/meet Alice@X.com.", meet(Guest(email="Alice@x.com"))),
    ("meet ALICE@X.COM alice@x.com", meet(Guest(email="ALICE@x.com"))),
    ("meet alice@x.com alice@x.com, @Bob @Bob", meet(ALICE, BOB)),
    ("meet\nalice@x.com\nbob@y.org", meet(ALICE, BOB_BY_MAIL)),
    ("meet alice@x.com,bob@y.org;carl@z.net", meet(ALICE, BOB_BY_MAIL, CARL)),
    ("meet alice@x.com;bob@y.org;", meet(ALICE, BOB_BY_MAIL)),
    ("meet alice@x.com & bob@y.org + carl@z.net", meet(ALICE, BOB_BY_MAIL, CARL)),
    ("meet alice@x.com  plus   @Bob", meet(ALICE, BOB)),
    ("meet @Bob,alice@x.com", meet(BOB, ALICE)),
    ("meet mailto:alice@x.com", meet(ALICE)),
    ("meet <mailto:alice@x.com>", meet(ALICE)),
    ("meet <alice@x.com>, <bob@y.org>", meet(ALICE, BOB_BY_MAIL)),
    ("meet [alice@x.com](mailto:alice@x.com)", meet(ALICE)),
    ("meet [Alice Smith](mailto:alice@x.com)", meet(ALICE_SMITH)),
    ("meet 'alice@x.com'", meet(ALICE)),
    ('meet "alice@x.com"', meet(ALICE)),
    ("meet (alice@x.com)", meet(ALICE)),
    ("meet Alice Smith (alice@x.com)", meet(ALICE_SMITH)),
    ("meet Alice Smith<alice@x.com>", meet(ALICE_SMITH)),
    ("meet alice@x.com.", meet(ALICE)),
    ("can you meet alice@x.com?", meet(ALICE)),
    ("can we meet ?", ask(Hint.QUESTION, "can we meet ?", meet())),
    ("meet to: alice@x.com", meet(ALICE)),
    (
        "meet Smith, Alice <alice@x.com>; Jones, Bob <bob@y.org>",
        meet(
            Guest(email="alice@x.com", name="Smith, Alice"),
            Guest(email="bob@y.org", name="Jones, Bob"),
        ),
    ),
    ('meet "Smith, Alice" <alice@x.com>', meet(Guest(email="alice@x.com", name="Smith, Alice"))),
    (
        "meet about the invoice with Alice Smith <alice@x.com>",
        meet(ALICE_SMITH, about=INVOICE),
    ),
    ("please meet alice@x.com", meet(ALICE)),
    ("hi can you please start a quick video call with alice@x.com thanks", meet(ALICE)),
    ("Hey bot, could you meet @Bob please?", meet(BOB)),
    ("ok lets meet", meet()),
    ("Let’s meet here", meet(here=True)),
    ("i'd like to meet alice@x.com", meet(ALICE)),
    ("I need a meeting with alice@x.com about the invoice pls", meet(ALICE, about=INVOICE)),
    ("meet alice@x.com about the invoice thank you", meet(ALICE, about=INVOICE)),
    ("meet me and alice@x.com", meet(ALICE)),
    ("call me", ask(Hint.SLIP, "call me", meet())),
    ("ring me", ask(Hint.SLIP, "ring me", meet())),
    ("meet alice@x.com right now!!!", meet(ALICE)),
    ("📞 meet alice@x.com 🙏", meet(ALICE)),
    ("meet 👉 @Bob 👈 here", meet(BOB, here=True)),
    ("meet alice@x.com about the invoice 🙏", meet(ALICE, about="the invoice 🙏")),
    ("meet about the invoice alice@x.com 🙏", ask(Hint.SUBJECT, "alice@x.com")),
    ("meet about the 👩‍⚕️ visit", meet(about="the 👩‍⚕️ visit")),
    ("meet alice@x.com re:the invoice", meet(ALICE, about=INVOICE)),
    ("meet alice@x.com subject:the invoice", meet(ALICE, about=INVOICE)),
    ("meet alice@x.com about “the invoice”", meet(ALICE, about=INVOICE)),
    ("meet alice@x.com about „the invoice“ here", meet(ALICE, about=INVOICE, here=True)),
    ("meet alice@x.com about «the invoice»", meet(ALICE, about=INVOICE)),
    ('meet about the 5" screen', meet(about='the 5" screen')),
    ('meet about "never closed', meet(about='"never closed')),
    ("meet alice@x.com about", meet(ALICE)),
    ("meet about the invoice, alice@x.com", meet(ALICE, about=INVOICE)),
    ("meet about the invoice @Bob", ask(Hint.SUBJECT, "Bob")),
    ("meet about the invoice\nalice@x.com", meet(ALICE, about=INVOICE)),
    ("meet ａｌｉｃｅ＠ｘ．ｃｏｍ", meet(ALICE)),
    ("ｍｅｅｔ alice@x.com", meet(ALICE)),
    ("me\u200bet ali\u200bce@x.com\ufeff", meet(ALICE)),
    ("\u202emeet\u202c \u2066alice@x.com\u2069", meet(ALICE)),
    ("meet\u00a0alice@x.com\u3000@Bob", meet(ALICE, BOB)),
    ("meet alice@x.com，@Bob、carl@z.net", meet(ALICE, BOB, CARL)),
    ("meet jörg@bücher.de", meet(Guest(email="jörg@bücher.de"))),
    ("meet 用户@例子.广告", meet(Guest(email="用户@例子.广告"))),
    ("meet about 請求書 with alice@x.com", meet(ALICE, about="請求書")),
    ("meet about فاتورة يناير with alice@x.com", meet(ALICE, about="فاتورة يناير")),
    ("meet about חשבונית", meet(about="חשבונית")),
    ("meet about \u202efdp.exe\u202c now what", meet(about="fdp.exe now what")),
    (
        "meet alice@x.com about <@all> **free** [money](https://x.com)",
        meet(ALICE, about="**free** [money](https://x.com)"),
    ),
    ("Help!", Help()),
    ("/help", Help()),
    ("can you help me?", Help()),
    ("i need help", Help()),
    ("??", Help()),
    ("What can you do?", Help()),
    ("hi there", Nothing()),
    ("🙏", Thanks()),
    ("\u200b", Nothing()),
    ("thanks!", Thanks()),
    ("mete alice@x.com", ask(Hint.SLIP, "mete", meet(ALICE))),
    ("meeet", ask(Hint.SLIP, "meeet", meet())),
    ("met @Bob", ask(Hint.SLIP, "met", meet(BOB))),
    ("metting with @Bob", ask(Hint.SLIP, "metting with", meet(BOB))),
    ("strat a meeting", ask(Hint.SLIP, "strat meeting", meet())),
    ("start a meting with alice@x.com", ask(Hint.SLIP, "start meting", meet(ALICE))),
    ("cal alice@x.com", ask(Hint.SLIP, "cal", meet(ALICE))),
    ("hlep", ask(Hint.SLIP, "hlep", Help())),
    ("helpp meet", ask(Hint.SLIP, "helpp meet", Help("meet"))),
    ("alice@x.com @Bob meet", ask(Hint.NO_VERB, "alice@x.com Bob meet", meet(ALICE, BOB))),
    ("meet \\@Bob", ask(Hint.WHO, "@Bob")),
    ("meet Alice Smith", ask(Hint.WHO, "Alice Smith")),
    ("meet alice, Bob <bob@y.org>", ask(Hint.WHAT, "alice")),
    ("meet alice@x", ask(Hint.ADDRESS, "alice@x")),
    ("meet alice@@x.com", ask(Hint.ADDRESS, "alice@@x.com")),
    ("meet alice@x..com", ask(Hint.ADDRESS, "alice@x..com")),
    ("meet alice@x.com's team", ask(Hint.ADDRESS, "alice@x.com's")),
    ("meet @Bob's team", ask(Hint.WHAT, "'s team")),
    ("don’t meet alice@x.com", ask(Hint.UNKNOWN, "don’t meet alice@x.com")),
    ("lets not meet", ask(Hint.UNKNOWN, "not meet")),
    ("nice to meet you", ask(Hint.UNKNOWN, "nice to meet you")),
    ("lunch?", ask(Hint.UNKNOWN, "lunch?")),
    ("did you meet alice@x.com", ask(Hint.UNKNOWN, "did you meet alice@x.com")),
    ("meetign", ask(Hint.SLIP, "meetign", meet())),
]

SENTENCES = AS_WRITTEN + AS_TYPED


def markup(sentence: str) -> str:
    """Return `sentence` as a message's text, with Bob mentioned in it."""
    bob = f"<@personId:{BOB.person_id}|{BOB.name}>"
    typed = sentence.replace("\\@", "\0")
    return typed.replace("@Bob", bob).replace("\0", "@")


def without_subject(command: Command) -> dict[str, object]:
    """Return a command whose subject or message, translated too, is only said to be there."""
    which = getattr(command, "which", None)
    named = which and (which.number, bool(which.words))
    kind = type(command).__name__
    return vars(command) | {
        "kind": kind,
        "subject": bool(getattr(command, "subject", "")),
        "text": bool(getattr(command, "text", "")),
        "note": bool(getattr(command, "note", "")),
        "which": named,
    }
