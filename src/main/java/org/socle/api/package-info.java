/** REST for other programs: a request is submitted, cases are read. */
@NullMarked
@ApplicationModule(
    displayName = "api",
    allowedDependencies = {"country", "evidence", "tracking", "security", "nationalprocess"})
package org.socle.api;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
