package org.socle.country;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DayOfWeek;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Profiles as they stand in the tables. */
@Repository
class CountryTable {

  private static final String PROFILE =
      """
      select c.*,
        array(select a.agency from country_agency a where a.country = c.iso3 order by a.agency) as agencies,
        array(select d.day || ' ' || d.name from country_own_day d where d.country = c.iso3 order by d.day) as own_days,
        array(select t.name || ' ' || t.term from country_term t where t.country = c.iso3 order by t.name) as terms
      from country c """;

  private final JdbcClient jdbc;

  CountryTable(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  Optional<CountryProfile> find(String iso3) {
    return jdbc.sql(PROFILE + " where c.iso3 = ?")
        .param(iso3)
        .query(CountryTable::profile)
        .optional();
  }

  /** All profiles in order of their English names. */
  List<CountryProfile> all() {
    return jdbc.sql(PROFILE + " order by c.name_en, c.iso3").query(CountryTable::profile).list();
  }

  /** Stores a new country; false when it is there already. */
  @Transactional(propagation = Propagation.MANDATORY)
  boolean insert(CountryProfile profile) {
    boolean stored =
        jdbc.sql(
                    """
                    insert into country (name_en, name_fr, name_es, zone, languages, working_language, work_week, holidays,
                      quorum_profile, training, iso3)
                    values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict do nothing
                    """)
                .params(columns(profile))
                .update()
            == 1;
    if (stored) {
      fill(profile);
    }
    return stored;
  }

  /** Stores what a country has become; false when it is not the version that was read. */
  @Transactional(propagation = Propagation.MANDATORY)
  boolean update(CountryProfile profile) {
    List<Object> values = new ArrayList<>(columns(profile));
    values.add(profile.version());
    boolean stored =
        jdbc.sql(
                    """
                    update country set name_en = ?, name_fr = ?, name_es = ?, zone = ?, languages = ?, working_language = ?,
                      work_week = ?, holidays = ?, quorum_profile = ?, training = ?, version = version + 1
                    where iso3 = ? and version = ?
                    """)
                .params(values)
                .update()
            == 1;
    if (stored) {
      for (String table : List.of("country_agency", "country_own_day", "country_term")) {
        jdbc.sql("delete from " + table + " where country = ?").param(profile.iso3()).update();
      }
      fill(profile);
    }
    return stored;
  }

  private static List<Object> columns(CountryProfile profile) {
    return List.of(
        profile.names().getOrDefault("en", profile.iso3()),
        profile.names().getOrDefault("fr", profile.iso3()),
        profile.names().getOrDefault("es", profile.iso3()),
        profile.zone().getId(),
        String.join(",", profile.languages()),
        profile.workingLanguage(),
        profile.workWeek().stream().sorted().map(DayOfWeek::name).collect(Collectors.joining(",")),
        profile.holidays(),
        profile.quorumProfile(),
        profile.training(),
        profile.iso3());
  }

  private void fill(CountryProfile profile) {
    for (String agency : profile.residentAgencies()) {
      jdbc.sql("insert into country_agency (country, agency) values (?, ?)")
          .params(profile.iso3(), agency)
          .update();
    }
    for (OwnDay own : profile.ownDays()) {
      jdbc.sql("insert into country_own_day (country, day, name) values (?, ?, ?)")
          .params(profile.iso3(), own.text(), own.name())
          .update();
    }
    profile
        .terms()
        .forEach(
            (term, span) ->
                jdbc.sql("insert into country_term (country, name, term) values (?, ?, ?)")
                    .params(profile.iso3(), term.code(), span.toString())
                    .update());
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
        words(row.getString("languages")),
        row.getString("working_language"),
        workWeek(row.getString("work_week")),
        row.getString("holidays"),
        list(row, "own_days").stream().map(CountryTable::ownDay).toList(),
        row.getString("quorum_profile"),
        list(row, "agencies"),
        terms(list(row, "terms")),
        row.getInt("version"));
  }

  private static Set<DayOfWeek> workWeek(String days) {
    Set<DayOfWeek> week = EnumSet.noneOf(DayOfWeek.class);
    words(days).forEach(day -> week.add(DayOfWeek.valueOf(day)));
    return Collections.unmodifiableSet(week);
  }

  private static OwnDay ownDay(String text) {
    int space = text.indexOf(' ');
    return OwnDay.parse(text.substring(0, space), text.substring(space + 1));
  }

  // A term that a later release no longer knows is left aside.
  private static Map<CountryTerm, Term> terms(List<String> rows) {
    Map<CountryTerm, Term> terms = new EnumMap<>(CountryTerm.class);
    for (String row : rows) {
      int space = row.indexOf(' ');
      CountryTerm.ofCode(row.substring(0, space))
          .ifPresent(term -> terms.put(term, Term.parse(row.substring(space + 1))));
    }
    return Collections.unmodifiableMap(terms);
  }

  private static List<String> list(ResultSet row, String column) throws SQLException {
    return List.of((String[]) row.getArray(column).getArray());
  }

  private static List<String> words(String text) {
    return Arrays.stream(text.split(","))
        .map(String::strip)
        .filter(word -> !word.isEmpty())
        .toList();
  }
}
