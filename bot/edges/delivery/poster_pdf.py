"""Draws a desk's poster as a PDF, on A4 and on A5.

https://docs.reportlab.com/reportlab/userguide/ch2_graphics/
"""

from __future__ import annotations

import io
from collections.abc import Iterator
from functools import cache
from itertools import groupby
from pathlib import Path
from typing import Any

from bot.core.steps.desk_steps import Poster, PosterWords

FONTS = Path(__file__).with_name("fonts")
PLAIN, BOLD = "DejaVuSans", "DejaVuSans-Bold"
OTHERS = "HeiseiKakuGo-W5"
"""A font for Japanese. It is not embedded: programs that show a PDF bring their own."""

WIDTH = 595.0
"""Points of the width of A4, in which everything is measured; A5 is drawn smaller."""

HEIGHT = 842.0
MARGIN = 45.0
QR_SIDE = 320.0
QUIET = 4
"""Modules around a QR code that stay white (ISO/IEC 18004)."""

GAP = 10.0
LINE = 1.3


def pdf(poster: Poster) -> bytes:
    """Return a poster as a PDF: the first page is A4, the second A5."""
    from reportlab.lib import pagesizes
    from reportlab.pdfgen.canvas import Canvas

    _fonts()
    drawn = io.BytesIO()
    canvas = Canvas(drawn, invariant=1)
    canvas.setTitle(poster.title)
    for size in (pagesizes.A4, pagesizes.A5):
        canvas.setPageSize(size)
        canvas.scale(size[0] / WIDTH, size[0] / WIDTH)
        _Page(canvas, poster).draw()
        canvas.showPage()
    canvas.save()
    return drawn.getvalue()


class _Page:
    """A page with a poster, drawn from the top down."""

    def __init__(self, canvas: Any, poster: Poster) -> None:
        self._canvas, self._poster, self._y = canvas, poster, HEIGHT - MARGIN

    def draw(self) -> None:
        """Draw everything."""
        poster = self._poster
        if poster.organisation:
            self._write(poster.organisation, PLAIN, 18)
        self._write(poster.title, BOLD, 40)
        self._qr()
        for number, each in enumerate(poster.words):
            self._words(each, 26 if number == 0 else 19)
        self._y -= GAP
        self._write(poster.address.partition("://")[2] or poster.address, BOLD, 24)
        if poster.code:
            digits = " / ".join(dict.fromkeys(each.digits for each in poster.words))
            self._write(f"{digits}: {poster.code}", BOLD, 24)

    def _words(self, words: PosterWords, size: float) -> None:
        self._write(words.headline, BOLD, size)
        self._write(words.how, PLAIN, 13)
        self._y -= GAP

    def _qr(self) -> None:
        import segno

        matrix = segno.make_qr(self._poster.address, error="m").matrix
        side = QR_SIDE / len(matrix)
        self._y -= QR_SIDE + QUIET * side
        left = (WIDTH - QR_SIDE) / 2
        for row, modules in enumerate(reversed(matrix)):
            for column, is_dark in enumerate(modules):
                if is_dark:
                    at = (left + column * side, self._y + row * side)
                    self._canvas.rect(*at, side, side, stroke=0, fill=1)
        self._y -= QUIET * side

    def _write(self, text: str, font: str, size: float) -> None:
        """Write a centered line, in smaller letters if it is too long."""
        size *= min(1.0, (WIDTH - 2 * MARGIN) / _width(text, font, size))
        self._y -= size * LINE
        x = (WIDTH - _width(text, font, size)) / 2
        written = self._canvas.beginText(x, self._y)
        for name, part in _in_fonts(text, font):
            written.setFont(name, size)
            written.textOut(part)
        self._canvas.drawText(written)


def _width(text: str, font: str, size: float) -> float:
    from reportlab.pdfbase.pdfmetrics import stringWidth

    return sum(stringWidth(part, name, size) for name, part in _in_fonts(text, font)) or 1.0


def _in_fonts(text: str, font: str) -> Iterator[tuple[str, str]]:
    """Yield the parts of a text with the font that has their letters."""
    known = _letters(font)
    for name, part in groupby(text, key=lambda each: font if ord(each) in known else OTHERS):
        yield name, "".join(part)


@cache
def _letters(font: str) -> frozenset[int]:
    from reportlab.pdfbase.pdfmetrics import getFont

    _fonts()
    return frozenset(getFont(font).face.charToGlyph)


@cache
def _fonts() -> None:
    """Register the fonts, once in a process."""
    from reportlab.pdfbase import pdfmetrics
    from reportlab.pdfbase.cidfonts import UnicodeCIDFont
    from reportlab.pdfbase.ttfonts import TTFont

    for name in (PLAIN, BOLD):
        pdfmetrics.registerFont(TTFont(name, FONTS / f"{name}.ttf"))
    pdfmetrics.registerFont(UnicodeCIDFont(OTHERS))
