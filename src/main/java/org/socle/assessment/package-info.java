/** Recommendations that a country's dialogue speaks about. */
@NullMarked
@ApplicationModule(
    displayName = "assessment",
    allowedDependencies = {
      "country",
      "evidence",
      "notification",
      "tracking",
      "security",
      "stakeholder",
      "nationalprocess"
    })
package org.socle.assessment;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
