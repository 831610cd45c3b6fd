import Charter
import Conference
import Foundation
import HTML

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
            ActField(name: context(name(key)), value: read(value, key, context))
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
        if let word = words[text],
            ["kind", "access", "beginning", "mode", "session", "status", "matter"].contains(key)
        {
            return .text(context(word))
        }
        if let day = PartialDay(text), text.count > 4 || key == "on" || key == "from" || key == "to" {
            return .text(Written.partial(day, context.language))
        }
        return .text(text)
    }

    private static func name(_ key: String) -> Localized { names[key] ?? Localized(same: key) }

    private static let words: [String: Localized] = [
        "state": Localized(es: "país", en: "state"),
        "organization": Localized(es: "organismo", en: "organisation"),
        "network": Localized(es: "red", en: "network"), "process": Localized(es: "proceso", en: "process"),
        "notRecorded": Localized(es: "no consta", en: "not recorded"),
        "recorded": Localized(es: "consta", en: "recorded"),
        "public": Localized(es: "público", en: "public"),
        "participants": Localized(es: "participantes", en: "participants"),
        "members": Localized(es: "miembros", en: "members"),
        "ordinary": Localized(es: "ordinaria", en: "ordinary"),
        "extraordinary": Localized(es: "extraordinaria", en: "extraordinary"),
        "activity": Localized(es: "actividad", en: "activity"), "event": Localized(es: "evento", en: "event"),
        "inPerson": Localized(es: "presencial", en: "in person"),
        "virtual": Localized(es: "virtual", en: "virtual"),
        "hybrid": Localized(es: "mixta", en: "hybrid"), "open": Localized(es: "abierta", en: "open"),
        "closed": Localized(es: "cerrada", en: "closed"), "done": Localized(es: "hecho", en: "done"),
        "inProgress": Localized(es: "en curso", en: "in progress"),
        "notAchieved": Localized(es: "no logrado", en: "not achieved"),
        "continuous": Localized(es: "continuo", en: "continuous"),
        "pending": Localized(es: "pendiente", en: "pending"),
        "attendance": Localized(es: "asistencia", en: "attendance"),
        "contributions": Localized(es: "contribuciones", en: "contributions"),
        "declaration": Localized(es: "declaración", en: "declaration"),
        "report": Localized(es: "informe", en: "report"),
        "guideline": Localized(es: "lineamientos", en: "guideline"),
        "manual": Localized(es: "manual", en: "manual"),
        "study": Localized(es: "estudio", en: "study"), "other": Localized(es: "otro", en: "other"),
        "strategic": Localized(es: "estratégico", en: "strategic"),
        "action": Localized(es: "acción", en: "action"),
    ]

    private static let names: [String: Localized] = [
        "abbreviation": Localized(es: "Sigla", en: "Abbreviation"),
        "access": Localized(es: "Para quién", en: "For whom"),
        "amount": Localized(es: "Monto", en: "Amount"),
        "assumed": Localized(es: "Día supuesto", en: "Assumed day"),
        "attested": Localized(es: "Criterios acreditados", en: "Criteria attested"),
        "beginning": Localized(es: "Su comienzo", en: "Its beginning"),
        "chair": Localized(es: "Preside", en: "Chair"),
        "competences": Localized(es: "Competencias", en: "Competences"),
        "composition": Localized(es: "Composición", en: "Composition"),
        "conference": Localized(es: "Conferencia", en: "Conference"),
        "corrects": Localized(es: "Corrige el acto", en: "Corrects act"),
        "currency": Localized(es: "Moneda", en: "Currency"),
        "decision": Localized(es: "Decisión", en: "Decision"),
        "definition": Localized(es: "Definición", en: "Definition"),
        "delegations": Localized(es: "Delegaciones", en: "Delegations"),
        "departs": Localized(es: "Se aparta de", en: "Departs from"),
        "document": Localized(es: "Documento", en: "Document"), "due": Localized(es: "Vence", en: "Due"),
        "edition": Localized(es: "Edición", en: "Edition"),
        "file": Localized(es: "Huella del archivo", en: "Hash of the file"),
        "from": Localized(es: "De", en: "From"), "headings": Localized(es: "Rubros", en: "Headings"),
        "host": Localized(es: "Sede", en: "Host"), "invented": Localized(es: "Inventada", en: "Invented"),
        "item": Localized(es: "Literal", en: "Item"), "items": Localized(es: "Puntos", en: "Items"),
        "key": Localized(es: "Llave", en: "Key"), "kind": Localized(es: "Clase", en: "Kind"),
        "languages": Localized(es: "Idiomas", en: "Languages"), "link": Localized(es: "Enlace", en: "Link"),
        "mandate": Localized(es: "Mandato", en: "Mandate"),
        "meeting": Localized(es: "Reunión", en: "Meeting"),
        "mode": Localized(es: "Modalidad", en: "Mode"), "name": Localized(es: "Nombre", en: "Name"),
        "note": Localized(es: "Nota", en: "Note"), "number": Localized(es: "Número", en: "Number"),
        "objectives": Localized(es: "Objetivos", en: "Objectives"),
        "organ": Localized(es: "Órgano", en: "Organ"),
        "party": Localized(es: "Parte", en: "Party"), "place": Localized(es: "Lugar", en: "Place"),
        "plan": Localized(es: "Plan", en: "Plan"), "present": Localized(es: "Presentes", en: "Present"),
        "reason": Localized(es: "Razón", en: "Reason"),
        "replacement": Localized(es: "En su lugar", en: "In its place"),
        "role": Localized(es: "Función", en: "Role"), "session": Localized(es: "Sesión", en: "Session"),
        "statement": Localized(es: "Declaración", en: "Statement"),
        "subjects": Localized(es: "Temas", en: "Subjects"),
        "subtitle": Localized(es: "Otro nombre", en: "Other name"),
        "term": Localized(es: "Período", en: "Term"),
        "text": Localized(es: "Texto", en: "Text"), "theme": Localized(es: "Tema", en: "Theme"),
        "themes": Localized(es: "Temas", en: "Themes"), "title": Localized(es: "Título", en: "Title"),
        "to": Localized(es: "A", en: "To"), "until": Localized(es: "Hasta", en: "Until"),
        "value": Localized(es: "Valor", en: "Value"), "year": Localized(es: "Año", en: "Year"),
        "zone": Localized(es: "Huso horario", en: "Time zone"),
    ]
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
