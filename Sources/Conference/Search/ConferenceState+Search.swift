import Charter

extension ConferenceState {
    /// Everything that can be found, each item once, in no particular order.
    ///
    /// - Parameter texts: texts of documents, by code: searched with the rest of their items.
    public func searchItems(texts: [DocumentID: [Localized]] = [:]) -> [SearchItem] { [] }
}
