#ifndef TORG_CLIBARCHIVE_SHIM_H
#define TORG_CLIBARCHIVE_SHIM_H

#include <archive.h>
#include <archive_entry.h>

#endif
