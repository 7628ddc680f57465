package org.socle.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.socle.country.Countries;
import org.socle.country.CountryTerm;
import org.socle.security.Role;
import org.socle.setup.CountrySetUp;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

class CountryPagesTests extends PageCase {

  private static final List<String> PARTS =
      List.of("basics", "week", "holidays", "institutions", "agencies", "rules", "terms");

  @Autowired private CountrySetUp setUp;
  @Autowired private Countries countries;
  private MockHttpSession admin;
  private MockHttpSession coordinator;

  @BeforeEach
  void people() throws Exception {
    account("countries-admin", Role.ADMINISTRATOR);
    account("countries-coordinator", Role.COORDINATOR);
    account("countries-stakeholder", Role.STAKEHOLDER);
    admin = signIn("countries-admin");
    coordinator = signIn("countries-coordinator");
  }

  private static String training(String iso3) throws Exception {
    return Files.readString(Path.of("src/main/resources/demo/country-training.yaml"))
        .replace("XAR", iso3);
  }

  private void given(String iso3) throws Exception {
    setUp.store(setUp.read(training(iso3).getBytes(StandardCharsets.UTF_8)), 0, "acc-admin");
  }

  private ResultActions send(MockHttpSession who, MockHttpServletRequestBuilder request)
      throws Exception {
    return web.perform(request.session(who).with(csrf()));
  }

  private int recorded(String iso3) {
    return jdbc.sql("select count(*) from evidence where subject = ?")
        .param(iso3)
        .query(Integer.class)
        .single();
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "fr", "es"})
  void saysEverythingInWords(String language) throws Exception {
    if (countries.find("XPA").isEmpty()) {
      given("XPA");
    }
    for (String path :
        List.of(
            "/countries",
            "/countries/XPA",
            "/countries/PHL",
            "/countries/new",
            "/countries/file",
            "/countries/file?country=XPA")) {
      String page = page(admin, path + (path.contains("?") ? "&" : "?") + "lang=" + language);
      assertThat(page).as(path).doesNotContain("??");
      if (!path.contains("file")) {
        assertThat(page).as(path).doesNotContain(">GOV_CORE", ">GROUPS_PRESENT", ">ILO<");
      }
    }
    for (String part : PARTS) {
      assertThat(page(admin, "/countries/XPA/" + part + "?lang=" + language)).doesNotContain("??");
    }
    page(admin, "/countries?lang=en");
  }

  @Test
  void showsTheHolidaysOfThisYearAndTheNextAsTheyCount() throws Exception {
    given("XPB");
    assertThat(page(admin, "/countries/XPB?lang=en"))
        .contains("2026: 1 holiday", "2027: 2 holidays")
        .contains("Saturday, 9 May 2026: Constitution Day", "Monday, 1 March 2027: Census Day");
    assertThat(page(admin, "/countries/PHL?lang=fr"))
        .containsPattern("vendredi 12 juin 2026\\h?: Fête de l’Indépendance")
        .containsPattern("vendredi 3 avril 2026\\h?: Vendredi saint")
        .doesNotContain("undefined");
    page(admin, "/countries?lang=en");
  }

  @Test
  void administratorsSeeAllCoordinatorsTheirOwnOthersNone() throws Exception {
    assertThat(page(admin, "/countries"))
        .contains("/countries/PHL", "/countries/XTR", "/countries/new");
    assertThat(page(coordinator, "/countries"))
        .contains("href=\"/countries/XTR\"")
        .doesNotContain("/countries/PHL", "/countries/new");
    String own = page(coordinator, "/countries/XTR");
    assertThat(own).contains("/countries/XTR/holidays", "/countries/XTR/agencies");
    for (String part : List.of("basics", "week", "institutions", "rules", "terms")) {
      assertThat(own).doesNotContain("/countries/XTR/" + part);
      send(coordinator, get("/countries/XTR/" + part)).andExpect(status().isForbidden());
      send(coordinator, post("/countries/XTR/" + part).param("_step", "send"))
          .andExpect(status().isForbidden());
    }
    for (String path :
        List.of(
            "/countries/PHL",
            "/countries/PHL/holidays",
            "/countries/new",
            "/countries/file",
            "/countries/file?country=XTR")) {
      send(coordinator, get(path)).andExpect(status().isForbidden());
    }
    MockHttpSession stakeholder = signIn("countries-stakeholder");
    for (String path :
        List.of("/countries", "/countries/XTR", "/countries/XTR/agencies", "/countries/file")) {
      send(stakeholder, get(path)).andExpect(status().isForbidden());
    }
    send(admin, get("/countries/XZZ")).andExpect(status().isNotFound());
    send(admin, get("/countries/XTR/nothing")).andExpect(status().isForbidden());
  }

  @Test
  void aCoordinatorChangesTheHolidaysOfTheOwnCountry() throws Exception {
    int version = countries.of(COUNTRY).version();
    String drawn = UUID.randomUUID().toString();
    MockHttpServletRequestBuilder typed =
        post("/countries/XTR/holidays")
            .param("_version", Integer.toString(version))
            .param("holidays", "")
            .param("own_days.1.day", "--07-17")
            .param("own_days.1.name", "<b>Flag</b> day");
    send(coordinator, typed)
        .andExpect(status().isOk())
        .andExpect(content().string(containsString("Every 17 July: &lt;b&gt;Flag&lt;/b&gt; day")))
        .andExpect(content().string(containsString("name=\"own_days.1.day\" value=\"--07-17\"")));
    assertThat(countries.of(COUNTRY).ownDays()).isEmpty();
    for (int again = 0; again < 2; again++) {
      send(coordinator, holidays(version, drawn)).andExpect(redirectedUrl("/countries/XTR?saved"));
    }
    assertThat(countries.of(COUNTRY).ownDays()).hasSize(1);
    assertThat(recorded(COUNTRY)).as("sent twice, done once").isEqualTo(1);
    send(coordinator, holidays(version, UUID.randomUUID().toString()))
        .andExpect(status().isBadRequest())
        .andExpect(content().string(containsString("Somebody else has changed the country")));
    send(coordinator, post("/countries/XTR/holidays").param("_step", "send"))
        .andExpect(status().isBadRequest());
  }

  private static MockHttpServletRequestBuilder holidays(int version, String drawn) {
    return post("/countries/XTR/holidays")
        .param("_step", "send")
        .param("_submission", drawn)
        .param("_version", Integer.toString(version))
        .param("own_days.1.day", "--07-17")
        .param("own_days.1.name", "Flag day");
  }

  @ParameterizedTest
  @CsvSource({
    "week, working_week.friday=true, Friday, work-week",
    "holidays, holidays=fr, France, holidays",
    "institutions, institutions.7.acronym=NEW&institutions.7.name=New&institutions.7.category=RES, Research, institutions",
    "agencies, agencies.UNICEF=true, UNICEF, agencies",
    "rules, quorum=CONSULTATIVE, the attendance is published, quorum-profile",
    "terms, terms.decision=7wd, 7 working days, terms",
    "basics, name.en=A&name.fr=B&name.es=C&time_zone=UTC&languages=en fr&working_language=en, UTC, names"
  })
  void changesEachPartAfterItsDifferencesWereSeen(
      String part, String typed, String shown, String field) throws Exception {
    String iso3 = "XQ" + part.substring(0, 1).toUpperCase();
    given(iso3);
    String path = "/countries/" + iso3 + "/" + part;
    send(admin, filled(post(path), typed).param("_step", "check"))
        .andExpect(status().isOk())
        .andExpect(content().string(containsString(shown)))
        .andExpect(content().string(containsString("Nothing has been stored yet")));
    assertThat(countries.of(iso3).version()).isEqualTo(1);
    send(admin, filled(post(path), typed).param("_step", "change"))
        .andExpect(status().isOk())
        .andExpect(content().string(containsString("Check the change")));
    send(admin, filled(post(path), typed).param("_step", "send"))
        .andExpect(redirectedUrl("/countries/" + iso3 + "?saved"));
    assertThat(countries.of(iso3).version()).isEqualTo(2);
    assertThat(recorded(iso3)).isEqualTo(2);
    assertThat(page(admin, "/countries/" + iso3)).contains(shown);
  }

  private static MockHttpServletRequestBuilder filled(
      MockHttpServletRequestBuilder post, String typed) {
    for (String pair : typed.split("&")) {
      post.param(pair.split("=")[0], pair.split("=")[1]);
    }
    return post.param("_version", "1");
  }

  @ParameterizedTest
  @CsvSource({
    "week, working_week.none=true, field-working_week.monday",
    "holidays, own_days.2.day=--02-30&own_days.2.name=Day, field-own_days.2.day",
    "holidays, own_days.0.day=--02-03, field-own_days.0.name",
    "institutions, institutions.4.acronym=A&institutions.4.name=B&institutions.4.category=BOSS, field-institutions.4.category",
    "terms, terms.decision=soon, field-terms.decision",
    "basics, name.en=A&name.fr=B&name.es=C&time_zone=Moon&working_language=en, field-time_zone"
  })
  void refusesWhatIsWrongAtItsFieldAndKeepsWhatWasTyped(String part, String typed, String anchor)
      throws Exception {
    String last = typed.substring(typed.lastIndexOf('=') + 1);
    send(admin, filled(post("/countries/PHL/" + part), typed))
        .andExpect(status().isBadRequest())
        .andExpect(content().string(containsString("href=\"#" + anchor + "\"")))
        .andExpect(content().string(containsString("id=\"" + anchor + "\"")))
        .andExpect(content().string(containsString(last.length() > 4 ? "" : last)));
    assertThat(countries.of("PHL").version()).isEqualTo(1);
  }

  @Test
  void setsUpACountryByItsNameAndThenItsParts() throws Exception {
    MockHttpServletRequestBuilder typed =
        post("/countries/new")
            .param("country", "xna")
            .param("name.en", "Nara")
            .param("name.fr", "Nara")
            .param("name.es", "Nara")
            .param("time_zone", "UTC")
            .param("languages", "en, FR")
            .param("working_language", "fr")
            .param("_version", "0");
    send(admin, typed)
        .andExpect(status().isOk())
        .andExpect(content().string(containsString("Nara (XNA)")));
    send(admin, typed.param("_step", "send")).andExpect(redirectedUrl("/countries/XNA?saved"));
    assertThat(countries.of("XNA").term(CountryTerm.DECISION)).hasToString("60d");
    send(admin, typed)
        .andExpect(status().isBadRequest())
        .andExpect(content().string(containsString("href=\"#field-country\"")))
        .andExpect(content().string(containsString("XNA is set up already")));
    send(admin, post("/countries/new").param("country", "<b>"))
        .andExpect(status().isBadRequest())
        .andExpect(content().string(containsString("“&lt;B&gt;” is no country code")));
  }

  @Test
  void readsAPastedFileShowsTheDifferencesAndStoresIt() throws Exception {
    String text = training("XNB");
    String check =
        send(admin, post("/countries/file").param("text", text))
            .andExpect(status().isOk())
            .andReturn()
            .getResponse()
            .getContentAsString();
    assertThat(check)
        .contains(
            "Arbela (training) (XNB)",
            "Conseil du patronat d’Arbèle",
            "name=\"_version\" value=\"0\"");
    assertThat(countries.find("XNB")).isEmpty();
    send(admin, post("/countries/file").param("text", text).param("_step", "change"))
        .andExpect(content().string(containsString("Census Day")));
    send(
            admin,
            post("/countries/file")
                .param("text", text)
                .param("_step", "send")
                .param("_version", "0"))
        .andExpect(redirectedUrl("/countries/XNB?saved"));
    send(admin, post("/countries/file").param("text", text))
        .andExpect(redirectedUrl("/countries/XNB?same"));
    send(admin, post("/countries/file").param("text", text.replace("Africa/Cairo", "<i>")))
        .andExpect(status().isBadRequest())
        .andExpect(
            content().string(containsString("Line 7: time_zone: “&lt;i&gt;” is no time zone")))
        .andExpect(content().string(containsString("Census Day")));
    send(admin, post("/countries/file"))
        .andExpect(status().isBadRequest())
        .andExpect(content().string(containsString("Choose a file or paste its text.")));
  }

  private ResultActions upload(MockMultipartFile... files) throws Exception {
    var request = multipart("/countries/file");
    for (MockMultipartFile file : files) {
      request.file(file);
    }
    return web.perform(request.session(admin).with(csrf()));
  }

  private static MockMultipartFile file(String name, String text) {
    return new MockMultipartFile(
        "file", name, "application/x-yaml", text.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void takesAnUploadedFileAndRefusesWhatIsNone() throws Exception {
    upload(file("../../x\u202Elmay.yaml", training("XNC")))
        .andExpect(status().isOk())
        .andExpect(content().string(containsString("Arbela (training) (XNC)")));
    upload(file("../../<i>\u202Elmay.yaml", "<html>"))
        .andExpect(status().isBadRequest())
        .andExpect(content().string(containsString("ilmay.yaml is not what its ending says")))
        .andExpect(content().string(not(containsString("\u202E"))));
    upload(file("country.yaml", "MZ\u0090\0")).andExpect(status().isBadRequest());
    upload(file("country.yaml", "PK\u0003\u0004")).andExpect(status().isBadRequest());
    upload(file("country.html", training("XNC"))).andExpect(status().isBadRequest());
    upload(file("country.yaml", ""))
        .andExpect(status().isBadRequest())
        .andExpect(content().string(containsString("country.yaml is empty")));
    upload(file("country.yaml", "#".repeat(CountrySetUp.LARGEST_FILE + 1)))
        .andExpect(status().isBadRequest())
        .andExpect(content().string(containsString("country.yaml is larger than 256 KB")));
    upload(file("a.yaml", training("XNC")), file("b.yaml", training("XND")))
        .andExpect(status().isBadRequest())
        .andExpect(content().string(containsString("Send one file or paste one text")));
    upload(new MockMultipartFile("other", "a.yaml", "text/plain", new byte[] {'a'}))
        .andExpect(status().isBadRequest());
    assertThat(countries.find("XNC")).isEmpty();
  }
}
