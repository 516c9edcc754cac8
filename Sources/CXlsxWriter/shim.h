#ifndef KLARPLAN_CXLSXWRITER_SHIM_H
#define KLARPLAN_CXLSXWRITER_SHIM_H
#include <xlsxwriter.h>

/* The library's structures hold `char *` in some versions and `const char *` in others, which Swift tells apart. It copies
   or only reads what is passed here. */

static inline lxw_workbook *klarplan_workbook(const char *path, const char *folder) {
    lxw_workbook_options options = {0};
    options.tmpdir = (char *)folder;
    return workbook_new_opt(path, &options);
}

static inline lxw_error klarplan_set_properties(
    lxw_workbook *workbook, const char *title, const char *author, time_t created) {
    lxw_doc_properties properties = {0};
    properties.title = (char *)title;
    properties.author = (char *)author;
    properties.created = created;
    return workbook_set_properties(workbook, &properties);
}
#endif
