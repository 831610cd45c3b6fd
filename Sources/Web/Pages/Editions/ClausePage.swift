import Charter

struct ClausePage { static func make(_ clause: ClauseID, _ context: PageContext) -> PageOutcome { .other(.notFound([])) } }
