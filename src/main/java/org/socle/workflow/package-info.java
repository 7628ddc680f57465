/**
 * The BPMN engine: passports, delegates, forms and tasks; the only package that sees the engine.
 */
@NullMarked
@ApplicationModule(
    displayName = "workflow",
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
      "decision"
    })
package org.socle.workflow;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
