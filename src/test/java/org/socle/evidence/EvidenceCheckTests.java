package org.socle.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.socle.evidence.Finding.Kind;

/** Whatever is changed in a row, a seal or their order is found, and the row is named. */
class EvidenceCheckTests {

  private static final int ROWS = 60;
  private static final long SEED = Long.getLong("evidence.seed", System.nanoTime());
  private static final EvidenceBooks BOOKS = new EvidenceBooks();
  private static final Random RANDOM = new Random(SEED);

  private static int cases;
  private String chain = "";

  static {
    System.out.println("EvidenceCheckTests: -Devidence.seed=" + SEED);
  }

  @BeforeEach
  void recordACase() {
    chain = "case-" + ++cases;
    BOOKS.act(chain, ROWS);
    BOOKS.run.seal(chain);
    assertThat(BOOKS.check(chain).findings()).isEmpty();
  }

  /** A column of a row and how to change one byte of it. */
  static Stream<List<String>> columns() {
    return Stream.of(
        List.of("content", "overlay(content placing '?' from %d for 1)", "CONTENT_CHANGED"),
        List.of(
            "content_hash", "overlay(content_hash placing 'z' from %d for 1)", "CONTENT_CHANGED"),
        List.of("at", "at + interval '1 microsecond'", "ROW_CHANGED"),
        List.of("actor", "overlay(actor placing '?' from 1 for 1)", "ROW_CHANGED"),
        List.of("action", "overlay(action placing '?' from %d for 1)", "ROW_CHANGED"),
        List.of("subject", "coalesce(subject, '') || '?'", "ROW_CHANGED"),
        List.of("case_id", "case_id || '?'", "ROW_CHANGED"));
  }

  @ParameterizedTest
  @MethodSource("columns")
  void findsOneChangedByteInEveryColumnOfAnyRow(List<String> column) {
    long position = 1 + RANDOM.nextInt(ROWS);
    long id = BOOKS.row(chain, position);
    String changed = column.get(1).replace("%d", String.valueOf(1 + RANDOM.nextInt(10)));

    BOOKS.tamper("update evidence set " + column.get(0) + " = " + changed + " where id = ?", id);

    assertThat(BOOKS.check(chain).findings())
        .as("seed %d, %s of row %d at %d", SEED, column.get(0), id, position)
        .containsExactly(new Finding(Kind.valueOf(column.get(2)), id, position, null));
  }

  @Test
  void findsAnAlteredSealOfAnyRow() {
    for (String column : List.of("link", "row_hash")) {
      recordACase();
      long position = 1 + RANDOM.nextInt(ROWS);
      BOOKS.tamper(
          "update evidence_seal set "
              + column
              + " = repeat('a', 64) where chain = ? and position = ?",
          chain,
          position);

      assertThat(BOOKS.check(chain).findings())
          .as("seed %d, %s at %d", SEED, column, position)
          .containsExactly(
              new Finding(Kind.LINK_CHANGED, BOOKS.row(chain, position), position, null));
    }
  }

  @Test
  void namesARowThatWasDeletedAndAPlaceThatIsEmpty() {
    long id = BOOKS.row(chain, 7);
    BOOKS.tamper("delete from evidence where id = ?", id);
    assertThat(BOOKS.check(chain).findings())
        .containsExactly(new Finding(Kind.ROW_MISSING, id, 7L, null));

    BOOKS.tamper("delete from evidence_seal where evidence_id = ?", id);
    assertThat(BOOKS.check(chain).findings())
        .containsExactly(new Finding(Kind.ROW_MISSING, null, 7L, null));
  }

  @Test
  void namesTheLastRowWhenItsSealIsGone() {
    long id = BOOKS.row(chain, ROWS);
    BOOKS.clock.hold(BOOKS.clock.instant().plusSeconds(10));
    BOOKS.tamper("delete from evidence_seal where evidence_id = ?", id);
    assertThat(BOOKS.check(chain).findings())
        .containsExactly(
            new Finding(Kind.ROW_MISSING, null, (long) ROWS, null),
            new Finding(Kind.ROW_UNSEALED, id, null, null));
  }

  @Test
  void namesBothRowsThatChangedPlaces() {
    long first = 1 + RANDOM.nextInt(ROWS - 2);
    for (long second : new long[] {first + 1, ROWS}) {
      for (String column : List.of("position", "evidence_id")) {
        recordACase();
        long one = BOOKS.row(chain, first);
        long two = BOOKS.row(chain, second);
        swap(column, first, second);

        assertThat(BOOKS.check(chain).findings())
            .as("seed %d, %s of %d and %d", SEED, column, first, second)
            .containsExactly(
                new Finding(Kind.ORDER_CHANGED, two, first, null),
                new Finding(Kind.ORDER_CHANGED, one, second, null));
      }
    }
  }

  private void swap(String column, long first, long second) {
    long one = column.equals("position") ? first : BOOKS.row(chain, first);
    long two = column.equals("position") ? second : BOOKS.row(chain, second);
    String update =
        "update evidence_seal set " + column + " = ? where chain = '" + chain + "' and " + column;
    BOOKS.tamper(update + " = ?", -1L, one);
    BOOKS.tamper(update + " = ?", one, two);
    BOOKS.tamper(update + " = ?", two, -1L);
  }

  @Test
  void findsAChainThatWasRewrittenAsAWholeByItsDailyRoot() {
    EvidenceBooks own = new EvidenceBooks();
    own.act("whole", 10);
    own.run.seal("whole");
    own.roots.takeIfDue();
    own.tamper("update evidence set actor = 'acc-forged' where id = ?", own.row("whole", 4));
    own.tamper("delete from evidence_seal");
    own.tamper("delete from evidence_chain");
    own.tamper(
        "insert into evidence_unsealed (chain, evidence_id) select case_id, id from evidence");
    own.run.seal("whole");

    assertThat(own.check("whole").findings())
        .containsExactly(new Finding(Kind.ROOT_DIFFERS, own.row("whole", 10), 10L, "2026-03-02"));
  }

  @Test
  void namesAChainOfWhichNothingIsLeftButItsRoot() {
    EvidenceBooks own = new EvidenceBooks();
    own.act("gone", 3);
    own.run.seal("gone");
    own.roots.takeIfDue();
    for (String table : List.of("evidence", "evidence_seal", "evidence_chain")) {
      own.tamper("delete from " + table);
    }
    assertThat(own.check.chains()).containsExactly("gone");
    assertThat(own.check("gone").findings())
        .containsExactly(new Finding(Kind.ROOT_DIFFERS, null, 3L, "2026-03-02"));
  }

  @Test
  void readsInPagesAndReportsHowFarItIs() {
    BOOKS.act(chain, 1_000);
    BOOKS.run.seal(chain);
    List<Long> reported = new ArrayList<>();
    assertThat(BOOKS.check.chain(chain, (name, rows, of) -> reported.add(rows)).clean()).isTrue();
    assertThat(reported).containsExactly(500L, 1_000L, 1_060L);
  }
}
