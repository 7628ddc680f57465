package org.socle.casefile;

import java.util.List;

/** The words that a case file may use where a code is expected. */
final class Words {

  static final List<String> CATEGORIES =
      List.of(
          "GOV_CORE",
          "GOV_OTHER",
          "GOV_SSI",
          "GOV_STAT",
          "GOV_SUB",
          "EMP",
          "WRK",
          "CSO_NAT",
          "CSO_INF",
          "CSO_GRP",
          "PARL",
          "UN",
          "IFI",
          "DP",
          "RES");
  static final List<String> LEVELS =
      List.of("TECHNICAL", "TRIPARTITE", "INTERMINISTERIAL", "FINANCE", "CABINET", "PARLIAMENT");
  static final List<String> OUTCOMES =
      List.of(
          "APPROVED", "APPROVED_MODIFIED", "RETURNED", "DEFERRED", "REJECTED", "NOT_CONSIDERED");
  static final List<String> GUARANTEES = List.of("G1", "G2", "G3", "G4");
  static final List<String> LANGUAGES = List.of("en", "fr", "es");

  private Words() {}
}
