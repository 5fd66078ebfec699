"""Web addresses to bytes: one request, no cookies, nothing but the page itself."""

from __future__ import annotations

import gzip
import socket
import ssl
import zlib
from collections.abc import Callable
from dataclasses import dataclass
from http.client import HTTPException, HTTPResponse, IncompleteRead
from io import BytesIO
from time import monotonic
from urllib.error import HTTPError, URLError
from urllib.parse import quote, urldefrag, urlsplit, urlunsplit
from urllib.request import (
    HTTPDefaultErrorHandler,
    HTTPErrorProcessor,
    HTTPHandler,
    HTTPRedirectHandler,
    HTTPSHandler,
    OpenerDirector,
    ProxyHandler,
    Request,
    UnknownHandler,
)

from tui.reading.address import host
from tui.reading.cleaning import one_line
from tui.reading.errors import ReadingError
from tui.version import __version__

MOST_BYTES = 5_000_000
WAIT = 20.0  # seconds without an answer
LONGEST_WAIT = 60.0  # seconds in all
_CHUNK = 65_536
_REDIRECTS = 5
_HEADERS = {
    "User-Agent": f"rashomon/{__version__}",
    "Accept": "text/html, application/xhtml+xml, text/markdown, text/plain;q=0.9",
    "Accept-Encoding": "gzip",
}
_SAFE = "/:?#[]@!$&'()*+,;=%~"  # what stays as it is in an address
_BROKE_OFF = "broke off before all of it was here: try again."

Progress = Callable[[int, int | None], None]
"""Is told how many bytes have come, and of how many if that is known; may raise InterruptedError to stop."""


@dataclass(frozen=True, slots=True)
class Fetched:
    """The answer of an address.

    ``address`` is where it was in the end, ``media_type`` (in lower case) and ``charset`` what the
    server says it is, empty and None where it says nothing.
    """

    address: str
    data: bytes
    media_type: str
    charset: str | None


def fetch(address: str, progress: Progress | None = None) -> Fetched:
    """Ask for what stands at a web address.

    Raises:
        ReadingError: It cannot be had; the message names the address and says what to do.
        InterruptedError: ``progress`` stopped it.
    """
    shown = f"“{one_line(address)}”"
    try:
        with _opener().open(Request(_quoted(address), headers=_HEADERS), timeout=WAIT) as response:  # noqa: S310  (the opener knows no other schemes)
            return _read(response, progress)
    except InterruptedError:
        raise
    except _RefusedError as error:
        raise ReadingError(f"{shown} {error}") from None
    except HTTPError as error:
        error.close()
        raise ReadingError(f"{shown} {_status(error.code)}") from None
    except (URLError, OSError) as error:
        reason = error.reason if isinstance(error, URLError) else error
        raise ReadingError(f"{shown} {_failure(reason, address)}") from None
    except IncompleteRead:
        raise ReadingError(f"{shown} {_BROKE_OFF}") from None
    except HTTPException as error:
        told = one_line(str(error))[:100] or type(error).__name__
        raise ReadingError(f"{shown} gives no answer that can be read ({told}): check the address.") from None
    except ValueError:
        raise ReadingError(f"{shown} is no web address: check how it is written.") from None


class _RefusedError(Exception):
    """The page is not read; the message goes on from its address."""


class _Redirects(HTTPRedirectHandler):
    """Follows a few redirects, where an address would be followed too."""

    max_redirections = max_repeats = _REDIRECTS


def _opener() -> OpenerDirector:
    """An opener of web addresses and nothing else; urllib's own would open files and FTP too."""
    opener = OpenerDirector()
    for handler in (
        ProxyHandler(),
        HTTPHandler(),
        HTTPSHandler(),
        _Redirects(),
        HTTPDefaultErrorHandler(),
        HTTPErrorProcessor(),
        UnknownHandler(),
    ):
        opener.add_handler(handler)
    return opener


def _quoted(address: str) -> str:
    """The address in ASCII: the host as IDNA, other characters percent-encoded; without the fragment."""
    parts = urlsplit(urldefrag(address.strip()).url)
    if not parts.hostname:
        raise ValueError("no host")
    netloc = parts.netloc.encode("idna").decode()
    return urlunsplit(
        (parts.scheme, netloc, quote(parts.path, safe=_SAFE), quote(parts.query, safe=_SAFE), "")
    )


def _read(response: HTTPResponse, progress: Progress | None) -> Fetched:
    expected = int(length) if (length := response.headers.get("Content-Length", "")).isdecimal() else None
    if expected is not None and expected > MOST_BYTES:
        raise _too_large()
    data = _body(response, expected, progress)
    match response.headers.get("Content-Encoding", "identity").strip().lower():
        case "gzip" | "x-gzip":
            data = _unpacked(data)
        case "identity" | "":
            pass
        case _:
            raise _RefusedError("comes in a compression that is not read: save the page and name the file.")
    declared = "Content-Type" in response.headers
    return Fetched(
        address=urldefrag(response.url).url,
        data=data,
        media_type=response.headers.get_content_type() if declared else "",
        charset=response.headers.get_content_charset(),
    )


def _body(response: HTTPResponse, expected: int | None, progress: Progress | None) -> bytes:
    until = monotonic() + LONGEST_WAIT
    data = bytearray()
    while chunk := response.read1(_CHUNK):
        data += chunk
        if len(data) > MOST_BYTES:
            raise _too_large()
        if monotonic() > until:
            raise _RefusedError(f"did not come within {LONGEST_WAIT:.0f} seconds: try again later.")
        if progress is not None:
            progress(len(data), expected)
    if expected is not None and len(data) < expected:
        raise _RefusedError(_BROKE_OFF)
    return bytes(data)


def _unpacked(data: bytes) -> bytes:
    try:
        unpacked = gzip.GzipFile(fileobj=BytesIO(data)).read(MOST_BYTES + 1)
    except (OSError, EOFError, zlib.error):
        raise _RefusedError("came damaged: try again.") from None
    if len(unpacked) > MOST_BYTES:
        raise _too_large()
    return unpacked


def _too_large() -> _RefusedError:
    return _RefusedError(
        f"is larger than {MOST_BYTES // 1_000_000} MB: save the article's text in a file and name that."
    )


def _status(code: int) -> str:
    """The meaning of a server's answer to the one who asked."""
    match code:
        case 404 | 410:
            return f"is not there ({code}): check the address."
        case 401 | 402 | 403 | 451:
            return f"is not given to this program ({code}): open it in a browser and paste the text."
        case 429:
            return f"is not given so often ({code}): try again later."
        case _ if code >= 500:
            return f"cannot be read, since its server failed ({code}): try again later."
        case _ if code >= 300 and code < 400:
            return f"leads on to no page that can be read ({code}): check the address."
        case _:
            return f"cannot be read ({code}): check the address."


def _failure(reason: object, address: str) -> str:
    """Why there was no answer."""
    if isinstance(reason, TimeoutError):
        return f"did not answer within {WAIT:.0f} seconds: try again later."
    if isinstance(reason, socket.gaierror):
        return f"was not found: check whether “{one_line(host(address))}” is right and there is a network."
    if isinstance(reason, ssl.SSLCertVerificationError):
        return "cannot prove that it is what it says (its certificate is not valid): check the address."
    told = getattr(reason, "strerror", None) or reason
    return f"cannot be reached ({one_line(str(told))}): check the address and the network."
