package org.socle.security;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/**
 * An OpenID Connect provider of a few lines on this machine, which also says what no honest one
 * would; the real one stands in {@code OidcIT}.
 */
final class LoopbackProvider {

  static final String CLIENT = "socle";
  static final String SECRET = UUID.randomUUID().toString();
  static final String AUDIENCE = "socle-api";

  private record Asked(String challenge, Map<String, Object> claims) {}

  private final Map<String, Asked> codes = new ConcurrentHashMap<>();
  private final ObjectMapper json = new ObjectMapper();
  private final RSAKey key = key("known");
  private final RSAKey foreign = key("known");
  private final HttpServer server;

  LoopbackProvider() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.createContext("/.well-known/openid-configuration", call -> answer(call, description()));
    server.createContext(
        "/keys", call -> answer(call, new JWKSet(key.toPublicJWK()).toJSONObject()));
    server.createContext("/token", this::token);
    server.start();
  }

  String issuer() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  private Map<String, Object> description() {
    return Map.of(
        "issuer", issuer(),
        "authorization_endpoint", issuer() + "/authorize",
        "token_endpoint", issuer() + "/token",
        "jwks_uri", issuer() + "/keys",
        "end_session_endpoint", issuer() + "/end",
        "subject_types_supported", List.of("public"),
        "response_types_supported", List.of("code"),
        "grant_types_supported", List.of("authorization_code"),
        "token_endpoint_auth_methods_supported", List.of("client_secret_basic"),
        "id_token_signing_alg_values_supported", List.of("RS256"));
  }

  /** A code for which the token of a sign-in with these claims is given, once. */
  String code(String challenge, Map<String, Object> claims) {
    String code = UUID.randomUUID().toString();
    codes.put(code, new Asked(challenge, claims));
    return code;
  }

  private void token(HttpExchange call) throws IOException {
    Map<String, String> form =
        Arrays.stream(
                new String(call.getRequestBody().readAllBytes(), StandardCharsets.UTF_8).split("&"))
            .map(pair -> pair.split("=", 2))
            .collect(
                Collectors.toMap(
                    pair -> pair[0], pair -> URLDecoder.decode(pair[1], StandardCharsets.UTF_8)));
    Asked asked = codes.remove(form.getOrDefault("code", ""));
    String basic = Base64.getEncoder().encodeToString((CLIENT + ":" + SECRET).getBytes());
    boolean us = ("Basic " + basic).equals(call.getRequestHeaders().getFirst("Authorization"));
    if (!us || asked == null || !asked.challenge().equals(s256(form.get("code_verifier")))) {
      call.sendResponseHeaders(400, -1);
      call.close();
      return;
    }
    answer(
        call,
        Map.of(
            "access_token", "nobody-asks",
            "token_type", "Bearer",
            "expires_in", 60,
            "scope", "nothing",
            "id_token", signed(asked.claims())));
  }

  private void answer(HttpExchange call, Map<String, ?> body) throws IOException {
    byte[] bytes = json.writeValueAsBytes(body);
    call.getResponseHeaders().add("Content-Type", "application/json");
    call.sendResponseHeaders(200, bytes.length);
    call.getResponseBody().write(bytes);
    call.close();
  }

  /** Claims that are in order, for the audience. */
  Map<String, Object> claims(String audience, String subject, Map<String, Object> more) {
    Instant now = Instant.now();
    Map<String, Object> claims = new HashMap<>();
    claims.put("iss", issuer());
    claims.put("aud", List.of(audience));
    claims.put("sub", subject);
    claims.put("iat", Date.from(now));
    claims.put("exp", Date.from(now.plusSeconds(300)));
    claims.putAll(more);
    claims.values().removeIf(value -> value.equals(""));
    return claims;
  }

  String signed(Map<String, Object> claims) {
    return rsa(claims, key);
  }

  /** Signed by a key of somebody else that has the known key's name. */
  String signedByAnother(Map<String, Object> claims) {
    return rsa(claims, foreign);
  }

  String unsigned(Map<String, Object> claims) {
    return new PlainJWT(set(claims)).serialize();
  }

  /** Signed with the public key as if it were a shared secret. */
  String signedWithThePublicKey(Map<String, Object> claims) {
    try {
      SignedJWT token = new SignedJWT(header(JWSAlgorithm.HS256), set(claims));
      token.sign(new MACSigner(key.toRSAPublicKey().getEncoded()));
      return token.serialize();
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String rsa(Map<String, Object> claims, RSAKey by) {
    try {
      SignedJWT token = new SignedJWT(header(JWSAlgorithm.RS256), set(claims));
      token.sign(new RSASSASigner(by));
      return token.serialize();
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }

  private static JWSHeader header(JWSAlgorithm algorithm) {
    return new JWSHeader.Builder(algorithm).keyID("known").build();
  }

  private static JWTClaimsSet set(Map<String, Object> claims) {
    JWTClaimsSet.Builder set = new JWTClaimsSet.Builder();
    claims.forEach(set::claim);
    return set.build();
  }

  private static RSAKey key(String id) {
    try {
      return new RSAKeyGenerator(2048).keyID(id).generate();
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String s256(String verifier) {
    try {
      return Base64.getUrlEncoder()
          .withoutPadding()
          .encodeToString(
              MessageDigest.getInstance("SHA-256")
                  .digest(verifier.getBytes(StandardCharsets.US_ASCII)));
    } catch (java.security.NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
