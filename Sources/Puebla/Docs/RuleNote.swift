import Charter

/// What the page of rules says of a rule besides what the editions say: a title, its code, its tests.
struct RuleNote {
    let title: String
    let functions: [String]
    let tests: [String]

    static func of(_ id: RuleID) -> RuleNote {
        switch id {
        case .P1: note("Members, and until when others were admitted", ["MemberAdmitted.admit"])
        case .P2: note("A country becomes observer", ["ObserverAdmitted.admit"])
        case .P3: note("An organisation becomes observer", ["ObserverAdmitted.admit"])
        case .P4: note("An observer's status lapses by absence", ["ConferenceState.observerStanding(_:on:)"])
        case .P5: note("Whoever is about to lapse is told", ["ConferenceState.observerStanding(_:on:)"])
        case .P6:
            note("An observer organisation attends once a year", ["ConferenceState.observerStanding(_:on:)"])
        case .P7: note("A lapsed observer returns", ["ObserverReinstated.admit"])
        case .F1:
            note(
                "The scale, to the cent", ["ConferenceState.scale(budget:on:)", "ContributionForeseen.admit"])
        case .F2:
            note(
                "The budget is approved before contributions are foreseen",
                ["BudgetApproved.admit", "ContributionForeseen.admit"])
        case .F3:
            note("Vote and participation of a member not up to date", ["ConferenceState.standing(_:on:)"])
        case .D3: note("Working days", ["ConferenceState.deadline(from:workingDays:)"])
        case .D4: note("The presidency changes among members", ["PresidencyDesignated.admit"])
        case .D5: note("The Troika", ["ConferenceState.troika(on:)"])
        case .O1: note("The vice-ministers' meetings of a year", ["MeetingConvened.admit"])
        case .O2: note("The consultation group's meetings of a year", ["MeetingConvened.admit"])
        case .O3:
            note(
                "Working groups: mandate, term, proposal, approval",
                ["OrganEstablished.admit", "TermExtended.admit", "OrganJoined.admit"])
        case .O4: note("The executive secretary's appointment", ["SecretaryAppointed.admit"])
        case .O7: note("The strategic plan's adoption and period", ["PlanAdopted.admit"])
        case .O8: note("A meeting of ministers", ["MeetingConvened.admit"])
        }
    }

    private static func note(_ title: String, _ functions: [String]) -> RuleNote {
        RuleNote(title: title, functions: functions, tests: [])
    }
}
