"""QR codes are read back by an independent decoder."""

from __future__ import annotations

import io

import pytest
import zxingcpp
from PIL import Image

from bot.edges.delivery import qr_images

SHORT = "https://instant.webex.com/visit/aB3dE5f"
LONG = f"https://instant.webex.com/gen/v1/talk?int=jose&v=1&data={'eyJhbGciOi.' * 95}"


@pytest.mark.parametrize("link", [SHORT, LONG])
def test_a_camera_reads_exactly_the_link(link: str):
    image = Image.open(io.BytesIO(qr_images.png(link)))
    # Of any other kind it sees stripes in some pictures.
    [found] = zxingcpp.read_barcodes(image, formats=zxingcpp.BarcodeFormat.QRCode)
    assert found.text == link
