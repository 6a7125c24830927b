"""Running the service with uvicorn."""

import socket

import uvicorn

from ingestion.terminal import Failure


def serve(host: str, port: int, workers: int) -> None:
    """Serve until stopped. No access log: an address can hold a question. Raises Failure when the address is taken."""
    _check(host, port)
    uvicorn.run(
        "assistant.http.app:from_environment",
        factory=True,
        host=host,
        port=port,
        workers=workers,
        access_log=False,
        log_level="warning",
        server_header=False,
    )


def _check(host: str, port: int) -> None:
    try:
        family, kind, proto, _, address = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0]
        with socket.socket(family, kind, proto) as probe:
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            probe.bind(address)
    except OSError as error:
        raise Failure(f"cannot listen on {host}:{port}: {(error.strerror or str(error)).lower()}") from error
    print(f"ALN Assistant: http://{host}:{port}  (stop with Ctrl+C)", flush=True)
