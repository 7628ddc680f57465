package org.socle.security;

import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestBuilders.formLogin;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.socle.country.CaseClock;
import org.socle.evidence.Evidence;
import org.socle.operation.TestDatabase;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.autoconfigure.web.servlet.AutoConfigureMockMvc;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.MvcResult;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/** The doors with nothing behind them, and people of any role who sign in. */
@SpringBootTest(
    classes = DoorsTests.Slice.class,
    properties = {
      "socle.demo=false",
      "socle.security.trusted-proxies=10.0.0.0/8, 2001:db8::/32",
      "socle.security.key=AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA="
    })
@AutoConfigureMockMvc
abstract class SignInTestSupport {

  static final String PASSWORD = "a long password";

  @Autowired MockMvc web;
  @Autowired Accounts accounts;
  @Autowired CaseClock clock;
  @Autowired JdbcClient jdbc;
  @Autowired DoorsTests.RecordedEvidence evidence;

  @DynamicPropertySource
  static void database(DynamicPropertyRegistry registry) {
    TestDatabase.register(registry);
  }

  @AfterEach
  void letTimeRun() {
    clock.release();
  }

  /** Login name of a new account. */
  String account(Role... roles) {
    String name = "p-" + UUID.randomUUID();
    accounts.create(
        new NewAccount(
            name,
            "Name of " + name,
            "",
            "en",
            PASSWORD,
            new LinkedHashSet<>(Arrays.asList(roles)),
            Map.of(),
            Set.of(),
            Set.of()),
        Evidence.SYSTEM);
    return name;
  }

  String id(String loginName) {
    return accounts.idOf(loginName).orElseThrow();
  }

  MvcResult attempt(String name, String password) throws Exception {
    return web.perform(formLogin("/login").user(name).password(password)).andReturn();
  }

  MockHttpSession signIn(String name) throws Exception {
    return (MockHttpSession) attempt(name, PASSWORD).getRequest().getSession();
  }

  static RequestPostProcessor from(String address) {
    return request -> {
      request.setRemoteAddr(address);
      return request;
    };
  }
}
