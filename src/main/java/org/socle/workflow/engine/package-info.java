/** Settings and plugins of the engine: deployment, history, tenants, identity. */
@NullMarked
package org.socle.workflow.engine;

import org.jspecify.annotations.NullMarked;
