package org.socle.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.socle.assessment.ConsensusState;
import org.socle.assessment.Recommendation;
import org.socle.assessment.Recommendations;
import org.socle.assessment.Recommendations.Draft;
import org.socle.evidence.Rules;
import org.socle.security.Role;
import org.socle.tracking.Askings;
import org.socle.tracking.Duties.Duty;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpSession;

/** The pages on which seats change, over the whole program. */
class SeatDoorTests extends PageCase {

  private static final String REASON = "The congress split in two";

  @Autowired private Recommendations recommendations;
  @Autowired private Rules rules;
  @Autowired private Askings askings;

  @Test
  void whoActedForARemovedSeatIsToldWhyItsTaskIsClosed() throws Exception {
    account("door-coordinator", Role.COORDINATOR);
    String member = account("door-member", Role.STAKEHOLDER);
    StandingCase group = askOpinions();
    String seatId = group.seatId("CTUC");
    jdbc.sql("update institution set account_id = ? where case_id = ? and acronym = 'CTUC'")
        .params(member, caseId)
        .update();
    Duty duty =
        openDuties("userTask_answerOpinion").stream()
            .filter(one -> one.group().equals("seat-" + seatId))
            .findFirst()
            .orElseThrow();
    MockHttpSession theirs = signIn("door-member");
    page(theirs, "/my-tasks/" + duty.id());
    MockHttpSession ours = signIn("door-coordinator");
    assertThat(page(ours, "/cases/" + caseId + "/seats")).contains("/seats/" + seatId + "/remove");
    assertThat(page(ours, "/cases/" + caseId + "/seats/" + seatId + "/remove"))
        .contains("4 answers are still awaited");
    String address = "/cases/" + caseId + "/seats/" + seatId + "/remove";

    web.perform(post(address).session(ours).with(csrf()).param("reason", REASON))
        .andExpect(status().isOk());
    String askingId = askings.openOf(caseId).get(0).id();
    assertThat(askings.tally(askingId).asked()).as("after the check").isEqualTo(5);
    web.perform(
            post(address).session(ours).with(csrf()).param("reason", REASON).param("_step", "send"))
        .andExpect(status().isFound());

    assertThat(askings.tally(askingId).asked()).isEqualTo(4);
    web.perform(get("/my-tasks/" + duty.id()).session(theirs))
        .andExpect(status().isConflict())
        .andExpect(content().string(containsString(REASON)));
    web.perform(
            post("/my-tasks/" + duty.id())
                .session(theirs)
                .with(csrf())
                .param("opinion", "VALID")
                .param("_step", "send"))
        .andExpect(status().isConflict())
        .andExpect(content().string(containsString(REASON)));
    account("door-stranger", Role.STAKEHOLDER);
    web.perform(get("/my-tasks/" + duty.id()).session(signIn("door-stranger")))
        .andExpect(status().isForbidden());
    web.perform(
            post(address).session(ours).with(csrf()).param("reason", REASON).param("_step", "send"))
        .andExpect(status().isConflict());
    assertThat(page(theirs, "/cases/" + caseId + "/seats")).contains(REASON);
  }

  @Test
  void newMembersSeeWhatWasAnsweredBeforeThemAndWhatIsOpen() throws Exception {
    account("hand-coordinator", Role.COORDINATOR);
    account("hand-first", Role.STAKEHOLDER);
    account("hand-next", Role.STAKEHOLDER);
    String seatId = askOpinions().seatId("CTUC");
    MockHttpSession ours = signIn("hand-coordinator");
    replace(ours, seatId, "hand-first");
    MockHttpSession first = signIn("hand-first");
    assertThat(page(first, "/my-tasks")).doesNotContain("/my-tasks/seats/");
    completeTask("userTask_answerOpinion", "seat-" + seatId, Map.of("opinion", "VALID"));

    replace(ours, seatId, "hand-next");

    MockHttpSession next = signIn("hand-next");
    assertThat(page(next, "/my-tasks")).contains("href=\"/my-tasks/seats/" + seatId + "\"");
    assertThat(page(next, "/my-tasks/seats/" + seatId))
        .contains("Answer opinion", "Answered", "href=\"/cases/" + caseId + "\"");
    web.perform(get("/my-tasks/seats/" + seatId).session(signIn("hand-first")))
        .andExpect(status().isForbidden());
  }

  private void replace(MockHttpSession ours, String seatId, String account) throws Exception {
    web.perform(
            post("/cases/" + caseId + "/seats/" + seatId + "/replace")
                .session(ours)
                .with(csrf())
                .param("fullMember", "Full " + account)
                .param("fullMemberAccount", account)
                .param("substitute", "Substitute " + account)
                .param("letterReference", "L-1")
                .param("reason", REASON)
                .param("_step", "send"))
        .andExpect(status().isFound());
  }

  private StandingCase askOpinions() {
    inTransaction(() -> rules.adopt(caseId));
    StandingCase group = new StandingCase(jdbc, caseId, COUNTRY, 3).withGroup();
    inTransaction(
        () -> {
          Recommendation added =
              recommendations.add(
                  caseId, new Draft("G2", "Registry", "Text", 1, false, null, null), "acc-test");
          recommendations.settle(added.id(), ConsensusState.CONSENSUS, "system");
          recommendations.fix(caseId, "acc-test");
        });
    startProcess("validation", Map.of());
    return group;
  }
}
