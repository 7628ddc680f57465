package org.socle.hostile;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Every page that the program draws, read from its own route table. */
final class Addresses {

  private static final Pattern VARIABLE = Pattern.compile("\\{([^{}:/]+)(?::([^{}]+))?}");

  private Addresses() {}

  /**
   * Every address that is read, with these ids for the variables of the routes; a variable that is
   * not among them is named in the error.
   */
  static List<String> of(RequestMappingHandlerMapping routes, Map<String, List<String>> ids) {
    return routes.getHandlerMethods().entrySet().stream()
        .filter(route -> route.getValue().getBeanType().getName().startsWith("org.socle."))
        .map(Map.Entry::getKey)
        .filter(Addresses::reads)
        .flatMap(route -> route.getPatternValues().stream())
        .flatMap(pattern -> filled(pattern, ids).stream())
        .sorted()
        .distinct()
        .toList();
  }

  private static boolean reads(RequestMappingInfo route) {
    var methods = route.getMethodsCondition().getMethods();
    return methods.isEmpty() || methods.contains(RequestMethod.GET);
  }

  private static List<String> filled(String pattern, Map<String, List<String>> ids) {
    Matcher variable = VARIABLE.matcher(pattern);
    if (!variable.find()) {
      return List.of(pattern);
    }
    List<String> values =
        variable.group(2) == null
            ? ids.get(variable.group(1))
            : Arrays.asList(variable.group(2).split("\\|"));
    if (values == null) {
      throw new AssertionError("No id for " + variable.group() + " of " + pattern);
    }
    List<String> all = new ArrayList<>();
    for (String value : values) {
      all.addAll(
          filled(
              pattern.substring(0, variable.start()) + value + pattern.substring(variable.end()),
              ids));
    }
    return all;
  }
}
