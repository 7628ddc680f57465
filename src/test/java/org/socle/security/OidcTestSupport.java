package org.socle.security;

import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.socle.operation.TestDatabase;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.autoconfigure.web.servlet.AutoConfigureMockMvc;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.MvcResult;
import org.springframework.web.util.UriComponents;
import org.springframework.web.util.UriComponentsBuilder;

/** The doors with the provider's profile on; a provider stands on this machine. */
@SpringBootTest(classes = DoorsTests.Slice.class, properties = "socle.demo=true")
@AutoConfigureMockMvc
@ActiveProfiles("oidc")
abstract class OidcTestSupport {

  static final LoopbackProvider PROVIDER = new LoopbackProvider();
  static final String BEGIN = "/oauth2/authorization/provider";

  @Autowired MockMvc web;
  @Autowired JdbcClient jdbc;
  @Autowired Accounts accounts;
  @Autowired IdentityDirectory directory;

  @DynamicPropertySource
  static void settings(DynamicPropertyRegistry registry) {
    TestDatabase.register(registry);
    String oidc = OidcProperties.PREFIX;
    registry.add(oidc + ".name", () -> "Ministry <ID>");
    registry.add(oidc + ".issuer", PROVIDER::issuer);
    registry.add(oidc + ".client-id", () -> LoopbackProvider.CLIENT);
    registry.add(oidc + ".client-secret", () -> LoopbackProvider.SECRET);
    rule(registry, 0, "realm_access.roles", "coordinator", "COORDINATOR");
    registry.add(oidc + ".roles[0].functions[0]", () -> "secretariat@XTR");
    registry.add(oidc + ".roles[0].countries[0]", () -> "PHL");
    registry.add(oidc + ".roles[0].countries[1]", () -> "ZZZ");
    rule(registry, 1, "groups", "auditors", "AUDITOR");
    registry.add(oidc + ".roles[1].countries[0]", () -> "XTR");
  }

  private static void rule(
      DynamicPropertyRegistry registry, int at, String claim, String value, String role) {
    String entry = OidcProperties.PREFIX + ".roles[" + at + "].";
    registry.add(entry + "claim", () -> claim);
    registry.add(entry + "value", () -> value);
    registry.add(entry + "role", () -> role);
  }

  static Map<String, Object> roles(String... roles) {
    return Map.of("realm_access", Map.of("roles", List.of(roles)));
  }

  static Map<String, Object> with(Map<String, Object> claims, String name, Object value) {
    Map<String, Object> more = new HashMap<>(claims);
    more.put(name, value);
    return more;
  }

  /** A whole sign-in through the provider, which says this about a person. */
  MvcResult signIn(String subject, Map<String, Object> more) throws Exception {
    MvcResult begun = web.perform(get(BEGIN)).andReturn();
    UriComponents asked =
        UriComponentsBuilder.fromUriString(String.valueOf(begun.getResponse().getRedirectedUrl()))
            .build();
    Map<String, Object> claims = PROVIDER.claims(LoopbackProvider.CLIENT, subject, Map.of());
    claims.put("nonce", asked.getQueryParams().getFirst("nonce"));
    claims.putAll(more);
    String code = PROVIDER.code(asked.getQueryParams().getFirst("code_challenge"), claims);
    String state =
        java.net.URLDecoder.decode(
            String.valueOf(asked.getQueryParams().getFirst("state")),
            java.nio.charset.StandardCharsets.UTF_8);
    return web.perform(
            get("/login/oauth2/code/provider")
                .param("code", code)
                .param("state", state)
                .session((MockHttpSession) begun.getRequest().getSession()))
        .andReturn();
  }

  static MockHttpSession session(MvcResult signedIn) {
    return (MockHttpSession) signedIn.getRequest().getSession();
  }

  String accountOf(String subject) {
    return jdbc.sql("select account_id from account_identity where subject = ?")
        .param(subject)
        .query(String.class)
        .single();
  }

  boolean known(String subject) {
    return jdbc.sql("select exists (select 1 from account_identity where subject = ?)")
        .param(subject)
        .query(Boolean.class)
        .single();
  }
}
