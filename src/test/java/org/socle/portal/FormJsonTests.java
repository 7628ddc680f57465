package org.socle.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.FilterChain;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.socle.tracking.FormSchema.Option;
import org.springframework.context.support.StaticMessageSource;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.web.servlet.i18n.FixedLocaleResolver;

class FormJsonTests {

  private static final String FORM =
      """
      {"id":"check-request","schemaVersion":16,"components":[
        {"type":"radio","id":"Field_1","key":"outcome","label":"Outcome","values":[{"label":"Accept","value":"ACCEPT"}]},
        {"type":"datetime","id":"Field_2","key":"day","dateLabel":"Day"},
        {"type":"text","id":"Text_page","text":"Open the page"},
        {"type":"textarea","id":"Field_3","key":"reason","label":"Reason","description":"Why"}]}
      """;

  private final DutyList duties = mock(DutyList.class);
  private final StaticMessageSource texts = new StaticMessageSource();
  private final FormJson json = new FormJson(new FormTexts(texts));

  @BeforeEach
  void setTexts() {
    text("outcome.label", "Issue");
    text("outcome.option.ACCEPT", "Accepter");
    text("day.label", "Jour");
    text("Text_page.text", "Ouvrir la page");
    text("reason.description", "Pourquoi");
  }

  @Test
  void putsLabelsOptionsTextsAndHintsIntoTheReadersLanguage() throws IOException {
    JsonNode form =
        new ObjectMapper()
            .readTree(json.localise(FORM.getBytes(StandardCharsets.UTF_8), Locale.FRENCH, null));

    assertThat(form.at("/components/0/label").asText()).isEqualTo("Issue");
    assertThat(form.at("/components/0/values/0/label").asText()).isEqualTo("Accepter");
    assertThat(form.at("/components/1/dateLabel").asText()).isEqualTo("Jour");
    assertThat(form.at("/components/2/text").asText()).isEqualTo("Ouvrir la page");
    assertThat(form.at("/components/3/label").asText())
        .as("English where no text is known")
        .isEqualTo("Reason");
    assertThat(form.at("/components/3/description").asText()).isEqualTo("Pourquoi");
    assertThat(form.at("/schemaVersion").asInt()).isEqualTo(16);
  }

  @Test
  void translatesOnTheWayToTheTasklist() throws Exception {
    String body =
        filtered(
            "/camunda/api/engine/engine/default/task/42/deployed-form", "application/json", 200);

    assertThat(body).contains("Accepter").doesNotContain("Accept\"");
  }

  @Test
  void offersTheCountriesOfTheReaderInTheStartForm() throws Exception {
    JsonNode form =
        new ObjectMapper()
            .readTree(
                json.withOptions(
                    Files.readAllBytes(Path.of("processes/national-process/submit-request.form")),
                    "country",
                    List.of(new Option("XAR", "Arbèle"), new Option("XTR", "Coresia"))));
    assertThat(form.at("/components/0/key").asText()).isEqualTo("country");
    assertThat(form.at("/components/0/values").toString())
        .isEqualTo(
            "[{\"label\":\"Arbèle\",\"value\":\"XAR\"},{\"label\":\"Coresia\",\"value\":\"XTR\"}]");
    assertThat(
            filtered(
                "/camunda/api/engine/engine/default/process-definition/key/national-process/deployed-start-form",
                "application/json",
                200))
        .contains("Accepter");
  }

  @Test
  void fillsInWhatAStepHeldBeforeItWasSentBack() throws Exception {
    String path = "/camunda/api/engine/engine/default/task/%s/deployed-form";
    assertThat(filtered(path.formatted("43"), "application/json", 200))
        .contains("\"defaultValue\":\"ACCEPT\"")
        .contains("** Not \\\\*so\\\\*   x  **")
        .doesNotContain("{{");
    assertThat(filtered(path.formatted("42"), "application/json", 200))
        .doesNotContain("defaultValue");
  }

  @Test
  void putsTheWayToTheCaseAboveTheFormOfATaskOnly() throws Exception {
    texts.addMessage("casepage.tasklist.link", Locale.FRENCH, "Dossier {0} · [Page]({1})");
    when(duties.ofTask("42"))
        .thenReturn(
            Optional.of(PageTestSupport.duty("userTask_checkRequest", "open", "rc-office")));

    JsonNode form =
        new ObjectMapper()
            .readTree(
                filtered(
                    "/camunda/api/engine/engine/default/task/42/deployed-form",
                    "application/json",
                    200));

    assertThat(form.path("components").get(0).path("text").asText())
        .isEqualTo("Dossier SPF-XTR-2027-001 · [Page](/cases/c1)");
    assertThat(
            filtered(
                "/camunda/api/engine/engine/default/process-definition/p/deployed-start-form",
                "application/json",
                200))
        .doesNotContain("/cases/");
  }

  @Test
  void leavesOtherAnswersAlone() throws Exception {
    assertThat(filtered("/camunda/api/engine/engine/default/task/42", "application/json", 200))
        .isEqualTo(FORM);
    assertThat(
            filtered("/camunda/api/engine/engine/default/task/42/deployed-form", "text/html", 200))
        .isEqualTo(FORM);
    assertThat(
            filtered(
                "/camunda/api/engine/engine/default/task/42/deployed-form",
                "application/json",
                403))
        .isEqualTo(FORM);
  }

  private String filtered(String path, String type, int status) throws Exception {
    MockHttpServletResponse response = new MockHttpServletResponse();
    FilterChain engine =
        (request, answer) -> {
          answer.setContentType(type);
          ((jakarta.servlet.http.HttpServletResponse) answer).setStatus(status);
          answer.getOutputStream().write(FORM.getBytes(StandardCharsets.UTF_8));
        };
    new FormLanguageFilter(
            json,
            () -> new TaskCaseLink(duties, texts),
            new FixedLocaleResolver(Locale.FRENCH),
            task ->
                "43".equals(task)
                    ? Optional.of(
                        new EarlierEntries.Returned("=Not *so* {{x}}", Map.of("outcome", "ACCEPT")))
                    : Optional.empty(),
            locale -> List.of(new Option("XAR", "Arbèle")))
        .doFilter(new MockHttpServletRequest("GET", path), response, engine);
    return response.getContentAsString(StandardCharsets.UTF_8);
  }

  private void text(String key, String french) {
    texts.addMessage("form.check-request." + key, Locale.FRENCH, french);
  }
}
