/** Reads case files of published facts and replays them through the same models and rules. */
@NullMarked
@ApplicationModule(
    displayName = "casefile",
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
      "operation"
    })
package org.socle.casefile;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
