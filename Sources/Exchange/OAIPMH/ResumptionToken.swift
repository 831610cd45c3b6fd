import Charter
import Foundation

/// Where a list goes on, and of what: all a server needs to know, so it keeps nothing.
///
/// It points behind the last record that was given, not at a number: what is registered meanwhile has a later
/// datestamp and comes at the end, so a harvest under way neither skips nor stops. A token of a later
/// register than this one (another server's, or from before a restored backup) is refused.
struct ResumptionToken: Hashable {
    let verb: String
    let sequence: Int
    let selection: OAIRequest.Selection
    let lastDatestamp: Day
    let lastIdentifier: String
    /// How many records were given so far.
    let cursor: Int

    init(
        verb: String, sequence: Int, selection: OAIRequest.Selection, last: OAIRepository.Record, cursor: Int
    ) {
        self.verb = verb
        self.sequence = sequence
        self.selection = selection
        lastDatestamp = last.datestamp
        lastIdentifier = last.identifier
        self.cursor = cursor
    }

    /// Reads a token's text; `nil` unless it is exactly what `text` writes.
    init?(_ text: String) {
        guard text.utf8.count <= 2000 else { return nil }
        let base64 = text.replacing("-", with: "+").replacing("_", with: "/")
        let padding = String(repeating: "=", count: (4 - base64.utf8.count % 4) % 4)
        guard let data = Data(base64Encoded: base64 + padding),
            let plain = String(data: data, encoding: .utf8)
        else { return nil }
        let parts = plain.split(separator: "\n", omittingEmptySubsequences: false)
        guard parts.count == 9, parts[0] == "1", let sequence = Int(parts[2]), let cursor = Int(parts[6]),
            sequence >= 0, cursor > 0, let last = Day(parts[7]), !parts[8].isEmpty
        else { return nil }
        let from = parts[3].isEmpty ? nil : Day(parts[3])
        let until = parts[4].isEmpty ? nil : Day(parts[4])
        guard parts[3].isEmpty == (from == nil), parts[4].isEmpty == (until == nil) else { return nil }
        verb = String(parts[1])
        self.sequence = sequence
        selection = .init(from: from, until: until, set: parts[5].isEmpty ? nil : String(parts[5]))
        lastDatestamp = last
        lastIdentifier = String(parts[8])
        self.cursor = cursor
        guard self.text == text else { return nil }
    }

    /// The token, in characters that need no encoding in an address.
    var text: String {
        let plain = [
            "1", verb, String(sequence), selection.from?.description ?? "",
            selection.until?.description ?? "",
            selection.set ?? "", String(cursor), lastDatestamp.description, lastIdentifier,
        ].joined(separator: "\n")
        return Data(plain.utf8).base64EncodedString().replacing("+", with: "-").replacing("/", with: "_")
            .replacing("=", with: "")
    }
}
