"""Compares email addresses: the local part without case, the domain as DNS knows it."""

from __future__ import annotations

from functools import lru_cache

import idna


def address_key(email: str) -> str:
    """Return what two spellings of one address have in common.

    Domains are compared by IDNA 2008, under which ``straße.de`` and ``strasse.de`` differ. Local
    parts ignore the case of letters, as mail servers do in practice. RFC 5891, RFC 5321

    Args:
        email: an address, or a domain alone.
    """
    local, at, domain = email.strip().rpartition("@")
    return f"{local.lower()}{at}{domain_key(domain)}"


@lru_cache(maxsize=1024)  # the domains of one command are compared hundreds of times
def domain_key(domain: str) -> str:
    """Return a domain in lower-case ASCII; one that is not valid only in lower case."""
    try:
        return str(idna.encode(domain, uts46=True).decode())
    except idna.IDNAError:
        return domain.lower()
