import Charter

@testable import Conference

extension Simulation {
    /// The table "Who registers what" of the rules page, stated again and apart from the code that it judges.
    enum Table {
        static let installation: Set<String> = [
            "registry.opened", "registry.declaredOfficial", "registry.keyRecorded", "editions.inForce",
            "editions.holidays",
        ]
        static let secretariat: Set<String> = [
            "registry.completeFrom", "registry.completeUntil", "presidency.handedOver", "bodies.established",
            "bodies.described", "bodies.renamed", "bodies.ended", "library.documentRecorded",
            "library.textRecorded", "library.spaceOpened", "library.placed",
            "library.termDefined", "membership.partyNamed", "membership.networkRecognised",
            "membership.left", "membership.lapseNoticed", "meetings.attendance", "meetings.subjects",
            "finance.contributionForeseen", "finance.contributionReceived", "finance.headingNamed",
            "finance.fundDescribed", "plan.lineStated", "plan.statusReported", "statistics.figureRecorded",
        ]
        static let decisionEffects: Set<String> = [
            "membership.memberAdmitted", "membership.observerAdmitted", "membership.reinstated",
            "presidency.designated", "finance.budgetApproved", "plan.adopted", "bodies.termExtended",
            "bodies.secretaryAppointed", "editions.reading",
        ]
        static let presidency: Set<String> = [
            "presidency.themeSet", "meetings.convened", "meetings.agenda", "meetings.cancelled",
            "membership.lapseAnnounced", "plan.activityPlanned", "plan.activityConvened",
            "plan.conceptNoteFiled",
        ]
        static let member: Set<String> = [
            "presidency.interestAnnounced", "presidency.accepted", "bodies.joined", "bodies.leftGroup",
        ]

        /// Whether that party may register that act, apart from history.
        static func may(_ actor: ActingParty, _ act: Act, instruction: String?) -> Bool {
            let kind = act.kind
            switch actor.capacity {
            case .installation: return installation.contains(kind)
            case .secretariat:
                if case .deliberation(.decisionRecorded(let body)) = act { return body.session == .open }
                return secretariat.contains(kind) || decisionEffects.contains(kind)
                    || (presidency.contains(kind) && !(instruction ?? "").isEmpty)
            case .presidency:
                if case .deliberation(.decisionRecorded(let body)) = act { return body.session == .closed }
                return decisionEffects.contains(kind) || presidency.contains(kind)
            case .member: return member.contains(kind) && act.body.registeredFor == actor.party
            case .observer, .network, .administrator: return false
            }
        }

        /// Whether an act that was registered may stand, on the state before it.
        static func allows(_ act: RegisteredAct, before state: ConferenceState, acts: [RegisteredAct]) -> Bool
        {
            let actor = act.actor
            let today = state.day(at: act.recordedAt)
            if actor.capacity == .member, let party = actor.party, !state.isMember(party, on: today) {
                return false
            }
            let opening = state.registry.opened?.day ?? .distantPast
            if case .registry(.corrected(let correction)) = act.proposal.act {
                var root = acts[correction.corrects - 1]
                while case .registry(.corrected(let earlier)) = root.proposal.act {
                    root = acts[earlier.corrects - 1]
                }
                return [root.proposal.act, correction.replacement?.act].compactMap { $0 }.allSatisfy { one in
                    if may(actor, one, instruction: act.proposal.instruction) { return true }
                    // What founds the register is corrected by the installation, or by the secretariat that
                    // keeps it since; but nobody speaks for a member, nor for a closed session.
                    guard root.actor == .installation else { return false }
                    if actor.capacity == .installation { return true }
                    if case .deliberation(.decisionRecorded(let body)) = one, body.session == .closed {
                        return false
                    }
                    return actor.capacity == .secretariat && one.body.registeredFor == nil
                }
            }
            if actor.capacity == .installation {
                return installation.contains(act.proposal.act.kind) || act.proposal.on.first < opening
                    || (act.proposal.on.first == opening && act.proposal.source != nil)
            }
            return may(actor, act.proposal.act, instruction: act.proposal.instruction)
        }

        /// Somebody who may register it.
        static func plausible(_ act: Act) -> ActingParty {
            let kind = act.kind
            if case .deliberation(.decisionRecorded(let body)) = act {
                return body.session == .open ? .secretariat : .presidency
            }
            if installation.contains(kind) { return .installation }
            if presidency.contains(kind) { return .presidency }
            if member.contains(kind) { return .member(act.body.registeredFor ?? "MEX") }
            return .secretariat
        }
    }
}
