/** Sets up countries: reads country files and forms, checks them and stores them with evidence. */
@NullMarked
@ApplicationModule(
    displayName = "setup",
    allowedDependencies = {
      "country",
      "document",
      "evidence",
      "tracking",
      "stakeholder",
      "nationalprocess"
    })
package org.socle.setup;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
