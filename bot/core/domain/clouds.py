"""The addresses of Webex's clouds."""

from __future__ import annotations

from typing import Literal

Cloud = Literal["commercial", "fedramp"]

CLOUDS: dict[Cloud, dict[str, str]] = {
    "commercial": {
        "webex_api_url": "https://webexapis.com/v1/",
        "catalog_url": "https://u2c.wbx2.com/u2c/api/v1",
        "broker_url": "https://mtg-broker-a.wbx2.com",
        "link_base": "https://instant.webex.com",
    },
    "fedramp": {
        "webex_api_url": "https://api-usgov.webex.com/v1/",
        "catalog_url": "https://u2c.gov.ciscospark.com/u2c/api/v1",
        "broker_url": "https://mtg-broker.gov.ciscospark.com",
        "link_base": "https://instant-usgov.webex.com",
    },
}
"""The services of each cloud; each address has a setting that overrides it."""
