package org.socle.stakeholder;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.socle.evidence.Published;
import org.socle.evidence.Rules;
import org.socle.stakeholder.CompositionFacts.Member;
import org.socle.stakeholder.NominationAnswer.Nominee;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Checks the working group's composition by decision table {@code check-composition} and keeps its
 * findings.
 */
@Service
public class Composition {

  private static final String TABLE = "check-composition";

  private final JdbcClient jdbc;
  private final Rules rules;
  private final Published published;
  private final LeadAgency leadAgency;
  private final Clock clock;

  Composition(
      JdbcClient jdbc, Rules rules, Published published, LeadAgency leadAgency, Clock clock) {
    this.jdbc = jdbc;
    this.rules = rules;
    this.published = published;
    this.leadAgency = leadAgency;
    this.clock = clock;
  }

  /** Stores what the rules find; returns whether no blocker stands in the way of the group. */
  @Transactional
  public boolean check(String caseId) {
    List<Member> members = members(caseId);
    CompositionFacts facts = CompositionFacts.of(members, leadAgency.named(caseId));
    return published.replayed(caseId)
        ? passPublished(caseId, facts.published(members))
        : judge(caseId, facts);
  }

  private boolean judge(String caseId, CompositionFacts facts) {
    boolean complete = true;
    for (Map<String, Object> finding : rules.decide(caseId, TABLE, facts.inputs())) {
      store(caseId, finding, "FAILED");
      complete &= !"BLOCKER".equals(finding.get("level"));
    }
    return complete;
  }

  private boolean passPublished(String caseId, CompositionFacts facts) {
    facts
        .unknown()
        .forEach(
            (rule, missing) -> {
              published.notPublished(caseId, TABLE, rule + ": " + missing);
              store(caseId, Map.of("rule", rule, "level", "BLOCKER"), "NOT_PUBLISHED");
            });
    for (Map<String, Object> finding : rules.decide(caseId, TABLE, facts.inputs())) {
      published.publishedOtherwise(
          caseId, TABLE, finding.get("rule") + ": " + finding.get("level"));
      store(caseId, finding, "PUBLISHED_OTHERWISE");
    }
    return true;
  }

  private void store(String caseId, Map<String, Object> finding, String result) {
    jdbc.sql(
            "insert into composition_finding (case_id, at, rule, level, result) values (?, ?, ?, ?, ?)")
        .params(
            caseId, OffsetDateTime.now(clock), finding.get("rule"), finding.get("level"), result)
        .update();
  }

  private List<Member> members(String caseId) {
    return jdbc.sql(
            """
            select i.category, i.mandatory, coalesce(s.state = 'SEATED', false) as seated,
              f.name as full_name, f.email as full_email, u.name as substitute_name, u.email as substitute_email
            from institution i
            left join seat s on s.institution_id = i.id and s.to_at is null
            left join lateral (select full_member_id, substitute_id from nomination n
              where n.seat_id = s.id and n.answer = 'NOMINATE' order by n.seq desc limit 1) n on true
            left join person f on f.id = n.full_member_id
            left join person u on u.id = n.substitute_id
            where i.case_id = ? order by i.acronym
            """)
        .param(caseId)
        .query((row, number) -> member(row))
        .list();
  }

  private static Member member(ResultSet row) throws SQLException {
    return new Member(
        Category.valueOf(row.getString("category")),
        row.getBoolean("mandatory"),
        row.getBoolean("seated"),
        nominee(row.getString("full_name"), row.getString("full_email")),
        nominee(row.getString("substitute_name"), row.getString("substitute_email")));
  }

  private static @Nullable Nominee nominee(@Nullable String name, @Nullable String email) {
    return name == null ? null : new Nominee(name, null, email);
  }
}
