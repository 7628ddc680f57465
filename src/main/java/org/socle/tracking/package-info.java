/** Duties: what was asked of which seat or function, until when, and what became of it. */
@NullMarked
@ApplicationModule(
    displayName = "tracking",
    allowedDependencies = {"country", "evidence", "notification"})
package org.socle.tracking;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
