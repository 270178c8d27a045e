"""A relay on loopback that counts what passes: requests, statuses of answers, bytes both ways."""

import socket
import threading


class Relay:
    """Passes connections on to a port of 127.0.0.1; use it as a context manager."""

    def __init__(self, port):
        self.target = ("127.0.0.1", port)
        self.lock = threading.Lock()
        self.listener = socket.create_server(("127.0.0.1", 0))
        self.url = f"http://127.0.0.1:{self.listener.getsockname()[1]}"
        self.reset()

    def reset(self):
        with self.lock:
            self.requests, self.statuses, self.bytes = [], [], 0

    def __enter__(self):
        threading.Thread(target=self._accept, daemon=True).start()
        return self

    def __exit__(self, *_):
        self.listener.close()

    def _accept(self):
        while True:
            try:
                client, _ = self.listener.accept()
            except OSError:
                return
            server = socket.create_connection(self.target)
            for source, sink, note in ((client, server, self._asked), (server, client, self._answered)):
                threading.Thread(target=self._pass, args=(source, sink, note), daemon=True).start()

    def _pass(self, source, sink, note):
        try:
            while data := source.recv(65536):
                with self.lock:
                    self.bytes += len(data)
                    note(data)
                sink.sendall(data)
            sink.shutdown(socket.SHUT_WR)
        except OSError:
            pass

    # Heads of a small exchange come in one piece; a piece that begins otherwise is a body.

    def _asked(self, data):
        line = data.split(b"\r\n", 1)[0]
        if line.endswith((b" HTTP/1.1", b" HTTP/1.0")):
            self.requests.append(line.rsplit(b" ", 1)[0].decode(errors="replace"))

    def _answered(self, data):
        if data.startswith(b"HTTP/1."):
            self.statuses.append(int(data.split(None, 2)[1]))
