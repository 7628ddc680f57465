package org.socle.stakeholder;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CategoryTests {

  @ParameterizedTest
  @CsvSource({
    "GOV_CORE, GOV, true",
    "GOV_OTHER, GOV, true",
    "GOV_SSI, GOV, true",
    "GOV_SUB, GOV, true",
    "GOV_STAT, GOV, false",
    "EMP, EMP, true",
    "WRK, WRK, true",
    "CSO_NAT, CSO, true",
    "CSO_INF, CSO, true",
    "CSO_GRP, CSO, true",
    "PARL, PARL, false",
    "UN, UN, false",
    "IFI, DP, false",
    "DP, DP, false",
    "RES, RES, false"
  })
  void hasASideAndAVote(Category category, Side side, boolean voting) {
    assertThat(category.side()).isEqualTo(side);
    assertThat(category.voting()).isEqualTo(voting);
  }

  @Test
  void needsGovernmentEmployersAndWorkers() {
    assertThat(Arrays.stream(Side.values()).filter(Side::mandatory))
        .containsExactly(Side.GOV, Side.EMP, Side.WRK);
  }
}
