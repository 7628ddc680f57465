package org.socle.evidence;

import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;
import org.socle.evidence.EvidenceTrail.Entry;
import org.socle.evidence.EvidenceTrail.Head;
import org.socle.evidence.Finding.Kind;

/**
 * Follows one chain from its first link and notes what is wrong, each row by its own fault only.
 */
final class ChainWalk {

  /** A seal and the row that it names, if that is still there. */
  record Sealed(long id, long position, String rowHash, String link, @Nullable Entry row) {}

  /** The chain's head under a daily root. */
  record RootHead(LocalDate day, long position, String link) {}

  /** More than anybody reads; what follows is counted. */
  private static final int MOST_FINDINGS = 100;

  private final BiPredicate<Entry, String> sealedElsewhere;
  private final Deque<RootHead> roots;
  private final List<Finding> findings = new ArrayList<>();
  private long found;
  private long position;
  private long rows;

  /** Hashes that the next link may follow; empty after a fault that leaves them unknown. */
  private Set<String> previous = Set.of(Bytes.NOTHING);

  /**
   * Stands before the first link.
   *
   * @param roots the chain's heads under daily roots, lowest position first
   * @param sealedElsewhere whether the row and the hash of a seal belong to different places
   */
  ChainWalk(List<RootHead> roots, BiPredicate<Entry, String> sealedElsewhere) {
    this.roots = new ArrayDeque<>(roots);
    this.sealedElsewhere = sealedElsewhere;
  }

  /** Looks at the next seal. */
  void step(Sealed seal) {
    missing(seal.position() - 1);
    position = seal.position();
    rows++;
    Kind fault = fault(seal);
    if (fault != null) {
      note(new Finding(fault, seal.id(), position, null));
    }
    root(seal, fault);
    // A link that was altered alone is followed by what it should have been.
    if (fault == Kind.ORDER_CHANGED) {
      previous = Set.of();
    } else {
      Set<String> next = new HashSet<>(Set.of(seal.link()));
      previous.forEach(before -> next.add(Bytes.link(before, seal.rowHash())));
      if (fault == Kind.LINK_CHANGED && seal.row() != null) {
        String right = Bytes.row(seal.row(), position);
        previous.forEach(before -> next.add(Bytes.link(before, right)));
      }
      previous = next;
    }
  }

  private @Nullable Kind fault(Sealed seal) {
    Entry row = seal.row();
    if (row == null) {
      return Kind.ROW_MISSING;
    }
    if (!Bytes.sha256(row.content()).equals(row.contentHash())) {
      return Kind.CONTENT_CHANGED;
    }
    String now = Bytes.row(row, seal.position());
    if (now.equals(seal.rowHash())) {
      return follows(now, seal) ? null : Kind.LINK_CHANGED;
    }
    if (!previous.isEmpty() && follows(now, seal)) {
      return Kind.LINK_CHANGED;
    }
    boolean moved = found < MOST_FINDINGS && sealedElsewhere.test(row, seal.rowHash());
    return moved ? Kind.ORDER_CHANGED : Kind.ROW_CHANGED;
  }

  private boolean follows(String rowHash, Sealed seal) {
    return previous.isEmpty()
        || previous.stream().anyMatch(before -> Bytes.link(before, rowHash).equals(seal.link()));
  }

  private void root(Sealed seal, @Nullable Kind fault) {
    while (!roots.isEmpty() && roots.peek().position() <= seal.position()) {
      RootHead head = roots.remove();
      if (head.position() == seal.position() && !head.link().equals(seal.link())) {
        note(new Finding(Kind.ROOT_DIFFERS, seal.id(), position, head.day().toString()));
      }
    }
  }

  private void missing(long upTo) {
    for (long gone = position + 1; gone <= upTo; gone++) {
      note(new Finding(Kind.ROW_MISSING, null, gone, null));
      previous = Set.of();
    }
  }

  /** Looks at what the chain should have come to. */
  void end(Head head) {
    missing(head.position());
    if (position > 0 && !previous.isEmpty() && !previous.contains(head.link())) {
      note(new Finding(Kind.LINK_CHANGED, null, head.position(), null));
    }
    roots.stream()
        .filter(root -> root.position() > position)
        .forEach(
            root ->
                note(new Finding(Kind.ROOT_DIFFERS, null, root.position(), root.day().toString())));
  }

  void note(Finding finding) {
    found++;
    if (findings.size() < MOST_FINDINGS) {
      findings.add(finding);
    }
  }

  List<Finding> findings() {
    return List.copyOf(findings);
  }

  long found() {
    return found;
  }

  long rows() {
    return rows;
  }
}
