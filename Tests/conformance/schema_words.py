"""What the members and the answers of the JSON schema are, in words."""

from __future__ import annotations

TITLE = "The JSON answers of a Puebla site"
ERROR = "What is answered instead of a page: status, a word for programs, a sentence for people."

# What every page's answer begins with.
FRAME = {
    "schema": "The definition in this file that the answer fits.",
    "conference": "The conference's identifier.",
    "on": "The day that the answer is about: `?on=`, else today in the conference's zone.",
    "problem": "What is wrong with `?on=`, in the reader's language; null where nothing is.",
    "notice": "Whether the register is official, compiled from public sources, or invented.",
    "register": "The last act taken into account: its number, when it was recorded, the register's root hash then.",
}

# Objects that stand in many places: their members, and what they are.
SHARED = {
    "localized": (("es", "en"), "A text in both languages."),
    "ground": (
        ("clause", "entries", "interpretation", "reason"),
        "A ground of an answer: the clause, the acts it was found from, how the clause was read, and why.",
    ),
    "source": (
        ("document", "section", "address", "secondary", "note"),
        "Where a fact comes from: a document of the library or an address, and the place in it.",
    ),
    "suggestion": (("text", "href"), "A page of the site, with what it is called."),
}

# One definition for each page, by the name of its route.
ROUTES = {
    "home": "The first page: who presides, what comes next, what was last decided, the conference in figures.",
    "conference": "The organs and how a matter travels through them.",
    "organ": "One organ: its competences, meetings, decisions and papers.",
    "parties": "Members and observers on a day.",
    "party": "One member or observer: since when, its presidencies, meetings and share of the scale.",
    "presidencies": "The presidencies and the Troika on a day.",
    "meetings": "Meetings held and to come.",
    "meeting": "One meeting: when and where, its subjects, agenda, papers and decisions.",
    "decisions": "Decisions and declarations as recorded.",
    "decision": "One decision, and what refers to it.",
    "plans": "The strategic plans and plans of action.",
    "plan": "One plan with its lines.",
    "plan-line": "One line of a plan, and what is recorded about it.",
    "library": "The documents of the library.",
    "document": "One document: what it is, where it is, in which languages it is held.",
    "document-text": "Never answered as JSON: a document's text is sent as it is held.",
    "spaces": "The thematic spaces.",
    "space": "One thematic space with its papers, meetings and organs.",
    "glossary": "The terms of the glossary.",
    "figures": "The conference in figures, by year and kind.",
    "contributions": "Voluntary annual contributions by the scale, for a budget.",
    "standing": "Contributions foreseen, received and open: answered to members, the presidency and the secretariat.",
    "working-days": "The working days after a circulation, and the deadline they end with.",
    "charter": "The charter in force on a day: its clauses and rules.",
    "clause": "One clause, its rules and what is interpretation.",
    "duties": "The duties of a year, as far as the reader sees them.",
    "changes": "What became different between two days.",
    "register": "The acts of the register, the last one first.",
    "entry": "One entry of the register with its proof.",
    "search": "What was found for some words.",
    "about": "About the site.",
    "accessibility": "The accessibility statement.",
    "verify": "How to verify the register.",
}

# Members that mean the same wherever they stand.
MEMBERS = {
    "basis": "The grounds of what is computed.",
    "entry": "The number of the act that recorded it.",
    "entries": "The numbers of the acts that it was found from.",
    "since": "From when, as precisely as is recorded.",
    "until": "Until when, as precisely as is recorded; null while it lasts, or where it isn't recorded.",
    "total": "How many there are in all.",
    "page": "Which page of the list this is, from 1.",
    "pages": "How many pages the list has.",
    "pageLength": "At most how many stand on a page.",
    "party": "The code of a member or observer.",
    "organ": "The code of an organ.",
    "meeting": "The code of a meeting.",
    "decision": "The citation of a decision.",
    "document": "The code of a document.",
    "sources": "Where the facts come from.",
    "filter": "What the list was asked for.",
    "problems": "What could not be read of the question, one sentence each.",
    "suggestions": "Pages that may be meant.",
    "code": "A word for programs; stays the same whatever the sentence becomes.",
    "message": "One sentence for people.",
    "status": "How it stands; in an error, the HTTP status.",
}
