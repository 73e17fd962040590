"""Keeps the translations in ``bot/locale`` in step with the sentences in the core.

``python -m tests.catalogues`` lists missing translations. ``--write`` adds new sentences, with
empty translations to fill in, and removes unused ones.
"""

from __future__ import annotations

import ast
import io
import re
import sys
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path
from string import Formatter

from babel.messages import Catalog, Message
from babel.messages.extract import extract_from_file
from babel.messages.pofile import read_po, write_po

from bot.core.parsing.grammar import RULES
from bot.core.wording.help_topics import TOPICS, Form
from bot.core.wording.languages import ENGLISH, FOR_HOSTS, NAMES
from bot.process.translations import LOCALE

CORE = Path(__file__).parent.parent / "bot" / "core"
KEYWORDS = {"t": None, "msgid": None, "count": (1, 2)}
GUESTS = (
    "replies/guest_answers.py",
    *("replies/guest_texts.py", "replies/mail_texts.py", "replies/mail_html.py"),
    *("replies/sms_texts.py", "replies/tell_texts.py", "replies/remove_texts.py"),
    "pages/calendar_entries.py",
    *("pages/door_page.py", "pages/door_labels.py", "pages/door_notices.py"),
    "pages/desk_page.py",
    "wording/times.py",
)
"""The modules with guests' sentences; all others are for hosts."""

SAID = {
    "de": {
        "yes": "ja",
        "3pm": "15 Uhr",
        "3am": "3 Uhr morgens",
        "tomorrow 15:00": "morgen 15:00",
        "tomorrow 3pm": "morgen 15 Uhr",
        "tomorrow 3pm for 45m": "morgen 15 Uhr für 45 Minuten",
    },
    "fr": {
        "yes": "oui",
        "3pm": "15h",
        "tomorrow 15:00": "demain 15:00",
        "tomorrow 3pm": "demain 15h",
        "tomorrow 3pm for 45m": "demain 15h pour 45 minutes",
    },
    "es": {
        "yes": "sí",
        "3pm": "15h",
        "3am": "3 de la mañana",
        "tomorrow 15:00": "mañana 15:00",
        "tomorrow 3pm": "mañana 15h",
        "tomorrow 3pm for 45m": "mañana 15h por 45 minutos",
    },
}
"""Examples of answers that sentences show in the reader's language; commands stay as they are."""

LANGUAGES = {"guests": tuple(NAMES), "hosts": FOR_HOSTS}
EVERY = [(domain, code) for domain, codes in LANGUAGES.items() for code in codes if code != ENGLISH]


@cache
def template(domain: str) -> Catalog:
    """Return all sentences of a domain, untranslated."""
    wanted = Catalog()
    for path in sorted(CORE.rglob("*.py")):
        of_guests = path.relative_to(CORE).as_posix() in GUESTS
        if of_guests == (domain == "guests"):
            for _, sentence, _, _ in extract_from_file("python", path, KEYWORDS):
                wanted.add(sentence)
    for rule in RULES if domain == "hosts" else ():
        for sentence in filter(None, (rule.does, rule.details, *rule.examples)):
            wanted.add(sentence)
    for topic in TOPICS if domain == "hosts" else ():
        for sentence in (topic.says, *_texts(topic.forms)):
            wanted.add(sentence)
    return wanted


def _texts(forms: Iterable[Form]) -> Iterator[str]:
    for each in forms:
        yield from filter(None, (each.said, each.means))


@cache
def sentences_said() -> tuple[tuple[str, str], ...]:
    """Return each sentence that the core says, with its file: read as Python reads it.

    Babel reads tokens, and before Python 3.12 it finds nothing within an f-string.
    """
    return tuple(
        (path.relative_to(CORE).as_posix(), said)
        for path in sorted(CORE.rglob("*.py"))
        for said in _said_in(path)
    )


def _said_in(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text())):
        if isinstance(node, ast.Call) and _function(node.func) in KEYWORDS:
            first = node.args[0] if node.args else None
            if isinstance(first, ast.Constant) and isinstance(first.value, str):
                yield first.value


def _function(called: ast.expr) -> str:
    if isinstance(called, ast.Attribute):
        return called.attr if called.attr == "count" else ""
    return called.id if isinstance(called, ast.Name) else ""


def path_of(domain: str, code: str) -> Path:
    """Return the file of a domain's translations into a language."""
    return LOCALE / code / "LC_MESSAGES" / f"{domain}.po"


def catalogue(domain: str, code: str) -> Catalog:
    """Read the translations."""
    path = path_of(domain, code)
    if not path.exists():
        return Catalog(locale=code)
    with path.open("rb") as file:
        return read_po(file, locale=code)


def brought_in_step(domain: str, code: str) -> str:
    """Return the file with all current sentences and the existing translations."""
    now = catalogue(domain, code)
    now.update(template(domain), no_fuzzy_matching=True)
    now.obsolete.clear()
    written = io.BytesIO()
    write_po(written, now, width=100, no_location=True, omit_header=True, sort_output=True)
    head = f"Language: {code}", "Content-Type: text/plain; charset=utf-8", _plurals(now)
    rows = "".join(f'"{row}\\n"\n' for row in head)
    return f'msgid ""\nmsgstr ""\n{rows}\n{written.getvalue().decode().strip()}\n'


def _plurals(now: Catalog) -> str:
    return f"Plural-Forms: {now.plural_forms}"


def missing(domain: str, code: str) -> list[str]:
    """Return the sentences without a translation."""
    there = {each.id: each for each in catalogue(domain, code) if each.id}
    return [_key(each) for each in template(domain) if each.id and not _done(there.get(each.id))]


def unused(domain: str, code: str) -> list[str]:
    """Return the translations of sentences that no longer exist."""
    said = {each.id for each in template(domain)}
    return [_key(each) for each in catalogue(domain, code) if each.id not in said]


def differing(domain: str, code: str) -> Iterator[tuple[str, str]]:
    """Yield sentences whose translation has other placeholders, commands or markdown."""
    for each in catalogue(domain, code):
        for form in _forms(each.string):
            if form and each.id and _fixed(form) != _fixed(in_language(_key(each), code)):
                yield _key(each), form


def in_language(sentence: str, code: str) -> str:
    """Return a sentence with its examples as they are said in a language."""
    for said, there in SAID.get(code, {}).items():
        sentence = sentence.replace(f"`{said}`", f"`{there}`")
    return sentence


def _fixed(sentence: str) -> tuple[set[str | None], list[str], int]:
    """Return what a translation must keep: names in braces, commands, stars."""
    places = {name for _, name, _, _ in Formatter().parse(sentence)} - {None}
    return places, sorted(set(re.findall(r"`[^`]+`", sentence))), sentence.count("**")


def _done(each: Message | None) -> bool:
    return each is not None and not each.fuzzy and all(_forms(each.string))


def _forms(string: str | tuple[str, ...] | list[str]) -> tuple[str, ...]:
    return (string,) if isinstance(string, str) else tuple(string)


def _key(each: Message) -> str:
    return each.id if isinstance(each.id, str) else each.id[-1]


if __name__ == "__main__":
    for domain, code in EVERY:
        if sys.argv[1:] == ["--write"]:
            path = path_of(domain, code)
            text = brought_in_step(domain, code)
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text)
        for sentence in missing(domain, code):
            print(f"{path_of(domain, code)} lacks: {sentence}")
