package org.socle.portal;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.socle.evidence.EvidenceTrail.Entry;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Looks up what the ids in rows of evidence are called today. */
@Repository
class EvidenceNames {

  private record Name(String id, String name) {}

  private static final Pattern ACCOUNT = Pattern.compile("acc-[0-9a-f-]{36}");

  private final JdbcClient jdbc;

  EvidenceNames(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * Names of those who acted or with whom something was done, of the case's seats, institutions and
   * recommendations, and steps of its duties, by id.
   */
  Map<String, String> of(String caseId, List<Entry> rows) {
    Map<String, String> names = new HashMap<>();
    jdbc.sql(
            """
            select id, display_name as name from security_v_person where id = any(cast(:people as varchar[]))
            union all select id, element from tracking_v_duty where id = any(cast(:subjects as varchar[]))
            union all select id, code from dialogue_v_item where case_id = :caseId
            union all select id, acronym from stakeholder_v_seat where case_id = :caseId
            union all select id, acronym from stakeholder_v_institution where case_id = :caseId
            union all select id, code from assessment_v_recommendation where case_id = :caseId
            """)
        .param("people", people(rows))
        .param(
            "subjects",
            rows.stream().map(Entry::subject).filter(Objects::nonNull).toArray(String[]::new))
        .param("caseId", caseId)
        .query(Name.class)
        .list()
        .forEach(name -> names.put(name.id(), name.name()));
    return names;
  }

  private static String[] people(List<Entry> rows) {
    Stream<String> named =
        rows.stream()
            .flatMap(
                row ->
                    ACCOUNT
                        .matcher(row.subject() + " " + row.content())
                        .results()
                        .map(MatchResult::group));
    return Stream.concat(rows.stream().map(Entry::actor), named).distinct().toArray(String[]::new);
  }
}
