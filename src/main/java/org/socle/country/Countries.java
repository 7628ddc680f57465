package org.socle.country;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DayOfWeek;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The countries of this installation.
 *
 * <p>Profiles are kept once read: they do not change while the program runs, and every duty, page
 * and term asks for one.
 */
@Component
public class Countries {

  private static final String PROFILE =
      """
      select c.*, coalesce((select string_agg(a.agency, ',' order by a.agency)
        from country_agency a where a.country = c.iso3), '') as agencies
      from country c """;

  private final JdbcClient jdbc;
  private final Map<String, CountryProfile> known = new ConcurrentHashMap<>();

  Countries(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** The profile of a country; an {@link IllegalArgumentException} when it is not set up. */
  public CountryProfile of(String iso3) {
    return Optional.ofNullable(known.get(iso3))
        .or(() -> find(iso3))
        .orElseThrow(() -> new IllegalArgumentException("No country " + iso3 + " is set up"));
  }

  /** The profile of a country, if it is set up. */
  public Optional<CountryProfile> find(String iso3) {
    Optional<CountryProfile> found =
        jdbc.sql(PROFILE + " where c.iso3 = ?").param(iso3).query(Countries::profile).optional();
    found.ifPresent(profile -> known.put(iso3, profile));
    return found;
  }

  /** All profiles in order of their English names. */
  public List<CountryProfile> all() {
    return jdbc.sql(PROFILE + " order by c.name_en").query(Countries::profile).list();
  }

  private static CountryProfile profile(ResultSet row, int number) throws SQLException {
    return new CountryProfile(
        row.getString("iso3"),
        Map.of(
            "en",
            row.getString("name_en"),
            "fr",
            row.getString("name_fr"),
            "es",
            row.getString("name_es")),
        ZoneId.of(row.getString("zone")),
        workWeek(row.getString("work_week")),
        row.getString("holidays"),
        row.getString("working_language"),
        row.getString("quorum_profile"),
        words(row.getString("agencies")),
        row.getBoolean("training"));
  }

  private static Set<DayOfWeek> workWeek(String days) {
    return words(days).stream().map(DayOfWeek::valueOf).collect(Collectors.toUnmodifiableSet());
  }

  private static List<String> words(String text) {
    return Arrays.stream(text.split(","))
        .map(String::strip)
        .filter(word -> !word.isEmpty())
        .toList();
  }
}
