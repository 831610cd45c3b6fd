import CDeflate

/// Packing what lies whole in memory, by libdeflate.
public enum Gzip {
    /// How hard to pack.
    public enum Effort: Int32, Sendable {
        /// For what is sent once, or what anybody can make up.
        case fast = 1
        /// For pages, which are kept: less than a tenth larger than at best, in a fraction of the time, which the
        /// first to ask for a long page waits for.
        case quick = 2
        /// For what is packed once, at start.
        case best = 12
    }

    /// Packs bytes as one gzip member without name or time, so that the same bytes always pack alike.
    ///
    /// `nil` without memory for it: the caller sends the bytes as they are.
    public static func pack(_ bytes: [UInt8], effort: Effort) -> [UInt8]? {
        guard let compressor = libdeflate_alloc_compressor(effort.rawValue) else { return nil }
        defer { libdeflate_free_compressor(compressor) }
        let packed = [UInt8](
            unsafeUninitializedCapacity: libdeflate_gzip_compress_bound(compressor, bytes.count)
        ) { target, count in
            count = libdeflate_gzip_compress(
                compressor, bytes, bytes.count, target.baseAddress, target.count)
        }
        return packed.isEmpty ? nil : packed
    }

    /// Unpacks one gzip member of at most `limit` bytes; `nil` for anything else.
    public static func unpack(_ bytes: [UInt8], limit: Int) -> [UInt8]? {
        guard let decompressor = libdeflate_alloc_decompressor() else { return nil }
        defer { libdeflate_free_decompressor(decompressor) }
        var isWhole = false
        let unpacked = [UInt8](unsafeUninitializedCapacity: limit) { target, count in
            isWhole =
                libdeflate_gzip_decompress(
                    decompressor, bytes, bytes.count, target.baseAddress, limit, &count)
                == LIBDEFLATE_SUCCESS
            if !isWhole { count = 0 }
        }
        return isWhole ? unpacked : nil
    }
}
