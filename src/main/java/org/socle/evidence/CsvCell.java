package org.socle.evidence;

/**
 * A cell of a table that a spreadsheet opens.
 *
 * <p>A spreadsheet computes what begins with one of a few signs, and what it computes can run a
 * program; a single quote before it makes it a text (OWASP ASVS 1.2.10). Every export of tables
 * writes its cells through here.
 */
public final class CsvCell {

  /** The wide forms of the first four signs are signs of a formula to some spreadsheets too. */
  private static final String COMPUTED = "=+-@\t\r\n\0\uFF1D\uFF0B\uFF0D\uFF20";

  private CsvCell() {}

  /** The value in double quotes, as a text whatever it begins with. */
  public static String of(String value) {
    boolean computed = !value.isEmpty() && COMPUTED.indexOf(value.charAt(0)) >= 0;
    return '"' + (computed ? "'" : "") + value.replace("\"", "\"\"") + '"';
  }
}
