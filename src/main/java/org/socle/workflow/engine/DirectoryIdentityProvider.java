package org.socle.workflow.engine;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.GroupQuery;
import org.camunda.bpm.engine.identity.NativeUserQuery;
import org.camunda.bpm.engine.identity.Tenant;
import org.camunda.bpm.engine.identity.TenantQuery;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.identity.UserQuery;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.identity.ReadOnlyIdentityProvider;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.persistence.entity.GroupEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TenantEntity;
import org.camunda.bpm.engine.impl.persistence.entity.UserEntity;
import org.jspecify.annotations.Nullable;
import org.socle.country.Countries;
import org.socle.country.CountryProfile;
import org.socle.security.IdentityDirectory;

/**
 * Shows the engine our accounts, groups and countries; it can change none of them and checks no
 * password.
 */
class DirectoryIdentityProvider implements ReadOnlyIdentityProvider {

  private static final int LONGEST_LIST = 1000;

  private final IdentityDirectory directory;
  private final Countries countries;

  DirectoryIdentityProvider(IdentityDirectory directory, Countries countries) {
    this.directory = directory;
    this.countries = countries;
  }

  @Override
  public @Nullable User findUserById(String userId) {
    return directory.user(userId).map(DirectoryIdentityProvider::user).orElse(null);
  }

  @Override
  public UserQuery createUserQuery() {
    return new DirectoryUserQuery(
        Context.getProcessEngineConfiguration().getCommandExecutorTxRequired());
  }

  @Override
  public UserQuery createUserQuery(CommandContext context) {
    return new DirectoryUserQuery();
  }

  @Override
  public NativeUserQuery createNativeUserQuery() {
    throw new BadUserRequestException("Accounts cannot be queried in SQL");
  }

  /** Sign-in is ours alone. */
  @Override
  public boolean checkPassword(String userId, String password) {
    return false;
  }

  @Override
  public @Nullable Group findGroupById(String groupId) {
    return directory.group(groupId).map(DirectoryIdentityProvider::group).orElse(null);
  }

  @Override
  public GroupQuery createGroupQuery() {
    return new DirectoryGroupQuery(
        Context.getProcessEngineConfiguration().getCommandExecutorTxRequired());
  }

  @Override
  public GroupQuery createGroupQuery(CommandContext context) {
    return new DirectoryGroupQuery();
  }

  @Override
  public @Nullable Tenant findTenantById(String tenantId) {
    return countries.find(tenantId).map(DirectoryIdentityProvider::tenant).orElse(null);
  }

  @Override
  public TenantQuery createTenantQuery() {
    return new DirectoryTenantQuery(
        Context.getProcessEngineConfiguration().getCommandExecutorTxRequired());
  }

  @Override
  public TenantQuery createTenantQuery(CommandContext context) {
    return new DirectoryTenantQuery();
  }

  @Override
  public void flush() {
    // nothing is changed
  }

  @Override
  public void close() {
    // nothing is held
  }

  List<User> users(DirectoryUserQuery query) {
    if (query.getId() != null) {
      return Stream.ofNullable(findUserById(query.getId())).filter(query::accepts).toList();
    }
    if (query.getIds() != null) {
      return Stream.of(query.getIds())
          .map(this::findUserById)
          .filter(user -> user != null && query.accepts(user))
          .toList();
    }
    return directory.users(query.getGroupId(), 0, LONGEST_LIST).stream()
        .map(DirectoryIdentityProvider::user)
        .filter(query::accepts)
        .toList();
  }

  boolean member(String userId, String groupId) {
    return directory.groupsOf(userId).contains(groupId);
  }

  List<Group> groups(DirectoryGroupQuery query) {
    Stream<String> ids;
    if (query.getUserId() != null) {
      ids = directory.groupsOf(query.getUserId()).stream().sorted();
    } else if (query.getId() != null) {
      ids = Stream.of(query.getId());
    } else if (query.getIds() != null) {
      ids = Stream.of(query.getIds());
    } else {
      ids = directory.groups().stream().map(IdentityDirectory.Group::id);
    }
    return ids.map(this::findGroupById)
        .filter(group -> group != null && query.accepts(group))
        .toList();
  }

  List<Tenant> tenants(DirectoryTenantQuery query) {
    Stream<CountryProfile> all = countries.all().stream();
    if (query.getUserId() != null) {
      all =
          all.filter(profile -> directory.countriesOf(query.getUserId()).contains(profile.iso3()));
    }
    return all.map(DirectoryIdentityProvider::tenant).filter(query::accepts).toList();
  }

  private static User user(IdentityDirectory.Person person) {
    UserEntity user = new UserEntity(person.accountId());
    // The engine knows two names; ours are one text, shown as the first.
    user.setFirstName(person.displayName());
    user.setLastName("");
    user.setEmail(person.email());
    return user;
  }

  private static Group group(IdentityDirectory.Group of) {
    GroupEntity group = new GroupEntity(of.id());
    group.setName(of.name());
    group.setType(of.kind());
    return group;
  }

  private static Tenant tenant(CountryProfile profile) {
    TenantEntity tenant = new TenantEntity(profile.iso3());
    tenant.setName(profile.name(Locale.ENGLISH));
    return tenant;
  }
}
