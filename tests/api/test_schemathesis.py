"""Schemathesis finds no request that breaks the API or is answered otherwise than described."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from bot.edges.web.rate_limit import RateLimit
from tests.stories.real import Town

HERE, ROOT = Path(__file__).parent, Path(__file__).parents[2]
COMMAND = (
    *("--config-file", str(HERE / "schemathesis.toml"), "run", "--checks", "all"),
    *("--max-examples", os.environ.get("EXAMPLES", "30"), "--request-timeout", "15"),
    *("--no-color", "--warnings", "off"),
)
HOOKS = {"SCHEMATHESIS_HOOKS": "tests.api.schemathesis_hooks", "PYTHONPATH": str(ROOT)}


@pytest.mark.long
def test_no_request_breaks_the_api_or_is_answered_as_none_is_described(
    town: Town, portal: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    # It tries many wrong keys, for which its address, and that of later tests, is locked out.
    monkeypatch.setattr(RateLimit, "note", lambda *_: None)
    where = [f"{town.receiver}/v1/openapi", "--header", f"Authorization: Bearer {portal}"]
    ended = subprocess.run(
        [str(Path(sys.executable).parent / "schemathesis"), *COMMAND, *where],
        cwd=tmp_path,
        env={**os.environ, **HOOKS},
        capture_output=True,
        text=True,
        check=False,
    )
    assert ended.returncode == 0, ended.stdout
