import Foundation
import Testing

/// The questions, answered by the embedded pack: there is no data folder.
@Suite struct AskTests {
    /// An answer of the embedded pack: there is no data folder.
    private func ask(_ arguments: [String], environment: [String: String] = [:]) async throws -> [String: Any]
    {
        let tool = try Tool()
        defer { tool.remove() }
        let result = try await tool.run(["ask"] + arguments + ["--json"], environment: environment)
        #expect(result.code == 0, "\(result.errors)")
        return try result.json
    }

    private func checkBasis(_ object: [String: Any]) throws {
        let basis = try #require(object["basis"] as? [[String: Any]])
        #expect(!basis.isEmpty)
        for ground in basis {
            #expect(Set(ground.keys) == ["clause", "entries", "interpretation", "reason"])
            #expect(ground["entries"] is [Int])
            for name in ["clause", "interpretation", "reason"] {
                #expect(ground[name] is String || ground[name] is NSNull)
            }
        }
    }

    private func list(_ value: Any?) throws -> [[String: Any]] { try #require(value as? [[String: Any]]) }

    @Test(arguments: [
        ("2014-06-01", "CRI", "NIC", "MEX"), ("2013-12-31", "PAN", "CRI", "NIC"),
        ("2014-01-01", "CRI", "NIC", "MEX"),
    ])
    func `D5: the Troika of a day, with its grounds`(
        day: String, outgoing: String, current: String, incoming: String
    ) async throws {
        let answer = try await ask(["troika", "--on", day])
        #expect(Set(answer.keys) == ["on", "outgoing", "current", "incoming", "basis"])
        #expect(answer["on"] as? String == day)
        #expect(answer["outgoing"] as? String == outgoing)
        #expect(answer["current"] as? String == current)
        #expect(answer["incoming"] as? String == incoming)
        try checkBasis(answer)
    }

    @Test func `F1: a budget in the members' listed order, adding up to the cent`() async throws {
        let answer = try await ask(["scale", "--budget", "282724.00", "--on", "2021-01-01"])
        #expect(answer["budget"] as? String == "282724.00")
        #expect(answer["currency"] as? String == "USD")
        let parts = try list(answer["parts"])
        #expect(
            parts.map { $0["party"] as? String } == [
                "BLZ", "CAN", "CRI", "SLV", "USA", "GTM", "HND", "MEX", "NIC", "PAN", "DOM",
            ])
        let amounts = try parts.map { try #require($0["amount"] as? String) }
        #expect(amounts.prefix(5) == ["4417.57", "70681.00", "4417.57", "4417.56", "141362.00"])
        let cents = amounts.compactMap { Int($0.replacing(".", with: "")) }
        #expect(cents.count == 11 && cents.reduce(0, +) == 28_272_400)
        try checkBasis(answer)
    }

    @Test func `F1: before the scale is recorded there are no parts, and that is an answer`() async throws {
        for (day, currency) in [("1999-01-01", "USD"), ("1990-01-01", nil)] {
            let answer = try await ask(["scale", "--budget", "100", "--on", day])
            #expect(answer["parts"] is NSNull)
            #expect(answer["budget"] as? String == "100.00")
            #expect(answer["currency"] as? String == currency)
            try checkBasis(answer)
        }
    }

    @Test func `F3: who may vote isn't recorded in 2021 and was everybody in 2015`() async throws {
        let fields: Set = [
            "party", "vote", "participation", "openSince", "open", "restoresVote", "restoresParticipation",
            "basis",
        ]
        let now = try list(try await ask(["standing", "--on", "2021-06-01"])["members"])
        #expect(now.count == 11)
        for member in now {
            #expect(Set(member.keys) == fields)
            for name in fields.subtracting(["party", "basis"]) { #expect(member[name] is NSNull) }
            try checkBasis(member)
        }
        let before = try list(try await ask(["standing", "--on", "2015-06-01"])["members"])
        for member in before {
            #expect(member["vote"] as? Bool == true)
            #expect(member["participation"] as? Bool == true)
            #expect(member["openSince"] is NSNull)
            #expect(member["restoresVote"] as? String == "0.00")
            #expect(member["restoresParticipation"] as? String == "0.00")
        }
    }

    @Test func `D3: five working days over Christmas, with what was passed over and why`() async throws {
        let answer = try await ask(["deadline", "--from", "2026-12-23T10:00:00-06:00", "--working-days", "5"])
        #expect(Set(answer.keys) == ["from", "workingDays", "deadline", "skipped", "warnings", "basis"])
        #expect(answer["from"] as? String == "2026-12-23T10:00:00-06:00")
        #expect(answer["workingDays"] as? Int == 5)
        #expect(answer["deadline"] as? String == "2026-12-31T23:59:59-06:00")
        let skipped = try list(answer["skipped"])
        #expect(skipped.map { $0["day"] as? String } == ["2026-12-25", "2026-12-26", "2026-12-27"])
        #expect(skipped.allSatisfy { Set($0.keys) == ["day", "why"] })
        let warnings = try list(answer["warnings"])
        #expect(warnings.allSatisfy { Set($0.keys) == ["party", "day", "why"] })
        #expect(warnings.contains { $0["party"] as? String == "CAN" && $0["day"] as? String == "2026-12-28" })
        try checkBasis(answer)
    }

    @Test func `P4: an observer's standing isn't recorded, with the reason`() async throws {
        let answer = try await ask(["observer", "COL", "--on", "2021-06-01"])
        #expect(Set(answer.keys) == ["party", "on", "status", "lapses", "noticeDue", "basis"])
        #expect(answer["party"] as? String == "COL")
        #expect(answer["status"] as? String == "not-recorded")
        #expect(answer["lapses"] is NSNull)
        #expect(answer["noticeDue"] is NSNull)
        try checkBasis(answer)
        #expect(
            try list(answer["basis"]).contains { ($0["reason"] as? String)?.contains("attendance") == true })
    }

    @Test(arguments: [("members", 11), ("observers", 15)])
    func `P1 and P2: parties of a day with since and until`(question: String, count: Int) async throws {
        let answer = try await ask([question, "--on", "2021-01-01"])
        #expect(Set(answer.keys) == ["on", "parties", "basis"])
        let parties = try list(answer["parties"])
        #expect(parties.count == count)
        for party in parties {
            #expect(Set(party.keys) == ["party", "since", "until"])
            #expect(party["until"] is NSNull)
        }
        try checkBasis(answer)
    }

    @Test(arguments: [
        ["troika"], ["members"], ["observers"], ["standing"], ["observer", "COL"],
        ["scale", "--budget", "1"],
    ])
    func `A day without any record is an answer`(question: [String]) async throws {
        let answer = try await ask(question + ["--on", "1990-01-01"])
        #expect(answer["on"] as? String == "1990-01-01")
    }

    @Test func `A deadline before any edition is an answer of nulls`() async throws {
        let answer = try await ask(["deadline", "--from", "1990-01-01T00:00:00Z", "--working-days", "5"])
        for name in ["deadline", "skipped", "warnings"] { #expect(answer[name] is NSNull) }
        try checkBasis(answer)
    }

    @Test(
        arguments: [
            (["scale", "--budget", "1", "--pack", "csm"], 1, "contributions", "contribuciones"),
            (
                ["deadline", "--from", "2026-12-23T10:00:00Z", "--working-days", "5", "--pack", "csm"], 1,
                "working", "hábiles"
            ),
            (["observer", "XXX"], 2, "“XXX”", "“XXX”"),
            (["members", "--pack", "xyz"], 2, "no pack", "No hay un paquete"),
            (["members", "--on", "2026-02-30"], 2, "isn't a day", "no es un día"),
            (
                ["deadline", "--from", "2026-12-23", "--working-days", "5"], 2, "isn't an instant",
                "no es un instante"
            ),
            (
                ["deadline", "--from", "2026-12-23T10:00:00Z", "--working-days", "0"], 2, "From 1 to",
                "De 1 a|de 1 a"
            ),
            (["scale", "--budget", "1,000"], 2, "isn't a budget", "no es un presupuesto"),
            (["scale", "--budget", "-1", "--on", "1990-01-01"], 2, "", ""),
            (["members", "--at", "99999"], 2, "--at 99999", "--at 99999"),
            (["members", "--at", "0"], 2, "--at 0", "--at 0"),
            (["members", "--data", "nowhere"], 2, "nowhere/register.sqlite", "nowhere/register.sqlite"),
            (["members", "--data", "var", "--pack", "crm"], 2, "not both", "no los dos"),
        ] as [([String], Int, String, String)])
    func `What can't be answered is one sentence in the reader's language`(
        question: [String], code: Int, english: String, spanish: String
    ) async throws {
        try await withTool { tool in
            for (language, words) in [("en", english), ("es", spanish)] {
                let result = try await tool.run(["ask"] + question + ["--language", language])
                #expect(result.code == Int32(code))
                #expect(result.output.isEmpty)
                #expect(
                    words.isEmpty || words.split(separator: "|").contains { result.errors.contains($0) },
                    "\(result.errors)")
            }
        }
    }

    @Test(arguments: [
        ([String: String](), "Edition in force"), (["LANG": "es_MX.UTF-8"], "Edición vigente|en vigor"),
        (["LC_ALL": "C", "LANG": "es_MX.UTF-8"], "Edition in force"),
        (["LC_MESSAGES": "es_CR"], "Edición vigente|en vigor"),
    ])
    func `Sentences come in the environment's language, else English`(
        environment: [String: String], words: String
    ) async throws {
        try await withTool { tool in
            let result = try await tool.run("ask", "troika", "--on", "2014-06-01", environment: environment)
            #expect(result.code == 0)
            #expect(words.split(separator: "|").contains { result.output.contains($0) }, "\(result.output)")
        }
    }

    @Test func `A code in small letters means the same observer`() async throws {
        try await withTool { tool in
            let answer = try await tool.run("ask", "observer", "col", "--on", "2023-01-01", "--json").json
            #expect(answer["party"] as? String == "COL")
        }
    }

    @Test(arguments: [["ask", "scale", "--language", "es"], ["ask", "bogus", "--language", "es"]])
    func `An order that isn't understood is answered in the reader's language`(words: [String]) async throws {
        try await withTool { tool in
            let result = try await tool.run(words)
            #expect(result.code == 2)
            #expect(result.errors.contains("no se entiende la orden"), "\(result.errors)")
            #expect(!result.errors.contains("Error:"))
        }
    }
}
