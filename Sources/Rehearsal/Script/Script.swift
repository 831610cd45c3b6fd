import Charter
import Conference
import Register

/// One act of a script: what is proposed, by whom and when.
public struct ScriptedAct: Sendable, Hashable {
    /// When it is registered.
    public let instant: Instant
    /// Who registers it.
    public let actor: ActingParty
    /// What is proposed.
    public let proposal: Proposal
}

/// Acts as they are written, in any order; what lies after the day's noon is left out when they are put in order.
struct Script {
    private(set) var acts: [ScriptedAct] = []
    /// Bytes of the papers, by SHA-256.
    private(set) var files: [String: [UInt8]] = [:]

    /// Adds an act, dated on the day of its instant unless another is given.
    mutating func add(
        _ id: String, at moment: Moment, by actor: ActingParty = .secretariat, on: PartialDay? = nil,
        source: Source? = nil, under: DecisionID? = nil, instruction: String? = nil, _ act: Act
    ) {
        acts.append(
            ScriptedAct(
                instant: moment.instant, actor: actor,
                proposal: Proposal(
                    id: id, on: on ?? PartialDay(moment.day), source: source, under: under,
                    instruction: instruction, act: act)))
    }

    /// Keeps a paper's bytes, and says its SHA-256.
    mutating func keep(_ text: String) -> String {
        let bytes = Array(text.utf8)
        let hash = Hash.sha256(bytes).hex
        files[hash] = bytes
        return hash
    }

    /// The acts up to an instant in order; those of one instant as they were added.
    func ordered(until last: Instant) -> [ScriptedAct] {
        acts.enumerated().filter { $0.element.instant <= last }
            .sorted { ($0.element.instant, $0.offset) < ($1.element.instant, $1.offset) }
            .map(\.element)
    }
}

/// A day with a time of day on the secretariat's clocks.
struct Moment {
    let day: Day
    let instant: Instant
}
