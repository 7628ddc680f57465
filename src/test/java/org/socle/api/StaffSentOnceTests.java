package org.socle.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.socle.api.LiveProgram.Browser;
import org.socle.nationalprocess.CaseRecord;
import org.socle.nationalprocess.NationalProcessFlow;
import org.socle.security.Role;
import org.socle.tracking.Actor;
import org.socle.tracking.Duties.Duty;

/** The same form of a page of staff sent fifty times at the same moment has one effect. */
class StaffSentOnceTests {

  private static final String MEMBERS = "&fullMember=Ada&substitute=Bo&letterReference=L-1";

  /** The same answer, or none, to whoever came second; never a fault. */
  private static final Set<Integer> ANSWERS = Set.of(200, 302, 400, 409);

  private static Browser coordinator;

  @BeforeAll
  static void signIn() throws Exception {
    coordinator = Browser.signedIn(LiveProgram.account(Role.COORDINATOR, "XTR"));
  }

  @Test
  void anInstitutionIsMappedOnceAndTakenOffOnce() throws Exception {
    CaseRecord in = StaffCases.atMap();
    String page = "/cases/" + in.id() + "/stakeholders";
    sendEverybody(page, "acronym=ONCE&name=Once&category=EMP", 302);
    String found = "select count(*) from institution where case_id = ? and acronym = 'ONCE'";
    assertThat(count(found, in.id())).isEqualTo(1);
    String id =
        LiveProgram.jdbc()
            .sql("select id from institution where case_id = ? and acronym = 'ONCE'")
            .param(in.id())
            .query(String.class)
            .single();

    int before = evidence(in);
    together(page + "/remove", "institutionId=" + id + hidden(page));
    assertThat(count(found, in.id())).isZero();
    assertThat(evidence(in)).isEqualTo(before + 1);
    together(page + "/complete", hidden(page).substring(1));
    assertThat(
            count(
                "select count(*) from duty where case_id = ? and element = 'userTask_mapStakeholders' and state = 'answered'",
                in.id()))
        .isEqualTo(1);
  }

  @Test
  void aRecommendationIsEnteredOnce() throws Exception {
    CaseRecord in = StaffCases.atRecommendations();
    sendEverybody(
        "/cases/" + in.id() + "/recommendations",
        "guarantee=G1&title=Once&text=Text&priority=1",
        302);
    assertThat(count("select count(*) from recommendation where case_id = ?", in.id()))
        .isEqualTo(1);
    String page = "/cases/" + in.id() + "/recommendations";
    together(page + "/complete", hidden(page).substring(1));
    assertThat(
            count(
                "select count(*) from duty where case_id = ? and element = 'userTask_conveneRound'",
                in.id()))
        .isEqualTo(1);
  }

  @Test
  void everyChangeOfASeatIsMadeOnce() throws Exception {
    CaseRecord in = StaffCases.atRecommendations();
    String seats = "/cases/" + in.id() + "/seats";
    String seat = seats + "/" + StaffCases.seat(in, "CTUC");
    Map<String, String> changes = new LinkedHashMap<>();
    changes.put(seats + "/add", "reason=Grow&acronym=ONCE&name=Once&category=EMP" + MEMBERS);
    changes.put(seat + "/replace", "reason=New" + MEMBERS);
    changes.put(seat + "/remove", "reason=Split");
    changes.put(seat + "/reinstate", "reason=Back");
    int made = 0;
    for (Map.Entry<String, String> change : changes.entrySet()) {
      List<HttpResponse<String>> answers =
          sendEverybody(change.getKey(), change.getValue() + "&_step=send", 302);
      assertThat(answers)
          .allSatisfy(
              answer ->
                  assertThat(answer.headers().firstValue("Location").orElse(""))
                      .endsWith(seats + "?saved"));
      assertThat(count("select count(*) from seat_change where case_id = ?", in.id()))
          .as(change.getKey())
          .isEqualTo(++made);
    }
  }

  @Test
  void aPageThatWasSentBeforeKeepsWhatWasTypedInstead() throws Exception {
    CaseRecord in = StaffCases.atMap();
    String page = "/cases/" + in.id() + "/stakeholders";
    String body = "acronym=FIRST&name=First&category=EMP" + hidden(page);
    assertThat(coordinator.form(page, body).statusCode()).isEqualTo(302);

    HttpResponse<String> other = coordinator.form(page, body.replace("irst", "urther"));

    assertThat(other.statusCode()).isEqualTo(409);
    assertThat(other.body()).contains("This form was sent before", "Further");
    String again = coordinator.hidden(other.body()) + "&acronym=FURTHER&name=Further&category=EMP";
    assertThat(coordinator.form(page, again.substring(1)).statusCode()).isEqualTo(302);
  }

  @ParameterizedTest
  @CsvSource({
    "stakeholders, acronym=FIRST&name=First&category=EMP",
    "recommendations, guarantee=G1&title=Once&text=Text&priority=1"
  })
  void aFormThatComesToAnotherCaseIsNotTakenForSent(String page, String typed) throws Exception {
    boolean map = "stakeholders".equals(page);
    CaseRecord one = map ? StaffCases.atMap() : StaffCases.atRecommendations();
    CaseRecord other = map ? StaffCases.atMap() : StaffCases.atRecommendations();
    String drawn = hidden("/cases/" + one.id() + "/" + page);
    assertThat(coordinator.form("/cases/" + one.id() + "/" + page, typed + drawn).statusCode())
        .isEqualTo(302);

    HttpResponse<String> second =
        coordinator.form("/cases/" + other.id() + "/" + page, typed + drawn);

    assertThat(second.statusCode()).isEqualTo(409);
    assertThat(second.body()).contains("This form was sent before", map ? "First" : "Once");
  }

  @Test
  void theSameFormWithOtherWordsMakesNoSecondChange() throws Exception {
    CaseRecord in = StaffCases.atRecommendations();
    String page = "/cases/" + in.id() + "/seats/" + StaffCases.seat(in, "CTUC") + "/replace";
    String body = "reason=New&_step=send" + MEMBERS + drawn(page, "reason=New" + MEMBERS);
    assertThat(coordinator.form(page, body).statusCode()).isEqualTo(302);

    HttpResponse<String> other = coordinator.form(page, body.replace("Ada", "Eve+of+autumn"));

    assertThat(other.statusCode()).isEqualTo(409);
    assertThat(other.body()).contains("This form was sent before", "Eve of autumn");
    assertThat(count("select count(*) from seat_change where case_id = ?", in.id())).isEqualTo(1);
  }

  @Test
  void anAskingIsEndedOnce() throws Exception {
    CaseRecord in = StaffCases.atNominations();
    String page = "/cases/" + in.id() + "/askings/" + StaffCases.asking(in) + "/end";
    together(page, "reason=Enough" + hidden(page));
    assertThat(
            count(
                "select count(*) from evidence where case_id = ? and action = 'asking.concluded'",
                in.id()))
        .isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"suspend", "resume", "withdraw"})
  void aCaseIsInterruptedOnceAndEverySenderIsToldSo(String act) throws Exception {
    CaseRecord in = "resume".equals(act) ? StaffCases.suspended() : StaffCases.atMap();
    String action =
        Map.of("suspend", "case.suspended", "resume", "case.resumed", "withdraw", "case.withdrawn")
            .get(act);
    sendEverybody("/cases/" + in.id() + "/" + act, "reason=Elections&_step=send", 302);
    assertThat(
            count(
                "select count(*) from evidence where case_id = ? and action = '" + action + "'",
                in.id()))
        .isEqualTo(1);
    assertThat(count("select count(*) from interruption where case_id = ?", in.id())).isEqualTo(1);
  }

  @Test
  void aChangeOfGovernmentIsRecordedOnce() throws Exception {
    String focalPoint = LiveProgram.account(Role.STAKEHOLDER, "PHL");
    Browser staff = Browser.signedIn(LiveProgram.account(Role.COORDINATOR, "PHL"));
    String id =
        LiveProgram.bean(NationalProcessFlow.class)
            .submitRequest(
                request(),
                new Actor(
                    StaffCases.account(focalPoint),
                    Set.of("government-focal-point"),
                    Set.of("PHL")));
    String page = "/countries/PHL/government-change";
    String typed = "changedOn=2026-01-05&reason=Cabinet";
    String body =
        typed
            + "&_step=send"
            + staff.hidden(staff.form(page, typed + staff.hidden(staff.get(page).body())).body());

    List<HttpResponse<String>> answers = SentOnceTests.together(() -> staff.form(page, body));

    assertThat(answers)
        .allSatisfy(answer -> assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200));
    assertThat(
            count(
                "select count(*) from evidence where case_id = ? and action = 'government.changed'",
                id))
        .isEqualTo(1);
    assertThat(count("select count(*) from government_change where country = ?", "PHL"))
        .isEqualTo(1);
  }

  @Test
  void anAnswerForSomebodyIsClaimedAndEnteredOnce() throws Exception {
    CaseRecord in = StaffCases.atNominations();
    Duty duty = StaffCases.duty(in, "userTask_answerNomination", "CTUC");
    String page = "/my-tasks/" + duty.id();
    together(page + "/claim", hidden("/cases").substring(1));
    String body = "answer=NOMINATE&channel=LETTER&reference=W-1" + MEMBERS;
    List<HttpResponse<String>> answers = sendEverybody(page, body + "&_step=send", 302);
    assertThat(answers)
        .allSatisfy(
            answer ->
                assertThat(answer.headers().firstValue("Location").orElse(""))
                    .endsWith(page + "/sent"));
    assertThat(count("select count(*) from assisted_entry where case_id = ?", in.id()))
        .isEqualTo(1);
    assertThat(
            count(
                "select count(*) from evidence where subject = ? and action = 'duty.answered'",
                duty.id()))
        .isEqualTo(1);
  }

  /** Draws the form, sends it fifty times, and expects one answer for all. */
  private static List<HttpResponse<String>> sendEverybody(String page, String typed, int status)
      throws Exception {
    String body = typed + drawn(page, typed.replace("&_step=send", ""));
    List<HttpResponse<String>> answers = together(page, body);
    assertThat(answers)
        .allSatisfy(answer -> assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status));
    return answers;
  }

  /** The hidden fields of the page that is sent: the check page where there is one. */
  private static String drawn(String page, String typed) throws Exception {
    String first = hidden(page);
    if (page.endsWith("/stakeholders") || page.endsWith("/recommendations")) {
      return first;
    }
    String hidden = coordinator.hidden(coordinator.form(page, typed + first).body());
    assertThat(hidden).as("check page of " + page).contains("_submission=");
    return hidden;
  }

  private static String hidden(String page) throws Exception {
    return coordinator.hidden(coordinator.get(page).body());
  }

  private static List<HttpResponse<String>> together(String page, String body) throws Exception {
    List<HttpResponse<String>> answers =
        new ArrayList<>(SentOnceTests.together(() -> coordinator.form(page, body)));
    assertThat(answers)
        .allSatisfy(answer -> assertThat(answer.statusCode()).as(answer.body()).isIn(ANSWERS));
    return answers;
  }

  private static int evidence(CaseRecord in) {
    return count("select count(*) from evidence where case_id = ?", in.id());
  }

  private static int count(String sql, String of) {
    return LiveProgram.jdbc().sql(sql).param(of).query(Integer.class).single();
  }

  private static Map<String, Object> request() {
    Map<String, Object> values = new HashMap<>();
    values.put("country", "PHL");
    values.put("title", "Once " + UUID.randomUUID());
    values.put("requestingInstitution", "Ministry");
    values.put("governmentOrigin", true);
    values.put("signatoryFunction", "Minister");
    values.put("authorityLevel", "MINISTER");
    values.put("signedLetter", true);
    values.put("letterDate", "2026-01-02");
    values.put("subject", "PENSION");
    return values;
  }
}
