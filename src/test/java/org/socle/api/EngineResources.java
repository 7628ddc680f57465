package org.socle.api;

import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.rest.impl.NamedProcessEngineRestServiceImpl;

/** Every call that the engine's REST offers, read from its own interfaces. */
final class EngineResources {

  private static final String ENGINE = "/camunda/api/engine/engine";

  /** A call; its path begins at the server's root. */
  record Call(String method, String path) implements Comparable<Call> {

    @Override
    public int compareTo(Call other) {
      return (path + method).compareTo(other.path + other.method);
    }
  }

  private final Set<Call> calls = new TreeSet<>();

  private EngineResources() {}

  /** The calls of these methods, with ids that name nothing. */
  static List<Call> of(String... methods) {
    EngineResources found = new EngineResources();
    found.read(NamedProcessEngineRestServiceImpl.class, ENGINE, new HashSet<>());
    return found.calls.stream().filter(call -> List.of(methods).contains(call.method())).toList();
  }

  private void read(Class<?> resource, String prefix, Set<Class<?>> above) {
    if (!resource.getName().startsWith("org.camunda.bpm.engine.rest") || !above.add(resource)) {
      return;
    }
    for (Method method : resource.getMethods()) {
      String path = prefix + filled(pathOf(method));
      List<String> verbs = verbs(method);
      if (verbs.isEmpty() && pathOf(method).length() > 0) {
        read(method.getReturnType(), path, new HashSet<>(above));
      }
      verbs.forEach(verb -> calls.add(new Call(verb, path)));
    }
  }

  private static List<String> verbs(Method method) {
    return Stream.of(method.getAnnotations())
        .map(Annotation::annotationType)
        .map(type -> type.getAnnotation(HttpMethod.class))
        .filter(java.util.Objects::nonNull)
        .map(HttpMethod::value)
        .collect(Collectors.toCollection(ArrayList::new));
  }

  private static String pathOf(Method method) {
    Path path = method.getAnnotation(Path.class);
    if (path == null || path.value().equals("/")) {
      return "";
    }
    return path.value().startsWith("/") ? path.value() : "/" + path.value();
  }

  private static String filled(String template) {
    return template.replaceFirst("^/\\{name}", "/default").replaceAll("\\{[^/]+}", "x1");
  }
}
