"""What each command sends to whom: a table in bot/docs/commands.md, made by playing each one."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Literal

from bot.core.conversations.requests.delivery_ways import DIRECT, Ways
from bot.core.domain.access import Access
from tests.doors.visitors import knocks
from tests.stories.fake import FakeStage

IN_WEBEX, BY_MAIL, BY_PHONE = "alice@x.com", "dora@z.net", "+491713920042"
GUESTS = f"{IN_WEBEX} {BY_MAIL} {BY_PHONE}"
COLLEAGUE = "carl@example.com"
MEET = f"meet {GUESTS} about the invoice"
LATER = f"{MEET} tomorrow 3pm"
SPACE = "Support"

PARTIES = {
    "you": ("erin", "erin@example.com", ""),
    "the space": ("", "", ""),
    "a guest in Webex": (IN_WEBEX, IN_WEBEX, ""),
    "a guest by email": (BY_MAIL, BY_MAIL, ""),
    "a guest by text message": ("", "", BY_PHONE),
    "another host": ("carl", COLLEAGUE, ""),
}
"""The columns: the name, the address and the phone number of each."""

KINDS = {
    "This is your host link": "host link",
    "Guest links for": "links to share",
    "Scan to join": "picture to scan",
    "Texts to forward": "texts to forward",
    "Anyone here can join": "link for everyone",
    "I sent you the answer": "“in our direct chat”",
    "ends in a few minutes": "offer of more time",
    "have expired": "that it is over",
    "tarting soon": "reminder with a link",
    "starts soon": "reminder with a link",
    "cancelled the video meeting": "that it is cancelled",
    "withdrawn your invitation": "that it is withdrawn",
    "Message from": "your message",
    "is here for": "who came",
    "Waiting to be let in": "who waits",
    "an expert is needed": "request to take",
    "https://": "link",
    "can read that": "receipt",
    "can come in": "receipt",
    "invited to": "receipt",
    "The meeting is ready": "receipt",
    "Fresh links for": "receipt",
    "now lasts until": "receipt",
    "is now ": "receipt",
    "is cancelled": "receipt",
    "I passed your message": "receipt",
}
"""What a message is, by what stands in it; the first that fits. Anything else is an answer."""


@dataclass(frozen=True)
class Scene:
    """A command, and what was said before it.

    Args:
        command: the command's name, or what else happens.
        said: what is said; empty if only time passes.
        before: what was said before.
        shown: what the table calls it; empty for the command's name.
        by: who says it.
        after: how many minutes pass before it.
        minutes: how many minutes pass then.
        door: when a guest comes to the meeting's door: before it, at that moment, or never.
    """

    command: str
    said: str = ""
    before: tuple[str, ...] = ()
    shown: str = ""
    by: str = "erin"
    after: float = 0
    minutes: float = 0
    door: Literal["before", "then", ""] = ""

    @property
    def title(self) -> str:
        """What the table calls it."""
        return self.shown or f"`{self.command}`"


RUNS = (MEET, f"cohost {COLLEAGUE}")
WAITS = f"{MEET} admit first"
PLANNED = (LATER, f"cohost {COLLEAGUE}")
CROWDED = (
    Scene("meet", f"{LATER} 2 guests 2 hosts"),
    Scene("meet", f"{MEET}, here, 2 guests"),
    Scene("add", f"add {GUESTS} 2 guests", ("meet about the invoice",)),
    Scene("text for", "text for all", RUNS),
    Scene("resend", "resend all", (f"{MEET}, 2 guests 2 hosts",)),
    Scene("extend", "extend 30m", (f"{MEET}, 2 guests 2 hosts", f"cohost {COLLEAGUE}")),
    Scene("move", "move to tomorrow 4pm", (f"{LATER} 2 guests 2 hosts",)),
    Scene("extend", "extend 30m", ("meet",)),
    Scene("cancel", "cancel", (f"{LATER} 2 guests 2 hosts",)),
    Scene("meet", f"{MEET} bob@nowhere.org fay@nowhere.org 2 guests"),
)
"""Scenes with much to share, which the table doesn't have."""

ASKED = ("group cardiology is here", f"expert cardiology for {GUESTS}")
SCENES = (
    Scene("meet", MEET, shown="`meet PEOPLE`"),
    Scene("meet", LATER, shown="`meet PEOPLE WHEN`"),
    Scene("meet", "meet", shown="`meet`"),
    Scene("meet", f"{MEET}, here", shown="`meet PEOPLE here`"),
    Scene("meet", "meet 3 guests", shown="`meet 3 guests`"),
    Scene("meet", "meet qr", shown="`meet qr`"),
    Scene("add", f"add {GUESTS}", ("meet about the invoice",)),
    Scene("resend", "resend all", RUNS, shown="`resend all`"),
    Scene("text for", f"text for {IN_WEBEX}", RUNS),
    Scene("tell", "tell all: I’m late", RUNS, shown="`tell all`"),
    Scene("remove", f"remove {GUESTS}", RUNS),
    Scene("handover", f"handover {COLLEAGUE}", (MEET,)),
    Scene("cohost", f"cohost {COLLEAGUE}", (MEET,)),
    Scene("extend", "extend 30m", RUNS),
    Scene("move", "move to tomorrow 4pm", PLANNED),
    Scene("cancel", "cancel", RUNS, shown="`cancel`, while it runs"),
    Scene("cancel", "cancel", PLANNED, shown="`cancel`, before it"),
    Scene("rename", "rename to Budget", RUNS),
    Scene("again", "again", RUNS),
    Scene("", shown="a guest comes to the door", before=(MEET,), door="then"),
    Scene("reply", "reply coming", (MEET,), door="before"),
    Scene("", shown="a guest waits at the door", before=(WAITS,), door="then"),
    Scene("let in", "let in all", (WAITS,), door="before"),
    Scene("expert", f"expert cardiology for {GUESTS}", (f"group cardiology is {COLLEAGUE}",)),
    Scene("take", "take #1", ASKED),
    Scene("not me", "not me #1", ASKED),
    Scene("give back", "give back #1: ask a surgeon", (*ASKED, "take #1")),
    Scene("keep waiting", "keep waiting #1", ASKED),
    Scene("desk", "desk", ASKED),
    Scene("next shift", "next shift #1", ASKED),
    Scene("experts", "experts"),
    Scene("group", f"group cardiology is {COLLEAGUE}"),
    Scene("poster", "poster front desk for cardiology", (f"group cardiology is {COLLEAGUE}",)),
    Scene("who is on for", "who is on for cardiology", (f"group cardiology is {COLLEAGUE}",)),
    Scene("on duty", "on duty", ("group cardiology is erin@example.com",)),
    Scene("off duty", "off duty", ("group cardiology is erin@example.com",)),
    Scene("swap", f"swap with {COLLEAGUE}", ("group cardiology is erin@example.com",)),
    Scene("meetings", "meetings", RUNS),
    Scene("status", "status", RUNS),
    Scene("devices", "devices"),
    Scene("defaults", "defaults"),
    Scene("join", "join 123456789"),
    Scene("host", "host 123456789"),
    Scene("plan", "plan"),
    Scene("help", "help"),
    Scene("check", "check"),
    Scene("about", "about"),
    Scene(
        "tell host",
        "tell host: I’m late",
        RUNS,
        shown="`tell host: I’m late`, said by a guest",
        by=IN_WEBEX,
    ),
    Scene("my link", "my link", RUNS, shown="`my link`, said by a guest", by=IN_WEBEX),
    Scene(
        "",
        shown="ten minutes before a later meeting",
        before=PLANNED,
        after=60,
        minutes=28 * 60 + 55,
    ),
    Scene("", shown="ten minutes before the end", before=RUNS, minutes=51),
    Scene("", shown="at the end", before=RUNS, after=51, minutes=10),
)


@dataclass(frozen=True)
class Sent:
    """A message.

    Args:
        id: its id.
        text: what it says.
        has_picture: whether it shows one.
    """

    id: str
    text: str
    has_picture: bool = False

    @property
    def kind(self) -> str:
        """What it is, in words."""
        return next((kind for part, kind in KINDS.items() if part in self.text), "answer")


@cache  # two tests and the table look at the same scenes
def played(scene: Scene, *, direct: bool) -> dict[str, list[Sent]]:
    """Play a scene; return what it sent to each party.

    Args:
        scene: what happens.
        direct: whether it is said in a direct chat, and not in a space.
    """
    core, place = FakeStage(), None if direct else SPACE
    core.settings(
        ways=Ways(mail=True, rules={"x.com": DIRECT}), admins=Access.parse("erin@example.com")
    )
    if scene.door:
        core.settings(doors_at="https://door.example")
    core.makes_host("carl")
    for each in scene.before:
        core.hears("erin", each, space=place)
    core.passes(minutes=scene.after)
    if scene.door == "before":
        knocks(core, core.told(IN_WEBEX)[-1].link)
    known = {each.id for who in PARTIES for each in _sent(core, who)}
    if scene.said:
        core.hears(scene.by, scene.said, space=place if scene.by == "erin" else None)
    if scene.door == "then":
        knocks(core, core.told(IN_WEBEX)[-1].link)
    core.passes(minutes=scene.minutes)
    got = {who: [each for each in _sent(core, who) if each.id not in known] for who in PARTIES}
    core.close()
    return got


def _sent(core: FakeStage, who: str) -> list[Sent]:
    name, email, phone = PARTIES[who]
    notes = core.told(name) if name else core.posted_in(SPACE) if who == "the space" else []
    mails = enumerate(core.mailed(email) if email else [])
    texts = enumerate(core.texted(phone) if phone else [])
    return [
        *(Sent(each.id, each.text, bool(core.world.messages[each.id].files)) for each in notes),
        *(Sent(f"mail {at} {who}", f"{each.subject} {each.text}") for at, each in mails),
        *(Sent(f"text {at} {who}", each) for at, each in texts),
    ]


@cache
def table() -> str:
    """Return the table: what each party gets when something is said in a space."""
    rows = [f"| what you say in a space | {' | '.join(PARTIES)} |", f"|---{'|---' * len(PARTIES)}|"]
    for scene in SCENES:
        got = played(scene, direct=False)
        cells = [", ".join(each.kind for each in sent) for sent in got.values()]
        rows.append(f"| {scene.title} | {' | '.join(cells)} |")
    return "\n".join(rows)
