import Charter
import HashTreeCollections

/// Organs, working groups and networks over time, and the executive secretary's appointments.
public struct BodiesState: Sendable {
    /// A dated description of an organ.
    public struct Description: Sendable, Hashable {
        /// From when.
        public let on: PartialDay
        /// What the act says.
        public let act: OrganDescribed
        /// The act.
        public let entry: Int
    }
    /// A dated name of an organ.
    public struct Name: Sendable, Hashable {
        /// From when.
        public let on: PartialDay
        /// The name.
        public let name: Localized
        /// Its abbreviation.
        public let abbreviation: Localized?
        /// The act.
        public let entry: Int
    }
    /// A member's part in a group.
    public struct Participation: Sendable, Hashable {
        /// Which member.
        public let party: PartyID
        /// From when.
        public let from: PartialDay
        /// The first day on which it no longer takes part.
        public internal(set) var end: PartialDay?
        /// The acts.
        public internal(set) var entries: [Int]
    }
    /// A term's last day.
    public struct TermEnd: Sendable, Hashable {
        /// The last day.
        public let until: PartialDay
        /// The act.
        public let entry: Int
    }
    /// An organ.
    public struct Organ: Sendable, Hashable {
        /// What the act that established it says.
        public let act: OrganEstablished
        /// Since when.
        public let on: PartialDay
        /// The act.
        public let entry: Int
        /// Names, earliest first; the first is the original one.
        public internal(set) var names: [Name]
        /// Descriptions, earliest first.
        public internal(set) var descriptions: [Description] = []
        /// The ends of its term as set and extended, in order.
        public internal(set) var terms: [TermEnd]
        /// Its end.
        public internal(set) var ended: (last: PartialDay, successor: OrganID?, entry: Int)?
        /// Who takes part, for groups that members join.
        public internal(set) var participations: [Participation] = []

        /// Its code.
        public var id: OrganID { act.organ }
        /// What it is to the rules.
        public var role: OrganRole { act.role }

        /// The name on a day.
        public func name(on day: Day) -> Name { names.last { $0.on.first <= day } ?? names[0] }
        /// The description on a day, the latest that says anything.
        public func description(on day: Day) -> Description? { descriptions.last { $0.on.first <= day } }
        /// The last day of its term as set so far, if it has one.
        public var termEnd: TermEnd? { terms.last }
        /// True if it exists on that day: established, not ended, its term not over.
        public func exists(on day: Day) -> Bool {
            on.first <= day && day <= (ended?.last.last ?? .distantFuture)
                && day <= (termEnd?.until.last ?? .distantFuture)
        }

        /// Compares by content.
        public static func == (left: Organ, right: Organ) -> Bool {
            left.act == right.act && left.entry == right.entry && left.names == right.names
                && left.descriptions == right.descriptions && left.terms == right.terms
                && left.ended?.entry == right.ended?.entry && left.participations == right.participations
        }
        /// By its act.
        public func hash(into hasher: inout Hasher) { hasher.combine(entry) }
    }
    /// An executive secretary's appointment.
    public struct Appointment: Sendable, Hashable {
        /// What the act says.
        public let act: SecretaryAppointed
        /// When it was made.
        public let on: PartialDay
        /// The act.
        public let entry: Int
    }

    /// Organs by code.
    public internal(set) var organs = TreeDictionary<OrganID, Organ>()
    /// Codes in the order in which organs were established in the register.
    public internal(set) var order: [OrganID] = []
    /// Appointments, in order of their first day.
    public internal(set) var appointments: [Appointment] = []
}

extension ConferenceState {
    /// Organs that exist on a day, in the register's order.
    public func organs(on day: Day) -> [BodiesState.Organ] {
        bodies.order.compactMap { bodies.organs[$0] }.filter { $0.exists(on: day) }
    }

    /// The name of an organ on a day; its code if it isn't known.
    public func name(_ organ: OrganID, on day: Day) -> Localized {
        bodies.organs[organ]?.name(on: day).name ?? Localized(same: organ.text)
    }

    /// The organ of a role that exists on a day.
    public func organ(_ role: OrganRole, on day: Day) -> BodiesState.Organ? {
        organs(on: day).first { $0.role == role }
    }
}
