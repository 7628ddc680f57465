package org.socle.security;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.boot.http.client.ClientHttpRequestFactoryBuilder;
import org.springframework.boot.http.client.ClientHttpRequestFactorySettings;
import org.springframework.http.client.ClientHttpRequestFactory;
import org.springframework.security.oauth2.client.oidc.authentication.OidcIdTokenDecoderFactory;
import org.springframework.security.oauth2.client.oidc.authentication.OidcIdTokenValidator;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrations;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.core.converter.ClaimTypeConverter;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtClaimNames;
import org.springframework.security.oauth2.jwt.JwtClaimValidator;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtIssuerValidator;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.util.function.SingletonSupplier;
import org.springframework.web.client.RestTemplate;

/**
 * The provider as its own document describes it, asked for when it is first needed: a provider that
 * is down does not keep the program from starting.
 */
class OidcProvider {

  /** Its word in our addresses. */
  static final String ID = "provider";

  private static final Duration CONNECT = Duration.ofSeconds(3);
  private static final Duration ANSWER = Duration.ofSeconds(5);

  /** Signatures by a key pair; what a shared secret or nothing at all signs is refused. */
  private static final Set<SignatureAlgorithm> SIGNATURES =
      Set.of(
          SignatureAlgorithm.RS256,
          SignatureAlgorithm.RS384,
          SignatureAlgorithm.RS512,
          SignatureAlgorithm.PS256,
          SignatureAlgorithm.ES256,
          SignatureAlgorithm.ES384);

  private final OidcProperties settings;
  private final Clock clock;
  private final SingletonSupplier<ClientRegistration> registration;
  private final SingletonSupplier<JwtDecoder> idTokens;
  private final SingletonSupplier<JwtDecoder> bearerTokens;

  OidcProvider(OidcProperties settings, Clock clock) {
    this.settings = settings;
    this.clock = clock;
    this.registration = SingletonSupplier.of(this::discover);
    this.idTokens = SingletonSupplier.of(this::idTokenDecoder);
    this.bearerTokens = SingletonSupplier.of(this::bearerTokenDecoder);
  }

  ClientRegistration registration() {
    return registration.obtain();
  }

  /** Judges the token of a sign-in. */
  JwtDecoder idTokens() {
    return idTokens.obtain();
  }

  /** Judges the tokens that programs bring. */
  Jwt bearerToken(String token) {
    return bearerTokens.obtain().decode(token);
  }

  /** Where a session at the provider is ended, if it says so. */
  Optional<URI> endOfSession() {
    Object address =
        registration().getProviderDetails().getConfigurationMetadata().get("end_session_endpoint");
    return Optional.ofNullable(address).map(Object::toString).map(URI::create);
  }

  /** For calls to the provider: nobody waits for it longer than this. */
  static ClientHttpRequestFactory calls() {
    return ClientHttpRequestFactoryBuilder.jdk()
        .build(
            ClientHttpRequestFactorySettings.defaults()
                .withConnectTimeout(CONNECT)
                .withReadTimeout(ANSWER));
  }

  private ClientRegistration discover() {
    return ClientRegistrations.fromIssuerLocation(settings.issuer())
        .registrationId(ID)
        .clientId(settings.clientId())
        .clientSecret(settings.clientSecret())
        .clientName(settings.name())
        .scope("openid", "profile", "email")
        .clientSettings(ClientRegistration.ClientSettings.builder().requireProofKey(true).build())
        .build();
  }

  private JwtDecoder idTokenDecoder() {
    NimbusJwtDecoder decoder = decoder();
    decoder.setClaimSetConverter(
        new ClaimTypeConverter(OidcIdTokenDecoderFactory.createDefaultClaimTypeConverters()));
    OidcIdTokenValidator claims = new OidcIdTokenValidator(registration());
    claims.setClock(clock);
    claims.setClockSkew(settings.skew());
    decoder.setJwtValidator(new DelegatingOAuth2TokenValidator<>(time(), claims));
    return decoder;
  }

  private JwtDecoder bearerTokenDecoder() {
    NimbusJwtDecoder decoder = decoder();
    List<OAuth2TokenValidator<Jwt>> rules =
        List.of(
            time(),
            new JwtClaimValidator<Object>(JwtClaimNames.EXP, ends -> ends != null),
            new JwtClaimValidator<Object>(JwtClaimNames.SUB, subject -> subject != null),
            new JwtIssuerValidator(settings.issuer()),
            new JwtClaimValidator<List<String>>(
                JwtClaimNames.AUD,
                audience -> audience != null && audience.contains(settings.audience())));
    decoder.setJwtValidator(new DelegatingOAuth2TokenValidator<>(rules));
    return decoder;
  }

  private OAuth2TokenValidator<Jwt> time() {
    JwtTimestampValidator time = new JwtTimestampValidator(settings.skew());
    time.setClock(clock);
    return time;
  }

  private NimbusJwtDecoder decoder() {
    return NimbusJwtDecoder.withJwkSetUri(registration().getProviderDetails().getJwkSetUri())
        .jwsAlgorithms(known -> known.addAll(SIGNATURES))
        .restOperations(new RestTemplate(calls()))
        .build();
  }
}
