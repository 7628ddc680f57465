package org.socle.stakeholder;

/**
 * What kind of institution sits in a working group, with its side and the vote of domain rule B.3.
 */
public enum Category {
  GOV_CORE(Side.GOV, true),
  GOV_OTHER(Side.GOV, true),
  GOV_SSI(Side.GOV, true),
  GOV_STAT(Side.GOV, false),
  GOV_SUB(Side.GOV, true),
  EMP(Side.EMP, true),
  WRK(Side.WRK, true),
  CSO_NAT(Side.CSO, true),
  CSO_INF(Side.CSO, true),
  CSO_GRP(Side.CSO, true),
  PARL(Side.PARL, false),
  UN(Side.UN, false),
  IFI(Side.DP, false),
  DP(Side.DP, false),
  RES(Side.RES, false);

  private final Side side;
  private final boolean voting;

  Category(Side side, boolean voting) {
    this.side = side;
    this.voting = voting;
  }

  /** Group in which the institution sits. */
  public Side side() {
    return side;
  }

  /** Whether its position counts for consensus. */
  public boolean voting() {
    return voting;
  }
}
