import Charter
extension ConferenceState {
    public func archive() -> [UInt8] { [] }
    public init(archive: [UInt8], shelf: FileShelf) throws { throw FileProblem("x", es: "x", en: "x") }
}
