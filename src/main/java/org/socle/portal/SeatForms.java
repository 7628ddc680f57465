package org.socle.portal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.socle.stakeholder.Category;
import org.socle.stakeholder.Institutions;
import org.socle.stakeholder.NewInstitution;
import org.socle.stakeholder.NewSeat;
import org.socle.stakeholder.NominationAnswer.Nominee;
import org.socle.stakeholder.SeatMembers;
import org.socle.stakeholder.Side;
import org.socle.tracking.FormSchema;
import org.socle.tracking.FormSchema.Field;
import org.socle.tracking.FormSchema.Option;
import org.socle.tracking.InvalidFormException;
import org.springframework.stereotype.Component;

/** The forms on which seats are changed, and what was typed into them. */
@Component
class SeatForms {

  private static final int LONGEST_REASON = 1000;
  private static final int LONGEST_NAME = 200;

  private final Institutions institutions;
  private final SeatReads reads;

  SeatForms(Institutions institutions, SeatReads reads) {
    this.institutions = institutions;
    this.reads = reads;
  }

  /**
   * The form of a change.
   *
   * @param named whether members must be named; null where they are not asked for
   */
  FormSchema of(SeatAct act, String caseId, @Nullable Boolean named, Say say) {
    List<Field> fields = new ArrayList<>();
    if (act == SeatAct.ADD) {
      fields.addAll(institution(caseId, say));
    }
    if (named != null) {
      fields.addAll(members(named, act == SeatAct.REPLACE, say));
    }
    fields.add(field("textarea", "reason", true, LONGEST_REASON, List.of(), say));
    return new FormSchema("seat-" + act.code(), fields);
  }

  private List<Field> institution(String caseId, Say say) {
    Set<String> taken =
        reads.seats(caseId, false).stream()
            .map(SeatReads.SeatLine::acronym)
            .collect(Collectors.toSet());
    List<Option> free =
        institutions.list(caseId).stream()
            .filter(one -> !taken.contains(one.acronym()))
            .map(one -> new Option(one.id(), one.name() + " (" + one.acronym() + ")"))
            .toList();
    List<Field> fields = new ArrayList<>();
    if (!free.isEmpty()) {
      fields.add(field("select", "institution", false, 64, free, say));
    }
    fields.add(field("textfield", "acronym", false, 30, List.of(), say));
    fields.add(field("textfield", "name", false, LONGEST_NAME, List.of(), say));
    fields.add(
        field("select", "category", false, 40, codes("category", Category.values(), say), say));
    fields.add(field("textfield", "email", false, 254, List.of(), say));
    fields.add(field("select", "side", false, 10, codes("side", Side.values(), say), say));
    fields.add(
        field(
            "select",
            "voting",
            false,
            5,
            List.of(new Option("true", say.yesNo(true)), new Option("false", say.yesNo(false))),
            say));
    return fields;
  }

  private static List<Field> members(boolean required, boolean replacing, Say say) {
    List<Field> fields = new ArrayList<>();
    for (String place : List.of("fullMember", "substitute")) {
      fields.add(field("textfield", place, required, LONGEST_NAME, List.of(), say));
      fields.add(field("textfield", place + "Function", false, LONGEST_NAME, List.of(), say));
      fields.add(field("textfield", place + "Email", false, 254, List.of(), say));
      fields.add(field("textfield", place + "Account", false, 100, List.of(), say));
    }
    fields.add(field("textfield", "letterReference", required, LONGEST_NAME, List.of(), say));
    if (replacing) {
      fields.add(field("checkbox", "endContact", false, 5, List.of(), say));
    }
    return fields;
  }

  private static List<Option> codes(String kind, Enum<?>[] values, Say say) {
    return Arrays.stream(values)
        .map(value -> new Option(value.name(), say.word(kind, value.name())))
        .toList();
  }

  private static Field field(
      String type, String key, boolean required, int max, List<Option> options, Say say) {
    return new Field(
        type,
        key,
        "",
        say.text("seats.field." + key),
        say.text("seats.field." + key + ".hint"),
        required,
        max,
        null,
        null,
        options);
  }

  /** The seat that was typed; an {@link InvalidFormException} when its vote is no choice. */
  static NewSeat seat(Map<String, String> typed) {
    boolean fresh =
        List.of("acronym", "name", "category", "email").stream()
            .anyMatch(key -> text(typed, key) != null);
    NewInstitution institution =
        new NewInstitution(
            text(typed, "acronym"),
            text(typed, "name"),
            text(typed, "category"),
            false,
            text(typed, "email"),
            null);
    String voting = text(typed, "voting");
    if (voting != null && !Set.of("true", "false").contains(voting)) {
      throw InvalidFormException.of("voting", "error.not-an-option");
    }
    return new NewSeat(
        text(typed, "institution"),
        fresh ? institution : null,
        text(typed, "side"),
        voting == null ? null : Boolean.valueOf(voting),
        membersOf(typed));
  }

  /** The members that were typed. */
  static SeatMembers membersOf(Map<String, String> typed) {
    return new SeatMembers(
        person(typed, "fullMember"),
        text(typed, "fullMemberAccount"),
        person(typed, "substitute"),
        text(typed, "substituteAccount"),
        text(typed, "letterReference"),
        "true".equals(typed.get("endContact")));
  }

  private static @Nullable Nominee person(Map<String, String> typed, String place) {
    String name = text(typed, place);
    return name == null
        ? null
        : new Nominee(name, text(typed, place + "Function"), text(typed, place + "Email"));
  }

  static @Nullable String text(Map<String, String> typed, String key) {
    String value = typed.getOrDefault(key, "");
    return value.isEmpty() ? null : value;
  }
}
