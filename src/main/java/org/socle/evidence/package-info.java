/** Append-only record of who did what and which rule said what, for auditors. */
@NullMarked
@ApplicationModule(
    displayName = "evidence",
    allowedDependencies = {"country"})
package org.socle.evidence;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
