import Charter
import Foundation
import Testing

/// Editions as files: what is read, and what is refused with its place.
struct EditionTests {
    static let packs = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().appending(path: "Sources/FoundingData/packs")

    static func object(_ path: String) throws -> [String: Any] {
        let data = try Data(contentsOf: packs.appending(path: path))
        return try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
    }

    /// The Charter's file with one change, as bytes.
    private func changed(_ change: (inout [String: Any]) throws -> Void) throws -> [UInt8] {
        var file = try EditionTests.object("crm/editions/charter-2020.json")
        try change(&file)
        return Array(try JSONSerialization.data(withJSONObject: file))
    }

    private func rules(
        _ file: inout [String: Any], _ id: String, _ change: (inout [String: Any]) -> Void
    ) throws -> Int {
        var rules = try #require(file["rules"] as? [[String: Any]])
        let index = try #require(rules.firstIndex { $0["id"] as? String == id })
        change(&rules[index])
        file["rules"] = rules
        return index
    }

    private func expect(_ place: String, _ bytes: [UInt8], _ location: SourceLocation = #_sourceLocation) {
        do {
            _ = try Edition.read(bytes)
            Issue.record("read", sourceLocation: location)
        } catch {
            #expect(error.place == place, sourceLocation: location)
            #expect(!error.message.isIncomplete, sourceLocation: location)
            #expect(error.sentence(.es).hasPrefix(place), sourceLocation: location)
        }
    }

    @Test(arguments: [
        ("crm/editions/practice-1996.json", "practice-1996", 11),
        ("crm/editions/charter-2020.json", "charter-2020", 11),
        ("csm/editions/practice-2000.json", "practice-2000", 0),
    ]) func `The committed editions are read, every rule once`(path: String, id: String, shares: Int) throws {
        let edition = try Edition.read(Array(try Data(contentsOf: EditionTests.packs.appending(path: path))))
        #expect(edition.id.text == id)
        #expect(Set(edition.rules.keys) == Set(RuleID.allCases))
        #expect((edition.scale?.weights.count ?? 0) == shares)
        for rule in edition.rules.values where rule.standing != .off {
            #expect(rule.clauses.allSatisfy { edition.clause($0) != nil })
            #expect((rule.interpretation == nil) == (rule.interpretationReason == nil))
        }
        for clause in edition.clauses {
            #expect(!clause.label.isIncomplete && !clause.summary.isIncomplete)
        }
    }

    @Test func `A rule unknown, stated twice or missing is named`() throws {
        expect("rules[0].id", try changed { _ = try rules(&$0, "P1") { $0["id"] = "P99" } })
        expect("rules[1].id", try changed { _ = try rules(&$0, "P2") { $0["id"] = "P1" } })
        expect(
            "rules",
            try changed {
                $0["rules"] = (try #require($0["rules"] as? [[String: Any]])).filter {
                    $0["id"] as? String != "F3"
                }
            })
    }

    @Test func `An edition that stands in a register may lack a rule coded since: there it is off`() throws {
        let bytes = try changed { edition in
            edition["rules"] = (edition["rules"] as? [[String: Any]] ?? []).filter {
                $0["id"] as? String != "F3"
            }
        }
        #expect(throws: FileProblem.self) { try Edition.read(bytes) }
        let read = try Edition.read(bytes, registered: true)
        #expect(read.rule(.F3) == nil)
        #expect(read.rule(.F1) != nil)
    }

    @Test func `A parameter missing, unknown or unfit is named`() throws {
        var index = 0
        func parameter(_ rule: String, _ name: String, _ value: Any?) throws -> [UInt8] {
            try changed { file in
                index = try rules(&file, rule) { stated in
                    var parameters = stated["parameters"] as? [String: Any] ?? [:]
                    parameters[name] = value
                    stated["parameters"] = parameters
                }
            }
        }
        for (rule, name, value): (String, String, Any?) in [
            ("P4", "years", nil), ("P4", "years", "two"), ("P4", "years", -1), ("P4", "years", 10_001),
            ("P4", "months", 3), ("P2", "closedSession", 3), ("F3", "counting", "otherwise"),
            ("P1", "admissionClosed", "1999-02-30"), ("D5", "anything", true),
        ] {
            let bytes = try parameter(rule, name, value)
            expect("rules[\(index)].parameters.\(name)", bytes)
        }
        // Optional parameters may be left out.
        _ = try Edition.read(try parameter("P1", "admissionClosed", nil))
    }

    @Test func `A rule without a clause, and a clause without text, are named`() throws {
        expect("rules[0].clauses", try changed { _ = try rules(&$0, "P1") { $0["clauses"] = [String]() } })
        expect(
            "rules[0].clauses", try changed { _ = try rules(&$0, "P1") { $0["clauses"] = ["carta.nada"] } })
        expect(
            "criteria.member[0].clause",
            try changed {
                var criteria = try #require($0["criteria"] as? [String: [[String: Any]]])
                criteria["member"]?[0]["clause"] = "carta.nada"
                $0["criteria"] = criteria
            })
        expect(
            "clauses[1]",
            try changed {
                var clauses = try #require($0["clauses"] as? [[String: Any]])
                clauses[1]["id"] = clauses[0]["id"]
                $0["clauses"] = clauses
            })
        expect(
            "clauses[0].summary",
            try changed {
                var clauses = try #require($0["clauses"] as? [[String: Any]])
                clauses[0]["summary"] = ["es": "", "en": "x"]
                $0["clauses"] = clauses
            })
    }

    @Test func `Zone, term, currency, weekend and format are checked`() throws {
        expect("zone", try changed { $0["zone"] = "America/Nowhere" })
        expect("format", try changed { $0["format"] = 2 })
        expect("currency", try changed { $0["currency"] = "dollars" })
        expect(
            "presidencyTerm",
            try changed { $0["presidencyTerm"] = ["startMonth": 2, "startDay": 29, "years": 1] })
        expect(
            "presidencyTerm",
            try changed { $0["presidencyTerm"] = ["startMonth": 1, "startDay": 1, "years": 0] })
        expect(
            "workingDays.weekend",
            try changed {
                $0["workingDays"] =
                    ["holidaysOf": ["CRI"], "weekend": [1, 2, 3, 4, 5, 6, 7], "optionalAreWorking": true]
                    as [String: Any]
            })
        expect("id", try changed { $0["id"] = nil })
        expect("/", Array("[".utf8))
        expect("/", Array(repeating: 0x20, count: Edition.sizeLimit + 1))
    }

    @Test func `A scale names each party once, with a weight`() throws {
        func scale(_ change: (inout [String: Any]) -> Void) throws -> [UInt8] {
            try changed {
                var scale = try #require($0["scale"] as? [String: Any])
                change(&scale)
                $0["scale"] = scale
            }
        }
        expect("scale.order", try scale { $0["order"] = ["USA"] })
        expect("scale.shares[0].weight", try scale { $0["shares"] = [["party": "USA", "weight": "half"]] })
        expect(
            "scale.shares[1].party",
            try scale { $0["shares"] = Array(repeating: ["party": "USA", "weight": "50"], count: 2) })
        expect(
            "scale.equally.parties[0]",
            try scale { $0["equally"] = ["weight": "12.5", "parties": ["USA"]] as [String: Any] })
    }

    @Test func `A reading changes one parameter and nothing else, and only to a value it takes`() throws {
        let edition = try Edition.read(try changed { _ in })
        let other = try #require(edition.reading(.F3, "counting", .text("dueDatesPassed")))
        #expect(other.rule(.F3)?.text("counting") == "dueDatesPassed")
        #expect(edition.rule(.F3)?.text("counting") == "openSinceDue")
        #expect(other.rule(.P4) == edition.rule(.P4))
        #expect(edition.reading(.F3, "counting", .text("x")) == nil)
        #expect(edition.reading(.F3, "months", .count(1)) == nil)
    }
}
