/** Institutions, people, seats and the national working group. */
@NullMarked
@ApplicationModule(
    displayName = "stakeholder",
    allowedDependencies = {"country", "evidence", "notification", "tracking", "security"})
package org.socle.stakeholder;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
