package org.socle.tracking;

import java.util.Set;

/**
 * Who acts.
 *
 * @param accountId id of the account, also the engine's user id
 * @param groups roles, functions, seats and agencies the account may act for today
 * @param countries ISO 3166 alpha-3 codes of the countries the account may see
 */
public record Actor(String accountId, Set<String> groups, Set<String> countries) {}
