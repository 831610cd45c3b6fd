import Charter
import Conference
import Exchange
import HTML
import HashTreeCollections
import Secretariat

/// A page in the forms of other programs: lists as CSV and XLSX, meetings as a calendar, acts as a feed.
struct PageFiles {
    let context: PageContext
    let registrar: Registrar
    let origin: SiteOrigin

    var request: PageRequest { context.request }
    private var state: ConferenceState { context.state }

    /// The absolute address of a path of ours.
    func absolute(_ path: String) -> String { origin.text + path }

    /// The page's own address, with its question.
    func address(_ representation: Representation = .html, _ language: Language? = nil) -> String {
        absolute(
            request.base.path(
                request.route, language ?? context.language, representation,
                query: request.query.items.map { ($0.name, $0.value) }))
    }

    var isInvented: Bool { state.registry.opened?.act.invented ?? false }

    /// What every file says in a word: invented, or not official; nothing once it is official.
    var mark: String {
        if isInvented { return context("inventado", "invented") }
        return state.registry.official == nil ? context("no oficial", "not official") : ""
    }

    // MARK: Lists

    /// One of the page's lists; `nil` if it has none of that name.
    func sheet(_ lists: [ListModel]) -> Sheet? {
        let wanted = request.query["list"]
        guard let list = wanted.map({ id in lists.first { $0.id == id } }) ?? lists.first else { return nil }
        return Self.sheet(list)
    }

    static func sheet(_ list: ListModel) -> Sheet {
        let table = list.table
        return Sheet(
            name: list.id, title: table.caption,
            columns: table.columns.map { Sheet.Column($0.title, $0.isNumeric ? .number : .text) },
            rows: table.rows.lazy.map { row in
                zip(row, table.columns).map { $0.exported(isNumeric: $1.isNumeric) }
            })
    }

    var notice: SheetNotice {
        SheetNotice(
            language: context.language, mark: mark, lines: [context.notice], address: address(),
            register: state.sequence, day: context.day)
    }

    // MARK: Meetings

    /// The page's meetings as a calendar.
    func calendar(_ meetings: [MeetingID], title: String) -> [UInt8] {
        let name = title + " · " + context.conferenceName
        return ICalendar(
            name: isInvented ? "[\(mark)] " + name : name, notice: context.notice,
            language: context.language, url: address()
        ).bytes(meetings.compactMap { state.meetings.meetings[$0] }.compactMap(event))
    }

    /// A meeting of which at least the day is known; one known by its month alone has no place in a calendar.
    func event(_ meeting: MeetingRecord) -> CalendarEvent? {
        guard let span = span(meeting) else { return nil }
        let entries = meeting.allEntries
        let stamps = entries.compactMap(recordedAt)
        return CalendarEvent(
            uid: "\(meeting.id.text)@\(registrar.conference).\(origin.authority)",
            stamp: stamps.max() ?? state.recordedAt, span: span,
            summary: (isInvented ? "[\(mark)] " : "") + context(state.title(of: meeting)),
            description: ([context.notice] + meeting.subjects.map { context($0) }).joined(separator: "\n"),
            location: meeting.act.place.map { context($0) },
            url: absolute(request.path(.meeting(meeting.id.text))),
            categories: [context(state.organName(meeting.act.organ))],
            status: meeting.cancelled == nil ? .confirmed : .cancelled, lastModified: stamps.max(),
            sequence: entries.count - 1)
    }

    private func span(_ meeting: MeetingRecord) -> CalendarEvent.Span? {
        let first = meeting.act.from
        guard first.precision == .day else { return nil }
        if let agenda = meeting.agenda?.act, let zone = Zone(agenda.zone) {
            let starts = agenda.items.compactMap { moment($0.day ?? first.first, $0.start, zone) }
            let ends = agenda.items.compactMap { moment($0.day ?? first.first, $0.end, zone) }
            if let start = starts.min(), let end = ends.max(), end > start {
                return .times(start, until: end, zone: zone)
            }
        }
        return .days(first.first, through: max(first.first, meeting.lastDay))
    }

    private func moment(_ day: Day, _ time: String, _ zone: Zone) -> Instant? {
        let parts = time.split(separator: ":").compactMap { Int($0) }
        guard parts.count == 2 else { return nil }
        return zone.instant(day, hour: parts[0], minute: parts[1])
    }

    private func recordedAt(_ sequence: Int) -> Instant? {
        state.lines.indices.contains(sequence - 1) ? state.lines[sequence - 1].instant : nil
    }

    // MARK: Acts

    /// At most this many acts stand in a feed.
    static let feedLength = 50

    /// The page's acts as a feed, as far as the reader may read them.
    func feed(_ sequences: [Int], title: String) async throws -> [UInt8] {
        // A page may name an act for two reasons; a feed has it once.
        var met: Set<Int> = []
        let named = sequences.filter { met.insert($0).inserted }
        let readable = named.filter { sequence in
            state.lines.indices.contains(sequence - 1)
                && context.viewer.mayRead(state.lines[sequence - 1].access)
        }
        let acts = try await registrar.acts(Array(readable.prefix(Self.feedLength)))
        let opened = state.registry.opened?.act
        let day = acts.values.min { $0.sequence < $1.sequence }?.recordedAt ?? state.recordedAt
        let entries = readable.compactMap { acts[$0] }.map(entry)
        return AtomFeed(
            id: tag(request.base.path(request.route, context.language), day),
            title: (isInvented ? "[\(mark)] " : "") + title + " · " + context.conferenceName,
            subtitle: opened?.subtitle.map { context($0) }, author: context.conferenceName,
            notice: context.notice, language: context.language, address: address(.atom), page: address(),
            twin: address(.atom, context.language.other),
            updated: entries.map(\.updated).max() ?? state.recordedAt, entries: entries
        ).bytes()
    }

    private func entry(_ act: RegisteredAct) -> AtomFeed.Entry {
        let line = state.lines[act.sequence - 1]
        let kind = context(line.kind.type.title)
        var categories = [AtomFeed.Category(line.kind.type.kind, label: kind)]
        if isInvented { categories.append(AtomFeed.Category("invented", label: mark)) }
        let said = context(act.proposal.act.body.line(state))
        return AtomFeed.Entry(
            id: tag("register/\(act.sequence)", line.instant),
            title: isInvented ? "[\(mark)] \(said)" : said,
            summary: kind + " · " + Written.partial(act.proposal.on, context.language),
            address: absolute(request.path(.entry(act.sequence))),
            twin: absolute(request.base.path(.entry(act.sequence), context.language.other)),
            updated: act.recordedAt, categories: categories)
    }

    private func tag(_ specific: String, _ instant: Instant) -> String {
        AtomFeed.tag(
            authority: origin.authority, day: Zone.utc.day(instant),
            specific: registrar.conference + "/" + specific)
    }
}

extension PageContext {
    /// The conference's name in the reader's language.
    var conferenceName: String { state.registry.opened.map { self($0.act.name) } ?? "Puebla" }
}

extension DataTable.Cell {
    /// The cell in a spreadsheet: numbers as numbers, nothing recorded as nothing.
    func exported(isNumeric: Bool) -> SheetCell {
        switch self {
        case .text(let text), .link(let text, _), .tag(let text, _): Self.value(text, isNumeric)
        case .source(let text, let address): .text(address.map { "\(text) <\($0)>" } ?? text)
        case .party(let code, let name, _): .text("\(name) (\(code))")
        case .made(let markup): Self.value(PlainText.of(markup), isNumeric)
        case .day(let day, _):
            day.precision == .day ? .day(day.first) : .text(day.description)
        case .none: .empty
        }
    }

    private static func value(_ text: String, _ isNumeric: Bool) -> SheetCell {
        if let day = Day(text) { return .day(day) }
        guard isNumeric else { return .text(text) }
        let bare = text.filter { $0 != "," && $0 != "$" && $0 != "\u{A0}" }
        if let number = Int(bare) { return .integer(number) }
        if let number = Double(bare), number.isFinite { return .number(number) }
        return .text(text)
    }
}

/// The words of markup that our own writer made.
enum PlainText {
    static func of(_ markup: TrustedHTML) -> String {
        var html = HTMLWriter(capacity: 256)
        html.trusted(markup)
        var text = ""
        var inTag = false
        for character in html.string {
            switch character {
            case "<": inTag = true
            case ">" where inTag:
                inTag = false
                // What stood in two elements is two words.
                if text.last.map({ !$0.isWhitespace }) ?? false { text.append(" ") }
            default: if !inTag { text.append(character) }
            }
        }
        for (entity, sign) in [
            ("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'"), ("&amp;", "&"),
        ] {
            text = text.replacing(entity, with: sign)
        }
        return text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
            .replacing(" ,", with: ",").replacing(" ;", with: ";").replacing(" .", with: ".").replacing(
                " :", with: ":")
    }
}
