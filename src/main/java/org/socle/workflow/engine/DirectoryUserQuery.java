package org.socle.workflow.engine;

import java.util.List;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.impl.Page;
import org.camunda.bpm.engine.impl.UserQueryImpl;
import org.camunda.bpm.engine.impl.identity.ReadOnlyIdentityProvider;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.interceptor.CommandExecutor;

/** A query for accounts, answered by the identity directory. */
class DirectoryUserQuery extends UserQueryImpl {

  private static final long serialVersionUID = 1L;

  DirectoryUserQuery() {
    super();
  }

  DirectoryUserQuery(CommandExecutor executor) {
    super(executor);
  }

  @Override
  public long executeCount(CommandContext context) {
    return provider(context).users(this).size();
  }

  @Override
  public List<User> executeList(CommandContext context, Page page) {
    return Pages.of(provider(context).users(this), page);
  }

  /** Whether an account fits what is asked beside ids and group. */
  boolean accepts(User user) {
    return Pages.like(getFirstNameLike(), user.getFirstName())
        && Pages.same(getFirstName(), user.getFirstName())
        && Pages.like(getLastNameLike(), user.getFirstName())
        && Pages.same(getLastName(), user.getFirstName())
        && Pages.like(getEmailLike(), user.getEmail())
        && Pages.same(getEmail(), user.getEmail());
  }

  private static DirectoryIdentityProvider provider(CommandContext context) {
    return (DirectoryIdentityProvider) context.getSession(ReadOnlyIdentityProvider.class);
  }
}
