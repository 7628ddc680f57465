package org.socle.operation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.JarFile;
import java.util.stream.Collectors;
import org.cyclonedx.Version;
import org.cyclonedx.parsers.JsonParser;
import org.junit.jupiter.api.Test;

/** The bill of materials inside the built jar. */
class BillOfMaterialsIT {

  private static final Path BESIDE = Path.of("target/bom.json");

  private static String bill() throws IOException {
    try (JarFile jar = new JarFile("target/socle.jar");
        InputStream bill = jar.getInputStream(jar.getEntry("META-INF/sbom/bom.json"))) {
      return new String(bill.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private static Set<String> components(String field) throws IOException {
    Set<String> values = new TreeSet<>();
    for (JsonNode component : new ObjectMapper().readTree(bill()).path("components")) {
      values.add(component.path(field).asText());
    }
    return values;
  }

  @Test
  void isValidAndTheSameInTheJarAndBeside() throws IOException {
    assertThat(bill()).isEqualTo(Files.readString(BESIDE));
    assertThat(new JsonParser().validate(BESIDE.toFile(), Version.VERSION_16)).isEmpty();
  }

  @Test
  void namesEveryLibraryThatTheJarCarries() throws IOException {
    Set<String> named = new TreeSet<>();
    for (JsonNode component : new ObjectMapper().readTree(bill()).path("components")) {
      named.add(component.path("name").asText() + "-" + component.path("version").asText());
    }
    try (JarFile jar = new JarFile("target/socle.jar")) {
      List<String> carried =
          jar.stream()
              .map(entry -> entry.getName())
              .filter(name -> name.startsWith("BOOT-INF/lib/") && name.endsWith(".jar"))
              .map(name -> name.substring("BOOT-INF/lib/".length(), name.length() - 4))
              // Put in by Boot's plugin while it packs the jar.
              .filter(name -> !name.startsWith("spring-boot-jarmode-tools"))
              .toList();
      assertThat(carried).hasSizeGreaterThan(100);
      assertThat(
              carried.stream()
                  .filter(name -> named.stream().noneMatch(name::startsWith))
                  .collect(Collectors.toSet()))
          .isEmpty();
    }
    assertThat(named).noneMatch(name -> name.startsWith("junit") || name.startsWith("assertj"));
  }

  @Test
  void namesEveryProductOfTheVexFile() throws IOException {
    assertThat(components("purl")).containsAll(Vex.products());
  }

  @Test
  void tellsNothingOfTheMachineThatBuiltIt() throws IOException {
    assertThat(bill())
        .doesNotContain(
            System.getProperty("user.dir"),
            System.getProperty("user.home") + "/",
            InetAddress.getLocalHost().getHostName() + "/",
            "distribution-intake",
            "file:")
        .doesNotContainPattern("\"type\" : \"distribution\"")
        .doesNotContainPattern("https?://[^/\"]*(localhost|127\\.0\\.0\\.1|repo[0-9]*\\.maven)");
  }

  @Test
  void isTheSameWhenBuiltAgain() throws IOException {
    assertThat(bill()).doesNotContain("serialNumber", "\"timestamp\"");
  }
}
