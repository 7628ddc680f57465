package org.socle.stakeholder;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.socle.tracking.InvalidFormException;
import org.socle.tracking.InvalidFormException.FieldError;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Checks and stores a seat that is added, with its institution and its members. */
@Component
class SeatAdding {

  static final SeatMembers NOBODY = new SeatMembers(null, null, null, null, null, false);

  private final SeatTable table;
  private final MemberTable members;
  private final Institutions institutions;
  private final JdbcClient jdbc;

  SeatAdding(SeatTable table, MemberTable members, Institutions institutions, JdbcClient jdbc) {
    this.table = table;
    this.members = members;
    this.institutions = institutions;
    this.jdbc = jdbc;
  }

  /** Stores the seat, or refuses it with every field that is wrong, those found before included. */
  String add(
      String caseId,
      NewSeat seat,
      List<FieldError> errors,
      String reason,
      boolean nominating,
      String actor) {
    if (!table.any(caseId)) {
      errors.add(new FieldError("", "error.seat-no-group", List.of()));
    }
    String institutionId = institution(caseId, seat, errors, actor);
    if (seat.side() != null && !known(seat.side())) {
      errors.add(new FieldError("side", "error.not-an-option", List.of()));
    }
    SeatMembers named = seat.members() == null ? NOBODY : seat.members();
    if (!nominating) {
      errors.addAll(members.errors(named));
    }
    if (institutionId == null || !errors.isEmpty()) {
      throw new InvalidFormException(errors);
    }
    Category category = category(institutionId);
    String seatId =
        table.insert(
            caseId,
            institutionId,
            seat.side() == null ? category.side() : Side.valueOf(seat.side()),
            seat.voting() == null ? category.voting() : seat.voting(),
            nominating ? SeatState.INVITED : SeatState.SEATED);
    if (!nominating) {
      members.seat(seatId, named, reason, actor);
    }
    return seatId;
  }

  private @Nullable String institution(
      String caseId, NewSeat seat, List<FieldError> errors, String actor) {
    if (seat.institutionId() != null && seat.institution() != null) {
      errors.add(new FieldError("institution", "error.seat-one-institution", List.of()));
      return null;
    }
    if (seat.institutionId() != null) {
      return mapped(caseId, seat.institutionId(), errors);
    }
    if (seat.institution() == null) {
      errors.add(new FieldError("institution", "error.seat-institution", List.of()));
      return null;
    }
    try {
      return institutions.add(caseId, seat.institution(), actor);
    } catch (InvalidFormException refused) {
      errors.addAll(
          refused.errors().stream().filter(error -> !"reason".equals(error.field())).toList());
      return null;
    }
  }

  private @Nullable String mapped(String caseId, String id, List<FieldError> errors) {
    if (institutions.list(caseId).stream().noneMatch(one -> one.id().equals(id))) {
      errors.add(new FieldError("institution", "error.not-an-option", List.of()));
      return null;
    }
    table
        .current(id)
        .ifPresent(
            current ->
                errors.add(
                    new FieldError(
                        "institution",
                        current ? "error.seat-exists" : "error.seat-reinstate",
                        List.of())));
    return id;
  }

  private static boolean known(String side) {
    return Arrays.stream(Side.values()).anyMatch(one -> one.name().equals(side));
  }

  private Category category(String institutionId) {
    return Category.valueOf(
        jdbc.sql("select category from institution where id = ?")
            .param(institutionId)
            .query(String.class)
            .single());
  }
}
