// libxlsxwriter through a shim.
#ifndef PUEBLA_CXLSXWRITER_SHIM_H
#define PUEBLA_CXLSXWRITER_SHIM_H
#include <xlsxwriter.h>
#endif
