package org.socle.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.socle.security.Role;
import org.springframework.mock.web.MockHttpSession;

/** Whoever reads the record of a whole case reads words, whatever codes its rows hold. */
class EvidenceCodesTests extends PageCase {

  @ParameterizedTest
  @ValueSource(strings = {"en", "fr", "es"})
  void saysEveryCodeOfAWalkedCaseInWords(String language) throws Exception {
    account("codes-auditor", Role.AUDITOR);
    MockHttpSession auditor = signIn("codes-auditor");
    walk(() -> {});

    EvidenceCodes codes = new EvidenceCodes(web, jdbc);
    assertThat(codes.missing(auditor, caseId, language)).as("codes without words").isEmpty();
    System.out.printf("%s: %d rows of evidence read%n", language, codes.rows());
    assertThat(codes.rows()).isGreaterThan(200);
  }
}
