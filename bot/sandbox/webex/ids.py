"""Ids as Webex makes them.

Base64, without padding, of ``ciscospark://<cluster>/<KIND>/<uuid>``.
"""

from __future__ import annotations

import base64
import uuid

PEOPLE_NAMESPACE = uuid.UUID("7d9c1f0e-54a5-4f0c-9d3e-2b6f1a0c8e11")


FIRST_CLUSTER = "us"
"""Where people and organisations are always, and most spaces."""


def encode(kind: str, name: str, cluster: str = FIRST_CLUSTER) -> str:
    """Return the public id of `name` (a uuid, or two of them for a membership)."""
    uri = f"ciscospark://{cluster}/{kind}/{name}"
    return base64.urlsafe_b64encode(uri.encode()).decode().rstrip("=")


def fresh(kind: str, cluster: str = FIRST_CLUSTER) -> str:
    """Return a new id of that kind, such as ``MESSAGE``."""
    return encode(kind, str(uuid.uuid4()), cluster)


def of_person(email: str) -> str:
    """Return the id of the person with that address: always the same, in every sandbox."""
    return encode("PEOPLE", str(uuid.uuid5(PEOPLE_NAMESPACE, email.lower())))


def of_organisation(domain: str) -> str:
    """Return the id of the organisation that owns `domain`."""
    return encode("ORGANIZATION", str(uuid.uuid5(PEOPLE_NAMESPACE, domain.lower())))


def of_membership(space_id: str, person_id: str) -> str:
    """Return the id of one person's membership of one space."""
    names = f"{name_in(person_id)}:{name_in(space_id)}"
    return encode("MEMBERSHIP", names, cluster_in(space_id))


def cluster_in(public_id: str) -> str:
    """Return the cluster that an id names."""
    return _decode(public_id).split("/")[2]


def name_in(public_id: str) -> str:
    """Return what stands after the last slash of the decoded id."""
    return _decode(public_id).rpartition("/")[2]


def is_id(public_id: str, kind: str) -> bool:
    """Say whether this is an id of that kind, wherever in the world it was made."""
    try:
        uri = _decode(public_id)
    except ValueError:
        return False
    return uri.startswith("ciscospark://") and uri.split("/")[3:4] == [kind]


def _decode(public_id: str) -> str:
    padded = public_id.encode("ascii") + b"=" * (-len(public_id) % 4)
    return base64.b64decode(padded, altchars=b"-_", validate=True).decode()
