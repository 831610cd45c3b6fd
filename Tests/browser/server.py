"""What the browser tests serve: the real conference at `/` and an invented one below `/c/cme`."""

from __future__ import annotations

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
from served import Served, ServerError, paper, program  # noqa: E402

__all__ = ["Server", "ServerError", "paper", "program"]


class Server(Served):
    """The real conference and the invented one of a seed; their folders are `data` and `invented`."""

    def __init__(self, folder: Path, seed: int, seconds: float = 60) -> None:
        super().__init__(folder, "init --pack crm", f"demo --seed {seed}", seconds=seconds)
        self.data, self.invented = self.folders
