package org.socle.evidence;

import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.LongStream;
import org.socle.evidence.ChainWalk.RootHead;
import org.socle.evidence.ChainWalk.Sealed;
import org.socle.evidence.EvidenceTrail.Entry;
import org.socle.evidence.EvidenceTrail.Head;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Recomputes hashes, chains and daily roots from what the tables say now; writes nothing. */
@Component
public class EvidenceCheck {

  /** Hears how far a check has come. */
  @FunctionalInterface
  public interface Progress {
    /** So many rows of a chain were checked, of so many. */
    void checked(String chain, long rows, long of);
  }

  /**
   * What a check has found.
   *
   * @param chain id of the case, or {@link EvidenceTrail#OUTSIDE}
   * @param rows sealed rows that were checked
   * @param head the chain's last link, as it is stored
   * @param findings what is wrong in the order of the chain, at most 100
   * @param found number of all findings
   */
  public record Result(String chain, long rows, String head, List<Finding> findings, long found) {

    /** Whether nothing is wrong. */
    public boolean clean() {
      return found == 0;
    }
  }

  private static final Duration LONGEST_UNSEALED = Duration.ofSeconds(5);
  private static final int PAGE = 500;
  private static final int SLICE = 1000;

  private final JdbcClient jdbc;
  private final EvidenceTrail trail;
  private final Clock clock;

  EvidenceCheck(JdbcClient jdbc, EvidenceTrail trail, Clock clock) {
    this.jdbc = jdbc;
    this.trail = trail;
    this.clock = clock;
  }

  /** Whether the database has the tables of this release. */
  public boolean possible() {
    return Boolean.TRUE.equals(
        jdbc.sql("select to_regclass('evidence_root_head') is not null")
            .query(Boolean.class)
            .single());
  }

  /** Every chain there is, was, or should be. */
  public List<String> chains() {
    return jdbc.sql(
            """
            select chain from evidence_chain
            union select chain from evidence_root_head
            union select chain from evidence_unsealed
            union select chain from evidence_seal
            union select coalesce(e.case_id, '-') from evidence e
              where not exists (select 1 from evidence_seal s where s.evidence_id = e.id)
            order by 1
            """)
        .query(String.class)
        .list();
  }

  /** Checks one chain in pages, so that its length does not matter. */
  public Result chain(String chain, Progress progress) {
    var begun = clock.instant().minus(LONGEST_UNSEALED);
    Head head = trail.head(chain);
    ChainWalk walk =
        new ChainWalk(rootHeads(chain), (row, hash) -> elsewhere(chain, head, row, hash));
    List<Sealed> page = page(chain, 0, head);
    while (!page.isEmpty()) {
      page.forEach(walk::step);
      long last = page.get(page.size() - 1).position();
      progress.checked(chain, walk.rows(), head.position());
      page = page(chain, last, head);
    }
    walk.end(head);
    beyond(chain).forEach(walk::note);
    unsealed(chain, begun.atOffset(ZoneOffset.UTC)).forEach(walk::note);
    return new Result(chain, walk.rows(), head.link(), walk.findings(), walk.found());
  }

  /** Checks every chain, one after the other. */
  public void all(Consumer<Result> each, Progress progress) {
    chains().forEach(chain -> each.accept(chain(chain, progress)));
  }

  private List<Sealed> page(String chain, long after, Head head) {
    return jdbc.sql(
            """
            select s.evidence_id, s.position, s.row_hash, s.link, s.sealed_at,
              e.id, e.case_id, e.at, e.actor, e.action, e.subject, e.content, e.content_hash
            from evidence_seal s left join evidence e on e.id = s.evidence_id
            where s.chain = :chain and s.position > :after and s.position <= :upTo
            order by s.position limit :limit
            """)
        .param("chain", chain)
        .param("after", after)
        .param("upTo", head.position())
        .param("limit", PAGE)
        .query(
            (row, number) -> {
              Entry entry =
                  row.getObject("id") == null ? null : EvidenceRows.ENTRY.mapRow(row, number);
              return new Sealed(
                  row.getLong("evidence_id"),
                  row.getLong("position"),
                  row.getString("row_hash"),
                  row.getString("link"),
                  entry);
            })
        .list();
  }

  private List<RootHead> rootHeads(String chain) {
    return jdbc.sql(
            "select day, position, link from evidence_root_head where chain = :chain order by position")
        .param("chain", chain)
        .query(RootHead.class)
        .list();
  }

  // Asked about faulty rows only: the row's hash for each place it could have, or the seal's own.
  private boolean elsewhere(String chain, Head head, Entry row, String stored) {
    for (long from = 1; from <= head.position(); from += SLICE) {
      long to = Math.min(head.position(), from + SLICE - 1);
      String[] hashes =
          LongStream.rangeClosed(from, to)
              .mapToObj(place -> Bytes.row(row, place))
              .toArray(String[]::new);
      if (List.of(hashes).contains(stored) || known(chain, hashes)) {
        return true;
      }
    }
    return false;
  }

  private boolean known(String chain, String[] hashes) {
    return jdbc.sql(
            """
            select exists (select 1 from evidence_seal
              where chain = :chain and row_hash = any(cast(:hashes as bpchar[])))
            """)
        .param("chain", chain)
        .param("hashes", hashes)
        .query(Boolean.class)
        .single();
  }

  /** Seals after the end that the chain notes; one statement, because sealers go on. */
  private List<Finding> beyond(String chain) {
    return jdbc.sql(
            """
            select s.evidence_id, s.position from evidence_seal s
            left join evidence_chain c on c.chain = s.chain
            where s.chain = :chain and s.position > coalesce(c.length, 0) order by s.position limit 100
            """)
        .param("chain", chain)
        .query(
            (row, number) ->
                new Finding(
                    Finding.Kind.LINK_CHANGED,
                    row.getLong("evidence_id"),
                    row.getLong("position"),
                    null))
        .list();
  }

  private List<Finding> unsealed(String chain, OffsetDateTime before) {
    boolean outside = EvidenceTrail.OUTSIDE.equals(chain);
    List<Finding> findings =
        new ArrayList<>(
            jdbc
                .sql(
                    "select e.id from evidence e where "
                        + (outside ? "e.case_id is null" : "e.case_id = :chain")
                        + """
                         and e.at < :before and not exists (
                          select 1 from evidence_seal s where s.evidence_id = e.id)
                        order by e.id limit 100
                        """)
                .param("chain", chain)
                .param("before", before)
                .query(Long.class)
                .list()
                .stream()
                .map(id -> new Finding(Finding.Kind.ROW_UNSEALED, id, null, null))
                .toList());
    jdbc.sql(
            """
            select u.evidence_id from evidence_unsealed u where u.chain = :chain and not exists (
              select 1 from evidence e where e.id = u.evidence_id) order by 1 limit 100
            """)
        .param("chain", chain)
        .query(Long.class)
        .list()
        .forEach(id -> findings.add(new Finding(Finding.Kind.ROW_MISSING, id, null, null)));
    return findings;
  }
}
