"""Web pages for tests, and a server on this computer that gives them out."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread

Answer = Callable[[BaseHTTPRequestHandler], None]

PARAGRAPHS = (
    "The ferry Marigold ran aground off Brackwater on Tuesday. All 48 passengers are safe, the port said.",
    "“We heard a bang,” a passenger said. She was taken to the harbour by a fishing boat.",
    "An inquiry will open on Friday. Two tugs would try to pull the ship free at high tide, the port said.",
)
HEADLINE = "Ferry runs aground off Brackwater"


def page(*paragraphs: str, head: str = "", title: str = HEADLINE) -> str:
    """A page as newspapers make them, with navigation, a byline, a caption, teasers and a footer."""
    body = "".join(f"<p>{paragraph}</p>" for paragraph in paragraphs or PARAGRAPHS)
    return f"""<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>{title} | Harbour Gazette</title>
<meta property="og:site_name" content="Harbour Gazette">{head}</head>
<body><nav><ul><li><a href="/">Home</a></li><li><a href="/sport">Sport</a></li></ul></nav>
<article><h1>{title}</h1>
<figure><img src="/ferry.jpg" alt="A ferry"><figcaption>On the rocks. Photo: agency</figcaption></figure>
{body}</article>
<aside><h3>More</h3><ul><li><a href="/a">Harbour fees rise</a></li></ul></aside>
<footer>© Harbour Gazette. All rights reserved.</footer><script>alert("no")</script></body></html>"""


def answer(
    body: str | bytes, media_type: str | None = "text/html; charset=utf-8", code: int = 200, **headers: str
) -> Answer:
    """An answer with a body."""
    data = body.encode() if isinstance(body, str) else body

    def send(request: BaseHTTPRequestHandler) -> None:
        request.send_response(code)
        if media_type is not None:
            request.send_header("Content-Type", media_type)
        for name, value in {"Content_Length": str(len(data)), **headers}.items():
            request.send_header(name.replace("_", "-"), value)
        request.end_headers()
        request.wfile.write(data)

    return send


def redirect(to: str, code: int = 302) -> Answer:
    """An answer that leads elsewhere."""
    return answer(b"", code=code, Location=to)


@contextmanager
def serving(answers: Mapping[str, Answer]) -> Iterator[tuple[str, list[BaseHTTPRequestHandler]]]:
    """Serve ``answers`` by path; yields the address of the server and the requests that come."""
    asked: list[BaseHTTPRequestHandler] = []

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            asked.append(self)
            answers.get(self.path, answer("Nothing here.", code=404))(self)

        def log_request(self, *arguments: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}", asked
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
