"""A proxy on loopback that breaks one exchange in a chosen way."""

import socket
import struct
import threading
import time
import zlib

CHUNK = 1 << 16
# Of one exchange, in seconds: after it the client must be gone.
DEADLINE = 20
KINDS = {"check": ("POST", "/checks"), "put": ("PUT", "/intents/"), "feed": ("GET", "/changes")}


class Fault:
    """`where` is an exchange by name; written `kind:where:value:variant`."""

    def __init__(self, kind, where, value=0, variant=""):
        self.kind, self.where, self.value, self.variant = kind, where, value, variant

    def __str__(self):
        return f"{self.kind}:{self.where}:{self.value}:{self.variant}"

    @classmethod
    def parse(cls, text):
        kind, where, value, variant = (text.split(":") + ["", ""])[:4]
        return cls(kind, where, int(value or 0), variant)


class Trap:
    """A port to which redirects point. Whoever connects has been led astray; what is said is kept."""

    def __init__(self):
        self.socket = socket.create_server(("127.0.0.1", 0))
        self.port, self.caught = self.socket.getsockname()[1], []
        threading.Thread(target=self.serve, daemon=True).start()

    def serve(self):
        while True:
            connection, _ = self.socket.accept()
            connection.settimeout(2)
            try:
                self.caught.append(connection.recv(CHUNK))
            except OSError:
                self.caught.append(b"")
            connection.close()


class Wire:
    """Listens on a port of its own and carries to the sandbox; `arm` breaks the next exchange that the fault names."""

    def __init__(self, port, trap):
        self.provider, self.trap, self.armed = ("127.0.0.1", port), trap, None
        self.struck, self.held, self.lengths, self.patience = False, [], {}, 0
        self.socket = socket.create_server(("127.0.0.1", 0))
        self.url = f"http://127.0.0.1:{self.socket.getsockname()[1]}"
        threading.Thread(target=self.serve, daemon=True).start()

    def arm(self, fault):
        self.armed, self.struck, self.patience = fault, False, 0

    def disarm(self):
        """Returns when requests that were held back have arrived."""
        self.armed = None
        for thread in self.held:
            thread.join()
        self.held = []

    def serve(self):
        while True:
            client, _ = self.socket.accept()
            threading.Thread(target=self.exchange, args=(client,), daemon=True).start()

    def exchange(self, client):
        began = time.monotonic()
        try:
            client.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            request = self.request(client)
            fault = self.armed
            method, _, path = request.split(b"\r\n", 1)[0].decode().rpartition(" ")[0].partition(" ")
            wanted = KINDS.get(fault.where) if fault else None
            if wanted and method == wanted[0] and wanted[1] in path:
                self.armed, self.struck = None, True
                try:
                    getattr(self, fault.kind.replace("-", "_"))(client, request, fault)
                finally:
                    self.patience = max(self.patience, time.monotonic() - began)
            else:
                answer = self.carry(request)
                for name, (verb, part) in KINDS.items():
                    if method == verb and part in path:
                        self.lengths[name] = (len(request), len(answer))
                client.sendall(answer)
        except OSError:
            pass
        finally:
            client.close()

    @staticmethod
    def request(client):
        data = b""
        while b"\r\n\r\n" not in data:
            piece = client.recv(CHUNK)
            if not piece:
                raise ConnectionError("no request")
            data += piece
        head, _, body = data.partition(b"\r\n\r\n")
        length = next((int(line.split(b":")[1]) for line in head.split(b"\r\n") if line.lower().startswith(b"content-length")), 0)
        while len(body) < length:
            body += client.recv(CHUNK)
        return head + b"\r\nConnection: close\r\n\r\n" + body

    def carry(self, request):
        """The whole answer, which ends with its connection."""
        answer = b""
        with socket.create_connection(self.provider) as provider:
            provider.sendall(request)
            while piece := provider.recv(CHUNK):
                answer += piece
        return answer

    @staticmethod
    def reset(connection):
        connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        connection.close()

    def end(self, client, variant):
        self.reset(client) if variant == "rst" else client.close()

    # -- faults

    def cut_request(self, client, request, fault):
        with socket.create_connection(self.provider) as provider:
            provider.sendall(request[:fault.value])
            if fault.variant == "rst":
                self.reset(provider)
        self.end(client, fault.variant)

    def cut_answer(self, client, request, fault):
        client.sendall(self.carry(request)[:fault.value])
        self.end(client, fault.variant)

    def lost(self, client, request, fault):
        self.end(client, fault.variant)

    def late(self, client, request, fault):
        def arrive():
            time.sleep(fault.value / 1000)
            self.carry(request)
        thread = threading.Thread(target=arrive)
        thread.start()
        self.held.append(thread)
        self.end(client, fault.variant)

    def delay(self, client, request, fault):
        if fault.variant == "before":
            time.sleep(fault.value / 1000)
        answer = self.carry(request)
        if fault.variant != "before":
            time.sleep(fault.value / 1000)
        client.sendall(answer)

    def trickle(self, client, request, fault):
        answer = self.carry(request)
        for start in range(0, len(answer), fault.value):
            client.sendall(answer[start:start + fault.value])
            time.sleep(0.0002)

    def duplicate(self, client, request, fault):
        answers = [self.carry(request), self.carry(request)]
        client.sendall(answers[fault.value % 2])

    def status(self, client, request, fault):
        if fault.variant == "after":
            self.carry(request)
        self.say(client, f"HTTP/1.1 {fault.value} Broken", b"<html>broken</html>", "Content-Type: text/html")

    def redirect(self, client, request, fault):
        if fault.variant == "after":
            self.carry(request)
        place = [f"http://127.0.0.1:{self.trap.port}/v1/", f"//127.0.0.1:{self.trap.port}/", f"http://localhost:{self.trap.port}/"]
        self.say(client, f"HTTP/1.1 {fault.value} Elsewhere", b"", f"Location: {place[fault.value % 3]}",
                 f"Refresh: 0; url={place[0]}", f'Alt-Svc: h2="127.0.0.1:{self.trap.port}"')

    @staticmethod
    def say(client, first, body, *headers):
        head = "\r\n".join([first, *headers, f"Content-Length: {len(body)}", "Connection: close", "", ""])
        client.sendall(head.encode() + body)

    # -- bombs: they go off until the client is gone, or has had the time that it may take

    def pour(self, client, start, piece):
        client.sendall(start)
        end = time.monotonic() + DEADLINE + 5
        while time.monotonic() < end:
            client.sendall(piece)

    def hold(self, client):
        """Sends nothing and waits until the client goes."""
        client.settimeout(DEADLINE + 5)
        try:
            while client.recv(CHUNK):
                pass
        except TimeoutError:
            pass

    def bomb(self, client, request, fault):
        if fault.value:
            self.carry(request)
        good = b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n"
        endless = b"Transfer-Encoding: chunked\r\n\r\n"
        chunk = b"10000\r\n" + b"[" * CHUNK + b"\r\n"
        what = fault.variant
        if what == "gzip":
            packed = zlib.compressobj(9, zlib.DEFLATED, 31)
            body = packed.compress(bytes(1 << 26)) + packed.flush(zlib.Z_FULL_FLUSH)
            self.pour(client, good + b"Content-Encoding: gzip\r\n\r\n", body)
        elif what == "hidden-gzip":
            self.pour(client, good + b"\r\n", zlib.compress(bytes(1 << 20)))
        elif what == "body":
            self.pour(client, good + b"\r\n", b" " * CHUNK)
        elif what == "brackets":
            self.pour(client, good + endless, chunk)
        elif what == "head":
            self.pour(client, good, b"X-More: " + b"x" * 1000 + b"\r\n")
        elif what == "line":
            self.pour(client, good + b"X-Long: ", b"x" * CHUNK)
        elif what == "continue":
            self.pour(client, b"", b"HTTP/1.1 100 Continue\r\n\r\n" * 1000)
        elif what == "length":
            self.pour(client, good + b"Content-Length: 8589934592\r\n\r\n", bytes(CHUNK))
        elif what == "promise":
            client.sendall(good + b"Content-Length: 8589934592\r\n\r\n{}")
            self.hold(client)
        elif what == "chunk":
            self.pour(client, good + endless + b"FFFFFFFFFFFFFFF\r\n", bytes(CHUNK))
        elif what == "noise":
            self.pour(client, b"", bytes(range(256)) * 256)
        elif what == "feed-line":
            self.pour(client, b"HTTP/1.1 200 OK\r\nContent-Type: application/x-ndjson\r\n" + endless, chunk)

    def stall(self, client, request, fault):
        answer = self.carry(request) if fault.value else b"HTTP/1.1 200 OK\r\nContent-Ty"
        client.sendall({"nothing": b"", "half-head": answer[:20], "half": answer[:len(answer) * 3 // 4]}[fault.variant])
        self.hold(client)
