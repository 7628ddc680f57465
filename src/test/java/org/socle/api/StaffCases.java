package org.socle.api;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.socle.assessment.Recommendations;
import org.socle.browser.PreparedCases;
import org.socle.dialogue.Rounds;
import org.socle.nationalprocess.CaseRecord;
import org.socle.nationalprocess.Interruptions;
import org.socle.security.Accounts;
import org.socle.stakeholder.Seat;
import org.socle.stakeholder.Seats;
import org.socle.tracking.Duties.Duty;

/** Cases of a live program that stand where staff enter something. */
public final class StaffCases {

  private static final PreparedCases CASES = LiveProgram.cases();

  private StaffCases() {}

  public static CaseRecord atMap() {
    return CASES.atMap(title());
  }

  public static CaseRecord atNominations() {
    return CASES.atNominations(title());
  }

  public static CaseRecord atRecommendations() {
    return CASES.atRecommendations(title());
  }

  /** A case whose round is convened. */
  public static CaseRecord atAttendance() {
    CaseRecord in = atRecommendations();
    LiveProgram.bean(Recommendations.class)
        .add(
            in.id(),
            new Recommendations.Draft("G1", "Child grant", "Text", 1, false, null, null),
            "acc-test");
    CASES.convene(in);
    return in;
  }

  /** A case that asks the seats of a working group for their positions. */
  public static CaseRecord atPositions() {
    CaseRecord in = atAttendance();
    Rounds rounds = LiveProgram.bean(Rounds.class);
    Set<String> present =
        LiveProgram.bean(Seats.class).seated(in.id()).stream()
            .map(Seat::id)
            .collect(Collectors.toSet());
    rounds.recordAttendance(rounds.current(in.id()).orElseThrow().id(), present, true, "acc-test");
    CASES.complete(in, "userTask_recordAttendance", Map.of());
    CASES.open(in, "userTask_answerPositions");
    return in;
  }

  public static CaseRecord suspended() {
    CaseRecord in = atMap();
    LiveProgram.bean(Interruptions.class).suspend(in.id(), "Elections", "acc-test");
    return in;
  }

  /** The seat of an institution. */
  public static String seat(CaseRecord in, String acronym) {
    return LiveProgram.bean(Seats.class).seats(in.id()).stream()
        .filter(seat -> seat.acronym().equals(acronym))
        .findFirst()
        .orElseThrow()
        .id();
  }

  /** What a seat owes. */
  public static Duty duty(CaseRecord in, String element, String acronym) {
    String group = "seat-" + seat(in, acronym);
    return CASES.open(in, element).stream()
        .filter(duty -> duty.group().equals(group))
        .findFirst()
        .orElseThrow();
  }

  /** The open asking of a case. */
  public static String asking(CaseRecord in) {
    return LiveProgram.jdbc()
        .sql("select id from asking where case_id = ? and joined_at is null and closed_at is null")
        .param(in.id())
        .query(String.class)
        .single();
  }

  static String account(String loginName) {
    return LiveProgram.bean(Accounts.class).idOf(loginName).orElseThrow();
  }

  /** The items of the open round. */
  static List<String> items(CaseRecord in) {
    return LiveProgram.jdbc()
        .sql(
            "select i.id from round_item i join round r on r.id = i.round_id where r.case_id = ? and i.state = 'OPEN'")
        .param(in.id())
        .query(String.class)
        .list();
  }

  private static String title() {
    return "Staff " + UUID.randomUUID();
  }
}
