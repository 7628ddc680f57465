package org.socle.dialogue;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.socle.dialogue.PositionCount.SeatPosition;
import org.socle.dialogue.Positions.Position;
import org.socle.dialogue.Positions.Source;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Appends positions and reads those that count: the last one of each seat on each item. */
@Component
class PositionTable {

  /** Channel of the rows that a closed round writes for seats that said nothing. */
  static final String SILENCE = "silence";

  /** Channel of the rows that end positions which staff entered and nobody confirmed. */
  static final String STRUCK = "struck";

  private static final String SELECT =
      """
      select p.id, p.item_id, p.round_id, p.seat_id, p.value, p.text, p.previous_id, p.recorded_at, p.recorded_by,
             p.channel, p.reference
        from position p
      """;
  private static final String LATEST =
      " and not exists (select 1 from position l where l.previous_id = p.id)";

  private final JdbcClient jdbc;
  private final Clock clock;

  PositionTable(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /** Appends positions of a round in this order, in one statement. */
  void append(String roundId, List<NewPosition> all, Source source) {
    jdbc.sql(
            """
            insert into position (id, item_id, round_id, seat_id, value, text, previous_id, recorded_at, recorded_by,
                   channel, reference)
            select n.id, n.item_id, :roundId, n.seat_id, n.value, n.text, n.previous_id, :now, :actor, :channel, :reference
              from unnest(:ids::varchar[], :itemIds::varchar[], :seatIds::varchar[], :values::varchar[], :texts::varchar[],
                     :previousIds::varchar[]) with ordinality
                   as n (id, item_id, seat_id, value, text, previous_id, place)
             order by n.place
            """)
        .param("roundId", roundId)
        .param("now", OffsetDateTime.now(clock))
        .param("actor", source.actor())
        .param("channel", source.channel())
        .param("reference", source.reference())
        .param("ids", column(all, NewPosition::id))
        .param("itemIds", column(all, NewPosition::itemId))
        .param("seatIds", column(all, NewPosition::seatId))
        .param("values", column(all, position -> position.value().name()))
        .param("texts", column(all, NewPosition::text))
        .param("previousIds", column(all, NewPosition::previousId))
        .update();
  }

  private static @Nullable String[] column(
      List<NewPosition> all, Function<NewPosition, @Nullable String> of) {
    return all.stream().map(of).toArray(String[]::new);
  }

  List<Position> latest(String roundId, String seatId) {
    return jdbc.sql(SELECT + "where p.round_id = ? and p.seat_id = ?" + LATEST + " order by p.seq")
        .params(roundId, seatId)
        .query(PositionTable::row)
        .list();
  }

  List<Position> ofRound(String roundId) {
    return jdbc.sql(SELECT + "where p.round_id = ? order by p.seq")
        .param(roundId)
        .query(PositionTable::row)
        .list();
  }

  /**
   * What each seat of the electorate said last on an item. The position is looked up seat by seat:
   * a join is planned for one row in a round that is younger than the statistics, and then reads
   * the positions of all seats again for every seat.
   */
  List<SeatPosition> electorate(Item item) {
    return jdbc.sql(
            """
            select e.seat_id, e.side,
                   (select p.value from position p
                     where p.round_id = e.round_id and p.seat_id = e.seat_id and p.item_id = :itemId
                       and not exists (select 1 from position l where l.previous_id = p.id)) as value
              from electorate e
             where e.round_id = :roundId and e.left_at is null
             order by e.seat_id
            """)
        .param("itemId", item.id())
        .param("roundId", item.roundId())
        .query(PositionTable::seat)
        .list();
  }

  /**
   * Whether what a seat said last stands on every open item; what a closed round wrote for it, or
   * what was struck, does not count.
   */
  boolean complete(String roundId, String seatId) {
    return jdbc.sql(
                """
                select count(*)
                  from round_item i
                 where i.round_id = :roundId and i.state = 'OPEN'
                   and not exists (select 1 from position p
                                    where p.round_id = :roundId and p.seat_id = :seatId and p.item_id = i.id
                                      and (p.channel is null or p.channel not in ('silence', 'struck'))
                                      and not exists (select 1 from position l where l.previous_id = p.id))
                """)
            .param("roundId", roundId)
            .param("seatId", seatId)
            .query(Long.class)
            .single()
        == 0;
  }

  private static SeatPosition seat(ResultSet row, int number) throws SQLException {
    String value = row.getString("value");
    return new SeatPosition(
        row.getString("seat_id"),
        row.getString("side"),
        value == null ? null : PositionValue.valueOf(value));
  }

  private static Position row(ResultSet row, int number) throws SQLException {
    return new Position(
        row.getString("id"),
        row.getString("item_id"),
        row.getString("round_id"),
        row.getString("seat_id"),
        PositionValue.valueOf(row.getString("value")),
        row.getString("text"),
        row.getString("previous_id"),
        row.getTimestamp("recorded_at").toInstant(),
        row.getString("recorded_by"),
        row.getString("channel"),
        row.getString("reference"));
  }

  /** A position that is not stored yet. */
  record NewPosition(
      String id,
      String itemId,
      String seatId,
      PositionValue value,
      @Nullable String text,
      @Nullable String previousId) {}
}
