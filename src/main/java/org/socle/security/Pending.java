package org.socle.security;

/** What a person must do after the password before anything opens; the page is where. */
public enum Pending {
  /** Give a code of the second factor. */
  CODE("/sign-in/code", ProblemKind.SECOND_FACTOR),
  /** Choose a password of their own. */
  PASSWORD("/sign-in/password", ProblemKind.PASSWORD_DUE),
  /** Set up the second factor that the installation requires. */
  ENROLMENT("/account/second-factor", ProblemKind.SECOND_FACTOR);

  private final String page;
  private final ProblemKind problem;

  Pending(String page, ProblemKind problem) {
    this.page = page;
    this.problem = problem;
  }

  /** Path of the page that stays open. */
  public String page() {
    return page;
  }

  ProblemKind problem() {
    return problem;
  }
}
