/* What is made from the loader's tables and kept in the tree: the schemas in content/schema and the
 * marked parts of docs/content-format.md. With COVE_PUBLISH=1 in the environment they are written,
 * otherwise compared. One test calls this with the program's real kinds. */
#ifndef TESTS_CONTENT_PUBLISHED_H
#define TESTS_CONTENT_PUBLISHED_H

#include "content/module.h"

/* False, with a message, when a file in `root` (the source tree) is not what the tables say. */
bool published_agrees(const char *root, const KindContent *const *kinds);

/* Writes the files that docs/content-format.md gives as its example (fences "json file=...") to
 * a scratch folder and checks them as content. False, with the faults, when there are any. */
bool published_example_is_clean(const char *root, const KindContent *const *kinds);

#endif
