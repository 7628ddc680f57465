package org.socle.security;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.socle.evidence.Evidence;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** The accounts of the demo, made once, before anything else of the demo is loaded and before the web opens. */
@Component
@ConditionalOnProperty("socle.demo")
public class SampleAccounts implements SmartLifecycle {

  /** Password of every sample account. */
  public static final String PASSWORD = "socle-demo";

  /** Start phase; whoever loads more of the demo starts in a later one. */
  public static final int PHASE = 0;

  private static final Set<String> COUNTRIES = Set.of("PHL", "XTR");
  private static final List<Sample> SAMPLES = List.of(
      new Sample("admin", "Ada Admin", Role.ADMINISTRATOR, "", Function.OPERATOR),
      new Sample("coordinator", "Cora Coordinator", Role.COORDINATOR, "",
          Function.SECRETARIAT, Function.RC_OFFICE, Function.RAPPORTEUR, Function.COSTING_TEAM),
      new Sample("manager", "Max Manager", Role.MANAGER, ""),
      new Sample("auditor", "Aude Auditor", Role.AUDITOR, ""),
      new Sample("stakeholder", "Sol Stakeholder (trade union)", Role.STAKEHOLDER, ""),
      new Sample("focal-point", "Fay Focal Point (government)", Role.STAKEHOLDER, "", Function.GOVERNMENT_FOCAL_POINT),
      new Sample("chair", "Charlie Chair", Role.STAKEHOLDER, "", Function.CHAIR),
      new Sample("mediator", "Mel Mediator", Role.STAKEHOLDER, "", Function.MEDIATOR),
      new Sample("finance", "Fin Finance", Role.STAKEHOLDER, "", Function.FINANCE),
      new Sample("decision-clerk", "Dee Decision Clerk", Role.STAKEHOLDER, "", Function.DECISION_CLERK),
      new Sample("who", "Will of WHO", Role.STAKEHOLDER, "who"),
      new Sample("ilo", "Ila of ILO", Role.STAKEHOLDER, "ilo"));

  private final Accounts accounts;
  private boolean running;

  SampleAccounts(Accounts accounts) {
    this.accounts = accounts;
  }

  /** Login names with what they are for, for the line printed at start. */
  public static List<String> loginNames() {
    return SAMPLES.stream().map(Sample::loginName).toList();
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

  private record Sample(String loginName, String displayName, Role role, String agency, Function... functions) {

    NewAccount account() {
      Set<Function> held = Set.of(functions);
      Map<String, Set<Function>> byCountry = held.isEmpty()
          ? Map.of()
          : COUNTRIES.stream().collect(Collectors.toMap(country -> country, country -> held));
      Set<String> agencies = agency.isEmpty() ? Set.of() : Set.of(agency);
      return new NewAccount(
          loginName, displayName, "", "en", PASSWORD, Set.of(role), byCountry, COUNTRIES, agencies);
    }
  }
}
