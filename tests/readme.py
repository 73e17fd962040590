"""What README.md, the pages of docs and .env.example take from the code.

``python -m tests.readme --write`` updates them.
"""

from __future__ import annotations

import json
import sys
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from pydantic import SecretStr
from pydantic.fields import FieldInfo

from bot.core.domain.joseencrypt import COMMERCIAL
from bot.core.domain.links import GuestLink
from bot.core.domain.meetings import Meeting
from bot.core.domain.program_events import MEANINGS
from bot.core.parsing.grammar import RULES
from bot.core.parsing.rule import Rule
from bot.core.replies import invitation_text
from bot.core.steps.sms_steps import empty_message
from bot.core.suggesting.faq import QUESTIONS
from bot.core.wording.help_topics import TOPICS
from bot.process.translations import spoken
from bot.settings import Settings
from tests import fault_table, messages_by_command, tree

ROOT = Path(__file__).parent.parent
README = ROOT / "README.md"
PHONE = "+491713920042"
MORNING = datetime(2026, 11, 25, 9, tzinfo=UTC)
"""When the pages' sentences are read: the hours that they name are still to come."""
MAP = ROOT / "bot" / "README.md"
DOCS = ROOT / "bot" / "docs"
PAGES = (README, MAP, *sorted(DOCS.glob("*.md")))
EXAMPLE = ROOT / ".env.example"
SETTINGS = sorted(Settings.model_fields.items(), key=lambda field: not field[1].is_required())
"""The required ones first, then in the order of the class."""


def what_you_can_say() -> str:
    """The commands of the grammar's table, with their examples."""
    return _commands([rule for rule in RULES if rule.told_with != "expert"])


def what_experts_can_say() -> str:
    """The commands about groups of experts."""
    return _commands([rule for rule in RULES if rule.told_with == "expert"])


def _commands(rules: list[Rule]) -> str:
    rows = ["| say | what it does | for example |", "|---|---|---|"]
    for rule in rules:
        examples = "<br>".join(f"`{example}`" for example in rule.examples)
        does = f"{rule.does}. {rule.details}" if rule.details else rule.does
        rows.append(f"| `{rule.usage}` | {does} | {examples} |")
    return "\n".join(rows)


def words_in_capitals() -> str:
    """What can stand for the words in capitals, in each form that is read."""
    rows = ["| in place of | say | notes |", "|---|---|---|"]
    for topic in TOPICS:
        forms = "<br>".join(
            f"`{each.said}`" + (f" ({each.means})" if each.means else "") for each in topic.forms
        )
        rows.append(f"| `{topic.word}` | {forms} | {topic.says} |")
    return "\n".join(rows)


def questions_and_answers() -> str:
    """Every question about the bot that it answers, with the numbers of the default settings."""
    fields = Settings.model_fields
    told = {
        "guests": fields["most_guests"].default,
        "early": fields["open_early_minutes"].default,
        "remind": fields["remind_minutes"].default,
    }
    return "\n\n".join(f"## {each.title}\n\n{each.answer.format(**told)}" for each in QUESTIONS)


def settings() -> str:
    """Every setting with its meaning and its default, a table for each group."""
    groups: list[Any] = [each for each in reversed(Settings.__bases__) if each.model_fields]
    tables = [_table("Required", [each for each in SETTINGS if each[1].is_required()])]
    for group in groups:
        optional = [each for each in group.model_fields.items() if not each[1].is_required()]
        tables.append(_table(group.__doc__.rstrip("."), optional))
    return "\n\n".join(tables)


def _table(title: str, fields: list[tuple[str, FieldInfo]]) -> str:
    rows = [f"## {title}", "", "| setting | meaning | default |", "|---|---|---|"]
    for name, each in fields:
        rows.append(f"| `{name.upper()}` | {each.description} | {_shown(each)} |")
    return "\n".join(rows)


def webex_connect_json() -> str:
    """What a flow of Webex Connect is handed."""
    at = datetime(2026, 11, 25, 14, 30, tzinfo=UTC)
    meeting = Meeting("sub", "id", "erin@example.com", at, at, subject="the invoice")
    link, empty = GuestLink(f"{COMMERCIAL}/visit/aB3dE5f"), empty_message(meeting, PHONE, "seed")
    message = invitation_text(spoken("en"), meeting, link, UTC, empty)
    return f"```json\n{json.dumps(message.body(), indent=2, ensure_ascii=False)}\n```"


def event_types() -> str:
    """What programs are told of their meetings."""
    rows = [f"| `{each}` | {said} |" for each, said in MEANINGS.items()]
    return "\n".join(["| event | what happened |", "|---|---|", *rows])


def faults() -> str:
    """What goes wrong upstream, and what then."""
    return fault_table.table()


def who_gets_what() -> str:
    """What each command sends to whom."""
    return messages_by_command.table()


def the_packages() -> str:
    """The packages of the bot, a line each."""
    return tree.packages()


def the_tree() -> str:
    """The modules of the bot, a line each."""
    return f"```\n{tree.drawn()}\n```"


BLOCKS = (
    *(what_you_can_say, what_experts_can_say, words_in_capitals, questions_and_answers, settings),
    *(webex_connect_json, event_types, faults, who_gets_what, the_packages, the_tree),
)
"""What is made from the code. It stands between marks that bear the function's name."""


def example() -> str:
    """The whole of .env.example."""
    head = "# Copy this file to .env and fill in the first three; README.md tells where from.\n"
    return "\n".join([head, *(_explained(name, each) for name, each in SETTINGS)])


def filled(text: str) -> str:
    """Return `text` with its blocks made anew."""
    for make in BLOCKS:
        begin, end = (f"<!-- {mark} {make.__name__} -->" for mark in ("begin", "end"))
        if begin in text:
            before, after = text.partition(begin)[0], text.partition(end)[2]
            text = f"{before}{begin}\n{make()}\n{end}{after}"
    return text


def _default(field: FieldInfo) -> str:
    value = field.default
    if isinstance(value, SecretStr):
        return value.get_secret_value()
    return str(value).lower() if isinstance(value, bool) else str(value or "")


def _shown(field: FieldInfo) -> str:
    if field.is_required():
        return "**required**"
    return f"`{_default(field)}`" if _default(field) else ""


def _explained(name: str, field: FieldInfo) -> str:
    line = f"{name.upper()}={'' if field.is_required() else _default(field)}"
    return f"# {field.description}\n{line if field.is_required() else f'# {line}'}\n"


if __name__ == "__main__":
    if sys.argv[1:] == ["--write"]:
        for file in PAGES:
            file.write_text(filled(file.read_text()))
        EXAMPLE.write_text(example())
    else:
        print(what_you_can_say(), settings(), example(), sep="\n\n")
