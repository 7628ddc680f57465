package org.socle.browser;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/**
 * A real provider in a process of its own, with people who are made for one run; every secret of it
 * is made anew each time.
 */
final class Keycloak implements AutoCloseable {

  static final String SECRET = UUID.randomUUID().toString();

  private static final Duration LONGEST_START = Duration.ofMinutes(4);
  private static final Path HOME = Path.of(System.getProperty("keycloak.home", "no-keycloak"));
  private static final Path LOG = Path.of("target", "keycloak.log");
  private static final String ROLES_MAPPER =
      """
      {"name": "roles", "protocol": "openid-connect", "protocolMapper": "oidc-usermodel-realm-role-mapper",
       "config": {"claim.name": "realm_access.roles", "multivalued": "true", "jsonType.label": "String",
         "id.token.claim": "true", "access.token.claim": "true"}}""";
  private static final String AUDIENCE_MAPPER =
      """
      {"name": "audience", "protocol": "openid-connect", "protocolMapper": "oidc-audience-mapper",
       "config": {"included.custom.audience": "socle-api", "access.token.claim": "true"}}""";

  /** One for each test, so that none sees the sessions of another, and their roles. */
  private static final Map<String, String> PEOPLE =
      Map.of(
          "cora", "socle-coordinator",
          "clara", "socle-coordinator",
          "edna", "socle-coordinator",
          "lea", "socle-coordinator",
          "paul", "socle-coordinator",
          "sol", "socle-stakeholder",
          "vera", "other");

  private final int port = freePort();
  private final HttpClient http = HttpClient.newHttpClient();
  private final ObjectMapper json = new ObjectMapper();
  private final Process process;

  /** Starts it and does not wait; Socle stands at the address or will. */
  Keycloak(String socle) {
    try {
      Path realms = Files.createDirectories(HOME.resolve("data/import"));
      String realm = realm(socle);
      Files.writeString(realms.resolve("socle-realm.json"), realm);
      Files.writeString(
          realms.resolve("foreign-realm.json"),
          realm.replace("\"realm\": \"socle\"", "\"realm\": \"foreign\""));
      // What an earlier run has left would be taken for the realm.
      deleteDatabase();
      process = start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Process start() throws IOException {
    ProcessBuilder command =
        new ProcessBuilder(
                HOME.resolve("bin/kc.sh").toString(),
                "start-dev",
                "--import-realm",
                "--http-host=127.0.0.1",
                "--http-port=" + port,
                "--cache=local")
            .redirectErrorStream(true)
            .redirectOutput(LOG.toFile());
    HOME.resolve("bin/kc.sh").toFile().setExecutable(true);
    Map<String, String> environment = command.environment();
    environment.put("JAVA_HOME", System.getProperty("java.home"));
    environment.put("JAVA_OPTS_KC_HEAP", "-Xms64m -Xmx384m");
    environment.put("KC_BOOTSTRAP_ADMIN_USERNAME", "keeper");
    environment.put("KC_BOOTSTRAP_ADMIN_PASSWORD", SECRET);
    return command.start();
  }

  private static void deleteDatabase() throws IOException {
    Path database = HOME.resolve("data/h2");
    if (Files.exists(database)) {
      try (var files = Files.list(database)) {
        for (Path file : files.toList()) {
          Files.delete(file);
        }
      }
    }
  }

  private static String realm(String socle) throws IOException {
    String text;
    try (InputStream file = Keycloak.class.getResourceAsStream("/oidc/socle-realm.json")) {
      text = new String(file.readAllBytes(), StandardCharsets.UTF_8);
    }
    Map<String, String> values =
        Map.of(
            "clientSecret",
            SECRET,
            "socle",
            socle,
            "rolesMapper",
            ROLES_MAPPER,
            "audienceMapper",
            AUDIENCE_MAPPER,
            "people",
            PEOPLE.entrySet().stream()
                .map(each -> person(each.getKey(), each.getValue()))
                .collect(Collectors.joining(", ")));
    for (Map.Entry<String, String> each : values.entrySet()) {
      text = text.replace("${" + each.getKey() + "}", each.getValue());
    }
    return text;
  }

  private static String person(String name, String role) {
    return """
        {"username": "%s", "enabled": true, "firstName": "%s", "lastName": "Provider",
         "email": "%s@example.org", "emailVerified": true, "realmRoles": ["%s"],
         "credentials": [{"type": "password", "value": "%s", "temporary": false}]}"""
        .formatted(name, name, name, role, SECRET);
  }

  String issuer() {
    return issuer("socle");
  }

  private String issuer(String realm) {
    return "http://127.0.0.1:" + port + "/realms/" + realm;
  }

  /** Waits until its realms answer; fails with its log when it ends or four minutes pass. */
  void awaitReady() throws Exception {
    long end = System.nanoTime() + LONGEST_START.toNanos();
    while (System.nanoTime() < end) {
      if (process.waitFor(200, TimeUnit.MILLISECONDS)) {
        throw new IllegalStateException("Keycloak ended:\n" + Files.readString(LOG));
      }
      if (ready("socle") && ready("foreign")) {
        return;
      }
    }
    throw new IllegalStateException("Keycloak was not ready:\n" + Files.readString(LOG));
  }

  private boolean ready(String realm) throws InterruptedException {
    try {
      return send(get(issuer(realm) + "/.well-known/openid-configuration")).statusCode() == 200;
    } catch (IOException notYet) {
      return false;
    }
  }

  /** The token of a program that signs in as itself. */
  String tokenOf(String client) throws Exception {
    return token("socle", client, Map.of("grant_type", "client_credentials"));
  }

  /** The same from a realm that Socle does not know. */
  String foreignTokenOf(String client) throws Exception {
    return token("foreign", client, Map.of("grant_type", "client_credentials"));
  }

  /** The token of a program that signs in as a person. */
  String tokenOf(String client, String person) throws Exception {
    return token(
        "socle", client, Map.of("grant_type", "password", "username", person, "password", SECRET));
  }

  private String token(String realm, String client, Map<String, String> grant) throws Exception {
    String form =
        grant.entrySet().stream()
            .map(
                each ->
                    each.getKey()
                        + "="
                        + URLEncoder.encode(each.getValue(), StandardCharsets.UTF_8))
            .collect(Collectors.joining("&"));
    HttpResponse<String> answer =
        send(
            post(
                issuer(realm) + "/protocol/openid-connect/token",
                "application/x-www-form-urlencoded",
                form + "&client_id=" + client + "&client_secret=" + SECRET));
    return read(answer).path("access_token").textValue();
  }

  /** Takes a role from a person. */
  void takeAway(String person, String role) throws Exception {
    JsonNode held = read(send(keeper(get(admin("/roles/" + role)))));
    HttpRequest.Builder delete =
        HttpRequest.newBuilder(URI.create(admin("/users/" + id(person) + "/role-mappings/realm")))
            .header("Content-Type", "application/json")
            .method("DELETE", HttpRequest.BodyPublishers.ofString("[" + held + "]"));
    done(send(keeper(delete)));
  }

  /** Ends every session of a person, as an administrator of the provider does. */
  void endSessions(String person) throws Exception {
    done(send(keeper(post(admin("/users/" + id(person) + "/logout"), "application/json", ""))));
  }

  /** How many sessions of a person are open. */
  int sessions(String person) throws Exception {
    return read(send(keeper(get(admin("/users/" + id(person) + "/sessions"))))).size();
  }

  private String id(String person) throws Exception {
    return read(send(keeper(get(admin("/users?exact=true&username=" + person)))))
        .path(0)
        .path("id")
        .textValue();
  }

  private String admin(String path) {
    return "http://127.0.0.1:" + port + "/admin/realms/socle" + path;
  }

  private HttpRequest.Builder keeper(HttpRequest.Builder request) throws Exception {
    HttpResponse<String> answer =
        send(
            post(
                issuer("master") + "/protocol/openid-connect/token",
                "application/x-www-form-urlencoded",
                "grant_type=password&client_id=admin-cli&username=keeper&password=" + SECRET));
    return request.header(
        "Authorization", "Bearer " + read(answer).path("access_token").textValue());
  }

  private static HttpRequest.Builder get(String address) {
    return HttpRequest.newBuilder(URI.create(address));
  }

  private static HttpRequest.Builder post(String address, String type, String body) {
    return HttpRequest.newBuilder(URI.create(address))
        .header("Content-Type", type)
        .POST(HttpRequest.BodyPublishers.ofString(body));
  }

  private HttpResponse<String> send(HttpRequest.Builder request)
      throws IOException, InterruptedException {
    return http.send(
        request.timeout(Duration.ofSeconds(20)).build(), HttpResponse.BodyHandlers.ofString());
  }

  private JsonNode read(HttpResponse<String> answer) throws IOException {
    done(answer);
    return json.readTree(answer.body());
  }

  private static void done(HttpResponse<String> answer) {
    if (answer.statusCode() >= 300) {
      throw new IllegalStateException(
          answer.uri().getPath() + " " + answer.statusCode() + " " + answer.body());
    }
  }

  private static int freePort() {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    List<ProcessHandle> all =
        java.util.stream.Stream.concat(
                process.descendants(), java.util.stream.Stream.of(process.toHandle()))
            .toList();
    all.forEach(ProcessHandle::destroy);
    all.forEach(
        each -> {
          try {
            each.onExit().get(30, TimeUnit.SECONDS);
          } catch (Exception late) {
            each.destroyForcibly();
          }
        });
  }
}
