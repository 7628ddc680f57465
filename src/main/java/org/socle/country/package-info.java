/** Country profiles, working calendars, terms and the one clock, for everybody who counts days. */
@NullMarked
@ApplicationModule(
    displayName = "country",
    allowedDependencies = {})
package org.socle.country;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
