extension StoreError {
    var englishSentence: String {
        switch self {
        case .readOnlyFolder(let file):
            "\(file) can't be written: give the user that runs puebla the right to write its folder."
        case .unreadable(let file):
            "\(file) can't be read: give the user that runs puebla the right to read it and its folder."
        case .diskFull(let file):
            "There is no room left to write \(file): free space on its disk and try again; what was confirmed is safe."
        case .locked(let file, let by):
            "\(file) is held by \(by.phrase(spanish: false)): stop that process first, or use a command that only reads."
        case .corrupt(let file, let lastGood, let damage):
            "\(file) is damaged (\(damage.phrase(spanish: false))); "
                + (lastGood.map { "act \($0) is the last that verifies" } ?? "none of its acts can be read")
                + ". Nothing was repaired: keep this folder and restore the last "
                + "backup into an empty one with `puebla restore BACKUP --data NEWFOLDER`."
        case .conflict(let file):
            "Another writer has registered in \(file) first: read on from its last act and try again."
        case .uncertain(let file, let detail):
            "It isn't known whether \(file) took the last write (\(detail)): check its disk, then start again."
        case .missing(let file):
            "\(file) isn't there: check the name of the folder, or make a register with `puebla init`."
        case .exists(let file):
            "\(file) is already there and isn't overwritten: choose another name."
        case .notEmpty(let file):
            "\(file) isn't empty: choose a folder that is empty or doesn't exist yet."
        case .foreign(let file):
            "\(file) isn't a file of this product: check its name."
        case .newer(let file):
            "\(file) was written by a later version of puebla: install that version to open it."
        case .notDurable(let file):
            "\(file) can't be opened with synchronous=FULL, so what is confirmed could be lost: "
                + "check the SQLite library."
        case .unstorable(let file, let id):
            "The act “\(id)” can't be stored in \(file): it needs an id, a version from 1 and a body in UTF-8 of 2 MiB at most."
        case .exposedKey(let file):
            "Others can read the secret key \(file): run `chmod 600` on it, and replace it if it was read."
        case .wrongPassphrase(let file):
            "\(file) can't be opened: the passphrase is another one, or the file was changed."
        case .weakPassphrase(let minimum):
            "The passphrase is too short: use at least \(minimum) characters."
        case .sealed(let kind, let id):
            "The sealed record \(kind)/\(id) can't be opened with this server's key: restore the keys that "
                + "sealed it, or enter it again."
        case .stopped(let file):
            "The server is stopping and writes no more to \(file): try again when it is back."
        case .failed(let file, let detail):
            "\(file) can't be used (\(detail)): check the file and its disk."
        }
    }

    var spanishSentence: String {
        switch self {
        case .readOnlyFolder(let file):
            "No se puede escribir en \(file): dé a quien ejecuta puebla permiso de escritura en su carpeta."
        case .unreadable(let file):
            "No se puede leer \(file): dé a quien ejecuta puebla permiso de lectura sobre él y su carpeta."
        case .diskFull(let file):
            "No queda espacio para escribir \(file): libere espacio en su disco e inténtelo de nuevo; "
                + "lo confirmado está a salvo."
        case .locked(let file, let by):
            "\(file) está en uso por \(by.phrase(spanish: true)): detenga antes ese proceso, o use una orden que solo lea."
        case .corrupt(let file, let lastGood, let damage):
            "\(file) está dañado (\(damage.phrase(spanish: true))); "
                + (lastGood.map { "el acto \($0) es el último que se verifica" }
                    ?? "no se puede leer ninguno de sus actos")
                + ". No se reparó nada: conserve esta carpeta y restaure la última "
                + "copia en una vacía con `puebla restore COPIA --data CARPETA_NUEVA`."
        case .conflict(let file):
            "Otro proceso registró antes en \(file): siga leyendo desde su último acto e inténtelo de nuevo."
        case .uncertain(let file, let detail):
            "No se sabe si \(file) recibió la última escritura (\(detail)): revise su disco y vuelva a iniciar."
        case .missing(let file):
            "No existe \(file): revise el nombre de la carpeta, o cree un registro con `puebla init`."
        case .exists(let file):
            "\(file) ya existe y no se sobrescribe: elija otro nombre."
        case .notEmpty(let file):
            "\(file) no está vacía: elija una carpeta vacía o que aún no exista."
        case .foreign(let file):
            "\(file) no es un archivo de este producto: revise su nombre."
        case .newer(let file):
            "\(file) fue escrito por una versión posterior de puebla: instale esa versión para abrirlo."
        case .notDurable(let file):
            "\(file) no se puede abrir con synchronous=FULL y lo confirmado podría perderse: "
                + "revise la biblioteca SQLite."
        case .unstorable(let file, let id):
            "El acto «\(id)» no se puede guardar en \(file): necesita un id, una versión desde 1 y un cuerpo en UTF-8 de 2 MiB como máximo."
        case .exposedKey(let file):
            "Otros pueden leer la clave secreta \(file): ejecute `chmod 600` sobre ella, y cámbiela si fue leída."
        case .wrongPassphrase(let file):
            "\(file) no se puede abrir: la frase de paso es otra, o el archivo fue modificado."
        case .weakPassphrase(let minimum):
            "La frase de paso es demasiado corta: use al menos \(minimum) caracteres."
        case .sealed(let kind, let id):
            "El dato sellado \(kind)/\(id) no se abre con la clave de este servidor: restaure las claves que lo "
                + "sellaron, o introdúzcalo de nuevo."
        case .stopped(let file):
            "El servidor se está deteniendo y ya no escribe en \(file): inténtelo cuando vuelva."
        case .failed(let file, let detail):
            "\(file) no se puede usar (\(detail)): revise el archivo y su disco."
        }
    }
}
