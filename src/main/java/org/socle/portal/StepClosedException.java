package org.socle.portal;

/** A page of a case whose step is not open, or is owed by somebody else. */
class StepClosedException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient CaseRow row;
  private final PageDuty page;

  StepClosedException(CaseRow row, PageDuty page) {
    super("Case " + row.id() + " does not wait for " + page.element());
    this.row = row;
    this.page = page;
  }

  CaseRow row() {
    return row;
  }

  PageDuty page() {
    return page;
  }
}
