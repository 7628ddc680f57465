package org.socle.workflow.engine;

import java.util.List;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.impl.GroupQueryImpl;
import org.camunda.bpm.engine.impl.Page;
import org.camunda.bpm.engine.impl.identity.ReadOnlyIdentityProvider;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.interceptor.CommandExecutor;

/** A query for groups, answered by the identity directory. */
class DirectoryGroupQuery extends GroupQueryImpl {

  private static final long serialVersionUID = 1L;

  DirectoryGroupQuery() {
    super();
  }

  DirectoryGroupQuery(CommandExecutor executor) {
    super(executor);
  }

  @Override
  public long executeCount(CommandContext context) {
    return provider(context).groups(this).size();
  }

  @Override
  public List<Group> executeList(CommandContext context, Page page) {
    return Pages.of(provider(context).groups(this), page);
  }

  /** Whether a group fits all that is asked. */
  boolean accepts(Group group) {
    return Pages.same(getId(), group.getId())
        && (getIds() == null || List.of(getIds()).contains(group.getId()))
        && Pages.same(getName(), group.getName())
        && Pages.like(getNameLike(), group.getName())
        && Pages.same(getType(), group.getType());
  }

  private static DirectoryIdentityProvider provider(CommandContext context) {
    return (DirectoryIdentityProvider) context.getSession(ReadOnlyIdentityProvider.class);
  }
}
