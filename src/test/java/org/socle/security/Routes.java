package org.socle.security;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.socle.api.LiveProgram;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.RequestMappingInfoHandlerMapping;

/** Every route that the running program answers. */
final class Routes {

  private static final Pattern VARIABLE = Pattern.compile("\\{\\*?([^{}:/]+)(?::([^{}/]+))?}");

  private Routes() {}

  /** In the order of their patterns. */
  static List<Route> all() {
    return LiveProgram.beans(RequestMappingInfoHandlerMapping.class).values().stream()
        .flatMap(mapping -> mapping.getHandlerMethods().keySet().stream())
        .flatMap(Routes::of)
        .distinct()
        .sorted((one, other) -> one.toString().compareTo(other.toString()))
        .toList();
  }

  private static Stream<Route> of(RequestMappingInfo info) {
    Set<RequestMethod> methods = info.getMethodsCondition().getMethods();
    Collection<String> named = methods.stream().map(Enum::name).toList();
    return info.getPatternValues().stream()
        .flatMap(
            pattern ->
                (named.isEmpty() ? List.of("GET", "POST") : named)
                    .stream().map(method -> new Route(method, pattern)));
  }

  /**
   * One route.
   *
   * @param pattern with variables in braces
   */
  record Route(String method, String pattern) {

    /** One path of the route; the value stands for each variable without alternatives. */
    String sample(String value) {
      return samples(value).get(0);
    }

    /** A path for each alternative that the route names. */
    List<String> samples(String value) {
      return samples(variable -> value);
    }

    List<String> samples(Map<String, String> values) {
      return samples(variable -> values.getOrDefault(variable, "x"));
    }

    Set<String> variables() {
      return VARIABLE
          .matcher(pattern)
          .results()
          .filter(found -> found.group(2) == null)
          .map(found -> found.group(1))
          .collect(java.util.stream.Collectors.toSet());
    }

    private List<String> samples(Function<String, String> value) {
      Matcher first = VARIABLE.matcher(pattern);
      if (!first.find()) {
        return List.of(pattern.replace("/**", ""));
      }
      Stream<String> fillings =
          first.group(2) == null
              ? Stream.of(value.apply(first.group(1)))
              : Arrays.stream(first.group(2).split("\\|"));
      return fillings
          .map(
              filling ->
                  pattern.substring(0, first.start()) + filling + pattern.substring(first.end()))
          .flatMap(filled -> new Route(method, filled).samples(value).stream())
          .toList();
    }
  }
}
