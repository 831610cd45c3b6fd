import Charter

/// The register itself: opened, complete in what, official or not, signed with which keys.
public struct RegistryState: Sendable {
    /// How and when the register was opened.
    public struct Opening: Sendable, Hashable {
        /// What the act says.
        public let act: Opened
        /// The opening day: from it on, every rule holds in full.
        public let day: Day
        /// Sequence of the act.
        public let entry: Int
    }
    /// A time in which a matter is kept complete.
    public struct Period: Sendable, Hashable {
        /// First day.
        public let from: Day
        /// Last day, once it has ended.
        public internal(set) var until: Day?
        /// The acts that say so.
        public internal(set) var entries: [Int]

        /// True if the day lies inside.
        public func contains(_ day: Day) -> Bool { from <= day && day <= (until ?? .distantFuture) }
    }
    /// A signing key on record.
    public struct Key: Sendable, Hashable {
        /// Its name.
        public let name: String
        /// The C2SP verifier key.
        public let key: String
        /// Sequence of the act.
        public let entry: Int
    }

    /// The opening; `nil` only in an empty register.
    public internal(set) var opened: Opening?
    /// Periods of completeness by matter, in order of their first day.
    public internal(set) var complete: [Matter: [Period]] = [:]
    /// The act that declared the installation official.
    public internal(set) var official: (statement: Localized, entry: Int)?
    /// Keys, in the order in which they were recorded.
    public internal(set) var keys: [Key] = []
    /// Everyone who has registered an act, for the fixed-layout lines.
    public internal(set) var actors: [ActingParty] = []

    mutating func index(of actor: ActingParty) -> UInt16 {
        if let index = actors.firstIndex(of: actor) { return UInt16(clamping: index) }
        actors.append(actor)
        return UInt16(clamping: actors.count - 1)
    }
}

extension ConferenceState {
    /// The period of completeness in which a day lies.
    public func completePeriod(_ matter: Matter, on day: Day) -> RegistryState.Period? {
        registry.complete[matter]?.first { $0.contains(day) }
    }

    /// Every act that says in which time a matter is complete.
    public func completenessEntries(_ matter: Matter) -> [Int] {
        registry.complete[matter]?.flatMap(\.entries) ?? []
    }

    /// Who registered the act of that line.
    public func actor(of line: RegisterLine) -> ActingParty {
        registry.actors.indices.contains(Int(line.actorIndex))
            ? registry.actors[Int(line.actorIndex)] : .installation
    }
}
