package org.socle.evidence;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.socle.evidence.EvidenceTrail.Head;
import org.socle.evidence.EvidenceTrail.Root;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Recomputes the daily roots from the heads that are kept under them; writes nothing. */
@Component
public class RootCheck {

  /**
   * What a check has found.
   *
   * @param roots daily roots that were checked
   * @param findings the days whose root is wrong, at most 100
   */
  public record Result(int roots, List<Finding> findings) {

    /** Whether nothing is wrong. */
    public boolean clean() {
      return findings.isEmpty();
    }
  }

  private static final int MOST_FINDINGS = 100;

  private final JdbcClient jdbc;
  private final EvidenceTrail trail;

  RootCheck(JdbcClient jdbc, EvidenceTrail trail) {
    this.jdbc = jdbc;
    this.trail = trail;
  }

  /** Checks the newest root alone. */
  public Result last() {
    return trail
        .lastRoot()
        .map(
            root -> {
              List<Head> heads = trail.heads(root.day());
              return right(root, heads, root.previous()) ? none(1) : one(root);
            })
        .orElse(none(0));
  }

  /** Checks every root and that each follows the one before. */
  public Result all() {
    TreeMap<String, Head> heads = new TreeMap<>();
    List<Finding> findings = new ArrayList<>();
    String previous = Bytes.NOTHING;
    List<LocalDate> days =
        jdbc.sql(
                "select day from evidence_root union select day from evidence_root_head order by 1")
            .query(LocalDate.class)
            .list();
    for (LocalDate day : days) {
      headsOf(day).forEach(head -> heads.put(head.chain(), head));
      Root root = root(day);
      if (root == null || !right(root, List.copyOf(heads.values()), previous)) {
        if (findings.size() < MOST_FINDINGS) {
          findings.add(finding(day));
        }
      }
      previous = root == null ? previous : root.root();
    }
    return new Result(days.size(), findings);
  }

  private static boolean right(Root root, List<Head> heads, String previous) {
    return !heads.isEmpty() && DailyRoots.of(root.day(), heads, previous).equals(root);
  }

  private @Nullable Root root(LocalDate day) {
    return jdbc.sql("select day, chains, merkle, previous, root from evidence_root where day = ?")
        .param(day)
        .query(Root.class)
        .optional()
        .orElse(null);
  }

  private List<Head> headsOf(LocalDate day) {
    return jdbc.sql("select chain, position, link from evidence_root_head where day = ?")
        .param(day)
        .query(Head.class)
        .list();
  }

  private static Result none(int roots) {
    return new Result(roots, List.of());
  }

  private static Result one(Root root) {
    return new Result(1, List.of(finding(root.day())));
  }

  private static Finding finding(LocalDate day) {
    return new Finding(Finding.Kind.ROOT_DIFFERS, null, null, day.toString());
  }
}
