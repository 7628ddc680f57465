package org.socle.notification;

import org.jspecify.annotations.Nullable;

/**
 * One mail to be sent to whoever may act for a recipient on the day it leaves.
 *
 * @param caseId case the mail is about, or null
 * @param kind {@code <what-happened>-<recipient>}, the key of its texts, such as {@code
 *     position-asked-seat}
 * @param recipient group that is written to: a function, {@code seat-<id>} or {@code agency-<code>}
 * @param event id of what the mail is about; with kind and recipient it makes the mail unique
 */
public record Mail(@Nullable String caseId, String kind, String recipient, String event) {}
