// libdeflate: packs and unpacks what lies whole in memory, as pages do.
#ifndef PUEBLA_CDEFLATE_SHIM_H
#define PUEBLA_CDEFLATE_SHIM_H
#include <libdeflate.h>
#endif
