/** Commands, the embedded database and the health of a running program. */
@NullMarked
@ApplicationModule(
    displayName = "operation",
    allowedDependencies = {
      "country",
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
package org.socle.operation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
