package org.socle.dialogue;

import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.socle.stakeholder.Side;

/**
 * What the electorate said on one item, in the words of DT5; seats without a vote are not part of
 * it.
 *
 * @param silentGroups mandatory groups of which no seat has taken a position
 * @param objectionsMandatory objections by seats of government, employers and workers
 * @param objectionsOther objections by other seats
 * @param reservations supports with a reservation
 * @param supports supports with or without a reservation
 */
record PositionCount(
    Set<String> silentGroups,
    int objectionsMandatory,
    int objectionsOther,
    int reservations,
    int supports) {

  /**
   * Counts one entry for each seat of the electorate; null and NO_POSITION are silence, which
   * supports nothing.
   */
  static PositionCount of(Collection<SeatPosition> electorate) {
    Set<String> heard =
        electorate.stream()
            .filter(SeatPosition::taken)
            .map(SeatPosition::side)
            .collect(Collectors.toSet());
    Set<String> silent =
        Stream.of(Side.values())
            .filter(Side::mandatory)
            .map(Side::name)
            .filter(side -> !heard.contains(side))
            .collect(Collectors.toCollection(TreeSet::new));
    int objections = count(electorate, PositionValue.OBJECT);
    int mandatory =
        (int)
            electorate.stream()
                .filter(
                    seat ->
                        seat.value() == PositionValue.OBJECT
                            && Side.valueOf(seat.side()).mandatory())
                .count();
    int reservations = count(electorate, PositionValue.SUPPORT_WITH_RESERVATION);
    return new PositionCount(
        silent,
        mandatory,
        objections - mandatory,
        reservations,
        reservations + count(electorate, PositionValue.SUPPORT));
  }

  /** Inputs of the table determine-consensus. */
  Map<String, Object> inputs(
      boolean writtenProcedureDone, boolean roundsLeft, boolean mediationDone) {
    return Map.of(
        "mandatoryGroupsWithoutPosition", silentGroups.size(),
        "writtenProcedureDone", writtenProcedureDone,
        "objectionsMandatory", objectionsMandatory,
        "objectionsOther", objectionsOther,
        "reservations", reservations,
        "roundsLeft", roundsLeft,
        "mediationDone", mediationDone);
  }

  /**
   * The table's result, but no consensus where nobody supports: that nobody objected either is
   * silence.
   */
  String confirm(String result) {
    return "CONSENSUS".equals(result) && supports == 0 ? "CLOSE_WITH_DISSENT" : result;
  }

  private static int count(Collection<SeatPosition> electorate, PositionValue value) {
    return (int) electorate.stream().filter(seat -> seat.value() == value).count();
  }

  /** One seat of the electorate with what it said last, or null when it said nothing. */
  record SeatPosition(String seatId, String side, @Nullable PositionValue value) {

    boolean taken() {
      return value != null && value != PositionValue.NO_POSITION;
    }
  }
}
