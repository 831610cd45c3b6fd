// What kind, registrants, title, example and the other parts of an act are is said at `ActBody`.
// swift-format-ignore-file: AllPublicDeclarationsHaveDocumentation

import Charter
import HashTreeCollections

extension LibraryState {
    /// A thematic space.
    public struct Space: Sendable, Hashable {
        /// What was placed in it by one act.
        public struct Placing: Sendable, Hashable {
            /// What the act says.
            public let act: Placed
            /// When.
            public let on: PartialDay
            /// The act.
            public let entry: Int
        }

        /// What the act that opened it says.
        public let act: SpaceOpened
        /// When it was opened.
        public let on: PartialDay
        /// The act.
        public let entry: Int
        /// What was placed in it, in the order registered.
        public internal(set) var placings: [Placing] = []

        /// Its code.
        public var id: SpaceID { act.space }
    }
}

/// A thematic space with all that stands in it on a day, as a viewer may see it.
public struct SpaceContents: Sendable, Hashable {
    /// The space.
    public let space: LibraryState.Space
    /// Documents placed in it or whose themes name one of its lines, latest first.
    public var documents: [LibraryState.Document]
    /// Meetings and activities placed in it, latest first.
    public var meetings: [MeetingRecord]
    /// Organs, in the order in which they were established.
    public var organs: [BodiesState.Organ]
    /// The lines of plans that it belongs to, as the space lists them.
    public var lines: [PlanState.Line]
    /// The terms that it uses, as the space lists them.
    public let terms: [LibraryState.Term]
    /// Every act behind it.
    public let entries: [Int]
}

extension ConferenceState {
    /// The thematic spaces on a day, in the order opened.
    public func spaces(on day: Day) -> [LibraryState.Space] {
        library.spaceOrder.compactMap { library.spaces[$0] }.filter { $0.on.first <= day }
    }

    /// A thematic space with its papers, meetings and organs; `nil` for one that isn't open on that day.
    ///
    /// - Parameters:
    ///   - day: what is dated later isn't there yet.
    ///   - viewer: papers that the viewer may not read are left out.
    public func space(
        _ id: SpaceID, on day: Day = .distantFuture, for viewer: Viewer = .public
    ) -> SpaceContents? {
        guard let space = library.spaces[id], space.on.first <= day else { return nil }
        let placings = space.placings.filter { $0.on.first <= day && viewer.mayRead($0.act.access) }
        let placed = Set(placings.flatMap { $0.act.documents ?? [] })
        let themes = Set((space.act.lines ?? []).map(\.line))
        let documents = library.documents.values.filter { document in
            document.on.first <= day && viewer.mayRead(document.act.access)
                && (placed.contains(document.act.document)
                    || (document.act.themes ?? []).contains(where: themes.contains))
        }
        .sorted { ($1.on, $1.entry) < ($0.on, $0.entry) }
        let meetings = Set(placings.flatMap { $0.act.meetings ?? [] }).compactMap {
            self.meetings.meetings[$0]
        }
        .filter { $0.on.first <= day }.sorted { ($1.act.from, $1.id) < ($0.act.from, $0.id) }
        let organIDs = Set((space.act.organs ?? []) + placings.flatMap { $0.act.organs ?? [] })
        let organs = bodies.order.filter(organIDs.contains).compactMap { bodies.organs[$0] }
            .filter { $0.on.first <= day }
        let lines = (space.act.lines ?? []).compactMap { plan.plans[$0.plan]?.lines[$0.line] }
        let terms = (space.act.terms ?? []).compactMap { library.terms[$0] }
        let entries: [Int] =
            [space.entry] + placings.map(\.entry) + documents.map(\.entry) + meetings.map(\.entry)
            + organs.map(\.entry) + lines.map(\.entry) + terms.map(\.entry)
        return SpaceContents(
            space: space, documents: documents, meetings: meetings, organs: organs, lines: lines,
            terms: terms, entries: Set(entries).sorted())
    }

    /// The thematic spaces in which a document stands: placed, or by one of its themes.
    public func spaces(
        of document: DocumentID, on day: Day = .distantFuture, for viewer: Viewer = .public
    ) -> [LibraryState.Space] {
        let themes = library.documents[document]?.act.themes ?? []
        return spaces(on: day).filter { space in
            (space.act.lines ?? []).contains { themes.contains($0.line) }
                || space.holds(on: day, for: viewer) { ($0.documents ?? []).contains(document) }
        }
    }

    /// The thematic spaces in which a meeting stands.
    public func spaces(
        of meeting: MeetingID, on day: Day = .distantFuture, for viewer: Viewer = .public
    ) -> [LibraryState.Space] {
        spaces(on: day).filter { $0.holds(on: day, for: viewer) { ($0.meetings ?? []).contains(meeting) } }
    }

    /// The thematic spaces in which an organ stands.
    public func spaces(
        of organ: OrganID, on day: Day = .distantFuture, for viewer: Viewer = .public
    ) -> [LibraryState.Space] {
        spaces(on: day).filter { space in
            (space.act.organs ?? []).contains(organ)
                || space.holds(on: day, for: viewer) { ($0.organs ?? []).contains(organ) }
        }
    }

    /// Thematic spaces whose code or name is nearest to what was typed.
    public func spaces(near typed: String, limit: Int = 3) -> [SpaceID] {
        Nearest.find(
            typed,
            among: library.spaceOrder.compactMap { library.spaces[$0] }.map {
                ($0.id, [$0.id.text, $0.act.name.es, $0.act.name.en])
            }, limit: limit)
    }
}

extension LibraryState.Space {
    /// True if something was placed in it by a day, by an act that the viewer may read.
    fileprivate func holds(on day: Day, for viewer: Viewer, _ what: (Placed) -> Bool) -> Bool {
        placings.contains { $0.on.first <= day && viewer.mayRead($0.act.access) && what($0.act) }
    }
}

// What each member means is said by the protocol.
// swift-format-ignore: AllPublicDeclarationsHaveDocumentation
extension SpaceOpened: ActBody {
    public static let kind = "library.spaceOpened"
    public static let registrants = Registrants.secretariat
    public static let title = Localized(es: "Espacio temático", en: "Thematic space")
    public static let example = SpaceOpened(
        space: "genero", name: Localized(es: "Género y migración", en: "Gender and migration"),
        summary: Localized(
            es: "Lo que la Conferencia hace y publica sobre género y migración.",
            en: "What the Conference does and publishes on gender and migration."),
        organs: ["GT-PROTECCION"], lines: [PlanPlace(plan: "PE-2023-2026", line: "tema/3.8")],
        terms: ["LGBTIQ"])
    public static let refusals = [
        "library.space-known", "library.organ-unknown", "library.plan-unknown", "library.line-unknown",
        "library.term-unknown",
    ]

    public var act: Act { .library(.spaceOpened(self)) }
    public var topics: [String] { ["space/\(space)"] }

    public func line(_ state: ConferenceState) -> Localized { name }

    public func admit(_ admission: Admission) throws(Refusal) {
        let state = admission.state
        let known = state.library.spaces[space]
        try admission.require(
            known == nil,
            .duplicate(
                "library.space-known", field: "space", space.text, entries: known.map { [$0.entry] } ?? []))
        try admission.requireOrgans(organs)
        for place in lines ?? [] { try admission.requireLine(place, code: "library", field: "lines") }
        for term in terms ?? [] {
            try admission.require(
                state.library.terms[term] != nil,
                .unknown(
                    "glossaryTerm", term.text, code: "library.term-unknown", field: "terms",
                    near: state.library.terms.keys.map(\.text)))
        }
    }

    public func apply(to state: inout ConferenceState, _ fact: Fact) {
        state.library.spaces[space] = .init(act: self, on: fact.on, entry: fact.sequence)
        state.library.spaceOrder.append(space)
    }
}

// What each member means is said by the protocol.
// swift-format-ignore: AllPublicDeclarationsHaveDocumentation
extension Placed: ActBody {
    public static let kind = "library.placed"
    public static let registrants = Registrants.secretariat
    public static let title = Localized(es: "Puesto en un espacio temático", en: "Placed in a thematic space")
    public static let example = Placed(
        space: "genero", documents: ["lineamientos-mujeres"], meetings: ["VM-2023"], access: .public)
    public static let refusals = [
        "library.space-unknown", "library.nothing-placed", "library.document-unknown",
        "library.meeting-unknown", "library.organ-unknown", "library.access-differs",
        "library.placed-already",
    ]

    public var act: Act { .library(.placed(self)) }
    public var topics: [String] { ["space/\(space)"] }

    public func line(_ state: ConferenceState) -> Localized {
        let name = state.library.spaces[space]?.act.name ?? Localized(same: space.text)
        let codes =
            ((documents ?? []).map(\.text) + (meetings ?? []).map(\.text) + (organs ?? []).map(\.text))
            .joined(separator: ", ")
        return Localized(es: "\(name.es): \(codes)", en: "\(name.en): \(codes)")
    }

    public func admit(_ admission: Admission) throws(Refusal) {
        let state = admission.state
        guard let record = state.library.spaces[space] else {
            throw .unknown(
                "space", space.text, code: "library.space-unknown",
                near: state.library.spaceOrder.map(\.text))
        }
        let documents = self.documents ?? []
        let meetings = self.meetings ?? []
        try admission.require(
            !documents.isEmpty || !meetings.isEmpty || !(organs ?? []).isEmpty,
            .empty("library.nothing-placed", field: "documents"))
        for document in documents { try admission.requireDocument(document, field: "documents") }
        for meeting in meetings {
            try admission.require(
                state.meetings.meetings[meeting] != nil,
                .unknown(
                    "meeting", meeting.text, code: "library.meeting-unknown", field: "meetings",
                    near: state.meetings.meetings.keys.map(\.text)))
        }
        try admission.requireOrgans(organs)
        let narrowest = documents.compactMap { state.library.documents[$0]?.act.access }.max() ?? .public
        try admission.require(
            access >= narrowest,
            Refusal(
                "library.access-differs", field: "access",
                message: Localized(
                    es: "El acto llegaría a más lectores que uno de sus documentos.",
                    en: "The act would reach more readers than one of its documents."),
                remedy: Localized(
                    es: "Escriba “\(narrowest.rawValue)”, o registre aparte ese documento.",
                    en: "Write “\(narrowest.rawValue)”, or register that document apart.")))
        let standing = record.placings.filter { placing in
            (placing.act.documents ?? []).contains(where: documents.contains)
                || (placing.act.meetings ?? []).contains(where: meetings.contains)
                || (placing.act.organs ?? []).contains(where: (organs ?? []).contains)
        }
        try admission.require(
            standing.isEmpty,
            Refusal(
                "library.placed-already", field: "space",
                message: Localized(
                    es: "Algo de esto ya está en “\(space)”.", en: "Some of this is in “\(space)” already."),
                remedy: Localized(es: "Quítelo de este acto.", en: "Remove it from this act."),
                entries: standing.map(\.entry)))
    }

    public func apply(to state: inout ConferenceState, _ fact: Fact) {
        state.library.spaces[space]?.placings.append(
            .init(act: self, on: fact.on, entry: fact.sequence))
    }
}

extension Admission {
    /// Contradiction: every organ is on record.
    fileprivate func requireOrgans(_ organs: [OrganID]?) throws(Refusal) {
        for organ in organs ?? [] {
            try require(
                state.bodies.organs[organ] != nil,
                .unknown(
                    "organ", organ.text, code: "library.organ-unknown", field: "organs",
                    near: state.bodies.order.map(\.text)))
        }
    }

    /// Contradiction: the plan and its line are on record.
    ///
    /// - Parameters:
    ///   - code: prefix of the refusal's code.
    ///   - field: the field that names both; `nil` where each has its own.
    func requireLine(_ place: PlanPlace, code: String, field: String?) throws(Refusal) {
        guard let plan = state.plan.plans[place.plan] else {
            throw .unknown(
                "plan", place.plan.text, code: "\(code).plan-unknown", field: field,
                near: state.plan.order.map(\.text))
        }
        try require(
            plan.lines[place.line] != nil,
            .unknown(
                "line", place.line.text, code: "\(code).line-unknown", field: field ?? "lines",
                near: plan.order.map(\.text)))
    }
}
