"""What `make test` thins and `make test-all` doesn't."""

from __future__ import annotations

import os


def everything() -> bool:
    """Whether the run is to look at all that there is: `PUEBLA_TESTS=all`."""
    return os.environ.get("PUEBLA_TESTS") == "all"
