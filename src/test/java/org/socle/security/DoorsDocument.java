package org.socle.security;

import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Writes the table of doors, the roles and the functions for people to read. */
final class DoorsDocument {

  private static final String YES = "●";

  private DoorsDocument() {}

  static String write() {
    StringBuilder text =
        new StringBuilder(
            """
            # Who opens what

            Made from `security.Doors`, `security.Role` and `security.Function`; a test compares. The first row that names a
            route counts; a route that no row names is closed. A door opened shows no other country's case and no other
            person's task: that is asked behind it (`src/test/resources/access-matrix.txt` has every role at every route).
            Administrators run the whole installation, every country's, through Cockpit and Admin.

            ## Roles open doors

            """);
    String roles = Arrays.stream(Role.values()).map(Role::label).collect(Collectors.joining(" | "));
    text.append("| Route | Without account | ").append(roles).append(" | Function |\n");
    text.append("|---|---|").append("---|".repeat(Role.values().length)).append("---|\n");
    Doors.rows().forEach(door -> text.append(row(door)));
    text.append(
        """

        ## Functions receive tasks

        A function is given per country, to somebody who holds its role.

        | Function | Group in the models | Role |
        |---|---|---|
        """);
    Stream.of(Function.values())
        .forEach(
            each ->
                text.append(
                    "| %s | `%s` | %s |%n"
                        .replace("%n", "\n")
                        .formatted(each.label(), each.group(), each.role().label())));
    return text.append(
            """

            Seats (`seat-<id>`) and agencies (`agency-<code>`) are groups of stakeholders; the module `stakeholder` says who
            acts for them today.
            """)
        .toString();
  }

  private static String row(Doors.Door door) {
    Doors.Audience audience = door.audience();
    String route = door.path().toString();
    StringBuilder row = new StringBuilder("| `").append(route).append("` | ");
    row.append(audience.everybody() ? YES : "").append(" |");
    for (Role role : Role.values()) {
      boolean opens = audience.anyAccount() || audience.groups().contains(role.group());
      row.append(' ').append(opens ? YES : "").append(" |");
    }
    String functions =
        Stream.of(Function.values())
            .filter(function -> audience.groups().contains(function.group()))
            .map(Function::label)
            .collect(Collectors.joining(", "));
    return row.append(' ').append(functions).append(" |\n").toString();
  }
}
