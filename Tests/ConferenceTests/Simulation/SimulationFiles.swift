import Charter
import Foundation

@testable import Conference

/// What the simulation, the archive tests and the fuzz tests share; a namespace of their own.
enum Simulation {
    /// SplitMix64: small, seeded, the same on every machine.
    struct Random {
        private var state: UInt64
        init(seed: UInt64) { state = seed }

        mutating func next() -> UInt64 {
            state &+= 0x9E37_79B9_7F4A_7C15
            var z = state
            z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
            z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
            return z ^ (z >> 31)
        }
        /// 0 ..< bound.
        mutating func below(_ bound: Int) -> Int { bound <= 1 ? 0 : Int(next() % UInt64(bound)) }
        /// True that often in a hundred.
        mutating func chance(_ percent: Int) -> Bool { below(100) < percent }
        mutating func pick<Element>(_ list: [Element]) -> Element { list[below(list.count)] }
        mutating func some<Element>(_ list: [Element], percent: Int) -> [Element] {
            list.filter { _ in chance(percent) }
        }
    }

    /// The files that the packs bring: read from the sources, never changed.
    static let packs = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        .appendingPathComponent("Sources/FoundingData/packs")

    static func bytes(_ path: String) throws -> [UInt8] {
        Array(try Data(contentsOf: packs.appendingPathComponent(path)))
    }

    /// A stable stand-in for a file's SHA-256: 64 hexadecimal digits of its path.
    static func fileID(_ path: String) -> String {
        var random = Random(
            seed: path.utf8.reduce(14_695_981_039_346_656_037) { ($0 ^ UInt64($1)) &* 1_099_511_628_211 })
        return (0..<4).map { _ in
            let text = String(random.next(), radix: 16)
            return String(repeating: "0", count: 16 - text.count) + text
        }.joined()
    }

    /// The Charter with other parameters: terms of two years from July, due dates counted, one year's absence.
    static func variant() throws -> [UInt8] {
        let read = try JSONSerialization.jsonObject(with: Data(bytes("crm/editions/charter-2020.json")))
        var file = try unwrapped(read as? [String: Any])
        file["id"] = "variant"
        file["presidencyTerm"] = ["startMonth": 7, "startDay": 1, "years": 2]
        let rules = try unwrapped(file["rules"] as? [[String: Any]])
        file["rules"] = rules.map { rule -> [String: Any] in
            var rule = rule
            switch rule["id"] as? String {
            case "F3":
                rule["parameters"] = [
                    "voteYears": 2, "participationYears": 3, "counting": "dueDatesPassed",
                ]
            case "P4": rule["parameters"] = ["years": 1, "missedMeetings": 1]
            case "P1": rule["parameters"] = [String: Any]()
            default: break
            }
            return rule
        }
        return Array(try JSONSerialization.data(withJSONObject: file, options: [.sortedKeys]))
    }

    struct Missing: Error {}

    static func unwrapped<Value>(_ value: Value?) throws -> Value {
        guard let value else { throw Missing() }
        return value
    }

    /// The shelf of the crm pack, with the variant; read once.
    static func shelf() throws -> FileShelf { try readOnce.get() }

    private static let readOnce = Result { try readShelf() }

    private static func readShelf() throws -> FileShelf {
        var shelf = FileShelf()
        for path in ["editions/practice-1996.json", "editions/charter-2020.json"] {
            shelf.add(.edition(try Edition.read(bytes("crm/" + path))), sha256: fileID(path))
        }
        shelf.add(.edition(try Edition.read(variant())), sha256: fileID("variant"))
        shelf.add(
            .holidays(try HolidayCalendar.read(bytes("crm/holidays.json"))), sha256: fileID("holidays.json"))
        return shelf
    }

    /// The lines of the crm pack as they stand in its files.
    static func packLines() throws -> [[UInt8]] {
        let folder = packs.appendingPathComponent("crm/acts")
        let names = try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
        return try names.filter { $0.hasSuffix(".jsonl") }.flatMap { name in
            try bytes("crm/acts/" + name).split(separator: 0x0A).map { Array($0) }
        }
    }

    /// The crm pack admitted line by line: its acts and the state.
    static func crm() throws -> (acts: [RegisteredAct], state: ConferenceState) {
        var state = ConferenceState(shelf: try shelf())
        var acts: [RegisteredAct] = []
        let instant = try unwrapped(Instant("2026-11-21T18:00:00Z"))
        let opened = Proposal(id: "opened", on: PartialDay(state.day(at: instant)), act: Opened.example.act)
        for proposal in [opened] + (try packLines().map { try ActLine($0).proposal }) {
            let act = RegisteredAct(
                sequence: state.sequence + 1, recordedAt: instant, actor: .installation,
                proposal: shelved(proposal))
            try state.admit(act.proposal, by: act.actor, at: instant)
            state.apply(act)
            acts.append(act)
        }
        return (acts, state)
    }

    /// The proposal with a file's path replaced by its id.
    private static func shelved(_ proposal: Proposal) -> Proposal {
        let act: Act
        switch proposal.act {
        case .editions(.inForce(let body)):
            act =
                EditionInForce(
                    edition: body.edition, file: fileID(body.file), assumed: body.assumed, note: body.note
                ).act
        case .editions(.holidays(let body)): act = HolidaysFiled(file: fileID(body.file)).act
        default: return proposal
        }
        return Proposal(id: proposal.id, on: proposal.on, source: proposal.source, act: act)
    }
}
