package org.socle.casefile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestBuilders.formLogin;

import org.junit.jupiter.api.Test;
import org.socle.operation.TestDatabase;
import org.socle.workflow.EvidenceCodes;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.autoconfigure.web.servlet.AutoConfigureMockMvc;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.MockMvc;

/** Whoever reads the record of a published case reads words. */
@SpringBootTest(
    webEnvironment = SpringBootTest.WebEnvironment.MOCK,
    properties = {"socle.demo=true", "camunda.bpm.job-execution.enabled=false"})
@AutoConfigureMockMvc
class ReplayedCodesIT {

  @Autowired private MockMvc web;
  @Autowired private JdbcClient jdbc;

  @DynamicPropertySource
  static void database(DynamicPropertyRegistry registry) {
    TestDatabase.registerEmbedded(registry);
  }

  @Test
  void saysEveryCodeOfThePublishedCaseInWords() throws Exception {
    MockHttpSession auditor =
        (MockHttpSession)
            web.perform(formLogin("/login").user("auditor").password("socle-demo"))
                .andReturn()
                .getRequest()
                .getSession();
    String caseId =
        jdbc.sql("select case_id from replayed_case limit 1").query(String.class).single();

    EvidenceCodes codes = new EvidenceCodes(web, jdbc);
    for (String language : new String[] {"en", "fr", "es"}) {
      assertThat(codes.missing(auditor, caseId, language)).as("codes in " + language).isEmpty();
      assertThat(codes.rows()).isGreaterThan(100);
    }
  }
}
