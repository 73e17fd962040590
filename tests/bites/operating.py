"""The safeguards of the receiver against strangers, and of what operators do."""

from __future__ import annotations

from tests.bites.bite import Bite

RAW = ("tests/edges/test_raw_requests.py",)
RESTORE = ("tests/engine/test_backup.py",)

OPERATING = (
    Bite(
        "one length",
        "bot/edges/web/request_parser.py",
        'length is not None or is_old or encoding.lower() != b"chunked"',
        'encoding.lower() != b"chunked"',
        RAW,
    ),
    Bite(
        "strict fields",
        "bot/edges/web/request_parser.py",
        "if request is None or None in read:",
        "if request is None:",
        RAW,
    ),
    Bite(
        "strict chunks",
        "bot/edges/web/request_parser.py",
        "        if self.body_rcv is not None and self.chunked:",
        "        if False:",
        RAW,
    ),
    Bite(
        "idle connections",
        "bot/edges/web/http_server.py",
        "        if now >= self._next_look:",
        "        if False:",
        RAW,
    ),
    Bite(
        "age of a notice",
        "bot/edges/web/receiver.py",
        "        notice.check_age(time.time(), longest)\n",
        "",
        ("tests/edges/test_receiver.py",),
    ),
    Bite(
        "few lines about refusals",
        "bot/edges/web/log_throttle.py",
        "if now - logged < SECONDS:",
        "if False:",
        ("tests/edges/test_throttles.py", "tests/edges/test_receiver.py"),
    ),
    Bite(
        "lock-out",
        "bot/edges/web/admin.py",
        "if self._wrong.is_reached(address):",
        "if False:",
        ("tests/observability/test_admin.py",),
    ),
    Bite(
        "weak secrets",
        "bot/settings/secret_strength.py",
        " or _repeats(secret) or _counts(secret)",
        "",
        ("tests/test_settings.py",),
    ),
    Bite(
        "a writer that is told when to go on",
        "bot/edges/storage/sqlite.py",
        "        self._ended.set()\n",
        "        pass\n",
        ("tests/engine/test_database.py",),
    ),
    Bite(
        "overwriting",
        "bot/edges/storage/sqlite.py",
        "secure_delete=ON",
        "secure_delete=OFF",
        ("tests/edges/test_data_retention.py",),
    ),
    Bite(
        "no second sending after a restore",
        "bot/process/backup_tasks.py",
        "discarded + WorkflowStore(opened, EncryptedJson(no_key)).forget_due()",
        "discarded + 1",
        RESTORE,
    ),
    Bite(
        "what was planned is there after a restore",
        "bot/edges/durable/workflow_store.py",
        "[each for each in found if (each.delay_until_epoch_ms or 0) <= 1000 * time.time()]",
        "found",
        RESTORE,
    ),
    Bite(
        "no look back beyond a restore",
        "bot/process/backup_tasks.py",
        "        look_back.skip_until(SingletonTasks(opened), time.time())\n",
        "",
        RESTORE,
    ),
    Bite(
        "the key to a meeting",
        "bot/process/worker_half.py",
        "broker_of(settings, bot.secrets.sub_of)",
        "broker_of(settings)",
        ("tests/stories/test_secrets.py",),
    ),
    Bite("private backup", "bot/edges/storage/backups.py", "0o600", "0o644", RESTORE),
    Bite(
        "private settings",
        "bot/process/env_file.py",
        "0o600",
        "0o644",
        ("tests/observability/test_init.py",),
    ),
)
