/** Extensions of the HTTP server for requests and responses that servers do not usually support. */
@NullMarked
package io.tatemulator.protocol.http;

import org.jspecify.annotations.NullMarked;
