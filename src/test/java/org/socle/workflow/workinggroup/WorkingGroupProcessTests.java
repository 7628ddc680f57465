package org.socle.workflow.workinggroup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.camunda.bpm.engine.runtime.VariableInstance;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.socle.evidence.Published;
import org.socle.nationalprocess.Cases;
import org.socle.nationalprocess.LeadAgencies;
import org.socle.nationalprocess.SubmittedRequest;
import org.socle.nationalprocess.SupportRequests;
import org.socle.security.Memberships;
import org.socle.stakeholder.AgencyContacts;
import org.socle.stakeholder.Institutions;
import org.socle.stakeholder.NewInstitution;
import org.socle.stakeholder.Seat;
import org.socle.stakeholder.Seats;
import org.socle.stakeholder.WorkingGroup;
import org.socle.stakeholder.WorkingGroups;
import org.socle.tracking.Duties.Duty;
import org.socle.tracking.InvalidFormException;
import org.socle.workflow.EngineTables;
import org.socle.workflow.ProcessTestSupport;
import org.springframework.beans.factory.annotation.Autowired;

/** From the stakeholder map to the installed working group, on the real tables and services. */
class WorkingGroupProcessTests extends ProcessTestSupport {

  @Autowired private SupportRequests requests;
  @Autowired private LeadAgencies leadAgencies;
  @Autowired private Cases cases;
  @Autowired private Institutions institutions;
  @Autowired private Seats seats;
  @Autowired private WorkingGroups workingGroups;
  @Autowired private Memberships memberships;
  @Autowired private AgencyContacts agencyContacts;
  @Autowired private Published published;

  @AfterAll
  void covers() {
    assertCovered("working-group");
    assertCovered("working-group-nomination");
  }

  @Test
  void installsAGroupOfEveryInstitutionOnTheMap() {
    begin();
    completeTask("userTask_mapStakeholders", Map.of());
    assertThat(openDuties("userTask_answerNomination"))
        .hasSize(9)
        .extracting(Duty::dueDate)
        .containsOnly(LocalDate.of(2026, 3, 17));
    assertThat(runtime.createVariableInstanceQuery().variableName("institution").list())
        .extracting(VariableInstance::getValue)
        .contains("Coresia Trade Union Congress");
    assertThat(runtime.createVariableInstanceQuery().variableName("caseReference").list())
        .extracting(VariableInstance::getValue)
        .contains(cases.get(caseId).reference());
    nominateAll();
    assertThat(EngineTables.holding(jdbc, "Full of CTUC")).isEmpty();
    completeTask("userTask_draftTermsOfReference", terms());
    completeTask(
        "userTask_recordLegalAct",
        Map.of(
            "type",
            "DECREE",
            "number",
            "17/2026",
            "date",
            "2026-03-01",
            "issuer",
            "Prime minister"));

    passed(
        "startEvent_supportConfirmed",
        "userTask_mapStakeholders",
        "sendTask_requestNominations",
        "receiveTask_awaitNominations",
        "serviceTask_closeNominations",
        "businessRuleTask_checkComposition",
        "userTask_draftTermsOfReference",
        "userTask_recordLegalAct",
        "serviceTask_installWorkingGroup",
        "endEvent_workingGroupInstalled");
    notPassed("event_nominationTermOver", "userTask_resolveComposition");
    nothingRuns();
    assertThat(seats.seated(caseId))
        .extracting(Seat::acronym, Seat::side, Seat::voting)
        .contains(tuple("CTUC", "WRK", true), tuple("EFC", "EMP", true), tuple("NSO", "GOV", false))
        .hasSize(9);
    WorkingGroup group = workingGroups.find(caseId).orElseThrow();
    assertThat(group.quorumProfile()).isEqualTo("GROUPS_PRESENT");
    assertThat(group.maxRounds()).isEqualTo(3);
    assertThat(group.act().number()).isEqualTo("17/2026");
    assertThat(group.installedAt()).isEqualTo(START);
    assertThat(findings()).isEmpty();
    assertThat(mails("nomination-asked-seat")).isEqualTo(9);
    assertThat(mails("working-group-installed-seat")).isEqualTo(9);
    assertThat(
            jdbc.sql(
                    """
                    select count(*) from stakeholder_v_nomination
                    where case_id = ? and full_member is not null and substitute is not null
                    """)
                .param(caseId)
                .query(Integer.class)
                .single())
        .isEqualTo(9);
  }

  @Test
  void asksAgainOnlyWhoseSeatIsNotFilledAndGivesUpWithAReason() {
    begin();
    completeTask("userTask_mapStakeholders", Map.of());
    nominate("CTUC");
    decline("EFC");
    fireTimer("event_nominationTermOver");

    assertThat(openDuties("userTask_answerNomination")).isEmpty();
    assertThat(seats.seats(caseId))
        .extracting(Seat::acronym, Seat::state)
        .contains(tuple("CTUC", "SEATED"), tuple("EFC", "DECLINED"), tuple("MOL", "SILENT"));
    assertThat(findings())
        .containsExactlyInAnyOrder("R1 FAILED", "R2 FAILED", "R3 FAILED", "R7 FAILED");
    completeTask(
        "userTask_resolveComposition",
        Map.of("decision", "ASK_AGAIN", "reason", "Ministers were away"));
    completeTask("userTask_mapStakeholders", Map.of());
    assertThat(openDuties("userTask_answerNomination")).hasSize(8);
    assertThat(openDuties("userTask_answerNomination"))
        .extracting(Duty::group)
        .doesNotContain(seat("CTUC").group());
    fireTimer("event_nominationTermOver");
    completeTask(
        "userTask_resolveComposition",
        Map.of("decision", "ABANDON", "reason", "Employers will not sit"));

    passed(
        "event_nominationTermOver",
        "userTask_resolveComposition",
        "userTask_mapStakeholders",
        "sendTask_requestNominations",
        "userTask_resolveComposition",
        "serviceTask_abandonFormation",
        "endEvent_groupNotFormed");
    notPassed("userTask_draftTermsOfReference", "serviceTask_installWorkingGroup");
    nothingRuns();
    assertThat(cases.get(caseId).outcome()).isEqualTo("GROUP_NOT_FORMED");
    assertThat(cases.get(caseId).reason()).isEqualTo("Employers will not sit");
  }

  @Test
  void refusesAnEmptyMap() {
    register(request());
    startProcess("working-group", Map.of());
    assertRefused(() -> completeTask("userTask_mapStakeholders", Map.of()), " error.map-on-page");
  }

  @Test
  void refusesANominationThatIsNotComplete() {
    begin();
    completeTask("userTask_mapStakeholders", Map.of());
    String group = seat("CTUC").group();
    assertRefused(
        () -> completeTask("userTask_answerNomination", group, Map.of("answer", "NOMINATE")),
        "fullMember error.full-member-needed",
        "substitute error.substitute-needed",
        "letterReference error.letter-needed");
    assertRefused(
        () ->
            completeTask(
                "userTask_answerNomination", group, nomination("Dana Sample", "dana SAMPLE")),
        "substitute error.same-person");
    assertRefused(
        () -> completeTask("userTask_answerNomination", group, Map.of("answer", "DECLINE")),
        "reason error.reason-to-decline");
    assertThat(seat("CTUC").state()).isEqualTo("INVITED");
  }

  @Test
  void blocksAPersonWithTwoSeats() {
    begin();
    completeTask("userTask_mapStakeholders", Map.of());
    completeTask(
        "userTask_answerNomination", seat("CTUC").group(), nomination("Dana Sample", "Eli Sample"));
    completeTask(
        "userTask_answerNomination", seat("EFC").group(), nomination("Fay Sample", "Dana Sample"));
    nominateAll();
    assertThat(findings()).containsExactly("R15 FAILED");
    assertThat(openDuties("userTask_resolveComposition")).hasSize(1);
  }

  @Test
  void blocksAGroupWithoutLeadAgency() {
    register(request());
    inTransaction(() -> institutions.startFromDefaults(caseId, COUNTRY));
    startProcess("working-group", Map.of());
    completeTask("userTask_mapStakeholders", Map.of());
    nominateAll();
    assertThat(findings()).containsExactly("R11 FAILED");
  }

  @Test
  void letsTheContactOfAnInstitutionActForItsSeat() {
    begin();
    String institutionId = institutions.find(caseId, "CTUC").orElseThrow().id();
    String account = "acc-" + UUID.randomUUID();
    institutions.assignContact(institutionId, account);
    assertThat(memberships.groupsOf(account)).isEmpty();
    completeTask("userTask_mapStakeholders", Map.of());

    assertThat(memberships.groupsOf(account)).containsExactly(seat("CTUC").group());
    assertThat(memberships.accountsOf(seat("CTUC").group())).containsExactly(account);
    assertThat(memberships.accountsOf(seat("EFC").group())).isEmpty();
    Seat ended = seat("CTUC");
    jdbc.sql("update seat set to_at = timestamptz '2026-03-03' where id = ?")
        .param(ended.id())
        .update();
    assertThat(memberships.groupsOf(account)).isEmpty();
    assertThat(memberships.accountsOf(ended.group())).isEmpty();
  }

  @Test
  void letsTheMembersOfTheLastNominationActForTheSeat() {
    begin();
    completeTask("userTask_mapStakeholders", Map.of());
    nominate("CTUC");
    String seatId = seat("CTUC").id();
    jdbc.sql(
            """
            update person set account_id = case name when 'Full of CTUC' then 'acc-full' else 'acc-substitute' end
            where institution_id = ?
            """)
        .param(seat("CTUC").institutionId())
        .update();
    assertThat(memberships.accountsOf("seat-" + seatId))
        .containsExactlyInAnyOrder("acc-full", "acc-substitute");
    assertThat(memberships.groupsOf("acc-substitute")).containsExactly("seat-" + seatId);

    jdbc.sql(
            "insert into nomination (id, seat_id, asked_at, answer) values (?, ?, timestamptz '2026-04-01', 'NOMINATE')")
        .params(UUID.randomUUID().toString(), seatId)
        .update();
    assertThat(memberships.accountsOf("seat-" + seatId)).isEmpty();
    assertThat(memberships.groupsOf("acc-full")).isEmpty();
  }

  @Test
  void letsAnAgencysContactActForIt() {
    String account = "acc-" + UUID.randomUUID();
    agencyContacts.assign(COUNTRY, "UN-WOMEN", account);
    agencyContacts.assign(COUNTRY, "UN-WOMEN", account);
    assertThat(memberships.groupsOf(account)).containsExactly("agency-un-women");
    assertThat(memberships.accountsOf("agency-un-women")).containsExactly(account);
  }

  @Test
  void keepsInstitutionsThatWereAskedOnTheMap() {
    begin();
    String acronym = "PLAN";
    String id = institutions.add(caseId, institution(acronym, "GOV_OTHER"), "acc-test");
    assertThatThrownBy(() -> institutions.add(caseId, institution(acronym, "UNKNOWN"), "acc-test"))
        .isInstanceOfSatisfying(
            InvalidFormException.class,
            e ->
                assertThat(e.errors())
                    .extracting(InvalidFormException.FieldError::field)
                    .containsExactly("category"));
    assertRefused(
        () -> institutions.add(caseId, institution(acronym, "GOV_OTHER"), "acc-test"),
        "acronym error.institution-known");
    institutions.remove(caseId, id, "acc-test");
    assertThat(institutions.find(caseId, acronym)).isEmpty();

    completeTask("userTask_mapStakeholders", Map.of());
    String asked = institutions.find(caseId, "MOL").orElseThrow().id();
    assertRefused(
        () -> institutions.remove(caseId, asked, "acc-test"), "institution error.nomination-asked");
  }

  @Test
  void carriesAPublishedGroupPastRulesThatItBreaks() {
    inTransaction(
        () ->
            published.carry(
                caseId, UUID.randomUUID().toString().replace("-", "").repeat(2), "A report"));
    register(request());
    inTransaction(
        () -> {
          institutions.add(caseId, institution("ECOP", "EMP"), "acc-test");
          institutions.add(caseId, institution("FFW", "WRK"), "acc-test");
        });
    startProcess("working-group", Map.of());
    completeTask("userTask_mapStakeholders", Map.of());
    for (Duty duty : openDuties("userTask_answerNomination")) {
      complete(duty, Map.of("answer", "NOMINATE"));
    }
    completeTask("userTask_draftTermsOfReference", Map.of());
    completeTask("userTask_recordLegalAct", Map.of());

    passed("businessRuleTask_checkComposition", "endEvent_workingGroupInstalled");
    nothingRuns();
    assertThat(findings())
        .containsExactlyInAnyOrder(
            "R1 NOT_PUBLISHED",
            "R11 NOT_PUBLISHED",
            "R15 NOT_PUBLISHED",
            "R2 PUBLISHED_OTHERWISE",
            "R7 PUBLISHED_OTHERWISE");
    assertThat(seats.seated(caseId)).extracting(Seat::acronym).containsExactly("ECOP", "FFW");
    assertThat(workingGroups.find(caseId).orElseThrow().maxRounds()).isNull();
  }

  @Test
  void takesANominationByLetterAndStrikesOneThatNobodyConfirmed() {
    begin();
    completeTask("userTask_mapStakeholders", Map.of());
    for (String acronym : List.of("CTUC", "EFC", "MOL")) {
      someoneActsFor(seat(acronym).group());
    }
    enterNomination("CTUC", "TELEPHONE");
    enterNomination("EFC", "EMAIL");
    enterNomination("MOL", "TELEPHONE");
    assertThat(seat("CTUC").state()).isEqualTo("SEATED");
    completeTask("userTask_confirmAnswer", seat("CTUC").group(), Map.of("answer", "RIGHT"));
    completeTask(
        "userTask_confirmAnswer",
        seat("EFC").group(),
        Map.of("answer", "NOT_RIGHT", "remark", "Other persons"));
    assertThat(seat("EFC").state()).isEqualTo("INVITED");
    completeTask(
        "userTask_answerNomination", seat("EFC").group(), nomination("Fay Own", "Gil Own"));
    Duty unclaimed = owed("userTask_answerNomination", seat("NSO").group());
    assertThatThrownBy(() -> enterFor(unclaimed, nomination("A B", "C D"), "TELEPHONE", "Call"))
        .hasMessageContaining("error.channel-in-writing");
    enterWritten(unclaimed, "LETTER");
    fireTimer("event_nominationTermOver");

    passed("userTask_confirmAnswer", "endEvent_answerConfirmed", "serviceTask_closeNominations");
    assertThat(entries())
        .containsExactlyInAnyOrder("CONFIRMED", "DECLINED", "STRUCK", "IN_WRITING");
    assertThat(seats.seats(caseId))
        .extracting(Seat::acronym, Seat::state)
        .contains(
            tuple("CTUC", "SEATED"),
            tuple("EFC", "SEATED"),
            tuple("MOL", "SILENT"),
            tuple("NSO", "SEATED"));
    assertThat(
            jdbc.sql(
                    "select answer || ' ' || coalesce(struck_answer, '-') from nomination where seat_id = ?"
                        + " order by answer")
                .param(seat("MOL").id())
                .query(String.class)
                .list())
        .containsExactly("SILENT -", "STRUCK NOMINATE");
  }

  @Test
  void draftsTheTermsAnewWhenTheLegalActSendsThemBack() {
    begin();
    completeTask("userTask_mapStakeholders", Map.of());
    nominateAll();
    completeTask("userTask_draftTermsOfReference", terms());
    sendBack("userTask_recordLegalAct", "The ministry wants two rounds");
    assertThat(sentBackTo("userTask_draftTermsOfReference"))
        .contains("two rounds", "Assess and recommend", "\"maxRounds\":\"3\"");
    Map<String, Object> corrected = new HashMap<>(terms());
    corrected.put("maxRounds", 2);
    completeTask("userTask_draftTermsOfReference", corrected);
    assertThatThrownBy(() -> completeTask("userTask_recordLegalAct", Map.of("type", "DECREE")))
        .isInstanceOf(InvalidFormException.class)
        .hasMessageContaining("number");
    completeTask(
        "userTask_recordLegalAct",
        Map.of("type", "DECREE", "number", "1", "date", "2026-03-01", "issuer", "Minister"));
    passed(
        "userTask_recordLegalAct",
        "userTask_draftTermsOfReference",
        "userTask_recordLegalAct",
        "serviceTask_installWorkingGroup");
    nothingRuns();
    assertThat(workingGroups.find(caseId).orElseThrow().maxRounds()).isEqualTo(2);
  }

  private void enterNomination(String acronym, String channel) {
    enterFor(
        owed("userTask_answerNomination", seat(acronym).group()),
        nomination("Full of " + acronym, "Substitute of " + acronym),
        channel,
        "Note on " + acronym);
  }

  private void enterWritten(Duty duty, String channel) {
    Map<String, Object> values = new HashMap<>(nomination("Ann Own", "Ben Own"));
    values.put("channel", channel);
    values.put("reference", "L-9");
    completion.complete(duty.id(), values, staff());
  }

  private void begin() {
    register(request());
    inTransaction(
        () -> {
          leadAgencies.propose(caseId);
          leadAgencies.confirm(caseId, "WHO", null, "acc-test");
          institutions.startFromDefaults(caseId, COUNTRY);
        });
    startProcess("working-group", Map.of());
  }

  private void register(SubmittedRequest request) {
    inTransaction(() -> requests.register(caseId, request, "acc-test"));
  }

  private static SubmittedRequest request() {
    return new SubmittedRequest(
        COUNTRY,
        "A floor",
        null,
        true,
        null,
        "MINISTER",
        true,
        null,
        null,
        null,
        Set.of("G1"),
        "HEALTH_FIN",
        null,
        null);
  }

  private static NewInstitution institution(String acronym, String category) {
    return new NewInstitution(acronym, "Institution " + acronym, category, false, null, null);
  }

  private static Map<String, Object> terms() {
    return Map.of(
        "mandate",
        "Assess and recommend",
        "decisionRule",
        "CONSENSUS",
        "quorumProfile",
        "GROUPS_PRESENT",
        "maxRounds",
        3);
  }

  private Seat seat(String acronym) {
    return seats.seats(caseId).stream()
        .filter(seat -> seat.acronym().equals(acronym))
        .findFirst()
        .orElseThrow();
  }

  private void nominate(String acronym) {
    completeTask(
        "userTask_answerNomination",
        seat(acronym).group(),
        nomination("Full of " + acronym, "Substitute of " + acronym));
  }

  private void nominateAll() {
    List<String> open = openDuties("userTask_answerNomination").stream().map(Duty::group).toList();
    seats.seats(caseId).stream()
        .filter(seat -> open.contains(seat.group()))
        .map(Seat::acronym)
        .forEach(this::nominate);
  }

  private void decline(String acronym) {
    completeTask(
        "userTask_answerNomination",
        seat(acronym).group(),
        Map.of("answer", "DECLINE", "reason", "Elections first"));
  }

  private static Map<String, Object> nomination(String fullMember, String substitute) {
    Map<String, Object> values = new HashMap<>();
    values.put("answer", "NOMINATE");
    values.put("fullMember", fullMember);
    values.put("substitute", substitute);
    values.put("letterReference", "L-1");
    return values;
  }

  private static void assertRefused(ThrowingCallable act, String... fieldsAndMessages) {
    assertThatThrownBy(act)
        .isInstanceOfSatisfying(
            InvalidFormException.class,
            e ->
                assertThat(e.errors())
                    .extracting(error -> error.field() + " " + error.message())
                    .containsExactlyInAnyOrder(fieldsAndMessages));
  }

  private List<String> findings() {
    return jdbc.sql(
            "select rule || ' ' || result from stakeholder_v_composition_finding where case_id = ? order by id")
        .param(caseId)
        .query(String.class)
        .list();
  }

  private int mails(String kind) {
    return jdbc.sql("select count(*) from notification_outbox where case_id = ? and kind = ?")
        .params(caseId, kind)
        .query(Integer.class)
        .single();
  }
}
