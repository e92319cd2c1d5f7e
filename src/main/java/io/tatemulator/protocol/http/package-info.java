/** What the HTTP server must take that servers usually refuse. */
@NullMarked
package io.tatemulator.protocol.http;

import org.jspecify.annotations.NullMarked;
