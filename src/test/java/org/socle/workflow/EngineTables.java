package org.socle.workflow;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Looks through every table of the engine for a word that must not be there. */
public final class EngineTables {

  private EngineTables() {}

  /** Names of the engine's tables in which some row holds the word. */
  public static List<String> holding(JdbcClient jdbc, String word) {
    List<String> tables =
        jdbc.sql(
                """
            select table_name from information_schema.tables
            where table_schema = 'public' and table_name like 'act\\_%' order by table_name
            """)
            .query(String.class)
            .list();
    return tables.stream()
        .filter(
            table ->
                jdbc.sql(
                            "select count(*) from "
                                + table
                                + " t where t::text like :word or exists ("
                                + "select 1 from jsonb_each_text(to_jsonb(t)) c where c.value like :hex)")
                        .param("word", "%" + word + "%")
                        .param(
                            "hex",
                            "%"
                                + java.util.HexFormat.of()
                                    .formatHex(
                                        word.getBytes(java.nio.charset.StandardCharsets.UTF_8))
                                + "%")
                        .query(Integer.class)
                        .single()
                    > 0)
        .toList();
  }
}
