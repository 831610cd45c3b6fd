#!/usr/bin/env bash
# Tool: feedparser 6.0.14 (measured on 2026-12-01).
# A good guess: Atom's sign for a withdrawn entry (at:deleted-entry, RFC 6721) has a namespace of its own. RFC 4287
# (6.3) has readers pass over markup that they don't know: at worst the withdrawal is missed.
# What happens: feedparser passes over the element, not over what is in it. RFC 6721 allows an atom:link there, to a
# page that says why: feedparser takes it for the feed's own, and feed.link is then the withdrawn decision's page
# instead of the list of decisions, wherever in the feed it stands. bozo stays False. Of several withdrawals only
# the last one is kept (its issue 149), so a client that knows the RFC can't learn of the others.
# Who is hurt: a member's site that shows the newest decisions with "all decisions" under feed.link: from the first
# withdrawal on it leads everybody to the withdrawn text; copies of the others stay.
# What it means for Puebla: not affected, Sources/Exchange/Atom/AtomFeed.swift writes no such signs. If withdrawals
# are ever to be announced so: no atom:link in them (the address goes into at:comment), and an ordinary entry
# besides. Tests/conformance/test_feeds.py compares the feed's links, and should compare feed.link as well.
set -euo pipefail
command -v python3 >/dev/null || { echo "This needs python3, which isn't installed."; exit 3; }
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv" || { echo "Python's venv module is missing (Debian: python3-venv)."; exit 3; }
"$work/venv/bin/pip" --quiet --disable-pip-version-check install feedparser==6.0.14 feedparser-sgmllib==2.1.0 || { echo "The packages couldn't be installed."; exit 3; }
cd "$work"
venv/bin/python - <<'PY'
import sys
import feedparser

print("feedparser", feedparser.__version__)
page = "https://conference.example/es/decisions"
feed = """<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xmlns:at="http://purl.org/atompub/tombstones/1.0" xml:lang="es">
<id>tag:conference.example,2026:decisions</id><title>Decisiones</title><updated>2026-11-30T12:00:00Z</updated>
<author><name>Secretaría</name></author><link rel="alternate" href="https://conference.example/es/decisions"/>
%s</feed>"""
entry = """<entry><id>tag:conference.example,2026:d1</id><title>Decisión 1</title><updated>2026-11-29T12:00:00Z</updated>
<link rel="alternate" href="https://conference.example/es/decisions/1"/></entry>
"""


def withdrawn(number, link=True):
    return f"""<at:deleted-entry ref="tag:conference.example,2026:d{number}" when="2026-11-30T1{number}:00:00Z">
<at:comment>Retirada</at:comment>{f'<link rel="alternate" href="{page}/{number}"/>' if link else ''}</at:deleted-entry>
"""


for where, parts, link in (
    ("no withdrawal", entry, page),
    ("a withdrawal without a link", entry + withdrawn(2, link=False), page),
    ("withdrawals behind the entry", entry + withdrawn(2) + withdrawn(3), f"{page}/3"),
    ("withdrawals before the entry", withdrawn(2) + withdrawn(3) + entry, f"{page}/3"),
):
    read = feedparser.parse(feed % parts)
    known = read.feed.get("at_deleted-entry")
    print(f"{where}: bozo {read.bozo}, {len(read.entries)} entry, feed.link {read.feed.link}, withdrawn {known}")
    if read.bozo or len(read.entries) != 1:
        sys.exit("Changed: feedparser takes the feed for faulty or sees other entries.")
    if read.feed.link != link:
        sys.exit(f"Changed: with {where} feed.link is {read.feed.link}.")
    if link != page and (not isinstance(known, dict) or not known["ref"].endswith("d3")):
        sys.exit("Changed: feedparser no longer keeps just the last withdrawal.")
PY
