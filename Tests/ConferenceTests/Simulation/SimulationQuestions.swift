import Charter

@testable import Conference

extension Simulation {
    /// A question about a past day that the register answers.
    struct Question: Hashable {
        enum Subject: Hashable {
            case troika, members, observers, networks, scale, edition
            case standing(PartyID)
            case observerStanding(PartyID)
        }
        let subject: Subject
        let day: Day
    }

    /// What was answered, and on which acts.
    struct Reply {
        let value: AnyHashable
        let entries: [Int]
        let clauses: [ClauseID]

        init<Value: Hashable & Sendable>(_ answer: Answer<Value>) {
            value = answer.value
            entries = answer.entries
            clauses = answer.basis.compactMap(\.clause)
        }
        init(value: AnyHashable, entries: [Int]) {
            self.value = value
            self.entries = entries
            clauses = []
        }
    }

    static func ask(_ question: Question, _ state: ConferenceState) -> Reply {
        let day = question.day
        switch question.subject {
        case .troika: return Reply(state.troika(on: day))
        case .members: return Reply(state.members(on: day))
        case .observers: return Reply(state.observers(on: day))
        case .networks: return Reply(state.networks(on: day))
        case .standing(let party): return Reply(state.standing(party, on: day))
        case .observerStanding(let party): return Reply(state.observerStanding(party, on: day))
        case .scale:
            do {
                return Reply(try state.scale(budget: "282724.01", on: day))
            } catch {
                let corrected = state.correctionBasis(["editions"])?.entries ?? []
                return Reply(value: error.code, entries: error.entries + corrected)
            }
        case .edition:
            let edition = state.edition(on: day)
            let corrected = state.correctionBasis(["editions"])?.entries ?? []
            return Reply(
                value: AnyHashable([AnyHashable(edition?.from), AnyHashable(edition?.edition)]),
                entries: (edition?.entries ?? []) + corrected)
        }
    }

    /// Every question about a day.
    static func questions(_ state: ConferenceState, on day: Day) -> [Question] {
        let parties = state.membership.order
        let subjects: [Question.Subject] =
            [.troika, .members, .observers, .networks, .scale, .edition]
            + parties.map { .standing($0) } + parties.map { .observerStanding($0) }
        return subjects.map { Question(subject: $0, day: day) }
    }
}
