package org.socle.portal;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.socle.tracking.FormSchema;
import org.socle.tracking.FormSchema.Field;

/** The fields that say how an answer came: asked of staff who enter it, never of its owner. */
final class AssistedFields {

  static final String CHANNEL = "channel";
  static final String REFERENCE = "reference";
  private static final Set<String> KEYS = Set.of(CHANNEL, REFERENCE);

  private AssistedFields() {}

  /** A form as its reader sees it. */
  static FormSchema of(FormSchema form, boolean forAnother) {
    Stream<Field> fields =
        form.fields().stream()
            .filter(field -> forAnother || !KEYS.contains(field.key()))
            .map(field -> KEYS.contains(field.key()) ? needed(field) : field);
    return new FormSchema(form.id(), fields.toList());
  }

  /** The two fields alone. */
  static FormSchema only(FormSchema form) {
    List<Field> fields =
        form.fields().stream()
            .filter(field -> KEYS.contains(field.key()))
            .map(AssistedFields::needed)
            .toList();
    return new FormSchema(form.id(), fields);
  }

  private static Field needed(Field field) {
    return new Field(
        field.type(),
        field.key(),
        field.componentId(),
        field.label(),
        field.description(),
        true,
        field.maxLength(),
        field.min(),
        field.max(),
        field.options());
  }
}
