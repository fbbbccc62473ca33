#ifndef TORG_CLIBXLSXWRITER_SHIM_H
#define TORG_CLIBXLSXWRITER_SHIM_H

#include <xlsxwriter.h>

#endif
