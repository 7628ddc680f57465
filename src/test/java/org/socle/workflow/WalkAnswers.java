package org.socle.workflow;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.socle.tracking.FormSchema;
import org.socle.tracking.FormSchema.Field;

/** Makes up what somebody types into a form: often right, sometimes wrong on purpose. */
final class WalkAnswers {

  /** What a review types that sends back, and staff who enter an answer for somebody. */
  private static final Set<String> OF_OTHERS =
      Set.of("sendBack", "sendBackReason", "channel", "reference");

  private final Random random;
  private final LocalDate today;

  WalkAnswers(Random random, LocalDate today) {
    this.random = random;
    this.today = today;
  }

  /** Values that the form allows; whether the domain does is its own matter. */
  Map<String, Object> right(FormSchema form) {
    Map<String, Object> values = new HashMap<>();
    for (Field field : form.fields()) {
      if (!field.key().isEmpty()
          && !OF_OTHERS.contains(field.key())
          && (field.required() || chance(90))) {
        values.put(field.key(), value(field));
      }
    }
    return values;
  }

  /** Values that no form check may let through. */
  Map<String, Object> wrong(FormSchema form) {
    Map<String, Object> values = right(form);
    List<Field> required = form.fields().stream().filter(Field::required).toList();
    List<Field> chosen = form.fields().stream().filter(one -> !one.options().isEmpty()).toList();
    switch (random.nextInt(3)) {
      case 0 -> {
        if (!required.isEmpty()) {
          values.remove(pick(required).key());
          return values;
        }
      }
      case 1 -> {
        if (!chosen.isEmpty()) {
          values.put(pick(chosen).key(), "NO_SUCH_OPTION");
          return values;
        }
      }
      default -> {
        // A field that nobody asked for, below.
      }
    }
    values.put("uninvited", "value");
    return values;
  }

  private Object value(Field field) {
    return switch (field.type()) {
      case "radio", "select" -> option(field);
      case "checkbox" -> chance(85);
      case "number" -> number(field);
      case "datetime" -> today.plusDays(random.nextInt(60) - 30L).toString();
      default -> text(field);
    };
  }

  /** The first option leads on more often than not, so that walks reach the later phases. */
  private String option(Field field) {
    if ("country".equals(field.key())) {
      return ProcessTestSupport.COUNTRY;
    }
    return chance(50) ? field.options().get(0).value() : pick(field.options()).value();
  }

  private int number(Field field) {
    int least = field.min() == null ? 0 : field.min().intValue();
    int most = field.max() == null ? 100 : field.max().min(BigDecimal.valueOf(20)).intValue();
    return least + random.nextInt(most - least + 1);
  }

  private String text(Field field) {
    if (field.key().endsWith("Email")) {
      return "walk" + random.nextInt(1000) + "@example.org";
    }
    return field.key() + " " + random.nextInt(1_000_000);
  }

  /** Whether something of this likelihood in percent happens. */
  boolean chance(int percent) {
    return random.nextInt(100) < percent;
  }

  /** One of these. */
  <T> T pick(List<T> from) {
    return from.get(random.nextInt(from.size()));
  }

  /** A random part of these, each with this likelihood in percent. */
  <T> Set<T> some(List<T> from, int percent) {
    Set<T> part = new java.util.LinkedHashSet<>();
    from.stream().filter(one -> chance(percent)).forEach(part::add);
    return part;
  }
}
