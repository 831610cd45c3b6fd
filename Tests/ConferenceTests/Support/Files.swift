import Charter
import Conference
import Foundation
import Testing

/// The packs' own files, read where they lie in the sources.
enum Files {
    static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent()

    static func bytes(_ path: String) -> [UInt8] {
        guard let data = try? Data(contentsOf: root.appending(path: path)) else { return [] }
        return Array(data)
    }

    static func edition(_ path: String) -> Edition? {
        try? Edition.read(bytes("Sources/FoundingData/packs/\(path)"))
    }

    static let practice = edition("crm/editions/practice-1996.json")
    static let charter = edition("crm/editions/charter-2020.json")
    static let southern = edition("csm/editions/practice-2000.json")
    static let holidays = try? HolidayCalendar.read(bytes("Sources/FoundingData/packs/crm/holidays.json"))

    static var shelf: FileShelf {
        var shelf = FileShelf()
        for (name, edition) in [("practice", practice), ("charter", charter), ("southern", southern)] {
            if let edition { shelf.add(.edition(edition), sha256: name) }
        }
        if let holidays { shelf.add(.holidays(holidays), sha256: "holidays") }
        return shelf
    }
}

func day(_ text: String) -> Day { Day(text) ?? .distantPast }
func about(_ text: String) -> PartialDay { PartialDay(text) ?? PartialDay(.distantPast) }
func usd(_ text: String) -> Money { Money(text, currency: "USD") ?? .zero("USD") }
func words(_ text: String) -> Localized { Localized(same: text) }
