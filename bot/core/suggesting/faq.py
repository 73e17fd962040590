"""Questions about the bot itself, and their answers in two sentences.

The page `bot/docs/questions.md` is made of this table.
"""

from __future__ import annotations

from dataclasses import dataclass

from bot.core.wording.languages import msgid


@dataclass(frozen=True)
class FrequentQuestion:
    """A question about the bot.

    Args:
        name: its name in the tables of examples, such as `account` in `? account`.
        title: the question as people would ask it.
        answer: at most two sentences; `{guests}`, `{early}` and `{remind}` are the
            installation’s own numbers.
    """

    name: str
    title: str
    answer: str


QUESTIONS = (
    FrequentQuestion(
        "account",
        "Do guests need an account or an app?",
        msgid("Guests open their link in a browser; they need no account and no app."),
    ),
    FrequentQuestion(
        "phone",
        "Can I join on a phone or a tablet?",
        msgid(
            "The link opens in the browser of a phone, a tablet or a computer. Allow the"
            " camera and the microphone when the browser asks."
        ),
    ),
    FrequentQuestion(
        "dial-in",
        "Can somebody dial in by phone?",
        msgid(
            "There is no dial-in number: everybody joins with a link in a browser. You can"
            " send the link to a phone number, as in `meet +49 171 3920042`."
        ),
    ),
    FrequentQuestion(
        "secure",
        "Is it secure?",
        msgid(
            "Every link is encrypted, works for one meeting only and expires; the host link"
            " goes to nobody but you. Ask your Webex administrator how Webex encrypts the"
            " call."
        ),
    ),
    FrequentQuestion(
        "privacy",
        "What do you keep about my guests?",
        msgid(
            "I keep names and addresses until a few days after the meeting. I never keep"
            " links or anything that is said in a meeting."
        ),
    ),
    FrequentQuestion(
        "compliant",
        "Is it HIPAA or GDPR compliant?",
        msgid(
            "That depends on your organization and its contract with Webex; ask your"
            " administrator. I keep names and addresses only until a few days after a meeting,"
            " and never links or what is said in it."
        ),
    ),
    FrequentQuestion(
        "shared link",
        "Can somebody else use a guest’s link?",
        msgid(
            "Anyone who has a link can use it until it expires, so give each link only to"
            " the person it’s for."
        ),
    ),
    FrequentQuestion(
        "host link",
        "Who sees the host link?",
        msgid(
            "Only the host gets the host link, in our direct chat. Don’t forward it; to let"
            " a colleague host, say `cohost` or `handover`."
        ),
    ),
    FrequentQuestion(
        "what guests see",
        "What do guests see of me?",
        msgid(
            "Guests see your name, your organization and the subject of the meeting, and in emails"
            " and calendar entries also your address. They don’t see your phone number or other"
            " guests’ links."
        ),
    ),
    FrequentQuestion(
        "valid",
        "How long does a link work?",
        msgid(
            "Each message says how long its link works. Say `for 90m` when you invite, or"
            " `extend` later, to make the links of a meeting work longer."
        ),
    ),
    FrequentQuestion(
        "expired",
        "What happens when a link expires?",
        msgid(
            "An expired link no longer opens the meeting. Say `extend` before that happens,"
            " or `meet` to start a new meeting."
        ),
    ),
    FrequentQuestion(
        "early",
        "What if a guest opens the link too early?",
        msgid(
            "Links of a planned meeting start to work {early} minutes before it begins."
            " Until then, guests are told that it’s too early and can try again later."
        ),
    ),
    FrequentQuestion(
        "cancelled",
        "What happens when I cancel?",
        msgid(
            "I delete my messages with links and tell the guests. Links to my pages stop working"
            " at once for everybody who hasn’t joined yet; any other link that was opened or"
            " copied works until it expires."
        ),
    ),
    FrequentQuestion(
        "how many",
        "How many people can join?",
        msgid(
            "A meeting can have up to {guests} guests, each with their own link. Say `meet 3"
            " guests` for links to hand out yourself."
        ),
    ),
    FrequentQuestion(
        "whatsapp",
        "Can you send the link by WhatsApp?",
        msgid(
            "I can’t send messages to WhatsApp. Say `text for alice@x.com` to get a text"
            " with a new link that you can paste there."
        ),
    ),
    FrequentQuestion(
        "sms",
        "Can you send text messages?",
        msgid(
            "I do if your organization has set it up: invite a phone number, as in `meet +49"
            " 171 3920042`. If not, you get the text to send yourself."
        ),
    ),
    FrequentQuestion(
        "mail",
        "How do guests get their link?",
        msgid(
            "By direct message in Webex, by email or by text message, depending on what"
            " your organization has set up. `status` shows who was reached, and I tell you"
            " right away if somebody wasn’t."
        ),
    ),
    FrequentQuestion(
        "calendar",
        "Does it work with Outlook and other calendars?",
        msgid(
            "The email for a planned meeting contains a calendar invitation that Outlook"
            " and other calendars can read. There is nothing to install."
        ),
    ),
    FrequentQuestion(
        "reminder",
        "Do you send reminders?",
        msgid("I remind you and your guests {remind} minutes before a planned meeting."),
    ),
    FrequentQuestion(
        "series",
        "Can I repeat a meeting every week?",
        msgid("I can’t repeat meetings. Say `meet` with a day and a time for each one."),
    ),
    FrequentQuestion(
        "condition",
        "Can you do something later, or only if something happens?",
        msgid(
            "I can’t do things later or on a condition, so I did nothing; tell me when it’s"
            " time. A meeting can be planned, as in `meet alice@x.com tomorrow 3pm`."
        ),
    ),
    FrequentQuestion(
        "languages",
        "Which languages do you speak?",
        msgid(
            "I write to guests in English, German, French, Spanish, Italian, Portuguese,"
            " Dutch and Japanese, as in `meet alice@x.com in Spanish`. `defaults language"
            " de` sets the language I use with you."
        ),
    ),
    FrequentQuestion(
        "record",
        "Can I record a meeting or share my screen?",
        msgid(
            "You do that in the meeting itself, as its host: open your host link. Say"
            " `resend me` if you need the link again."
        ),
    ),
    FrequentQuestion(
        "waiting room",
        "Is there a waiting room?",
        msgid(
            "If your organization has set up pages for guests, say `admit first` when you"
            " invite, and guests wait until you let them in. `let in all` admits everybody who"
            " is waiting."
        ),
    ),
    FrequentQuestion(
        "join",
        "How do I get in?",
        msgid(
            "Open your own link in a browser. If you can’t find it, say `resend me` as the"
            " host, or `my link` as a guest."
        ),
    ),
    FrequentQuestion(
        "room",
        "Is a room free?",
        msgid(
            "I can’t see which rooms are free; a calendar can. Say `devices` for the rooms"
            " that a meeting can dial."
        ),
    ),
    FrequentQuestion(
        "cost",
        "What does it cost?",
        msgid(
            "I don’t know what your organization pays for Webex; ask your Webex"
            " administrator. Guests need nothing but a browser."
        ),
    ),
    FrequentQuestion(
        "who may",
        "Who can use you?",
        msgid(
            "Everyone your administrator has allowed. Guests from elsewhere can only ask me"
            " for their own link."
        ),
    ),
    FrequentQuestion(
        "support",
        "Who can help me?",
        msgid(
            "Say `help` to see what I can do. For anything else, ask the person in your"
            " organization who runs this bot."
        ),
    ),
)
NAMED = {each.name: each for each in QUESTIONS}
