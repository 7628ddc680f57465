/** The case: a country's request for support, the agencies' answers, its phases and its status. */
@NullMarked
@ApplicationModule(
    displayName = "nationalprocess",
    allowedDependencies = {
      "country",
      "evidence",
      "notification",
      "tracking",
      "security",
      "stakeholder"
    })
package org.socle.nationalprocess;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
