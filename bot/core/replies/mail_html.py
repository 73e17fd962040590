"""An email's words as plain text and as HTML that reads well on a phone.

Mail apps support little CSS; the page stays readable without any.
https://www.caniemail.com/
"""

from __future__ import annotations

from dataclasses import dataclass, field
from html import escape

from bot.core.wording.languages import Language
from bot.core.wording.texts import LINK


@dataclass(frozen=True)
class Logo:
    """An organisation's logo.

    Args:
        url: the image's address.
        name: the organisation, for people who see no images.
    """

    url: str
    name: str


@dataclass(frozen=True)
class Page:
    """What an email says; nothing in it is escaped yet.

    Args:
        t: its language.
        headline: what happened.
        facts: pairs of a name and its value.
        button: the label of the link; None for an email without a link.
        how: the heading of `steps`.
        steps: what to do, in order.
        small: small print, at the end.
        logo: at the top of the HTML; None for none.
    """

    t: Language
    headline: str
    facts: tuple[tuple[str, str], ...] = ()
    button: str | None = None
    how: str = ""
    steps: tuple[str, ...] = ()
    small: tuple[str, ...] = field(default=())
    logo: Logo | None = None


def as_text(page: Page) -> str:
    """Return the page as plain text; with a button, ``LINK`` stands in it once."""
    facts = "\n".join(
        page.t("{name}: {value}", name=name, value=value) for name, value in page.facts
    )
    link = f"{page.button}\n{LINK}" if page.button else ""
    numbered = [f"{number}. {step}" for number, step in enumerate(page.steps, 1)]
    steps = "\n".join([page.how, *numbered]) if numbered else ""
    parts = (page.headline, facts, link, steps, *page.small)
    return "\n\n".join(filter(None, parts)) + "\n"


def as_html(page: Page) -> str:
    """Return the page as HTML; with a button, ``LINK`` stands in it twice."""
    facts = "".join(_FACT.format(escape(name), escape(value)) for name, value in page.facts)
    link = _LINK.format(escape(page.button)) if page.button else ""
    rows = "".join(f"<li>{escape(step)}</li>" for step in page.steps)
    steps = f"<h2>{escape(page.how)}</h2><ol>{rows}</ol>" if rows else ""
    small = "".join(f'<p class="small">{escape(each)}</p>' for each in page.small)
    logo = _LOGO.format(escape(page.logo.url), escape(page.logo.name)) if page.logo else ""
    main = f"{logo}<h1>{escape(page.headline)}</h1>{facts}{link}{steps}{small}"
    return _WHOLE.format(language=escape(page.t.code), style=_STYLE, main=main)


_FACT = '<p class="fact"><span class="name">{}</span><br>{}</p>'
_LOGO = '<p><img src="{}" alt="{}" height="40"></p>'
_LINK = (
    f'<p class="join"><a class="button" href="{LINK}">{{}}</a></p><p class="small link">{LINK}</p>'
)
_STYLE = (
    "body{margin:0;padding:24px 16px;background:#f5f6f8;color:#1b1f24;"
    "font:17px/1.5 -apple-system,'Segoe UI',Roboto,'Noto Sans',Arial,sans-serif}"
    "main{max-width:560px;margin:0 auto;padding:24px 20px;background:#fff;border-radius:12px}"
    "h1{margin:0 0 20px;font-size:21px;line-height:1.35;overflow-wrap:anywhere}"
    "h2{margin:28px 0 8px;font-size:17px}"
    "p{margin:0 0 12px;overflow-wrap:anywhere}ol{margin:0 0 20px;padding-left:24px}"
    "li{margin:0 0 8px}.name,.small{color:#59636e}.name,.small{font-size:15px}"
    ".join{margin:24px 0 8px}"
    ".button{display:block;padding:14px 20px;background:#0b66a8;border-radius:10px;"
    "color:#fff!important;font-weight:600;text-align:center;text-decoration:none}"
    "@media(prefers-color-scheme:dark){body{background:#14171b;color:#e9ecef}"
    "main{background:#1b1f24}.name,.small{color:#9eabb8}}"
)
_WHOLE = (
    '<!doctype html><html lang="{language}"><head><meta charset="utf-8">'
    '<meta name="viewport" content="width=device-width, initial-scale=1">'
    '<meta name="color-scheme" content="light dark"><style>{style}</style></head>'
    "<body><main>{main}</main></body></html>"
)
