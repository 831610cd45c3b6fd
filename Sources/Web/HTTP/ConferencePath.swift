public import Charter
public import Conference

/// Where a conference lives on its server: `""` for the first, `/c/ID` for the others; and, where an invented
/// one is tried out, as whom it is seen: `/c/cme~member-XAL`. Every link of a page carries it on.
public struct ConferencePath: Sendable, Hashable {
    /// What stands before the language in every address of the conference.
    public let prefix: String
    /// The conference's place itself, for whoever looks.
    let place: String
    /// As whom an invented conference is seen; the public without it.
    public let seat: Seat?

    /// The first conference of a server.
    public static let root = ConferencePath(place: "", seat: nil)

    /// A further conference: `/c/ID`. The id is made of lower-case letters, digits and `-`.
    public init?(id: String) {
        guard ConferencePath.isID(id[...]) else { return nil }
        self.init(place: "/c/" + id, seat: nil)
    }

    private init(place: String, seat: Seat?) {
        self.place = place
        self.seat = seat
        let mark = seat.map { "~" + $0.text } ?? ""
        prefix = place.isEmpty && seat != nil ? "/" + mark : place + mark
    }

    /// The same conference as the public sees it.
    public var open: ConferencePath { ConferencePath(place: place, seat: nil) }
    /// The same conference as seen by somebody.
    public func seen(by seat: Seat?) -> ConferencePath { ConferencePath(place: place, seat: seat) }

    /// What the front of an address names.
    enum Front {
        /// A conference, as seen by somebody or by all.
        case place(ConferencePath)
        /// A conference, and behind its `~` what is no seat anywhere.
        case noSeat(ConferencePath, typed: Substring)
    }

    /// Reads the front of an address, already split at its strokes, and takes it off; `nil` for a malformed one.
    static func read(_ parts: inout ArraySlice<Substring>) -> Front? {
        if let first = parts.first, first.first == "~" {
            parts.removeFirst()
            return front("", first.dropFirst())
        }
        guard parts.first == "c", parts.count > 1 else { return .place(.root) }
        parts.removeFirst()
        let halves = parts.removeFirst().split(
            separator: "~", maxSplits: 1, omittingEmptySubsequences: false)
        guard isID(halves[0]) else { return nil }
        let place = "/c/" + halves[0]
        return halves.count == 2
            ? front(place, halves[1]) : .place(ConferencePath(place: place, seat: nil))
    }

    private static func front(_ place: String, _ typed: Substring) -> Front {
        guard let seat = Seat(text: typed) else {
            return .noSeat(ConferencePath(place: place, seat: nil), typed: typed)
        }
        return .place(ConferencePath(place: place, seat: seat))
    }

    private static func isID(_ id: Substring) -> Bool {
        (1...40).contains(id.utf8.count)
            && id.utf8.allSatisfy {
                (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || $0 == 0x2D
            }
    }

    /// The address of a page, such as `/es/parties/MEX` or `/c/cme/en/register/61.json`.
    ///
    /// `query` is appended percent-encoded, in the order given.
    public func path(
        _ route: Route, _ language: Language, _ representation: Representation = .html,
        query: [(String, String)] = [], fragment: String? = nil
    ) -> String {
        let segments = route.segments.map(PercentEncoding.encode)
        var path = prefix + "/" + language.rawValue + "/"
        switch representation {
        case .html: path += segments.joined(separator: "/")
        // The first page has no segment to hang an ending on.
        case .json, .csv, .xlsx, .pdf, .ics, .atom, .bib, .ris:
            path +=
                (segments.isEmpty ? "index" : segments.joined(separator: "/")) + "."
                + representation.rawValue
        }
        path += Query.text(query)
        if let fragment { path += "#" + PercentEncoding.encode(fragment) }
        return path
    }

    /// The address of the conference's library for harvesters.
    public var harvest: String { prefix + "/oai" }
    /// The address of its list of pages, or of a part of it.
    public func sitemap(part: Int? = nil) -> String {
        prefix + "/sitemap" + (part.map { "-\($0)" } ?? "") + ".xml"
    }

    /// The address that answers by the browser's language.
    public var choice: String { prefix + "/" }
}

/// As whom an invented conference is looked at while it is tried out: a viewer in an address.
public struct Seat: Sendable, Hashable {
    /// `presidency`, `member-XAL`, `observer-XPV`.
    public let text: String
    /// Who that is to the rules.
    public let viewer: Viewer

    /// A seat for a viewer; `nil` for the public, which needs none.
    public init?(_ viewer: Viewer) {
        switch viewer {
        case .public: return nil
        case .member(let party): text = "member-" + party.text
        case .observer(let party): text = "observer-" + party.text
        case .presidency: text = "presidency"
        case .secretariat: text = "secretariat"
        case .network: text = "network"
        case .administrator: text = "administrator"
        }
        self.viewer = viewer
    }

    /// Reads a seat as it stands in an address.
    init?(text: Substring) {
        let halves = text.split(separator: "-", maxSplits: 1, omittingEmptySubsequences: false)
        let party = halves.count == 2 ? Seat.party(halves[1]) : nil
        let viewer: Viewer
        switch (halves[0], halves.count, party) {
        case ("member", 2, let party?): viewer = .member(party)
        case ("observer", 2, let party?): viewer = .observer(party)
        case ("presidency", 1, nil): viewer = .presidency
        case ("secretariat", 1, nil): viewer = .secretariat
        case ("network", 1, nil): viewer = .network
        case ("administrator", 1, nil): viewer = .administrator
        default: return nil
        }
        self.init(viewer)
    }

    private static func party(_ code: Substring) -> PartyID? {
        let allowed = code.utf8.allSatisfy {
            (0x41...0x5A).contains($0) || (0x30...0x39).contains($0) || $0 == 0x2D
        }
        return allowed && (1...20).contains(code.utf8.count) ? PartyID(String(code)) : nil
    }
}
