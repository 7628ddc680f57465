package org.socle.operation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.lang.module.ModuleDescriptor.Version;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.jar.JarFile;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The libraries inside the built jar against the floors of {@code version-floors.properties}. */
class VersionFloorsIT {

  private static final String ABSENT = "absent";
  private static final Pattern LIBRARY = Pattern.compile("BOOT-INF/lib/(.+?)-(\\d[^/]*)\\.jar");

  @Test
  void carriesNoLibraryBelowItsFloor() throws IOException {
    assertThat(faults(carried(), floors())).isEmpty();
  }

  @Test
  void namesWhatIsBelowItsFloorMissingOrUnwanted() {
    Map<String, String> floors =
        Map.of("tomcat", "10.1.61", "mail", "2.0.5", "gone", "1.0", "groovy", ABSENT);
    Map<String, String> carried =
        Map.of("tomcat", "10.1.9", "mail", "2.0.10", "groovy", "4.0.33", "other", "1");

    assertThat(faults(carried, floors))
        .containsExactly(
            "gone is not in the jar; its floor 1.0 guards nothing",
            "groovy 4.0.33 must not be carried",
            "tomcat 10.1.9 is below its floor 10.1.61");
  }

  private static List<String> faults(Map<String, String> carried, Map<String, String> floors) {
    List<String> faults = new ArrayList<>();
    new TreeMap<>(floors)
        .forEach(
            (library, floor) -> {
              String version = carried.get(library);
              if (ABSENT.equals(floor)) {
                if (version != null) {
                  faults.add(library + " " + version + " must not be carried");
                }
              } else if (version == null) {
                faults.add(library + " is not in the jar; its floor " + floor + " guards nothing");
              } else if (Version.parse(version).compareTo(Version.parse(floor)) < 0) {
                faults.add(library + " " + version + " is below its floor " + floor);
              }
            });
    return faults;
  }

  private static Map<String, String> carried() throws IOException {
    try (JarFile jar = new JarFile("target/socle.jar")) {
      return jar.stream()
          .map(entry -> LIBRARY.matcher(entry.getName()))
          .filter(Matcher::matches)
          .collect(Collectors.toMap(found -> found.group(1), found -> found.group(2)));
    }
  }

  private static Map<String, String> floors() throws IOException {
    Properties floors = new Properties();
    try (InputStream in = VersionFloorsIT.class.getResourceAsStream("/version-floors.properties")) {
      floors.load(in);
    }
    return floors.stringPropertyNames().stream()
        .collect(Collectors.toMap(name -> name, floors::getProperty));
  }
}
