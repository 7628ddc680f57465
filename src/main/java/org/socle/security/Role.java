package org.socle.security;

import java.util.Arrays;
import java.util.Optional;

/** A role opens doors; its group id is what the engine sees. */
public enum Role {
  COORDINATOR("role-coordinator", "Coordinator", "/cases"),
  STAKEHOLDER("role-stakeholder", "Stakeholder", "/my-tasks"),
  MANAGER("role-manager", "Manager", "/cases"),
  AUDITOR("role-auditor", "Auditor", "/cases"),
  ADMINISTRATOR("camunda-admin", "Administrator", "/camunda/app/cockpit/default/");

  private final String group;
  private final String label;
  private final String landingPage;

  Role(String group, String label, String landingPage) {
    this.group = group;
    this.label = label;
    this.landingPage = landingPage;
  }

  /** Group id, such as {@code role-coordinator}. */
  public String group() {
    return group;
  }

  /** English name. */
  public String label() {
    return label;
  }

  /** Path of the page that opens after sign-in. */
  public String landingPage() {
    return landingPage;
  }

  /** The role with a group id. */
  public static Optional<Role> ofGroup(String group) {
    return Arrays.stream(values()).filter(role -> role.group.equals(group)).findFirst();
  }
}
