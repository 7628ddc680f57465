package org.socle.portal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.socle.portal.CaseReads.SeatRow;
import org.socle.portal.DialogueReads.Absent;
import org.socle.portal.DialogueReads.Discussed;
import org.socle.portal.DialogueReads.Said;
import org.socle.portal.DialogueReads.Sitting;

/**
 * One sitting with the positions of its seats.
 *
 * @param seats seats that took a position, in the order of the seats
 * @param cells positions by item id, then by seat id
 * @param remarks reservations and objections with their words
 * @param absent sides that did not join, by item id
 */
record RoundMatrix(
    Sitting sitting,
    List<Discussed> items,
    List<SeatRow> seats,
    Map<String, Map<String, Said>> cells,
    List<Remark> remarks,
    Map<String, List<String>> absent) {

  /** What a seat wrote to its position. */
  record Remark(String code, String acronym, String value, String text) {}

  /** The position of a seat on an item, or an empty text. */
  public String value(String itemId, String seatId) {
    Said said = cells.getOrDefault(itemId, Map.of()).get(seatId);
    return said == null ? "" : said.value();
  }

  /** How the position came when it was not the seat that gave it: the channel, or an empty text. */
  public String channel(String itemId, String seatId) {
    Said said = cells.getOrDefault(itemId, Map.of()).get(seatId);
    return said == null || said.channel() == null ? "" : said.channel();
  }

  /** Whether the seat has left the round, so that its positions no longer count. */
  public boolean left(String seatId) {
    return cells.values().stream()
        .map(row -> row.get(seatId))
        .anyMatch(said -> said != null && !said.counts());
  }

  /** Builds one matrix for each sitting. */
  static List<RoundMatrix> of(
      List<Sitting> sittings,
      List<Discussed> items,
      List<SeatRow> seats,
      List<Said> said,
      List<Absent> absent) {
    Map<String, Map<String, Said>> cells =
        said.stream()
            .collect(
                Collectors.groupingBy(
                    Said::itemId,
                    Collectors.toMap(
                        Said::seatId, Function.identity(), (first, second) -> second)));
    Map<String, List<String>> missing =
        absent.stream()
            .collect(
                Collectors.groupingBy(
                    Absent::itemId, Collectors.mapping(Absent::side, Collectors.toList())));
    List<SeatRow> all = withFormer(seats, said);
    return sittings.stream().map(sitting -> one(sitting, items, all, cells, missing)).toList();
  }

  /** What a seat said stays visible when the seat has ended. */
  private static List<SeatRow> withFormer(List<SeatRow> seats, List<Said> said) {
    List<SeatRow> all = new ArrayList<>(seats);
    Set<String> known = seats.stream().map(SeatRow::id).collect(Collectors.toSet());
    for (Said one : said) {
      if (known.add(one.seatId())) {
        all.add(
            new SeatRow(
                one.seatId(),
                one.acronym(),
                one.institution(),
                "",
                one.side(),
                "ENDED",
                true,
                null,
                null));
      }
    }
    return all;
  }

  private static RoundMatrix one(
      Sitting sitting,
      List<Discussed> all,
      List<SeatRow> seats,
      Map<String, Map<String, Said>> cells,
      Map<String, List<String>> absent) {
    List<Discussed> items =
        all.stream().filter(item -> item.roundId().equals(sitting.id())).toList();
    Map<String, Map<String, Said>> own = new LinkedHashMap<>();
    items.forEach(item -> own.put(item.id(), cells.getOrDefault(item.id(), Map.of())));
    Set<String> heard =
        own.values().stream().flatMap(row -> row.keySet().stream()).collect(Collectors.toSet());
    List<SeatRow> columns = seats.stream().filter(seat -> heard.contains(seat.id())).toList();
    return new RoundMatrix(sitting, items, columns, own, remarks(items, columns, own), absent);
  }

  private static List<Remark> remarks(
      List<Discussed> items, List<SeatRow> seats, Map<String, Map<String, Said>> cells) {
    List<Remark> remarks = new ArrayList<>();
    for (Discussed item : items) {
      for (SeatRow seat : seats) {
        Said said = cells.getOrDefault(item.id(), Map.of()).get(seat.id());
        if (said != null && said.text() != null && !said.text().isBlank()) {
          remarks.add(new Remark(item.code(), seat.acronym(), said.value(), said.text()));
        }
      }
    }
    return remarks;
  }
}
