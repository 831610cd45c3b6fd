import HTML

struct PartiesPage: PageModel {
    let title = ""
    let json: JSONValue = [:]
    init(_ context: PageContext) {}
    func write(_ html: inout HTMLWriter) {}
}
