package org.socle.evidence;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/** The tree of RFC 9162 over the heads of all chains; a path shows that one head is in it. */
final class Merkle {

  private static final byte[] LEAF = {0};
  private static final byte[] NODE = {1};

  private Merkle() {}

  /** Root of the heads in the order of their chains' names. */
  static String root(List<EvidenceTrail.Head> heads) {
    return HexFormat.of().formatHex(root(leaves(heads), 0, heads.size()));
  }

  /** What stands beside the way from one head up to the root. */
  static List<EvidenceTrail.Beside> path(List<EvidenceTrail.Head> heads, int index) {
    List<EvidenceTrail.Beside> path = new ArrayList<>();
    climb(leaves(heads), 0, heads.size(), index, path);
    return path;
  }

  private static void climb(
      List<byte[]> leaves, int from, int to, int index, List<EvidenceTrail.Beside> path) {
    if (to - from == 1) {
      return;
    }
    int middle = from + half(to - from);
    boolean left = index < middle;
    climb(leaves, left ? from : middle, left ? middle : to, index, path);
    byte[] beside = left ? root(leaves, middle, to) : root(leaves, from, middle);
    path.add(new EvidenceTrail.Beside(left ? "right" : "left", HexFormat.of().formatHex(beside)));
  }

  private static byte[] root(List<byte[]> leaves, int from, int to) {
    if (to - from == 1) {
      return leaves.get(from);
    }
    int middle = from + half(to - from);
    return Bytes.digest(NODE, root(leaves, from, middle), root(leaves, middle, to));
  }

  /** Largest power of two that is smaller. */
  private static int half(int count) {
    return Integer.highestOneBit(count - 1);
  }

  private static List<byte[]> leaves(List<EvidenceTrail.Head> heads) {
    return heads.stream()
        .map(head -> Bytes.digest(LEAF, Bytes.fields(head.chain(), head.position(), head.link())))
        .toList();
  }
}
