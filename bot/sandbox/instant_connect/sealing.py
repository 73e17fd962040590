"""Encrypts and decrypts links: a signed token in an encrypted one.

JWS (RFC 7515) inside JWE (RFC 7516), its key wrapped by PBES2 (RFC 7518, 4.8).
"""

from __future__ import annotations

import base64
import json
import re
import secrets
from dataclasses import dataclass
from typing import Any, get_args

from joserfc import jwe, jws
from joserfc.errors import JoseError
from joserfc.jwk import OctKey
from joserfc.registry import HeaderParameter

from bot.core.domain.joseencrypt import AUDIENCE, Enc, JweAlg, JwsAlg

JWE_ALGS: tuple[str, ...] = get_args(JweAlg)
ENCS: tuple[str, ...] = get_args(Enc)
JWS_ALGS: tuple[str, ...] = get_args(JwsAlg)
SALT_BYTES = range(8, 129)
ITERATIONS = range(1000, 32768)

_COMPACT = re.compile(r"[A-Za-z0-9_-]+(\.[A-Za-z0-9_-]+){4}")
_LONGEST = 16_000
_HEADERS = jwe.JWERegistry(
    {"aud": HeaderParameter("Audience", "str"), "iss": HeaderParameter("Issuer", "str")},
    algorithms=[*JWE_ALGS, *ENCS],
)


class NotOurs(Exception):  # a link of another broker, or no link at all
    """The cipher wasn't made with these keys."""


@dataclass(frozen=True)
class Seal:
    """Encryption parameters, named as in JOSE. The salt's length is in bytes."""

    jwe_alg: str
    salt_length: int
    iterations: int
    enc: str
    jws_alg: str


class Keys:
    """The broker's two secrets. Each sandbox makes new ones, which never leave this object."""

    def __init__(self) -> None:
        self.__outer = OctKey.generate_key(256, auto_kid=False)
        self.__inner = OctKey.generate_key(512, auto_kid=False)

    def sealed(self, claims: dict[str, Any], issuer: str, seal: Seal) -> str:
        """Sign and encrypt `claims`.

        Args:
            claims: the content of the inner token.
            issuer: UUID of the organization, readable in the cipher's header.
            seal: encryption parameters.
        """
        token = jws.serialize_compact(
            {"alg": seal.jws_alg}, json.dumps(claims), self.__inner, algorithms=[*JWS_ALGS]
        )
        header = _header(issuer, seal)
        return jwe.encrypt_compact(header, token, self.__outer, registry=_HEADERS)

    def opened(self, cipher: str) -> dict[str, Any]:
        """Return the claims in `cipher`.

        Raises:
            NotOurs: it wasn't made with these keys, or isn't a cipher.
        """
        if len(cipher) > _LONGEST or not _COMPACT.fullmatch(cipher):
            raise NotOurs
        try:
            _check_iterations(cipher)
            token = jwe.decrypt_compact(cipher, self.__outer, registry=_HEADERS).plaintext or b""
            inner = jws.deserialize_compact(token, self.__inner, algorithms=[*JWS_ALGS])
        except (JoseError, ValueError, TypeError):
            raise NotOurs from None
        claims: dict[str, Any] = json.loads(inner.payload)
        return claims


def _header(issuer: str, seal: Seal) -> dict[str, Any]:
    """Return a header with the fields of recorded ciphers, in their order."""
    salt = base64.urlsafe_b64encode(secrets.token_bytes(seal.salt_length))
    return {
        "p2s": salt.decode().rstrip("="),
        "p2c": seal.iterations,
        "aud": AUDIENCE,
        "iss": issuer,
        "cty": "JWT",
        "enc": seal.enc,
        "alg": seal.jwe_alg,
    }


def _check_iterations(cipher: str) -> None:
    """Refuse a header that would keep the processor busy for long."""
    encoded = cipher.partition(".")[0]
    header = json.loads(base64.urlsafe_b64decode(encoded + "=" * (-len(encoded) % 4)))
    if not isinstance(header, dict) or header.get("p2c") not in ITERATIONS:
        raise NotOurs
