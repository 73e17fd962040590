"""Each safeguard that `tests.bites` removes can still be removed."""

from __future__ import annotations

from tests.bites.__main__ import BITES, ROOT
from tests.bites.bite import Bite
from tests.rows import for_each


@for_each("bite", BITES)
def test_a_bite_finds_what_it_bites(bite: Bite):
    assert bite.taken_out((ROOT / bite.file).read_text())
    assert all((ROOT / test).exists() for test in bite.tests)
