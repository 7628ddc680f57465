package org.socle.workflow.supportrequest;

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
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.socle.evidence.Published;
import org.socle.nationalprocess.AgencyAnswer;
import org.socle.nationalprocess.AgencyAnswers;
import org.socle.nationalprocess.CaseRecord;
import org.socle.nationalprocess.Cases;
import org.socle.nationalprocess.Phases;
import org.socle.nationalprocess.SubmittedRequest;
import org.socle.nationalprocess.SupportRequests;
import org.socle.stakeholder.Institutions;
import org.socle.tracking.Duties.Duty;
import org.socle.tracking.InvalidFormException;
import org.socle.workflow.ProcessTestSupport;
import org.springframework.beans.factory.annotation.Autowired;

/** From a registered request to confirmed support, on the real tables and services. */
class SupportRequestProcessTests extends ProcessTestSupport {

  private static final Map<String, Object> ACCEPT =
      Map.of("outcome", "ACCEPT", "reason", "The request is complete");
  private static final Map<String, Object> CLARIFY =
      Map.of(
          "outcome",
          "CLARIFY",
          "reason",
          "The letter is missing",
          "questions",
          "Who signed, and when?");

  @Autowired private SupportRequests requests;
  @Autowired private AgencyAnswers answers;
  @Autowired private Cases cases;
  @Autowired private Phases phases;
  @Autowired private Institutions institutions;
  @Autowired private Published published;

  @BeforeEach
  void endOtherCases() {
    jdbc.sql(
            """
            update national_process set status = 'CLOSED', outcome = 'DECIDED', reason = 'Another test',
              closed_at = opened_at where status = 'RUNNING'
            """)
        .update();
  }

  @AfterAll
  void covers() {
    assertCovered("support-request");
    assertCovered("support-request-agency-answer");
  }

  @Test
  void acceptsACompleteRequestAndConfirmsTheLeadAgency() {
    begin(complete());
    assertThat(request())
        .containsEntry("status", "ACKNOWLEDGED")
        .containsEntry("proposed_outcome", "ACCEPT");

    completeTask("userTask_checkRequest", ACCEPT);
    completeTask(
        "userTask_appraiseJointly",
        Map.of("embedding", "EXISTING_BODY", "body", "Planning council"));
    assertThat(openDuties("userTask_answerInvitation"))
        .extracting(Duty::group)
        .containsExactlyInAnyOrder("agency-ilo", "agency-unicef", "agency-who");
    answer("ILO", "PARTICIPATE");
    answer("UNICEF", "DECLINE");
    assertThat(openDuties("userTask_confirmLeadAgency")).isEmpty();
    answer("WHO", "PARTICIPATE");
    completeTask("userTask_confirmLeadAgency", Map.of("agency", "WHO"));

    passed(
        "startEvent_requestRegistered",
        "sendTask_acknowledgeRequest",
        "businessRuleTask_checkAdmissibility",
        "userTask_checkRequest",
        "serviceTask_acceptRequest",
        "userTask_appraiseJointly",
        "sendTask_inviteAgencies",
        "receiveTask_awaitAgencyAnswers",
        "serviceTask_closeAgencyInvitation",
        "businessRuleTask_proposeLeadAgency",
        "userTask_confirmLeadAgency",
        "sendTask_confirmSupport",
        "endEvent_supportConfirmed");
    notPassed("event_agencyTermOver", "sendTask_askClarification", "sendTask_declineRequest");
    nothingRuns();
    assertThat(request())
        .containsEntry("status", "ACCEPTED")
        .containsEntry("proposed_agency", "WHO")
        .containsEntry("proposal_ground", "FIRST_RESIDENT")
        .containsEntry("confirmed_agency", "WHO")
        .containsEntry("body", "Planning council");
    CaseRecord record = cases.get(caseId);
    assertThat(record.leadAgency()).isEqualTo("WHO");
    assertThat(record.training()).isTrue();
    assertThat(record.phase()).isEqualTo("WORKING_GROUP");
    assertThat(phases.ofCase(caseId))
        .extracting(Phases.Stay::phase)
        .containsExactly("REQUEST", "WORKING_GROUP");
    assertThat(phases.ofCase(caseId)).extracting(Phases.Stay::from).containsOnly(START);
    assertThat(institutions.list(caseId)).hasSize(9);
    assertThat(mails())
        .contains(
            "request-acknowledged-government-focal-point government-focal-point",
            "agency-invited-agency agency-who",
            "support-confirmed-government-focal-point government-focal-point",
            "support-confirmed-secretariat secretariat");
    assertThat(evidence())
        .containsSubsequence(
            "request.submitted",
            "request.acknowledged",
            "request.checked",
            "request.accepted",
            "request.appraised",
            "agencies.invited",
            "agencies.closed",
            "lead-agency.proposed",
            "lead-agency.confirmed",
            "support.confirmed");
  }

  @Test
  void makesSilentAgenciesObserversAtTheDeadline() {
    begin(complete());
    completeTask("userTask_checkRequest", ACCEPT);
    completeTask("userTask_appraiseJointly", Map.of("embedding", "NEW_BODY"));
    answer("ILO", "PARTICIPATE");
    fireTimer("event_agencyTermOver");

    assertThat(answers.ofCase(caseId))
        .extracting(AgencyAnswer::agency, AgencyAnswer::answer, AgencyAnswer::silent)
        .containsExactly(
            tuple("ILO", "PARTICIPATE", false),
            tuple("UNICEF", "OBSERVE", true),
            tuple("WHO", "OBSERVE", true));
    assertThat(openDuties("userTask_answerInvitation")).isEmpty();
    assertThat(request())
        .containsEntry("proposed_agency", "ILO")
        .containsEntry("proposal_ground", "SUPPORT_RESIDENT");
    completeTask(
        "userTask_confirmLeadAgency",
        Map.of("agency", "WHO", "overrideReason", "WHO promised to come in May"));
    passed(
        "event_agencyTermOver", "serviceTask_closeAgencyInvitation", "endEvent_supportConfirmed");
    nothingRuns();
    assertThat(request()).containsEntry("override_reason", "WHO promised to come in May");
  }

  @Test
  void refusesALeadAgencyThatDeclinedAndAnOverrideWithoutReason() {
    begin(complete());
    completeTask("userTask_checkRequest", ACCEPT);
    refused(
        "body",
        "error.body-needed",
        () -> completeTask("userTask_appraiseJointly", Map.of("embedding", "EXISTING_BODY")));
    completeTask("userTask_appraiseJointly", Map.of("embedding", "NEW_BODY"));
    answer("ILO", "PARTICIPATE");
    answer("UNICEF", "DECLINE");
    answer("WHO", "PARTICIPATE");

    refused(
        "agency",
        "error.agency-declined",
        () ->
            completeTask(
                "userTask_confirmLeadAgency",
                Map.of("agency", "UNICEF", "overrideReason", "We like it")));
    refused(
        "overrideReason",
        "error.override-needs-reason",
        () -> completeTask("userTask_confirmLeadAgency", Map.of("agency", "ILO")));
    assertThat(cases.get(caseId).leadAgency()).isNull();
  }

  @Test
  void goesOnWhenTheGovernmentCompletesItsRequest() {
    begin(incomplete());
    assertThat(request())
        .containsEntry("proposed_outcome", "CLARIFY")
        .containsEntry("proposal_about", "authority");
    refused(
        "questions",
        "error.questions-needed",
        () ->
            completeTask(
                "userTask_checkRequest", Map.of("outcome", "CLARIFY", "reason", "Not clear")));
    completeTask("userTask_checkRequest", CLARIFY);
    assertThat(request()).containsEntry("status", "CLARIFICATION");
    completeTask(
        "userTask_answerClarification",
        Map.of("answer", "The minister signs", "authorityLevel", "MINISTER", "signedLetter", true));

    passed(
        "sendTask_askClarification",
        "userTask_answerClarification",
        "businessRuleTask_checkAdmissibility",
        "userTask_checkRequest");
    notPassed("event_clarificationTermOver");
    assertThat(request())
        .containsEntry("status", "ACKNOWLEDGED")
        .containsEntry("authority_level", "MINISTER")
        .containsEntry("proposed_outcome", "ACCEPT");
    assertThat(mails())
        .contains("clarification-asked-government-focal-point government-focal-point");
  }

  @Test
  void lapsesWhenTheClarificationDoesNotComeWithinTheExtendedTerm() {
    begin(incomplete());
    completeTask("userTask_checkRequest", CLARIFY);
    fireTimer("event_clarificationTermOver");
    assertThat(openDuties("userTask_answerClarification")).hasSize(1);
    fireTimer("event_clarificationTermOver");

    passed(
        "event_clarificationTermOver",
        "serviceTask_extendClarificationTerm",
        "userTask_answerClarification",
        "event_clarificationTermOver",
        "serviceTask_recordLapse",
        "endEvent_requestLapsed");
    nothingRuns();
    assertThat(request()).containsEntry("status", "LAPSED");
    assertThat(cases.get(caseId).outcome()).isEqualTo("LAPSED");
    assertThat(cases.get(caseId).reason())
        .contains("asked for on 2026-03-02")
        .contains("was not given by 2026-05-");
    assertThat(mails()).contains("request-lapsed-government-focal-point government-focal-point");
    assertThat(duties.ofCase(caseId))
        .filteredOn(duty -> "userTask_answerClarification".equals(duty.element()))
        .extracting(Duty::state)
        .containsExactly("cancelled", "cancelled");
  }

  @Test
  void redirectsToTheRunningProcessOfTheSameScope() {
    String running = UUID.randomUUID().toString();
    inTransaction(() -> requests.register(running, complete(), "acc-test"));
    begin(complete());
    assertThat(request())
        .containsEntry("proposed_outcome", "REDIRECT")
        .containsEntry("proposal_about", "join");
    completeTask(
        "userTask_checkRequest", Map.of("outcome", "REDIRECT", "reason", "The same guarantee"));

    passed("userTask_checkRequest", "sendTask_redirectRequest", "endEvent_requestRedirected");
    notPassed("serviceTask_acceptRequest");
    nothingRuns();
    assertThat(cases.get(caseId).outcome()).isEqualTo("REDIRECTED");
    assertThat(cases.get(caseId).reason())
        .isEqualTo(cases.get(running).reference() + ": The same guarantee");
    assertThat(mails())
        .contains("request-redirected-government-focal-point government-focal-point");
  }

  @Test
  void linksARunningProcessOfAnotherScope() {
    inTransaction(
        () ->
            requests.register(
                UUID.randomUUID().toString(), with("G4", true, "MINISTER", true), "acc-test"));
    begin(complete());
    assertThat(request())
        .containsEntry("proposed_outcome", "ACCEPT")
        .containsEntry("proposal_about", "link");
  }

  @Test
  void declinesARequestThatNoGovernmentMade() {
    begin(with("G1", false, "OTHER", true));
    assertThat(request())
        .containsEntry("proposed_outcome", "DECLINE")
        .containsEntry("proposal_about", "origin");
    refused("outcome", "error.only-decline", () -> completeTask("userTask_checkRequest", ACCEPT));
    completeTask(
        "userTask_checkRequest",
        Map.of("outcome", "DECLINE", "reason", "Only governments may ask"));

    passed("userTask_checkRequest", "sendTask_declineRequest", "endEvent_requestDeclined");
    notPassed("serviceTask_acceptRequest", "sendTask_redirectRequest");
    nothingRuns();
    assertThat(request())
        .containsEntry("status", "DECLINED")
        .containsEntry("status_reason", "Only governments may ask");
    assertThat(cases.get(caseId).outcome()).isEqualTo("DECLINED");
    assertThat(mails()).contains("request-declined-government-focal-point government-focal-point");
  }

  @Test
  void refusesToRedirectWhenNoOtherProcessRuns() {
    begin(complete());
    refused(
        "outcome",
        "error.no-running-case",
        () ->
            completeTask(
                "userTask_checkRequest",
                Map.of("outcome", "REDIRECT", "reason", "Join the other")));
  }

  @Test
  void carriesAPublishedCaseWhoseRequestWasNotPublished() {
    inTransaction(
        () ->
            published.carry(
                caseId, UUID.randomUUID().toString().replace("-", "").repeat(2), "A report"));
    begin(
        new SubmittedRequest(
            COUNTRY,
            "Published case",
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            Set.of(),
            null,
            null,
            null));
    completeTask("userTask_checkRequest", Map.of());
    completeTask("userTask_appraiseJointly", Map.of());
    answer("ILO", "PARTICIPATE");
    fireTimer("event_agencyTermOver");
    completeTask("userTask_confirmLeadAgency", Map.of());

    passed("serviceTask_acceptRequest", "endEvent_supportConfirmed");
    nothingRuns();
    assertThat(request())
        .containsEntry("status", "ACCEPTED")
        .containsEntry("government_origin", null);
    assertThat(institutions.list(caseId)).isEmpty();
    assertThat(answers.ofCase(caseId))
        .extracting(AgencyAnswer::agency, AgencyAnswer::answer, AgencyAnswer::silent)
        .containsExactly(
            tuple("ILO", "PARTICIPATE", false),
            tuple("UNICEF", null, false),
            tuple("WHO", null, false));
    assertThat(
            jdbc.sql("select step from published_gap where case_id = ? and kind = 'NOT_PUBLISHED'")
                .param(caseId)
                .query(String.class)
                .list())
        .contains("check-admissibility", "propose-lead-agency", "userTask_confirmLeadAgency");
  }

  @Test
  void takesAnAgencysAnswerByTelephoneOnceItIsConfirmed() {
    begin(complete());
    completeTask("userTask_checkRequest", ACCEPT);
    completeTask("userTask_appraiseJointly", Map.of("embedding", "NEW_BODY"));
    for (String agency : List.of("agency-ilo", "agency-who", "agency-unicef")) {
      someoneActsFor(agency);
      enterFor(
          owed("userTask_answerInvitation", agency),
          Map.of("answer", "PARTICIPATE"),
          "TELEPHONE",
          "Call of " + agency);
    }
    completeTask("userTask_confirmAnswer", "agency-ilo", Map.of("answer", "RIGHT"));
    completeTask(
        "userTask_confirmAnswer",
        "agency-unicef",
        Map.of("answer", "NOT_RIGHT", "remark", "We decline"));
    answer("UNICEF", "DECLINE");
    fireTimer("event_agencyTermOver");

    passed(
        "userTask_confirmAnswer", "endEvent_answerConfirmed", "serviceTask_closeAgencyInvitation");
    assertThat(entries()).containsExactlyInAnyOrder("CONFIRMED", "DECLINED", "STRUCK");
    assertThat(answers.ofCase(caseId))
        .extracting(AgencyAnswer::agency, AgencyAnswer::answer, AgencyAnswer::silent)
        .containsExactly(
            tuple("ILO", "PARTICIPATE", false),
            tuple("UNICEF", "DECLINE", false),
            tuple("WHO", "OBSERVE", true));
    assertThat(
            jdbc.sql("select struck_answer from agency_answer where case_id = ? and agency = 'WHO'")
                .param(caseId)
                .query(String.class)
                .single())
        .isEqualTo("PARTICIPATE");
  }

  @Test
  void takesAClarificationInWritingOnly() {
    begin(incomplete());
    completeTask("userTask_checkRequest", CLARIFY);
    Duty duty = openDuties("userTask_answerClarification").get(0);
    Map<String, Object> values = Map.of("answer", "The minister signs", "signedLetter", true);
    refused("channel", "error.channel-in-writing", () -> enterFor(duty, values, "TELEPHONE", "C"));
    Map<String, Object> written = new HashMap<>(values);
    written.put("channel", "LETTER");
    written.put("reference", "L-3");
    completion.complete(duty.id(), written, staff());
    assertThat(entries()).containsExactly("IN_WRITING");
    assertThat(openDuties("userTask_checkRequest")).hasSize(1);
  }

  @Test
  void appraisesAgainWhenTheLeadAgencySendsTheAppraisalBack() {
    begin(complete());
    completeTask("userTask_checkRequest", ACCEPT);
    completeTask("userTask_appraiseJointly", Map.of("embedding", "NEW_BODY", "risks", "None"));
    answer("ILO", "PARTICIPATE");
    fireTimer("event_agencyTermOver");
    assertThat(request()).containsEntry("proposed_agency", "ILO");
    sendBack("userTask_confirmLeadAgency", "There is a planning council");
    assertThat(sentBackTo("userTask_appraiseJointly"))
        .contains("planning council", "NEW_BODY", "None");
    completeTask(
        "userTask_appraiseJointly",
        Map.of("embedding", "EXISTING_BODY", "body", "Planning council"));
    assertThat(openDuties("userTask_answerInvitation"))
        .extracting(Duty::group)
        .containsExactlyInAnyOrder("agency-unicef", "agency-who");
    answer("UNICEF", "OBSERVE");
    answer("WHO", "PARTICIPATE");
    assertThat(request()).containsEntry("proposed_agency", "WHO");
    refused("agency", "error.required", () -> completeTask("userTask_confirmLeadAgency", Map.of()));
    completeTask("userTask_confirmLeadAgency", Map.of("agency", "WHO"));

    passed(
        "userTask_confirmLeadAgency",
        "userTask_appraiseJointly",
        "sendTask_inviteAgencies",
        "businessRuleTask_proposeLeadAgency",
        "userTask_confirmLeadAgency",
        "endEvent_supportConfirmed");
    nothingRuns();
    assertThat(request()).containsEntry("body", "Planning council");
  }

  private void begin(SubmittedRequest request) {
    inTransaction(() -> requests.register(caseId, request, "acc-test"));
    startProcess("support-request", Map.of());
  }

  private static SubmittedRequest complete() {
    return with("G1", true, "MINISTER", true);
  }

  private static SubmittedRequest incomplete() {
    return with("G1", true, "OTHER", false);
  }

  private static SubmittedRequest with(
      String guarantee, boolean government, String authority, boolean signed) {
    return new SubmittedRequest(
        COUNTRY,
        "A floor for everybody",
        "Ministry of Labour",
        government,
        "Minister of Labour",
        authority,
        signed,
        LocalDate.of(2026, 2, 20),
        "Ministry of Labour",
        "Health care for all",
        Set.of(guarantee),
        "HEALTH_FIN",
        LocalDate.of(2027, 12, 31),
        null);
  }

  private void answer(String agency, String answer) {
    completeTask(
        "userTask_answerInvitation", "agency-" + agency.toLowerCase(), Map.of("answer", answer));
  }

  private static void refused(String field, String message, ThrowingCallable act) {
    assertThatThrownBy(act)
        .isInstanceOfSatisfying(
            InvalidFormException.class,
            e -> {
              assertThat(e.errors())
                  .extracting(InvalidFormException.FieldError::field)
                  .containsExactly(field);
              assertThat(e.errors())
                  .extracting(InvalidFormException.FieldError::message)
                  .containsExactly(message);
            });
  }

  private Map<String, Object> request() {
    return jdbc.sql("select * from nationalprocess_v_request where case_id = ?")
        .param(caseId)
        .query()
        .singleRow();
  }

  private List<String> mails() {
    return jdbc.sql(
            "select kind || ' ' || recipient from notification_outbox where case_id = ? order by id")
        .param(caseId)
        .query(String.class)
        .list();
  }

  private List<String> evidence() {
    return jdbc.sql("select action from evidence where case_id = ? order by id")
        .param(caseId)
        .query(String.class)
        .list();
  }
}
