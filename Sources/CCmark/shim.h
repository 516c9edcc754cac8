#ifndef KLARPLAN_CCMARK_SHIM_H
#define KLARPLAN_CCMARK_SHIM_H
#include <cmark.h>
#endif
