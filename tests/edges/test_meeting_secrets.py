"""A meeting's `sub` can't be told from the database without the key."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta

import pytest
import sqlalchemy as sa
from structlog.testing import capture_logs

from bot.core.domain.errors import Refused
from bot.edges.storage.api_key_store import ApiKeyStore
from bot.edges.storage.encryption import new_key
from bot.edges.storage.ledger import Ledger
from bot.edges.storage.meeting_secrets import MeetingSecrets, count_keyless, name_of
from tests.edges.remembered import remembered

OLD, NEW = new_key(), new_key()


def test_a_meeting_keeps_its_sub_while_keys_are_changed():
    seed = MeetingSecrets([OLD]).new_seed()
    sub = MeetingSecrets([OLD]).sub_of(seed)
    assert MeetingSecrets([NEW, OLD]).sub_of(seed) == sub
    assert MeetingSecrets([NEW, OLD]).new_seed().partition(".")[0] != seed.partition(".")[0]


def test_the_stored_seed_does_not_reveal_the_sub():
    seed = MeetingSecrets([OLD]).new_seed()
    assert MeetingSecrets([OLD]).sub_of(seed) not in seed
    with capture_logs() as logs, pytest.raises(Refused):
        MeetingSecrets([NEW]).sub_of(seed)
    assert logs[0]["event"] == "meeting.key_missing"
    assert seed.partition(".")[2] not in str(logs)
    with capture_logs(), pytest.raises(Refused):
        MeetingSecrets().sub_of(seed)


def test_a_program_s_name_leads_to_one_meeting_that_the_database_does_not_reveal():
    ours = MeetingSecrets([OLD])
    seed, other = ours.new_seed(), ours.new_seed()
    sub = ours.sub_of_named(seed, "chat 7")
    assert re.fullmatch(r"[0-9a-f]{40}", sub)
    assert MeetingSecrets([NEW, OLD]).sub_of_named(seed, "chat 7") == sub
    assert sub not in {ours.sub_of_named(seed, "chat 8"), ours.sub_of_named(other, "chat 7")}
    with capture_logs(), pytest.raises(Refused):
        MeetingSecrets([NEW]).sub_of_named(seed, "chat 7")


def test_an_earlier_meeting_keeps_its_sub():
    seed = MeetingSecrets().new_seed()
    assert MeetingSecrets([NEW]).sub_of(seed) == MeetingSecrets().sub_of(seed) == seed


def test_meetings_whose_key_is_gone_are_counted_until_they_are_over(prepared: sa.Engine):
    ledger, now = Ledger(prepared), datetime.now(UTC)
    for keys, hours in (([OLD], 1), ([NEW], 1), ([], 1), ([OLD], -1)):
        expires = now + timedelta(hours=hours)
        sub = MeetingSecrets(keys).new_seed()
        remembered(ledger, sub=sub, opens=expires - timedelta(hours=2), expires=expires)
    counted = [count_keyless(prepared, keys) for keys in ([NEW, OLD], [NEW], [])]
    assert counted == [0, 1, 2]


def test_valid_api_keys_whose_key_is_gone_are_counted(prepared: sa.Engine):
    for name, keys in (("old", [OLD]), ("new", [NEW]), ("none", [])):
        ApiKeyStore(prepared, MeetingSecrets(keys).new_seed).new(name, ["meetings"], None)
    revoked = ApiKeyStore(prepared, MeetingSecrets([OLD]).new_seed)
    revoked.new("gone", ["meetings"], None)
    revoked.revoke("gone")
    counted = [count_keyless(prepared, keys) for keys in ([NEW, OLD], [NEW], [])]
    assert counted == [0, 1, 2]


def test_a_sub_has_letters_and_digits_only():
    for keys in ([NEW], []):
        secrets = MeetingSecrets(keys)
        subs = [secrets.sub_of(secrets.new_seed()) for _ in range(100)]
        assert all(re.fullmatch(r"[A-Za-z0-9-]{40}", each) for each in subs)


def test_a_meeting_of_an_earlier_version_keeps_its_sub():
    key = "V5DnlMRGPLQUbrtmKzxC94l5Vt8G-ezPeOPcVKLCbdk="
    seed = f"{name_of(key)}.q0Yl7ZcTzqvlWHnNmZ_d8nA1n3m0VY0f"
    assert MeetingSecrets([key]).sub_of(seed) == "p49SQyXQRzuqkbp9CO34tTYDIR2NXcOK22SUAxTDRCo"


def test_no_two_meetings_have_one_sub():
    keyed = MeetingSecrets([NEW])
    assert len({keyed.sub_of(keyed.new_seed()) for _ in range(1000)}) == 1000
