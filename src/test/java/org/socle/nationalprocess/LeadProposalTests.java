package org.socle.nationalprocess;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;

class LeadProposalTests {

  @Test
  void proposesTheFirstAgencyWhenItTakesPart() {
    assertThat(LeadProposal.of("WHO", "ILO,WORLD-BANK", Set.of("ILO", "WHO")))
        .isEqualTo(new LeadProposal("WHO", "FIRST_RESIDENT"));
  }

  @Test
  void proposesTheFirstSupportAgencyThatTakesPartInItsPlace() {
    assertThat(LeadProposal.of("WHO", "ILO, WORLD-BANK ,UNICEF", Set.of("UNICEF", "WORLD-BANK")))
        .isEqualTo(new LeadProposal("WORLD-BANK", "SUPPORT_RESIDENT"));
  }

  @Test
  void proposesTheFirstAgencyByRemoteAdviceWhenNobodyTakesPart() {
    assertThat(LeadProposal.of("WHO", "ILO", Set.of("UNHCR")))
        .isEqualTo(new LeadProposal("WHO", "FIRST_REMOTE"));
  }

  @Test
  void needsNoSupportAgency() {
    assertThat(LeadProposal.of("UNRWA", "", Set.of()))
        .isEqualTo(new LeadProposal("UNRWA", "FIRST_REMOTE"));
    assertThat(LeadProposal.of("ILO", null, Set.of("ILO")))
        .isEqualTo(new LeadProposal("ILO", "FIRST_RESIDENT"));
  }

  @Test
  void takesTheSecondOfTwoFirstAgenciesBeforeASupportAgency() {
    assertThat(LeadProposal.of("FAO,WFP", "UNICEF", Set.of("UNICEF", "WFP")))
        .isEqualTo(new LeadProposal("WFP", "FIRST_RESIDENT"));
  }
}
