package org.socle.stakeholder;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.socle.stakeholder.CompositionFacts.Member;
import org.socle.stakeholder.NominationAnswer.Nominee;

class CompositionFactsTests {

  private static final Nominee ANA = new Nominee("Ana Example", null, "ana@example.org");
  private static final Nominee BEN = new Nominee("Ben Example", null, null);
  private static final Nominee CLEO = new Nominee("Cleo Example", null, null);

  @Test
  void countsMandatoryMinistriesWithoutFullMemberAndSubstitute() {
    CompositionFacts facts =
        CompositionFacts.of(
            List.of(
                new Member(Category.GOV_CORE, true, true, ANA, BEN),
                new Member(Category.GOV_CORE, true, true, CLEO, null),
                new Member(Category.GOV_CORE, true, false, null, null),
                new Member(Category.GOV_CORE, false, false, null, null),
                new Member(Category.GOV_OTHER, true, false, null, null)),
            true);

    assertThat(facts.mandatoryMinistriesMissing()).isEqualTo(2);
  }

  @Test
  void countsOnlySeatsThatAreFilled() {
    CompositionFacts facts =
        CompositionFacts.of(
            List.of(
                new Member(Category.EMP, false, true, ANA, BEN),
                new Member(Category.WRK, false, false, null, null),
                new Member(Category.GOV_SSI, false, true, CLEO, null),
                new Member(Category.CSO_NAT, false, false, null, null)),
            false);

    assertThat(facts).isEqualTo(new CompositionFacts(0, 1, 1, 0, 0, false, 0));
  }

  @Test
  void findsAPersonNominatedTwiceByAddressOrByName() {
    Nominee anaAgain = new Nominee("A. Example", null, "ANA@example.org");
    Nominee benAgain = new Nominee(" ben example", null, "ben@example.org");

    CompositionFacts facts =
        CompositionFacts.of(
            List.of(
                new Member(Category.EMP, false, true, ANA, BEN),
                new Member(Category.WRK, false, true, anaAgain, CLEO),
                new Member(Category.CSO_NAT, false, true, benAgain, anaAgain)),
            true);

    assertThat(facts.personsWithTwoSeats()).isEqualTo(2);
  }

  @Test
  void saysWhichRulesPublishedFactsCannotAnswer() {
    List<Member> members = List.of(new Member(Category.GOV_CORE, false, true, null, null));

    CompositionFacts facts = CompositionFacts.of(members, false).published(members);

    assertThat(facts.unknown()).containsOnlyKeys("R1", "R11", "R15");
    assertThat(facts.inputs())
        .containsEntry("leadAgencyNamed", null)
        .containsEntry("ssiMembers", 0);
  }

  @Test
  void judgesPublishedFactsThatAreKnown() {
    List<Member> members = List.of(new Member(Category.GOV_CORE, true, true, ANA, BEN));

    CompositionFacts facts = CompositionFacts.of(members, true).published(members);

    assertThat(facts.unknown()).isEmpty();
  }
}
