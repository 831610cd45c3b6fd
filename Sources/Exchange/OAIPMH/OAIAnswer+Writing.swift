import Charter

extension OAIAnswer {
    private static let dublinCore: [XMLWriter.Attribute] = [
        ("xmlns:oai_dc", "http://www.openarchives.org/OAI/2.0/oai_dc/"),
        ("xmlns:dc", "http://purl.org/dc/elements/1.1/"),
        (
            "xsi:schemaLocation",
            "http://www.openarchives.org/OAI/2.0/oai_dc/ http://www.openarchives.org/OAI/2.0/oai_dc.xsd"
        ),
    ]

    /// Writes the verb's element.
    func write(to xml: inout XMLWriter) {
        switch self {
        case .identify(let repository): Self.identify(repository, &xml)
        case .formats:
            xml.element("ListMetadataFormats") { xml in
                xml.element("metadataFormat") { xml in
                    xml.element("metadataPrefix", text: OAIRequest.prefix)
                    xml.element("schema", text: "http://www.openarchives.org/OAI/2.0/oai_dc.xsd")
                    xml.element("metadataNamespace", text: "http://www.openarchives.org/OAI/2.0/oai_dc/")
                }
            }
        case .sets(let sets):
            xml.element("ListSets") { xml in
                for set in sets {
                    xml.element("set") { xml in
                        xml.element("setSpec", text: set.spec)
                        xml.element("setName", text: set.name)
                    }
                }
            }
        case .list(let page, let repository, let isWhole):
            xml.element(isWhole ? "ListRecords" : "ListIdentifiers") { xml in
                for record in page.records {
                    if isWhole {
                        Self.record(record, repository, &xml)
                    } else {
                        Self.header(record, &xml)
                    }
                }
                guard page.isPartial else { return }
                // The last page has an empty token (section 3.5).
                xml.element(
                    "resumptionToken",
                    [("completeListSize", String(page.total)), ("cursor", String(page.cursor))],
                    text: page.next?.text ?? "")
            }
        case .record(let record, let repository):
            xml.element("GetRecord") { Self.record(record, repository, &$0) }
        }
    }

    private static func identify(_ repository: OAIRepository, _ xml: inout XMLWriter) {
        xml.element("Identify") { xml in
            xml.element("repositoryName", text: repository.name)
            xml.element("baseURL", text: repository.baseURL)
            xml.element("protocolVersion", text: "2.0")
            for address in repository.administrators { xml.element("adminEmail", text: address) }
            xml.element("earliestDatestamp", text: repository.earliest.description)
            // Nothing leaves the register, so what was withdrawn stays known as such.
            xml.element("deletedRecord", text: "persistent")
            xml.element("granularity", text: "YYYY-MM-DD")
            guard !repository.notice.isEmpty else { return }
            xml.element("description") { xml in
                xml.element("oai_dc:dc", Self.dublinCore) { xml in
                    xml.element("dc:title", text: repository.name)
                    for text in repository.notice { Self.text("dc:rights", text, &xml) }
                }
            }
        }
    }

    private static func header(_ record: OAIRepository.Record, _ xml: inout XMLWriter) {
        xml.element("header", [("status", record.isDeleted ? "deleted" : nil)]) { xml in
            xml.element("identifier", text: record.identifier)
            xml.element("datestamp", text: record.datestamp.description)
            for set in record.sets { xml.element("setSpec", text: set) }
        }
    }

    private static func record(
        _ record: OAIRepository.Record, _ repository: OAIRepository, _ xml: inout XMLWriter
    ) {
        xml.element("record") { xml in
            header(record, &xml)
            guard !record.isDeleted else { return }
            xml.element("metadata") { xml in
                xml.element("oai_dc:dc", Self.dublinCore) { xml in
                    for element in OAIRepository.Element.allCases {
                        for text in record.elements[element] ?? [] { Self.text(element.name, text, &xml) }
                        guard element == .rights else { continue }
                        for text in repository.notice { Self.text(element.name, text, &xml) }
                    }
                }
            }
        }
    }

    private static func text(_ name: StaticString, _ text: OAIRepository.Text, _ xml: inout XMLWriter) {
        xml.element(name, [("xml:lang", text.language?.rawValue)], text: text.text)
    }
}

extension OAIRepository.Element {
    fileprivate var name: StaticString {
        switch self {
        case .title: "dc:title"
        case .creator: "dc:creator"
        case .subject: "dc:subject"
        case .description: "dc:description"
        case .publisher: "dc:publisher"
        case .contributor: "dc:contributor"
        case .date: "dc:date"
        case .type: "dc:type"
        case .format: "dc:format"
        case .identifier: "dc:identifier"
        case .source: "dc:source"
        case .language: "dc:language"
        case .relation: "dc:relation"
        case .coverage: "dc:coverage"
        case .rights: "dc:rights"
        }
    }
}
