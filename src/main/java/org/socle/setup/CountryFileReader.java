package org.socle.setup;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.socle.country.CountryTerm;
import org.socle.document.PlainYaml;
import org.socle.document.UnreadableYamlException;
import org.socle.setup.RefusedCountryException.Problem;
import org.socle.stakeholder.UsualInstitution;
import org.socle.tracking.InvalidFormException.FieldError;

/**
 * Reads a country file strictly: every wrong key, value and name is a problem with its line, and
 * all are named.
 */
final class CountryFileReader {

  private static final int DEEPEST = 4;

  static final List<String> KEYS =
      List.of(
          "country",
          "name",
          "time_zone",
          "languages",
          "working_language",
          "working_week",
          "holidays",
          "own_days",
          "institutions",
          "agencies",
          "rules",
          "terms");
  static final List<String> REQUIRED = List.of("country", "name", "time_zone", "working_language");
  static final List<String> INSTITUTION = List.of("acronym", "name", "category", "mandatory");
  static final List<String> RULES = List.of("quorum");

  private final FileBlock.Notes notes = new FileBlock.Notes(new HashMap<>(), new ArrayList<>());

  private CountryFileReader() {}

  /**
   * Reads and checks a file.
   *
   * @param quorums profiles that the table of quorums knows
   * @throws RefusedCountryException with every problem found
   */
  static CountryFile read(byte[] content, Collection<String> quorums) {
    try {
      return new CountryFileReader().file(content, quorums);
    } catch (UnreadableYamlException e) {
      String key = "countries.file." + e.reason().name().toLowerCase(Locale.ROOT).replace('_', '-');
      Object limit = e.detail().isEmpty() ? CountrySetUp.LARGEST_FILE / 1024 : e.detail();
      throw new RefusedCountryException(
          List.of(new Problem(e.line(), new FieldError("", key, List.of(limit)))));
    }
  }

  private CountryFile file(byte[] content, Collection<String> quorums) {
    FileBlock root =
        new FileBlock(
            "",
            PlainYaml.compose(content, CountrySetUp.LARGEST_FILE, DEEPEST),
            KEYS,
            REQUIRED,
            notes);
    CountryFile file =
        new CountryFile(
            root.text("country", ""),
            names(root.block("name", CountryFile.LANGUAGES, CountryFile.LANGUAGES)),
            root.text("time_zone", ""),
            root.texts("languages", List.of()),
            root.text("working_language", ""),
            root.texts("working_week", CountryFile.USUAL_WEEK),
            root.text("holidays", ""),
            ownDays(root.block("own_days", List.of(), List.of())),
            root
                .blocks("institutions", INSTITUTION, List.of("acronym", "name", "category"))
                .stream()
                .map(CountryFileReader::institution)
                .toList(),
            root.texts("agencies", List.of()),
            quorum(root.block("rules", RULES, List.of())),
            terms(root.block("terms", codes(), List.of())));
    for (FieldError error : CountryCheck.errors(file, quorums)) {
      if (!told(error.field())) {
        notes.problems().add(new Problem(line(error.field()), error));
      }
    }
    if (!notes.problems().isEmpty()) {
      throw new RefusedCountryException(notes.problems());
    }
    return file.sorted();
  }

  // What is missing or of the wrong kind has been told already.
  private boolean told(String field) {
    String asked = "quorum".equals(field) ? "rules.quorum" : field;
    return notes.problems().stream().anyMatch(problem -> problem.error().field().equals(asked));
  }

  private int line(String field) {
    String at = "quorum".equals(field) ? "rules.quorum" : field;
    while (!notes.lines().containsKey(at) && at.contains(".")) {
      at = at.substring(0, at.lastIndexOf('.'));
    }
    return notes.lines().getOrDefault(at, 1);
  }

  private static Map<String, String> names(@Nullable FileBlock block) {
    Map<String, String> names = new LinkedHashMap<>();
    if (block != null) {
      CountryFile.LANGUAGES.forEach(language -> names.put(language, block.text(language, "")));
    }
    return names;
  }

  private List<CountryFile.Day> ownDays(@Nullable FileBlock block) {
    List<CountryFile.Day> days = new ArrayList<>();
    if (block != null) {
      for (String day : block.keys()) {
        int line = notes.lines().getOrDefault("own_days." + day, 1);
        notes.lines().put("own_days." + days.size(), line);
        days.add(new CountryFile.Day(day, block.text(day, "")));
      }
    }
    return days;
  }

  private static UsualInstitution institution(FileBlock at) {
    return new UsualInstitution(
        at.text("acronym", ""), at.text("name", ""), at.text("category", ""), at.flag("mandatory"));
  }

  private static String quorum(@Nullable FileBlock rules) {
    return rules == null
        ? CountryFile.USUAL_QUORUM
        : rules.text("quorum", CountryFile.USUAL_QUORUM);
  }

  private static Map<String, String> terms(@Nullable FileBlock block) {
    Map<String, String> terms = new LinkedHashMap<>();
    if (block != null) {
      block.keys().forEach(key -> terms.put(key, block.text(key, "")));
    }
    return terms;
  }

  private static List<String> codes() {
    return Arrays.stream(CountryTerm.values()).map(CountryTerm::code).toList();
  }
}
