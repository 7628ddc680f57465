package org.socle.workflow.task;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.socle.tracking.FormSchema.Field;
import org.socle.tracking.FormSchema.Option;
import org.socle.tracking.InvalidFormException;
import org.socle.tracking.TypedText;

/**
 * Turns what was typed into one field into a typed value, or refuses it with what to do about it.
 */
final class FieldCheck {

  private static final Pattern NUMBER = Pattern.compile("[+-]?\\d{1,15}([.]\\d{1,9})?");
  private static final Pattern DATE = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
  private static final int FIRST_YEAR = 1900;
  private static final int LAST_YEAR = 2199;

  private FieldCheck() {}

  /** The typed value, or null when the field was left empty. */
  static @Nullable Object value(Field field, int decimals, @Nullable Object raw) {
    if (raw == null || raw instanceof String text && text.isBlank()) {
      return null;
    }
    return switch (field.type()) {
      case "textfield" -> text(field, raw, false);
      case "textarea" -> text(field, raw, true);
      case "number" -> number(field, decimals, raw);
      case "checkbox" -> flag(field, raw);
      case "radio", "select" -> option(field, raw);
      case "datetime" -> date(field, raw);
      default -> throw wrong(field, "error.unknown-field");
    };
  }

  private static String text(Field field, Object raw, boolean lines) {
    if (!(raw instanceof String typed)) {
      throw wrong(field, "error.not-text");
    }
    String text = typed.replace("\r\n", "\n").strip();
    if (!TypedText.clean(text, lines)) {
      throw wrong(field, "error.control-characters");
    }
    int length = text.codePointCount(0, text.length());
    if (length > field.maxLength()) {
      throw wrong(field, "error.too-long", field.maxLength(), length);
    }
    return text;
  }

  private static BigDecimal number(Field field, int decimals, Object raw) {
    String text = raw instanceof BigDecimal exact ? exact.toPlainString() : raw.toString().strip();
    if (!(raw instanceof Number) && !(raw instanceof String)) {
      throw wrong(field, "error.not-a-number");
    }
    if (raw instanceof Double || raw instanceof Float) {
      text = plain(field, text);
    }
    if (!NUMBER.matcher(text).matches()) {
      throw wrong(field, "error.not-a-number");
    }
    BigDecimal number = new BigDecimal(text).stripTrailingZeros();
    if (number.scale() > decimals) {
      throw decimals == 0
          ? wrong(field, "error.not-a-whole-number")
          : wrong(field, "error.decimals", decimals);
    }
    return inRange(field, number);
  }

  private static String plain(Field field, String text) {
    try {
      return new BigDecimal(text).toPlainString();
    } catch (NumberFormatException e) {
      throw wrong(field, "error.not-a-number");
    }
  }

  private static BigDecimal inRange(Field field, BigDecimal number) {
    BigDecimal min = field.min();
    BigDecimal max = field.max();
    if (min != null && number.compareTo(min) < 0) {
      throw max == null
          ? wrong(field, "error.at-least", min.toPlainString())
          : wrong(field, "error.range", min.toPlainString(), max.toPlainString());
    }
    if (max != null && number.compareTo(max) > 0) {
      throw min == null
          ? wrong(field, "error.at-most", max.toPlainString())
          : wrong(field, "error.range", min.toPlainString(), max.toPlainString());
    }
    return number;
  }

  private static Boolean flag(Field field, Object raw) {
    if (raw instanceof Boolean flag) {
      return flag;
    }
    return switch (raw.toString()) {
      case "true", "on" -> Boolean.TRUE;
      case "false", "off" -> Boolean.FALSE;
      default -> throw wrong(field, "error.not-a-tick");
    };
  }

  private static String option(Field field, Object raw) {
    String chosen = raw instanceof String text ? text : "";
    if (field.options().stream().map(Option::value).noneMatch(chosen::equals)) {
      throw wrong(field, "error.not-an-option");
    }
    return chosen;
  }

  private static LocalDate date(Field field, Object raw) {
    String text = raw.toString().strip();
    if (!(raw instanceof String) && !(raw instanceof LocalDate) || !DATE.matcher(text).matches()) {
      throw wrong(field, "error.not-a-date");
    }
    try {
      LocalDate date = LocalDate.parse(text);
      if (date.getYear() < FIRST_YEAR || date.getYear() > LAST_YEAR) {
        throw wrong(field, "error.year", Integer.toString(FIRST_YEAR), Integer.toString(LAST_YEAR));
      }
      return date;
    } catch (DateTimeException e) {
      throw wrong(field, "error.not-a-date");
    }
  }

  private static InvalidFormException wrong(Field field, String message, Object... arguments) {
    return InvalidFormException.of(field.key(), message, arguments);
  }
}
