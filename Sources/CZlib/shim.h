// zlib through a shim: deflateInit2 is a macro, which Swift does not import.
#ifndef PUEBLA_CZLIB_SHIM_H
#define PUEBLA_CZLIB_SHIM_H
#include <zlib.h>
static inline int puebla_deflate_init(z_stream *stream, int level, int windowBits, int memLevel) {
    return deflateInit2(stream, level, Z_DEFLATED, windowBits, memLevel, Z_DEFAULT_STRATEGY);
}
static inline int puebla_inflate_init(z_stream *stream, int windowBits) {
    return inflateInit2(stream, windowBits);
}
#endif
