#ifndef TORG_CLIBXML2_SHIM_H
#define TORG_CLIBXML2_SHIM_H

// Debian's libxml2 is built with ICU, whose headers clash with the ICU inside Foundation. Nothing of it is used here.
#include <libxml/xmlversion.h>
#undef LIBXML_ICU_ENABLED

#include <libxml/parser.h>
#include <libxml/parserInternals.h>
#include <libxml/xmlerror.h>

#endif
