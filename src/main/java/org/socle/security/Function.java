package org.socle.security;

import java.util.Arrays;
import java.util.Optional;

/** A function receives tasks; it is held by one role and granted per country. */
public enum Function {
  SECRETARIAT("secretariat", "Secretariat", Role.COORDINATOR),
  RC_OFFICE("rc-office", "Resident Coordinator's office", Role.COORDINATOR),
  RAPPORTEUR("rapporteur", "Rapporteur", Role.COORDINATOR),
  COSTING_TEAM("costing-team", "Costing team", Role.COORDINATOR),
  GOVERNMENT_FOCAL_POINT("government-focal-point", "Government focal point", Role.STAKEHOLDER),
  CHAIR("chair", "Chair of the working group", Role.STAKEHOLDER),
  MEDIATOR("mediator", "Mediator", Role.STAKEHOLDER),
  FINANCE("finance", "Ministry of finance", Role.STAKEHOLDER),
  DECISION_CLERK("decision-clerk", "Clerk of the deciding body", Role.STAKEHOLDER),
  OPERATOR("operator", "Operator", Role.ADMINISTRATOR);

  private final String group;
  private final String label;
  private final Role role;

  Function(String group, String label, Role role) {
    this.group = group;
    this.label = label;
    this.role = role;
  }

  /** Group id, the same word as in the models. */
  public String group() {
    return group;
  }

  /** English name. */
  public String label() {
    return label;
  }

  /** The role whose holders may be given the function. */
  public Role role() {
    return role;
  }

  /** The function with a group id. */
  public static Optional<Function> ofGroup(String group) {
    return Arrays.stream(values()).filter(function -> function.group.equals(group)).findFirst();
  }
}
