"""The suite's clock. The program begins at this instant wherever a test or a tool starts it, so that no page, no
deadline and no golden file depends on the day or the hour at which somebody runs the tests."""

# Noon in the invented conference's zone.
NOW = "2026-11-21T18:00:00Z"
TODAY = NOW[:10]
