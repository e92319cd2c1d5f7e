/** HTTPS: a second listener and its certificate. */
@NullMarked
package io.tatemulator.tls;

import org.jspecify.annotations.NullMarked;
