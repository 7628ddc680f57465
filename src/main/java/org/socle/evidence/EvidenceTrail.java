package org.socle.evidence;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads evidence: newest first for people, in the order of its chain for whoever verifies it. */
@Component
public class EvidenceTrail {

  /** Chain of the rows that belong to no case. */
  public static final String OUTSIDE = "-";

  /**
   * One row.
   *
   * @param content canonical JSON, exactly as it was hashed
   * @param position place in the chain, from 1; null until the row is sealed
   * @param rowHash hash of everything that the row says; null until the row is sealed
   * @param link the chain's hash up to this row; null until the row is sealed
   */
  public record Entry(
      long id,
      @Nullable String caseId,
      Instant at,
      String actor,
      String action,
      @Nullable String subject,
      String content,
      String contentHash,
      @Nullable Long position,
      @Nullable String rowHash,
      @Nullable String link,
      @Nullable Instant sealedAt) {}

  /**
   * Some rows of a case, newest first.
   *
   * @param before what to ask for to get older rows, null when there are none
   */
  public record Page(List<Entry> rows, @Nullable Long before) {}

  /** What a chain has come to. */
  public record Head(String chain, long position, String link) {}

  /** The root over the heads of all chains that was taken on a day. */
  public record Root(LocalDate day, int chains, String merkle, String previous, String root) {}

  /** What stands {@code left} or {@code right} of the way from a head to the root. */
  public record Beside(String side, String hash) {}

  /** That a chain's head is under a daily root. */
  public record Proof(Root root, Head head, List<Beside> path) {}

  private static final String ROWS =
      """
      select e.id, e.case_id, e.at, e.actor, e.action, e.subject, e.content, e.content_hash,
        s.position, s.row_hash, s.link, s.sealed_at
      """;

  private final JdbcClient jdbc;

  EvidenceTrail(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * Rows of a case, newest first.
   *
   * @param before only rows with a lower id, or null for the newest
   * @param limit longest page, 1 or more
   */
  public Page newest(String caseId, @Nullable Long before, int limit) {
    List<Entry> rows =
        jdbc.sql(
                ROWS
                    + """
                    from evidence e left join evidence_seal s on s.evidence_id = e.id
                    where e.case_id = :caseId and e.id < :before order by e.id desc limit :limit
                    """)
            .param("caseId", caseId)
            .param("before", before == null ? Long.MAX_VALUE : before)
            .param("limit", limit + 1)
            .query(EvidenceRows.ENTRY)
            .list();
    return rows.size() <= limit
        ? new Page(rows, null)
        : new Page(rows.subList(0, limit), rows.get(limit - 1).id());
  }

  /** What a chain has come to; a chain has the id of its case or is {@link #OUTSIDE}. */
  public Head head(String chain) {
    return jdbc.sql(
            "select chain, length as position, head as link from evidence_chain where chain = :chain")
        .param("chain", chain)
        .query(Head.class)
        .optional()
        .orElse(new Head(chain, 0, Bytes.NOTHING));
  }

  /** Sealed rows in the order of their chain, after one position and up to another. */
  public List<Entry> sealed(String chain, long after, long upTo, int limit) {
    return jdbc.sql(
            ROWS
                + """
                from evidence_seal s join evidence e on e.id = s.evidence_id
                where s.chain = :chain and s.position > :after and s.position <= :upTo
                order by s.position limit :limit
                """)
        .param("chain", chain)
        .param("after", after)
        .param("upTo", upTo)
        .param("limit", limit)
        .query(EvidenceRows.ENTRY)
        .list();
  }

  /** The newest daily root, if one was taken. */
  public Optional<Root> lastRoot() {
    return jdbc.sql(
            "select day, chains, merkle, previous, root from evidence_root order by day desc limit 1")
        .query(Root.class)
        .optional();
  }

  /** That the chain is under the newest daily root, if it is. */
  public Optional<Proof> proof(String chain) {
    return lastRoot()
        .flatMap(
            root -> {
              List<Head> heads = heads(root.day());
              for (int index = 0; index < heads.size(); index++) {
                if (heads.get(index).chain().equals(chain)) {
                  return Optional.of(new Proof(root, heads.get(index), Merkle.path(heads, index)));
                }
              }
              return Optional.empty();
            });
  }

  /** The heads under the root of a day, in the order of their chains' names. */
  List<Head> heads(LocalDate day) {
    return jdbc
        .sql(
            """
            select distinct on (chain) chain, position, link from evidence_root_head where day <= :day
            order by chain, day desc
            """)
        .param("day", day)
        .query(Head.class)
        .list()
        .stream()
        .sorted(Comparator.comparing(Head::chain))
        .toList();
  }
}
