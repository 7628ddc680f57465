package org.socle.setup;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.socle.country.CountryTerm;
import org.socle.country.UnAgencies;
import org.socle.stakeholder.Category;

class CountryFileDocumentationTests {

  private static final Path PAGE = Path.of("src/docs/country-file.md");
  private static final Pattern ROW =
      Pattern.compile("^\\| `([a-z_-]+)`( \\*)? \\|", Pattern.MULTILINE);

  @Test
  void listsEveryKeyAndWhetherItIsRequired() throws IOException {
    assertThat(keys("## Keys", false)).isEqualTo(CountryFileReader.KEYS);
    assertThat(keys("## Keys", true)).isEqualTo(CountryFileReader.REQUIRED);
    assertThat(keys("### `name`", true)).isEqualTo(CountryFile.LANGUAGES);
    assertThat(keys("### One of `institutions`", false)).isEqualTo(CountryFileReader.INSTITUTION);
    assertThat(keys("### `rules`", false)).isEqualTo(CountryFileReader.RULES);
  }

  @Test
  void listsEveryTermWithWhatIsUsual() throws IOException {
    assertThat(keys("### `terms`", false))
        .isEqualTo(Arrays.stream(CountryTerm.values()).map(CountryTerm::code).toList());
    String page = Files.readString(PAGE);
    for (CountryTerm term : CountryTerm.values()) {
      assertThat(page)
          .containsPattern("\\| `" + term.code() + "` \\| [^|]+ \\| " + term.standard() + " \\|");
    }
  }

  @Test
  void namesEveryCode() throws IOException {
    String page = Files.readString(PAGE);
    assertThat(UnAgencies.CODES).allSatisfy(code -> assertThat(page).contains("`" + code + "`"));
    assertThat(Category.values())
        .allSatisfy(code -> assertThat(page).contains("`" + code.name() + "`"));
    assertThat(CountryFileReaderTests.QUORUMS)
        .allSatisfy(code -> assertThat(page).contains("`" + code + "`"));
  }

  @Test
  void agenciesAreThoseThatHaveAName() throws IOException {
    String names = Files.readString(Path.of("src/main/resources/messages/formation.properties"));
    List<String> named = new ArrayList<>();
    Matcher name = Pattern.compile("^agency\\.([A-Z-]+)=", Pattern.MULTILINE).matcher(names);
    while (name.find()) {
      named.add(name.group(1));
    }
    // The office coordinates the agencies; it is none.
    named.remove("RC-OFFICE");
    assertThat(UnAgencies.CODES).containsExactlyInAnyOrderElementsOf(named);
  }

  private static List<String> keys(String heading, boolean required) throws IOException {
    String page = Files.readString(PAGE);
    String section = page.substring(page.indexOf(heading + "\n") + heading.length());
    int end = section.indexOf("\n#");
    Matcher row = ROW.matcher(end < 0 ? section : section.substring(0, end));
    List<String> keys = new ArrayList<>();
    while (row.find()) {
      if (!required || row.group(2) != null) {
        keys.add(row.group(1));
      }
    }
    return keys;
  }
}
