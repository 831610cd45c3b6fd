import Charter

/// The list of pages for search engines (sitemaps.org), each page with its language twin.
public enum Sitemap {
    /// The media type.
    public static let mediaType = "application/xml; charset=utf-8"
    /// The protocol's limit for one file.
    public static let mostAddresses = 50_000

    /// A page in its languages.
    public struct Page: Sendable, Hashable {
        /// The absolute address in each language that the page has.
        public var addresses: [(language: Language, address: String)] {
            [es.map { (.es, $0) }, en.map { (.en, $0) }].compactMap(\.self)
        }
        /// The Spanish page's address.
        public var es: String?
        /// The English page's address.
        public var en: String?
        /// The day its content last changed.
        public var changed: Day?

        /// A page.
        public init(es: String?, en: String?, changed: Day? = nil) {
            self.es = es
            self.en = en
            self.changed = changed
        }
    }

    /// What is served: one file, or an index and its parts.
    public struct Files: Sendable, Hashable {
        /// What stands at the sitemap's own address.
        public let main: [UInt8]
        /// The parts that an index names, in order; none if one file is enough.
        public let parts: [[UInt8]]
    }

    /// The sitemap; an index over parts where it would have over 50,000 addresses.
    /// - Parameter part: the absolute address of the part of that number, from 1.
    public static func files(
        _ pages: [Page], mostAddresses: Int = Sitemap.mostAddresses, part: (Int) -> String
    ) -> Files {
        var groups: [[Page]] = [[]]
        var count = 0
        for page in pages {
            let addresses = page.addresses.count
            if count + addresses > mostAddresses, count > 0 {
                groups.append([])
                count = 0
            }
            groups[groups.count - 1].append(page)
            count += addresses
        }
        if groups.count == 1 { return Files(main: urlSet(groups[0]), parts: []) }
        var index = XMLWriter()
        index.element("sitemapindex", [("xmlns", "http://www.sitemaps.org/schemas/sitemap/0.9")]) { xml in
            for (number, group) in groups.enumerated() {
                xml.element("sitemap") { xml in
                    xml.element("loc", text: part(number + 1))
                    xml.element("lastmod", text: group.compactMap(\.changed).max()?.description)
                }
            }
        }
        return Files(main: index.bytes, parts: groups.map(urlSet))
    }

    private static func urlSet(_ pages: [Page]) -> [UInt8] {
        var xml = XMLWriter(capacity: 512 + pages.count * 700)
        let names: [XMLWriter.Attribute] = [
            ("xmlns", "http://www.sitemaps.org/schemas/sitemap/0.9"),
            ("xmlns:xhtml", "http://www.w3.org/1999/xhtml"),
        ]
        xml.element("urlset", names) { xml in
            for page in pages {
                let addresses = page.addresses
                for one in addresses {
                    xml.element("url") { xml in
                        xml.element("loc", text: one.address)
                        xml.element("lastmod", text: page.changed?.description)
                        guard addresses.count > 1 else { return }
                        for other in addresses {
                            xml.empty(
                                "xhtml:link",
                                [
                                    ("rel", "alternate"), ("hreflang", other.language.rawValue),
                                    ("href", other.address),
                                ])
                        }
                    }
                }
            }
        }
        return xml.bytes
    }
}
