package org.socle.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.socle.country.Countries;
import org.socle.country.CountryProfile;
import org.springframework.context.support.StaticMessageSource;

class UsualEntriesTests {

  private final DutyList duties = mock(DutyList.class);
  private final Countries countries = mock(Countries.class);
  private final UsualEntries usual = new UsualEntries(duties, countries);

  private void task(String element) {
    when(duties.ofTask("t1"))
        .thenReturn(Optional.of(PageTestSupport.duty(element, "open", "secretariat")));
    CountryProfile profile = mock(CountryProfile.class);
    when(profile.quorumProfile()).thenReturn("CONSULTATIVE");
    when(countries.of("XTR")).thenReturn(profile);
  }

  @Test
  void proposesTheCountrysQuorumForTheTermsOfReference() throws Exception {
    task("userTask_draftTermsOfReference");
    byte[] form =
        new FormJson(new FormTexts(new StaticMessageSource()))
            .localise(
                Files.readAllBytes(
                    Path.of("processes/working-group/draft-terms-of-reference.form")),
                Locale.ENGLISH,
                null,
                usual.ofTask("t1"));
    JsonNode drawn = new ObjectMapper().readTree(form);
    assertThat(drawn.toString()).doesNotContain("Text_sentBack");
    assertThat(drawn.path("components"))
        .filteredOn(field -> "quorumProfile".equals(field.path("key").asText()))
        .singleElement()
        .satisfies(
            field -> assertThat(field.path("defaultValue").asText()).isEqualTo("CONSULTATIVE"));
  }

  @Test
  void proposesNothingElsewhere() {
    task("userTask_checkRequest");
    assertThat(usual.ofTask("t1")).isEmpty();
    when(duties.ofTask("t1")).thenReturn(Optional.empty());
    assertThat(usual.ofTask("t1")).isEmpty();
  }
}
