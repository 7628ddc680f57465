/** Files from outside: what may come in, under which name, and how a text of settings is read. */
@NullMarked
@ApplicationModule(
    displayName = "document",
    allowedDependencies = {"country"})
package org.socle.document;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
