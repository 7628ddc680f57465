package org.socle.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.identity.Tenant;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.Test;
import org.socle.country.Countries;
import org.socle.setup.CountryFile;
import org.socle.setup.CountrySetUp;
import org.socle.setup.RefusedCountryException;
import org.socle.stakeholder.Institutions;
import org.socle.stakeholder.UsualInstitutions;
import org.socle.tracking.Actor;
import org.socle.tracking.Duties.Duty;
import org.socle.tracking.InvalidFormException;
import org.springframework.beans.factory.annotation.Autowired;

/** Countries are set up and changed while cases run. */
class CountryWhileRunningTests extends ProcessTestSupport {

  private static final Actor FOCAL_POINT =
      new Actor(
          "acc-test",
          Set.of("role-coordinator", "rc-office", "government-focal-point"),
          Set.of("XAR", "XBR", COUNTRY));

  @Autowired private CountrySetUp setUp;
  @Autowired private Countries countries;
  @Autowired private UsualInstitutions usual;
  @Autowired private Institutions institutions;
  @Autowired private IdentityService identity;
  @Autowired private TaskService tasks;

  private CountryFile arbela(String iso3) throws IOException {
    try (var in = getClass().getResourceAsStream("/demo/country-training.yaml")) {
      CountryFile file = setUp.read(in.readAllBytes());
      return new CountryFile(
          iso3,
          file.names(),
          file.zone(),
          file.languages(),
          file.workingLanguage(),
          file.workWeek(),
          file.holidays(),
          file.ownDays(),
          file.institutions(),
          file.agencies(),
          file.quorum(),
          file.terms());
    }
  }

  private void request(String country) {
    Map<String, Object> values = new HashMap<>();
    values.put("country", country);
    values.put("title", "A floor for all");
    values.put("requestingInstitution", "Ministry of Labour");
    values.put("governmentOrigin", true);
    values.put("signatoryFunction", "Minister");
    values.put("authorityLevel", "MINISTER");
    values.put("guaranteeG4", true);
    values.put("subject", "PENSION");
    caseId = flow.submitRequest(values, FOCAL_POINT);
  }

  private Task task(String element) {
    return tasks
        .createTaskQuery()
        .processInstanceBusinessKey(caseId)
        .taskDefinitionKey(element)
        .singleResult();
  }

  private JsonNode recorded(String action, String iso3) throws IOException {
    return new ObjectMapper()
        .readTree(
            jdbc.sql(
                    "select content from evidence where action = ? and subject = ? order by id desc limit 1")
                .params(action, iso3)
                .query(String.class)
                .single());
  }

  @Test
  void aCountryThatIsSetUpHasCasesNamesAndTermsOfItsOwnAtOnce() throws IOException {
    setUp.store(arbela("XAR"), 0, "acc-admin");

    assertThat(identity.createTenantQuery().list()).extracting(Tenant::getId).contains("XAR");
    assertThat(recorded("country.set-up", "XAR").path("workWeek")).hasSize(5);
    request("XAR");
    Task check = task("userTask_checkRequest");
    assertThat(check.getName()).isEqualTo("Examiner la demande");
    assertThat(check.getTenantId()).isEqualTo("XAR");
    // Sunday to Thursday from Monday 2 March: 3 4 5, 8 to 12, 15, 16
    assertThat(openDuties("userTask_checkRequest"))
        .singleElement()
        .extracting(Duty::dueDate)
        .hasToString("2026-03-16");
    inTransaction(() -> institutions.startFromDefaults(caseId, "XAR"));
    assertThat(institutions.list(caseId)).hasSize(4);
  }

  @Test
  void aChangeIsForWhatIsAskedFromNowOn() throws IOException {
    CountryFile before = arbela("XBR");
    setUp.store(before, 0, "acc-admin");
    request("XBR");
    Task open = task("userTask_checkRequest");
    Map<String, String> terms = Map.of("check-request", "2wd");
    CountryFile wanted =
        before
            .withBasics(before.names(), before.zone(), before.languages(), "es")
            .withWeek(List.of("monday", "tuesday"))
            .withAgencies(List.of("UNICEF"))
            .withTerms(terms);
    CountrySetUp.Preview preview = setUp.preview(wanted);
    assertThat(preview.running()).isEqualTo(1);
    assertThat(preview.changed())
        .extracting(field -> field.code())
        .containsExactly("working-language", "work-week", "agencies", "terms");
    setUp.store(wanted, preview.version(), "acc-admin");

    assertThat(task("userTask_checkRequest").getName()).isEqualTo(open.getName());
    assertThat(openDuties("userTask_checkRequest"))
        .extracting(Duty::dueDate)
        .hasToString("[2026-03-16]");
    request("XBR");
    assertThat(task("userTask_checkRequest").getName()).isEqualTo("Examinar la solicitud");
    assertThat(openDuties("userTask_checkRequest"))
        .extracting(Duty::dueDate)
        .hasToString("[2026-03-09]");
    JsonNode changed = recorded("country.changed", "XBR");
    assertThat(changed.at("/before/workingLanguage").asText()).isEqualTo("fr");
    assertThat(changed.at("/after/workingLanguage").asText()).isEqualTo("es");
    assertThat(changed.at("/after/terms/check-request").asText()).isEqualTo("2wd");
    assertThat(changed.at("/before").has("names")).isFalse();
    assertThat(changed.path("running").asInt()).isEqualTo(1);
  }

  @Test
  void evidenceHoldsCodesAndNoTextThatSomebodyTyped() throws IOException {
    CountryFile file = arbela("XCR");
    setUp.store(file, 0, "acc-admin");
    CountryFile renamed =
        file.withHolidays("", List.of(new CountryFile.Day("--01-02", "Day of Zyxwvut")))
            .withInstitutions(
                List.of(
                    new org.socle.stakeholder.UsualInstitution(
                        "CPA", "Office of Zyxwvut", "EMP", true)));
    setUp.store(renamed, null, "acc-admin");
    assertThat(recorded("country.changed", "XCR").toString())
        .doesNotContain("Zyxwvut")
        .contains("--01-02", "GOV_SSI", "CPA");
    assertThat(
            jdbc.sql("select count(*) from evidence where subject = 'XCR'")
                .query(Integer.class)
                .single())
        .isEqualTo(2);
    setUp.store(renamed, null, "acc-admin");
    assertThat(
            jdbc.sql("select count(*) from evidence where subject = 'XCR'")
                .query(Integer.class)
                .single())
        .as("nothing changed, nothing recorded")
        .isEqualTo(2);
  }

  @Test
  void refusesAChangeOfWhatSomebodyElseHasChangedSince() throws IOException {
    CountryFile file = arbela("XDR");
    setUp.store(file, 0, "acc-admin");
    assertThatThrownBy(() -> setUp.store(file.withAgencies(List.of()), 0, "acc-admin"))
        .isInstanceOf(InvalidFormException.class)
        .hasMessageContaining("changed-since");
    setUp.store(file.withAgencies(List.of("IMF")), 1, "acc-admin");
    assertThatThrownBy(() -> setUp.store(file, 1, "acc-admin"))
        .isInstanceOf(InvalidFormException.class);
    assertThat(countries.of("XDR").residentAgencies()).containsExactly("IMF");
    assertThat(countries.of("XDR").version()).isEqualTo(2);
  }

  @Test
  void storesNothingOfWhatIsRefused() throws IOException {
    CountryFile file = arbela("XER");
    assertThatThrownBy(() -> setUp.store(file.withQuorum("HALF"), 0, "acc-admin"))
        .isInstanceOf(InvalidFormException.class);
    assertThatThrownBy(() -> setUp.read("country: XER".getBytes()))
        .isInstanceOf(RefusedCountryException.class);
    assertThat(countries.find("XER")).isEmpty();
    assertThat(setUp.quorums())
        .containsExactly("GROUPS_PRESENT", "FR_RECONVENE", "GHANA_STYLE", "CONSULTATIVE");
  }

  @Test
  void usualContactsStayWithTheInstitutionsThatStay() throws IOException {
    setUp.store(arbela("XFR"), 0, "acc-admin");
    inTransaction(() -> institutions.assignUsualContact("XFR", "UTA", "acc-union"));
    CountryFile file = setUp.of("XFR").orElseThrow().file();
    setUp.store(
        file.withInstitutions(
            file.institutions().stream().filter(one -> !one.acronym().equals("CNSS")).toList()),
        null,
        "acc-admin");
    assertThat(usual.of("XFR")).hasSize(3);
    assertThat(
            jdbc.sql(
                    "select account_id from country_institution where country = 'XFR' and acronym = 'UTA'")
                .query(String.class)
                .single())
        .isEqualTo("acc-union");
  }

  @Test
  void whatAnotherNodeChangesCountsAfterHalfAMinute() throws IOException {
    setUp.store(arbela("XGR"), 0, "acc-admin");
    assertThat(countries.of("XGR").workingLanguage()).isEqualTo("fr");
    jdbc.sql("update country set working_language = 'es' where iso3 = 'XGR'").update();
    advance(Duration.ofSeconds(30));
    assertThat(countries.of("XGR").workingLanguage()).isEqualTo("es");
  }

  @Test
  void theFileOfACountrySetsItUpAgain() throws IOException {
    setUp.store(arbela("XHR"), 0, "acc-admin");
    String written = setUp.print("XHR").orElseThrow();
    assertThat(setUp.preview(setUp.read(written.getBytes("UTF-8"))).changed()).isEmpty();
    assertThat(setUp.print("XZZ")).isEmpty();
  }
}
