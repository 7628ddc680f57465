package org.socle.operation;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.web.util.HtmlUtils;

/** A person at the pages over plain HTTP, with cookies and forms and without a script. */
final class Visitor {

  /** A page that was received whole. */
  record Page(int status, String path, String body) {}

  private static final Pattern INPUT = Pattern.compile("<input type=\"hidden\"[^>]*>");
  private static final Pattern NAME = Pattern.compile("name=\"([^\"]*)\"");
  private static final Pattern VALUE = Pattern.compile("value=\"([^\"]*)\"");

  private final HttpClient client =
      HttpClient.newBuilder()
          .cookieHandler(new CookieManager())
          .followRedirects(HttpClient.Redirect.NORMAL)
          .build();
  private final String address;

  private Visitor(String address) {
    this.address = address;
  }

  /** Signs a sample account in. */
  static Visitor signIn(RunningProgram program, String loginName)
      throws IOException, InterruptedException {
    Visitor visitor = new Visitor(program.address());
    Page form = visitor.get("/login");
    Page landed =
        visitor.post("/login", form, Map.of("username", loginName, "password", "socle-demo"));
    if (landed.status() != 200 || landed.path().startsWith("/login")) {
      throw new IllegalStateException(loginName + " could not sign in: " + landed);
    }
    return visitor;
  }

  /** Reads a page, redirects followed. */
  Page get(String path) throws IOException, InterruptedException {
    return send(request(path).GET());
  }

  /** Sends the form of a page: what it hides, its token among it, and what was typed. */
  Page post(String path, Page form, Map<String, String> typed)
      throws IOException, InterruptedException {
    Map<String, String> values = hidden(form.body());
    values.putAll(typed);
    String body =
        values.entrySet().stream()
            .map(value -> encode(value.getKey()) + "=" + encode(value.getValue()))
            .collect(Collectors.joining("&"));
    return send(
        request(path)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString(body)));
  }

  private Page send(HttpRequest.Builder request) throws IOException, InterruptedException {
    HttpResponse<String> answer =
        client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    return new Page(answer.statusCode(), answer.uri().getPath(), answer.body());
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create(address + path))
        .timeout(Duration.ofSeconds(30))
        .header("Accept", "text/html");
  }

  private static Map<String, String> hidden(String body) {
    Map<String, String> values = new LinkedHashMap<>();
    Matcher input = INPUT.matcher(body);
    while (input.find()) {
      String name = part(NAME, input.group());
      if (!name.equals("_step")) {
        values.put(name, part(VALUE, input.group()));
      }
    }
    return values;
  }

  private static String part(Pattern pattern, String input) {
    Matcher found = pattern.matcher(input);
    return found.find() ? HtmlUtils.htmlUnescape(found.group(1)) : "";
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
