"""Questions about the bot itself, and their answers in two sentences.

The page `bot/docs/questions.md` is made of this table.
"""

from __future__ import annotations

from dataclasses import dataclass

from bot.core.wording.languages import msgid


@dataclass(frozen=True)
class Question:
    """A question about the bot.

    Args:
        name: by which tables of examples know it, as `? account`.
        title: the question as one would ask it.
        answer: in at most two sentences; `{guests}`, `{early}` and `{remind}` are the
            installation's own numbers.
    """

    name: str
    title: str
    answer: str


QUESTIONS = (
    Question(
        "account",
        "Do guests need an account or an app?",
        msgid("No: a guest opens the link in a browser, without an account and without an app."),
    ),
    Question(
        "phone",
        "Can I join on a phone or a tablet?",
        msgid(
            "Yes: the link opens in the browser of a phone, a tablet or a computer. Camera and"
            " microphone have to be allowed there."
        ),
    ),
    Question(
        "dial-in",
        "Can somebody dial in by telephone?",
        msgid(
            "No, there is no number to dial: everybody opens a link in a browser. A phone number"
            " gets that link as a text message."
        ),
    ),
    Question(
        "secure",
        "Is it secure?",
        msgid(
            "Each link is made for one meeting, encrypted, and works until it expires; the host"
            " link goes to you alone, in our direct chat. How Webex encrypts the call itself,"
            " whoever runs Webex for you can tell."
        ),
    ),
    Question(
        "privacy",
        "What do you keep about my guests?",
        msgid(
            "I keep names and addresses until some days after the meeting, and neither links nor"
            " what is said in the meeting. Whether that fits your rules, such as HIPAA or the GDPR,"
            " whoever runs me can tell."
        ),
    ),
    Question(
        "shared link",
        "Can somebody else open a guest's link?",
        msgid(
            "Yes: whoever has a link can open it until it expires, so give each only to whom it is"
            " for. A link that was opened or copied cannot be taken back."
        ),
    ),
    Question(
        "host link",
        "Who sees the host link?",
        msgid(
            "You alone: it stands in our direct chat and never in a space. Whoever opens it is the"
            " host, so please do not forward it; for a colleague say `cohost` or `handover`."
        ),
    ),
    Question(
        "what guests see",
        "What do guests see of me?",
        msgid(
            "Guests read your e-mail address, the subject and the time, and get a link of their"
            " own. They see neither a phone number of yours nor the links of others."
        ),
    ),
    Question(
        "valid",
        "How long does a link work?",
        msgid(
            "As long as stands beside it: an hour, if nothing else was said or set. `meet … for"
            " 90m` asks for longer, and `extend` makes all links of a meeting work longer."
        ),
    ),
    Question(
        "expired",
        "What happens when a link expires?",
        msgid(
            "It does not open the meeting any more. Say `extend` before that, or `meet` for a new"
            " meeting."
        ),
    ),
    Question(
        "early",
        "What if somebody opens the link too early?",
        msgid(
            "A planned meeting opens {early} minutes before its time; until then the link says that"
            " it is too early. Just open it again later."
        ),
    ),
    Question(
        "cancelled",
        "What happens when I cancel?",
        msgid(
            "I take back my messages with links and tell the guests. A link that somebody opened or"
            " copied still works until it expires."
        ),
    ),
    Question(
        "how many",
        "How many people can join?",
        msgid(
            "One meeting can have {guests} guests, each with a link of their own. `meet 3 guests`"
            " gives you spare links to hand on."
        ),
    ),
    Question(
        "whatsapp",
        "Can you write to WhatsApp?",
        msgid(
            "I do not write to WhatsApp or other messengers. `text for alice@x.com` gives you a text"
            " with a fresh link to paste there."
        ),
    ),
    Question(
        "sms",
        "Can you send text messages?",
        msgid(
            "Yes, where that is set up: name a phone number, as in `meet +49 171 3920042`."
            " Otherwise you get the words to send yourself."
        ),
    ),
    Question(
        "mail",
        "Do guests get an e-mail?",
        msgid(
            "Guests outside Webex get an e-mail where that is set up, otherwise a direct message;"
            " `status` says who was reached how. Who was not reached, I tell you at once."
        ),
    ),
    Question(
        "calendar",
        "Does it work with Outlook and other calendars?",
        msgid(
            "The e-mail for a planned meeting has an invitation for the guest's calendar. There is"
            " nothing to install in Outlook."
        ),
    ),
    Question(
        "reminder",
        "Do you send reminders?",
        msgid(
            "Yes: {remind} minutes before a planned meeting I remind you and your guests. Nothing"
            " has to be set for that."
        ),
    ),
    Question(
        "series",
        "Can I have a meeting every week?",
        msgid("No, each meeting is asked for on its own. Say `meet` and when for the next one."),
    ),
    Question(
        "languages",
        "Which languages do you speak?",
        msgid(
            "I write to guests in English, German, French, Spanish, Italian, Portuguese, Dutch and"
            " Japanese, as in `meet alice@x.com in Spanish`. `defaults language de` sets in which I"
            " write to you."
        ),
    ),
    Question(
        "record",
        "Can I record a meeting?",
        msgid(
            "What happens in the meeting, such as recording, sharing or letting somebody in, its"
            " host does there. Open your host link; `resend me` gives you another."
        ),
    ),
    Question(
        "cost",
        "What does it cost?",
        msgid(
            "I do not know what your organisation pays for Webex. Guests need nothing but a"
            " browser."
        ),
    ),
    Question(
        "who may",
        "Who may use you?",
        msgid(
            "Everybody whose address whoever runs me has allowed. Guests from elsewhere can ask me"
            " for their own link."
        ),
    ),
    Question(
        "support",
        "Who can help me?",
        msgid(
            "`help` says what I can do, and `status` who got which link. For everything else ask"
            " whoever runs me in your organisation."
        ),
    ),
)
NAMED = {each.name: each for each in QUESTIONS}
