/** Technical validation, levels of endorsement, outcomes per recommendation and conditions. */
@NullMarked
@ApplicationModule(
    displayName = "decision",
    allowedDependencies = {
      "country",
      "evidence",
      "notification",
      "tracking",
      "security",
      "stakeholder",
      "nationalprocess",
      "assessment",
      "dialogue"
    })
package org.socle.decision;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
