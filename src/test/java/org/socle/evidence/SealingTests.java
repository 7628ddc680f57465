package org.socle.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Committed rows come into their chain, each once, whoever seals and in whatever order they came.
 */
class SealingTests {

  private static final String INSERT =
      "insert into evidence (case_id, at, actor, action, content, content_hash) values"
          + " ('%s', now(), 'acc', 'duty.answered', '{}', '"
          + Bytes.sha256("{}")
          + "')";

  private static EvidenceBooks books;

  @BeforeAll
  static void open() {
    books = new EvidenceBooks();
  }

  @Test
  void sealsEachRowOnceInBatchesAndTheChainChecksClean() {
    books.act("many", 450);

    assertThat(books.check("many").findings())
        .hasSize(100)
        .allSatisfy(it -> assertThat(it.kind()).isEqualTo(Finding.Kind.ROW_UNSEALED));
    assertThat(books.run.seal("many")).isEqualTo(450);
    assertThat(books.run.seal("many")).isZero();

    EvidenceCheck.Result result = books.check("many");
    assertThat(result.findings()).isEmpty();
    assertThat(result.rows()).isEqualTo(450);
    assertThat(result.head()).isEqualTo(books.trail.head("many").link());
  }

  @Test
  void sealsRowsOutsideAnyCaseIntoAChainOfTheirOwn() {
    books.act(null, 3);
    assertThat(books.run.seal(EvidenceTrail.OUTSIDE)).isEqualTo(3);
    assertThat(books.check(EvidenceTrail.OUTSIDE).clean()).isTrue();
    assertThat(books.check.chains()).contains(EvidenceTrail.OUTSIDE);
  }

  @Test
  void sealsARowLaterThatCommittedLaterWithALowerId() throws Exception {
    try (Connection late = books.source.getConnection();
        Statement statement = late.createStatement()) {
      late.setAutoCommit(false);
      statement.execute(INSERT.formatted("late"));
      books.act("late", 1);
      books.run.seal("late");
      long first = books.row("late", 1);

      late.commit();
      books.run.seal("late");

      assertThat(books.row("late", 2)).isLessThan(first);
    }
    assertThat(books.check("late").clean()).isTrue();
  }

  @Test
  void leavesAChainAloneThatAnotherSealerHolds() throws Exception {
    books.act("held", 2);
    books.run.seal("held");
    books.act("held", 2);
    try (Connection other = books.source.getConnection();
        Statement statement = other.createStatement()) {
      other.setAutoCommit(false);
      statement.execute("select 1 from evidence_chain where chain = 'held' for update");

      assertThat(books.run.seal("held")).isZero();

      other.rollback();
    }
    assertThat(books.run.seal("held")).isEqualTo(2);
    assertThat(books.check("held").clean()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void twoSealersAtTheSameMomentSealEachRowOnce(boolean begun) throws Exception {
    String chain = "both-" + begun;
    if (begun) {
      books.act(chain, 1);
      books.run.seal(chain);
    }
    books.act(chain, 420);
    CyclicBarrier together = new CyclicBarrier(2);
    Callable<Integer> sealer =
        () -> {
          together.await();
          return new SealRun(books.jdbc, books.clock, books.transactions).seal(chain);
        };
    ExecutorService threads = Executors.newFixedThreadPool(2);
    int sealed = 0;
    try {
      for (Future<Integer> done : threads.invokeAll(List.of(sealer, sealer))) {
        sealed += done.get();
      }
    } finally {
      threads.shutdown();
    }

    assertThat(sealed + books.run.seal(chain)).isEqualTo(420);
    EvidenceCheck.Result result = books.check(chain);
    assertThat(result.findings()).isEmpty();
    assertThat(result.rows()).isEqualTo(begun ? 421 : 420);
  }

  @Test
  void theDatabaseRefusesToChangeOrRemoveEvidence() {
    books.act("kept", 2);
    books.run.seal("kept");
    for (String sql :
        List.of(
            "update evidence set actor = 'other' where case_id = 'kept'",
            "delete from evidence where case_id = 'kept'",
            "truncate evidence cascade",
            "update evidence_seal set position = 9 where chain = 'kept' and position = 1",
            "delete from evidence_seal where chain = 'kept'",
            "update evidence_chain set length = 0 where chain = 'kept'",
            "delete from evidence_chain where chain = 'kept'")) {
      assertThatThrownBy(() -> books.jdbc.sql(sql).update())
          .as(sql)
          .hasStackTraceContaining("vidence");
    }
    assertThat(books.check("kept").clean()).isTrue();
  }

  @Test
  void takesOneRootADayAndOneForAllTheDaysTheProgramWasOff() {
    EvidenceBooks own = new EvidenceBooks();
    List<EvidenceTrail.Root> taken = new ArrayList<>();
    assertThat(own.roots.takeIfDue()).as("nothing to take it over").isEmpty();
    own.act("one", 3);
    own.run.seal("one");
    own.roots.takeIfDue().ifPresent(taken::add);
    own.act("two", 2);
    own.act(null, 1);
    own.run.pending().forEach(own.run::seal);
    assertThat(own.roots.takeIfDue()).as("twice on a day").isEmpty();
    assertThat(new DailyRoots(own.jdbc, own.trail, own.clock, own.transactions).takeIfDue())
        .as("another node on the same day")
        .isEmpty();
    own.clock.hold(own.clock.instant().plus(Duration.ofDays(4)));
    own.roots.takeIfDue().ifPresent(taken::add);

    assertThat(taken)
        .extracting(EvidenceTrail.Root::day, EvidenceTrail.Root::chains)
        .containsExactly(
            tuple(LocalDate.parse("2026-03-02"), 1), tuple(LocalDate.parse("2026-03-06"), 3));
    assertThat(taken.get(1).previous()).isEqualTo(taken.get(0).root());
    assertThat(own.rootCheck.all()).isEqualTo(new RootCheck.Result(2, List.of()));

    own.tamper("update evidence_root set previous = repeat('1', 64) where day = '2026-03-02'");
    own.tamper(
        "update evidence_root_head set position = 9 where day = '2026-03-06' and chain = '-'");
    assertThat(own.rootCheck.all().findings())
        .extracting(Finding::about)
        .containsExactly("2026-03-02", "2026-03-06");
    assertThat(own.rootCheck.last().clean()).isFalse();
  }
}
