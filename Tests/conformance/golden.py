"""The golden files of ExchangeTests, which the Swift tests hold the program to."""

from __future__ import annotations

from pathlib import Path

FOLDER = Path(__file__).resolve().parents[1] / "ExchangeTests" / "Golden"


def path(name: str) -> Path:
    return FOLDER / name


def read(name: str) -> bytes:
    return path(name).read_bytes()
