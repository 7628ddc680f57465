package org.socle.portal;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What pages know of the account that reads them. */
@Repository
class Readers {

  private final JdbcClient jdbc;

  Readers(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** The account's language (en, fr, es), or an empty text when there is no such account. */
  String languageOf(String accountId) {
    return jdbc.sql("select language from security_v_person where id = :id")
        .param("id", accountId)
        .query(String.class)
        .optional()
        .orElse("");
  }
}
