"""Spans for OpenTelemetry, where that is installed (deploy/requirements-otel.txt) and has somewhere to send them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from contextlib import AbstractContextManager, nullcontext
from importlib.util import find_spec
from typing import Any

from bot.watching.log import turn_id

SERVICE = "recommendations-bot"

Span = Callable[[str], AbstractContextManager[Any]]


def no_span(_: str) -> AbstractContextManager[Any]:
    """For who doesn't trace."""
    return nullcontext()


def can_trace() -> bool:
    """Whether OpenTelemetry and its exporter are installed."""
    try:
        return find_spec("opentelemetry.exporter.otlp.proto.http") is not None
    except ModuleNotFoundError:
        return False


def start_tracing(environ: Mapping[str, str]) -> Span:
    """How to make spans: real ones if OTEL_EXPORTER_OTLP_ENDPOINT is set. Raises ImportError unless `can_trace`.

    OpenTelemetry's other settings count as ever. No span names a person or quotes a message.
    """
    if not environ.get("OTEL_EXPORTER_OTLP_ENDPOINT"):
        return no_span
    from opentelemetry.exporter.otlp.proto.http.trace_exporter import OTLPSpanExporter  # noqa: PLC0415  optional
    from opentelemetry.sdk.trace.export import BatchSpanProcessor  # noqa: PLC0415  optional

    return spans_to(BatchSpanProcessor(OTLPSpanExporter()))


def spans_to(processor: Any) -> Span:
    """Spans that go to an OpenTelemetry span processor, each with the id of its turn."""
    from opentelemetry.sdk.resources import Resource  # noqa: PLC0415  optional
    from opentelemetry.sdk.trace import TracerProvider  # noqa: PLC0415  optional

    provider = TracerProvider(resource=Resource.create({"service.name": SERVICE}))
    provider.add_span_processor(processor)
    tracer = provider.get_tracer(SERVICE)
    return lambda name: tracer.start_as_current_span(name, attributes={"turn": turn_id.get()})
