import Foundation

/// A pack: a folder with what founds a conference. Bytes only; what they mean is for others to say.
///
/// Shape: `pack.json` (id, names, lists of files), editions and holidays as JSON, `acts/*.jsonl`.
public struct Pack: Sendable {
    /// One line of acts with the place it was read from.
    public struct Line: Sendable {
        /// The file, relative to the pack.
        public let file: String
        /// The line, from 1.
        public let number: Int
        /// The line's bytes.
        public let bytes: [UInt8]
    }
    /// What `pack.json` says.
    public struct Manifest: Sendable, Codable {
        /// A text in both languages.
        public struct Text: Sendable, Codable {
            /// Spanish.
            public let es: String
            /// English.
            public let en: String
        }
        /// The file's shape; 1.
        public let format: Int
        /// The conference's id.
        public let id: String
        /// How the conference is called.
        public let name: Text
        /// Its other name.
        public let subtitle: Text?
        /// Its abbreviation.
        public let abbreviation: Text
        /// True for a conference that doesn't exist.
        public let invented: Bool
        /// Files of editions, relative to the pack.
        public let editions: [String]
        /// The file of holidays, relative to the pack.
        public let holidays: String?
        /// Files of texts that acts name by their path, relative to the pack.
        public let texts: [String]?
        /// Files or folders of acts, relative to the pack; a folder is read in name order.
        public let acts: [String]
    }

    /// What `pack.json` says.
    public let manifest: Manifest
    /// Editions, holidays and texts, by path relative to the pack.
    public let files: [String: [UInt8]]
    /// The acts' lines, in order; blank lines left out.
    public let lines: [Line]

    /// The most bytes that one file of a pack may have.
    public static let fileLimit = 16 << 20
    /// Names of the packs that come with the program.
    public static let embedded = ["crm", "csm", "cme"]

    /// Reads a pack by the name of an embedded one, or by its folder.
    public static func read(_ nameOrFolder: String) throws(PackProblem) -> Pack {
        if nameOrFolder.allSatisfy({ $0.isLetter || $0.isNumber }), embedded.contains(nameOrFolder) {
            return try Pack(folder: try resources() + "/packs/" + nameOrFolder)
        }
        var isFolder: ObjCBool = false
        guard FileManager.default.fileExists(atPath: nameOrFolder, isDirectory: &isFolder), isFolder.boolValue
        else {
            throw PackProblem(
                place: nameOrFolder,
                es:
                    "No hay un paquete con ese nombre ni una carpeta con esa ruta; los incluidos son \(embedded.joined(separator: ", ")).",
                en:
                    "There is no pack of that name and no folder at that path; those included are \(embedded.joined(separator: ", "))."
            )
        }
        return try Pack(folder: nameOrFolder)
    }

    /// Reads a pack from its folder.
    public init(folder: String) throws(PackProblem) {
        let text = try Pack.bytes(folder, "pack.json")
        do { manifest = try JSONDecoder().decode(Manifest.self, from: Data(text)) } catch {
            throw PackProblem(
                place: "pack.json", es: "No es legible como paquete; vea docs/extending.md.",
                en: "It can't be read as a pack; see docs/extending.md.")
        }
        guard manifest.format == 1 else {
            throw PackProblem(place: "pack.json: format", es: "Se lee el formato 1.", en: "Format 1 is read.")
        }
        var files: [String: [UInt8]] = [:]
        for path in manifest.editions + (manifest.holidays.map { [$0] } ?? []) + (manifest.texts ?? []) {
            files[path] = try Pack.bytes(folder, path)
        }
        self.files = files
        var lines: [Line] = []
        for name in manifest.acts {
            for path in try Pack.actFiles(folder, name) {
                lines.append(contentsOf: Pack.lines(of: try Pack.bytes(folder, path), file: path))
            }
        }
        self.lines = lines
    }

    /// The lines of a file of acts; blank ones left out.
    public static func lines(of bytes: [UInt8], file: String) -> [Line] {
        bytes.split(separator: 0x0A, omittingEmptySubsequences: false).enumerated().compactMap {
            index, line in
            line.allSatisfy { $0 == 0x20 || $0 == 0x0D || $0 == 0x09 }
                ? nil : Line(file: file, number: index + 1, bytes: Array(line))
        }
    }

    private static func actFiles(_ folder: String, _ path: String) throws(PackProblem) -> [String] {
        var isFolder: ObjCBool = false
        guard FileManager.default.fileExists(atPath: folder + "/" + path, isDirectory: &isFolder) else {
            throw PackProblem(
                place: path, es: "El paquete nombra este archivo y no está.",
                en: "The pack names this file and it isn't there.")
        }
        guard isFolder.boolValue else { return [path] }
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder + "/" + path)) ?? []
        return names.filter { $0.hasSuffix(".jsonl") }.sorted().map { path + "/" + $0 }
    }

    private static func bytes(_ folder: String, _ path: String) throws(PackProblem) -> [UInt8] {
        guard !path.contains(".."), !path.hasPrefix("/"),
            let data = FileManager.default.contents(atPath: folder + "/" + path)
        else {
            throw PackProblem(
                place: path, es: "El archivo no se puede leer.", en: "The file can't be read.")
        }
        guard data.count <= fileLimit else {
            throw PackProblem(
                place: path, es: "El archivo pasa de \(fileLimit) bytes.",
                en: "The file is larger than \(fileLimit) bytes.")
        }
        return Array(data)
    }

    /// The folder of this module's resources: beside the program, as it is shipped, else where it was built.
    private static func resources() throws(PackProblem) -> String {
        let name = "puebla_FoundingData.resources"
        let beside = (Bundle.main.executablePath ?? CommandLine.arguments[0]) as NSString
        for folder in [beside.deletingLastPathComponent, Bundle.main.bundlePath] {
            if FileManager.default.fileExists(atPath: folder + "/" + name) { return folder + "/" + name }
        }
        let built = Bundle.module.bundlePath
        guard FileManager.default.fileExists(atPath: built) else {
            throw PackProblem(
                place: name, es: "Faltan los recursos del programa; vuelva a instalarlo.",
                en: "The program's resources are missing; install it again.")
        }
        return built
    }
}

/// What is wrong with a pack: where, and in one sentence.
public struct PackProblem: Error, Sendable, CustomStringConvertible {
    /// The file, and the place in it.
    public let place: String
    /// The sentence in Spanish.
    public let es: String
    /// The sentence in English.
    public let en: String

    /// A problem at a place.
    public init(place: String, es: String, en: String) {
        self.place = place
        self.es = es
        self.en = en
    }

    /// Place and sentence in English.
    public var description: String { "\(place): \(en)" }
}
