"""What people do at a desk with a poster, in stories."""

from __future__ import annotations

import io
from itertools import count

import pypdfium2
import zxingcpp
from PIL.Image import Image

from bot.core.domain.access import Access
from bot.core.domain.desks import CallRefusal, DeskCall
from bot.edges.web.door.desk_doors import CallPress
from tests.stories.fake import FakeStage

_PAGES = count(1)


def pages_of(pdf: bytes) -> list[Image]:
    """Return the pages of a PDF as images, as a printer would print them."""
    return [page.render(scale=2).to_pil() for page in pypdfium2.PdfDocument(io.BytesIO(pdf))]


def text_of(pdf: bytes) -> str:
    """Return what the first page of a PDF says."""
    page = pypdfium2.PdfDocument(io.BytesIO(pdf))[0]
    return str(page.get_textpage().get_text_range()).replace("\r\n", "\n")


def scanned(image: Image) -> str:
    """Return what the one QR code on an image says."""
    [found] = zxingcpp.read_barcodes(image)
    return str(found.text)


def poster_in(bot: FakeStage, space: str = "Support") -> bytes:
    """Return the newest poster in a space, as a PDF."""
    return bot.pictures_in(bot.posted_in(space)[-1])[0]


def desk_at(bot: FakeStage, space: str = "Support") -> str:
    """Return the token of the desk on the newest poster in a space."""
    return scanned(pages_of(poster_in(bot, space))[0]).rpartition("/")[2]


def calls(
    bot: FakeStage, desk: str, visitor: str = "a phone", **given: str
) -> DeskCall | CallRefusal | None:
    """Open the page of a desk and press *Call*; let the experts be asked."""
    form = given.pop("form", f"page {next(_PAGES)}")
    called = bot.desks.press(desk, CallPress(visitor, form, "en", **given))
    bot.settle_doors()
    return called


def waits_at(bot: FakeStage, desk: str, visitor: str = "a phone") -> str:
    """Return the address of the door at which somebody waits who called."""
    call = bot.desks.call_of(desk, visitor)
    assert call, "Nobody called."
    return bot.desks.door_of(desk, call, "")


def set_up_cardiology(core: FakeStage) -> None:
    """Make a group of experts, whose space has Carl and Bob; Erin is administrator."""
    core.settings(admins=Access.parse("erin@example.com"))
    core.space("Cardiology", "erin", "carl", "bob")
    core.hears("erin", "group cardiology is here", space="Cardiology")
