/** Outbox of mails to people who are asked, told or reminded. */
@NullMarked
@ApplicationModule(
    displayName = "notification",
    allowedDependencies = {"country", "evidence"})
package org.socle.notification;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
