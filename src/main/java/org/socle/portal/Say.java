package org.socle.portal;

import java.math.BigDecimal;
import java.text.NumberFormat;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;

/**
 * Says dates, spans, numbers and coded values in the reader's language; templates know it as {@code
 * say}.
 */
final class Say {

  private static final Pattern RULE = Pattern.compile("(R\\d+): .*");
  private static final Pattern ADDRESS = Pattern.compile("\\s*<https?://[^<>\\s]*>");
  private static final Pattern COUNT = Pattern.compile("(\\d+) × ([A-Z_]+)");
  private static final Pattern COUNTS = Pattern.compile("Recommendations: (\\d+ × .*)");
  private static final Pattern KEY = Pattern.compile("\\b[a-z]+(?:[A-Z][a-z]+)+\\b");

  private final MessageSource messages;
  private final Locale locale;

  Say(MessageSource messages, Locale locale) {
    this.messages = messages;
    this.locale = locale;
  }

  /** The reader's language. */
  public Locale locale() {
    return locale;
  }

  /** A day such as 5 March 2027; a dash for none. */
  public String day(@Nullable LocalDate day) {
    return day == null
        ? "–"
        : day.format(DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG).withLocale(written()));
  }

  /**
   * A published date, {@code yyyy-MM-dd} or {@code yyyy-MM}: a day, or a month such as March 2027.
   */
  public String dayOrMonth(String text) {
    if (text.length() > 7) {
      return day(LocalDate.parse(text));
    }
    return YearMonth.parse(text).format(DateTimeFormatter.ofPattern("LLLL yyyy", locale));
  }

  // English of the United Nations writes 5 March 2027.
  private Locale written() {
    return "en".equals(locale.getLanguage()) ? Locale.UK : locale;
  }

  /** The day of a moment in a time zone. */
  public String day(@Nullable Instant moment, ZoneId zone) {
    return moment == null ? "–" : day(moment.atZone(zone).toLocalDate());
  }

  /** A moment in a time zone: its day, and hours and minutes. */
  public String moment(Instant moment, ZoneId zone) {
    return day(moment, zone)
        + ", "
        + moment.atZone(zone).format(DateTimeFormatter.ofPattern("HH:mm"));
  }

  /** How far a day is from today: today, in 3 days, 2 days ago. */
  public String distance(LocalDate day, LocalDate today) {
    long days = ChronoUnit.DAYS.between(today, day);
    if (days == 0) {
      return text("portal.distance.today");
    }
    return text(days > 0 ? "portal.distance.in" : "portal.distance.ago", Math.abs(days));
  }

  /** A span of whole days. */
  public String days(long days) {
    return text("portal.days", days);
  }

  /** A number with the reader's separators, at most two decimals. */
  public String number(@Nullable Number number) {
    if (number == null) {
      return "–";
    }
    NumberFormat format = NumberFormat.getNumberInstance(locale);
    format.setMaximumFractionDigits(2);
    return format.format(number);
  }

  /** A name and what it stands for, set as the reader's language does. */
  public String pair(String name, String text) {
    return text("portal.pair", name, text);
  }

  /** A number with exactly one decimal. */
  public String oneDecimal(BigDecimal number) {
    NumberFormat format = NumberFormat.getNumberInstance(locale);
    format.setMinimumFractionDigits(1);
    format.setMaximumFractionDigits(1);
    return format.format(number);
  }

  /** Yes or no. */
  public String yesNo(boolean yes) {
    return text(yes ? "portal.yes" : "portal.no");
  }

  /**
   * The word for a coded value such as {@code phase} DIALOGUE; the code itself when there is no
   * word for it.
   */
  public String word(String kind, @Nullable String code) {
    if (code == null || code.isEmpty()) {
      return "–";
    }
    String word = messages.getMessage("portal." + kind + "." + code, null, code, locale);
    return word == null ? code : word;
  }

  /** The name of a function or an agency; a group that has no name of its own as it is. */
  public String group(@Nullable String group) {
    if (group != null && group.startsWith("agency-")) {
      String code = group.substring("agency-".length()).toUpperCase(Locale.ROOT);
      String name = messages.getMessage("agency." + code, null, code, locale);
      return name == null ? code : name;
    }
    return word("group", group);
  }

  /** The name of a task by its element id. */
  public String task(String element) {
    String name = messages.getMessage("task." + element + ".name", null, element, locale);
    return name == null ? element : name;
  }

  /**
   * The name of a step or a rule that an entry names: its name in the models, else the words of its
   * id.
   */
  public String step(String id) {
    String name = messages.getMessage("element." + id + ".name", null, task(id), locale);
    if (name != null && !name.equals(id)) {
      return name;
    }
    String words =
        id.substring(id.indexOf('_') + 1).replaceAll("([a-z])([A-Z])", "$1 $2").replace('-', ' ');
    return words.substring(0, 1).toUpperCase(Locale.ROOT)
        + words.substring(1).toLowerCase(Locale.ROOT);
  }

  /** What an entry on published facts names: rules by their words, keys of fields as words. */
  public String missing(String detail) {
    Matcher rule = RULE.matcher(detail);
    if (rule.matches()) {
      return pair(rule.group(1), word("rule", rule.group(1)));
    }
    return KEY.matcher(detail)
        .replaceAll(
            key -> key.group().replaceAll("([a-z])([A-Z])", "$1 $2").toLowerCase(Locale.ROOT));
  }

  /** A text without the web addresses of the sources that it names. */
  public String plain(String text) {
    return ADDRESS.matcher(text).replaceAll("");
  }

  /** Why a case ended: counts of decisions in words, anything else as it was written. */
  public String ending(String reason) {
    Matcher counts = COUNTS.matcher(reason);
    if (!counts.matches()) {
      return plain(reason);
    }
    String said =
        COUNT
            .matcher(counts.group(1))
            .replaceAll(one -> one.group(1) + " × " + word("outcome", one.group(2)));
    return pair(text("portal.case.recommendations"), said);
  }

  /** What a task asks and why, or an empty text. */
  public String documentation(String element) {
    String text = messages.getMessage("task." + element + ".documentation", null, "", locale);
    return text == null ? "" : text;
  }

  /** The text of a refused field. */
  public String error(String key, List<Object> arguments) {
    Object[] said =
        arguments.stream()
            .map(argument -> argument instanceof LocalDate day ? day(day) : argument)
            .toArray();
    String text = messages.getMessage(key, said, null, locale);
    return text == null ? text("portal.error.other") : text;
  }

  /** A text of the bundles, or another where they have none. */
  public String textOr(String key, String other) {
    String text = messages.getMessage(key, null, other, locale);
    return text == null ? other : text;
  }

  /** A text of the bundles. */
  public String text(String key, Object... arguments) {
    return messages.getMessage(key, arguments, locale);
  }
}
