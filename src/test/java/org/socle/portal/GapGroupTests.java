package org.socle.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.socle.portal.CaseReads.Gap;

class GapGroupTests {

  private static final Instant FIRST = Instant.parse("2014-05-28T00:00:00Z");
  private static final Instant LAST = Instant.parse("2014-06-05T00:00:00Z");

  @Test
  void bringsEntriesOfAStepTogetherWithoutLosingOne() {
    List<Gap> gaps =
        List.of(
            new Gap(FIRST, "NOT_PUBLISHED", "userTask_a", "one", null),
            new Gap(FIRST, "NOT_PUBLISHED", "userTask_b", "two", "S"),
            new Gap(LAST, "PUBLISHED_OTHERWISE", "userTask_a", "three", "T"),
            new Gap(LAST, "NOT_PUBLISHED", "userTask_a", "four", null));

    List<GapGroup> groups = GapGroup.of(gaps);

    assertThat(groups)
        .extracting(GapGroup::step)
        .containsExactly("userTask_a", "userTask_b", "userTask_a");
    assertThat(groups.get(0).gaps()).extracting(Gap::detail).containsExactly("one", "four");
    assertThat(groups.get(0).from()).isEqualTo(FIRST);
    assertThat(groups.get(0).to()).isEqualTo(LAST);
    assertThat(groups.get(2).sources()).containsExactly("T");
  }

  @Test
  void saysRulesAndFieldsInWords() {
    Say say = new Say(Texts.source(), Locale.FRENCH);

    assertThat(say.missing("R11: lead agency"))
        .isEqualTo("R11\u00a0: l’organisme chef de file est désigné");
    assertThat(say.missing("authorityOk, signedLetter")).isEqualTo("authority ok, signed letter");
    assertThat(say.missing("the answer of WHO")).isEqualTo("the answer of WHO");
  }

  @Test
  void saysWhyACaseEndedInWords() {
    Say say = new Say(Texts.source(), Locale.ENGLISH);

    assertThat(say.ending("Recommendations: 1 × APPROVED, 2 × APPROVED_MODIFIED"))
        .isEqualTo("Recommendations: 1 × Approved, 2 × Approved with changes");
    assertThat(say.ending("Nobody came (ILO, p. 3 <https://example.org/3>)"))
        .isEqualTo("Nobody came (ILO, p. 3)");
  }
}
