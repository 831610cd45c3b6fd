/// A section of an edition: clauses that stand together in a document, in its order.
public struct ClauseSection: Sendable, Hashable {
    /// One clause with what distinguishes it in its section.
    public struct Item: Sendable, Hashable {
        /// The clause.
        public let clause: Clause
        /// The rest of its label after the section's heading; empty where the heading says it all.
        public let title: Localized
    }
    /// An anchor: the id of its first clause.
    public let id: String
    /// Which document, such as `carta`.
    public let document: String
    /// How the document is called.
    public let documentTitle: Localized
    /// What the clauses' labels share after the document's name.
    public let heading: Localized
    /// The clauses.
    public let items: [Item]
}

extension ClauseSection {
    /// The clauses in the document's order, grouped by section.
    ///
    /// A section is a run of clauses whose ids agree but for their last part; its heading is what their labels
    /// share.
    static func all(_ clauses: [Clause]) -> [ClauseSection] {
        var runs: [[Clause]] = []
        for clause in clauses {
            if let last = runs.last?.last, last.section == clause.section {
                runs[runs.count - 1].append(clause)
            } else {
                runs.append([clause])
            }
        }
        return runs.map(ClauseSection.init)
    }
}

extension Clause {
    /// The id without its last part.
    fileprivate var section: String {
        id.text.utf8.lastIndex(of: UInt8(ascii: ".")).map { String(id.text[..<$0]) } ?? ""
    }
}

extension ClauseSection {
    init(_ clauses: [Clause]) {
        let first = clauses[0]
        let spanish = clauses.map { Self.parts($0.label.es) }
        let english = clauses.map { Self.parts($0.label.en) }
        let es = Self.shared(spanish)
        let en = Self.shared(english)
        let document = first.label.map { Self.parts($0).first ?? $0 }
        func heading(_ parts: [String], _ document: String) -> String {
            let rest = parts.dropFirst()
            return rest.isEmpty ? document : rest.joined(separator: ", ")
        }
        self.init(
            id: first.id.text, document: first.document, documentTitle: document,
            heading: Localized(es: heading(es, document.es), en: heading(en, document.en)),
            items: clauses.indices.map {
                Item(
                    clause: clauses[$0],
                    title: Localized(
                        es: spanish[$0].dropFirst(es.count).joined(separator: ", "),
                        en: english[$0].dropFirst(en.count).joined(separator: ", ")))
            })
    }

    /// A label's or heading's parts, outermost first.
    public static func parts(_ label: String) -> [String] {
        var parts: [String] = []
        var start = label.startIndex
        var at = start
        // By bytes: text is searched for text ten times as slowly.
        while let comma = label.utf8[at...].firstIndex(of: UInt8(ascii: ",")) {
            at = label.utf8.index(after: comma)
            guard at < label.endIndex, label.utf8[at] == UInt8(ascii: " ") else { continue }
            parts.append(String(label[start..<comma]))
            at = label.utf8.index(after: at)
            start = at
        }
        return parts + [String(label[start...])]
    }

    private static func shared(_ labels: [[String]]) -> [String] {
        guard var shared = labels.first else { return [] }
        for label in labels.dropFirst() {
            shared = Array(zip(shared, label).prefix { $0 == $1 }.map(\.0))
        }
        return shared
    }
}
