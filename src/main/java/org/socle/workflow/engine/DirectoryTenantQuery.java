package org.socle.workflow.engine;

import java.util.List;
import org.camunda.bpm.engine.identity.Tenant;
import org.camunda.bpm.engine.impl.Page;
import org.camunda.bpm.engine.impl.TenantQueryImpl;
import org.camunda.bpm.engine.impl.identity.ReadOnlyIdentityProvider;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.interceptor.CommandExecutor;

/** A query for countries, answered by the identity directory. */
class DirectoryTenantQuery extends TenantQueryImpl {

  private static final long serialVersionUID = 1L;

  DirectoryTenantQuery() {
    super();
  }

  DirectoryTenantQuery(CommandExecutor executor) {
    super(executor);
  }

  @Override
  public long executeCount(CommandContext context) {
    return provider(context).tenants(this).size();
  }

  @Override
  public List<Tenant> executeList(CommandContext context, Page page) {
    return Pages.of(provider(context).tenants(this), page);
  }

  /** Whether a country fits all that is asked beside the user; no country belongs to a group. */
  boolean accepts(Tenant tenant) {
    return getGroupId() == null
        && Pages.same(getId(), tenant.getId())
        && (getIds() == null || List.of(getIds()).contains(tenant.getId()))
        && Pages.same(getName(), tenant.getName())
        && Pages.like(getNameLike(), tenant.getName());
  }

  private static DirectoryIdentityProvider provider(CommandContext context) {
    return (DirectoryIdentityProvider) context.getSession(ReadOnlyIdentityProvider.class);
  }
}
