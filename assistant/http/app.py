"""The FastAPI application: routes, errors and the page, around one live pipeline."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from threading import Thread

from fastapi import FastAPI
from fastapi.responses import FileResponse
from fastapi.staticfiles import StaticFiles

from assistant.http import errors, routes
from assistant.http.headers import SecureHeaders
from assistant.live import Live
from assistant.settings import Settings

PAGE = Path(__file__).parent.parent / "page"


def create_app(settings: Settings) -> FastAPI:
    """An application over ``settings``' index; it starts without one and answers 503 until there is one."""
    live = Live(settings)

    @asynccontextmanager
    async def lifespan(app: FastAPI) -> AsyncIterator[None]:
        Thread(target=live.warm, daemon=True).start()
        yield
        live.close()

    app = FastAPI(
        title="ALN Assistant",
        version="1",
        summary="Cited, verified answers on the law of additional learning needs in Wales",
        lifespan=lifespan,
        docs_url=None,
        redoc_url=None,
    )
    app.state.live = live
    app.include_router(routes.router)
    app.mount("/page", StaticFiles(directory=PAGE), name="page")
    app.add_api_route("/", lambda: FileResponse(PAGE / "index.html"), include_in_schema=False)
    app.add_middleware(SecureHeaders)
    errors.install(app)
    return app


def from_environment() -> FastAPI:
    """For servers that start worker processes by name."""
    return create_app(Settings.read())
