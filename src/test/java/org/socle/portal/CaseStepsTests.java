package org.socle.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.socle.portal.CaseReads.Stay;
import org.socle.portal.CaseSteps.Step;

class CaseStepsTests {

  private static final Instant NOW = Instant.parse("2027-03-31T10:00:00Z");

  @Test
  void countsDaysOfEveryStayAndNamesWhatIsNotYet() {
    List<Step> steps =
        CaseSteps.of(
            row("RUNNING", null),
            List.of(
                stay("REQUEST", "2027-03-01T23:00:00Z", "2027-03-11T01:00:00Z"),
                stay("WORKING_GROUP", "2027-03-11T01:00:00Z", null)),
            List.of(),
            LocalDate.ofInstant(NOW, ZoneOffset.UTC),
            ZoneOffset.UTC);

    assertThat(steps)
        .extracting(Step::phase, Step::state, Step::days)
        .containsExactly(
            tuple("REQUEST", "passed", 10L), tuple("WORKING_GROUP", "current", 20L),
            tuple("DIALOGUE", "todo", 0L), tuple("VALIDATION", "todo", 0L));
  }

  @Test
  void saysWhereACaseStopped() {
    List<Step> steps =
        CaseSteps.of(
            row("CLOSED", "DECLINED"),
            List.of(stay("REQUEST", "2027-03-01T23:00:00Z", "2027-03-11T01:00:00Z")),
            List.of(),
            LocalDate.ofInstant(NOW, ZoneOffset.UTC),
            ZoneOffset.UTC);

    assertThat(steps)
        .extracting(Step::state)
        .containsExactly("stopped", "skipped", "skipped", "skipped");
  }

  private static Stay stay(String phase, String from, @Nullable String to) {
    return new Stay(phase, Instant.parse(from), to == null ? null : Instant.parse(to), null, null);
  }

  private static CaseRow row(String status, @Nullable String outcome) {
    return new CaseRow(
        "c",
        "SPF-XTR-2027-001",
        "XTR",
        "T",
        null,
        null,
        status,
        null,
        null,
        outcome,
        null,
        true,
        Instant.parse("2027-03-01T23:00:00Z"),
        "CLOSED".equals(status) ? NOW : null,
        null);
  }
}
