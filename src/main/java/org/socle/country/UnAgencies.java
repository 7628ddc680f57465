package org.socle.country;

import java.util.List;

/** Codes of the UN agencies that may be resident in a country (routing table, section C). */
public final class UnAgencies {

  /** Every code, lead agencies first. */
  public static final List<String> CODES =
      List.of(
          "ILO",
          "WHO",
          "FAO",
          "IMF",
          "IOM",
          "OHCHR",
          "REGIONAL-COMMISSION",
          "UN-DESA",
          "UN-HABITAT",
          "UN-WOMEN",
          "UNAIDS",
          "UNDP",
          "UNESCO",
          "UNFPA",
          "UNHCR",
          "UNICEF",
          "UNODC",
          "UNRWA",
          "WFP",
          "WMO",
          "WORLD-BANK");

  private UnAgencies() {}
}
