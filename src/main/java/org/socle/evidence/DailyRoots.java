package org.socle.evidence;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.socle.evidence.EvidenceTrail.Head;
import org.socle.evidence.EvidenceTrail.Root;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Takes one root over the heads of all chains on each day of the clock, in UTC. Days on which the
 * program was off have none: the next root covers them.
 */
@Component
class DailyRoots {

  private static final Logger LOG = LoggerFactory.getLogger(DailyRoots.class);

  private final JdbcClient jdbc;
  private final EvidenceTrail trail;
  private final Clock clock;
  private final TransactionTemplate transaction;
  private volatile @Nullable LocalDate known;

  DailyRoots(
      JdbcClient jdbc, EvidenceTrail trail, Clock clock, PlatformTransactionManager transactions) {
    this.jdbc = jdbc;
    this.trail = trail;
    this.clock = clock;
    this.transaction = new TransactionTemplate(transactions);
  }

  /** Takes today's root unless there is one or nothing to take it over. */
  Optional<Root> takeIfDue() {
    LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    if (today.equals(known)) {
      return Optional.empty();
    }
    Optional<Root> taken =
        Optional.ofNullable(transaction.execute(status -> take(today).orElse(null)));
    taken.ifPresent(
        root ->
            LOG.info("evidence root {} {} over {} chains", root.day(), root.root(), root.chains()));
    return taken;
  }

  private Optional<Root> take(LocalDate today) {
    Optional<Root> last = trail.lastRoot();
    if (last.filter(root -> !root.day().isBefore(today)).isPresent()) {
      known = today;
      return Optional.empty();
    }
    List<Head> heads =
        jdbc
            .sql("select chain, length as position, head as link from evidence_chain")
            .query(Head.class)
            .list()
            .stream()
            .sorted(Comparator.comparing(Head::chain))
            .toList();
    if (heads.isEmpty()) {
      return Optional.empty();
    }
    Root root = of(today, heads, last.map(Root::root).orElse(Bytes.NOTHING));
    // Another node may come first: its root stands, and this one leaves nothing.
    return store(root) ? keep(root, heads) : Optional.empty();
  }

  /** The root of a day over these heads, in the order of their chains' names. */
  static Root of(LocalDate day, List<Head> heads, String previous) {
    String merkle = Merkle.root(heads);
    String root =
        Bytes.sha256(Bytes.fields("socle-evidence-root-1", day, heads.size(), merkle, previous));
    return new Root(day, heads.size(), merkle, previous, root);
  }

  private boolean store(Root root) {
    return jdbc.sql(
                """
                insert into evidence_root (day, chains, merkle, previous, root, taken_at)
                values (:day, :chains, :merkle, :previous, :root, :at)
                on conflict on constraint pk_evidence_root do nothing
                """)
            .param("day", root.day())
            .param("chains", root.chains())
            .param("merkle", root.merkle())
            .param("previous", root.previous())
            .param("root", root.root())
            .param("at", clock.instant().atOffset(ZoneOffset.UTC))
            .update()
        == 1;
  }

  private Optional<Root> keep(Root root, List<Head> heads) {
    jdbc.sql(
            """
            insert into evidence_root_head (chain, day, position, link)
            select h.chain, :day, h.position, h.link
            from unnest(cast(:chains as varchar[]), cast(:positions as bigint[]), cast(:links as bpchar[]))
              as h (chain, position, link)
            where not exists (
              select 1 from evidence_root_head r where r.chain = h.chain and r.position = h.position)
            """)
        .param("day", root.day())
        .param("chains", heads.stream().map(Head::chain).toArray(String[]::new))
        .param("positions", heads.stream().map(Head::position).toArray(Long[]::new))
        .param("links", heads.stream().map(Head::link).toArray(String[]::new))
        .update();
    return Optional.of(root);
  }
}
