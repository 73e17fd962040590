"""Ids as Webex makes them.

Base64, without padding, of ``ciscospark://<cluster>/<KIND>/<uuid>``.
"""

from __future__ import annotations

import base64
import uuid

PEOPLE_NAMESPACE = uuid.UUID("7d9c1f0e-54a5-4f0c-9d3e-2b6f1a0c8e11")


FIRST_CLUSTER = "us"
"""The cluster of all people and organizations, and of most spaces."""


def encode(kind: str, name: str, cluster: str = FIRST_CLUSTER) -> str:
    """Return the public id for `name` (a UUID, or two for a membership)."""
    uri = f"ciscospark://{cluster}/{kind}/{name}"
    return base64.urlsafe_b64encode(uri.encode()).decode().rstrip("=")


def fresh(kind: str, cluster: str = FIRST_CLUSTER) -> str:
    """Return a new id of a kind such as ``MESSAGE``."""
    return encode(kind, str(uuid.uuid4()), cluster)


def of_person(email: str) -> str:
    """Return the id of the person with this address, the same in every sandbox."""
    return encode("PEOPLE", str(uuid.uuid5(PEOPLE_NAMESPACE, email.lower())))


def of_organization(domain: str) -> str:
    """Return the id of the organization that owns `domain`."""
    return encode("ORGANIZATION", str(uuid.uuid5(PEOPLE_NAMESPACE, domain.lower())))


def of_membership(space_id: str, person_id: str) -> str:
    """Return the id of a person's membership in a space."""
    names = f"{name_in(person_id)}:{name_in(space_id)}"
    return encode("MEMBERSHIP", names, cluster_in(space_id))


def of_team_membership(team_id: str, person_id: str) -> str:
    """Return the id of a person's membership in a team."""
    return encode("TEAM_MEMBERSHIP", f"{name_in(person_id)}:{name_in(team_id)}")


def cluster_in(public_id: str) -> str:
    """Return the cluster in an id."""
    return decoded(public_id).split("/")[2]


def name_in(public_id: str) -> str:
    """Return the part after the last slash of the decoded id."""
    return decoded(public_id).rpartition("/")[2]


def is_id(public_id: str, kind: str) -> bool:
    """Return whether this is an unpadded id of a kind, of any cluster."""
    try:
        uri = decoded(public_id)
    except ValueError:
        return False
    return uri.startswith("ciscospark://") and uri.split("/")[3:4] == [kind]


def decoded(public_id: str) -> str:
    """Return the URI in an id.

    Raises:
        ValueError: it is none.
    """
    padded = public_id.encode("ascii") + b"=" * (-len(public_id) % 4)
    return base64.b64decode(padded, altchars=b"-_", validate=True).decode()
