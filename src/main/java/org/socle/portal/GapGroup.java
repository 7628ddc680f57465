package org.socle.portal;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.socle.portal.CaseReads.Gap;

/** Entries of one kind on one step or rule, oldest first; never empty. */
record GapGroup(String kind, String step, List<Gap> gaps) {

  /** Groups entries in the order in which their steps were first named. */
  static List<GapGroup> of(List<Gap> gaps) {
    Map<List<String>, List<Gap>> groups =
        gaps.stream()
            .collect(
                Collectors.groupingBy(
                    gap -> List.of(gap.kind(), gap.step()),
                    LinkedHashMap::new,
                    Collectors.toList()));
    return groups.entrySet().stream()
        .map(group -> new GapGroup(group.getKey().get(0), group.getKey().get(1), group.getValue()))
        .toList();
  }

  /** When the first entry was made. */
  public Instant from() {
    return gaps.get(0).at();
  }

  /** When the last entry was made. */
  public Instant to() {
    return gaps.get(gaps.size() - 1).at();
  }

  /** Sources of the entries. */
  public String[] sources() {
    return gaps.stream().map(Gap::source).filter(one -> one != null).toArray(String[]::new);
  }
}
