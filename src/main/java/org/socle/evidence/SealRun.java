package org.socle.evidence;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Links committed rows into their chain, one batch per transaction, one sealer at a time. */
@Component
class SealRun {

  static final int BATCH = 200;

  private final JdbcClient jdbc;
  private final Clock clock;
  private final TransactionTemplate transaction;

  SealRun(JdbcClient jdbc, Clock clock, PlatformTransactionManager transactions) {
    this.jdbc = jdbc;
    this.clock = clock;
    this.transaction = new TransactionTemplate(transactions);
    this.transaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
  }

  /** Chains for which committed rows wait. */
  List<String> pending() {
    return jdbc.sql("select distinct chain from evidence_unsealed order by chain")
        .query(String.class)
        .list();
  }

  /**
   * Seals what waits for a chain; returns how many rows. Whoever finds another sealer at work
   * leaves the rest to it and to the sweep.
   */
  int seal(String chain) {
    int sealed = 0;
    for (int batch = batch(chain); batch > 0; batch = batch(chain)) {
      sealed += batch;
    }
    return sealed;
  }

  private int batch(String chain) {
    Integer sealed =
        transaction.execute(
            status ->
                lock(chain)
                    .map(
                        head -> {
                          List<EvidenceTrail.Entry> rows = waiting(chain);
                          if (rows.isEmpty()) {
                            status.setRollbackOnly();
                          } else {
                            link(head, rows);
                          }
                          return rows.size();
                        })
                    .orElse(0));
    return sealed == null ? 0 : sealed;
  }

  private Optional<EvidenceTrail.Head> lock(String chain) {
    Optional<EvidenceTrail.Head> head =
        jdbc.sql(
                """
                select chain, length as position, head as link from evidence_chain where chain = :chain
                for update skip locked
                """)
            .param("chain", chain)
            .query(EvidenceTrail.Head.class)
            .optional();
    return head.isPresent() ? head : begin(chain);
  }

  private Optional<EvidenceTrail.Head> begin(String chain) {
    int begun =
        jdbc.sql(
                """
                insert into evidence_chain (chain, length, head) values (:chain, 0, :nothing)
                on conflict on constraint pk_evidence_chain do nothing
                """)
            .param("chain", chain)
            .param("nothing", Bytes.NOTHING)
            .update();
    return begun == 0
        ? Optional.empty()
        : Optional.of(new EvidenceTrail.Head(chain, 0, Bytes.NOTHING));
  }

  private List<EvidenceTrail.Entry> waiting(String chain) {
    return jdbc.sql(
            """
            select e.id, e.case_id, e.at, e.actor, e.action, e.subject, e.content, e.content_hash,
              cast(null as bigint) as position, null as row_hash, null as link, cast(null as timestamptz) as sealed_at
            from evidence_unsealed u join evidence e on e.id = u.evidence_id
            where u.chain = :chain order by u.evidence_id limit :batch
            """)
        .param("chain", chain)
        .param("batch", BATCH)
        .query(EvidenceRows.ENTRY)
        .list();
  }

  private void link(EvidenceTrail.Head head, List<EvidenceTrail.Entry> rows) {
    List<Long> ids = new ArrayList<>();
    List<String> hashes = new ArrayList<>();
    List<String> links = new ArrayList<>();
    String link = head.link();
    for (EvidenceTrail.Entry row : rows) {
      String hash = Bytes.row(row, head.position() + ids.size() + 1);
      link = Bytes.link(link, hash);
      ids.add(row.id());
      hashes.add(hash);
      links.add(link);
    }
    store(head, ids.toArray(Long[]::new), hashes, links);
    jdbc.sql("update evidence_chain set length = :length, head = :head where chain = :chain")
        .param("length", head.position() + rows.size())
        .param("head", link)
        .param("chain", head.chain())
        .update();
  }

  private void store(EvidenceTrail.Head head, Long[] ids, List<String> hashes, List<String> links) {
    jdbc.sql(
            """
            insert into evidence_seal (evidence_id, chain, position, row_hash, link, sealed_at)
            select one.id, :chain, :length + one.number, one.hash, one.link, :at
            from unnest(cast(:ids as bigint[]), cast(:hashes as bpchar[]), cast(:links as bpchar[]))
              with ordinality as one (id, hash, link, number)
            """)
        .param("chain", head.chain())
        .param("length", head.position())
        .param("at", clock.instant().atOffset(ZoneOffset.UTC))
        .param("ids", ids)
        .param("hashes", hashes.toArray(String[]::new))
        .param("links", links.toArray(String[]::new))
        .update();
    jdbc.sql(
            """
            delete from evidence_unsealed
            where chain = :chain and evidence_id = any(cast(:ids as bigint[]))
            """)
        .param("chain", head.chain())
        .param("ids", ids)
        .update();
  }
}
