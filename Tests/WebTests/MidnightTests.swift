import Charter
import Conference
import HTTPTypes
import Secretariat
import Testing

@testable import Web

/// Truth changes at the conference's midnight without an act, and so do the kept pages.
struct MidnightTests {
    @Test(arguments: [
        ("/es/presidencies", "preside Belice", "no consta en el registro"),
        ("/en/presidencies", "Belize presides", "not recorded"),
        ("/es/", ">Preside<", "Última presidencia registrada"),
    ])
    func `A presidency that ends at midnight changes the kept page and its tag with no act`(
        _ path: String, _ before: String, _ after: String
    ) async throws {
        let site = try await TurningSite(pack: "crm")
        // San José is six hours behind UTC: its year 2024 ends at 06:00 of 1 January there.
        try site.turn("2025-01-01T05:59:58Z")
        let eve = try await site.get(path)
        let tag = try #require(eve.headers[.eTag])
        #expect(eve.text.contains(before))
        #expect(try await site.get(path).headers[.eTag] == tag)
        #expect(try await site.get(path, [.ifNoneMatch: tag]).status == 304)
        let sequence = site.registrar.state.sequence

        try site.turn("2025-01-01T06:00:00Z")
        let morning = try await site.get(path, [.ifNoneMatch: tag])
        #expect(morning.status == 200)
        #expect(morning.headers[.eTag] != tag)
        #expect(morning.text.contains(after))
        #expect(!morning.text.contains(before))
        #expect(site.registrar.state.sequence == sequence)
    }

    @Test func `Five working days from now move on at the conference's midnight, not at Greenwich's`()
        async throws
    {
        let site = try await TurningSite(pack: "crm")
        try site.turn("2026-11-24T05:00:00Z")
        let monday = try await site.get("/en/working-days.json")
        #expect(monday.text.contains("\"circulated\":\"2026-11-23\""))
        #expect(monday.text.contains("\"deadline\":\"2026-11-30T23:59:59-06:00\""))
        try site.turn("2026-11-24T06:00:00Z")
        let tuesday = try await site.get("/en/working-days.json")
        #expect(tuesday.text.contains("\"circulated\":\"2026-11-24\""))
        #expect(tuesday.text.contains("\"deadline\":\"2026-12-01T23:59:59-06:00\""))
        #expect(tuesday.headers[.eTag] != monday.headers[.eTag])
    }
}
