package org.socle.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** One page of a list. */
record PageOf<T>(
    List<T> items,
    @Schema(description = "Number of the page, from 0", example = "0") int page,
    @Schema(description = "Longest page", example = "50") int size,
    @Schema(description = "Items on all pages", example = "120") long total,
    Links links) {

  /** Ways to the pages beside this one. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Links(
      @Nullable @Schema(description = "Next page", example = "/api/cases?page=1&size=50")
          String next,
      @Nullable @Schema(description = "Previous page", example = "/api/cases?page=0&size=50")
          String prev) {}

  /** The page of the request that is being served. */
  static <T> PageOf<T> of(List<T> items, Paging paging, long total) {
    boolean more = paging.offset() + paging.size() < total;
    return new PageOf<>(
        items,
        paging.page(),
        paging.size(),
        total,
        new Links(
            more ? address(paging.page() + 1, paging.size()) : null,
            paging.page() > 0 ? address(paging.page() - 1, paging.size()) : null));
  }

  private static String address(int page, int size) {
    return ServletUriComponentsBuilder.fromCurrentRequest()
        .scheme(null)
        .host(null)
        .port(null)
        .replaceQueryParam("page", page)
        .replaceQueryParam("size", size)
        .build()
        .toUriString();
  }
}
