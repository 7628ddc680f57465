package org.socle.security;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.socle.evidence.Evidence;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * The accounts of the demo, made once, before anything else of the demo is loaded and before the
 * web opens.
 */
@Component
@ConditionalOnProperty("socle.demo")
public class SampleAccounts implements SmartLifecycle {

  /** Password of every sample account. */
  public static final String PASSWORD = "socle-demo";

  /** Start phase; whoever loads more of the demo starts in a later one. */
  public static final int PHASE = 0;

  private static final Set<String> COUNTRIES = Set.of("PHL", "XTR");
  private static final List<Sample> SAMPLES =
      List.of(
          new Sample(
              "coordinator",
              "Cora Coordinator",
              "runs the process: Tasklist and case pages",
              Role.COORDINATOR,
              "",
              Function.SECRETARIAT,
              Function.RC_OFFICE,
              Function.RAPPORTEUR,
              Function.COSTING_TEAM),
          new Sample(
              "stakeholder",
              "Sol Stakeholder",
              "acts for a trade union's seat: My tasks",
              Role.STAKEHOLDER,
              ""),
          new Sample(
              "focal-point",
              "Fay Focal Point",
              "asks for support and answers for the government",
              Role.STAKEHOLDER,
              "",
              Function.GOVERNMENT_FOCAL_POINT),
          new Sample(
              "chair",
              "Charlie Chair",
              "chairs the working group",
              Role.STAKEHOLDER,
              "",
              Function.CHAIR),
          new Sample(
              "mediator",
              "Mel Mediator",
              "mediates items",
              Role.STAKEHOLDER,
              "",
              Function.MEDIATOR),
          new Sample(
              "finance",
              "Fin Finance",
              "decides for the ministry of finance",
              Role.STAKEHOLDER,
              "",
              Function.FINANCE),
          new Sample(
              "decision-clerk",
              "Dee Decision Clerk",
              "records the decisions of cabinet and parliament",
              Role.STAKEHOLDER,
              "",
              Function.DECISION_CLERK),
          new Sample("who", "Will of WHO", "answers for the agency WHO", Role.STAKEHOLDER, "who"),
          new Sample("ilo", "Ila of ILO", "answers for the agency ILO", Role.STAKEHOLDER, "ilo"),
          new Sample(
              "unicef",
              "Uma of UNICEF",
              "answers for the agency UNICEF",
              Role.STAKEHOLDER,
              "unicef"),
          new Sample("manager", "Max Manager", "reads the cases", Role.MANAGER, ""),
          new Sample(
              "auditor", "Aude Auditor", "reads the cases and their evidence", Role.AUDITOR, ""),
          new Sample(
              "admin",
              "Ada Admin",
              "Cockpit and Admin",
              Role.ADMINISTRATOR,
              "",
              Function.OPERATOR));

  private final Accounts accounts;
  private boolean running;

  SampleAccounts(Accounts accounts) {
    this.accounts = accounts;
  }

  /**
   * What each sample account is for, by login name, in the order in which a newcomer needs them.
   */
  public static Map<String, String> purposes() {
    Map<String, String> purposes = new LinkedHashMap<>();
    SAMPLES.forEach(sample -> purposes.put(sample.loginName(), sample.purpose()));
    return purposes;
  }

  @Override
  public void start() {
    SAMPLES.stream()
        .filter(sample -> accounts.idOf(sample.loginName()).isEmpty())
        .forEach(sample -> accounts.create(sample.account(), Evidence.SYSTEM));
    running = true;
  }

  @Override
  public void stop() {
    running = false;
  }

  @Override
  public boolean isRunning() {
    return running;
  }

  @Override
  public int getPhase() {
    return PHASE;
  }

  private record Sample(
      String loginName,
      String displayName,
      String purpose,
      Role role,
      String agency,
      Function... functions) {

    NewAccount account() {
      Set<Function> held = Set.of(functions);
      Map<String, Set<Function>> byCountry =
          held.isEmpty()
              ? Map.of()
              : COUNTRIES.stream().collect(Collectors.toMap(country -> country, country -> held));
      Set<String> agencies = agency.isEmpty() ? Set.of() : Set.of(agency);
      return new NewAccount(
          loginName, displayName, "", "en", PASSWORD, Set.of(role), byCountry, COUNTRIES, agencies);
    }
  }
}
