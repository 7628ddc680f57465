/** Rounds of social dialogue: attendance, positions of seats and consensus per item. */
@NullMarked
@ApplicationModule(
    displayName = "dialogue",
    allowedDependencies = {
      "country",
      "evidence",
      "notification",
      "tracking",
      "security",
      "stakeholder",
      "nationalprocess",
      "assessment"
    })
package org.socle.dialogue;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
