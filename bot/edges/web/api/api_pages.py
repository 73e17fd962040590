"""Describes the API for programs and for people: `/v1/openapi`, `/v1/docs`, `/v1/problems`."""

from __future__ import annotations

import secrets
from collections.abc import Callable
from typing import Any

from flask import Blueprint, Flask, Response, jsonify, render_template, request
from werkzeug.exceptions import HTTPException

from bot.edges.web.api.api_problems import ApiProblem
from bot.edges.web.api.openapi import describe_api
from bot.edges.web.api.problem_details import PROBLEMS, explain, explain_other
from bot.edges.web.api.schema_words import constraints_of, kind_of, name_of
from bot.edges.web.receiver import bare_answer

ROOT = "/v1"


def add_api_pages(app: Flask, check_exists: Callable[[], None]) -> None:
    """Add the pages, and problem details for what isn't at any address below `/v1`.

    Args:
        app: the application.
        check_exists: raises an `ApiProblem` if there is no API yet.
    """
    pages = Blueprint("api_pages", __name__, url_prefix=ROOT, template_folder="templates")

    @pages.get("/openapi")
    def openapi() -> Response:
        check_exists()
        return jsonify(describe_api())

    @pages.get("/docs")
    def reference() -> Response:
        check_exists()
        words = {"kind_of": kind_of, "constraints_of": constraints_of, "name_of": name_of}
        return _page("api_reference.html", api=describe_api(), **words)

    @pages.get("/problems")
    def problems() -> Response:
        return _page("api_problems.html", problems=PROBLEMS)

    pages.register_error_handler(ApiProblem, explain)
    app.register_blueprint(pages)
    for status in (404, 405):
        app.register_error_handler(status, _explain_unmatched)


def _page(template: str, **shown: Any) -> Response:
    nonce = secrets.token_urlsafe(16)
    policy = (
        f"default-src 'none'; style-src 'nonce-{nonce}'; base-uri 'none'; frame-ancestors 'none'"
    )
    page = render_template(template, nonce=nonce, **shown)
    return Response(page, headers={"Content-Security-Policy": policy})


def _explain_unmatched(error: HTTPException) -> Response:
    """Answer a request that no route takes: below `/v1` with problem details, else with nothing."""
    is_ours = request.path.startswith(f"{ROOT}/")
    return explain_other(error) if is_ours else bare_answer(error)
