/** Accounts, roles, functions and sign-in, for every door of the program. */
@NullMarked
@ApplicationModule(
    displayName = "security",
    allowedDependencies = {"country", "evidence", "notification", "tracking"})
package org.socle.security;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
