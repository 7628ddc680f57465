package org.socle.casefile;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/**
 * Figures measured in the rows of a replayed case, and what else its file said about the case as a
 * whole.
 */
@Service
public class CaseFigures {

  private final JdbcClient jdbc;

  CaseFigures(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Distances between two events of the case, measured in its rows. */
  public List<Figure> ofCase(String caseId) {
    return jdbc.sql(
            """
            select name, title_en, title_fr, title_es, from_day as "from", to_day as "to", days, months
              from casefile_v_figure where case_id = ? order by ord
            """)
        .param(caseId)
        .query(Figure.class)
        .list();
  }

  /** Spans that a source itself reports. */
  public List<ReportedSpan> reported(String caseId) {
    return jdbc.sql(
            """
            select name, title_en, title_fr, title_es, from_text as "from", to_text as "to", note, source
              from casefile_v_reported_span where case_id = ? order by ord
            """)
        .param(caseId)
        .query(ReportedSpan.class)
        .list();
  }

  /** Facts without a date. */
  public List<Note> notes(String caseId) {
    return jdbc.sql("select kind, text from casefile_v_note where case_id = ? order by id")
        .param(caseId)
        .query(Note.class)
        .list();
  }

  /** Where the facts of the case were published. */
  public List<Source> sources(String caseId) {
    return jdbc.sql("select title, address from casefile_v_source where case_id = ? order by ord")
        .param(caseId)
        .query(Source.class)
        .list();
  }

  private static String title(Locale locale, String en, String fr, String es) {
    return switch (locale.getLanguage()) {
      case "fr" -> fr;
      case "es" -> es;
      default -> en;
    };
  }

  /**
   * A measured distance.
   *
   * @param months days divided by 30.44, one decimal
   */
  public record Figure(
      String name,
      String titleEn,
      String titleFr,
      String titleEs,
      LocalDate from,
      LocalDate to,
      int days,
      BigDecimal months) {

    /** The title in the reader's language. */
    public String title(Locale locale) {
      return CaseFigures.title(locale, titleEn, titleFr, titleEs);
    }
  }

  /**
   * A reported span.
   *
   * @param from day {@code yyyy-MM-dd} or month {@code yyyy-MM}
   * @param to day or month
   */
  public record ReportedSpan(
      String name,
      String titleEn,
      String titleFr,
      String titleEs,
      String from,
      String to,
      @Nullable String note,
      @Nullable String source) {

    /** The title in the reader's language. */
    public String title(Locale locale) {
      return CaseFigures.title(locale, titleEn, titleFr, titleEs);
    }
  }

  /**
   * A fact without a date.
   *
   * @param kind NOTE, CHAIR, ATTENDS_WITHOUT_SEAT or BODY_CHAIR
   */
  public record Note(String kind, String text) {}

  /** Where facts were published. */
  public record Source(String title, String address) {}
}
