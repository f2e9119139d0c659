"""A language server, asked as an editor asks it."""

import json
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, Any

from attrs import frozen

SETTINGS: dict[str, Any] = {
    "yaml": {"validate": True, "hover": True, "completion": True, "schemaStore": {"enable": False}},
    "http": {"proxy": "http://127.0.0.1:9", "proxyStrictSSL": False},  # a schema from the network would not arrive
}


@frozen
class Diagnostic:
    """What the server says of a file, and the line, counted from 1."""

    line: int
    message: str


@frozen
class Offer:
    """What the server would write, and what it says about it."""

    label: str
    about: str


class LanguageServer:
    """A running server; requests wait for their answers."""

    def __init__(self, process: "subprocess.Popen[bytes]") -> None:
        assert process.stdin
        assert process.stdout
        self._to: IO[bytes] = process.stdin
        self._from: IO[bytes] = process.stdout
        self._asked = 0
        self._said: dict[str, list[dict[str, Any]]] = {}

    def start(self, folder: Path) -> None:
        """Begin, for an editor that knows what an ordinary one does."""
        completion = {"completionItem": {"documentationFormat": ["markdown"], "snippetSupport": True}}
        capabilities = {
            "textDocument": {"completion": completion, "hover": {"contentFormat": ["markdown"]}},
            "workspace": {"configuration": True},
        }
        asked = {"processId": None, "rootUri": folder.as_uri(), "capabilities": capabilities}
        self._ask("initialize", asked)
        self._tell("initialized", {})
        self._tell("workspace/didChangeConfiguration", {"settings": SETTINGS})

    def open(self, file: Path, text: str) -> list[Diagnostic]:
        """Open *file* with *text*, and wait for what the server says of it."""
        uri = file.as_uri()
        self._tell("textDocument/didOpen", {"textDocument": _document(uri, text)})
        while uri not in self._said:
            self._receive()
        return [Diagnostic(each["range"]["start"]["line"] + 1, each["message"]) for each in self._said[uri]]

    def complete(self, file: Path, line: int, column: int) -> list[Offer]:
        """What the server offers at a place, counted from 1."""
        found = self._ask("textDocument/completion", _place(file, line, column))
        items = found["items"] if isinstance(found, dict) else found
        return [Offer(each["label"], _words(each.get("documentation", ""))) for each in items]

    def hover(self, file: Path, line: int, column: int) -> str:
        """What the server shows of a place, counted from 1."""
        found = self._ask("textDocument/hover", _place(file, line, column))
        return _words(found["contents"]) if found else ""

    def _ask(self, method: str, params: dict[str, Any]) -> Any:  # noqa: ANN401
        self._asked += 1
        self._send({"id": self._asked, "method": method, "params": params})
        while True:
            message = self._receive()
            if message.get("id") == self._asked and "method" not in message:
                assert "error" not in message, message["error"]
                return message["result"]

    def _tell(self, method: str, params: dict[str, Any]) -> None:
        self._send({"method": method, "params": params})

    def _send(self, message: dict[str, Any]) -> None:
        content = json.dumps({"jsonrpc": "2.0", **message}).encode()
        self._to.write(b"Content-Length: %d\r\n\r\n%b" % (len(content), content))
        self._to.flush()

    def _receive(self) -> dict[str, Any]:
        length = 0
        while (line := self._from.readline().strip()) or not length:
            assert line or length, "the server has ended"
            name, _, value = line.partition(b":")
            length = int(value) if name.lower() == b"content-length" else length
        message: dict[str, Any] = json.loads(self._from.read(length))
        method = message.get("method")
        if method == "textDocument/publishDiagnostics":
            self._said[message["params"]["uri"]] = message["params"]["diagnostics"]
        elif method == "workspace/configuration":
            wanted = [SETTINGS.get(each["section"], {}) for each in message["params"]["items"]]
            self._send({"id": message["id"], "result": wanted})
        elif method and "id" in message:
            self._send({"id": message["id"], "result": None})
        return message


@contextmanager
def running(program: str, folder: Path) -> Iterator[LanguageServer]:
    """The server *program* on *folder*, ended afterwards."""
    process = subprocess.Popen([program, "--stdio"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, cwd=folder)
    try:
        server = LanguageServer(process)
        server.start(folder)
        yield server
    finally:
        process.terminate()
        process.communicate()


def _document(uri: str, text: str) -> dict[str, Any]:
    return {"uri": uri, "languageId": "yaml", "version": 1, "text": text}


def _place(file: Path, line: int, column: int) -> dict[str, Any]:
    return {"textDocument": {"uri": file.as_uri()}, "position": {"line": line - 1, "character": column - 1}}


def _words(contents: Any) -> str:  # noqa: ANN401
    return str(contents["value"]) if isinstance(contents, dict) else str(contents)
