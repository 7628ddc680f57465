package org.socle.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/** Types hostile texts into every field of every form of a page, as the page draws them. */
final class HostileForms {

  private static final int FIRST = 100_000;
  private static final int LONGEST = 4_000;
  private static final Set<String> FIELDS = Set.of("input", "textarea", "select", "button");

  private final Random chance;
  private final Literally literally;

  int fields;
  int forms;

  HostileForms(Random chance, Literally literally) {
    this.chance = chance;
    this.literally = literally;
  }

  /** Sends each form of a page to be checked, with choices left open and with choices made. */
  void typeInto(WebPerson person, String path) throws Exception {
    HttpResponse<String> page = person.get(path);
    if (page.statusCode() == 302) {
      String to = page.headers().firstValue("Location").orElse("");
      path = to.replaceFirst("^https?://[^/]+", "");
      page = person.get(path);
    }
    if (page.statusCode() != 200
        || !page.headers().firstValue("Content-Type").orElse("").startsWith("text/html")) {
      return;
    }
    for (List<Dom.Element> form : forms(Dom.of(page.body()))) {
      if (form.stream().anyMatch(HostileForms::typed)) {
        send(person, path, form, false);
        send(person, path, form, true);
      }
    }
  }

  private void send(WebPerson person, String path, List<Dom.Element> form, boolean chosen)
      throws Exception {
    Map<String, String> values = filled(form, chosen);
    String action = form.get(0).of("action");
    String to = action.isEmpty() ? path : action;
    forms++;
    if (form.get(0).of("method").equals("get")) {
      look(person.get(to + "?" + WebPerson.encoded(values)), to);
      return;
    }
    values.put("_step", "check");
    HttpResponse<String> answer = person.form(to, values);
    look(answer, to);
    if (answer.statusCode() == 200) {
      Map<String, String> back = WebPerson.hidden(Dom.of(answer.body()));
      back.put("_step", "change");
      look(person.form(to, back), to + " changed");
    }
  }

  private void look(HttpResponse<String> answer, String where) {
    assertThat(answer.statusCode()).as(where + answer.body()).isIn(200, 302, 400, 403, 404, 409);
    if (!answer.body().isEmpty()) {
      literally.html(where + " " + answer.statusCode(), answer.body());
    }
  }

  private Map<String, String> filled(List<Dom.Element> form, boolean chosen) {
    Map<String, String> values = new LinkedHashMap<>();
    String select = "";
    for (Dom.Element element : form) {
      String name = element.of("name");
      if (element.name().equals("select")) {
        select = name;
      } else if (element.name().equals("option") && chosen && !element.of("value").isEmpty()) {
        values.putIfAbsent(select, element.of("value"));
      } else if (Set.of("radio", "checkbox").contains(element.of("type"))) {
        if (chosen) {
          values.putIfAbsent(name, element.of("value"));
        }
      } else if (element.of("type").equals("hidden")) {
        values.put(name, element.of("value"));
      } else if (typed(element)) {
        values.put(name, value(element, chosen));
      }
    }
    return values;
  }

  private String value(Dom.Element element, boolean chosen) {
    if (chosen && element.of("type").equals("date")) {
      return "2026-12-01";
    }
    if (chosen && element.of("inputmode").equals("decimal")) {
      return "1";
    }
    fields++;
    int number = FIRST + fields;
    String longest = element.of("maxlength");
    String text =
        chosen && element.of("name").toLowerCase(java.util.Locale.ROOT).contains("mail")
            ? HostileStrings.mailbox(number) + "@planted.example"
            : HostileStrings.text(
                chance,
                number,
                longest.isEmpty() ? LONGEST : Integer.parseInt(longest),
                element.name().equals("textarea"));
    literally.type(text);
    return text;
  }

  private static boolean typed(Dom.Element element) {
    return element.name().equals("textarea")
        || element.name().equals("input")
            && !Set.of("hidden", "radio", "checkbox", "submit").contains(element.of("type"));
  }

  private static List<List<Dom.Element>> forms(Dom page) {
    List<List<Dom.Element>> forms = new ArrayList<>();
    for (Dom.Element element : page.elements) {
      if (element.name().equals("form")) {
        forms.add(new ArrayList<>(List.of(element)));
      } else if (!forms.isEmpty()
          && (FIELDS.contains(element.name()) || element.name().equals("option"))) {
        forms.get(forms.size() - 1).add(element);
      }
    }
    return forms;
  }
}
