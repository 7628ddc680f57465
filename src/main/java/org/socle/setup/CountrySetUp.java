package org.socle.setup;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.socle.country.Countries;
import org.socle.country.CountryProfile;
import org.socle.evidence.DecisionTables;
import org.socle.evidence.Evidence;
import org.socle.nationalprocess.Cases;
import org.socle.stakeholder.UsualInstitutions;
import org.socle.tracking.InvalidFormException;
import org.socle.tracking.InvalidFormException.FieldError;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Sets up countries and changes them, with a record of what was and what became of it. */
@Service
public class CountrySetUp {

  /** Most bytes of a country file. */
  public static final int LARGEST_FILE = 256 * 1024;

  private static final String QUORUM_TABLE = "check-quorum";
  private static final String QUORUM_INPUT = "profile";

  private final Countries countries;
  private final UsualInstitutions institutions;
  private final DecisionTables tables;
  private final Cases cases;
  private final Evidence evidence;

  CountrySetUp(
      Countries countries,
      UsualInstitutions institutions,
      DecisionTables tables,
      Cases cases,
      Evidence evidence) {
    this.countries = countries;
    this.institutions = institutions;
    this.tables = tables;
    this.cases = cases;
    this.evidence = evidence;
  }

  /**
   * A country as it stands.
   *
   * @param version says to {@link #store} what was read
   */
  public record Current(CountryFile file, int version) {}

  /**
   * What storing a file changes.
   *
   * @param before what is set now, or null for a country that is new
   * @param version version of what is set now, 0 for none
   * @param changed parts that differ; all of them for a new country
   * @param running cases of the country that have not ended
   */
  public record Preview(
      @Nullable CountryFile before,
      CountryFile after,
      int version,
      List<CountryField> changed,
      int running) {

    /** Whether the country is not there yet. */
    public boolean fresh() {
      return before == null;
    }
  }

  /** What is set for a country now, if it is set up. */
  @Transactional(readOnly = true)
  public Optional<Current> of(String iso3) {
    return countries
        .fresh(iso3)
        .map(
            profile ->
                new Current(CountryFile.of(profile, institutions.of(iso3)), profile.version()));
  }

  /** Profiles that the current table of quorums knows. */
  public List<String> quorums() {
    return tables.inputValues(QUORUM_TABLE, QUORUM_INPUT);
  }

  /** Reads a file; a {@link RefusedCountryException} with every problem when it is wrong. */
  public CountryFile read(byte[] content) {
    return CountryFileReader.read(content, quorums());
  }

  /** The file that sets a country up again as it stands now. */
  public Optional<String> print(String iso3) {
    return of(iso3).map(current -> CountryFileWriter.write(current.file()));
  }

  /** Everything that is wrong with a file; rows are named by their place from 0. */
  public List<FieldError> errors(CountryFile file) {
    return CountryCheck.errors(file, quorums());
  }

  /**
   * What storing a file would change.
   *
   * @throws InvalidFormException with everything that is wrong with it
   */
  @Transactional(readOnly = true)
  public Preview preview(CountryFile wanted) {
    List<FieldError> errors = errors(wanted);
    if (!errors.isEmpty()) {
      throw new InvalidFormException(errors);
    }
    CountryFile after = wanted.sorted();
    return of(after.iso3())
        .map(
            now ->
                new Preview(
                    now.file(),
                    after,
                    now.version(),
                    CountryField.differing(now.file(), after),
                    cases.running(after.iso3())))
        .orElseGet(() -> new Preview(null, after, 0, List.of(CountryField.values()), 0));
  }

  /**
   * Stores a file that sets up or changes a country; where it changes nothing, nothing is recorded.
   *
   * @param version version of what was read before it was changed, 0 for a country that is new, or
   *     null to take what is there
   * @throws InvalidFormException with everything that is wrong with it, or when somebody else has
   *     changed the country since
   */
  @Transactional
  public Preview store(CountryFile wanted, @Nullable Integer version, String actor) {
    Preview change = preview(wanted);
    if (version != null && version != change.version()) {
      throw InvalidFormException.of("", "countries.error.changed-since");
    }
    if (change.changed().isEmpty()) {
      return change;
    }
    CountryProfile profile = change.after().profile(change.version());
    boolean stored = change.fresh() ? countries.setUp(profile) : countries.change(profile);
    if (!stored) {
      throw InvalidFormException.of("", "countries.error.changed-since");
    }
    if (change.changed().contains(CountryField.INSTITUTIONS)) {
      institutions.replace(profile.iso3(), change.after().institutions());
    }
    record(change, actor);
    return change;
  }

  private void record(Preview change, String actor) {
    CountryFile before = change.before();
    String iso3 = change.after().iso3();
    Map<String, Object> after = facts(change, change.after());
    if (before == null) {
      evidence.record(null, actor, "country.set-up", iso3, after);
    } else {
      evidence.record(
          null,
          actor,
          "country.changed",
          iso3,
          Map.of("before", facts(change, before), "after", after, "running", change.running()));
    }
  }

  private static Map<String, Object> facts(Preview change, CountryFile file) {
    Map<String, Object> facts = new LinkedHashMap<>();
    change.changed().forEach(field -> facts.put(field.fact(), field.recorded(file)));
    return facts;
  }
}
