package org.socle.operation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.JarURLConnection;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.jar.JarFile;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * What the engine's web applications must not do with the old libraries in their bundle; the bundle
 * itself cannot be changed part by part. {@code src/docs/vex.cdx.json} names these tests.
 */
class WebappBundleTests {

  private static final String DEPENDENCIES = "webjars/camunda/lib/deps.js";

  private static Map<String, String> scripts() throws IOException {
    URL anchor =
        WebappBundleTests.class.getResource("/META-INF/resources/webjars/camunda/lib/runtime.js");
    Map<String, String> scripts = new TreeMap<>();
    try (JarFile jar = ((JarURLConnection) anchor.openConnection()).getJarFile()) {
      for (var entry : jar.stream().filter(each -> each.getName().endsWith(".js")).toList()) {
        try (InputStream script = jar.getInputStream(entry)) {
          scripts.put(
              entry.getName().replace("META-INF/resources/", ""),
              new String(script.readAllBytes(), StandardCharsets.UTF_8));
        }
      }
    }
    return scripts;
  }

  /** Scripts of the applications, without the libraries themselves. */
  private static List<String> uses(String what) throws IOException {
    Pattern use = Pattern.compile(what);
    List<String> uses = new ArrayList<>();
    scripts()
        .forEach(
            (name, text) -> {
              if (!name.startsWith("webjars/camunda/lib/") && use.matcher(text).find()) {
                uses.add(name);
              }
            });
    return uses;
  }

  @Test
  void carriesTheBundleThatWasLookedAt() throws IOException {
    Map<String, String> scripts = scripts();
    assertThat(scripts).hasSizeGreaterThan(10).containsKey(DEPENDENCIES);
    assertThat(scripts.get(DEPENDENCIES))
        .contains(
            "full:\"1.9.9\"", "VERSION=\"3.4.7\"", "version=\"3.2.4\"", "VERSION=\"4.17.21\"");
    assertThat(uses("ng-bind-html")).as("the search itself finds what is there").isNotEmpty();
  }

  @Test
  void changesNoListOfTrustedAddresses() throws IOException {
    assertThat(uses("sceDelegateProvider|trustedResourceUrlList|trustAsResourceUrl")).isEmpty();
  }

  @Test
  void drawsNoPictureFromASetOfSources() throws IOException {
    assertThat(uses("ng-srcset|ng-attr-srcset|ng-prop-srcset|<image\\b|<source\\b")).isEmpty();
  }

  @Test
  void makesNoLinksOutOfText() throws IOException {
    assertThat(uses("\\|\\s*linky|\\blinky\\(")).isEmpty();
  }

  @Test
  void checksNoAddressesInFields() throws IOException {
    assertThat(uses("type=\\\\?[\"']url\\\\?[\"']")).isEmpty();
  }

  @Test
  void turnsNoPicturesByAttributes() throws IOException {
    assertThat(
            uses("data-ride|data-slide|data-loading-text|data-toggle=\\\\?[\"'](tooltip|popover)"))
        .isEmpty();
  }

  @Test
  void cutsNoObjectsByPathsFromOutside() throws IOException {
    assertThat(uses("\\b_\\.(unset|omit)\\(|\\(0,\\w+\\.(unset|omit)\\)")).isEmpty();
  }

  @Test
  void buildsNoXmlInTheBrowser() throws IOException {
    scripts()
        .forEach(
            (name, text) ->
                assertThat(text)
                    .as(name)
                    .doesNotContain("attributeNamePrefix", "processEntities", "suppressEmptyNode"));
  }
}
