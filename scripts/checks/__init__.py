"""What `make check` checks: one module each, with `findings(root)` that returns sentences; none is good."""
