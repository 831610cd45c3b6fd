import Charter
import Conference
import Foundation

/// `docs/acts.md`: every kind of act, from the kinds themselves.
enum ActsPage {
    static func text() throws -> String {
        var page = try head()
        var chapter = ""
        for kind in ActKind.all {
            let name = String(kind.name.prefix { $0 != "." })
            if name != chapter {
                chapter = name
                page += "## \(name.prefix(1).uppercased() + name.dropFirst())\n\n"
            }
            page += try section(kind)
        }
        while page.hasSuffix("\n\n") { page.removeLast() }
        return page
    }

    private static func head() throws -> String {
        """
        \(Markdown.generated)# The acts

        \(ActKind.all.count) kinds. An act is proposed as one line of JSON, in a pack or in a file for `puebla record`, and the same fields without `id` and `kind` become its body in the register.

        | field | what |
        | --- | --- |
        | `id` | made by the caller, unique in its conference, 1 to 80 letters, digits and `- . / ( ) _ :`; a retry with the same id and content finds its own act |
        | `on` | when it happened, as precisely as known: `2016`, `2016-11`, `2016-11-30` |
        | `kind` | `chapter.act`, one of those below |
        | `act` | what the kind says |
        | `source` | where it is said: `{"document": "informe-20", "section": "II"}`, or an `address`; with `secondary` and a `note` where needed. Needed by acts dated before the register was opened |
        | `under` | the vice-ministers' decision under which it departs from a clause |
        | `instruction` | the presidency's instruction, where the secretariat registers for it |

        A text in two languages is `{"es": …, "en": …}`. A line has at most \(ActLine.limit) bytes. An unknown field, a missing one and a value of the wrong type are refused with their place.

        ## Refused before its own rules

        In this order, whatever the kind; after them come the kind's own refusals, in the order in which they are listed below. A code never changes its meaning.

        \(Markdown.table(["code", "when"], general))
        A refusal by a clause can be overcome by a decision of the vice-ministers that names the clause (`under`), except arithmetic, contradiction and the secrecy of closed sessions. An act dated before the opening is refused for contradiction, not for procedure.


        """
    }

    private static let general = [
        ["`act.id-taken`", "the id belongs to another act, or to one with other content"],
        ["`registry.not-open`", "the register hasn't been opened"],
        ["`registry.open-already`", "a second opening"],
        ["`authority.not-registrant`", "who proposes it may not register this kind"],
        [
            "`authority.instruction-missing`",
            "the secretariat registers for the presidency and names no instruction",
        ],
        ["`day.future`", "dated after today; an edition may be put in force ahead"],
        ["`history.source-missing`", "dated before the opening, and no source"],
        ["`departure.decision-unknown`", "`under` names a decision that the register doesn't know"],
        [
            "`departure.nothing-departed`",
            "the decision in `under` departs from no clause, or isn't the vice-ministers'",
        ],
    ]

    /// Where the class follows from the content.
    private static let classes = [
        "deliberation.decisionRecorded": "`public`; of a closed session `session`",
        "library.documentRecorded": "as its `access` says",
        "library.placed": "as its `access` says, which is no wider than its documents'",
        "library.textRecorded": "as its `access` says, which is its document's",
        "registry.corrected": "that of the more closed of the two acts",
    ]

    private static func section(_ kind: ActKind) throws -> String {
        let type = kind.type
        let example = type.example
        let refusals =
            type.refusals.isEmpty
            ? "none of its own" : type.refusals.map { "`\($0)`" }.joined(separator: ", ")
        return """
            ### \(kind.name)

            **\(type.title.en)** · \(type.title.es)

            ```json
            \(try line(kind))
            ```

            - class: \(classes[kind.name] ?? "`\(example.access.rawValue)`")
            - registered by: \(type.registrants.line.en)
            - refusals: \(refusals)


            """
    }

    /// The example as one line of a file, and held to what `puebla record` reads.
    private static func line(_ kind: ActKind) throws -> String {
        let example = kind.type.example
        let id = kind.name.replacing(".", with: "-") + "-1"
        let line = #"{"id":"\#(id)","on":"2026-11-30","kind":"\#(kind.name)","act":\#(try json(example))}"#
        let read = try ActLine(Array(line.utf8))
        guard read.proposal.act == example.act else {
            throw Failure.cannot("\(kind.name): the example isn't read as it is written")
        }
        return line
    }

    private static func json(_ value: some Encodable) throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return String(decoding: try encoder.encode(value), as: UTF8.self)
    }
}
