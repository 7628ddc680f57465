package org.socle.browser;

import static org.awaitility.Awaitility.await;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.socle.nationalprocess.CaseRecord;
import org.socle.nationalprocess.Cases;
import org.socle.nationalprocess.NationalProcessFlow;
import org.socle.security.Accounts;
import org.socle.security.IdentityDirectory;
import org.socle.tracking.Actor;
import org.socle.tracking.Duties;
import org.socle.tracking.Duties.Duty;
import org.socle.tracking.TaskCompletion;

/** Brings cases to where a browser test takes over, and says what stands in them. */
public class PreparedCases {

  static final String COUNTRY = "XTR";

  private final NationalProcessFlow flow;
  private final Cases cases;
  private final Duties duties;
  private final TaskCompletion completion;
  private final Accounts accounts;
  private final IdentityDirectory directory;
  private final Clock clock;

  /** Acts as the accounts {@code focal-point} and {@code coordinator}. */
  public PreparedCases(
      NationalProcessFlow flow,
      Cases cases,
      Duties duties,
      TaskCompletion completion,
      Accounts accounts,
      IdentityDirectory directory,
      Clock clock) {
    this.flow = flow;
    this.cases = cases;
    this.duties = duties;
    this.completion = completion;
    this.accounts = accounts;
    this.directory = directory;
    this.clock = clock;
  }

  /** The demo's running case, which stands in a round; older than every case that tests open. */
  CaseRecord training() {
    return cases.ofCountries(Set.of(COUNTRY)).stream()
        .min(Comparator.comparing(CaseRecord::openedAt))
        .orElseThrow();
  }

  /** The demo's published case. */
  CaseRecord published() {
    return cases.ofCountries(Set.of("PHL")).get(0);
  }

  /** The case with a title. */
  CaseRecord titled(String title) {
    return cases.ofCountries(Set.of(COUNTRY)).stream()
        .filter(found -> title.equals(found.title()))
        .findFirst()
        .orElseThrow();
  }

  /** A new request that nobody has checked yet. */
  public CaseRecord requested(String title) {
    return cases.get(
        flow.submitRequest(request(title), actor("focal-point", "government-focal-point")));
  }

  /** A new case whose stakeholders are to be mapped. */
  public CaseRecord atMap(String title) {
    CaseRecord opened = requested(title);
    complete(
        opened,
        "userTask_checkRequest",
        Map.of("outcome", "ACCEPT", "reason", "Complete and signed."));
    complete(opened, "userTask_appraiseJointly", Map.of("embedding", "NEW_BODY"));
    complete(opened, "userTask_answerInvitation", Map.of("answer", "PARTICIPATE"));
    complete(opened, "userTask_confirmLeadAgency", Map.of("agency", "ILO"));
    open(opened, "userTask_mapStakeholders");
    return opened;
  }

  /** A new case in which every institution is asked for its nomination. */
  public CaseRecord atNominations(String title) {
    CaseRecord opened = atMap(title);
    complete(opened, "userTask_mapStakeholders", Map.of());
    open(opened, "userTask_answerNomination");
    return opened;
  }

  /** A new case with an installed working group, whose recommendations are to be entered. */
  public CaseRecord atRecommendations(String title) {
    CaseRecord opened = atNominations(title);
    for (Duty duty : open(opened, "userTask_answerNomination")) {
      completion.complete(duty.id(), nomination(duty.group()), actor("coordinator", duty.group()));
    }
    complete(
        opened,
        "userTask_draftTermsOfReference",
        Map.of(
            "mandate",
            "Assess and recommend.",
            "decisionRule",
            "CONSENSUS",
            "quorumProfile",
            "GROUPS_PRESENT",
            "maxRounds",
            2));
    complete(
        opened,
        "userTask_recordLegalAct",
        Map.of(
            "type", "ORDER", "number", "1", "date", "2026-11-02", "issuer", "Ministry of Labour"));
    open(opened, "userTask_enterRecommendations");
    return opened;
  }

  private static Map<String, Object> nomination(String seat) {
    return Map.of(
        "answer",
        "NOMINATE",
        "fullMember",
        "Alba " + seat,
        "substitute",
        "Bela " + seat,
        "letterReference",
        "L-7");
  }

  /** Convenes the first round of a case whose recommendations are entered. */
  public void convene(CaseRecord in) {
    complete(in, "userTask_enterRecommendations", Map.of());
    complete(
        in,
        "userTask_conveneRound",
        Map.of(
            "date",
            LocalDate.now(clock).plusDays(7).toString(),
            "place",
            "Hall",
            "mode",
            "IN_PERSON",
            "answerTerm",
            10,
            "agenda",
            "All recommendations"));
    open(in, "userTask_recordAttendance");
  }

  /** Waits for the open duties at a user task of a case. */
  public List<Duty> open(CaseRecord in, String element) {
    return await()
        .atMost(Duration.ofSeconds(20))
        .until(() -> openNow(in, element), found -> !found.isEmpty());
  }

  private List<Duty> openNow(CaseRecord in, String element) {
    return duties.ofCase(in.id()).stream()
        .filter(duty -> duty.state().equals("open") && duty.element().equals(element))
        .toList();
  }

  /** State of a duty. */
  String state(String dutyId) {
    return duties.find(dutyId).orElseThrow().state();
  }

  /** The open duty at a user task of a case that an account may answer. */
  Duty dutyOf(String account, CaseRecord in, String element) {
    Set<String> groups = directory.groupsOf(accounts.idOf(account).orElseThrow());
    return open(in, element).stream()
        .filter(duty -> groups.contains(duty.group()))
        .findFirst()
        .orElseThrow();
  }

  /** Answers every open duty at a user task of a case, as those who owe it. */
  public void complete(CaseRecord in, String element, Map<String, ?> values) {
    for (Duty duty : open(in, element)) {
      completion.complete(duty.id(), values, actor("coordinator", duty.group()));
    }
  }

  private Actor actor(String account, String group) {
    return new Actor(accounts.idOf(account).orElseThrow(), Set.of(group), Set.of(COUNTRY));
  }

  private static Map<String, Object> request(String title) {
    Map<String, Object> values = new HashMap<>();
    values.put("country", COUNTRY);
    values.put("title", title);
    values.put("requestingInstitution", "Ministry of Labour");
    values.put("governmentOrigin", true);
    values.put("signatoryFunction", "Minister of Labour");
    values.put("authorityLevel", "MINISTER");
    values.put("signedLetter", true);
    values.put("letterDate", "2026-11-02");
    values.put("subject", "PENSION");
    return values;
  }
}
