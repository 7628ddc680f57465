package org.socle.portal;

import java.util.Map;
import java.util.Optional;
import org.socle.country.Countries;
import org.socle.portal.EarlierEntries.Returned;
import org.springframework.stereotype.Component;

/** What a step proposes because the country says so, before anybody has entered anything. */
@Component
class UsualEntries {

  private static final String TERMS_OF_REFERENCE = "userTask_draftTermsOfReference";

  private final DutyList duties;
  private final Countries countries;

  UsualEntries(DutyList duties, Countries countries) {
    this.duties = duties;
    this.countries = countries;
  }

  /** Values by field of an engine's task, without a reason; empty where nothing is proposed. */
  Optional<Returned> ofTask(String taskId) {
    return duties
        .ofTask(taskId)
        .filter(duty -> TERMS_OF_REFERENCE.equals(duty.element()))
        .map(
            duty ->
                new Returned(
                    "", Map.of("quorumProfile", countries.of(duty.country()).quorumProfile())));
  }
}
