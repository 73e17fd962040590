"""What one can say: all of it, or one command, or one thing that a command can be told."""

from __future__ import annotations

import re
from collections.abc import Iterable

from bot.core.parsing import grammar
from bot.core.parsing.help_topics import TOPICS, Topic, topic_named
from bot.core.wording.languages import Language
from bot.core.wording.texts import Text, lines


def help_text(t: Language, topic: str | None, *, direct: bool = False) -> Text:
    """Return what one can say: all of it, or `topic` at length; `direct`: in a direct chat."""
    rule, words = grammar.rule_named(topic or ""), topic_named(topic or "")
    told = [_help_on(t, rule)] if rule else []
    told += [_help_with(t, words)] if words else []
    return Text("\n\n".join(told)) if told else _help_overview(t, direct=direct)


def _help_overview(t: Language, *, direct: bool) -> Text:
    head = (
        t("**What you can say.** Here just say it; in a space, mention me first.")
        if direct
        else t("**What you can say.** Mention me first; in a direct chat with me, just say it.")
    )
    rows = [f"- `{rule.usage}` – {t(rule.does)}" for rule in grammar.RULES]
    more = t(
        "`help meet` tells more about one of them, and {topics} about the words in capitals.",
        topics=_topics(TOPICS),
    )
    return Text(lines(head, "", *rows, "", more))


def _help_on(t: Language, rule: grammar.Rule) -> str:
    examples = [f"- `{example}`" for example in rule.examples]
    other = [each for each in TOPICS if each.name != rule.name]
    about = [each for each in other if re.search(rf"\b{each.word}\b", rule.usage, re.IGNORECASE)]
    more = ["", t("More: {topics}.", topics=_topics(about))] if about else []
    head = f"`{rule.usage}` – {t(rule.does)}"
    return lines(head, "", t("For example:"), "", *examples, *more)


def _topics(some: Iterable[Topic]) -> str:
    return ", ".join(f"`help {each.name}`" for each in some)


def _help_with(t: Language, topic: Topic) -> str:
    """Return each form in which something can be told."""
    rows = [
        f"- `{each.said}`" + (f" – {t(each.means)}" if each.means else "") for each in topic.forms
    ]
    return lines(f"`{topic.word}` – {t(topic.says)}", "", *rows)
