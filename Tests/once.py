"""What costs seconds and is the same for all is made once in a run, by whichever worker needs it first."""

from __future__ import annotations

import fcntl
import re
import shutil
from collections.abc import Callable
from pathlib import Path

# Where the workers of a run meet: `conftest.py` names it. Tools have no workers, and share nothing.
meeting: Path | None = None


def once(name: str, make: Callable[[Path], None]) -> Path:
    """The folder of that name as `make(folder)` filled it; whoever comes meanwhile waits for it. For reading alone."""
    found = _once(name, make, fcntl.LOCK_EX)
    assert found is not None
    return found


def each(makers: dict[str, Callable[[Path], None]]) -> list[Path]:
    """Several such folders. A worker that comes while another makes one makes the next meanwhile, and then waits."""
    for name, make in makers.items():
        _once(name, make, fcntl.LOCK_EX | fcntl.LOCK_NB)
    return [once(name, make) for name, make in makers.items()]


def _once(name: str, make: Callable[[Path], None], how: int) -> Path | None:
    assert meeting is not None, "conftest.py names the place"
    meeting.mkdir(parents=True, exist_ok=True)
    place = meeting / re.sub(r"[^A-Za-z0-9.-]+", "-", name)
    with place.with_name(place.name + ".lock").open("w") as lock:
        try:
            fcntl.flock(lock, how)
        except BlockingIOError:
            return None
        if not place.exists():
            half = place.with_name(place.name + ".half")
            # Left behind by a worker that failed.
            shutil.rmtree(half, ignore_errors=True)
            half.mkdir()
            make(half)
            half.rename(place)
    return place
