package org.socle.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.socle.nationalprocess.Interruptions;
import org.socle.security.Role;
import org.socle.tracking.Duties.Duty;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpSession;

/** My tasks while a case stands still: what stopped stays in sight and is nobody's delay. */
class StoppedTasksTests extends PageCase {

  private static final String NAME = "stopped-coordinator";

  @Autowired private Interruptions interruptions;

  @Test
  void showsAStoppedTaskUntilItGoesOn() throws Exception {
    account(NAME, Role.COORDINATOR);
    startCase(request());
    Duty duty = openDuties("userTask_checkRequest").get(0);
    MockHttpSession session = signIn(NAME);
    assertThat(page(session, "/my-tasks")).contains("/my-tasks/" + duty.id());

    interruptions.suspend(caseId, "Elections in autumn", "acc-test");
    assertThat(page(session, "/my-tasks"))
        .contains("A floor that stopped", "Elections in autumn")
        .doesNotContain("/my-tasks/" + duty.id());

    interruptions.resume(caseId, "Parliament sits", "acc-test");
    assertThat(page(session, "/my-tasks"))
        .contains("A floor that stopped", "/my-tasks/" + duty.id())
        .doesNotContain("Elections in autumn");
  }

  private static Map<String, Object> request() {
    Map<String, Object> values = new HashMap<>();
    values.put("country", COUNTRY);
    values.put("title", "A floor that stopped");
    values.put("requestingInstitution", "Ministry of Labour");
    values.put("governmentOrigin", true);
    values.put("signatoryFunction", "Minister of Labour");
    values.put("authorityLevel", "MINISTER");
    values.put("signedLetter", true);
    values.put("letterDate", "2026-02-20");
    values.put("guaranteeG1", true);
    values.put("subject", "HEALTH_FIN");
    values.put("expectedCompletion", "2027-12-31");
    return values;
  }
}
