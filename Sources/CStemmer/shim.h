#ifndef KLARPLAN_CSTEMMER_SHIM_H
#define KLARPLAN_CSTEMMER_SHIM_H
#include <libstemmer.h>
#endif
