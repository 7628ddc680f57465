package org.socle.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.socle.api.LiveProgram.Browser;
import org.socle.security.LogLines;
import org.socle.security.Role;
import org.socle.security.SecurityLog;

/** A stranger and a person of each role, and what the security log tells of them. */
final class Attackers implements AutoCloseable {

  static final String STRANGER = "anonymous";

  private static final int LONGEST = 200;

  private final Map<String, Browser> people = new LinkedHashMap<>();
  private final Map<String, String> ids = new HashMap<>();
  private final LogLines lines;

  Attackers() {
    try {
      people.put(STRANGER, new Browser());
      for (Role role : Role.values()) {
        String name = LiveProgram.account(role, "XTR");
        people.put(role.name(), Browser.signedIn(name));
        ids.put(role.name(), StaffCases.account(name));
      }
      for (Browser person : people.values()) {
        person.get("/camunda/app/tasklist/default/");
      }
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
    // The program's start sets its logs up anew.
    lines = new LogLines(SecurityLog.LOGGER);
  }

  Map<String, Browser> all() {
    return people;
  }

  Browser get(String person) {
    return people.get(person);
  }

  /** How many lines the security log holds. */
  int told() {
    return lines.size();
  }

  String lastTold() {
    return lines.last();
  }

  /** The last line of the security log says who was refused what, from where. */
  void told(String person, String what) {
    assertThat(lines.last())
        .startsWith("WARN event=refused who=\"" + ids.getOrDefault(person, "-") + "\"")
        .contains("what=\"" + (what.length() > LONGEST ? what.substring(0, LONGEST) : what) + "\"")
        .contains("from=\"127.0.0.1\"")
        .doesNotContain("Expression", "orQueries", "Runtime");
  }

  @Override
  public void close() {
    lines.close();
  }
}
