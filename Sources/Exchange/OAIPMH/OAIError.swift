/// The error conditions of OAI-PMH 2.0 (section 3.6), each with a sentence for who reads the answer.
struct OAIError: Error, Hashable {
    enum Code: String {
        case badArgument, badResumptionToken, badVerb, cannotDisseminateFormat, idDoesNotExist
        case noRecordsMatch, noMetadataFormats, noSetHierarchy
    }

    let code: Code
    let message: String

    init(_ code: Code, _ message: String) {
        self.code = code
        self.message = message
    }
}
