import Charter

struct PartyPage { static func make(_ party: PartyID, _ context: PageContext) -> PageOutcome { .other(.notFound([])) } }
