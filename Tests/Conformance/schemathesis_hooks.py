"""JSON Schema takes 336.0 for an integer; money here is an integer as it is written (RFC 8259 knows no other kind)."""

import schemathesis


def as_written(value):
    if isinstance(value, float) and value.is_integer():
        return int(value)
    if isinstance(value, list):
        return [as_written(item) for item in value]
    if isinstance(value, dict):
        return {key: as_written(item) for key, item in value.items()}
    return value


@schemathesis.hook
def map_body(context, body):
    return as_written(body)
