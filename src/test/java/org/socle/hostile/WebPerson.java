package org.socle.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** A person at the pages of a program; every answer's headers are looked at. */
final class WebPerson {

  private static final List<String> COOKIES =
      List.of("JSESSIONID", "XSRF-TOKEN", "lang", "SESSION");

  private final HttpClient http =
      HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
  private final String address;

  WebPerson(String address) {
    this.address = address;
  }

  WebPerson signIn(String name, String password) throws Exception {
    Map<String, String> fields =
        new java.util.LinkedHashMap<>(hidden(Dom.of(get("/login").body())));
    fields.put("username", name);
    fields.put("password", password);
    assertThat(form("/login", fields).headers().firstValue("Location").orElse(""))
        .doesNotContain("/login");
    return this;
  }

  HttpResponse<String> get(String path) throws IOException, InterruptedException {
    return send(HttpRequest.newBuilder(URI.create(address + path)).header("Accept", "*/*"));
  }

  HttpResponse<String> program(String path, String basic) throws Exception {
    return send(HttpRequest.newBuilder(URI.create(address + path)).header("Authorization", basic));
  }

  HttpResponse<String> form(String path, Map<String, String> fields)
      throws IOException, InterruptedException {
    return send(
        HttpRequest.newBuilder(URI.create(address + path))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(encoded(fields))));
  }

  static String encoded(Map<String, String> fields) {
    return fields.entrySet().stream()
        .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
        .collect(Collectors.joining("&"));
  }

  static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  static Map<String, String> hidden(Dom page) {
    return page.named("input").stream()
        .filter(input -> input.of("type").equals("hidden") && !input.of("name").isEmpty())
        .collect(
            Collectors.toMap(
                input -> input.of("name"), input -> input.of("value"), (first, again) -> first));
  }

  private HttpResponse<String> send(HttpRequest.Builder request)
      throws IOException, InterruptedException {
    HttpResponse<String> answer =
        http.send(request.build(), BodyHandlers.ofString(StandardCharsets.UTF_8));
    answer
        .headers()
        .map()
        .forEach(
            (name, values) ->
                values.forEach(
                    value -> {
                      assertThat(value)
                          .as(name)
                          .doesNotContain(HostileStrings.EVALUATED, "\u2116", "%E2%84%96");
                      if (name.equalsIgnoreCase("Set-Cookie")) {
                        assertThat(COOKIES).contains(value.substring(0, value.indexOf('=')));
                      }
                    }));
    return answer;
  }
}
