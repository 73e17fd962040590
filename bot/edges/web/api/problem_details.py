"""Answers with problem details (RFC 9457)."""

from __future__ import annotations

from typing import Any

from flask import Response, jsonify, url_for
from pydantic import BaseModel
from werkzeug.exceptions import HTTPException

from bot.edges.web.api.api_problems import ApiProblem


class FieldProblem(BaseModel):
    """What is wrong with a field."""

    pointer: str
    detail: str


class ProblemAnswer(BaseModel):
    """Why a request wasn't served."""

    type: str
    title: str
    status: int
    detail: str
    errors: list[FieldProblem] = []


PROBLEMS = {
    400: "A header or a parameter is missing or wrong",
    401: "The key is missing, wrong, expired or revoked",
    403: "The key lacks a scope",
    404: "There is no such address or meeting",
    405: "This address doesn't know this method",
    409: "The meeting is over, or the same request is still in progress",
    412: "The meeting has changed since it was read",
    413: "The body is too long",
    422: "A field is wrong, or the bot refused",
    429: "Too many requests",
    502: "Instant Connect refused",
    503: "A service isn't responding, or the bot has too much to do",
}
"""What each status means."""


def explain(why: ApiProblem) -> Response:
    """Answer with problem details (RFC 9457)."""
    body: dict[str, Any] = {
        "type": url_for("meetings_api.problems", _anchor=str(why.status)),
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
    return explain(ApiProblem(why.code or 500, f"{why.name}."))


def list_problems() -> Response:
    """Return the page that `type` leads to."""
    rows = "".join(f'<dt id="{code}">{code}</dt><dd>{said}</dd>' for code, said in PROBLEMS.items())
    said = f'<!doctype html><html lang="en"><title>Problems</title><h1>Problems</h1><dl>{rows}</dl>'
    return Response(said, mimetype="text/html")
