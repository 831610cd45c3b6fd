import Charter
import Exchange
import Testing

@Suite struct `OAI-PMH` {
    private static let now = Sample.instant("2026-11-21T10:00:00Z")

    /// The answer to a query written as in an address.
    private func ask(_ query: String, _ repository: OAIRepository = Sample.repository()) -> String {
        let arguments = query.split(separator: "&").map { pair -> (name: String, value: String) in
            let parts = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            return (String(parts[0]), parts.count > 1 ? String(parts[1]) : "")
        }
        return OAIPMH.answer(arguments, repository, at: Self.now).text
    }

    private func token(_ answer: String) -> String? {
        guard let start = answer.firstRange(of: "<resumptionToken ") else { return nil }
        let rest = answer[start.upperBound...]
        guard let open = rest.firstIndex(of: ">"), let close = rest[open...].firstIndex(of: "<") else {
            return nil
        }
        let text = rest[rest.index(after: open)..<close]
        return text.isEmpty ? nil : String(text)
    }

    private func identifiers(_ answer: String) -> [String] {
        answer.split(separator: "<identifier>").dropFirst().map { String($0.prefix { $0 != "<" }) }
    }

    @Test(arguments: [
        ("identify", "verb=Identify"), ("formats", "verb=ListMetadataFormats"), ("sets", "verb=ListSets"),
        ("identifiers", "verb=ListIdentifiers&metadataPrefix=oai_dc"),
        ("records-1", "verb=ListRecords&metadataPrefix=oai_dc"),
        ("record", "verb=GetRecord&metadataPrefix=oai_dc&identifier=oai:puebla.example:cme/doc-1"),
        ("error", "verb=GetRecord&metadataPrefix=oai_dc&identifier=<none>"),
    ])
    func `Each verb's answer is what somebody looked at`(_ name: String, _ query: String) throws {
        try Golden.expect(Array(ask(query).utf8), "oai/\(name).xml")
    }

    @Test func `A harvest gives every record once, in order, and its last token is empty`() throws {
        var answer = ask("verb=ListRecords&metadataPrefix=oai_dc")
        var found = identifiers(answer)
        var page = 1
        while let next = token(answer) {
            page += 1
            answer = ask("verb=ListRecords&resumptionToken=\(next)")
            try Golden.expect(Array(answer.utf8), "oai/records-\(page).xml")
            found += identifiers(answer).filter { $0.hasPrefix("oai:") }
        }
        #expect(page == 3)
        let headers = found.filter { $0.hasPrefix("oai:") }
        #expect(headers == (1...7).map { "oai:puebla.example:cme/doc-\($0)" })
        #expect(answer.contains("<resumptionToken completeListSize=\"7\" cursor=\"6\"></resumptionToken>"))
    }

    @Test func `What is registered during a harvest comes at its end`() throws {
        let first = ask("verb=ListIdentifiers&metadataPrefix=oai_dc")
        let next = try #require(token(first))
        let grown = Sample.repository(sequence: 900, records: 9)
        var found = identifiers(first)
        var answer = ask("verb=ListIdentifiers&resumptionToken=\(next)", grown)
        found += identifiers(answer)
        while let next = token(answer) {
            answer = ask("verb=ListIdentifiers&resumptionToken=\(next)", grown)
            found += identifiers(answer)
        }
        #expect(found == (1...9).map { "oai:puebla.example:cme/doc-\($0)" })
    }

    @Test func `A token of a later register, of another verb, or changed by hand, is refused`() throws {
        let next = try #require(token(ask("verb=ListIdentifiers&metadataPrefix=oai_dc")))
        let bad = "code=\"badResumptionToken\""
        #expect(!ask("verb=ListIdentifiers&resumptionToken=\(next)").contains(bad))
        #expect(
            ask("verb=ListIdentifiers&resumptionToken=\(next)", Sample.repository(sequence: 811)).contains(
                bad))
        #expect(ask("verb=ListRecords&resumptionToken=\(next)").contains(bad))
        #expect(ask("verb=ListIdentifiers&resumptionToken=\(next.dropLast())").contains(bad))
        #expect(ask("verb=ListIdentifiers&resumptionToken=\(next)A").contains(bad))
        #expect(ask("verb=ListIdentifiers&resumptionToken=").contains(bad))
        #expect(ask("verb=ListSets&resumptionToken=\(next)").contains(bad))
        #expect(
            ask("verb=ListIdentifiers&resumptionToken=\(String(repeating: "A", count: 5000))").contains(bad))
    }

    @Test(arguments: [
        ("", "badVerb"), ("verb=Steal", "badVerb"), ("verb=Identify&verb=Identify", "badVerb"),
        ("verb=Identify&x=1", "badArgument"), ("verb=ListRecords", "badArgument"),
        ("verb=ListRecords&metadataPrefix=oai_dc&metadataPrefix=oai_dc", "badArgument"),
        ("verb=ListRecords&metadataPrefix=marc21", "cannotDisseminateFormat"),
        ("verb=ListRecords&metadataPrefix=oai_dc&resumptionToken=x", "badArgument"),
        ("verb=ListRecords&metadataPrefix=oai_dc&from=2026-02-30", "badArgument"),
        ("verb=ListRecords&metadataPrefix=oai_dc&from=2026-02-03T00:00:00Z", "badArgument"),
        ("verb=ListRecords&metadataPrefix=oai_dc&from=2026-02-03&until=2026-02-02", "badArgument"),
        ("verb=ListRecords&metadataPrefix=oai_dc&until=1990-01-01", "noRecordsMatch"),
        ("verb=ListRecords&metadataPrefix=oai_dc&set=painting", "noRecordsMatch"),
        ("verb=GetRecord&metadataPrefix=oai_dc", "badArgument"),
        ("verb=GetRecord&identifier=oai:puebla.example:cme/doc-1", "badArgument"),
        ("verb=GetRecord&metadataPrefix=oai_dc&identifier=oai:x:y", "idDoesNotExist"),
        (
            "verb=GetRecord&metadataPrefix=x&identifier=oai:puebla.example:cme/doc-1",
            "cannotDisseminateFormat"
        ),
        ("verb=ListMetadataFormats&identifier=oai:x:y", "idDoesNotExist"),
    ])
    func `What is wrong is said in the protocol's words`(_ query: String, _ code: String) {
        let answer = ask(query)
        #expect(answer.contains("<error code=\"\(code)\">"))
        // What wasn't understood isn't repeated.
        let isBare = answer.contains("<request>http://127.0.0.1/oai</request>")
        #expect(isBare == (code == "badVerb" || code == "badArgument"))
    }

    @Test func `A repository without sets or records says so`() {
        let bare = Sample.repository(records: 0, sets: false)
        #expect(ask("verb=ListSets", bare).contains("noSetHierarchy"))
        #expect(ask("verb=ListRecords&metadataPrefix=oai_dc&set=report", bare).contains("noSetHierarchy"))
        #expect(ask("verb=ListRecords&metadataPrefix=oai_dc", bare).contains("noRecordsMatch"))
        #expect(ask("verb=Identify", bare).contains("<earliestDatestamp>1970-01-01</earliestDatestamp>"))
    }

    @Test func `Days and sets choose, both days included`() {
        let day = Day(number: 20_002)
        let answer = ask("verb=ListIdentifiers&metadataPrefix=oai_dc&from=\(day)&until=\(day)&set=report")
        #expect(identifiers(answer) == ["oai:puebla.example:cme/doc-4"])
        #expect(answer.contains("status=\"deleted\"") && !answer.contains("resumptionToken"))
    }
}
