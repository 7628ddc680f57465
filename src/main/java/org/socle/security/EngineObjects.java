package org.socle.security;

import java.util.Optional;

/** Says to which country an object of the engine belongs. */
public interface EngineObjects {

  /**
   * ISO 3166 alpha-3 code of the country of a task or an instance that exists now; empty for what
   * does not, or belongs to none.
   *
   * @param kind {@code task}, {@code process-instance} or {@code execution}, as in the engine's
   *     routes
   */
  Optional<String> countryOf(String kind, String id);
}
