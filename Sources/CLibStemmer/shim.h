#ifndef TORG_CLIBSTEMMER_SHIM_H
#define TORG_CLIBSTEMMER_SHIM_H

#include <libstemmer.h>

#endif
