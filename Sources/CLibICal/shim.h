#ifndef TORG_CLIBICAL_SHIM_H
#define TORG_CLIBICAL_SHIM_H

#include <libical/ical.h>

#endif
