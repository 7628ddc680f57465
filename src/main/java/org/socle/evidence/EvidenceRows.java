package org.socle.evidence;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;

/** Makes entries of rows that were read. */
final class EvidenceRows {

  static final RowMapper<EvidenceTrail.Entry> ENTRY = EvidenceRows::entry;

  private EvidenceRows() {}

  private static EvidenceTrail.Entry entry(ResultSet row, int number) throws SQLException {
    return new EvidenceTrail.Entry(
        row.getLong("id"),
        row.getString("case_id"),
        row.getObject("at", OffsetDateTime.class).toInstant(),
        row.getString("actor"),
        row.getString("action"),
        row.getString("subject"),
        row.getString("content"),
        row.getString("content_hash"),
        row.getObject("position", Long.class),
        row.getString("row_hash"),
        row.getString("link"),
        moment(row.getObject("sealed_at", OffsetDateTime.class)));
  }

  private static @Nullable Instant moment(@Nullable OffsetDateTime at) {
    return at == null ? null : at.toInstant();
  }
}
