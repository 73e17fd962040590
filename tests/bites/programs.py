"""The safeguards of the API that other programs call."""

from __future__ import annotations

from tests.bites.bite import Bite

_STORE, _GATE = "bot/edges/storage/api_key_store.py", "bot/edges/web/api/key_gate.py"
_ROUTES, _MEETINGS = "bot/edges/web/api/meeting_routes.py", "bot/edges/web/api/program_meetings.py"
_CLIENT = "bot/portal_client.py"
_TEST = "tests/api/test_meetings.py"

PROGRAMS = (
    Bite(
        "programs get no guest link before an expert has taken it",
        _ROUTES,
        "    if not has_doors:\n",
        "    if False:\n",
        ("tests/api/test_expert_requests.py",),
    ),
    Bite(
        "guests of a host who is out of reach",
        "bot/core/conversations/program_requests.py",
        "isinstance(step, Say) and",
        "not step and",
        ("tests/mail/test_hosts_out_of_reach.py",),
    ),
    Bite(
        "the secret of an API key",
        _STORE,
        "if not hmac.compare_digest(stored, hash_of_secret(secret)) or row is None:",
        "if row is None:",
        ("tests/api/test_keys.py",),
    ),
    Bite(
        "the end of an API key",
        _STORE,
        'if found.state(now) != "valid":',
        "if found.revoked:",
        ("tests/api/test_keys.py",),
    ),
    Bite(
        "revoking an API key",
        "bot/core/domain/api_keys.py",
        "if self.revoked:",
        "if not self.name:",
        ("tests/api/test_keys.py", "tests/api/test_key_gate.py"),
    ),
    Bite(
        "an API key is looked up each time",
        _GATE,
        'key = self._store.find(given.token or "") if given and is_bearer else None',
        "key = self.__dict__.setdefault("
        'str(given), self._store.find(given.token or "") if given and is_bearer else None)',
        ("tests/api/test_key_gate.py",),
    ),
    Bite(
        "only hashes of API keys are stored",
        "bot/core/domain/api_keys.py",
        "return hashlib.sha256(secret.encode()).hexdigest()",
        "return secret",
        ("tests/api/test_keys.py",),
    ),
    Bite(
        "the limit of an API key",
        _GATE,
        "if wait := self._limit_of(key).wait(key.name):",
        "if (wait := self._limit_of(key).wait(key.name)) < 0:",
        ("tests/api/test_broker_routes.py",),
    ),
    Bite(
        "each program has a limit of its own",
        _GATE,
        "if wait := self._limit_of(key).wait(key.name):",
        'if wait := self._limit_of(key).wait("one for all"):',
        ("tests/api/test_broker_routes.py",),
    ),
    Bite(
        "locking out who guesses API keys",
        _GATE,
        "if self._wrong.is_reached(address):",
        "if not address:",
        ("tests/api/test_key_gate.py",),
    ),
    Bite(
        "the scope of host links",
        _ROUTES,
        "if hosts and HOST_LINKS not in key.scopes:",
        "if hosts and not key.scopes:",
        (_TEST,),
    ),
    Bite(
        "no host link of a request that nobody has taken",
        _ROUTES,
        "    if order.hosts:\n",
        "    if False:\n",
        ("tests/api/test_expert_requests.py",),
    ),
    Bite(
        "the scope of meetings",
        _GATE,
        "if MEETINGS not in key.scopes:",
        "if not key.scopes:",
        ("tests/api/test_broker_routes.py",),
    ),
    Bite(
        "a program's meetings are its own",
        "bot/edges/storage/api_meeting_store.py",
        "mine = (api_meetings.c.program == program, meetings.c.number == number)",
        'mine = (api_meetings.c.program != "", meetings.c.number == number)',
        (_TEST, "tests/api/test_expert_requests.py"),
    ),
    Bite(
        "a program's names of meetings are its own",
        "bot/edges/web/api/broker_routes.py",
        "return self.sub_of(key.room_seed, name)",
        "return self.sub_of(name, name)",
        ("tests/api/test_broker_routes.py",),
    ),
    Bite(
        "another body with the same idempotency key",
        "bot/edges/web/api/recorded_requests.py",
        "if asked.body_hash != new.body_hash:",
        "if not asked.body_hash:",
        (_TEST,),
    ),
    Bite(
        "idempotency keys of one's own",
        "bot/edges/storage/api_meeting_store.py",
        "yield api_meetings.c.program == new.program",
        'yield api_meetings.c.program != ""',
        (_TEST,),
    ),
    Bite(
        "one meeting for requests at once",
        "bot/edges/storage/api_tables.py",
        '    sa.UniqueConstraint("program", "idempotency", name="api_meetings_once"),\n',
        "",
        (_TEST, "tests/edges/test_migrations.py"),
    ),
    Bite(
        "a meeting that changed meanwhile",
        _ROUTES,
        "not in request.if_match",
        "in request.if_none_match",
        (_TEST,),
    ),
    Bite(
        "a guest of a meeting that changed meanwhile",
        _ROUTES,
        "        self._check_unchanged(key, record, reference)\n        self.meetings.uninvite(",
        "        self.meetings.uninvite(",
        (_TEST,),
    ),
    Bite(
        "new guests of a meeting that changed meanwhile",
        _ROUTES,
        "        self._check_unchanged(key, record, reference)\n"
        "        self.meetings.check_open(record)\n        record = ",
        "        self.meetings.check_open(record)\n        record = ",
        (_TEST,),
    ),
    Bite(
        "a meeting in the past",
        _MEETINGS,
        "if opens and opens < self.now()",
        "if opens and self.now() < self.now()",
        (_TEST,),
    ),
    Bite(
        "no name of a field is repeated",
        "bot/edges/web/api/request_reading.py",
        'if each["type"] == "extra_forbidden":',
        "if not place:",
        ("tests/edges/test_hostile_bodies.py",),
    ),
    Bite(
        "the client repeats what was lost",
        _CLIENT,
        "        ATTEMPTS - 1,\n",
        "        0,\n",
        ("tests/api/test_portal.py",),
    ),
    Bite(
        "the client follows no redirect",
        _CLIENT,
        '"allow_redirects": False',
        '"allow_redirects": True',
        ("tests/api/test_portal.py",),
    ),
    Bite(
        "the client sends its key over https",
        _CLIENT,
        "if not is_trustworthy(self._address):",
        "if not self._address:",
        ("tests/api/test_portal.py",),
    ),
)
