#ifndef KLARPLAN_CXLSXWRITER_SHIM_H
#define KLARPLAN_CXLSXWRITER_SHIM_H
#include <xlsxwriter.h>
#endif
