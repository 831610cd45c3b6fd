import Charter

/// OAI-PMH 2.0: how libraries and search services fetch descriptions of documents.
public enum OAIPMH {
    /// The media type that the protocol asks for.
    public static let mediaType = "text/xml; charset=utf-8"

    /// The answer to a request; what is wrong with one is said in the answer, which is always well formed.
    ///
    /// - Parameters:
    ///   - arguments: the query's or the form's names and values, decoded, in order.
    ///   - repository: what is offered.
    ///   - now: the moment of the answer.
    public static func answer(
        _ arguments: [(name: String, value: String)], _ repository: OAIRepository, at now: Instant
    ) -> [UInt8] {
        do throws(OAIError) {
            let request = try OAIRequest(arguments, repository)
            let content = try OAIAnswer(request, repository)
            return document(arguments, repository, now) { content.write(to: &$0) }
        } catch {
            // What wasn't understood isn't repeated (section 3.2).
            let isUnderstood = error.code != .badVerb && error.code != .badArgument
            return document(isUnderstood ? arguments : [], repository, now) { xml in
                xml.element("error", [("code", error.code.rawValue)], text: error.message)
            }
        }
    }

    private static func document(
        _ arguments: [(name: String, value: String)], _ repository: OAIRepository, _ now: Instant,
        content: (inout XMLWriter) -> Void
    ) -> [UInt8] {
        var xml = XMLWriter(capacity: 65_536)
        let space = "http://www.openarchives.org/OAI/2.0/"
        let names: [XMLWriter.Attribute] = [
            ("xmlns", space), ("xmlns:xsi", "http://www.w3.org/2001/XMLSchema-instance"),
            ("xsi:schemaLocation", "\(space) http://www.openarchives.org/OAI/2.0/OAI-PMH.xsd"),
        ]
        xml.element("OAI-PMH", names) { xml in
            xml.element("responseDate", text: now.secondsText)
            let known: [StaticString] = [
                "verb", "identifier", "metadataPrefix", "from", "until", "set", "resumptionToken",
            ]
            let given = known.map { name in
                (name, arguments.first { $0.name == "\(name)" }?.value) as XMLWriter.Attribute
            }
            xml.element("request", given, text: repository.baseURL)
            content(&xml)
        }
        return xml.bytes
    }
}
