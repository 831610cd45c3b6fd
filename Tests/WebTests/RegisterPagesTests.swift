import Charter
import Conference
import Foundation
import Register
import Secretariat
import Testing

@testable import Web

struct RegisterPagesTests {
    @Test(arguments: [("/es/register", "Ningún acto"), ("/en/register", "No acts")])
    func `The newest acts come first, fifty a page`(_ path: String, _ none: String) async throws {
        let site = try await RecordSite.crm.value
        let last = site.registrar.state.sequence
        let page = try await site.get(path)
        #expect(page.status == 200)
        #expect(page.text.contains("href=\"\(path)/\(last)\""))
        #expect(page.text.contains("href=\"\(path)/\(last - 49)\""))
        #expect(!page.text.contains("href=\"\(path)/\(last - 50)\""))
        #expect(!page.text.contains(none))
        #expect(page.text.contains(site.registrar.published.root.hex))
        let oldest = try await site.get(path + "?page=\((last + 49) / 50)")
        #expect(oldest.text.contains("href=\"\(path)/1\""))
    }

    @Test func `A page past the end is not found, with the last one`() async throws {
        let site = try await RecordSite.crm.value
        let count = (site.registrar.state.sequence + 49) / 50
        let past = try await site.get("/en/register?page=\(count + 1)")
        #expect(past.status == 404)
        #expect(past.text.contains("href=\"/en/register?page=\(count)\""))
        #expect(try await site.get("/en/register?page=9223372036854775807").status == 404)
        for page in ["0", "-1", "x", "99999999999999999999"] {
            let unfit = try await site.get("/en/register?page=\(page)")
            #expect(unfit.status == 400, "\(page)")
            #expect(unfit.text.contains("isn&#39;t a page; the first is shown."), "\(page)")
        }
    }

    @Test(
        arguments: [
            ("kind=membership.memberAdmitted", 11), ("kind=presidency.designated", 29), ("about=zzz", nil),
            ("kind=nada", nil), ("from=2014-02-30", nil), ("from=2020-01-01&to=2010-01-01", nil),
            ("by=reina", nil),
            ("by=member/ZZZ", 0),
        ] as [(String, Int?)])
    func `Filters count what the record holds, and say what they can't read`(
        _ query: String, _ count: Int?
    ) async throws {
        let site = try await RecordSite.crm.value
        let page = try await site.get("/en/register.json?\(query)")
        if let count {
            #expect(page.status == 200)
            #expect(page.text.contains("\"total\":\(count),"), "\(query)")
        } else {
            let shown = try await site.get("/en/register?\(query)")
            #expect(shown.status == 400)
            #expect(shown.text.contains("class=\"wrong-why\""))
            #expect(page.text.contains("\"problem\":\""))
        }
    }

    @Test func `Acts about a party, and acts that say a text`() async throws {
        let site = try await RecordSite.crm.value
        let about = try await site.get("/en/register.json?about=COL")
        #expect(about.text.contains("\"id\":\"party-COL\""))
        #expect(about.text.contains("\"id\":\"observer-COL\""))
        #expect(!about.text.contains("\"id\":\"party-MEX\""))
        #expect(try await site.get("/es/register?about=party/COL").status == 200)
        let text = try await site.get("/en/register.json?q=belice&kind=membership")
        #expect(text.text.contains("\"id\":\"party-BLZ\""))
        let near = try await site.get("/en/register?about=MXE")
        #expect(near.status == 400)
        #expect(near.text.contains("Perhaps MEX"))
    }

    @Test func `An act's page proves that it stands in the register`() async throws {
        let site = try await RecordSite.crm.value
        let published = site.registrar.published
        for sequence in [1, 2, published.state.sequence / 2, published.state.sequence] {
            let page = try await site.get("/en/register/\(sequence)")
            #expect(page.status == 200)
            #expect(page.text.contains("Verified as this page was made"))
            let json = try await site.get("/en/register/\(sequence).json")
            let object = try JSONDecoder().decode(Shown.self, from: Data(json.text.utf8))
            let inclusion = object.proof.inclusion
            #expect(
                Merkle.verifyInclusion(
                    leaf: try #require(Hash(hex: object.proof.leaf)), index: sequence - 1,
                    size: inclusion.size,
                    proof: inclusion.path.compactMap(Hash.init(hex:)), root: published.root))
        }
    }

    private struct Shown: Decodable {
        struct Inclusion: Decodable {
            let size: Int
            let path: [String]
        }
        struct Proof: Decodable {
            let leaf: String
            let inclusion: Inclusion
        }
        let proof: Proof
    }

    @Test(arguments: ["/en/register/999999", "/es/register/9223372036854775807"])
    func `A number that doesn't exist is not found, with the last one`(_ path: String) async throws {
        let site = try await RecordSite.crm.value
        let page = try await site.get(path)
        #expect(page.status == 404)
        #expect(page.text.contains("/register/\(site.registrar.state.sequence)\""))
    }

    @Test func `Of a closed act the public sees number, day and hash, and nothing through a filter`()
        async throws
    {
        let site = try await RecordSite(pack: "crm")
        let title = Localized(es: "Texto secreto", en: "Secret text")
        let act = try await site.registrar.perform(
            Proposal(
                id: "closed-decision", on: PartialDay(try #require(Day("2026-11-21"))),
                act: DecisionRecorded(
                    decision: "CRM/VM/2026/D.1", organ: "VM", title: title, session: .closed
                ).act),
            by: .presidency)
        let last = act.sequence
        let list = try await site.get("/en/register")
        #expect(list.text.contains("Closed act</span>"))
        #expect(try await site.get("/en/register.json").text.contains("\"closed\":true"))
        #expect(list.text.contains("href=\"/en/register/\(last)\""))
        for path in [
            "/en/register", "/en/register/\(last)", "/en/register.json", "/en/register/\(last).json",
        ] {
            let page = try await site.get(path)
            #expect(page.status == 200)
            for secret in ["Secret text", "Texto secreto", "closed-decision", "D.1"] {
                #expect(!page.text.contains(secret), "\(path): \(secret)")
            }
        }
        let json = try await site.get("/en/register/\(last).json")
        #expect(json.text.contains("\"closed\":true"))
        #expect(json.text.contains("\"salt\":null"))
        #expect(!json.text.contains("\"actor\""))
        let page = try await site.get("/en/register/\(last)")
        #expect(page.text.contains("21 November 2026"))
        #expect(page.text.contains("Verified as this page was made"))
        for query in ["kind=deliberation", "by=presidency", "q=secret", "from=2026-11-21", "about=organ/VM"] {
            let filtered = try await site.get("/en/register.json?\(query)")
            #expect(!filtered.text.contains("\"closed\":true"), "\(query)")
        }
        #expect(try await site.get("/en/register?by=presidency").text.contains("Closed acts aren"))
    }

    @Test func `A correction and the act corrected link to each other`() async throws {
        let site = try await RecordSite(pack: "crm")
        let state = site.registrar.state
        let term =
            try #require(state.lines.indices.last { state.lines[$0].kind.name == "library.termDefined" }) + 1
        let correction = try await site.registrar.perform(
            Proposal(
                id: "withdraw", on: PartialDay(try #require(Day("2026-11-21"))),
                act: Corrected(corrects: term, reason: Localized(es: "Repetido", en: "Twice")).act),
            by: .secretariat)
        let old = try await site.get("/en/register/\(term)")
        #expect(old.text.contains("This act was corrected"))
        #expect(old.text.contains("href=\"/en/register/\(correction.sequence)\""))
        let new = try await site.get("/en/register/\(correction.sequence)")
        #expect(new.text.contains("This act withdraws another. Reason: Twice"))
        #expect(new.text.contains("href=\"/en/register/\(term)\""))
        #expect(new.text.contains("Verified as this page was made"))
    }

    @Test(arguments: ActKind.all.map(\.name))
    func `Every field of every kind of act has a name in both languages`(_ name: String) throws {
        let kind = try #require(ActKind.named(name))
        let encoded = try JSONEncoder().encode(kind.type.example)
        let object = try #require(try JSONSerialization.jsonObject(with: encoded) as? [String: Any])
        for field in object.keys { #expect(ActWords.fields[field] != nil, "\(field)") }
    }

    @Test func `A search reads no more acts than its bound, the newest first, and says how many`()
        async throws
    {
        let site = try await RecordSite.crm.value
        let last = site.registrar.state.sequence
        let newest = Array((1...last).reversed())
        let found = try await site.registrar.search(
            newest, limit: 10, quick: { _ in true }, keeps: { _ in true })
        #expect(found.kept == Array(newest.prefix(10)))
        #expect(found.read == 10)
        let none = try await site.registrar.search(
            newest, limit: 10_000, quick: { _ in false }, keeps: { _ in true })
        #expect(none.kept == [])
        #expect(none.read == last)
        #expect(try await site.registrar.entries([3, last + 1, 1, 2]).map(\.sequence) == [3, 1, 2])
        #expect(try await site.registrar.entries(from: 0, limit: 2).map(\.sequence) == [1, 2])
    }

    @Test(arguments: ["/en/register?on=2014-02-30", "/en/register/3?on=ayer"])
    func `A day that can't be read is said also where there is no day to choose`(_ path: String) async throws
    {
        let page = try await RecordSite.crm.value.get(path)
        #expect(page.status == 400)
        #expect(page.text.contains("write it as YYYY-MM-DD"))
    }

    @Test func `A kept tree grows with the register and refuses a root that isn't its own`() async throws {
        let site = try await RecordSite(pack: "csm")
        let keeper = ProofKeeper(site.registrar.store)
        let before = site.registrar.published
        let size = before.state.sequence
        let first = try #require(try await keeper.inclusion(of: 3, size: size, root: before.root))
        #expect(first.root == before.root)
        try await site.registrar.perform(
            Proposal(
                id: "more", on: PartialDay(try #require(Day("2026-11-21"))),
                act: TermDefined(term: "ZZ", name: Localized(same: "zz")).act), by: .secretariat)
        let after = site.registrar.published
        let second = try #require(try await keeper.inclusion(of: 3, size: size + 1, root: after.root))
        #expect(second.leaf == first.leaf)
        // A page of an older snapshot still gets its own proof.
        #expect(try await keeper.inclusion(of: 3, size: size, root: before.root) == first)
        #expect(try await keeper.inclusion(of: size + 2, size: size + 1, root: after.root) == nil)
        await #expect(throws: StoreError.self) {
            try await keeper.inclusion(of: 3, size: size + 1, root: before.root)
        }
        #expect(try await keeper.inclusion(of: 3, size: size + 1, root: after.root) == second)
    }
}
