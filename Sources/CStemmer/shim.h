// Snowball's stemmers, as Debian packages them.
#ifndef PUEBLA_CSTEMMER_SHIM_H
#define PUEBLA_CSTEMMER_SHIM_H
#include <libstemmer.h>
#endif
