"""Answers with problem details (RFC 9457)."""

from __future__ import annotations

from typing import Any

from flask import Blueprint, Response, jsonify, url_for
from pydantic import BaseModel, Field
from werkzeug.exceptions import HTTPException, MethodNotAllowed

from bot.core.domain.errors import DatabaseAway, Trouble
from bot.edges.web.api.api_problems import NOTHING_HERE, ApiProblem, problem_of


class FieldProblem(BaseModel):
    """What is wrong with a field."""

    pointer: str = Field(description="Where it is in the body, as a JSON pointer.")
    detail: str = Field(description="What is wrong with it.")


class ProblemAnswer(BaseModel):
    """Why a request wasn't served."""

    type: str = Field(description="The address of a page about such problems.")
    title: str = Field(description="What such problems are.")
    status: int = Field(description="The HTTP status.")
    detail: str = Field(description="What is wrong and what to do.")
    errors: list[FieldProblem] = Field([], description="The fields that are wrong.")


PROBLEMS = {
    400: "A header or a parameter is missing or wrong",
    401: "The key is missing, wrong, expired or revoked",
    403: "The key lacks a scope",
    404: "There is nothing at this address",
    405: "This address doesn't know this method",
    409: "It can't be done as things stand now, or the same request is still in progress",
    412: "The meeting has changed since it was read",
    413: "The body is too long",
    422: "A field is wrong, or the bot refused",
    429: "Too many requests",
    502: "Instant Connect refused",
    503: "A service isn't responding, or the bot has too much to do",
}
"""What each status means."""

DETAILS = {404: NOTHING_HERE, 413: "Send at most 64 KB."}
"""What to say of requests that never came to a route."""

_NO_DATABASE = ApiProblem(503, "The database isn't responding. Try again.", {"Retry-After": "5"})


def explain(why: ApiProblem) -> Response:
    """Answer with problem details (RFC 9457)."""
    body: dict[str, Any] = {
        "type": url_for("api_pages.problems", _anchor=str(why.status)),
        "title": PROBLEMS.get(why.status, "The request wasn't served"),
        "status": why.status,
        "detail": why.detail,
    }
    answer = jsonify(body | ({"errors": [*why.errors]} if why.errors else {}))
    answer.status_code, answer.mimetype = why.status, "application/problem+json"
    answer.headers.update(why.headers)
    return answer


def explain_other(why: HTTPException) -> Response:
    """Answer a request that Flask refused."""
    headers = {}
    if isinstance(why, MethodNotAllowed):
        headers["Allow"] = ", ".join(sorted(why.valid_methods or ()))
    code = why.code or 500
    return explain(ApiProblem(code, DETAILS.get(code, f"{why.name}."), headers))


def add_problem_handlers(page: Blueprint) -> None:
    """Answer all errors of a blueprint with problem details."""
    page.register_error_handler(ApiProblem, explain)
    page.register_error_handler(Trouble, lambda why: explain(problem_of(why)))
    page.register_error_handler(DatabaseAway, lambda _: explain(_NO_DATABASE))
    page.register_error_handler(HTTPException, explain_other)
