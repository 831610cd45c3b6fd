import Charter
import Conference
import Foundation
import HTML
import HashTreeCollections

/// One field of an act's body, ready to be read: its name and what it says.
struct ActField {
    /// What a field says.
    indirect enum Value {
        case text(String)
        case link(String, href: String)
        case list([Value])
        case fields([ActField])
    }

    let name: String
    let value: Value

    /// The fields of an act as stored, in a fixed order; empty for bytes that are no JSON object.
    ///
    /// A text in both languages is one field in the reader's; a known code links to its page.
    static func read(_ body: [UInt8], _ context: PageContext) -> [ActField] {
        guard case .object(let object)? = try? JSONDecoder().decode(JSONNode.self, from: Data(body)),
            case .object(let act)? = object["act"]
        else { return [] }
        return fields(act, context)
    }

    private static func fields(_ object: [String: JSONNode], _ context: PageContext) -> [ActField] {
        object.sorted { $0.key < $1.key }.map { key, value in
            ActField(
                name: context(ActWords.fields[key] ?? Localized(same: key)), value: read(value, key, context))
        }
    }

    private static func read(_ node: JSONNode, _ key: String, _ context: PageContext) -> Value {
        switch node {
        case .object(let object):
            if case .text(let es)? = object["es"], case .text(let en)? = object["en"] {
                return .text(context(es, en))
            }
            return .fields(fields(object, context))
        case .list(let list): return .list(list.map { read($0, key, context) })
        case .text(let text): return named(text, key, context)
        case .number(let number): return .text(number)
        case .flag(let flag): return .text(flag ? context("sí", "yes") : context("no", "no"))
        case .null: return .text(context.notRecorded)
        }
    }

    private static func named(_ text: String, _ key: String, _ context: PageContext) -> Value {
        if ["party", "from", "to", "host", "chair", "present", "by", "members"].contains(key),
            context.state.membership.order.contains(PartyID(text))
        {
            return .link("\(context.name(PartyID(text))) (\(text))", href: context.plainPath(.party(text)))
        }
        if ["clause", "departs"].contains(key), let clause = context.state.clause(ClauseID(text)) {
            return .link(context(clause.label), href: context.plainPath(.clause(text)))
        }
        if let route = route(text, key, context) {
            return .link(text, href: context.plainPath(route))
        }
        if ActWords.enumerated.contains(key), let word = ActWords.values[text] {
            return .text(context(word))
        }
        if let day = PartialDay(text), text.count > 4 || key == "on" || key == "from" || key == "to" {
            return .text(Written.partial(day, context.language))
        }
        return .text(text)
    }
}

extension ActField {
    /// The page of what a code in an act names, where the reader may open it.
    private static func route(_ text: String, _ key: String, _ context: PageContext) -> Route? {
        let state = context.state
        switch key {
        case "organ", "successor": return state.bodies.organs[OrganID(text)] == nil ? nil : .organ(text)
        case "meeting": return state.meetings.meetings[MeetingID(text)] == nil ? nil : .meeting(text)
        case "plan": return state.plan.plans[PlanID(text)] == nil ? nil : .plan(text)
        case "decision", "proposal", "recommendation", "under":
            guard let decision = state.decision(DecisionID(text)) else { return nil }
            return context.viewer.mayRead(decision.act.access) ? .decision(text) : nil
        case "document", "statement", "selection", "interest":
            guard let document = state.library.documents[DocumentID(text)] else { return nil }
            return context.viewer.mayRead(document.act.access) ? .document(text) : nil
        default: return nil
        }
    }
}

extension HTMLWriter {
    /// Writes an act's fields.
    mutating func actFields(_ fields: [ActField]) {
        facts(fields.map { field in (field.name, { html in html.actValue(field.value) }) })
    }

    private mutating func actValue(_ value: ActField.Value) {
        switch value {
        case .text(let text): self.text(text)
        case .link(let text, let href): self(.a, text, .href(href))
        case .list(let values):
            self(.ul) { html in
                for value in values { html(.li) { html in html.actValue(value) } }
            }
        case .fields(let fields): actFields(fields)
        }
    }
}

/// JSON of any shape. A decoder of bounded depth reads it, from a body that was bounded when it was registered.
private enum JSONNode: Decodable {
    case null
    case flag(Bool)
    case number(String)
    case text(String)
    case list([JSONNode])
    case object([String: JSONNode])

    init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        if container.decodeNil() {
            self = .null
        } else if let flag = try? container.decode(Bool.self) {
            self = .flag(flag)
        } else if let number = try? container.decode(Int.self) {
            self = .number(String(number))
        } else if let text = try? container.decode(String.self) {
            self = .text(text)
        } else if let list = try? container.decode([JSONNode].self) {
            self = .list(list)
        } else if let object = try? container.decode([String: JSONNode].self) {
            self = .object(object)
        } else {
            self = .number(try container.decode(Decimal.self).description)
        }
    }
}
