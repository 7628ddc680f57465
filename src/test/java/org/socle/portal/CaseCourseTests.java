package org.socle.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.socle.nationalprocess.CaseDiagrams.Course;
import org.socle.nationalprocess.CaseDiagrams.Passage;
import org.socle.portal.CaseCourse.Line;
import org.socle.portal.CaseCourse.State;

class CaseCourseTests {

  @Test
  void tellsWhatWasDoneWhereItStandsAndWhatIsToCome() {
    CaseCourse course =
        CaseCourse.of(
            new Course(
                List.of("national-process", "dialogue-round"),
                "dialogue-round",
                List.of(
                    passage("startEvent_a", 1, 1),
                    passage("userTask_convene", 1, 3),
                    passage("userTask_attend", 3, 4),
                    passage("userTask_convene", 5, 7),
                    passage("userTask_attend", 7, null)),
                List.of("userTask_attend", "serviceTask_close", "endEvent_z")));

    assertThat(course.lines())
        .extracting(Line::element, Line::state, Line::at, Line::times)
        .containsExactly(
            tuple("startEvent_a", State.DONE, day(1), 1),
            tuple("userTask_attend", State.DONE, day(4), 1),
            tuple("userTask_convene", State.DONE, day(7), 2),
            tuple("userTask_attend", State.NOW, day(7), 0),
            tuple("serviceTask_close", State.NEXT, null, 0),
            tuple("endEvent_z", State.NEXT, null, 0));
    assertThat(course.now()).extracting(Line::element).containsExactly("userTask_attend");
    assertThat(course.called()).isNull();
  }

  @Test
  void saysInWhichProcessACallGoesOn() {
    CaseCourse course =
        CaseCourse.of(
            new Course(
                List.of("national-process", "support-request"),
                "national-process",
                List.of(passage("callActivity_examineRequest", 1, null)),
                List.of()));

    assertThat(course.called()).isEqualTo("support-request");
    assertThat(course.now()).allMatch(Line::calls);
  }

  private static Passage passage(String element, int from, @Nullable Integer until) {
    return new Passage(element, day(from), until == null ? null : day(until));
  }

  private static Instant day(int day) {
    return Instant.parse("2027-03-0" + day + "T10:00:00Z");
  }
}
