/** HTTPS: a second listener, and the certificate that it shows. */
@NullMarked
package io.tatemulator.tls;

import org.jspecify.annotations.NullMarked;
