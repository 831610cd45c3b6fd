"""Where the workers of a run meet."""

from __future__ import annotations

import os

import once
import pytest


@pytest.fixture(scope="session", autouse=True)
def _meeting(tmp_path_factory):
    base = tmp_path_factory.getbasetemp()
    # A worker's own folder lies in the run's.
    once.meeting = (base.parent if "PYTEST_XDIST_WORKER" in os.environ else base) / "once"
    yield
    once.meeting = None
