/** Pages on which stakeholders and staff do their duties and read their cases. */
@NullMarked
@ApplicationModule(
    displayName = "portal",
    allowedDependencies = {
      "country",
      "document",
      "evidence",
      "notification",
      "tracking",
      "security",
      "stakeholder",
      "nationalprocess",
      "assessment",
      "dialogue",
      "decision",
      "setup"
    })
package org.socle.portal;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
