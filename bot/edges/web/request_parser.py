"""Parses HTTP requests strictly: an ambiguous one gets 400.

If a proxy and the bot disagree on where a request ends, a stranger can smuggle in a request.
https://portswigger.net/web-security/request-smuggling
"""

from __future__ import annotations

import re
import time
from collections import Counter
from typing import Any

from waitress.parser import HTTPRequestParser, ParsingError
from waitress.utilities import BadRequest

LONGEST_CHUNK_LINE = 256
"""Bytes of the line before a chunk, extensions included."""

_REQUEST_LINE = re.compile(rb"[A-Z]{1,32} [!-~]+ HTTP/1\.([01])")
_FIELD = re.compile(rb"([!#$%&'*+.^`|~0-9A-Za-z-]+):([\t -~\x80-\xff]*)")
"""RFC 9112, but no underscore in a name: WSGI cannot tell `X_Y` from `X-Y`."""

_CHUNK_LINE = re.compile(rb"([0-9A-Fa-f]{1,8})(?:[ \t]*;[\t -~]*)?\r\n")
_LENGTH = re.compile(rb"[0-9]{1,12}")


class StrictRequest(HTTPRequestParser):  # type: ignore[misc]  # waitress has no types
    """A request while it is received, checked where waitress is lenient."""

    body_rcv: Any

    def __init__(self, adj: Any) -> None:
        super().__init__(adj)
        self.begun = time.time()

    def parse_header(self, header_plus: bytes) -> None:
        """Parse the request line and the headers.

        Raises:
            ParsingError: they are ambiguous; answered with 400.
        """
        check_head(header_plus)
        super().parse_header(header_plus)
        if self.body_rcv is not None and self.chunked:
            self.body_rcv = StrictChunks(self.body_rcv.getbuf())


def check_head(head: bytes) -> None:
    """Check a request line with its headers, up to the empty line.

    Raises:
        ParsingError: they are ambiguous.
    """
    line, *fields = head.removesuffix(b"\r\n\r\n").removesuffix(b"\r\n").split(b"\r\n")
    request, read = _REQUEST_LINE.fullmatch(line), [_FIELD.fullmatch(each) for each in fields]
    if request is None or None in read:
        raise ParsingError("not HTTP/1.0 or 1.1")
    named = [(each[1].lower(), each[2].strip(b" \t")) for each in read if each]
    times, values = Counter(name for name, _ in named), dict(named)
    if max(times[name] for name in (b"content-length", b"transfer-encoding", b"host")) > 1:
        raise ParsingError("more than one length or host")
    if request[1] == b"1" and not times[b"host"]:
        raise ParsingError("no host")
    _check_length(values, is_old=request[1] == b"0")


def _check_length(values: dict[bytes, bytes], *, is_old: bool) -> None:
    length, encoding = values.get(b"content-length"), values.get(b"transfer-encoding")
    if length is not None and not _LENGTH.fullmatch(length):
        raise ParsingError("no length")
    if encoding is not None and (length is not None or is_old or encoding.lower() != b"chunked"):
        raise ParsingError("an encoding that leaves the length open")


class StrictChunks:
    """Decodes a chunked body, without trailers, into a buffer.

    Args:
        buffer: waitress's, for the decoded bytes.
    """

    def __init__(self, buffer: Any) -> None:
        self._buffer = buffer
        self._left = 0
        self._line = b""
        self._then = self._size
        self.completed = False
        self.error: BadRequest | None = None

    def __len__(self) -> int:
        return len(self._buffer)

    def getbuf(self) -> Any:
        """Return the buffer."""
        return self._buffer

    def getfile(self) -> Any:
        """Return the buffer as a file."""
        return self._buffer.getfile()

    def received(self, data: bytes) -> int:
        """Decode the bytes that belong to the body; return how many they were."""
        taken = 0
        while taken < len(data) and not (self.completed or self.error):
            rest = data[taken:]
            taken += self._take_content(rest) if self._left else self._take_line(rest)
        return taken

    def _take_content(self, data: bytes) -> int:
        content = data[: self._left]
        self._buffer.append(content)
        self._left -= len(content)
        return len(content)

    def _take_line(self, data: bytes) -> int:
        part = data[: data.find(b"\n") + 1] or data
        self._line += part
        if len(self._line) > LONGEST_CHUNK_LINE:
            self.error = BadRequest("")
        elif self._line.endswith(b"\n"):
            line, self._line = self._line, b""
            self._then(line)
        return len(part)

    def _size(self, line: bytes) -> None:
        found = _CHUNK_LINE.fullmatch(line)
        if found is None:
            self.error = BadRequest("")
            return
        self._left = int(found[1], 16)
        self._then = self._end_of_chunk if self._left else self._end_of_body

    def _end_of_chunk(self, line: bytes) -> None:
        self._then = self._size
        self._expect_nothing(line)

    def _end_of_body(self, line: bytes) -> None:
        self._expect_nothing(line)
        self.completed = self.error is None

    def _expect_nothing(self, line: bytes) -> None:
        if line != b"\r\n":
            self.error = BadRequest("")
