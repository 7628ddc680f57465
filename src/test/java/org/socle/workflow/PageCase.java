package org.socle.workflow;

import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestBuilders.formLogin;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.socle.evidence.Evidence;
import org.socle.security.Function;
import org.socle.security.NewAccount;
import org.socle.security.Role;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.autoconfigure.web.servlet.AutoConfigureMockMvc;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.test.web.servlet.MockMvc;

/** Base of tests that hear the statements of processes and of pages. */
@SpringBootTest(
    webEnvironment = SpringBootTest.WebEnvironment.MOCK,
    properties = {
      "socle.demo=false",
      // A walk takes years of the injected clock, and its people stay signed in.
      "socle.security.session-limit=100000d",
      "socle.tracking.join-direct=true",
      "socle.evidence.seal-direct=true",
      "camunda.bpm.job-execution.enabled=false",
      "camunda.bpm.auto-deployment-enabled=false",
      "camunda.bpm.history-level=socle",
      "camunda.bpm.authorization.enabled=true"
    })
@AutoConfigureMockMvc
@Import(StatementLog.Wiring.class)
abstract class PageCase extends WholeCase {

  protected static final String PASSWORD = "page-case-1";

  @Autowired protected StatementLog statements;
  @Autowired protected MockMvc web;

  /** Id of the account with this name and role, which holds every function of the role. */
  protected String account(String loginName, Role role) {
    return accounts
        .idOf(loginName)
        .orElseGet(
            () -> {
              Set<Function> held =
                  EnumSet.allOf(Function.class).stream()
                      .filter(one -> one.role() == role)
                      .collect(Collectors.toSet());
              Map<String, Set<Function>> functions =
                  held.isEmpty() ? Map.of() : Map.of(COUNTRY, held);
              return accounts.create(
                  new NewAccount(
                      loginName,
                      loginName,
                      "",
                      "en",
                      PASSWORD,
                      Set.of(role),
                      functions,
                      Set.of(COUNTRY),
                      Set.of()),
                  Evidence.SYSTEM);
            });
  }

  protected MockHttpSession signIn(String loginName) throws Exception {
    return (MockHttpSession)
        web.perform(formLogin("/login").user(loginName).password(PASSWORD))
            .andReturn()
            .getRequest()
            .getSession();
  }

  /** Reads a page that is there; returns it. */
  protected String page(MockHttpSession session, String path) throws Exception {
    return web.perform(get(path).session(session))
        .andExpect(status().isOk())
        .andReturn()
        .getResponse()
        .getContentAsString();
  }
}
