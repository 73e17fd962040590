"""The help: all commands at a glance, or one command or placeholder in detail."""

from __future__ import annotations

import re

from bot.core.parsing import grammar
from bot.core.parsing.rule import HelpGroup
from bot.core.wording.help_topics import TOPICS, Topic, topic_named
from bot.core.wording.languages import Language, msgid
from bot.core.wording.texts import Text, lines

_TITLES = {
    HelpGroup.START: msgid("Start"),
    HelpGroup.PEOPLE: msgid("People"),
    HelpGroup.LATER: msgid("Later"),
    HelpGroup.YOURS: msgid("Yours"),
}


def help_text(t: Language, topic: str | None, *, direct: bool = False) -> Text:
    """Return what a person can say.

    Args:
        t: their language.
        topic: a command or a placeholder, for its details; None for an overview.
        direct: whether they asked in a direct chat.
    """
    rule, words = grammar.rule_named(topic or ""), topic_named(topic or "")
    parts = [_help_on(t, rule)] if rule else []
    parts += [_help_with(t, words)] if words else []
    return Text("\n\n".join(parts)) if parts else _overview(t, direct=direct)


def _overview(t: Language, *, direct: bool) -> Text:
    head = (
        t("**What you can say** here; in a space, mention me first.")
        if direct
        else t("**What you can say** when you mention me; in a direct chat, just say it.")
    )
    rest = ", ".join(
        f"`{rule.name}`" for rule in grammar.RULES if not (rule.group or rule.told_with)
    )
    more = t("Also: {commands}. Say `help meet` for details.", commands=rest)
    return Text("\n\n".join([head, *(_group(t, group) for group in _TITLES), more]))


def _group(t: Language, group: HelpGroup) -> str:
    rows = [
        f"- `{t(rule.examples[0])}` – {t(rule.does)}"
        for rule in grammar.RULES
        if rule.group is group
    ]
    return "\n".join([f"**{t(_TITLES[group])}**", "", *rows])


def _help_on(t: Language, rule: grammar.Rule) -> str:
    examples = [f"- `{t(example)}`" for example in rule.examples]
    other = [each for each in TOPICS if each.name != rule.name]
    about = [each for each in other if re.search(rf"\b{each.word}\b", rule.usage, re.IGNORECASE)]
    named = [f"help {each.name}" for each in grammar.RULES if each.told_with == rule.name]
    named += [f"help {each.name}" for each in about]
    more = ["", t("More: {topics}.", topics=", ".join(f"`{each}`" for each in named))]
    more = more if named else []
    details = [t(rule.details)] if rule.details else []
    head = [f"`{rule.usage}` – {t(rule.does)}", *details]
    return lines(*head, "", t("For example:"), "", *examples, *more)


def _help_with(t: Language, topic: Topic) -> str:
    """Return each form in which something can be told."""
    rows = [
        f"- `{t(each.said)}`" + (f" – {t(each.means)}" if each.means else "")
        for each in topic.forms
    ]
    return lines(f"`{topic.word}` – {t(topic.says)}", "", *rows)
