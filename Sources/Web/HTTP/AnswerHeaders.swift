import HTTPTypes

/// The headers that every answer carries, and how long an answer may be kept by others.
enum AnswerHeaders {
    /// Pages load one sheet and images of ours, nothing from elsewhere, and run no script.
    static let contentSecurityPolicy =
        "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'; "
        + "frame-ancestors 'none'"

    /// The headers of safety, on every answer.
    static let common: HTTPFields = {
        var fields = HTTPFields()
        fields[.contentSecurityPolicy] = contentSecurityPolicy
        fields[.xContentTypeOptions] = "nosniff"
        // The policy's frame-ancestors, for browsers that don't know it.
        fields[.named("X-Frame-Options")] = "DENY"
        fields[.named("Referrer-Policy")] = "same-origin"
        fields[.named("Cross-Origin-Opener-Policy")] = "same-origin"
        fields[.named("Cross-Origin-Resource-Policy")] = "same-origin"
        fields[.named("Permissions-Policy")] = "camera=(), geolocation=(), microphone=()"
        return fields
    }()

    /// Whatever may be kept is asked about again each time: the next entry may change it.
    static let revalidate = "public, no-cache"
    /// What one reader may see, for that reader's browser alone.
    static let seen = "private, no-cache"
    /// Bytes whose address has their version.
    static let forGood = "public, max-age=31536000, immutable"
    /// Answers for one moment or one person.
    static let notKept = "no-store"
    /// The icon: its address has no version.
    static let aDay = "public, max-age=86400"
}

extension HTTPField.Name {
    /// A header's name known to be well formed, because it stands in the source.
    static func named(_ name: StaticString) -> HTTPField.Name {
        guard let field = HTTPField.Name(name.description) else {
            preconditionFailure("\(name) is no header name")
        }
        return field
    }

    static let requestID = HTTPField.Name.named("X-Request-Id")
    static let robots = HTTPField.Name.named("X-Robots-Tag")
}

extension HTTPFields {
    /// A field's value as `self[name]` gives it, without building a new text where the field stands but once.
    func value(_ name: HTTPField.Name) -> String? {
        guard let first = firstIndex(where: { $0.name == name }) else { return nil }
        let isOnly = self[(first + 1)...].allSatisfy { $0.name != name }
        return isOnly ? self[first].value : self[name]
    }
}

extension Representation {
    var mediaType: String {
        switch self {
        case .html: "text/html; charset=utf-8"
        case .json: "application/json; charset=utf-8"
        case .csv: "text/csv; charset=utf-8; header=present"
        case .xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
        case .pdf: "application/pdf"
        case .ics: "text/calendar; charset=utf-8"
        case .atom: "application/atom+xml; charset=utf-8"
        case .bib: "application/x-bibtex; charset=utf-8"
        case .ris: "application/x-research-info-systems; charset=utf-8"
        }
    }

    /// True for what is packed already.
    var isPacked: Bool { self == .xlsx || self == .pdf }
}
