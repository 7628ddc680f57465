package org.socle.security;

import org.jspecify.annotations.Nullable;

/**
 * What a claim of the provider grants: a role alone, or with it a country, or a function in it.
 *
 * @param role role that opens doors
 * @param function group id of a function, or null
 * @param country ISO 3166 alpha-3 code, or null for none
 */
record ProviderGrant(Role role, @Nullable String function, @Nullable String country) {}
